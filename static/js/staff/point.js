// The point of a place on a small map: a click or a drag sets it, and its neighbourhood and zone follow. The map needs
// no tiles: it draws what the site knows. Without it people fill in two numbers.
import { drawGround } from "../ground.js";
import { Street } from "./street.js";
import { word } from "./words.js";

const BRUSSELS = [50.8467, 4.3525];
const CLOSE = 14;
const DIGITS = 5;

export function showPoints(root, { placeUrl, streetUrl }) {
  const places = root.matches("[data-place]") ? [root] : root.querySelectorAll("[data-place]");
  for (const place of places) if (!place.dataset.shown) new Street(place, streetUrl, new Point(place, placeUrl));
}

class Point {
  constructor(place, url) {
    place.dataset.shown = "yes";
    const field = (name) => place.querySelector(`[name="${place.dataset.place}-${name}"]`);
    [this.lat, this.lon, this.neighbourhood] = ["lat", "lon", "neighbourhood"].map(field);
    this.territory = place.querySelector("[data-territory-words]");
    this.url = url;
    this.draw(place.querySelector("[data-place-map]"));
    for (const input of [this.lat, this.lon]) input.addEventListener("change", () => this.typed());
  }

  draw(canvas) {
    const { L } = window;
    if (!L) return;
    canvas.hidden = false;
    const here = this.point ?? BRUSSELS;
    this.map = L.map(canvas, { attributionControl: false, scrollWheelZoom: false, keyboard: false }).setView(here, this.point ? CLOSE : CLOSE - 2);
    canvas.title = word("map");
    canvas.tabIndex = -1;
    const icon = L.divIcon({ className: "place-pin", iconSize: [22, 22] });
    this.marker = L.marker(here, { icon, draggable: true, keyboard: false, opacity: this.point ? 1 : 0 }).addTo(this.map);
    this.marker.on("dragend", () => this.set(this.marker.getLatLng()));
    this.map.on("click", (event) => this.set(event.latlng));
    drawGround(this.map, canvas.dataset);
  }

  get point() {
    const [lat, lon] = [this.lat, this.lon].map((input) => Number.parseFloat(input.value));
    return Number.isFinite(lat) && Number.isFinite(lon) ? [lat, lon] : null;
  }

  set({ lat, lng }) {
    this.lat.value = lat.toFixed(DIGITS);
    this.lon.value = lng.toFixed(DIGITS);
    this.lat.dispatchEvent(new Event("input", { bubbles: true }));
    return this.typed();
  }

  async typed() {
    if (!this.point) return;
    this.marker?.setLatLng(this.point).setOpacity(1);
    this.map?.panTo(this.point);
    const [lat, lon] = this.point;
    const answer = await fetch(`${this.url}?lat=${lat}&lon=${lon}`).catch(() => null);
    if (!answer?.ok || answer.redirected) return;
    const found = await answer.json();
    this.say(found.neighbourhood ? `${found.words} ${found.certain ? "" : word("uncertain")}` : word("outside"));
    if (found.neighbourhood) this.neighbourhood.value = String(found.neighbourhood);
  }

  say(words) {
    this.territory.textContent = words;
  }
}
