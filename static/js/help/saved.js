// A screen that was kept on the device: takes over what was chosen from the address, and says how things stand now.
import { SIGNS, minuteNow, stateAt, turnInto, wordsOf } from "./hours.js";

const FORTNIGHT = 15 * 1440; // minutes; hours were told for so long

export function bringUpToDate() {
  const sentences = JSON.parse(document.getElementById("sentences").textContent);
  const made = Math.floor(Number(document.documentElement.dataset.saved) / 60);
  keepChoice();
  for (const line of document.querySelectorAll("[data-told]")) {
    showState(line, stateAt(line.dataset.told, minuteNow(), made + FORTNIGHT - 1440), sentences);
  }
  for (const languages of document.querySelectorAll(".languages")) languages.hidden = true; // they are not kept
  if (document.querySelector("[data-card]")) import("./saved-cards.js").then((cards) => cards.fillCards(sentences));
}

function showState(line, state, sentences) {
  line.classList.remove("good", "bad", "calm", "unknown");
  line.classList.add(state.tone);
  const key = state.key === "unknown" ? "unknown number" : state.key;
  line.querySelector("span").textContent = wordsOf({ ...state, key }, sentences);
  turnInto(line.querySelector("use"), SIGNS[state.tone]);
}

// Links of the kept page know nothing of what was chosen: they take it from the address.
function keepChoice() {
  const here = new URLSearchParams(location.search);
  const hasPlace = here.has("g") || here.has("w");
  for (const link of document.querySelectorAll("a[data-keep]")) {
    const there = new URL(link.href);
    for (const [name, value] of here) if (name !== "m" && !there.searchParams.has(name)) there.searchParams.append(name, value);
    for (const value of here.getAll("b").slice(1)) if (!there.searchParams.getAll("b").includes(value)) there.searchParams.append("b", value);
    if (hasPlace && link.dataset.cards) there.pathname = link.dataset.cards; // where is known: on to the cards
    link.href = there;
  }
  const near = document.querySelector("[data-to]");
  if (near) near.dataset.to += location.search;
}
