// When an answer does not come, the page says so and keeps what it has.
export function sayWhenOffline(root) {
  const notice = root.querySelector("[data-offline]");
  const show = (visible) => { notice.hidden = !visible; };
  document.body.addEventListener("htmx:sendError", () => show(true));
  document.body.addEventListener("htmx:responseError", () => show(true));
  document.body.addEventListener("htmx:timeout", () => show(true));
  document.body.addEventListener("htmx:afterOnLoad", () => show(false));
}
