// The search page: the map beside the list, and what htmx does not do by itself.
import { keepDetails } from "./details.js";
import { showMap } from "./map.js";
import { sayWhenOffline } from "./offline.js";
import { stayWhereOneIs } from "./staying.js";

document.documentElement.classList.add("has-js");
const form = document.getElementById("search");

function start() {
  showMap(document.querySelector("[data-map]"));
}

const isSearch = (event) => event.detail.target?.id === "search-body" || event.detail.elt?.id === "search-body";

// A chip takes its values out of the form, as if its box were unticked: what was ticked a moment ago stays. Of what
// has no control in the form the chip is a plain link.
function drop(event) {
  const chip = event.target.closest("[data-drops]");
  if (!chip || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const left = new URLSearchParams(new URL(chip.href).search);
  const dropped = [...new URLSearchParams(location.search)].filter(([name, value]) => !left.has(name, value));
  const controls = dropped.map(([name, value]) => controlOf(name, value));
  if (!controls.every(Boolean)) return;
  event.preventDefault();
  controls.forEach(empty);
  form.requestSubmit();
}

function controlOf(name, value) {
  if (name === "page") return form; // a shorter search begins with its first page
  return form.querySelector(`[name="${name}"][value="${CSS.escape(value)}"]`) ?? form.querySelector(`[name="${name}"]:not([type=checkbox])`);
}

function empty(control) {
  if (control.type === "checkbox") control.checked = false;
  else if (control.tagName === "SELECT") control.selectedIndex = 0;
  else if (control !== form) control.value = "";
}

// The boxes say what the address says: both have changed by other ways than typing.
function followAddress() {
  const asked = new URLSearchParams(location.search);
  for (const box of form.querySelectorAll("#q, #where")) {
    if (box !== document.activeElement) box.value = asked.get(box.name) ?? "";
  }
}

// Of two controls for one thing the later one counts: what is open now, or on a day.
function choose(event) {
  const [now, day] = [form.querySelector("#open-on"), form.querySelector("#day")];
  if (event.target === day && now) now.checked = false;
  if (event.target === now) day.value = "";
}

// On a slow line somebody has ticked or chosen before htmx was there: it is asked now. Nobody's touch is lost.
function askWhatWasTouched() {
  const isTouched = (control) => control.type === "checkbox"
    ? control.checked !== control.defaultChecked
    : control.selectedIndex !== Math.max(0, [...control.options].findIndex((option) => option.defaultSelected));
  if ([...form.querySelectorAll("select, [type=checkbox]")].some(isTouched)) form.requestSubmit();
}

keepDetails(form);
sayWhenOffline(form);
stayWhereOneIs(form);
start();
form.addEventListener("change", choose, { capture: true });
form.addEventListener("click", drop);
document.addEventListener("DOMContentLoaded", askWhatWasTouched); // htmx is ready then
form.querySelector("#q").addEventListener("input", () => form.querySelector("[name=literal]")?.remove());
form.addEventListener("input", (event) => {
  if (event.target.matches("#q, [name=where]")) form.querySelector("[name=any_area]")?.remove();
});
document.body.addEventListener("htmx:afterSettle", (event) => {
  if (!isSearch(event)) return;
  followAddress();
  start();
});
