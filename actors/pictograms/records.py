"""The records behind cards, read in four queries: services, places, statuses, contact channels.

What was read is kept for as long as the index stays the same, and a minute at most: public pages may be that old in
caches anyway, and a telephone on a slow network should not wait for what the last one just asked.
"""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from weakref import ref

from django.db.models import Prefetch, Q

from actors.models import Availability, Contact, Service, ServiceAtLocation, Viewer
from actors.search.index import Index

KEPT_SECONDS = 60
MOST_KEPT = 5_000  # records

Channels = dict[tuple[str, int], list[Contact]]  # by "service", "location" or "actor" and its key


@dataclass(frozen=True)
class Record:
    """A service with its places and statuses (`shown_places`, `said`), and the channels that residents may use."""

    service: Service
    channels: Channels


def services_for_cards():
    """Services that residents see, with what a card needs of them, contact channels excepted: three queries."""
    places = ServiceAtLocation.objects.filter(location__level__in=Viewer.RESIDENT.levels).select_related(
        "location__actor", "location__neighbourhood__municipality__zone", "location__neighbourhood__zone"
    )
    return (
        Service.objects.visible_to(Viewer.RESIDENT)
        .select_related("actor", "dispatched_by")
        .prefetch_related(
            Prefetch("places", places, to_attr="shown_places"),
            Prefetch("availabilities", Availability.objects.all(), to_attr="said"),
        )
    )


def read_records(pks: Iterable[int]) -> dict[int, Record]:
    """The records of those of these services that residents see."""
    services = services_for_cards().in_bulk(list(pks))
    channels = _channels(list(services.values()))
    return {pk: Record(service, channels) for pk, service in services.items()}


def _channels(services: list[Service]) -> Channels:
    locations = [place.location_id for service in services for place in service.shown_places]
    contacts = Contact.objects.visible_to(Viewer.RESIDENT).filter(
        Q(service__in=[service.pk for service in services])
        | Q(actor__in={service.actor_id for service in services})
        | Q(location__in=locations)
    )
    channels: Channels = {}
    for contact in contacts if services else ():
        for owner in ("service", "location", "actor"):
            if pk := getattr(contact, f"{owner}_id"):
                channels.setdefault((owner, pk), []).append(contact)
    return channels


class Shelf:
    """Records that were read lately, from one state of one index."""

    def __init__(self):
        self._state = None
        self._until = 0.0
        self._records: dict[int, Record] = {}

    def records(self, index: Index, pks: Iterable[int]) -> list[Record]:
        """The records of these services, in this order, without those that residents no longer see."""
        pks = list(pks)
        kept = self._kept(index)
        missing = [pk for pk in pks if pk not in kept]
        if missing:
            kept.update(read_records(missing))
        return [kept[pk] for pk in pks if pk in kept]

    def _kept(self, index: Index) -> dict[int, Record]:
        """What still counts: nothing, when the index is another, or changed, or a minute went by."""
        state = ref(index), index.version
        if state != self._state or time.monotonic() > self._until or len(self._records) > MOST_KEPT:
            self._state, self._until, self._records = state, time.monotonic() + KEPT_SECONDS, {}
        return self._records


shelf = Shelf()
