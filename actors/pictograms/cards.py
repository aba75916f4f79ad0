"""What a resident reads of a service: strings and signs only, for a page and for a device alike."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from django.utils.translation import gettext as _

from actors.calls import counted_at
from actors.enums import ContactKind
from actors.helplines import Helpline
from actors.hours import comment_words, common_closures, usual_line
from actors.hours import usual as usual_week
from actors.models import Service, ServiceAtLocation, Viewer
from actors.models.location import Whereabouts
from actors.opening import ALWAYS, Days, OpenState
from actors.pictograms.interface import Words, term_words
from actors.pictograms.records import shelf
from actors.pictograms.words import (
    BUTTONS,
    CONDITIONS,
    HOURS_TO_ASK,
    Sign,
    hours_sign,
    in_town,
    phone_sign,
    room_sign,
)
from actors.records import main_need, of_its_actor, own_phone, places_of
from actors.search import Near
from actors.search.index import Index
from actors.search.room import counting
from actors.search.terms import Term
from actors.walking import way_words
from zones.geometry import distance_m

DIRECTIONS = "https://www.openstreetmap.org/directions?engine=fossgis_osrm_foot&route=%3B{lat}%2C{lon}"
GEO = "geo:{lat},{lon}?q={lat},{lon}"  # RFC 5870, with what Android asks for to set a pin
WITH_PLACES_BY_DISPATCH = "homelessness"  # a bed is somewhere; of other needs a number that is called is all there is
CALLABLE = {ContactKind.PHONE: 0, ContactKind.EMAIL: 1, ContactKind.WEBSITE: 2, ContactKind.SOCIAL: 3}


@dataclass(frozen=True)
class HelpPlace:
    """A place where one may go, as a resident may know it."""

    where: Whereabouts
    hours: str
    closed: tuple[Days, ...]
    open: OpenState
    metres: int | None = None
    walk: int | None = None  # the same, where it is measured from a place that the person gave
    town: Term | None = None  # the municipality that the person chose, where it lies there


@dataclass(frozen=True)
class Button:
    """The way to reach somebody: a telephone, else e-mail, else a page."""

    kind: str
    href: str
    words: str


@dataclass(frozen=True)
class Answered:
    """When its telephone is answered, where that is known: its own hours, not those of the door."""

    hours: str
    closed: tuple[Days, ...]
    sign: Sign

    @property
    def usual(self) -> str:
        """In an ordinary week, for paper."""
        return usual_line(self.hours)


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
    helpline: Button | None  # for what has no telephone of its own: that of another service of its organisation
    answered_by: Words | None  # who answers there
    is_dispatched: bool  # places are given by the number of the button, not at the door
    is_example: bool
    content: str = ""  # the language of its texts
    lang: str = ""  # of its address, where the screen has another
    answered: Answered | None = None
    covers: list[Words] = field(default_factory=list)  # of several needs those that are met here
    instead: "HelpCard | None" = None  # for one that is full: the nearest that has room
    called: str = ""  # where a call is counted, if it is
    often_proposed: bool = False  # as many as it set for a day were sent there or called today
    also: list[Words] = field(default_factory=list)  # what twins of it are (`groups.without_twins`)

    @property
    def place(self) -> HelpPlace | None:
        """The place that the card shows: the nearest, or the one that is open first."""
        return self.places[0] if self.places else None

    @property
    def is_expected(self) -> bool:
        """Whether it is open, or it is known when it will be."""
        return bool(self.place and (self.place.open.now or self.place.open.opens_at))

    @property
    def way(self) -> str:
        """How far it is, or that it lies in the municipality that was chosen."""
        if self.place is None or self.place.where.withheld:
            return ""
        if self.place.town:
            return in_town(self.place.town.name(self.content))
        return way_words(self.place.walk)

    @cached_property
    def street(self) -> str:
        return self.place.where.address if self.place else ""

    @property
    def is_withheld(self) -> bool:
        return bool(self.place and self.place.where.withheld)

    @property
    def hours_words(self) -> Words:
        """Open or not, in words; a remark is in the language of its service."""
        said = self.place.open if self.place else OpenState(None)
        is_remark = said.now is None and said.comment and comment_words(said.comment) == said.comment
        return Words(self.hours.words, self.lang if is_remark else "")

    @property
    def has_no_number(self) -> bool:
        """Whether it exists, and nobody knows by which telephone it is reached."""
        by_phone = self.helpline or (self.button and self.button.kind == ContactKind.PHONE)
        return not (by_phone or self.is_example)

    @property
    def button_pictogram(self) -> str:
        return BUTTONS[ContactKind(self.button.kind)][0] if self.button else ""

    @property
    def button_words(self) -> str:
        return str(BUTTONS[ContactKind(self.button.kind)][1]) if self.button else ""

    @property
    def known(self) -> list[Sign]:
        """The conditions that somebody told."""
        return [sign for sign in self.conditions if sign.tone != "unknown"]

    @property
    def to_ask(self) -> str:
        """What nobody told, as short questions on one line."""
        asked = [HOURS_TO_ASK] if self.hours.tone == "unknown" else []
        return " ".join(map(str, [*asked, *(sign.words for sign in self.conditions if sign.tone == "unknown")]))

    @property
    def usual(self) -> list[tuple[str, str]]:
        """The ordinary week in words, for paper."""
        hours = self.place.hours if self.place else ""
        if hours == ALWAYS:
            return [("", _("Day and night"))]
        return usual_week(hours) if hours else []

    @property
    def has_where(self) -> bool:
        """Whether there is anything to say of where it is: what is reached by telephone only has no pin."""
        return bool(self.street or self.way or self.is_withheld)

    @property
    def directions(self) -> str:
        """The place in the map of the device, with the way there; no place of the person is in it."""
        return self._on_map(GEO)

    @property
    def web_map(self) -> str:
        """The same on the web, for a device that has no map."""
        return self._on_map(DIRECTIONS)

    def _on_map(self, address: str) -> str:
        if not self.place or not self.place.where.on_map or self.place.where.approximate:
            return ""
        return address.format(lat=self.place.where.latitude, lon=self.place.where.longitude)


# The card that a device fills in: of conditions one, to be copied.
BLANK = HelpCard(
    pk=0, name="", name_lang="", sentence=Words(""), is_automatic=False, places=[], hours=Sign("clock", "", "calm"),
    room=None, room_until=None, room_status="", conditions=[Sign("coins", "", "")], women_only=False, languages=[],
    button=None, helpline=None, answered_by=None, is_dispatched=False, is_example=False,
)  # fmt: skip


def help_cards(
    index: Index, pks: Iterable[int], content: str, lang: str, now: datetime, near: Near | None = None, home: str = ""
) -> list[HelpCard]:
    """The cards of these services, in this order. `lang` is that of their texts where the screen has another; `home`
    the NIS code of the municipality that the person chose."""
    return [help_card(index, service, content, lang, now, near, home) for service in shelf.records(index, pks).values()]


def help_card(
    index: Index,
    service: Service,
    content: str,
    lang: str,
    now: datetime,
    near: Near | None = None,
    home: str = "",
) -> HelpCard:
    """The card of one service that was read with its channels. On what is invented stands nobody's real number."""
    places = _places(index, service, content, now, near, index.terms["municipality"].get(home))
    best = counting(service.said, now)
    sentence, is_automatic = _sentence(index, service, content, lang)
    own_name = getattr(service.actor, f"name_{content}")
    phone = None if service.is_example and service.dispatched_by_id else own_phone(service)
    instead = None if phone or service.is_example else of_its_actor(index, service)
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
        button=_call(phone) if phone else _other_button(service),
        helpline=_call(instead) if instead else None,
        answered_by=Words(instead.name(content), lang) if instead else None,
        is_dispatched=service.dispatched_by is not None and main_need(index, service.pk) == WITH_PLACES_BY_DISPATCH,
        is_example=service.is_example,
        content=content,
        lang=lang,
        called=counted_at(index, service, content) if phone else "",
        answered=_answered(phone, places, now) if phone and phone.hours and not _is_told(phone, places) else None,
    )


