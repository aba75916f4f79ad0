// Cards without connection: made from the kept data, by the empty card that the server drew.
import { SIGNS, fill, minuteNow, stateAt, turnInto, wordsOf } from "./hours.js";
import { showButtons } from "./listen.js";
import { metresBetween } from "./near.js";
import { showAdvisers } from "./saved-advisers.js";
import { showChoice } from "./saved-choice.js";
import { comingDays, showDays, stateOn } from "./saved-days.js";
import { grouped, withoutTwins } from "./saved-groups.js";

const PAGE = 8;
const FORMAT = 6;
const NEAR_STEPS = [500, 1000, 2000, 5000, 10000];
const FURTHEST = 51_100; // metres

export async function fillCards(sentences) {
  const data = await keptData();
  const asked = new URLSearchParams(location.search);
  const numbers = showChoice(asked);
  if (!data) return reveal("[data-nothing-saved]");
  const from = await pointOf(asked);
  const days = comingDays(data.days, sentences);
  showDays(days, asked);
  const day = days.find(({ number }) => String(number) === asked.get("d"));
  const found = rank(data, asked, from, (told) => (day ? stateOn(told, day, data.until, sentences) : stateAt(told, minuteNow(), data.until)), day);
  document.querySelector("[data-made]").textContent = new Date(data.made * 60_000)
    .toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short", timeZone: "Europe/Brussels" });
  if (!found.length) return reveal("[data-nothing-found]");
  const list = document.querySelector("[data-cards]");
  const more = document.querySelector("[data-more]");
  let shown = 0;
  const show = () => {
    const cards = withoutTwins(found.slice(shown, shown + PAGE).filter((card) => !isSaidAbove(card, numbers)), sentences);
    for (const group of grouped(cards, sentences.groups, asked.getAll("b").length > 1)) list.append(...drawGroup(group, data, sentences));
    shown += PAGE;
    showAdvisers(found.slice(0, shown).filter(isSilent), data.advisers, asked);
    more.hidden = shown >= found.length;
    showButtons(list);
  };
  more.addEventListener("click", show);
  show();
}

// It is reached by telephone only, and its number stands among those to call; as in actors/pictograms/cards_screen.py.
function isSaidAbove({ place, dispatch, status, call }, numbers) {
  return !place?.address && !place?.withheld && !(dispatch && status) && numbers.includes(call?.[1]);
}

function reveal(selector) {
  document.querySelector(selector).hidden = false;
}

async function keptData() {
  const cache = await caches.open(`help-data ${document.body.dataset.scope}`);
  for (const request of await cache.keys()) {
    const data = await (await cache.match(request)).json();
    if (data.format === FORMAT) return data;
  }
  return null;
}

async function pointOf(asked) {
  const cache = await caches.open(`help-shell ${document.body.dataset.scope}`);
  const table = (await cache.keys()).find(({ url }) => url.endsWith(".json"));
  if (!table) return null;
  const points = await (await cache.match(table)).json();
  return points.neighbourhood[asked.get("w")] ?? points.municipality[asked.get("g")] ?? null;
}

// The same order as on the pages: actors/search/ranking.py, RESIDENT_CRITERIA.
function rank(data, asked, from, stateOf, day) {
  const wanted = asked.getAll("b");
  const themes = asked.getAll("t");
  const municipality = asked.get("g");
  const then = day?.start ?? minuteNow();
  const cards = data.cards
    .filter((card) => wanted.some((code) => card.for.includes(code)))
    .filter((card) => !themes.length || themes.some((code) => card.for.includes(code)))
    .filter((card) => !municipality || !card.only || card.only.includes(municipality))
    .map((card) => withPlace(card, data, from, stateOf, asked, day))
    .filter(({ state }) => !day || !state.isClosed);
  for (const card of cards) {
    const status = card.room && card.room[1] > then ? card.room[0] : "";
    card.status = status;
    card.key = [
      card.example ? 0 : 1,
      day && card.state.tone === "good" ? 1 : 0,
      coverOf(wanted, card.for),
      card.reached ? 1 : 0,
      status === "full" || status === "paused" ? 0 : 1,
      card.waits && !themes.length ? 0 : 1,
      status === "open" || status === "limited" ? 1 : 0,
      wanted.includes(card.mainNeed) || themes.includes(card.main) ? 1 : 0,
      card.state.tone === "good" ? 1 : 0,
      from ? NEAR_STEPS.filter((step) => card.metres <= step).length : 0,
      asked.has("w") ? -Math.floor(Math.min(card.metres, FURTHEST) / 100) : 0,
    ];
  }
  return cards.sort(compare);
}

// How many of several needs a card covers; of as many, the one that was named first (ranking.py, covered).
const MOST_NEEDS = 15;
function coverOf(wanted, having) {
  const met = wanted.slice(0, MOST_NEEDS).map((code, number) => (having.includes(code) ? number : -1)).filter((number) => number >= 0);
  return met.length && wanted.length > 1 ? (met.length - 1) * (MOST_NEEDS + 1) + MOST_NEEDS - met[0] : met.length;
}

function compare(a, b) {
  for (let i = 0; i < a.key.length; i += 1) if (a.key[i] !== b.key[i]) return b.key[i] - a.key[i];
  return 0; // what is equal stays as it came: sorted by freshness, language and name
}

