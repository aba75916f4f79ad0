// Actors are found while one types (htmx); so the button that finds them without a script is not needed.
export function findActors(root) {
  if (!window.htmx) return;
  window.htmx.process(root);
  for (const box of root.querySelectorAll("[data-find]")) {
    box.parentElement.querySelector("[data-find-button]").hidden = true;
    box.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
  }
}
