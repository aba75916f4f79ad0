// "Near me": the device finds the name of its neighbourhood in a small table. Its position goes nowhere.
import { metresBetween } from "./help/near.js";

const OUTSIDE = 3000; // metres from the middle of every neighbourhood

const button = document.querySelector("[data-near-me]");
const said = button?.parentElement.querySelector(".near-me-said");

if (button && navigator.geolocation) {
  button.hidden = false;
  button.addEventListener("click", () => {
    button.disabled = true;
    said.textContent = said.dataset.private;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => search(coords).catch(() => fail("refused")),
      () => fail("refused"),
      { timeout: 10_000, maximumAge: 300_000 },
    );
  });
}

async function search({ latitude, longitude }) {
  const { places } = await (await fetch(button.dataset.nearMe)).json();
  const away = ([, lat, lon]) => metresBetween([latitude, longitude], [lat, lon]);
  const nearest = places.reduce((best, other) => (away(other) < away(best) ? other : best));
  if (away(nearest) > OUTSIDE) return fail("outside");
  button.disabled = false;
  said.textContent = "";
  [button.form.elements.where.value] = nearest;
  return button.form.requestSubmit();
}

function fail(why) {
  button.disabled = false;
  said.textContent = said.dataset[why];
}
