"""Services with what cards show of them, for every face that shows cards; what was read lately is kept.

Kept for as long as the index stays the same, and a minute at most: public pages may be that old in caches anyway, and
nobody should wait for what the visitor before just asked.
"""

import time
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar
from weakref import ref

from django.db.models import Prefetch

from actors.models import Availability, CrisisNumber, Location, Service, ServiceAtLocation, Viewer
from actors.models.admission import ALL_FACTS
from actors.search.index import Index
from actors.search.words import LANGUAGES

KEPT_SECONDS = 60
MOST_KEPT = 5_000  # records

Record = TypeVar("Record")


def columns(*names: str, of: str = "", in_both: Iterable[str] = ()) -> list[str]:
    """Columns of a record (`of` names the way to it), and translated ones in both languages."""
    translated = (f"{name}_{language}" for name in in_both for language in LANGUAGES)
    return [f"{of}{name}" for name in (*names, *translated)]


LISTED = ("slug", "level", "is_automatic", "is_example", "confirmed_on", "stale_on")
COLUMNS = [
    *columns(*LISTED, "actor", "dispatched_by", in_both=("name", "summary", "plain")),
    *columns(*(fact.field for fact in ALL_FACTS)),
    *columns(*LISTED, "name_language", of="actor__", in_both=("name",)),
    *columns(*(field.name for field in CrisisNumber._meta.concrete_fields), of="dispatched_by__"),
]
PLACE_COLUMNS = [
    *columns(*(field.name for field in ServiceAtLocation._meta.concrete_fields)),
    *columns(*(field.name for field in Location._meta.concrete_fields), of="location__"),
    "location__actor__level",
]


def shown_services(viewer: Viewer):
    """Services that a viewer sees, with what cards show of them: three queries."""
    return listed_services(viewer).prefetch_related(*places_and_room(viewer))


def listed_services(viewer: Viewer):
    """Services that a viewer sees, with the columns that cards show of them and of their actor.

    They have eighty, and to read them all takes as long as to draw the card.
    """
    return Service.objects.visible_to(viewer).select_related("actor", "dispatched_by").only(*COLUMNS)


def places_and_room(viewer: Viewer) -> list[Prefetch]:
    """The places of services that a viewer may know of (`shown_places`) and their statuses (`said`).

    The territory of the places comes from the index: see `places_of`.
    """
    places = ServiceAtLocation.objects.filter(location__level__in=viewer.levels)
    return [
        Prefetch("places", places.select_related("location__actor").only(*PLACE_COLUMNS), to_attr="shown_places"),
        Prefetch("availabilities", Availability.objects.all(), to_attr="said"),
    ]


def places_of(index: Index, service: Service) -> list[ServiceAtLocation]:
    """The places of one of `shown_services`, each knowing its service and its territory without another query."""
    for place in service.shown_places:
        place.service = service
        if piece := index.terms.pieces.get(place.location.neighbourhood_id):
            place.location.neighbourhood = piece
    return service.shown_places


class Shelf(Generic[Record]):
    """Records of services that were read lately, from one state of one index. For public pages only."""

    def __init__(self, read: Callable[[Iterable[int]], dict[int, Record]]):
        """`read` gives the records of some services by primary key, without those that may not be seen."""
        self._read = read
        self._state = None
        self._until = 0.0
        self._records: dict[int, Record] = {}

    def records(self, index: Index, pks: Iterable[int]) -> dict[int, Record]:
        """The records of these services, in this order."""
        pks = list(pks)
        kept = self._kept(index)
        missing = [pk for pk in pks if pk not in kept]
        if missing:
            kept.update(self._read(missing))
        return {pk: kept[pk] for pk in pks if pk in kept}

    def _kept(self, index: Index) -> dict[int, Record]:
        """What still counts: nothing, when the index is another, or changed, or a minute went by."""
        state = ref(index), index.version
        if state != self._state or time.monotonic() > self._until or len(self._records) > MOST_KEPT:
            self._state, self._until, self._records = state, time.monotonic() + KEPT_SECONDS, {}
        return self._records
