"""Places that are in the repertorium already. Name and place must both agree; when only one does, somebody decides."""

from collections import defaultdict
from dataclasses import dataclass

from actors.enums import ContactKind, LocationKind, Precision
from actors.exchange.osm.names import telling_words
from actors.exchange.osm.places import Place
from actors.models import Actor, Contact, Location
from zones.geometry import LatLon, distance_m

AGREES = {Precision.EXACT: 100, Precision.STREET: 300, Precision.NEIGHBOURHOOD: 1_500}  # metres
PERHAPS = 2_500  # metres; further apart, the same name is that of another house
FAR_NORTH, FAR_EAST = 0.025, 0.04  # degrees; here more than 2,750 metres each
ALIKE = 0.6  # share of the words that two names have in common


@dataclass(frozen=True)
class Candidate:
    """A listing that a place may be."""

    actor: Actor
    location: Location | None
    sure: bool
    why: str


@dataclass(frozen=True)
class Known:
    """A location of the repertorium with the names that it goes by, as sets of words."""

    location: Location
    point: LatLon
    names: tuple[frozenset[str], ...]


class Matcher:
    """What people keep in the repertorium, to compare places with."""

    def __init__(self):
        # A mobile stop bears the name of its square or neighbourhood, and so does many a house there.
        houses = Location.objects.filter(kind=LocationKind.FIXED, actor__is_automatic=False, actor__is_example=False)
        self._known = [_known(location) for location in houses.select_related("actor")]
        self._by_phone = defaultdict(list)
        phones = Contact.objects.filter(kind=ContactKind.PHONE, actor__is_automatic=False).select_related("actor")
        for contact in phones:
            self._by_phone[contact.value].append(contact.actor)

    def find(self, place: Place, names: list[str], phones: list[str]) -> Candidate | None:
        """The best candidate for a place with these names and numbers."""
        mine = [telling_words(name) for name in names]
        found = [candidate for known in self._known if (candidate := _compare(place, mine, known))]
        if found:
            return max(found, key=lambda candidate: candidate.sure)
        actor = next((actor for phone in phones for actor in self._by_phone[phone]), None)
        return Candidate(actor, None, sure=False, why="the same telephone number") if actor else None


def _known(location: Location) -> Known:
    actor = location.actor
    names = {actor.name_nl, actor.name_fr, location.name_nl, location.name_fr}
    names |= {part for acronyms in (actor.acronym_nl, actor.acronym_fr) for part in (acronyms or "").split(",")}
    sets = tuple(words for name in names if name and (words := telling_words(name)))
    return Known(location, (location.lat, location.lon), sets)


def _compare(place: Place, mine: list[frozenset[str]], known: Known) -> Candidate | None:
    if _is_far(place.point, known.point) or (metres := distance_m(place.point, known.point)) > PERHAPS:
        return None
    likeness = max((_alike(a, b) for a in mine for b in known.names), default=0)
    near = metres <= AGREES[Precision(known.location.precision)]
    if likeness == 1 or (likeness >= ALIKE and near):
        words = "the same name" if likeness == 1 else "a similar name"
        sure = likeness == 1 and near
        return Candidate(known.location.actor, known.location, sure, f"{words}, {metres} m apart")
    return None


def _is_far(one: LatLon, two: LatLon) -> bool:
    """Surely further apart than `PERHAPS`: most are, and measuring takes longer."""
    return abs(one[0] - two[0]) > FAR_NORTH or abs(one[1] - two[1]) > FAR_EAST


def _alike(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b) if a and b else 0
