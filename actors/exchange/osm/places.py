"""The file of places, read and checked: `{"services": [{"name", "lat", "lon", tags…}, …]}` or the bare list."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from repertorium.fixtures import Loader
from zones.geometry import LatLon

IDENTIFIERS = ("id", "@id", "osm_id")
IDENTIFIER_LENGTH = 100
NORTH_POLE, DATE_LINE = 90, 180  # degrees


@dataclass(frozen=True)
class Place:
    """One place of the file. `number` is where it stands there, from 1."""

    number: int
    name: str
    lat: float
    lon: float
    tags: dict[str, str]

    @property
    def point(self) -> LatLon:
        return self.lat, self.lon

    @property
    def identifier(self) -> str:
        """The id that the source gives (`node/123`); else its coordinates and name, which stand for one."""
        given = next((self.tags[key] for key in IDENTIFIERS if self.tags.get(key)), "")
        kind = self.tags.get("type") or self.tags.get("osm_type")
        if given:
            return f"{kind}/{given}" if kind and "/" not in given else given
        return f"{self.lat:.6f},{self.lon:.6f} {self.name}"[:IDENTIFIER_LENGTH]

    def values(self, *keys: str) -> Iterator[str]:
        """What stands under these tags; several values of one tag are parted by semicolons."""
        for key in keys:
            yield from (value.strip() for value in self.tags.get(key, "").split(";") if value.strip())


def read_places(path: Path, loader: Loader) -> list[Place]:
    """Every place of the file; what cannot be read is noted as a problem, by its number in the file."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        loader.problem(path.name, "file", str(error))
        return []
    entries = data.get("services") if isinstance(data, dict) else data
    if not isinstance(entries, list):
        loader.problem(path.name, "services", "is not a list of places")
        return []
    places = (_read(number, entry, loader) for number, entry in enumerate(entries, start=1))
    return [place for place in places if place]


def _read(number: int, entry: object, loader: Loader) -> Place | None:
    record = f"place {number}"
    if not isinstance(entry, dict):
        loader.problem(record, "entry", "is not an object with tags")
        return None
    try:
        lat, lon = float(entry["lat"]), float(entry["lon"])
    except (KeyError, TypeError, ValueError):
        loader.problem(record, "lat, lon", "are no coordinates in degrees")
        return None
    if abs(lat) > NORTH_POLE or abs(lon) > DATE_LINE:
        loader.problem(record, "lat, lon", "lie outside the world")
        return None
    tags = {key: str(value).strip() for key, value in entry.items() if value is not None}
    return Place(number, tags.get("name", ""), lat, lon, tags)
