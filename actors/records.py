"""Services with what cards show of them, for every face that shows cards: three queries."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from actors.models import Actor, Availability, Contact, Location, Service, ServiceAtLocation, Viewer
from actors.models.admission import ALL_FACTS
from actors.search.index import Index
from repertorium.prepared import Given, Prepared, columns

LISTED = ("id", "slug", "level", "is_automatic", "is_example", "confirmed_on", "stale_on", "name")
SERVICE = columns(
    Service, *LISTED, "actor_id", "dispatched_by_id", "summary", "plain", *(fact.field for fact in ALL_FACTS)
)
ACTOR = columns(Actor, *LISTED, "name_language")


def _visible(viewer: Viewer) -> QuerySet:
    return Service.objects.visible_to(viewer).filter(pk__any=Given("services"))


def _places(viewer: Viewer) -> QuerySet:
    return ServiceAtLocation.objects.filter(location__level__in=viewer.levels, service__any=Given("services"))


def _statuses() -> QuerySet:
    return Availability.objects.filter(service__any=Given("services"))


def _contacts(viewer: Viewer) -> QuerySet:
    owned = Q(service__any=Given("services")) | Q(location__any=Given("locations")) | Q(actor__any=Given("actors"))
    return Contact.objects.visible_to(viewer).filter(owned)


SERVICES = Prepared(Service, _visible, SERVICE, actor=ACTOR)
PLACES = Prepared(
    ServiceAtLocation,
    _places,
    columns(ServiceAtLocation),
    location=columns(Location),
    location__actor=columns(Actor, "id", "level"),
)
STATUSES = Prepared(Availability, _statuses, columns(Availability))
CONTACTS = Prepared(Contact, _contacts, columns(Contact))


def read_services(viewer: Viewer, pks: Iterable[int]) -> dict[int, Service]:
    """Those of these services that a viewer sees, in this order, with `add_places_and_room`."""
    pks = list(pks)
    found = {service.pk: service for service in SERVICES.read(viewer, services=pks)}
    add_places_and_room(viewer, found.values())
    return {pk: found[pk] for pk in pks if pk in found}


def add_places_and_room(viewer: Viewer, services: Iterable[Service]) -> None:
    """Give services the places that a viewer may know of (`shown_places`) and their statuses (`said`): two queries.

    The territory of the places comes from the index: see `places_of`.
    """
    by_pk = {service.pk: service for service in services}
    for service in by_pk.values():
        service.shown_places, service.said = [], []
    if not by_pk:
        return
    for place in PLACES.read(viewer, services=list(by_pk)):
        place.service = by_pk[place.service_id]
        place.service.shown_places.append(place)
    for status in STATUSES.read(services=list(by_pk)):
        by_pk[status.service_id].said.append(status)


def places_of(index: Index, service: Service) -> list[ServiceAtLocation]:
    """The places of a service that was read here, each knowing its territory without another query."""
    for place in service.shown_places:
        if piece := index.terms.pieces.get(place.location.neighbourhood_id):
            place.location.neighbourhood = piece
    return service.shown_places
