// A screen that was kept on the device: takes over what was chosen from the address, and says how things stand now.
import { SIGNS, minuteNow, stateAt, turnInto, wordsOf } from "./hours.js";

const FORTNIGHT = 15 * 1440; // minutes; hours were told for so long

export function bringUpToDate() {
  const sentences = JSON.parse(document.getElementById("sentences").textContent);
  const made = Math.floor(Number(document.documentElement.dataset.saved) / 60);
  for (const line of document.querySelectorAll("[data-told]")) {
    showState(line, stateAt(line.dataset.told, minuteNow(), made + FORTNIGHT - 1440), sentences);
  }
  for (const languages of document.querySelectorAll(".languages")) switchOff(languages);
  if (document.querySelector("[data-card]")) import("./saved-cards.js").then((cards) => cards.fillCards(sentences));
}

// Other languages are not kept: their links stay in their place, grey, and say why they do not answer.
function switchOff(languages) {
  languages.classList.add("is-off");
  const why = languages.querySelector("[data-no-connection]").content;
  for (const link of languages.querySelectorAll("a[href]")) {
    link.removeAttribute("href");
    link.setAttribute("role", "link");
    link.setAttribute("aria-disabled", "true");
    link.append(why.cloneNode(true));
  }
}

function showState(line, state, sentences) {
  line.classList.remove("good", "bad", "calm", "unknown");
  line.classList.add(state.tone);
  const key = state.key === "unknown" ? "unknown number" : state.key;
  line.querySelector("span").textContent = wordsOf({ ...state, key }, sentences);
  turnInto(line.querySelector("use"), SIGNS[state.tone]);
}
