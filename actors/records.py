"""Services with what cards show of them, for every face that shows cards: three queries with their channels."""

import json
from collections.abc import Iterable

from django.db.models import OuterRef, Q, QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from actors.enums import ContactKind, Level
from actors.helplines import Helpline, dispatchers
from actors.holidays import calendars
from actors.models import Actor, Availability, Contact, Location, Service, ServiceAtLocation, Viewer
from actors.models.admission import ALL_FACTS
from actors.models.refusal import REPORTS, with_reports, without_reports
from actors.search.index import Index
from repertorium.prepared import Given, Prepared, columns, record_of, rows_of

LISTED = ("id", "slug", "level", "is_automatic", "is_example", "confirmed_on", "stale_on", "name")
SERVICE = columns(
    Service,
    *(*LISTED, "actor_id", "dispatched_by_id", "serves", "asks_room", "school_calendar", "summary", "plain"),
    *(fact.field for fact in ALL_FACTS),
)
ACTOR = columns(Actor, *LISTED, "name_language")


STATUSES = ("status_rows",)  # what `with_statuses` adds


def with_statuses(services: QuerySet) -> QuerySet:
    """These services, with what was said of their room in the same query (`statuses_of`)."""
    return services.annotate(status_rows=rows_of(Availability.objects.filter(service=OuterRef("pk")).order_by("pk")))


def statuses_of(service: Service) -> list[Availability]:
    """What was said of the room of a service that was read `with_statuses`."""
    return [record_of(Availability, json.loads(row)) for row in service.status_rows]


def _visible(viewer: Viewer) -> QuerySet:
    found = with_statuses(Service.objects.visible_to(viewer).filter(pk__any=Given("services")))
    return without_reports(found) if viewer is Viewer.RESIDENT else with_reports(found)


def _places(viewer: Viewer) -> QuerySet:
    return ServiceAtLocation.objects.filter(location__level__in=viewer.levels, service__any=Given("services"))


def _contacts(viewer: Viewer) -> QuerySet:
    owned = Q(service__any=Given("services")) | Q(location__any=Given("locations")) | Q(actor__any=Given("actors"))
    return Contact.objects.visible_to(viewer).filter(owned)


SERVICES = Prepared(Service, _visible, SERVICE, annotated=(*STATUSES, *REPORTS), actor=ACTOR)
PLACES = Prepared(
    ServiceAtLocation,
    _places,
    columns(ServiceAtLocation),
    location=columns(Location),
    location__actor=columns(Actor, "id", "level"),
)
CONTACTS = Prepared(Contact, _contacts, columns(Contact))


def read_services(viewer: Viewer, pks: Iterable[int]) -> dict[int, Service]:
    """Those of these services that a viewer sees, in this order, with `add_places_and_room`."""
    pks = list(pks)
    found = {service.pk: service for service in SERVICES.read(viewer, services=pks)}
    add_places_and_room(viewer, found.values())
    return {pk: found[pk] for pk in pks if pk in found}


def add_places_and_room(viewer: Viewer, services: Iterable[Service]) -> None:
    """Give services that were read `with_statuses` these (`said`), and the places that a viewer may know of
    (`shown_places`): one query.

    The territory of the places comes from the index: see `places_of`.
    """
    by_pk = {service.pk: service for service in services}
    for service in by_pk.values():
        service.shown_places, service.said = [], statuses_of(service)
    if not by_pk:
        return
    for place in PLACES.read(viewer, services=list(by_pk)):
        place.service = by_pk[place.service_id]
        place.service.shown_places.append(place)


def places_of(index: Index, service: Service) -> list[ServiceAtLocation]:
    """The places of a service that was read here, each knowing its territory without another query."""
    for place in service.shown_places:
        if piece := index.terms.pieces.get(place.location.neighbourhood_id):
            place.location.neighbourhood = piece
    return service.shown_places


def read_with_channels(viewer: Viewer, pks: Iterable[int]) -> dict[int, Service]:
    """`read_services` with `add_channels`: three queries."""
    services = read_services(viewer, pks)
    add_channels(viewer, services.values())
    return services


def add_channels(viewer: Viewer, services: Iterable[Service]) -> None:
    """Give services that have their places the channels by which this viewer may reach them (`channels`): one query,
    and one more where places of some are given by dispatch.

    The service's own come first, then those of its places, then the actor's. A telephone at an address that is kept
    back would tell the address.
    """
    services = list(services)
    places = {service.pk: _places_to_reach(service) for service in services}
    found = CONTACTS.read(
        viewer,
        services=[service.pk for service in services],
        actors=list({service.actor_id for service in services}),
        locations=[pk for locations in places.values() for pk in locations],
    )
    owned: dict[tuple[str, int], list[Contact]] = {}
    for contact in found if services else ():
        for owner in ("service", "location", "actor"):
            if pk := getattr(contact, f"{owner}_id"):
                owned.setdefault((owner, pk), []).append(contact)
    _add_dispatchers(services)
    for service in services:
        at = [("location", pk) for pk in places[service.pk]]
        owners = [("service", service.pk), *at, ("actor", service.actor_id)]
        service.channels = [contact for owner in owners for contact in owned.get(owner, ())]


def _add_dispatchers(services: list[Service]) -> None:
    """The numbers that give the places of some of them."""
    dispatched = [service for service in services if service.dispatched_by_id]
    numbers = dispatchers({service.dispatched_by_id for service in dispatched}) if dispatched else {}
    for service in dispatched:
        service.dispatched_by = numbers[service.dispatched_by_id]


def _places_to_reach(service: Service) -> list[int]:
    levels = {service.level, service.actor.level}
    for place in service.shown_places:
        levels |= {place.location.level, place.location.actor.level if place.location.actor else ""}
    return [] if Level.UNDISCLOSED in levels else [place.location_id for place in service.shown_places]


def own_phone(service: Service) -> Helpline | None:
    """The number of dispatch where that gives the places, else the first telephone among the service's channels."""
    if service.dispatched_by_id:
        return Helpline(service.dispatched_by.number, hours=service.dispatched_by.opening_hours)
    phone = next((contact for contact in service.channels if contact.kind == ContactKind.PHONE), None)
    return phone and Helpline(phone.value, hours=calendars.marked(phone.opening_hours, service.school_calendar))


def of_its_actor(index: Index, service: Service) -> Helpline | None:
    """The telephone of another service of the same organisation, for one that has none: nobody is closer to it."""
    number = index.phones.get(service.actor_id)
    return Helpline(number, ((get_language(), _("another service of the same organisation")),)) if number else None


def main_need(index: Index, pk: int) -> str:
    """The code of the need of a service's first theme; empty where it is not in the index."""
    kept = index.kept.get(pk)
    return index.terms["theme"][kept.themes[0]].parent if kept and kept.themes else ""
