// A page of kept cards in groups, each offer once: as actors/pictograms/groups.py does it.
import { fill, wordsOf } from "./hours.js";

const INVENTED = "none";
const ORDER = ["go", "ask", "far", INVENTED];

export function grouped(cards, titles, several) {
  const of = (way) => cards.filter((card) => wayOf(card) === way);
  const titled = (way) => ({ title: fill(titles[way], { count: of(way).length }), cards: of(way) });
  const ways = ORDER.filter((way) => of(way).length);
  const real = ways.filter((way) => way !== INVENTED);
  const together = { title: "", cards: cards.filter((card) => wayOf(card) !== INVENTED) };
  const groups = several || real.length === 1 ? [together].filter((group) => group.cards.length) : real.map(titled);
  return ways.includes(INVENTED) ? [...groups, titled(INVENTED)] : groups;
}

function wayOf(card) {
  if (card.example) return INVENTED;
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
