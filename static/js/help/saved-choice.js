// What was chosen, said on a kept page of cards: the needs, the place, and the themes, each to take in or out.
import { turnInto } from "./hours.js";
import { showNumbers } from "./saved-numbers.js";

// Returns the links of the numbers to call that stand above the cards.
export function showChoice(asked) {
  const { needs, places } = JSON.parse(document.getElementById("named").textContent);
  const chosen = asked.getAll("b").filter((code) => needs[code]);
  if (chosen.length) document.querySelector("[data-chosen]").replaceChildren(...chosen.map((code) => drawn("[data-sign]", needs[code])));
  const place = places.neighbourhood[asked.get("w")] ?? places.municipality[asked.get("g")];
  if (place) say(document.querySelector("[data-place]"), place);
  const numbers = showNumbers(chosen.map((code) => needs[code][4]));
  const themes = chosen.flatMap((code) => Object.entries(needs[code][3]));
  if (!themes.length) return numbers;
  const box = document.querySelector("[data-themes]");
  box.hidden = false;
  box.open = asked.has("t");
  box.querySelector("ul").replaceChildren(...themes.map(([code, theme]) => toggle(code, theme, asked)));
  return numbers;
}

function toggle(code, theme, asked) {
  const item = drawn("[data-theme]", theme);
  const link = item.querySelector("a");
  const others = asked.getAll("t").filter((other) => other !== code);
  const isChosen = others.length < asked.getAll("t").length;
  const there = new URLSearchParams(asked);
  there.delete("t");
  for (const other of isChosen ? others : [...others, code]) there.append("t", other);
  link.href = `?${there}`;
  if (isChosen) link.setAttribute("aria-current", "true");
  return item;
}

function drawn(template, [pictogram, ...words]) {
  const part = document.querySelector(template).content.cloneNode(true).firstElementChild;
  turnInto(part.querySelector("use"), pictogram);
  say(part.querySelector("span:last-of-type") ?? part, words);
  return part;
}

function say(element, [text, language]) {
  element.textContent = text;
  if (language) Object.assign(element, { lang: language, dir: "ltr" });
}
