// Names on the ground of a map: of municipalities from far, of neighbourhoods nearer by, of streets near; never one over
// another, nor under a pin. Written on one canvas that follows the map.
import { boxAt, freePoint, isFree, markerBoxes } from "./map-space.js";

const { L } = window;
const FROM = { municipality: [0, 13.5], neighbourhood: [13, 15.5], street: [15, 99] }; // zoom
const MAIN_FROM = 14; // zoom at which the longest streets have names
const FONT = { municipality: "600 13px", neighbourhood: "600 12px", street: "11px" };
const GAP = 6; // pixels between names
const LINE = 20; // pixels that a name of a municipality or neighbourhood takes
const ASIDE = [0, 18, 32]; // pixels that such a name may stand away from its middle
const french = document.documentElement.lang === "fr";

export class Names {
  constructor(map) {
    this.map = map;
    this.all = [];
    this.canvas = map.getPane("names").appendChild(L.DomUtil.create("canvas", "leaflet-zoom-hide"));
    map.on("moveend zoomend resize marked", () => this.draw());
  }

  add(rows, kind) {
    for (const [nl, fr, lat, lon] of rows) this.all.push({ kind, name: french ? fr : nl, from: FROM[kind][0], line: [[lat, lon]] });
  }

  addStreets(streets) {
    for (const [nl, fr, rank, lines] of streets) {
      const line = lines.reduce((longest, other) => (other.length > longest.length ? other : longest));
      this.all.push({ kind: "street", name: french ? fr : nl, from: rank === 0 ? MAIN_FROM : FROM.street[0] + rank / 2, line });
    }
  }

  draw() {
    const size = this.map.getSize();
    const ratio = window.devicePixelRatio || 1;
    Object.assign(this.canvas, { width: size.x * ratio, height: size.y * ratio });
    Object.assign(this.canvas.style, { width: `${size.x}px`, height: `${size.y}px` });
    L.DomUtil.setPosition(this.canvas, this.map.containerPointToLayerPoint([0, 0]));
    this.pen = this.canvas.getContext("2d");
    this.pen.scale(ratio, ratio);
    const style = getComputedStyle(this.map.getContainer());
    Object.assign(this.pen, { textAlign: "center", textBaseline: "middle", lineJoin: "round", lineWidth: 3 });
    [this.pen.fillStyle, this.pen.strokeStyle] = [style.getPropertyValue("--muted"), style.getPropertyValue("--background")];
    this.family = style.fontFamily;
    this.taken = markerBoxes(this.map);
    this.size = size;
    const zoom = this.map.getZoom();
    const seen = this.map.getBounds().pad(-0.02);
    for (const label of this.all) if (zoom >= label.from && zoom < FROM[label.kind][1]) this.write(label, seen);
  }

  // A name at its point, or along the middle of what is seen of its street.
  write(label, seen) {
    const shown = label.line.filter((point) => seen.contains(point));
    if (!shown.length) return;
    const at = shown.map((point) => this.map.latLngToContainerPoint(point));
    this.pen.font = `${FONT[label.kind]} ${this.family}`;
    const width = this.pen.measureText(label.name).width;
    if (label.kind !== "street") return this.writeArea(label.name, at[0], width);
    const middle = at[Math.floor((at.length - 1) / 2)];
    const next = at[Math.floor((at.length - 1) / 2) + 1];
    if (!next || Math.hypot(at.at(-1).x - at[0].x, at.at(-1).y - at[0].y) < width) return;
    const place = middle.add(next).divideBy(2);
    let angle = Math.atan2(next.y - middle.y, next.x - middle.x);
    if (Math.abs(angle) > Math.PI / 2) angle += Math.PI; // never upside down
    const box = boxAt(place, Math.abs(Math.cos(angle)) * width + 2 * GAP, Math.abs(Math.sin(angle)) * width + LINE);
    if (isFree(box, this.taken)) this.put(label.name, place, angle, box);
  }

  // The name of an area stands whole within the map, beside what lies in its middle.
  writeArea(name, { x, y }, width) {
    const half = width / 2 + GAP;
    const within = { x: Math.min(Math.max(x, half), this.size.x - half), y };
    const place = freePoint(within, 2 * half, LINE, this.taken, ASIDE);
    if (place && place.x >= half - 1 && place.x <= this.size.x - half + 1) this.put(name, place, 0, boxAt(place, 2 * half, LINE));
  }

  put(name, place, angle, box) {
    this.taken.push(box);
    this.pen.save();
    this.pen.translate(place.x, place.y);
    this.pen.rotate(angle);
    this.pen.strokeText(name, 0, 0);
    this.pen.fillText(name, 0, 0);
    this.pen.restore();
  }
}
