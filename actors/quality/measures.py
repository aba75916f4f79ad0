"""What is measured of a service: each measure says what is wanting, and of which services that may be asked.

Where a place is, is never quite missing: the database wants a point of every place in the street. What can be wanting
is its precision.
"""

from dataclasses import dataclass

from django.db.models import Case, Exists, F, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from actors.enums import ContactKind, Precision, Serves
from actors.models import Contact, Service, ServiceAtLocation, Viewer, visibility
from actors.models.admission import FACTS
from actors.models.location import IN_THE_STREET

LANGUAGES = ("nl", "fr")
SERVICE_TEXTS = ("name", "summary", "description", "plain", "conditions", "cost", "to_bring")
ACTOR_TEXTS = ("name", "description")
LOCATION_TEXTS = ("street", "name")


@dataclass(frozen=True)
class Measure:
    """One thing that may be wanting in a service. `among`: the flag of the services that it is asked of."""

    code: str
    short: Promise
    label: Promise
    among: str = ""


# fmt: off - one measure a line reads as the table that it is
MEASURES = (
    Measure("one-language", _("One language"), _("A text of service, actor or place in one language only")),
    Measure("no-hours", _("No hours"), _("A place in the street without opening hours"), "in_street"),
    Measure("no-admission", _("No admission"), _("No admission condition is known")),
    Measure("approximate", _("Place unsure"), _("A place that is known by its neighbourhood only"), "in_street"),
    Measure("no-phone", _("No telephone"), _("No telephone number of service, place or actor")),
    Measure("due", _("Review due"), _("Due for review")),
    Measure("stale", _("Reviews missed"), _("Two reviews missed: hidden from residents")),
    Measure("unconfirmed", _("Unconfirmed"), _("From an automatic source, confirmed by nobody")),
    Measure("no-plain", _("No plain text"), _("No text for residents, or in one language only"), "for_residents"),
    Measure("hard-plain", _("Hard text"), _("A text for residents that is harder than B1"), "for_residents"),
)
# fmt: on
MEASURE_BY_CODE = {measure.code: measure for measure in MEASURES}


def measured() -> QuerySet[Service]:
    """The published services, each with a flag per measure; texts are weighed afterwards, in Python."""
    today = timezone.localdate()
    return (
        Service.objects.published()
        .select_related("actor")
        .annotate(
            in_street=_place(),
            for_residents=_for_residents(),
            uneven=one_sided(*SERVICE_TEXTS),
            actor_uneven=one_sided(*ACTOR_TEXTS, prefix="actor__"),
            no_hours=_place(opening_hours=""),
            no_admission=Q(**{f"{fact.field}__isnull": True for fact in FACTS}),
            approximate=_place(location__precision=Precision.NEIGHBOURHOOD),
            no_phone=_no_phone(),
            due=Q(due_on__lte=today),
            stale=Q(stale_on__lte=today),
            unconfirmed=Q(is_automatic=True, confirmed_on__isnull=True),
        )
        .order_by("pk")
    )


def one_sided(*fields: str, prefix: str = "") -> Case:
    """How many of these texts exist in one language and not in the other."""
    total = Value(0)
    for field in fields:
        nl, fr = (Q(**{f"{prefix}{field}_{language}__gt": ""}) for language in LANGUAGES)
        total += Case(When((nl & ~fr) | (fr & ~nl), then=1), default=0, output_field=IntegerField())
    return total


def _for_residents() -> Q:
    """Residents may see it, and it is meant for them."""
    seen = visibility.visible_to(Viewer.RESIDENT) & visibility.visible_to(Viewer.RESIDENT, "actor__")
    return seen & ~Q(serves=Serves.PROFESSIONALS)


def _place(**wanting) -> Exists:
    places = ServiceAtLocation.objects.filter(service=OuterRef("pk"), location__kind__in=IN_THE_STREET)
    return Exists(places.filter(**wanting))


def _no_phone() -> Q:
    """No number to call; where a crisis number gives the places, that is the number."""
    phones = Contact.objects.filter(kind=ContactKind.PHONE)
    own = Exists(phones.filter(service=OuterRef("pk")))
    of_actor = Exists(phones.filter(actor=OuterRef("actor")))
    of_place = Exists(phones.filter(location__service_places__service=OuterRef("pk")))
    return Q(dispatched_by=None) & ~own & ~of_actor & ~of_place


def places() -> QuerySet:
    """Where published services are given: service, location, zone, and the uneven texts of the location."""
    return (
        ServiceAtLocation.objects.filter(visibility.published("service__"), visibility.published("service__actor__"))
        .annotate(zone=F("location__neighbourhood__zone__code"))
        .annotate(uneven=one_sided(*LOCATION_TEXTS, prefix="location__"))
        .values_list("service_id", "location_id", "zone", "uneven")
    )
