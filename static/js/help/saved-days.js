// The day on which somebody wants to go, on kept cards: as actors/pictograms/day.py.
import { fill, minuteNow, stretchesOf, timeOf, weekdayOf } from "./hours.js";

const WEEK = 7;

// The coming seven days: what is left of today, and six whole ones. `midnights` are the kept ones, in minutes since 1970.
export function comingDays(midnights, { day: said, days: names }) {
  const now = minuteNow();
  const today = midnights.findLastIndex((midnight) => midnight <= now);
  if (today < 0) return [];
  return midnights.slice(today, today + WEEK).map((midnight, ahead) => ({
    number: weekdayOf(midnight) + 1,
    midnight,
    start: Math.max(now, midnight),
    end: midnights[today + ahead + 1],
    words: [said.today, said.tomorrow][ahead] ?? capitalised(names[weekdayOf(midnight)]),
  })).filter(({ end }) => end);
}

const capitalised = (words) => words[0].toUpperCase() + words.slice(1);

// How things stand on that day: open from when until when, not known, or closed.
export function stateOn(told, day, until, sentences) {
  if (!told || day.start >= until) return { key: "unknown", tone: "unknown" };
  const isOn = ({ start, end }) => start < day.end && end > day.start;
  const stretches = told === "always" ? [{ open: true, start: 0, end: Infinity }] : stretchesOf(told).filter(isOn);
  const open = stretches.filter((stretch) => stretch.open);
  const say = (pattern, times) => fill(sentences.day[pattern], { day: day.words, times });
  if (open.length) {
    const times = open.sort((a, b) => a.start - b.start).map((stretch) => timesOf(stretch, day, sentences)).join(", ");
    return { key: "said", words: say("open", times), tone: "good" };
  }
  const unknown = stretches.find((stretch) => !stretch.open);
  if (unknown?.said) return { key: "said", words: capitalised(unknown.said), tone: "calm" };
  return unknown ? { key: "unknown", tone: "unknown" } : { key: "said", words: say("closed"), tone: "calm", isClosed: true };
}

function timesOf({ start, end }, day, sentences) {
  const goesOn = end >= day.end;
  const from = timeOf(Math.max(start, day.start), sentences);
  const to = timeOf(Math.min(end, day.end), sentences);
  if (start > day.start || !(day.start > day.midnight || goesOn)) return fill(sentences.day.times, { start: from, end: to });
  return goesOn ? sentences.day.whole : fill(sentences.day.until, { end: to });
}

// A link for each of the days: a tap chooses it, or none again.
export function showDays(days, asked) {
  document.querySelector("[data-days] ul").replaceChildren(...days.map(({ number, words }) => {
    const isChosen = asked.get("d") === String(number);
    const there = new URLSearchParams(asked);
    if (isChosen) there.delete("d");
    else there.set("d", number);
    const link = Object.assign(document.createElement("a"), { className: "theme", href: `?${there}`, textContent: words });
    if (isChosen) link.setAttribute("aria-current", "true");
    const item = document.createElement("li");
    item.append(link);
    return item;
  }));
  document.querySelector("[data-days]").open = asked.has("d");
}
