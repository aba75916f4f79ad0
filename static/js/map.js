// The map of the results. The list beside it has the same content; this is for those who think in places.
import { drawGround } from "./ground.js";

const L = window.L;
const REGION = [[50.764, 4.244], [50.914, 4.482]];
const PLACES_FROM = 14; // zoom; from here on single places are drawn, before that counts
const LEVELS = [[11, "zone"], [12, "municipality"], [PLACES_FROM - 1, "neighbourhood"]]; // up to this zoom
const MOST_PINS = 20;

// Markers are no stops for the keyboard: the list has them all, in order. The map itself can be moved by keys.
const quiet = { keyboard: false };
const icon = (className, html, width, height = width) => L.divIcon({ className, html, iconSize: width && [width, height] });

// A pin shows the numbers of all results at its point, the first few where there are many.
const MOST_NUMBERS = 3;
function pinIcon(numbers) {
  const shown = numbers.slice(0, MOST_NUMBERS);
  if (numbers.length > MOST_NUMBERS) shown.push("…");
  const text = shown.join(" ");
  return icon("map-pin", text, Math.max(26, 10 + 8 * text.length), 26);
}

const levelAt = (zoom) => LEVELS.find(([until]) => zoom <= until)?.[1];

export function showMap(column) {
  const canvas = column?.querySelector("[data-map-canvas]");
  if (!canvas || !L) return;
  const toggle = column.querySelector("[data-map-toggle]");
  const draw = () => canvas.offsetParent && !canvas.dataset.drawn && new ResultMap(canvas);
  toggle.addEventListener("click", () => {
    const open = column.classList.toggle("is-open");
    toggle.setAttribute("aria-expanded", String(open));
    draw();
  });
  if (wasOpen) toggle.click();
  draw();
  window.addEventListener("resize", draw, { once: true });
  toggle.addEventListener("click", () => { wasOpen = column.classList.contains("is-open"); });
}

let wasOpen = false; // stays when results change

class ResultMap {
  constructor(canvas) {
    canvas.dataset.drawn = "yes";
    this.canvas = canvas;
    this.data = JSON.parse(document.getElementById("map-data").textContent);
    this.map = L.map(canvas, { zoomSnap: 0.5, minZoom: 10, maxZoom: 18, attributionControl: true });
    this.map.attributionControl.setPrefix(false);
    this.counts = L.layerGroup().addTo(this.map);
    this.places = L.layerGroup().addTo(this.map);
    this.pins = L.layerGroup().addTo(this.map);
    this.frame();
    drawGround(this.map, this.canvas.dataset);
    this.drawPins();
    this.refresh();
    this.map.on("zoomend moveend", () => this.refresh());
  }

  get total() {
    return Math.max(0, ...this.data.counts.zone.map((zone) => zone.count));
  }

  frame() {
    const points = this.data.pins.map((pin) => pin.point);
    if (points.length && this.total <= MOST_PINS) this.map.fitBounds(points, { padding: [24, 24], maxZoom: 14.5 });
    else this.map.fitBounds(REGION);
  }

  drawPins() {
    for (const pin of this.data.pins) {
      const marker = L.marker(pin.point, { icon: pinIcon(pin.numbers), ...quiet, title: pin.names.join("\n"), alt: pin.names.join(", ") });
      marker.on("click", () => this.go(pin.url)).addTo(this.pins);
    }
  }

  go(url) {
    window.location.assign(url);
  }

  refresh() {
    const level = levelAt(this.map.getZoom());
    this.counts.clearLayers();
    if (level && this.total > MOST_PINS) this.drawCounts(this.data.counts[level]);
    if (!level && this.total > MOST_PINS) this.loadPlaces();
    else this.places.clearLayers();
  }

  drawCounts(counts) {
    for (const { name, point, count } of counts) {
      const size = 26 + Math.min(16, Math.round(Math.sqrt(count)));
      const marker = L.marker(point, { icon: icon("map-count", String(count), size), ...quiet, title: `${name}: ${count}`, alt: `${name}: ${count}`, zIndexOffset: -500 });
      marker.on("click", () => this.map.setView(point, this.map.getZoom() + 2)).addTo(this.counts);
    }
  }

  async loadPlaces() {
    const box = this.map.getBounds();
    const asked = new URLSearchParams(window.location.search);
    asked.set("bbox", [box.getSouth(), box.getWest(), box.getNorth(), box.getEast()].join(","));
    const answer = await fetch(`${this.canvas.dataset.places}?${asked}`).catch(() => null);
    if (!answer?.ok) return;
    const { places } = await answer.json();
    this.places.clearLayers();
    for (const place of places) {
      const marker = L.marker(place.point, { icon: icon("map-place", "", 14), ...quiet, title: place.name, alt: place.name, zIndexOffset: -200 });
      marker.on("click", () => this.go(place.url)).addTo(this.places);
    }
  }
}
