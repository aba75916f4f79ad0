"""One place as a listing: actor, location, service, opening hours, contact channels. Written or brought up to date."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from hashlib import sha256

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model
from django.utils.text import slugify

from actors.enums import ContactKind, Status
from actors.exchange.osm.channels import Channel, channels_of
from actors.exchange.osm.names import names_of, street_of
from actors.exchange.osm.places import Place
from actors.exchange.osm.report import Left, Report
from actors.exchange.osm.tags import Rule
from actors.exchange.osm.territory import Found, Whereabouts
from actors.models import Actor, Contact, Location, Service, ServiceAtLocation, ServiceTheme, Source, SourceReference
from repertorium.fixtures import Loader, Problem, spread_languages

WHEELCHAIR = {"yes": True, "no": False}  # "limited" answers neither
UNREAD_HOURS = {
    "nl": "OpenStreetMap geeft deze openingsuren, die niet te lezen of niet duidelijk zijn: {}",
    "fr": "OpenStreetMap donne ces heures d’ouverture, qui sont illisibles ou peu claires : {}",
}
NO_DOUBT = {"nl": "", "fr": ""}
SLUG_LENGTH = 45


@dataclass(frozen=True)
class Listing:
    """What the place says, as values of our models. `doubt`: what staff should find out."""

    actor: dict
    location: dict
    service: dict
    hours: str
    doubt: dict
    contacts: frozenset[Channel]


class Reader:
    """Makes listings of places; what it leaves out is noted in the report."""

    def __init__(self, report: Report, ordinary: frozenset[str]):
        self._report, self._ordinary = report, ordinary
        self._where = Whereabouts()

    def listing(self, place: Place, rule: Rule) -> Listing | None:
        """The listing that a place makes; None: it lies outside the Region."""
        found = self._where.find(place)
        if found is None:
            return None
        names, language = names_of(place)
        hours, doubt = self._hours(place)
        for tag in place.mended:
            self._report.leave(place, Left.UNSTORABLE, tag)
        common = {"status": Status.PUBLISHED, "is_automatic": True}
        named = {"name": names, "name_language": language, "kind": rule.kind, "steward": found.neighbourhood.zone}
        kind = {"name": rule.service_name, "wheelchair": WHEELCHAIR.get(place.tags.get("wheelchair"))}
        return Listing(
            actor=self._short(place, Actor, common | named),
            location=self._short(place, Location, self._location(place, found)),
            service=spread_languages(common | kind),
            hours=hours,
            doubt=self._short(place, SourceReference, {"doubt": doubt}),
            contacts=frozenset(channels_of(place, self._report, self._ordinary)),
        )

    def _location(self, place: Place, found: Found) -> dict:
        number = ", ".join(place.values("addr:housenumber"))
        street = street_of(place, found.neighbourhood.municipality.nis)
        if place.tags.get("addr:postcode") and not found.postal_code:
            self._report.leave(place, Left.BAD_POSTAL_CODE, place.tags["addr:postcode"])
        return {
            "lat": place.lat,
            "lon": place.lon,
            "neighbourhood": found.neighbourhood,
            "territory_checked": found.certain,
            "street": {language: f"{name} {number}".strip() for language, name in street.items()},
            "postal_code": found.postal_code,
        }

    def _hours(self, place: Place) -> tuple[str, dict[str, str]]:
        """The opening hours; those that cannot be read, or are too long, are a question for staff."""
        hours = place.tags.get("opening_hours", "")
        if not hours:
            return "", NO_DOUBT
        try:
            return ServiceAtLocation._meta.get_field("opening_hours").clean(hours, None), NO_DOUBT
        except ValidationError:
            self._report.leave(place, Left.BAD_HOURS, hours)
            return "", {language: text.format(hours) for language, text in UNREAD_HOURS.items()}

    def _short(self, place: Place, model: type[Model], values: dict) -> dict:
        """The columns of these values, texts as long as their column holds."""
        columns = spread_languages(values)
        for name, value in columns.items():
            longest = model._meta.get_field(name).max_length
            if longest and isinstance(value, str) and len(value) > longest:
                self._report.leave(place, Left.TOO_LONG, f"{name}, {len(value)} characters")
                columns[name] = f"{value[: longest - 1].rstrip()}…"
        return columns


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
        named = slugify(self.place.name)[:SLUG_LENGTH].strip("-") or "osm"  # a name in another script has no slug
        return f"{named}-{sha256(self.place.identifier.encode()).hexdigest()[:6]}"


def create_all(arrivals: list[Arrival], source: Source) -> tuple[list[tuple[Arrival, Actor]], list[Problem]]:
    """New listings with their references to the source, kind after kind of record: one by one takes a minute.

    An arrival with a problem is left out, and the others come in.
    """
    problems: list[Problem] = []
    while True:
        loader = Loader()
        with transaction.atomic():
            actors = _create(arrivals, source, loader)
            if loader.problems:
                transaction.set_rollback(True)
        if not loader.problems:
            return list(zip(arrivals, actors, strict=True)), problems
        problems += loader.problems
        faulty = {problem.record for problem in loader.problems}
        arrivals = [arrival for arrival in arrivals if arrival.record not in faulty]


def _create(arrivals: list[Arrival], source: Source, loader: Loader) -> list[Actor]:
    """All records of these listings; what is wrong with any is noted by the loader."""

    def make(model: type[Model], values: Callable[[int, Arrival], dict]) -> list:
        if loader.problems:  # what follows would refer to records that were not made
            return []
        return loader.make_all(model, [(arrival.record, values(at, arrival)) for at, arrival in enumerate(arrivals)])

    actors = make(Actor, lambda _at, new: {"slug": new.slug, **new.listing.actor})
    locations = make(Location, lambda at, new: {"actor": actors[at], **new.listing.location})
    services = make(
        Service,
        lambda at, new: {"slug": f"{new.slug}-{new.rule.theme.code}", "actor": actors[at], **new.listing.service},
    )
    make(ServiceTheme, lambda at, new: {"service": services[at], "theme": new.rule.theme})
    make(
        ServiceAtLocation,
        lambda at, new: {
            "service": services[at], "location": locations[at], "opening_hours": new.listing.hours,
        },
    )  # fmt: skip
    for owner, records in (("actor", actors), ("location", locations), ("service", services)):
        make(
            SourceReference,
            lambda at, new, owner=owner, records=records: {
                "source": source, "identifier": new.place.identifier, owner: records[at],
                **(new.listing.doubt if owner == "service" else {}),
            },
        )  # fmt: skip
    if not loader.problems:
        channels = [
            (arrival.record, {"actor": actor, **channel})
            for arrival, actor in zip(arrivals, actors, strict=True)
            for channel in in_order(arrival.listing.contacts)
        ]
        loader.make_all(Contact, channels)
    return actors


def bring_up_to_date(actor: Actor, place: Place, rule: Rule, listing: Listing, source: Source) -> bool:
    """Whether anything about an imported listing had changed; it has been written then.

    Raises:
        ValidationError, DatabaseError: a value cannot be kept.
    """
    service, location = actor.services.get(), actor.locations.get()
    changed = [
        _update(actor, listing.actor),
        _update(location, listing.location),
        _update(service, listing.service),
        _update(service.places.get(), {"opening_hours": listing.hours}),
        _update(service.references.get(source=source, identifier=place.identifier), listing.doubt),
        _update_theme(service, rule),
        _update_contacts(actor, listing.contacts),
    ]
    return any(changed)


def in_order(contacts: frozenset[Channel]) -> list[dict]:
    """The values of contact channels, kind after kind."""
    kinds = list(ContactKind)
    return [asdict(channel) for channel in sorted(contacts, key=lambda one: (kinds.index(one.kind), one.value))]


def _update(record: Model, values: dict) -> bool:
    changed = {name: value for name, value in values.items() if getattr(record, name) != value}
    for name, value in changed.items():
        setattr(record, name, value)
    if changed:
        record.clean_fields()
        record.save(update_fields=list(changed))
    return bool(changed)


def _update_theme(service: Service, rule: Rule) -> bool:
    if set(service.theme_links.values_list("theme_id", flat=True)) == {rule.theme.pk}:
        return False
    service.theme_links.all().delete()
    ServiceTheme.objects.create(service=service, theme=rule.theme)
    return True


def _update_contacts(actor: Actor, contacts: frozenset[Channel]) -> bool:
    kept = actor.contacts.values_list("kind", "value", "label_nl", "label_fr", "opening_hours")
    if {Channel(kind, value, nl or "", fr or "", hours) for kind, value, nl, fr, hours in kept} == contacts:
        return False
    actor.contacts.all().delete()
    for values in in_order(contacts):
        contact = Contact(actor=actor, **values)
        contact.full_clean()
        contact.save()
    return True
