// What lies under every map, without tiles: zones, municipalities, neighbourhoods, green pieces and streets, from two
// files that are asked for when a map is looked at and kept for ever. Colours come from the style sheets.
import { Names } from "./ground-names.js";

const { L } = window;
const STREETS_FROM = [11.5, 13, 14]; // zoom, by rank: main roads first
const WIDTHS = [1.8, 1.2, 0.8]; // pixels when they appear; they widen as one comes nearer
const ATTRIBUTION = "© OpenStreetMap contributors (ODbL) · UrbIS © Paradigm";

const asked = new Map(); // address: once a page
const load = (url) => {
  if (!asked.has(url)) asked.set(url, fetch(url).then((answer) => (answer.ok ? answer.json() : null)).catch(() => null));
  return asked.get(url);
};

// From letters to points: each is the difference from the one before.
function points(letters, step) {
  const found = [];
  let [at, lat, lon] = [0, 0, 0];
  const next = () => {
    let [value, shift, byte] = [0, 0, 32];
    while (byte >= 32) {
      byte = letters.charCodeAt(at++) - 63;
      value |= (byte & 31) << shift;
      shift += 5;
    }
    return value & 1 ? ~(value >> 1) : value >> 1;
  };
  while (at < letters.length) {
    lat += next();
    lon += next();
    found.push([lat * step, lon * step]);
  }
  return found;
}

// Draws the ground of a map, on canvases of its own behind everything else. `urls`: data-borders and data-streets.
export async function drawGround(map, urls) {
  if (!urls.borders) return;
  for (const [pane, z] of [["ground", 150], ["streets", 160], ["borders", 170], ["names", 180]]) {
    Object.assign(map.createPane(pane).style, { zIndex: z, pointerEvents: "none" });
  }
  map.attributionControl?.addAttribution(ATTRIBUTION);
  const names = new Names(map);
  const borders = await load(urls.borders);
  if (!borders) return;
  drawBorders(map, borders);
  names.add(borders.names.municipality, "municipality");
  names.add(borders.names.neighbourhood, "neighbourhood");
  names.draw();
  const packed = await load(urls.streets);
  if (!packed) return;
  const streets = packed.streets.map(([fr, nl, rank, lines]) => [nl || fr, fr, rank, lines.map((line) => points(line, packed.step))]);
  new Streets(map, streets);
  names.addStreets(streets);
  names.draw();
}

function drawBorders(map, { step, zones, green, lines }) {
  const faces = (all) => all.map((rings) => rings.map((ring) => points(ring, step)));
  const plain = { interactive: false, pane: "ground" };
  for (const [code, face] of Object.entries(zones)) L.polygon(faces(face), { ...plain, className: `ground-zone zone-${code}` }).addTo(map);
  L.polygon(faces(green), { ...plain, className: "ground-green" }).addTo(map);
  for (const level of ["neighbourhood", "municipality", "zone"]) {
    const all = lines[level].map((line) => points(line, step));
    L.polyline(all, { interactive: false, pane: "borders", className: `ground-border ground-border-${level}` }).addTo(map);
  }
}

// One line for each rank of streets: as many lines as there are streets would hold up every move of the map.
class Streets {
  constructor(map, streets) {
    this.map = map;
    const renderer = L.canvas({ pane: "streets", padding: 0.3 });
    const color = getComputedStyle(map.getContainer()).getPropertyValue("--map-street").trim() || "#b8bec6";
    this.ranks = STREETS_FROM.map((_from, rank) => {
      const lines = streets.filter((street) => street[2] === rank).flatMap((street) => street[3]);
      return L.polyline(lines, { renderer, interactive: false, color, weight: WIDTHS[rank], smoothFactor: 1 });
    });
    map.on("zoomend", () => this.show());
    this.show();
  }

  show() {
    const zoom = this.map.getZoom();
    this.ranks.forEach((lines, rank) => {
      const shown = zoom >= STREETS_FROM[rank];
      if (shown) lines.setStyle({ weight: WIDTHS[rank] * Math.max(1, 1.5 ** (zoom - 13.5)) }).addTo(this.map);
      else lines.remove();
    });
  }
}
