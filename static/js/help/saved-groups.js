// A page of kept cards in groups, each offer once: as actors/pictograms/groups.py does it.
import { fill, wordsOf } from "./hours.js";

const ORDER = ["go", "ask", "far", "none"];

export function grouped(cards, titles, several) {
  const ways = ORDER.filter((way) => cards.some((card) => wayOf(card) === way));
  if (several || ways.length < 2) return [{ title: "", cards }];
  return ways.map((way) => {
    const members = cards.filter((card) => wayOf(card) === way);
    return { title: fill(titles[way], { count: members.length }), cards: members };
  });
}

function wayOf(card) {
  if (card.example) return "none";
  if (!card.place?.address && !card.place?.withheld && !card.dispatch) return "far";
  return card.state.tone === "good" || card.state.moment !== undefined || card.status ? "go" : "ask";
}

export function withoutTwins(cards, sentences) {
  const kept = new Map();
  for (const card of cards) {
    const hours = card.state.tone === "unknown" ? "" : wordsOf(card.state, sentences);
    const { name, facts, call, line, women, status, example, languages, place } = card;
    const told = JSON.stringify([name, place?.address, place?.withheld, hours, facts, call, line, women, status, example, languages]);
    const twin = kept.get(told);
    if (!twin) kept.set(told, { ...card, texts: [card.text] });
    else if (!twin.texts.includes(card.text)) twin.texts.push(card.text);
  }
  return [...kept.values()];
}
