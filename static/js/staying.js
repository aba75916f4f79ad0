// After each answer focus and scroll stay where the person is, and the result is said to who does not see it.
const SLOW = 300; // milliseconds; a faster answer needs no word before it

export function stayWhereOneIs(form) {
  const status = form.querySelector("[data-results-said]");
  const heading = () => form.querySelector("#results-title");
  const pane = () => form.querySelector(".filters");
  let before = null;
  let waiting = null;

  document.body.addEventListener("htmx:beforeRequest", (event) => {
    if (!form.contains(event.detail.elt)) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => { status.textContent = status.dataset.loading; }, SLOW);
  });
  document.body.addEventListener("htmx:afterRequest", () => clearTimeout(waiting));

  document.body.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target.id !== "search-body") return;
    const active = document.activeElement;
    const inside = event.detail.target.contains(active);
    before = { id: inside ? active.id : "", inside, top: active.getBoundingClientRect().top, scrolled: pane().scrollTop };
    before.chip = active.closest("[data-drops]") ? [...form.querySelectorAll("[data-drops]")].indexOf(active) : -1;
    before.paging = Boolean(active.closest(".pagination"));
  });

  document.body.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.target.id !== "search-body" || !before) return;
    pane().scrollTop = before.scrolled;
    if (before.inside) land(before);
    before = null;
    status.textContent = heading().textContent.trim().replace(/\s+/g, " ");
  });

  // To the same control; where it has gone, to its neighbour or to the heading of what was found.
  function land({ id, chip, paging, top }) {
    const same = id && document.getElementById(id);
    const chips = form.querySelectorAll("[data-drops]");
    const goal = same || (chip >= 0 && chips[Math.min(chip, chips.length - 1)]) || heading();
    goal.focus({ preventScroll: true });
    if (!paging && same) window.scrollBy({ top: goal.getBoundingClientRect().top - top, behavior: "instant" });
  }
}
