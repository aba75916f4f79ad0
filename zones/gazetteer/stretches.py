"""The stretches of a street, one in each neighbourhood that it runs through, each with a point of its own."""

import json
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings

from zones.gazetteer.place import Place
from zones.geometry import LatLon, locate, pieces_with_lines
from zones.ground import unpacked
from zones.models import Neighbourhood

LINES = settings.BASE_DIR / "static" / "map" / "streets.json"  # what maps draw


@dataclass(frozen=True)
class Stretch:
    """What lies of a street in one neighbourhood."""

    street: Place
    neighbourhood: Neighbourhood
    point: LatLon


def stretches(streets: list[Place]) -> list[Stretch]:
    """Where these streets run, the longest stretch of each first."""
    codes = {code for street in streets for code in street.pieces}
    known = {piece.code: piece for piece in Neighbourhood.objects.with_territory().filter(code__in=codes)}
    return [
        Stretch(street, known[code], _point_in(street, code))
        for street in streets
        for code in street.pieces
        if code in known
    ]


def _point_in(street: Place, code: str) -> LatLon:
    """The middle of the street where it lies in this neighbourhood, else a point of the street that does, else the
    middle of the street."""
    located = locate(*street.point)
    pieces = pieces_with_lines()
    if pieces is None or (located and located.neighbourhood.code == code):
        return street.point
    inside = [(lat, lon) for lon, lat in _points(street) if pieces.code_at(lat, lon) == code]
    return inside[len(inside) // 2] if inside else street.point


def _points(street: Place) -> list[tuple[float, float]]:
    step, lines = _lines()
    return [point for line in lines.get(street.fr, ()) for point in unpacked(line, step)]


@lru_cache(maxsize=1)
def _lines() -> tuple[float, dict[str, list[str]]]:
    """The packed lines of streets, by their French names."""
    packed = json.loads(LINES.read_bytes())
    lines = defaultdict(list)
    for french, _dutch, _rank, parts in packed["streets"]:
        lines[french] += parts
    return packed["step"], lines
