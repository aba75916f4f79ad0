// The editor of a listing works without this; here it keeps drafts, adds records in place, and shows weeks and maps.
import { keepDrafts } from "./draft.js";
import { findActors } from "./find.js";
import { addInPlace } from "./records.js";
import { searchTiles } from "./tiles.js";
import { showPoints } from "./point.js";
import { showWeeks } from "./week.js";

const form = document.getElementById("editor");

function enrich(root) {
  showWeeks(root, form.dataset.hours);
  showPoints(root, form.dataset);
  searchTiles(root);
  findActors(root);
}

enrich(form);
const draft = keepDrafts(form);
addInPlace(form, draft, enrich);
document.querySelector("[data-errors], #conflicts")?.focus();
