"""A listing as it will be read, before it is saved: each service as a card for professionals and one for residents.

The cards are made of the forms, so that nothing has to be written for them. They use the professional's own card
(`catalogue.cards`), so that a preview cannot look otherwise than the page will.
"""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from actors.catalogue.cards import Card, ShownPlace
from actors.enums import ContactKind, Level
from actors.hours import state_words
from actors.models import Availability, Contact, Service, ServiceAtLocation, Viewer
from actors.models.admission import Fact
from actors.models.availability import period
from actors.opening import OpenState
from actors.room_words import room_words
from actors.staff.listing import ACTOR, Listing
from actors.staff.room import ROOM_FIELDS

FOR_RESIDENTS = ("free", "no-papers", "no-appointment", "women-only")


@dataclass(frozen=True)
class Chosen:
    """A theme or language as cards show it."""

    label: str
    pictogram: str = ""

    def name(self, language: str) -> str:
        """In the language of the page, in which the form's lists are."""
        return self.label


@dataclass(frozen=True)
class Preview:
    """One service as both will see it."""

    card: Card
    phones: list[Contact]
    facts: list[tuple[Fact, bool]]

    @property
    def service(self) -> Service:
        return self.card.service


def previews(listing: Listing) -> list[Preview]:
    """The services of a valid form that stays, as they will be read."""
    return [_preview(listing, form) for form in listing.under("service") if not form.folded]


def _preview(listing: Listing, form) -> Preview:
    now, service = timezone.now(), form.instance
    service.actor = listing.forms[ACTOR].instance
    places = [_place(listing, service, at, now) for at in listing.under("at", form.key) if not listing.goes(at)]
    opened = OpenState.best(place.open for place in places)
    said = [one for room in listing.under("room", form.key) if (one := _said(room, service, now))]
    chosen = set(form.shown("themes"))
    languages = set(form.shown("languages"))
    card = Card(
        service=service,
        places=places,
        room=room_words(said, now),
        open=opened,
        open_words=state_words(opened, now),
        themes=[Chosen(theme.name, theme.pictogram) for theme in form.lists.words["theme"] if theme.value in chosen],
        languages=[Chosen(label) for value, label in form.lists.languages if value in languages],
    )
    facts = [(fact, answer) for fact, answer in service.known_facts if fact.code in FOR_RESIDENTS]
    return Preview(card, _phones(listing, form), facts)


def _said(form, service: Service, now: datetime) -> Availability | None:
    """What a form says of the room: of now where it changed, else what was said before."""
    if not form.is_bound or not (form.changed_data and form.cleaned_data["status"]):
        return form.instance if form.exists else None
    values = {name: form.cleaned_data[name] for name in ROOM_FIELDS}
    return Availability(**values, confirmed_at=now, valid_until=now + period(service))


def _place(listing: Listing, service: Service, form, now) -> ShownPlace:
    place: ServiceAtLocation = form.instance
    chosen = listing.forms.get(form["location"].value())
    place.service = service
    if chosen:
        place.location = chosen.instance
        place.location.actor = service.actor
    opened = OpenState.at(place.opening_hours, now)
    return ShownPlace(place, place.seen_by(Viewer.VISITOR), opened, state_words(opened, now), None)


def _phones(listing: Listing, form) -> list[Contact]:
    """The numbers that a resident may call: those of the service, else of the actor."""
    for owner in (form.key, ACTOR):
        contacts = [one.instance for one in listing.under("contact", owner) if not listing.goes(one)]
        phones = [one for one in contacts if one.kind == ContactKind.PHONE and one.level == Level.PUBLIC and one.value]
        if phones:
            return phones
    return []
