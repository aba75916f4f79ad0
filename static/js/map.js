// The map of the results. The list beside it has the same content; this is for those who think in places.
import { cluster } from "./map-clusters.js";
import { linkToList } from "./map-list.js";
import { countIcon, DEEPEST, icon, quiet, TerritoryMap } from "./map-territory.js";

const L = window.L;
const MOST_PINS = 20;

// A pin has the numbers of its results in the list: one number system. What stands for many says how many they are.
function pinIcon(numbers) {
  const text = numbers.join(" ");
  return icon("map-pin", text, Math.max(26, 10 + 8 * text.length), 26);
}

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

class ResultMap extends TerritoryMap {
  constructor(canvas, column) {
    super(canvas, JSON.parse(document.getElementById("map-data").textContent), window.location.search);
    this.pins = L.layerGroup().addTo(this.map);
    this.list = linkToList(document.querySelectorAll(".results .card"));
    this.refresh();
    this.offerThisArea(column.querySelector("[data-map-here]"));
  }

  frame() {
    const points = this.data.pins.map((pin) => pin.point);
    const few = !this.data.box && points.length && this.data.total <= MOST_PINS;
    if (few) this.map.fitBounds(points, { padding: [24, 24], maxZoom: 14.5 });
    else super.frame();
  }

  // A page that has all its results on it needs no counts.
  refresh() {
    this.drawPins();
    if (this.data.total > MOST_PINS) super.refresh();
    else this.map.fire("marked");
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
