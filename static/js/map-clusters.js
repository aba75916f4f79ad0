// Pins that would lie over each other at this zoom, as one: with their numbers, or with how many they are.
const MOST_NUMBERS = 3;
const TOO_NEAR = [30, 26]; // pixels

export function cluster(map, pins) {
  const groups = [];
  for (const pin of pins) {
    const at = map.latLngToContainerPoint(pin.point);
    const near = groups.find((group) => Math.abs(group.at.x - at.x) < TOO_NEAR[0] && Math.abs(group.at.y - at.y) < TOO_NEAR[1]);
    if (near) near.pins.push(pin);
    else groups.push({ at, pins: [pin] });
  }
  return groups.map(({ pins: members }) => {
    const numbers = [...new Set(members.flatMap((pin) => pin.numbers))].sort((a, b) => a - b);
    return { point: members[0].point, numbers, names: members.flatMap((pin) => pin.names), isMany: numbers.length > MOST_NUMBERS };
  });
}
