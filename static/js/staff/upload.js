// A file that is too large is said to be so before it is sent: the server would cut it off half-way.

for (const form of document.querySelectorAll("[data-upload]")) {
  const input = form.querySelector('input[type="file"]');
  const notice = form.querySelector("[role=alert]");
  const most = Number(form.dataset.most) * 1_000_000;
  const isTooLarge = () => input.files.length > 0 && input.files[0].size > most;

  input.addEventListener("change", () => {
    notice.hidden = !isTooLarge();
  });
  form.addEventListener("submit", (event) => {
    if (isTooLarge()) event.preventDefault();
  });
}
