"""What stands on the first page of the staff: the listings that one may edit, and one's services."""

from functools import cached_property
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Count, Exists, F, Min, OuterRef, Prefetch, Q
from django.db.models.functions import Now, TruncDate
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from actors import permissions
from actors.enums import AvailabilityStatus, Status
from actors.models import Availability, Refusal, Service, ServiceAtLocation
from actors.models.contradictions import NEVER_STATUTORY
from actors.models.refusal import NONE, TO_HANDLE, Reports, reports_on, with_reports
from actors.refusal_words import reason_words, reported_words
from actors.room_words import SIGNS, WORDS, room_words
from actors.staff.finder import by_name
from actors.staff.one_click import Said, asks_places

A_PAGE = 20
AT_ONCE = 6  # services whose room is asked on the first page


def _empty(name: str) -> Q:
    """A translated text that is not there: it may be NULL."""
    return Q(**{name: ""}) | Q(**{f"{name}__isnull": True})


ONE_LANGUAGE = _empty("name_nl") | _empty("name_fr") | _empty("description_nl") ^ _empty("description_fr")
TODAY = TruncDate(Now())  # in Brussels, when it is asked
NEVER = Q(confirmed_on=None)  # nobody ever said that it is right
FILTERS = {  # code: words, condition on actors
    "": (_("All"), Q()),
    "draft": (_("Draft"), Q(status=Status.DRAFT)),
    "published": (_("Published"), Q(status=Status.PUBLISHED)),
    "archived": (_("Archived"), Q(status=Status.ARCHIVED)),
    "due": (_("To confirm"), Q(status=Status.PUBLISHED) & (NEVER | Q(due_on__lte=TODAY))),
    "language": (_("Missing in one language"), ONE_LANGUAGE),
}


class Page:
    """A list of what somebody may edit, searched and paginated."""

    def __init__(self, request: HttpRequest):
        self.user, self.asked = request.user, request.GET
        self.words = request.GET.get("q", "").strip()

    @cached_property
    def page(self):
        """The records of this page."""
        return Paginator(self.found, A_PAGE).get_page(self.asked.get("page"))

    def query(self, **other) -> str:
        """The query string of this list with something else."""
        kept = {name: self.asked.get(name, "") for name in ("q", "show")}
        return urlencode({name: value for name, value in {**kept, **other}.items() if value})

    @property
    def next_query(self) -> str:
        return self.query(page=self.page.next_page_number())

    @property
    def previous_query(self) -> str:
        return self.query(page=self.page.previous_page_number())


