"""From the name of a place to a point: neighbourhood, municipality, postal code, zone, or a street of a listing."""

import re

from actors.search.index import Index
from actors.search.marks import street_mark
from actors.search.query import Near
from actors.search.terms import Term
from actors.search.words import phrase_key, words

RADIUS = 3_000  # metres, when nobody says otherwise: three quarters of an hour on foot, a few tram stops
POSTAL_CODE = re.compile(r"\b1[0-2]\d\d\b")
TERRITORIES = ("neighbourhood", "municipality", "zone")


def resolve(index: Index, text: str, language: str, radius: int | None = RADIUS) -> Near | None:
    """The point that a text names, or None when nothing here is called so.

    What names a neighbourhood and a municipality both (Koekelberg) is the neighbourhood, being nearer.
    """
    term = territory(index, text)
    if term:
        lat, lon = term.point or centre(index, term)
        return Near(term.name(language), lat, lon, radius)
    point = _street(index, text)
    return Near(text.strip(), *point, radius) if point else None


def territory(index: Index, text: str) -> Term | None:
    """The neighbourhood, municipality or zone that a text names, by its name or a postal code."""
    return _territory(index, text) or _postal_code(index, text)


def _territory(index: Index, text: str) -> Term | None:
    wanted = {phrase_key(text), "".join(words(text))} - {""}
    for kind in TERRITORIES:
        for term in index.terms[kind].values():
            if wanted & {phrase_key(name) for name in term.names.values()}:
                return term
    return _part_of_name(index, wanted)


def _part_of_name(index: Index, wanted: set[str]) -> Term | None:
    """ "Wayez" is enough for "Anderlecht Centrum - Wayez"."""
    for term in index.terms["neighbourhood"].values():
        for name in term.names.values():
            if wanted & {phrase_key(part) for part in name.split(" - ")}:
                return term
    return None


def _postal_code(index: Index, text: str) -> Term | None:
    code = POSTAL_CODE.search(text)
    municipalities = index.terms.postal_codes.get(code.group()) if code else None
    return index.terms["municipality"][municipalities[0]] if municipalities else None


def centre(index: Index, zone: Term) -> tuple[float, float]:
    """The middle of a zone: of the points of its neighbourhoods."""
    points = index.terms.zone_points[zone.code]
    return sum(lat for lat, _lon in points) / len(points), sum(lon for _lat, lon in points) / len(points)


def _street(index: Index, text: str) -> tuple[float, float] | None:
    """The first public point of a listing in a street or place of this name."""
    for pk in index.postings[street_mark(text)]:
        for professional, withheld, lat, lon in index.kept[pk].points:
            if not professional and not withheld:
                return lat, lon
    return None