// A walk is told where it is measured from where the person is; from the middle of a municipality only what lies in it.
function withPlace(card, data, from, stateOf, asked, day) {
  const places = (card.places ?? []).map(([address, lat, lon, number, drawn, withheld, town]) => ({
    address, point: [lat, lon], drawn, withheld, walk: asked.has("w"), isInTown: !asked.has("w") && town === asked.get("g"),
    state: stateOf(data.hours[number]),
    metres: from && lat ? metresBetween(from, [lat, lon]) : Infinity,
  }));
  const standing = ({ state }) => (state.isClosed ? 0 : state.tone === "good" ? 2 : 1);
  places.sort((a, b) => (day ? standing(b) - standing(a) : 0) || a.metres - b.metres || (b.state.tone === "good") - (a.state.tone === "good"));
  const place = places[0];
  return { ...card, place, state: place?.state ?? { key: "unknown", tone: "unknown" }, metres: place?.metres ?? Infinity };
}

function drawGroup({ title, cards }, data, sentences) {
  const list = Object.assign(document.createElement("ul"), { className: "cards" });
  list.append(...cards.map((card) => draw(card, data, sentences)));
  return title ? [Object.assign(document.createElement("h2"), { className: "group-title", textContent: title }), list] : [list];
}

function draw(card, data, sentences) {
  const item = document.createElement("li");
  item.append(document.querySelector("[data-card]").content.cloneNode(true));
  const slot = (name) => item.querySelector(`[data-slot="${name}"]`);
  const put = (name, text, language) => {
    const element = slot(name);
    if (!text) return element?.remove();
    const words = element.querySelector("span") ?? element;
    words.textContent = text;
    if (language) words.lang = language;
    return element;
  };
  put("name", card.name, card.lang);
  const text = put("text", card.text, card.textLang);
  if (!card.example) slot("example").remove();
  if (!card.women) slot("women").remove();
  slot("covers").remove();
  put("languages", card.languages);
  sign(put("hours", card.state.tone === "unknown" ? "" : wordsOf(card.state, sentences)), SIGNS[card.state.tone], card.state.tone);
  const room = sentences.room[card.status];
  sign(put("room", room?.[1]), room?.[0], room?.[2]);
  const where = [card.place?.address, card.place?.walk ? way(card.metres, sentences) : inTown(card.place, sentences)].filter(Boolean).join(" · ");
  const line = put("way", card.place?.withheld ? sentences.secret : where); // by telephone only: no pin
  const also = card.texts.slice(1).map((more) => Object.assign(text.cloneNode(true), { className: "also", textContent: more }));
  (line ?? item.querySelector(".buttons")).after(...also);
  facts(slot("facts"), card, sentences);
  put("ask", toAsk(card, sentences));
  if (!isSilent(card)) slot("silent").remove();
  if (!slot("unknown").children.length) slot("unknown").remove();
  phoneHours(put, card, data, sentences);
  callButton(slot("call"), slot("number"), card, sentences);
  helpline(slot("helpline"), slot("answered"), slot("line"), data.lines[card.line]);
  const directions = slot("directions");
  if (!card.place?.drawn) directions.remove();
  else {
    const point = card.place.point.join(",");
    directions.href = `geo:${point}?q=${point}`;
    delete directions.dataset.web; // there is no web
  }
  return item;
}

function sign(line, pictogram, tone) {
  if (!line) return;
  line.classList.add(tone);
  turnInto(line.querySelector("use"), pictogram);
}

function way(metres, sentences) {
  if (!Number.isFinite(metres)) return "";
  const { stride, least, counted, furthest } = sentences.pace; // the rule of actors/walking.py
  const minutes = Math.max(least, Math.round(metres / stride));
  if (minutes > furthest) return fill(sentences.way.far, { count: Math.round(metres / 1000) });
  return fill(sentences.way.walk, { count: minutes > counted ? 5 * Math.round(minutes / 5) : minutes });
}

function inTown(place, sentences) {
  return place?.isInTown ? fill(sentences.way.in, { municipality: document.querySelector("[data-place]").textContent }) : "";
}

function facts(list, card, sentences) {
  const example = list.querySelector("li");
  sentences.facts.forEach((answers, number) => {
    const answer = card.facts[number];
    if (answer === "?") return;
    const [pictogram, words, tone] = answers[answer];
    const item = example.cloneNode(true);
    item.className = tone;
    turnInto(item.querySelector("use"), pictogram);
    item.lastElementChild.textContent = words;
    list.append(item);
  });
  example.remove();
  if (!list.children.length) list.remove();
}

// What nobody told, as short questions on one line; as in actors/pictograms/cards.py.
function toAsk(card, sentences) {
  const facts = sentences.facts.filter((_fact, number) => card.facts[number] === "?").map((answers) => answers["?"]);
  return [...(card.state.tone === "unknown" ? [sentences.ask] : []), ...facts].join(" ");
}

// It exists, and nobody knows by which telephone it is reached; as HelpCard.has_no_number.
const isSilent = (card) => !card.example && card.line === undefined && card.call?.[0] !== "phone";

function helpline(button, answered, number, line) {
  if (!line) return button.remove();
  [button.href, number.textContent, answered.textContent] = line;
  return undefined;
}

// When the telephone is answered, where it has hours of its own; as phone_sign in actors/pictograms/words.py.
function phoneHours(put, card, data, sentences) {
  const told = card.call?.[3] === undefined ? "" : data.hours[card.call[3]];
  const state = stateAt(told, minuteNow(), data.until);
  const words = told ? wordsOf(state, sentences) : "";
  put("phone", words && fill(sentences.phone, { hours: words[0].toLowerCase() + words.slice(1) }))?.classList.add(state.tone);
}

function callButton(button, number, card, sentences) {
  if (!card.call) return button.remove();
  const [kind, address, words] = card.call;
  button.href = address;
  number.textContent = words;
  button.querySelector("strong").textContent = sentences.call[kind][1];
  return turnInto(button.querySelector("use"), sentences.call[kind][0]);
}
