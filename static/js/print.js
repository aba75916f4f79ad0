// On paper a page says its address, also as a QR code, and everything that is folded is open. Buttons that print stay
// hidden without JavaScript; the browser's own menu does the same.
const LONGEST_WAIT = 3000; // milliseconds for the code; without it the page is printed all the same
const code = document.querySelector("[data-paper-qr]");
const address = document.querySelector("[data-paper-address]");

async function print() {
  if (code) {
    const late = new Promise((resolve) => { setTimeout(resolve, LONGEST_WAIT); });
    code.src = `${code.dataset.paperQr}?${new URLSearchParams({ of: location.pathname + location.search })}`;
    await Promise.race([code.decode().catch(() => {}), late]);
  }
  window.print();
}

let folded = [];

window.addEventListener("beforeprint", () => {
  if (address) address.textContent = location.href;
  folded = [...document.querySelectorAll("main details:not([open])")];
  for (const details of folded) details.open = true;
});
window.addEventListener("afterprint", () => {
  for (const details of folded) details.open = false;
  folded = [];
});
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "p") return;
  event.preventDefault();
  print();
});
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", print);
}
