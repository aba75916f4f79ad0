"""Every component in every state, made up on the spot: what `/…/components/` shows and the tests look at."""

from dataclasses import replace
from datetime import datetime, timedelta

from django.utils import timezone

from actors.catalogue.cards import Card, ShownPlace
from actors.catalogue.why import Reason
from actors.enums import AvailabilityStatus, ContactKind, LocationKind
from actors.hours import state_words, week_of
from actors.models import Actor, Availability, Contact, CrisisNumber, Location, Service, ServiceAtLocation
from actors.models.location import Whereabouts
from actors.opening import OpenState
from actors.room_words import RoomWords, room_words
from actors.search import engine
from zones.models import CareZone, Municipality

HOURS = "Mo-Su 08:00-12:00,13:00-20:00"
SOON = timedelta(days=3)


def rooms(now: datetime) -> list[RoomWords]:
    """Availability in every state, an expired one and one with details too."""
    shown = [room_words([_said(status, now)], now) for status in AvailabilityStatus.values]
    lapsed = _said("open", now - timedelta(days=40))
    lapsed.valid_until = now - timedelta(days=26)
    detailed = _said("limited", now, places_free=2, places_total=12, note_nl="bel eerst", note_fr="appelez d'abord")
    waiting = _said("waiting_list", now - timedelta(days=1), waiting_days=21)
    return [*shown, *(room_words([said], now) for said in (lapsed, detailed, waiting)), room_words([], now)]


def _said(status: str, now: datetime, **fields) -> Availability:
    return Availability(status=status, confirmed_at=now, valid_until=now + SOON, **fields)


def all_cards(now: datetime) -> list[Card]:
    """Cards of services: ordinary, without anything known, withheld address, example, unconfirmed, one language."""
    full = _card(now, free=True, no_papers=True, no_appointment=False, anonymous=True)
    bare = _card(now, places=[], rooms_=[])
    withheld = _card(now, places=[_place(now, withheld=True)])
    example = _card(now, is_example=True, room="full")
    unconfirmed = _card(now, is_automatic=True, hours="")
    stale = _card(now, stale_on=timezone.localdate() - timedelta(days=1))
    french_only = _card(now, name_nl="", summary_nl="", summary_fr="Cette fiche n'existe qu'en français.")
    several = _card(now, places=[_place(now), _place(now)])
    return [full, bare, withheld, example, unconfirmed, stale, french_only, several]


def _card(now: datetime, *, places=None, rooms_=None, room="open", hours=HOURS, **fields) -> Card:
    stale_on = fields.pop("stale_on", timezone.localdate() + timedelta(days=300))
    texts = {
        "name_nl": "Voorbeeld: douches en was",
        "name_fr": "Exemple : douches et lessive",
        "summary_nl": "Douches en een wasmachine voor wie geen thuis heeft.",
        "summary_fr": "Douches et machine à laver pour les personnes sans abri.",
    }
    service = Service(slug="voorbeeld", **{**texts, **fields})
    service.stale_on = stale_on
    service.actor = Actor(slug="voorbeeld", name_nl="Voorbeeld vzw", name_fr="Exemple asbl")
    shown = [_place(now, hours=hours)] if places is None else places
    opened = OpenState.best(place.open for place in shown)
    terms = engine().index.terms
    return Card(
        service=service,
        places=shown,
        room=room_words([_said(room, now)] if rooms_ is None else rooms_, now),
        open=opened,
        open_words=state_words(opened, now),
        themes=list(terms["theme"].values())[5:7],
        languages=list(terms["language"].values())[:3],
        number=1,
        why=[Reason("douche", "…")],
    )


def _place(now: datetime, *, hours: str = HOURS, withheld: bool = False) -> ShownPlace:
    opened = OpenState.at(hours, now)
    location = Location(kind=LocationKind.FIXED, street_nl="Hoogstraat 1", street_fr="Rue Haute 1")
    place = ServiceAtLocation(location=location, opening_hours=hours)
    where = Whereabouts(
        name="",
        street=location.street,
        postal_code="1000",
        neighbourhood=None,
        municipality=Municipality(name_nl="Brussel", name_fr="Bruxelles"),
        zone=CareZone(code="centre-ouest", name_nl="Centrum-West", name_fr="Centre-Ouest"),
        point=(50.84, 4.35),
        withheld=False,
        approximate=False,
    )
    if withheld:
        where = replace(where, street="", postal_code="", zone=None, withheld=True, approximate=True)
    return ShownPlace(place, where, opened, state_words(opened, now), metres=1_800, told=1_800)


def contacts() -> list[Contact]:
    """One channel of every kind."""
    values = {
        ContactKind.PHONE: "+3225100910",
        ContactKind.EMAIL: "info@example.org",
        ContactKind.WEBSITE: "https://www.example.org",
        ContactKind.SOCIAL: "https://www.example.org/social",
    }
    found = [Contact(kind=kind, value=value, label_nl="onthaal", label_fr="accueil") for kind, value in values.items()]
    found[0].opening_hours = "Mo-Fr 09:00-12:00"
    return found


def crisis_numbers() -> list[CrisisNumber]:
    """An emergency number, and one that is none, of which little is known."""
    texts = {"purpose_nl": "Om te tonen", "purpose_fr": "Pour montrer"}
    return [
        CrisisNumber(
            number="112",
            name_nl="Nood",
            name_fr="Urgence",
            is_emergency=True,
            cost="free",
            opening_hours="24/7",
            **texts,
        ),
        CrisisNumber(number="+3280099340", name_nl="Lijn", name_fr="Ligne", **texts),
    ]


def context() -> dict:
    """All of it, for the template."""
    now = timezone.now()
    return {
        "rooms": rooms(now),
        "cards": all_cards(now),
        "contacts": contacts(),
        "crisis_numbers": crisis_numbers(),
        "weeks": [week_of(hours, now) for hours in (HOURS, "24/7", "Mo-Fr 22:00-06:00")],
        "facts": all_cards(now)[0].service.known_facts,
        "needs": list(engine().index.terms["need"].values())[:3],
        "trail": [("Een", "/"), ("Twee", "/")],
    }
