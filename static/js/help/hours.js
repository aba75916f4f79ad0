// Opening hours as the server tells them (actors/pictograms/told.py): open stretches in minutes since 1970.
const DAY = 1440;
const ZONE = "Europe/Brussels";

// What is known at a minute: a sentence of the server's list, the moment to fill in, and the tone.
export function stateAt(told, minute, until) {
  if (!told || minute >= until) return { key: "unknown", tone: "unknown" };
  if (told === "always") return { key: "always", tone: "good" };
  const stretches = stretchesOf(told);
  const unknown = stretches.find(({ open, start, end }) => !open && start <= minute && minute < end);
  if (unknown?.said) return { key: "said", words: unknown.said[0].toUpperCase() + unknown.said.slice(1), tone: "calm" };
  const now = stretches.find(({ open, start, end }) => open && start <= minute && minute < end);
  if (now && now.end >= until) return { key: "now", tone: "good" }; // beyond that nothing is kept
  if (now) return { key: dayNumber(now.end) - dayNumber(minute) > 1 ? "untilDay" : "until", moment: now.end, tone: "good" };
  const coming = stretches.filter(({ open, start }) => open && start > minute).sort((a, b) => a.start - b.start)[0];
  if (unknown || !coming) return { key: unknown ? "unknown" : "closed", tone: unknown ? "unknown" : "calm" };
  const ahead = dayNumber(coming.start) - dayNumber(minute);
  return { key: ["today", "tomorrow"][ahead] ?? (ahead < 7 ? "later" : "on"), moment: coming.start, tone: "calm" };
}

export function stretchesOf(told) {
  if (told === "-") return [];
  return told.split(";").map((stretch) => {
    const open = !stretch.startsWith("?");
    const [span, said] = stretch.slice(open ? 0 : 1).split(" ");
    const [start, end] = span.split("-").map(Number);
    return { open, start, end, said: decodeURIComponent(said ?? "") };
  });
}

// The words of a state, by the server's sentences.
export function wordsOf({ key, moment, words }, sentences) {
  if (words) return words;
  if (moment === undefined) return sentences.hours[key];
  const { weekday, day, month } = inBrussels(moment);
  return fill(sentences.hours[key], { time: timeOf(moment, sentences), day: sentences.days[weekday], date: `${day}/${month}` });
}

export function timeOf(moment, sentences) {
  const { hour, minute } = inBrussels(moment);
  return fill(sentences.time[minute === "00" ? "whole" : "part"], { hour: String(Number(hour)), minute });
}

export const weekdayOf = (moment) => inBrussels(moment).weekday;

export const minuteNow = () => Math.floor(Date.now() / 60_000);

export const SIGNS = { good: "door-open", calm: "clock", unknown: "circle-question" };

export function turnInto(use, pictogram) {
  use.setAttribute("href", `${use.getAttribute("href").split("#")[0]}#${pictogram}`);
}

export function fill(pattern, values) {
  return pattern.replace(/\{(\w+)\}/g, (_whole, name) => values[name]);
}

const format = new Intl.DateTimeFormat("en-GB", {
  timeZone: ZONE, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit",
});

function inBrussels(minute) {
  const parts = Object.fromEntries(format.formatToParts(new Date(minute * 60_000)).map(({ type, value }) => [type, value]));
  const date = Date.UTC(Number(parts.year), Number(parts.month) - 1, Number(parts.day));
  return { ...parts, date, weekday: (new Date(date).getUTCDay() + 6) % 7 };
}

function dayNumber(minute) {
  return inBrussels(minute).date / (DAY * 60_000);
}
