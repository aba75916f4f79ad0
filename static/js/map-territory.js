// A map of a territory without tiles: the ground, and on it how many services each part has, or the places themselves
// when one comes near. The text beside it has the same content; this is for those who think in places.
import { drawGround } from "./ground.js";
import { boxAt, freePoint, markerBoxes } from "./map-space.js";

const { L } = window;
const REGION = [[50.764, 4.244], [50.914, 4.482]];
const PLACES_FROM = 14; // zoom; from here on single places are drawn, before that counts
const LEVELS = [[11, "zone"], [12, "municipality"], [PLACES_FROM - 1, "neighbourhood"]]; // up to this zoom
const DIGITS = 4; // of degrees in an address: ten metres
const COUNT = [52, 34]; // pixels
export const DEEPEST = 18;

// Markers are no stops for the keyboard: the list has them all, in order. The map itself can be moved by keys.
export const quiet = { keyboard: false };
export const icon = (className, html, width, height = width) => L.divIcon({ className, html, iconSize: width && [width, height] });
export const countIcon = (count, services) => icon("map-count", `${count}<small>${services}</small>`, ...COUNT);

const levelAt = (zoom) => LEVELS.find(([until]) => zoom <= until)?.[1];

export class TerritoryMap {
  // `data`: as actors/catalogue/map_data.py makes it; `query`: what is asked, as in the address of a search.
  constructor(canvas, data, query) {
    canvas.dataset.drawn = "yes";
    this.canvas = canvas;
    this.data = data;
    this.query = query;
    this.map = L.map(canvas, { zoomSnap: 0.5, minZoom: 10, maxZoom: DEEPEST, attributionControl: true });
    this.map.attributionControl.setPrefix(false);
    this.counts = L.layerGroup().addTo(this.map);
    this.places = L.layerGroup().addTo(this.map);
    this.frame();
    drawGround(this.map, this.canvas.dataset);
    this.map.on("zoomend moveend", () => this.refresh());
  }

  frame() {
    const [south, west, north, east] = this.data.box ?? [];
    this.map.fitBounds(this.data.box ? [[south, west], [north, east]] : REGION);
  }

  refresh() {
    const level = levelAt(this.map.getZoom());
    this.counts.clearLayers();
    if (level) this.drawCounts(this.data.counts[level]);
    if (level) this.places.clearLayers();
    else this.loadPlaces();
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
    const asked = new URLSearchParams(this.query);
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
}
