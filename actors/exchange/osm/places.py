"""The file of places, read entry by entry: what cannot be read is named and costs nothing but itself.

Known shapes: `{"services": [{"name", "lat", "lon", tags…}, …]}`, the bare list, what Overpass answers
(`{"elements": […]}`) and GeoJSON, all in UTF-8 with or without byte order mark; also a place on each line.
"""

import gzip
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from math import isfinite
from pathlib import Path

from shapely import GEOSException
from shapely.geometry import shape

from repertorium.fixtures import Loader
from repertorium.spreadsheets import decoded
from zones.geometry import LatLon

IDENTIFIERS = ("id", "@id", "osm_id")
IDENTIFIER_LENGTH = 100
NAMES = ("name", "name:fr", "name:nl", "official_name")  # the first that there is names the place
NORTH_POLE, DATE_LINE = 90, 180  # degrees
UNSTORABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]+")  # control signs and halves of signs: no text


class EntryError(Exception):
    """An entry is no place; the message says why."""


@dataclass(frozen=True)
class Place:
    """One place of the file. `number` is where it stands there, from 1.

    `mended`: the tags from which signs were taken out that no text holds.
    """

    number: int
    name: str
    lat: float
    lon: float
    tags: dict[str, str]
    mended: tuple[str, ...] = ()

    @property
    def point(self) -> LatLon:
        return self.lat, self.lon

    @property
    def identifier(self) -> str:
        """The id that the source gives (`node/123`); else its coordinates and name, which stand for one."""
        given = next((self.tags[key] for key in IDENTIFIERS if self.tags.get(key)), "")
        kind = self.tags.get("type") or self.tags.get("osm_type")
        if given:
            return (f"{kind}/{given}" if kind and "/" not in given else given)[:IDENTIFIER_LENGTH]
        return f"{self.lat:.6f},{self.lon:.6f} {self.name}"[:IDENTIFIER_LENGTH]

    def text(self, *keys: str) -> str:
        """What stands under the first of these tags that there is."""
        return next((self.tags[key] for key in keys if self.tags.get(key)), "")

    def values(self, *keys: str) -> Iterator[str]:
        """What stands under these tags; several values of one tag are parted by semicolons."""
        for key in keys:
            yield from (value.strip() for value in self.tags.get(key, "").split(";") if value.strip())


@dataclass(frozen=True)
class Unreadable:
    """An entry that is no place, and why."""

    number: int
    why: str
    name: str = ""
    identifier: str = ""


@dataclass
class Entries:
    """What the file holds; `dated`: the day on which the source said so, when the file tells."""

    places: list[Place] = field(default_factory=list)
    unreadable: list[Unreadable] = field(default_factory=list)
    dated: date | None = None


def read_places(path: Path, loader: Loader) -> Entries:
    """Every place of the file. A file that is none at all is noted as a problem."""
    found = Entries()
    try:
        packed = path.read_bytes()
        text = gzip.decompress(packed) if path.suffix == ".gz" else packed
        data = _parsed(decoded(text))
    except (OSError, EOFError, zlib.error, ValueError, RecursionError) as error:
        loader.problem(path.name, "file", str(error))
        return found
    entries = _entries(data)
    if not isinstance(entries, list):
        loader.problem(path.name, "places", "is no list of places, no answer of Overpass and no GeoJSON")
        return found
    found.dated = _day(data)
    for number, entry in enumerate(entries, start=1):
        try:
            found.places.append(_read(number, entry))
        except EntryError as error:
            found.unreadable.append(Unreadable(number, str(error), *_called(entry)))
    return found


def _parsed(text: str) -> object:
    """The content of a file; of one with a place on each line a list, in which a line that is none stays a text.

    Raises:
        ValueError: it is no JSON of either kind.
    """
    try:
        return json.loads(text)
    except ValueError:
        first, *others = filter(None, (line.strip(" \t\r\x1e") for line in text.split("\n"))) or [""]
        if not others or not isinstance(_line(first), dict):
            raise
        return [_line(line) for line in (first, *others)]


def _line(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _day(data: object) -> date | None:
    try:
        return date.fromisoformat(data["dated"])
    except (TypeError, KeyError, ValueError):
        return None


def _entries(data: object) -> object:
    if not isinstance(data, dict):
        return data
    if data.get("type") == "Feature":
        return [data]
    return next((data[key] for key in ("services", "elements", "features") if key in data), None)


def _read(number: int, entry: object) -> Place:
    if not isinstance(entry, dict):
        raise EntryError("it is no object with tags")
    flat = _flat(entry)
    lat, lon = _point(flat.pop("lat", None), flat.pop("lon", None))
    written = {key: _text(value) for key, value in flat.items() if value is not None}
    tags = {key: _storable(value) for key, value in written.items()}
    mended = tuple(key for key, value in written.items() if UNSTORABLE.search(value))
    name = next((tags[key] for key in NAMES if tags.get(key)), "")
    return Place(number, name, lat, lon, tags, mended)


def _flat(entry: dict) -> dict:
    """The tags of an entry beside its id and point, whichever way the file nests them."""
    properties = entry.get("properties")
    if entry.get("type") == "Feature" or isinstance(properties, dict):
        flat = dict(properties or {})
        lat, lon = _middle(entry.get("geometry"))
        flat = {"id": entry.get("id"), **flat, "lat": lat, "lon": lon}
    else:
        flat = dict(entry)
    for nested in ("center", "tags"):
        if isinstance(inside := flat.pop(nested, None), dict):
            flat = {**flat, **inside} if nested == "center" else {**inside, **flat}
    return flat


def _middle(geometry: object) -> tuple[float | None, float | None]:
    """A point that lies in a GeoJSON geometry."""
    try:
        point = shape(geometry).representative_point()
    except (GEOSException, ValueError, TypeError, KeyError, IndexError, AttributeError):
        return None, None
    return (None, None) if point.is_empty else (point.y, point.x)


def _point(lat: object, lon: object) -> LatLon:
    try:
        lat, lon = (float(degrees.replace(",", ".") if isinstance(degrees, str) else degrees) for degrees in (lat, lon))
    except (TypeError, ValueError):
        raise EntryError("it has no coordinates in degrees") from None
    if not (isfinite(lat) and isfinite(lon)):
        raise EntryError("its coordinates are no numbers")
    if abs(lat) > NORTH_POLE or abs(lon) > DATE_LINE:
        raise EntryError("its coordinates lie outside the world")
    return lat, lon


def _text(value: object) -> str:
    """A value as a tag has it: several are parted by semicolons."""
    return ";".join(map(_text, value)) if isinstance(value, list) else str(value)


def _storable(text: str) -> str:
    """The text without signs that the database refuses, on one line, its spaces single."""
    return " ".join(UNSTORABLE.sub("", text).split())


def _called(entry: object) -> tuple[str, str]:
    """How a report names what is no place."""
    if not isinstance(entry, dict):
        return "", ""
    flat = _flat(entry)
    name, identifier = (
        next((_storable(_text(flat[key])) for key in keys if flat.get(key)), "") for keys in (NAMES, IDENTIFIERS)
    )
    return name, identifier
