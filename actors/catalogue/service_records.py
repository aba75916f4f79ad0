"""What the page of a service reads, besides what cards show: each part is one query."""

from django.db.models import Q, QuerySet

from actors.models import (
    Actor,
    Availability,
    CrisisNumber,
    Hosting,
    Membership,
    Service,
    Source,
    SourceReference,
    Viewer,
)
from actors.models.refusal import REPORTS, with_reports
from actors.records import ACTOR, SERVICE, STATUSES, with_statuses
from repertorium.prepared import Given, Prepared, columns

MOST_HISTORY = 10  # statuses that the page shows
PastStatus = Availability.pgh_event_model


def _by_slug(viewer: Viewer) -> QuerySet:
    return with_reports(with_statuses(Service.objects.visible_to(viewer).filter(slug__any=Given("slugs"))))


def _others(viewer: Viewer, language: str) -> QuerySet:
    """What else actors offer, and services that are known by key."""
    wanted = Q(actor__any=Given("actors")) | Q(pk__any=Given("services"))
    found = Service.objects.visible_to(viewer).filter(wanted).in_name_order(language)
    return with_reports(with_statuses(found))


def _hostings(viewer: Viewer) -> QuerySet:
    return Hosting.objects.filter(service__any=Given("services"), host__in=Actor.objects.visible_to(viewer))


def _memberships(viewer: Viewer, language: str, end: str) -> QuerySet:
    """Memberships of which both ends may be seen, of actors that are their `end`: network or member."""
    visible = Actor.objects.visible_to(viewer)
    found = Membership.objects.filter(**{f"{end}__any": Given("actors")}, network__in=visible, member__in=visible)
    return found.order_by("role", f"member__sort_{language}")


def _references() -> QuerySet:
    return SourceReference.objects.filter(Q(service__any=Given("services")) | Q(actor__any=Given("actors")))


def _history() -> QuerySet:
    events = PastStatus.objects.filter(service__any=Given("services"))
    return events.order_by("-confirmed_at", "-pgh_id")[:MOST_HISTORY]


READ = (*STATUSES, *REPORTS)
DISPATCHED = {"actor": columns(Actor), "dispatched_by": columns(CrisisNumber)}
BY_SLUG = Prepared(Service, _by_slug, columns(Service), annotated=READ, **DISPATCHED)
OTHERS = Prepared(Service, _others, SERVICE, annotated=READ, actor=ACTOR)
HOSTINGS = Prepared(Hosting, _hostings, columns(Hosting), host=ACTOR)
MEMBERSHIPS = Prepared(Membership, _memberships, columns(Membership), network=ACTOR, member=ACTOR)
REFERENCES = Prepared(SourceReference, _references, columns(SourceReference), source=columns(Source))
HISTORY = Prepared(PastStatus, _history, columns(PastStatus, "pgh_id", "status", "confirmed_at", "confirmed_how"))
