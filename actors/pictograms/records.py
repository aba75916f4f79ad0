"""The records behind cards: services, and the channels by which residents may reach somebody. Four queries."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from actors.models import Contact, Service, Viewer
from actors.records import Shelf, shown_services

Channels = dict[tuple[str, int], list[Contact]]  # by "service", "location" or "actor" and its key


@dataclass(frozen=True)
class Record:
    """A service with its places and statuses, and the channels of all that were read with it."""

    service: Service
    channels: Channels


def read_records(pks: Iterable[int]) -> dict[int, Record]:
    """The records of those of these services that residents see."""
    services = shown_services(Viewer.RESIDENT).in_bulk(list(pks))
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


shelf = Shelf(read_records)
