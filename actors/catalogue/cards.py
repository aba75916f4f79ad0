"""What a list shows of a service: everything that is read in three seconds.

Three queries a page: services, places, statuses. Terms, hours and closures are in the index already.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import IntEnum
from functools import lru_cache, partial

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from actors.calls import counted_at
from actors.enums import AvailabilityStatus, LocationKind, Serves
from actors.helplines import Helpline
from actors.hours import answered_words, common_closures, day_words, state_words
from actors.models import Service, ServiceAtLocation, Viewer
from actors.models.admission import Fact
from actors.models.location import IN_THE_STREET, Whereabouts
from actors.models.refusal import reports_on
from actors.one_day import OneDay
from actors.opening import OpenState
from actors.records import of_its_actor, own_phone, places_of, read_with_channels
from actors.refusal_words import told_words
from actors.room_words import RoomWords, room_words
from actors.search import Near, Query
from actors.search.index import Index
from actors.search.terms import Term
from actors.shelf import Shelf
from zones.geometry import distance_m
from zones.models import CareZone, Municipality

HIGHLIGHTS = frozenset("no-papers no-appointment free anonymous no-referral increased-reimbursement women-only".split())


@dataclass
class ShownPlace:
    """A place of a service as this viewer may know it, whether it is open there, and how far it is."""

    place: ServiceAtLocation
    where: Whereabouts
    open: OpenState
    open_words: str
    metres: int | None
    told: int | None = None  # the same, where it is measured from a place that the person gave


class Way(IntEnum):
    """How one gets to a service; in the order of a list."""

    NEARBY = 1
    AT_A_DISTANCE = 2
    NOT_KNOWN = 3
    PROFESSIONALS = 4


@dataclass
class Card:
    """A service in a list. The first place is the one to go to: the nearest, when we measure."""

    service: Service
    places: list[ShownPlace]
    room: RoomWords
    open: OpenState
    open_words: str
    themes: list[Term]
    languages: list[Term]
    phone: Helpline | None = None  # its own, or that of another service of its organisation
    answered: str = ""  # when that is answered, where it is known
    called: str = ""  # where a call to its own number is counted, if it is
    number: int = 0
    reported: str = ""  # that people report refusals, beside whether there is room
    why: list = field(default_factory=list)

    @property
    def nearest(self) -> ShownPlace | None:
        return self.places[0] if self.places else None

    @property
    def metres(self) -> int | None:
        return self.nearest.metres if self.nearest else None

    @property
    def way(self) -> "Way":
        """How one gets there, which is the group that it stands in."""
        if self.service.serves == Serves.PROFESSIONALS:
            return Way.PROFESSIONALS
        kinds = {LocationKind(shown.place.location.kind) for shown in self.places}
        if not kinds.isdisjoint(IN_THE_STREET):
            return Way.NEARBY
        return Way.AT_A_DISTANCE if kinds else Way.NOT_KNOWN

    @property
    def zone(self) -> CareZone | None:
        return next((shown.where.zone for shown in self.places if shown.where.zone), None)

    @property
    def municipality(self) -> Municipality | None:
        return next((shown.where.municipality for shown in self.places if shown.where.municipality), None)

    @property
    def more_places(self) -> int:
        """Places besides the one that the list shows."""
        return len(self.places) - 1

    @property
    def has_channels(self) -> bool:
        """Whether it was read how one reaches it."""
        return hasattr(self.service, "channels")

    @property
    def language_words(self) -> str:
        return ", ".join(term.name(get_language()) for term in self.languages)

    @property
    def is_room_asked(self) -> bool:
        """Whether room is a question here, by the same rule as `ServiceQuerySet.with_room_asked` has in SQL."""
        if self.service.asks_room is not None:
            return self.service.asks_room
        return not self.themes or any("room" in theme.marks for theme in self.themes)

    @property
    def unknown_words(self) -> str:
        """What nobody told, on one quiet line."""
        room = _("room")
        if self.room.detail:
            room = f"{room} ({self.room.detail})"
        unknown = [_("telephone number")] if self.has_channels and not self.phone else []
        unknown += [room] if self.room.status == AvailabilityStatus.UNKNOWN and self.is_room_asked else []
        unknown += [_("opening hours")] if self.open.says_nothing else []
        unknown += [] if self.service.confirmed_on else [_("whether all this is still so")]
        return ", ".join(unknown)

    @property
    def confirmed_words(self) -> str:
        return confirmed_words(self.service.confirmed_on, get_language())

    @property
    def admission(self) -> list[tuple[Fact, bool]]:
        """The known facts that most often decide a referral; not again what the hours say ("by appointment")."""
        facts = [(fact, answer) for fact, answer in self.service.known_facts if fact.code in HIGHLIGHTS]
        said = self.open_words.casefold()
        return [(fact, answer) for fact, answer in facts if str(fact.yes if answer else fact.no).casefold() != said]


@lru_cache(maxsize=2_000)
def confirmed_words(day: date | None, language: str) -> str:
    """When a listing was last confirmed, in a language that is the active one."""
    return _("confirmed on {date}").format(date=date_format(day, "j F Y")) if day else ""


def cards(index: Index, pks: Iterable[int], viewer: Viewer, now: datetime, near: Near | None = None) -> list[Card]:
    """The cards of these services, in this order. A service that went away in between is left out."""
    services = _services(index, list(pks), viewer)
    return [card(index, service, viewer, now, near) for service in services]


def cards_for(index: Index, pks: Iterable[int], query: Query, near: Near | None = None) -> list[Card]:
    """The same, as they are at the moment or on the day for which a search asks."""
    day = OneDay.on(query.open_on, query.now) if query.open_on else None
    services = _services(index, list(pks), query.viewer)
    return [card(index, service, query.viewer, query.begins, near, day, query.now) for service in services]


def _services(index: Index, pks: list[int], viewer: Viewer) -> list[Service]:
    if viewer is Viewer.VISITOR:
        return list(visitors.records(index, pks).values())
    return list(read_with_channels(viewer, pks).values())


visitors = Shelf(partial(read_with_channels, Viewer.VISITOR))


def card(
    index: Index,
    service: Service,
    viewer: Viewer,
    now: datetime,
    near: Near | None = None,
    day: OneDay | None = None,
    calling: datetime | None = None,
) -> Card:
    """The card of a service that was read with its places and statuses, and perhaps with its channels; `day` where it
    was asked what is open on one, `calling` when somebody may call, where that is not the moment that was asked for."""
    places = [_shown(index, service, place, viewer, now, near, day) for place in places_of(index, service)]
    if near:
        places.sort(key=lambda shown: shown.metres if shown.metres is not None else float("inf"))
    opened = OpenState.best(shown.open for shown in places)
    words = next((shown.open_words for shown in places if shown.open == opened), state_words(opened, now))
    kept = index.kept.get(service.pk)
    phone = own_phone(service) or of_its_actor(index, service) if hasattr(service, "channels") else None
    return Card(
        service=service,
        places=places,
        room=room_words(service.said, now),
        open=opened,
        open_words=words,
        themes=[index.terms["theme"][code] for code in kept.themes] if kept else [],
        languages=index.terms_of("language", service.pk),
        phone=phone,
        called=counted_at(index, service, get_language()) if not phone or not phone.names else "",
        reported=told_words(reports_on(service)),
        answered=_answered(index, service, phone, calling or now)
        if _has_other_hours(index, service, phone, places)
        else "",
    )


def _has_other_hours(index: Index, service: Service, phone: Helpline | None, places: list[ShownPlace]) -> bool:
    """Whether the hours of a telephone are known and no repetition of those of the place that the list shows."""
    if not phone or not phone.hours:
        return False
    hours, _closed = index.schedules(service.pk).get(places[0].place.pk, ("", ())) if places else ("", ())
    return hours != phone.hours


def _answered(index: Index, service: Service, phone: Helpline, now: datetime) -> str:
    """When a telephone is answered; while the whole actor is closed its own is not."""
    own = not phone.names and not service.dispatched_by_id
    closed = common_closures(closed for _hours, closed in index.schedules(service.pk).values()) if own else ()
    return answered_words(phone.hours, now, closed)


def _shown(
    index: Index,
    service: Service,
    place: ServiceAtLocation,
    viewer: Viewer,
    now: datetime,
    near: Near | None,
    day: OneDay | None,
) -> ShownPlace:
    where = place.seen_by(viewer)
    hours, closed = index.schedules(service.pk).get(place.pk, (place.opening_hours, ()))
    opened, spans = day.state(hours, closed) if day else (OpenState.at(hours, now, closed), ())
    words = day_words(opened, spans, day) if day else state_words(opened, now)
    metres = distance_m((near.lat, near.lon), where.point) if near and where.point else None
    told = None if near and near.is_area else metres
    return ShownPlace(place, where, opened, words, metres, told)
