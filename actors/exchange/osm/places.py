"""The file of places, read entry by entry: what cannot be read is named and costs nothing but itself.

Known shapes: `{"services": [{"name", "lat", "lon", tags…}, …]}`, the bare list, what Overpass answers
(`{"elements": […]}`) and GeoJSON; also a place on each line. How the file is written: `files.py`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from math import isfinite
from pathlib import Path

from shapely.errors import ShapelyError
from shapely.geometry import shape

from actors.exchange.osm.files import LISTS, read_file
from repertorium.fixtures import Loader
from zones.geometry import LatLon

IDENTIFIERS = ("id", "@id", "osm_id")
IDENTIFIER_LENGTH = 100
NAMES = ("name", "name:fr", "name:nl", "official_name")  # the first that there is names the place
BELGIUM = ((49.4, 51.6), (2.5, 6.5))  # degrees: latitude, longitude
NORTH_POLE, DATE_LINE = 90, 180  # degrees
UNSTORABLE = re.compile(  # control signs, halves of signs, and signs that nobody sees or that turn the line around
    r"[\x00-\x08\x0b-\x1f\x7f\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]+"
)
NAMED = re.compile(r'"(@?id|osm_id|type|osm_type|name(?::\w\w)?)"\s*:\s*"?([^",}]+)')
NESTED = ("name", "addr", "contact")  # tags that some exporters nest: {"addr": {"street": …}}


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
        if given:
            return _whole_identifier(given, self.tags)
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
        data = read_file(path)
    except (OSError, ValueError) as error:
        loader.problem(path.name, "file", str(error))
        return found
    entries = _entries(data)
    if not isinstance(entries, list):
        loader.problem(path.name, "places", "is no list of places, no answer of Overpass and no GeoJSON")
        return found
    if isinstance(data, dict) and "error" in str(data.get("remark")):  # the rest of the places is lacking
        loader.problem(path.name, "remark", f"the answer of Overpass is not whole: {data['remark']}")
        return found
    found.dated = _day(data)
    for number, entry in enumerate(entries, start=1):
        try:
            found.places.append(_read(number, entry))
        except EntryError as error:
            found.unreadable.append(Unreadable(number, str(error), *_called(entry)))
    return found


def _day(data: object) -> date | None:
    try:
        return date.fromisoformat(data["dated"])
    except (TypeError, KeyError, ValueError):
        return None


def _entries(data: object) -> object:
    if not isinstance(data, dict):
        return data
    if data.get("type") == "Feature" or {"lat", "lon"} <= {*data}:
        return [data]
    return next((data[key] for key in LISTS if key in data), None)


def _read(number: int, entry: object) -> Place:
    if not isinstance(entry, dict):
        raise EntryError("it is no object with tags")
    flat = _flat(entry)
    lat, lon = _point(flat.pop("lat", None), flat.pop("lon", None))
    written = {key: _text(value) for key, value in _named(flat).items() if _is_said(key, value)}
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


def _named(flat: dict) -> dict:
    """Every tag under its own name: nested ones, and a name that is a list of names."""
    found = {key: value for key, value in flat.items() if not (key in NESTED and isinstance(value, dict))}
    for key in NESTED:
        if isinstance(inside := flat.get(key), dict):
            found = {**{f"{key}:{name}": value for name, value in inside.items()}, **found}
    if isinstance(names := found.get("name"), list):
        found["name"] = " - ".join(map(_text, names))
    return found


def _middle(geometry: object) -> tuple[float | None, float | None]:
    """A point that lies in a GeoJSON geometry."""
    try:
        point = shape(geometry).representative_point()
    except (ShapelyError, ArithmeticError, ValueError, TypeError, LookupError, AttributeError):
        return None, None
    return (None, None) if point.is_empty else (point.y, point.x)


def _point(lat: object, lon: object) -> LatLon:
    if isinstance(lat, bool) or isinstance(lon, bool):
        raise EntryError("it has no coordinates in degrees")
    try:
        lat, lon = (float(degrees.replace(",", ".") if isinstance(degrees, str) else degrees) for degrees in (lat, lon))
    except (TypeError, ValueError, OverflowError):
        raise EntryError("it has no coordinates in degrees") from None
    if not (isfinite(lat) and isfinite(lon)):
        raise EntryError("its coordinates are no numbers")
    if abs(lat) > NORTH_POLE or abs(lon) > DATE_LINE:
        raise EntryError("its coordinates lie outside the world")
    if _is_near(lon, lat) and not _is_near(lat, lon):
        raise EntryError("its latitude and longitude are the wrong way round")
    return lat, lon


def _is_near(lat: float, lon: float) -> bool:
    """Whether a point lies in or about Belgium."""
    return all(least <= degrees <= most for degrees, (least, most) in zip((lat, lon), BELGIUM, strict=True))


def _is_said(key: str, value: object) -> bool:
    """Whether a tag says anything; nothing is called "true"."""
    return value is not None and not (key in NAMES and isinstance(value, bool))


def _text(value: object) -> str:
    """A value as a tag has it: several are parted by semicolons, and what is true is `yes`."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ";".join(map(_text, value)) if isinstance(value, list) else str(value)


def _storable(text: str) -> str:
    """The text without signs that the database refuses, on one line, its spaces single."""
    return " ".join(UNSTORABLE.sub("", text).split())


def _called(entry: object) -> tuple[str, str]:
    """How a report names what is no place; a damaged entry is a text, in which its name may stand."""
    flat = dict(NAMED.findall(entry)) if isinstance(entry, str) else _flat(entry) if isinstance(entry, dict) else {}
    name, identifier = (
        next((_storable(_text(flat[key])) for key in keys if flat.get(key)), "") for keys in (NAMES, IDENTIFIERS)
    )
    return name, _whole_identifier(identifier, flat) if identifier else ""


def _whole_identifier(given: str, tags: dict) -> str:
    """The id with the kind of object before it: a node and a way may bear the same number."""
    kind = tags.get("type") or tags.get("osm_type")
    return (f"{kind}/{given}" if kind and "/" not in given else given)[:IDENTIFIER_LENGTH]
