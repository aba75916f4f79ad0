// The map of a care zone: its borders, and how many services each part of it has.
import { TerritoryMap } from "./map-territory.js";

const canvas = document.querySelector("[data-zone-map]");

// Drawn when it is looked at: what lies under it weighs more than the page.
if (canvas && window.L) {
  canvas.parentElement.hidden = false;
  const seen = new IntersectionObserver(([entry]) => {
    if (!entry.isIntersecting) return;
    seen.disconnect();
    const data = JSON.parse(document.getElementById("map-data").textContent);
    new TerritoryMap(canvas, data, canvas.dataset.query).refresh();
  });
  seen.observe(canvas);
}
