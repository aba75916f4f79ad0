"""Of which services is asked whether there is room, and what can be said of each."""

from functools import cached_property

from django.db.models import Exists, F, OuterRef, Prefetch, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.availability.one_click import Said, asks_places
from actors.enums import AvailabilityStatus
from actors.models import Availability, Refusal, Service, ServiceAtLocation
from actors.models.availability import MOST_DAYS, MOST_PLACES
from actors.models.contradictions import NEVER_STATUTORY
from actors.models.refusal import NONE, Reports, reports_on, with_reports
from actors.refusal_words import reason_words, reported_words
from actors.room_words import SIGNS, WORDS, room_words


def asked_services() -> QuerySet[Service]:
    """The published services of which is asked whether there is room, with what `RoomQuestion` shows of them.

    Where refusals were reported first, then what nobody ever said, then what ends first.
    """
    refused = Exists(Refusal.objects.open().filter(service=OuterRef("pk")))
    ends = F("ends").asc(nulls_first=True)
    said = Availability.objects.filter(service=OuterRef("pk")).order_by("valid_until").values("valid_until")
    services = Service.objects.published().asked_for_room().annotate(ends=Subquery(said[:1]), refused=refused)
    return with_questions(services).order_by("-refused", ends, "pk")


def with_questions(services: QuerySet[Service]) -> QuerySet[Service]:
    """Services with all that `RoomQuestion` shows: what is said of them (`said`), their places, what was reported."""
    said = Prefetch("availabilities", Availability.objects.all(), to_attr="said")
    places = Prefetch("places", ServiceAtLocation.objects.select_related("location"), to_attr="shown_places")
    return with_reports(services).select_related("actor").prefetch_related(said, places)


class RoomQuestion:
    """One service, or one of its places alone, with what is said of its room, and what can be said with one click."""

    most_days, most_places = MOST_DAYS, MOST_PLACES

    def __init__(self, service: Service, place: ServiceAtLocation | None = None, after: Said | None = None):
        """`after`: what came of a click on it just now."""
        self.service, self.place, self.after = service, place, after
        self.said = next((status for status in service.said if status.place_id == (place and place.pk)), None)
        self.words = room_words(self._asked, timezone.now())

    @property
    def _asked(self) -> list[Availability]:
        """What was said of just this; of a service of which only places speak, what these say."""
        return [self.said] if self.said else [] if self.place else self.service.said

    @property
    def choices(self) -> list[tuple]:
        """What can be said of it: status, words, pictogram, tone, and whether that is said now."""
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
    def places(self) -> list["RoomQuestion"]:
        """Each of its places, where there are several to speak of, or one has a status of its own."""
        several = len(self.service.shown_places) > 1 or self.places_said
        if not several or self.place:
            return []
        return [RoomQuestion(self.service, place) for place in self.service.shown_places]

    @property
    def places_said(self) -> int:
        """How many places have a status of their own."""
        return sum(status.place_id is not None for status in self.service.said)
