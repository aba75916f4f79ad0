"""One place as a listing: actor, location, service, opening hours, contact channels. Written or brought up to date."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

import phonenumbers
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.text import slugify

from actors.enums import ContactKind, Status
from actors.exchange.osm.names import names_of, split_names
from actors.exchange.osm.places import Place
from actors.exchange.osm.privacy import is_mobile, is_private_email
from actors.exchange.osm.report import Left, Report
from actors.exchange.osm.tags import Rule
from actors.models import Actor, Contact, Location, Service, ServiceAtLocation, ServiceTheme, Source, SourceReference
from actors.models.contact import VALIDATORS
from actors.opening import validate_opening_hours
from repertorium.fixtures import Loader, spread_languages
from zones.geometry import locate
from zones.models import Neighbourhood

WHEELCHAIR = {"yes": True, "no": False}  # "limited" answers neither
SLUG_LENGTH = 45


@dataclass(frozen=True)
class Listing:
    """What the place says, as values of our models."""

    actor: dict
    location: dict
    service: dict
    hours: str
    contacts: frozenset[tuple[ContactKind, str]]


def listing_of(place: Place, rule: Rule, report: Report, pieces: dict[str, Neighbourhood]) -> Listing | None:
    """The listing that a place makes; None: it lies outside the Region. What is left out is counted.

    `pieces`: the neighbourhoods by their code.
    """
    where = _territory(place, pieces)
    if where is None:
        return None
    neighbourhood, certain = where
    names, language = names_of(place)
    common = {"status": Status.PUBLISHED, "is_automatic": True}
    street = split_names(" ".join(place.values("addr:street")))
    number = " ".join(place.values("addr:housenumber"))
    return Listing(
        actor=spread_languages(
            {**common, "name": names, "name_language": language, "kind": rule.kind, "steward": neighbourhood.zone}
        ),
        location=spread_languages(
            {
                "lat": place.lat,
                "lon": place.lon,
                "neighbourhood": neighbourhood,
                "territory_checked": certain,
                "street": {key: f"{name} {number}".strip() for key, name in street.items()},
                "postal_code": place.tags.get("addr:postcode", ""),
            }
        ),
        service=spread_languages(
            {**common, "name": rule.service_name, "wheelchair": WHEELCHAIR.get(place.tags.get("wheelchair"))}
        ),
        hours=_hours(place, report),
        contacts=frozenset(_contacts(place, report)),
    )


def _territory(place: Place, pieces: dict[str, Neighbourhood]) -> tuple[Neighbourhood, bool] | None:
    """The neighbourhood that the file gives (found by polygon there), else the one that we find."""
    code = f"{place.tags.get('nis', '')}-{place.tags.get('neighbourhood', '')}"
    if given := pieces.get(code):
        return given, True
    located = locate(place.lat, place.lon)
    return (located.neighbourhood, located.certain) if located else None


def _hours(place: Place, report: Report) -> str:
    hours = place.tags.get("opening_hours", "")
    try:
        if hours:
            validate_opening_hours(hours)
    except ValidationError:
        report.left[Left.BAD_HOURS] += 1
        return ""
    return hours


def phones_of(place: Place) -> list[str]:
    """The telephone numbers that dial, in the one international format."""
    found = []
    for text in place.values("contact:phone", "phone"):
        try:
            number = phonenumbers.parse(text, "BE")
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            found.append(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
    return found


def _contacts(place: Place, report: Report):
    phones = phones_of(place)
    report.left[Left.BAD_PHONE] += len([*place.values("contact:phone", "phone")]) - len(phones)
    for number in phones:
        if is_mobile(number):
            report.left[Left.MOBILE] += 1
        else:
            yield ContactKind.PHONE, number
    for address in place.values("contact:email", "email"):
        if is_private_email(address, place):
            report.left[Left.PRIVATE_EMAIL] += 1
        elif _is_valid(ContactKind.EMAIL, address, report, Left.BAD_EMAIL):
            yield ContactKind.EMAIL, address
    for address in place.values("contact:website", "website"):
        whole = address if "://" in address else f"https://{address}"
        if _is_valid(ContactKind.WEBSITE, whole, report, Left.BAD_WEBSITE):
            yield ContactKind.WEBSITE, whole


def _is_valid(kind: ContactKind, value: str, report: Report, left: Left) -> bool:
    try:
        VALIDATORS[kind](value)
    except ValidationError:
        report.left[left] += 1
        return False
    return True


@dataclass(frozen=True)
class Arrival:
    """A place that is not in the repertorium yet, with the listing that it makes."""

    place: Place
    rule: Rule
    listing: Listing

    @property
    def record(self) -> str:
        return f"place {self.place.number}"

    @property
    def slug(self) -> str:
        return f"{slugify(self.place.name)[:SLUG_LENGTH]}-{sha256(self.place.identifier.encode()).hexdigest()[:6]}"


def create_all(arrivals: list[Arrival], source: Source, loader: Loader) -> list[Actor]:
    """New listings with their references to the source, kind after kind of record: one by one takes a minute.

    Shorter than `arrivals` when one could not be made; why has been noted then.
    """

    def make(model: type[Model], values: Callable[[int, Arrival], dict]) -> list:
        return loader.make_all(model, [(arrival.record, values(at, arrival)) for at, arrival in enumerate(arrivals)])

    actors = make(Actor, lambda _at, new: {"slug": new.slug, **new.listing.actor})
    if len(actors) < len(arrivals):
        return actors
    locations = make(Location, lambda at, new: {"actor": actors[at], **new.listing.location})
    services = make(
        Service,
        lambda at, new: {"slug": f"{new.slug}-{new.rule.theme.code}", "actor": actors[at], **new.listing.service},
    )
    if loader.problems:
        return []
    make(ServiceTheme, lambda at, new: {"service": services[at], "theme": new.rule.theme})
    make(
        ServiceAtLocation,
        lambda at, new: {
            "service": services[at], "location": locations[at], "opening_hours": new.listing.hours,
        },
    )  # fmt: skip
    contacts = [
        (new.record, {"actor": actor, **contact})
        for new, actor in zip(arrivals, actors, strict=True)
        for contact in contacts_in_order(new.listing)
    ]
    loader.make_all(Contact, contacts)
    for owner, records in (("actor", actors), ("location", locations), ("service", services)):
        make(
            SourceReference,
            lambda at, new, owner=owner, records=records: {
                "source": source, "identifier": new.place.identifier, owner: records[at],
            },
        )  # fmt: skip
    return actors


def bring_up_to_date(actor: Actor, place: Place, rule: Rule, listing: Listing, loader: Loader) -> bool:
    """Whether anything about an imported listing had changed; it has been written then."""
    service, location = actor.services.get(), actor.locations.get()
    at = service.places.get()
    changed = [
        _update(actor, listing.actor),
        _update(location, listing.location),
        _update(service, listing.service),
        _update(at, {"opening_hours": listing.hours}),
        _update_theme(service, rule),
    ]
    if frozenset(actor.contacts.values_list("kind", "value")) != listing.contacts:
        actor.contacts.all().delete()
        _write_contacts(loader, f"place {place.number}", actor, listing)
        changed.append(True)
    return any(changed)


def _write_contacts(loader: Loader, record: str, actor: Actor, listing: Listing) -> None:
    loader.make_all(Contact, [(record, {"actor": actor, **contact}) for contact in contacts_in_order(listing)])


def contacts_in_order(listing: Listing) -> list[dict]:
    """The contact channels of a listing, kind after kind."""
    kinds = list(ContactKind)
    found = sorted(listing.contacts, key=lambda contact: (kinds.index(contact[0]), contact[1]))
    return [{"kind": kind, "value": value} for kind, value in found]


def _update(record: Model, values: dict) -> bool:
    changed = {name: value for name, value in values.items() if getattr(record, name) != value}
    for name, value in changed.items():
        setattr(record, name, value)
    if changed:
        record.save(update_fields=list(changed))
    return bool(changed)


def _update_theme(service: Service, rule: Rule) -> bool:
    if set(service.theme_links.values_list("theme_id", flat=True)) == {rule.theme.pk}:
        return False
    service.theme_links.all().delete()
    ServiceTheme.objects.create(service=service, theme=rule.theme)
    return True
