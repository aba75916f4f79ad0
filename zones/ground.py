"""The ground under every map, packed: border lines, green pieces and streets in two files that caches keep for ever.

Lines are written as browsers' maps do it (the polyline format, of Google): each point as the difference from the one
before, in letters; five digits after the point for borders, steps of 2 · 10⁻⁵ degrees (2 m) for streets.
"""

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable
from itertools import accumulate, pairwise
from pathlib import Path

from repertorium.fixtures import FOLDER, read_csv
from zones.models.boundary import BoundaryLevel

STEP = 1e-5  # degrees, for borders
STREET_STEP = 2e-5  # degrees
LEVELS = (BoundaryLevel.ZONE, BoundaryLevel.MUNICIPALITY, BoundaryLevel.NEIGHBOURHOOD)  # the first counts
FIVE_BITS, MORE, FIRST_LETTER = 31, 32, 63  # of the polyline format: a letter has five bits, and whether more come
GREEN = {"green", "cemetery"}
MAIN, MIDDLE = 1_400, 500  # metres; streets so long are drawn first, and next
MAIN_TYPES = ("Avenue", "Boulevard", "Chaussée", "Quai", "Drève", "Rue de la Loi", "Rue Royale", "Rue de Stalle")

Point = tuple[float, float]  # longitude, latitude
Line = list[Point]


def borders(folder: Path = FOLDER / "borders") -> dict:
    """What is drawn of the territory: zones as faces, border lines once each, green pieces, names at their points."""
    layers = {level: _features(folder / f"{level}.geojson.gz") for level in LEVELS}
    pieces = layers[BoundaryLevel.NEIGHBOURHOOD]
    return {
        "step": STEP,
        "zones": {feature["properties"]["code"]: _faces(feature, STEP) for feature in layers[BoundaryLevel.ZONE]},
        "lines": {level: [packed(line, STEP) for line in lines] for level, lines in _lines_of(layers).items()},
        "names": _names(folder.parent),
        "green": [face for piece in pieces if piece["properties"]["kind"] in GREEN for face in _faces(piece, STEP)],
    }


def _names(folder: Path) -> dict[str, list[list]]:
    """Dutch and French names of municipalities and neighbourhoods with their points, the largest first."""
    pieces: dict[str, dict] = {}
    for row in sorted(read_csv(folder / "territory.csv"), key=lambda row: float(row["area_km2"])):
        pieces[row["md"]] = row
    towns = read_csv(folder / "municipalities.csv")
    around = sorted(pieces.values(), key=lambda row: (row["kind"] != "residential", -float(row["area_km2"])))
    found = {"municipality": towns, "neighbourhood": around}
    keys = ("name_nl", "name_fr"), ("lat", "lon")
    return {
        level: [[*(row[key] for key in keys[0]), *(float(row[key]) for key in keys[1])] for row in rows]
        for level, rows in found.items()
    }


def streets(path: Path) -> dict:
    """The streets of a GeoJSON file (`fr`, `nl`, `m`), the longest first: names, rank, lines."""
    found = [(feature["properties"], _lines(feature["geometry"])) for feature in _features(path)]
    found.sort(key=lambda street: (_rank(street[0]), -street[0]["m"], street[0]["fr"]))
    rows = []
    for names, lines in found:
        dutch = names["nl"] if names["nl"] != names["fr"] else ""
        rows.append([names["fr"], dutch, _rank(names), [packed(line, STREET_STEP) for line in chained(lines)]])
    return {"step": STREET_STEP, "streets": rows}


def _rank(names: dict) -> int:
    """0 for main roads, 1 for those that follow, 2 for the rest: the lines do not say which is which."""
    if names["m"] >= MAIN and names["fr"].startswith(MAIN_TYPES):
        return 0
    return 1 if names["m"] >= MIDDLE else 2


def packed(line: Iterable[Point], step: float) -> str:
    """A line in letters."""
    letters, before = [], (0, 0)
    for lon, lat in line:
        here = round(lat / step), round(lon / step)
        if here != before:
            letters += [_number(now - then) for now, then in zip(here, before, strict=True)]
        before = here
    return "".join(letters)


def unpacked(letters: str, step: float) -> list[Point]:
    """The points (longitude, latitude) of a packed line."""
    numbers, value, shift = [], 0, 0
    for letter in letters:
        part = ord(letter) - FIRST_LETTER
        value |= (part & FIVE_BITS) << shift
        shift += 5
        if part < MORE:
            numbers.append(~(value >> 1) if value & 1 else value >> 1)
            value = shift = 0
    lats, lons = accumulate(numbers[::2]), accumulate(numbers[1::2])
    return [(lon * step, lat * step) for lat, lon in zip(lats, lons, strict=True)]


def _number(value: int) -> str:
    value = ~(value << 1) if value < 0 else value << 1
    letters = []
    while value > FIVE_BITS:
        letters.append(chr((MORE | (value & FIVE_BITS)) + FIRST_LETTER))
        value >>= 5
    return "".join([*letters, chr(value + FIRST_LETTER)])


def chained(lines: list[Line]) -> list[Line]:
    """The same lines, those that meet at their ends as one."""
    waiting, done = [list(map(tuple, line)) for line in lines], []
    while waiting:
        line = waiting.pop()
        while found := next((other for other in waiting if _joined(line, other)), None):
            waiting.remove(found)
            line = _joined(line, found)
        done.append(line)
    return done


def _joined(a: Line, b: Line) -> Line | None:
    for one, two in ((a, b), (a, b[::-1]), (b, a), (b[::-1], a)):
        if one[-1] == two[0]:
            return one + two[1:]
    return None


def _lines_of(layers: dict[str, list[dict]]) -> dict[str, list[Line]]:
    """Every border once, as that of the largest kind of territory that it parts."""
    seen, lines = set(), {}
    for level in LEVELS:
        parts: list[Line] = []
        for feature in layers[level]:
            for ring in _rings(feature["geometry"]):
                parts += _new_parts(ring, seen)
        lines[level] = _ended(parts)
    return lines


def _new_parts(ring: Line, seen: set) -> list[Line]:
    """The stretches of a ring that no ring before it had."""
    parts, part = [], []
    for one, two in pairwise(ring):
        segment = frozenset((one, two))
        if segment in seen:
            part = []
            continue
        seen.add(segment)
        if not part:
            part = [one]
            parts.append(part)
        part.append(two)
    return parts


def _ended(parts: list[Line]) -> list[Line]:
    """Stretches that meet end to end, chained by their ends: there are too many to try each with each."""
    ends = defaultdict(list)
    for part in parts:
        ends[part[0]].append(part)
    done, used = [], set()
    for part in parts:
        if id(part) in used:
            continue
        line = list(part)
        used.add(id(part))
        while following := next((other for other in ends[line[-1]] if id(other) not in used), None):
            used.add(id(following))
            line += following[1:]
        done.append(line)
    return done


def _faces(feature: dict, step: float) -> list[list[str]]:
    """The polygons of a feature, each as its outer ring and its holes."""
    geometry = feature["geometry"]
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [[packed(ring, step) for ring in polygon] for polygon in polygons]


def _rings(geometry: dict) -> list[Line]:
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [[tuple(point) for point in ring] for polygon in polygons for ring in polygon]


def _lines(geometry: dict) -> list[Line]:
    return geometry["coordinates"] if geometry["type"] == "MultiLineString" else [geometry["coordinates"]]


def _features(path: Path) -> list[dict]:
    packed_file = path.read_bytes()
    return json.loads(gzip.decompress(packed_file) if path.suffix == ".gz" else packed_file)["features"]
