// The menu of the head: folded on phones, where it would take half of the first screen; open elsewhere.
(() => {
  const narrow = window.matchMedia("(max-width: 69.99rem)");
  const menu = document.querySelector("[data-menu]");
  const fold = () => { menu.open = !narrow.matches; };

  fold();
  narrow.addEventListener("change", fold);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !narrow.matches || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => {
    if (narrow.matches && menu.open && !menu.contains(event.target)) menu.open = false;
  });
})();