def _is_told(phone: Helpline, places: list[HelpPlace]) -> bool:
    """Whether the card says these hours already: those of the place that it shows."""
    return bool(places) and places[0].hours == phone.hours


def _answered(phone: Helpline, places: list[HelpPlace], now: datetime) -> Answered:
    closed = common_closures(place.closed for place in places)
    return Answered(phone.hours, closed, phone_sign(OpenState.at(phone.hours, now, closed), now))


def _places(
    index: Index, service: Service, content: str, now: datetime, near: Near | None, home: Term | None
) -> list[HelpPlace]:
    schedules = index.schedules(service.pk)
    places = []
    for place in places_of(index, service):
        where = place.seen_by(Viewer.RESIDENT)
        hours, closed = schedules.get(place.pk, (place.opening_hours, ()))
        hours = hours or _remark_as_hours(place, content)
        metres = distance_m((near.lat, near.lon), where.point) if near and where.point else None
        is_measured = not (near and near.is_area)
        walk, town = (metres, None) if is_measured else (None, home if _lies_in(where, home) else None)
        places.append(HelpPlace(where, hours, closed, OpenState.at(hours, now, closed), metres, walk, town))
    return sorted(places, key=_nearest_or_open)


def _remark_as_hours(place: ServiceAtLocation, content: str) -> str:
    """The remark on hours that are not known, as a schedule that says nothing else: "on Wednesdays, call first".
    Without it somebody would walk to an empty square."""
    remark = getattr(place, f"hours_remark_{content}") or getattr(place, f"hours_remark_{_other(content)}")
    return '"{}"'.format(remark.replace('"', "'")) if remark else ""


def _lies_in(where: Whereabouts, municipality: Term | None) -> bool:
    return bool(where.municipality and municipality and where.municipality.nis == municipality.code)


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


def _call(phone: Helpline) -> Button:
    return Button(ContactKind.PHONE, phone.href, phone.display)


def _other_button(service: Service) -> Button | None:
    """Where there is no telephone: e-mail, else a page."""
    if not service.channels:
        return None
    best = min(service.channels, key=lambda contact: CALLABLE[ContactKind(contact.kind)])
    return Button(best.kind, best.href, best.display)
