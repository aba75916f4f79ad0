// The work queue by keyboard: only while the focus is on an item, so that no key surprises who types elsewhere.
// Whoever works at an item holds it, and gives it back when they go on.

const list = document.querySelector(".queue");
let at = null; // the item that is held

for (const hint of document.querySelectorAll(".queue-keys")) hint.hidden = false;

const KEYS = {
  ArrowDown: (item) => go(item, 1),
  ArrowUp: (item) => go(item, -1),
  Enter: (item) => first(item),
  u: (item) => (item.querySelector("[data-undo]") ?? lastDone()?.querySelector("[data-undo]"))?.click(),
  l: (item) => item.querySelector("[data-later]")?.click(),
};

// On narrow screens an item is folded: nobody confirms what they do not see.
const folded = (item) => [...item.querySelectorAll(".queue-fold:not([open]) > summary")].find((one) => one.checkVisibility());

function first(item) {
  const act = folded(item) ?? item.querySelector("[data-first]");
  if (act) act.click();
  else item.querySelector("form button")?.focus();
}

let last = ""; // what was done last, by its id
const lastDone = () => document.getElementById(last);

document.addEventListener("keydown", (event) => {
  const item = event.target.closest("[data-item]");
  if (event.ctrlKey || event.altKey || event.shiftKey || event.metaKey || event.target.matches("input, textarea, select")) return;
  // Whoever comes to the page begins with one key: an arrow, which is no letter that somebody types elsewhere.
  if (!item && event.key === "ArrowDown" && event.target.matches("body, main, #work")) {
    event.preventDefault();
    list?.querySelector("[data-item]:not(.is-done)")?.focus();
    return;
  }
  const act = KEYS[event.key];
  if (!item || !act) return;
  if (event.key === "Enter" && event.target !== item) return; // a button or link does what it says
  event.preventDefault();
  act(item);
});

function go(item, step) {
  const items = [...list.querySelectorAll("[data-item]")];
  items[items.indexOf(item) + step]?.focus();
}

// What was done stays where it was, with its undo; the next one that waits is at hand.
document.body.addEventListener("htmx:load", (event) => {
  const item = event.detail.elt;
  if (!item.matches("[data-item]")) return;
  if (item.matches(".is-done")) last = item.id;
  say(item.querySelector("[data-done], .error")?.textContent.trim());
  const next = item.matches(".is-done") ? nextWaiting(item) : item;
  next.focus();
  if (next !== item) folded(next)?.click(); // on a phone: the next one is open at once
  countAnew();
});

// Said aloud by screen readers, since the focus goes on to the next item.
const saying = document.querySelector("[data-saying]");

function say(words) {
  if (saying && words) saying.textContent = words;
}

// How much is left of this kind, without asking again.
const count = document.querySelector(".queue-kinds [aria-current] .count");
const atFirst = Number(count?.textContent);

function countAnew() {
  if (count) count.textContent = atFirst - list.querySelectorAll(".is-done").length;
}

function nextWaiting(item) {
  const items = [...list.querySelectorAll("[data-item]")];
  return items.slice(items.indexOf(item) + 1).find((one) => !one.matches(".is-done")) ?? item;
}

// Held as soon as somebody does something in it, and given back when they leave it or the page. What ends the work on an
// item at once need not hold it: two requests at once come in any order.
const AT_ONCE = "button[name=act], [data-undo], .queue-parts button";

list?.addEventListener("click", (event) => {
  if (!event.target.closest(AT_ONCE)) hold(event.target.closest("[data-item]"));
});
window.addEventListener("pagehide", () => hold(null));

function hold(item) {
  if (item === at || item?.matches(".is-done, [data-taken]")) return;
  if (at?.isConnected) tell(at, "leave");
  at = item;
  if (item) tell(item, "take");
}

function tell(item, act) {
  const form = item.querySelector(".queue-acts");
  if (!form) return;
  const data = new FormData();
  data.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  data.set("act", act);
  navigator.sendBeacon(form.action, data);
}