class HomePage(Page):
    """The listings that somebody may edit."""

    @property
    def show(self) -> str:
        """The filter that is chosen."""
        return self.asked.get("show", "") if self.asked.get("show") in FILTERS else ""

    @property
    def filters(self) -> list[tuple]:
        """Each filter with its words, its address, whether it is chosen, and how many listings it shows."""
        return [
            (words, self.query(show=code), code == self.show, self.counts[code or "all"])
            for code, (words, _condition) in FILTERS.items()
        ]

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many of the listings with the words that are searched each filter shows; `never`: of those to confirm."""
        counted = {code or "all": Count("pk", filter=condition) for code, (_words, condition) in FILTERS.items()}
        return self._named.aggregate(**counted, never=Count("pk", filter=FILTERS["due"][1] & NEVER))

    @property
    def _named(self):
        """The listings that one may edit whose names have the words that are searched."""
        return permissions.editable_actors(self.user).filter(by_name("", self.words))

    @property
    def found(self):
        actors = self._named.filter(FILTERS[self.show][1])
        return actors.annotate(number_of_services=Count("services")).in_name_order(get_language())

    @property
    def may_add(self) -> bool:
        return permissions.is_zone_staff(self.user)

    @property
    def may_merge(self) -> bool:
        return permissions.can_merge(self.user)

    @cached_property
    def refused(self) -> int:
        """Of how many services so many refusals were reported that somebody is to look into it."""
        services = Service.objects.published().filter(actor__in=permissions.editable_actors(self.user).values("pk"))
        return Refusal.objects.to_answer(services, weight=TO_HANDLE).count()

    @cached_property
    def rooms(self) -> list["Room"]:
        """The services of which refusals were reported, then those whose status ends first."""
        return [Room(service) for service in rooms_of(self.user)[:AT_ONCE]]


class RoomsPage(Page):
    """The services of which somebody says whether there is room."""

    @property
    def found(self):
        return rooms_of(self.user).filter(by_name("", self.words) | by_name("actor__", self.words))

    @property
    def rooms(self) -> list["Room"]:
        return [Room(service) for service in self.page]


def rooms_of(user):
    """The published services that somebody may edit and where room is a question.

    Where refusals were reported first, then what nobody ever said, then what ends first.
    """
    services = (
        Service.objects.published().asked_for_room().filter(actor__in=permissions.editable_actors(user).values("pk"))
    )
    refused = Exists(Refusal.objects.open().filter(service=OuterRef("pk")))
    ends = F("ends").asc(nulls_first=True)
    whole = Min("availabilities__valid_until", filter=Q(availabilities__place=None))
    return with_rooms(services.annotate(ends=whole, refused=refused)).order_by("-refused", ends, "pk")


def with_rooms(services):
    """Services with all that `Room` shows of them."""
    said = Prefetch("availabilities", Availability.objects.all(), to_attr="said")
    places = Prefetch("places", ServiceAtLocation.objects.select_related("location"), to_attr="shown_places")
    return with_reports(services).select_related("actor").prefetch_related(said, places)


class Room:
    """One service, or one of its places alone, with what is said of its room, and what can be said with one click."""

    def __init__(self, service: Service, place: ServiceAtLocation | None = None, after: Said | None = None):
        """`after`: what came of a click on it just now."""
        self.service, self.place, self.after = service, place, after
        self.said = next((status for status in service.said if status.place_id == (place and place.pk)), None)
        self.words = room_words(([self.said] if self.said else []) if place else service.said, timezone.now())

    @property
    def choices(self) -> list[tuple]:
        """What can be said of it: status, words, pictogram, and whether that is said now."""
        current = self.said.current_status if self.said else ""
        choices = [
            (status.value, WORDS[status], *SIGNS[status], status == current)
            for status in AvailabilityStatus
            if status is not AvailabilityStatus.UNKNOWN
            and not (self.service.is_statutory and status in NEVER_STATUTORY)
        ]
        return (
            [*choices, ("", _("As the whole service"), "rotate-left", "unknown", not self.said)]
            if self.place
            else choices
        )

    @cached_property
    def refused(self) -> Reports:
        """What was reported of it and waits for an answer, which a click gives."""
        return NONE if self.place else reports_on(self.service)

    @property
    def refused_words(self) -> str:
        return reported_words(self.refused)

    @property
    def refused_for(self) -> str:
        return reason_words(self.refused)

    @property
    def key(self) -> str:
        """Its name within the page."""
        return f"{self.service.slug}-{self.place.pk}" if self.place else self.service.slug

    @property
    def asks_places(self) -> bool:
        """Whether to ask after a click how many places are free."""
        return asks_places(self.service, self.said)

    @property
    def asks_days(self) -> bool:
        """Whether to ask after a click how long people wait."""
        return bool(self.said) and self.said.status == AvailabilityStatus.WAITING_LIST

    @property
    def until(self):
        """Until when the status counts; None when it has expired."""
        return self.said.valid_until if self.said and not self.said.has_expired else None

    @cached_property
    def places(self) -> list["Room"]:
        """Each of its places, where there are several to speak of, or one has a status of its own."""
        several = len(self.service.shown_places) > 1 or self.places_said
        return [Room(self.service, place) for place in self.service.shown_places] if several and not self.place else []

    @property
    def places_said(self) -> int:
        """How many places have a status of their own."""
        return sum(status.place_id is not None for status in self.service.said)


def room_of(user, slug: str, place: str = "", after: Said | None = None) -> Room | None:
    """One service of those that somebody may edit, with what came of a click on it, or on its place of this key."""
    service = rooms_of(user).filter(slug=slug).first()
    if service is None:
        return None
    room = Room(service, after=None if place else after)
    for one in room.places:
        one.after = after if str(one.place.pk) == place else None
    return room
