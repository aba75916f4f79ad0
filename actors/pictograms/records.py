"""The records behind cards: services, and the channels by which residents may reach somebody. Four queries."""

from collections.abc import Iterable
from dataclasses import dataclass

from actors.models import Contact, CrisisNumber, Service, Viewer
from actors.records import CONTACTS, read_services
from actors.shelf import Shelf

Channels = dict[tuple[str, int], list[Contact]]  # by "service", "location" or "actor" and its key


@dataclass(frozen=True)
class Record:
    """A service with its places and statuses, and the channels of all that were read with it."""

    service: Service
    channels: Channels


def read_records(pks: Iterable[int]) -> dict[int, Record]:
    """The records of those of these services that residents see."""
    services = read_services(Viewer.RESIDENT, pks)
    _add_dispatchers(list(services.values()))
    channels = _channels(list(services.values()))
    return {pk: Record(service, channels) for pk, service in services.items()}


def _add_dispatchers(services: list[Service]) -> None:
    """The numbers that give the places of some of them: one query, where there are such."""
    dispatched = [service for service in services if service.dispatched_by_id]
    numbers = CrisisNumber.objects.in_bulk({service.dispatched_by_id for service in dispatched}) if dispatched else {}
    for service in dispatched:
        service.dispatched_by = numbers[service.dispatched_by_id]


def _channels(services: list[Service]) -> Channels:
    locations = [place.location_id for service in services for place in service.shown_places]
    contacts = CONTACTS.read(
        Viewer.RESIDENT,
        services=[service.pk for service in services],
        actors=list({service.actor_id for service in services}),
        locations=locations,
    )
    channels: Channels = {}
    for contact in contacts if services else ():
        for owner in ("service", "location", "actor"):
            if pk := getattr(contact, f"{owner}_id"):
                channels.setdefault((owner, pk), []).append(contact)
    return channels


shelf = Shelf(read_records)
