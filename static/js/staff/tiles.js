// A box above many tiles that hides those that do not match; what is chosen always stays.
import { element, word } from "./words.js";

const FEW = 12;
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export function searchTiles(root) {
  for (const group of root.querySelectorAll("[data-tiles]")) {
    const tiles = [...group.querySelectorAll(".choice-tile")];
    if (tiles.length <= FEW || group.querySelector(".tile-search")) continue;
    const box = element("input", { type: "search", class: "tile-search", placeholder: word("find"), "aria-label": word("find"), autocomplete: "off" });
    box.addEventListener("input", (event) => { event.stopPropagation(); filter(group, tiles, box.value); });
    box.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
    group.querySelector("summary").after(box);
    group.addEventListener("change", () => name(group, tiles));
  }
}

// The folded list says what is chosen.
function name(group, tiles) {
  const chosen = tiles.filter((tile) => tile.querySelector("input").checked).map((tile) => tile.textContent.trim());
  if (chosen.length) group.querySelector("summary").textContent = chosen.join(", ");
}

function filter(group, tiles, typed) {
  const wanted = fold(typed.trim());
  for (const tile of tiles) tile.hidden = Boolean(wanted) && !tile.querySelector("input").checked && !fold(tile.textContent).includes(wanted);
  for (const part of group.querySelectorAll(".tile-group")) part.hidden = !part.querySelector(".choice-tile:not([hidden])");
}
