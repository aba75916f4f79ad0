// Filters fold away on narrow screens, and what somebody opened or folded stays so when results change.
const NARROW = window.matchMedia("(max-width: 63.99rem)");

const keyOf = (details) => details.querySelector("summary").textContent.replace(/[^\p{L} ]/gu, "").trim();

function fold(root) {
  const filters = root.querySelector("[data-filters]");
  if (filters) filters.open = !NARROW.matches;
}

export function keepDetails(root) {
  const chosen = new Map();
  fold(root);
  NARROW.addEventListener("change", () => fold(root));
  root.addEventListener("toggle", (event) => chosen.set(keyOf(event.target), event.target.open), true);
  document.body.addEventListener("htmx:afterSwap", () => {
    fold(root);
    for (const details of root.querySelectorAll("details")) {
      const key = keyOf(details);
      if (chosen.has(key)) details.open = chosen.get(key);
    }
  });
}
