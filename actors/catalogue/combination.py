"""Several needs at once: the fewest places that cover them, as the search page shows them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from actors.catalogue.cards import Card, ShownPlace
from actors.search import Near
from actors.search.cover import Stop
from zones.geometry import distance_m


@dataclass(frozen=True)
class Visit:
    """One of the places to go to: how far it is, and per need the service there."""

    place: ShownPlace
    metres: int
    services: list[tuple[str, Card]]


def visits(
    stops: Iterable[Stop], shown: dict[int, Card], near: Near | None, typed: Callable[[str], str] = str
) -> list[Visit]:
    """The places in the order of their distance: from the place that was searched near, else from the first.

    `shown` has the cards of all services, `typed` says a need as people write it. None when one of the services went
    away in between.
    """
    stops = list(stops)
    if not all(pk in shown for stop in stops for pk in stop.services.values()):
        return []
    start = (near.lat, near.lon) if near else stops[0].point if stops else None
    found = [_visit(stop, shown, distance_m(start, stop.point), typed) for stop in stops]
    return sorted(found, key=lambda visit: visit.metres)


def _visit(stop: Stop, shown: dict[int, Card], metres: int, typed: Callable[[str], str]) -> Visit:
    services = [(typed(need), shown[pk]) for need, pk in stop.services.items()]
    places = services[0][1].places
    place = next((place for place in places if place.where.point == stop.point), places[0])
    return Visit(place, metres, services)
