"""What a resident reads of a service: strings and signs only, for a page and for a device alike."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext as _

from actors.enums import ContactKind, Level
from actors.hours import usual as usual_week
from actors.models import Service, Viewer
from actors.models.location import Whereabouts
from actors.opening import ALWAYS, Days, OpenState
from actors.phones import display_phone
from actors.pictograms.interface import Words, term_words
from actors.pictograms.records import Record, shelf
from actors.pictograms.words import BUTTONS, CONDITIONS, Sign, hours_sign, room_sign, way_words
from actors.records import places_of
from actors.search import Near
from actors.search.index import Index
from actors.search.room import counting
from zones.geometry import distance_m

DIRECTIONS = "https://www.openstreetmap.org/directions?engine=fossgis_osrm_foot&route=%3B{lat}%2C{lon}"
CALLABLE = {ContactKind.PHONE: 0, ContactKind.EMAIL: 1, ContactKind.WEBSITE: 2, ContactKind.SOCIAL: 3}


@dataclass(frozen=True)
class HelpPlace:
    """A place where one may go, as a resident may know it."""

    where: Whereabouts
    hours: str
    closed: tuple[Days, ...]
    open: OpenState
    metres: int | None = None


@dataclass(frozen=True)
class Button:
    """The way to reach somebody: a telephone, else e-mail, else a page."""

    kind: str
    href: str
    words: str


@dataclass
class HelpCard:
    """A service as a resident sees it, in the language of the screen; texts of its own are in `content`."""

    pk: int
    name: str
    name_lang: str
    sentence: Words
    is_automatic: bool  # nobody wrote the sentence: it is made of the themes
    places: list[HelpPlace]
    hours: Sign
    room: Sign | None
    room_until: datetime | None
    room_status: str
    conditions: list[Sign]
    women_only: bool
    languages: list[Words]
    button: Button | None
    is_dispatched: bool  # places are given by the number of the button, not at the door
    is_example: bool
    lang: str = ""  # of its address, where the screen has another
    covers: list[Words] = field(default_factory=list)  # of several needs those that are met here
    instead: "HelpCard | None" = None  # for one that is full: the nearest that has room

    @property
    def place(self) -> HelpPlace | None:
        """The place that the card shows: the nearest, or the one that is open first."""
        return self.places[0] if self.places else None

    @property
    def way(self) -> str:
        return way_words(self.place.metres) if self.place and not self.place.where.withheld else ""

    @property
    def street(self) -> str:
        return self.place.where.address if self.place else ""

    @property
    def is_withheld(self) -> bool:
        return bool(self.place and self.place.where.withheld)

    @property
    def button_pictogram(self) -> str:
        return BUTTONS[ContactKind(self.button.kind)][0] if self.button else ""

    @property
    def button_words(self) -> str:
        return str(BUTTONS[ContactKind(self.button.kind)][1]) if self.button else ""

    @property
    def usual(self) -> list[tuple[str, str]]:
        """The ordinary week in words, for paper."""
        hours = self.place.hours if self.place else ""
        if hours == ALWAYS:
            return [("", _("Day and night"))]
        return usual_week(hours) if hours else []

    @property
    def directions(self) -> str:
        """A map with the way there; no place of the person is in it."""
        if not self.place or not self.place.where.on_map or self.place.where.approximate:
            return ""
        return DIRECTIONS.format(lat=self.place.where.latitude, lon=self.place.where.longitude)


# The card that a device fills in: of conditions one, to be copied.
BLANK = HelpCard(
    pk=0, name="", name_lang="", sentence=Words(""), is_automatic=False, places=[], hours=Sign("clock", "", "calm"),
    room=None, room_until=None, room_status="", conditions=[Sign("coins", "", "")], women_only=False, languages=[],
    button=None, is_dispatched=False, is_example=False,
)  # fmt: skip


def help_cards(
    index: Index, pks: Iterable[int], content: str, lang: str, now: datetime, near: Near | None = None
) -> list[HelpCard]:
    """The cards of these services, in this order. `lang` is that of their texts where the screen has another."""
    return [help_card(index, record, content, lang, now, near) for record in shelf.records(index, pks).values()]


def help_card(
    index: Index,
    record: Record,
    content: str,
    lang: str,
    now: datetime,
    near: Near | None = None,
) -> HelpCard:
    """The card of one service."""
    service = record.service
    places = _places(index, service, now, near)
    best = counting(service.said, now)
    sentence, is_automatic = _sentence(index, service, content, lang)
    own_name = getattr(service.actor, f"name_{content}")
    language = service.actor.name_language or (content if own_name else _other(content))
    return HelpCard(
        pk=service.pk,
        name=own_name or service.actor.name,
        name_lang="" if language == content and not lang else language,
        sentence=sentence,
        is_automatic=is_automatic,
        places=places,
        hours=hours_sign(places[0].open if places else OpenState(None), now),
        room=room_sign(best.status) if best else None,
        room_until=best.valid_until if best else None,
        room_status=best.status if best else "",
        conditions=[condition.sign(service) for condition in CONDITIONS],
        women_only=bool(service.women_only),
        languages=_languages(index, service.pk, content),
        button=_button(record, places),
        is_dispatched=service.dispatched_by is not None,
        is_example=service.is_example,
        lang=lang,
    )


def _places(index: Index, service: Service, now: datetime, near: Near | None) -> list[HelpPlace]:
    schedules = index.schedules(service.pk)
    places = []
    for place in places_of(index, service):
        where = place.seen_by(Viewer.RESIDENT)
        hours, closed = schedules.get(place.pk, (place.opening_hours, ()))
        metres = distance_m((near.lat, near.lon), where.point) if near and where.point else None
        places.append(HelpPlace(where, hours, closed, OpenState.at(hours, now, closed), metres))
    return sorted(places, key=_nearest_or_open)


def _nearest_or_open(place: HelpPlace) -> tuple:
    far = float("inf") if place.metres is None else place.metres
    return far, not place.open.now, place.open.opens_at is None


def _sentence(index: Index, service: Service, content: str, lang: str) -> tuple[Words, bool]:
    """What a service wrote for residents, in this language or the other; else its themes in plain words."""
    for language in (content, _other(content)):
        if text := getattr(service, f"plain_{language}"):
            return Words(text, language if lang or language != content else ""), False
    kept = index.kept.get(service.pk)
    themes = [term_words(index.terms["theme"][code], content) for code in (kept.themes if kept else ())]
    return Words(" · ".join(theme.text for theme in themes), next((theme.lang for theme in themes), "")), True


def _other(language: str) -> str:
    return "fr" if language == "nl" else "nl"


def _languages(index: Index, pk: int, content: str) -> list[Words]:
    return [term_words(term, content) for term in index.terms_of("language", pk)]


def _button(record: Record, places: list[HelpPlace]) -> Button | None:
    """Where places are given by dispatch its number; else the service's own channel, that of its place, the actor's."""
    service = record.service
    if number := service.dispatched_by:
        return Button(ContactKind.PHONE, f"tel:{number.number}", number.display)
    withheld = Level.UNDISCLOSED in {service.level, service.actor.level} or any(p.where.withheld for p in places)
    locations = [] if withheld else [place.location_id for place in service.shown_places]
    owners = [("service", service.pk), *(("location", pk) for pk in locations), ("actor", service.actor_id)]
    found = [contact for owner in owners for contact in record.channels.get(owner, ())]
    if not found:
        return None
    best = min(found, key=lambda contact: CALLABLE[ContactKind(contact.kind)])
    words = display_phone(best.value) if best.kind == ContactKind.PHONE else best.display
    return Button(best.kind, best.href, words)
