"""What a listing says now of what a suggestion is about, for whoever may edit it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from actors.enums import ContactKind, SuggestionField
from actors.models import Actor, Contact, Location, Service, ServiceAtLocation, Suggestion
from actors.phones import dialled
from actors.plain_hours import in_words

KINDS = {  # of the fields that are a channel
    SuggestionField.PHONE: ContactKind.PHONE,
    SuggestionField.EMAIL: ContactKind.EMAIL,
    SuggestionField.WEBSITE: ContactKind.WEBSITE,
}
NEW = "new"  # a channel that is not there yet


@dataclass(frozen=True)
class Value:
    """One thing that the listing says: of what (a place, a language), and what. `key` is where it can be written."""

    key: str
    of: str
    value: str
    shown: str


def present_values(suggestion: Suggestion) -> list[Value]:
    """What stands there now; what can be written at once has a key."""
    listing, field = suggestion.listing, suggestion.field
    if field in KINDS:
        return [_channel(contact) for contact in channels(listing, KINDS[field])]
    told = {
        SuggestionField.NAME: _names,
        SuggestionField.ADDRESS: _addresses,
        SuggestionField.HOURS: _hours,
        SuggestionField.CONDITIONS: _conditions,
    }
    return list(told[field](listing)) if field in told else []


def channels(listing: Actor | Service, kind: str) -> list[Contact]:
    """The channels of a listing of this kind: its own, those of its places, and of a service those of its actor."""
    if isinstance(listing, Service):
        owned = Q(service=listing) | Q(actor=listing.actor_id) | Q(location__in=listing.places.values("location"))
    else:
        owned = Q(actor=listing) | Q(location__actor=listing)
    return list(Contact.objects.filter(owned, kind=kind).select_related("location", "service", "actor"))


def _channel(contact: Contact) -> Value:
    owner = contact.service or contact.location or contact.actor
    return Value(str(contact.pk), f"{owner}", contact.value, contact.display)


def _names(listing: Actor | Service) -> Iterator[Value]:
    for language, words in (("nl", _("in Dutch")), ("fr", _("in French"))):
        name = getattr(listing, f"name_{language}") or ""
        yield Value(f"name_{language}", words, name, name or "–")


def _addresses(listing: Actor | Service) -> Iterator[Value]:
    if isinstance(listing, Service):
        found = Location.objects.filter(pk__in=listing.places.values("location"))
    else:
        found = Location.objects.filter(actor=listing)
    for location in found.select_related("neighbourhood__municipality"):
        address = ", ".join(filter(None, [location.street, location.postal_code]))
        yield Value("", location.name or location.get_kind_display(), "", address or location.get_kind_display())


def _hours(listing: Actor | Service) -> Iterator[Value]:
    of = {"service": listing} if isinstance(listing, Service) else {"service__actor": listing}
    for place in ServiceAtLocation.objects.filter(**of).select_related("service", "location"):
        yield Value("", str(place), "", in_words(place.opening_hours) or _("opening hours not known"))


def _conditions(listing: Actor | Service) -> Iterator[Value]:
    services = [listing] if isinstance(listing, Service) else listing.services.all()
    for service in services:
        facts = ", ".join(str(fact.yes if answer else fact.no) for fact, answer in service.known_facts)
        yield Value("", str(service), "", facts or _("not known"))


def as_written(field: str, text: str) -> str:
    """A proposed number or address as it is kept, where it can be read as one; else as it was typed."""
    if field == SuggestionField.PHONE:
        return dialled(text) or text
    if field == SuggestionField.WEBSITE and text and "://" not in text:
        return f"https://{text}"
    return text
