// Where on a map something is free: what is written keeps clear of pins, and of what was written before.
const RINGS = [0, 22, 36, 50, 70]; // pixels from where it belongs
const DIRECTIONS = [[0, -1], [0, 1], [-1, 0], [1, 0], [-0.7, -0.7], [0.7, -0.7], [-0.7, 0.7], [0.7, 0.7]];

export const boxAt = ({ x, y }, width, height) => [x - width / 2, y - height / 2, x + width / 2, y + height / 2];

export const isFree = (box, taken) => !taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]);

// The boxes of all markers of a map, in pixels of what is seen.
export function markerBoxes(map) {
  const { L } = window;
  return [...map.getPane("markerPane").children]
    .map((icon) => boxAt(map.layerPointToContainerPoint(L.DomUtil.getPosition(icon)), icon.offsetWidth, icon.offsetHeight));
}

// The nearest free point for a box of this size that belongs at a point; null where all around is taken.
export function freePoint(at, width, height, taken, rings = RINGS) {
  for (const far of rings) {
    for (const [right, down] of far ? DIRECTIONS : [[0, 0]]) {
      const point = { x: at.x + right * far, y: at.y + down * far };
      if (isFree(boxAt(point, width, height), taken)) return point;
    }
  }
  return null;
}
