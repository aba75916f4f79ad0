// When an answer does not come, the page says so and keeps what it has.
export function sayWhenOffline(root) {
  const show = (visible) => { root.querySelector("[data-offline]").hidden = !visible; }; // looked for each time: it is swapped too
  document.body.addEventListener("htmx:sendError", () => show(true));
  document.body.addEventListener("htmx:responseError", () => show(true));
  document.body.addEventListener("htmx:timeout", () => show(true));
  document.body.addEventListener("htmx:afterOnLoad", () => show(false));
}
