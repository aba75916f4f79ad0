// "Near me": the device finds its neighbourhood in a small table. Its position goes nowhere, not even into an address.
import { wayOut } from "./leave.js";

const OUTSIDE = 3000; // metres from the middle of every neighbourhood
const METRES = 111_195; // of a degree of latitude

export function findNeighbourhood() {
  const button = document.querySelector("[data-near]");
  if (!button || !navigator.geolocation) return;
  button.hidden = false;
  show("private");
  button.addEventListener("click", () => {
    button.disabled = true;
    navigator.geolocation.getCurrentPosition(
      (position) => go(button, position.coords).catch(() => fail(button, "refused")),
      () => fail(button, "refused"),
      { timeout: 10_000, maximumAge: 300_000 },
    );
  });
}

async function go(button, { latitude, longitude }) {
  const answer = await fetch(button.dataset.near);
  const { neighbourhood: table } = await answer.json();
  const [code, metres] = nearest(table, latitude, longitude);
  if (metres > OUTSIDE) return fail(button, "outside");
  const address = new URL(button.dataset.to, location.href);
  address.searchParams.set("w", code);
  if (wayOut()) location.replace(address);
  else location.assign(address);
}

function nearest(table, latitude, longitude) {
  return Object.entries(table)
    .map(([code, point]) => [code, metresBetween([latitude, longitude], point)])
    .reduce((best, other) => (other[1] < best[1] ? other : best));
}

export function metresBetween([latitude, longitude], [otherLatitude, otherLongitude]) {
  const narrower = Math.cos((latitude * Math.PI) / 180);
  return METRES * Math.hypot(otherLatitude - latitude, (otherLongitude - longitude) * narrower);
}

function fail(button, why) {
  button.disabled = false;
  show(why);
}

function show(what) {
  const message = document.querySelector(`[data-near-${what}]`);
  if (message) message.hidden = false;
}
