// Reading aloud by the browser, each text in its own language. Without a voice for the page there are no buttons.
const speech = window.speechSynthesis;
let playing = null;

export function readAloud() {
  if (!speech) return;
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-listen]");
    if (button) toggle(button);
  });
  showButtons();
  speech.addEventListener?.("voiceschanged", () => showButtons());
  window.addEventListener("pagehide", () => speech.cancel());
}

// Buttons of cards that come later are shown too.
export function showButtons(root = document) {
  if (!voiceFor(document.documentElement.lang)) return;
  for (const button of root.querySelectorAll("[data-listen]")) button.hidden = false;
}

function voiceFor(language) {
  const voices = speech?.getVoices() ?? [];
  const fits = (voice) => voice.lang.toLowerCase().replace("_", "-").split("-")[0] === language.split("-")[0];
  return voices.find((voice) => fits(voice) && /-be$/i.test(voice.lang)) ?? voices.find(fits);
}

function toggle(button) {
  const stopped = playing;
  speech.cancel();
  stopped?.setAttribute("aria-pressed", "false");
  playing = null;
  if (stopped === button) return;
  playing = button;
  button.setAttribute("aria-pressed", "true");
  const pieces = piecesOf(button.closest("[data-readable]") ?? document.querySelector("main"));
  pieces.forEach((piece, number) => speech.speak(utterance(piece, number === pieces.length - 1 ? button : null)));
}

function utterance({ text, language }, last) {
  const words = new SpeechSynthesisUtterance(text);
  words.lang = language;
  const voice = voiceFor(language);
  if (voice) words.voice = voice;
  words.rate = 0.9;
  if (last) words.onend = () => { if (playing === last) { playing = null; last.setAttribute("aria-pressed", "false"); } };
  return words;
}

// The visible texts below an element, one for each block and language, in order.
function piecesOf(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const pieces = [];
  let block = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent.replace(/\s+/g, " ").trim();
    const parent = node.parentElement;
    if (!text || parent.closest("[hidden], [data-listen], template") || !parent.getClientRects().length) continue;
    const language = parent.closest("[lang]")?.lang || document.documentElement.lang;
    const here = parent.closest("p, li, h1, h2, h3, a, label, button");
    const last = pieces.at(-1);
    if (last && here === block && last.language === language) last.text += ` ${text}`;
    else pieces.push({ text, language });
    block = here;
  }
  return pieces;
}
