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
showErrors(document.querySelector("[data-errors], #conflicts"));

// What is wrong in one field, or in the hours of one place, is said there: on a telephone the summary is far away.
function showErrors(summary) {
  const fields = [...(summary?.querySelectorAll('a[href^="#"]') ?? [])].map((link) => document.getElementById(link.hash.slice(1)));
  const weeks = new Set(fields.map((field) => field?.closest("[data-week]")));
  const [first] = fields;
  if (!first || !(fields.length === 1 || (weeks.size === 1 && !weeks.has(null) && !weeks.has(undefined)))) return summary?.focus();
  for (let folded = first.closest("details"); folded; folded = folded.parentElement.closest("details")) folded.open = true;
  const at = first.matches("input, select, textarea") ? first : (first.querySelector("input:not([type=hidden]), select, button") ?? first);
  at.focus();
  at.scrollIntoView({ block: "center" });
}
