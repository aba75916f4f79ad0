"""From what somebody types as a place to a point: by the gazetteer, else by the streets and houses of listings."""

from dataclasses import dataclass

from actors.search.index import Index
from actors.search.marks import street_mark
from actors.search.query import RADIUS, Near
from actors.search.terms import Term, middle
from zones.gazetteer import Answer, Kind, Place

AREAS = {Kind.MUNICIPALITY, Kind.ZONE}  # so large that their middle is nobody's place
TERRITORIES = ("neighbourhood", "municipality", "zone")


@dataclass(frozen=True)
class Reading:
    """What a text was read as: a point, or places to choose from, or neither.

    `corrected`: it was written otherwise, which must be said.
    """

    near: Near | None = None
    choices: tuple[Place, ...] = ()
    corrected: bool = False


def resolve(index: Index, text: str, language: str, radius: int | None = RADIUS) -> Near | None:
    """The point that a text names; None when nothing here is called so, or several things are."""
    return read_place(index, text, language, radius).near


def read_place(index: Index, text: str, language: str, radius: int | None = RADIUS) -> Reading:
    """What a text names. What is called exactly so comes before houses of listings, these before mistakes."""
    gazetteer = index.terms.gazetteer
    answer = gazetteer.find(text, corrected=False)
    if not answer and (point := _of_a_listing(index, text)):
        pk, lat, lon = point
        towns = [town.key for town in index.terms_of("municipality", pk)]
        here = tuple(key for town in towns for key in index.terms.territories_of(town))
        return Reading(Near(text.strip(), lat, lon, radius, territories=here))
    answer = answer or gazetteer.find(text)
    if answer.place is None:
        return Reading(choices=answer.places, corrected=answer.corrected)
    place, key = answer.place, f"{answer.place.kind}:{answer.place.code}"
    within = key if radius == RADIUS and index.terms.get(key) else ""
    here = index.terms.holding(place)
    near = Near(place.name(language), *place.point, radius, within, here, is_area=place.kind in AREAS)
    return Reading(near, corrected=answer.corrected)


def said(index: Index, place: Place, language: str) -> str:
    """What to type for exactly this place: the name, of a street that there is twice with its municipality."""
    town = index.terms.gazetteer.municipality(place) if index.terms.gazetteer.named_twice(place) else None
    return f"{place.name(language)}, {town.name(language)}" if town else place.name(language)


def territory(index: Index, text: str) -> Term | None:
    """The neighbourhood, municipality or zone that a text names, else the municipality in which that place lies."""
    place = _likeliest(index.terms.gazetteer.find(text))
    if place is None:
        return None
    if term := index.terms.get(f"{place.kind}:{place.code}"):
        return term
    return index.terms["municipality"].get(place.nis[0]) if place.nis else None


def _likeliest(answer: Answer) -> Place | None:
    return answer.places[0] if answer else None


def centre(index: Index, zone: Term) -> tuple[float, float]:
    """The middle of a zone: of the points of its neighbourhoods."""
    return middle(index.terms.zone_points[zone.code])


def _of_a_listing(index: Index, text: str) -> tuple[int, float, float] | None:
    """The first public point of a listing in a street or place of this name, after the key of its service."""
    for pk in index.postings[street_mark(text)]:
        for professional, withheld, lat, lon in index.kept[pk].points:
            if not professional and not withheld:
                return pk, lat, lon
    return None
