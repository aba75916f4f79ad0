// The map of the results. The list beside it has the same content; this is for those who think in places.
import { drawGround } from "./ground.js";
import { cluster } from "./map-clusters.js";
import { linkToList } from "./map-list.js";
import { boxAt, freePoint, markerBoxes } from "./map-space.js";

const L = window.L;
const REGION = [[50.764, 4.244], [50.914, 4.482]];
const PLACES_FROM = 14; // zoom; from here on single places are drawn, before that counts
const LEVELS = [[11, "zone"], [12, "municipality"], [PLACES_FROM - 1, "neighbourhood"]]; // up to this zoom
const MOST_PINS = 20;
const DIGITS = 4; // of degrees in an address: ten metres
const DEEPEST = 18;

// Markers are no stops for the keyboard: the list has them all, in order. The map itself can be moved by keys.
const quiet = { keyboard: false };
const icon = (className, html, width, height = width) => L.divIcon({ className, html, iconSize: width && [width, height] });

// A pin has the numbers of its results in the list: one number system. What stands for many says how many they are.
function pinIcon(numbers) {
  const text = numbers.join(" ");
  return icon("map-pin", text, Math.max(26, 10 + 8 * text.length), 26);
}

const COUNT = [52, 34]; // pixels
const countIcon = (count, services) => icon("map-count", `${count}<small>${services}</small>`, ...COUNT);

const levelAt = (zoom) => LEVELS.find(([until]) => zoom <= until)?.[1];

export function showMap(column) {
  const canvas = column?.querySelector("[data-map-canvas]");
  if (!canvas || !L) return;
  const toggle = document.querySelector("[data-map-toggle]");
  const draw = () => canvas.offsetParent && !canvas.dataset.drawn && new ResultMap(canvas, column);
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
  constructor(canvas, column) {
    canvas.dataset.drawn = "yes";
    this.canvas = canvas;
    this.data = JSON.parse(document.getElementById("map-data").textContent);
    this.map = L.map(canvas, { zoomSnap: 0.5, minZoom: 10, maxZoom: DEEPEST, attributionControl: true });
    this.map.attributionControl.setPrefix(false);
    this.counts = L.layerGroup().addTo(this.map);
    this.places = L.layerGroup().addTo(this.map);
    this.pins = L.layerGroup().addTo(this.map);
    this.frame();
    drawGround(this.map, this.canvas.dataset);
    this.list = linkToList(document.querySelectorAll(".results .card"));
    this.refresh();
    this.map.on("zoomend moveend", () => this.refresh());
    this.offerThisArea(column.querySelector("[data-map-here]"));
  }

  frame() {
    const points = this.data.pins.map((pin) => pin.point);
    const [south, west, north, east] = this.data.box ?? [];
    if (this.data.box) this.map.fitBounds([[south, west], [north, east]]);
    else if (points.length && this.data.total <= MOST_PINS) this.map.fitBounds(points, { padding: [24, 24], maxZoom: 14.5 });
    else this.map.fitBounds(REGION);
  }

  // Pins that would lie over each other stand together, until one comes nearer.
  drawPins() {
    this.pins.clearLayers();
    this.list.forget();
    for (const { point, numbers, names, isMany } of cluster(this.map, this.data.pins)) {
      const look = isMany ? countIcon(numbers.length, this.canvas.dataset.services) : pinIcon(numbers);
      const marker = L.marker(point, { icon: look, ...quiet, title: names.join("\n"), alt: names.join(", "), zIndexOffset: 1000 });
      marker.on("click", () => this.choose(point, numbers, isMany)).addTo(this.pins);
      this.list.tie(marker, numbers);
    }
  }

  choose(point, numbers, isMany) {
    if (isMany && this.map.getZoom() < DEEPEST) this.map.setView(point, Math.min(DEEPEST, this.map.getZoom() + 2));
    else this.list.show(numbers[0]);
  }

  refresh() {
    const level = levelAt(this.map.getZoom());
    this.drawPins();
    this.counts.clearLayers();
    if (level && this.data.total > MOST_PINS) this.drawCounts(this.data.counts[level]);
    if (!level && this.data.total > MOST_PINS) this.loadPlaces();
    else this.places.clearLayers();
    this.map.fire("marked");
  }

  // A count stands for an area, not for a point: it gives way to pins.
  drawCounts(counts) {
    const taken = markerBoxes(this.map);
    for (const { name, point, count } of counts) {
      const look = countIcon(count, this.canvas.dataset.services);
      const middle = this.map.latLngToContainerPoint(point);
      const free = freePoint(middle, ...COUNT, taken) ?? middle;
      taken.push(boxAt(free, ...COUNT));
      const marker = L.marker(this.map.containerPointToLatLng([free.x, free.y]), { icon: look, ...quiet, title: `${name}: ${count}`, alt: `${name}: ${count}`, zIndexOffset: -500 });
      marker.on("click", () => this.map.setView(point, this.map.getZoom() + 2)).addTo(this.counts);
    }
  }

  get box() {
    const seen = this.map.getBounds();
    return [seen.getSouth(), seen.getWest(), seen.getNorth(), seen.getEast()].map((degrees) => degrees.toFixed(DIGITS)).join(",");
  }

  async loadPlaces() {
    const asked = new URLSearchParams(window.location.search);
    asked.set("bbox", this.box);
    const answer = await fetch(`${this.canvas.dataset.places}?${asked}`).catch(() => null);
    if (!answer?.ok) return;
    const { places } = await answer.json();
    this.places.clearLayers();
    for (const place of places) {
      const marker = L.marker(place.point, { icon: icon("map-place", "", 14), ...quiet, title: place.name, alt: place.name, zIndexOffset: -200 });
      marker.on("click", () => window.location.assign(place.url)).addTo(this.places);
    }
  }

  // Who has moved the map may search what is seen.
  offerThisArea(button) {
    this.map.on("moveend", () => { button.hidden = false; });
    button.addEventListener("click", () => {
      const form = button.form;
      const field = form.elements.box ?? form.querySelector("#search-body").appendChild(Object.assign(document.createElement("input"), { type: "hidden", name: "box" }));
      field.value = this.box;
      form.requestSubmit();
    });
  }
}
