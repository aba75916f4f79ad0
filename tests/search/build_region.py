"""Makes the records of the random regions of `regions.py`, many at once."""

from datetime import datetime, time, timedelta

from django.db.backends.postgresql.psycopg_any import DateRange

from actors.enums import ActorKind, ContactKind, LocationKind
from actors.models import (
    Actor,
    Availability,
    Closure,
    Contact,
    Language,
    Location,
    Membership,
    Need,
    Service,
    ServiceAtLocation,
    ServiceLanguage,
    ServiceTarget,
    ServiceTheme,
    TargetGroup,
    Theme,
)
from actors.opening import BRUSSELS
from tests import factories
from tests.search.regions import FACTS, NEEDS, SPOKEN, TARGETS, THEMES, WAITS

DAYS = ("ends_on", "confirmed_on", "entered_on")
LINKED = {"networks", "closed", "actor", "themes", "targets", "languages", "facts", "places", "said", "phone"}


def create_territory() -> list:
    """Neighbourhoods in two zones and two municipalities: one lies in one zone, the other in both."""
    south, north = factories.zone("sud"), factories.zone("nord")
    one = factories.municipality("21013", zone=south)
    both = factories.municipality("21004", name_nl="Brussel", name_fr="", lat=50.84, lon=4.35)
    for code in SPOKEN:
        factories.language(code)
    return [
        factories.neighbourhood("21013-44", municipality=one, zone=south),
        factories.neighbourhood("21004-44", municipality=both, zone=south, name_nl="Hoogstraat", area_km2=0.1),
        factories.neighbourhood("21004-1", municipality=both, zone=south, name_nl="Opvang", name_fr="Abri"),
        factories.neighbourhood("21004-2", municipality=both, zone=north, name_nl="", name_fr="Logement"),
    ]


class Builder:
    """The records of one region."""

    def __init__(self, region: dict, neighbourhoods: list):
        self.day = region["day"]
        self.terms = self._terms(iter(region["terms"]))
        for piece, (piece.lat, piece.lon) in zip(neighbourhoods, region["middles"], strict=True):
            piece.save()
        self.actors = [
            Actor(slug=f"actor-{number}", **self._columns(spec)) for number, spec in enumerate(region["actors"])
        ]
        Actor.objects.bulk_create(self.actors)
        self._tie(region["actors"])
        self._give_phones("actor", zip(self.actors, region["actors"], strict=True))
        self.locations = [self._location(spec, neighbourhoods) for spec in region["locations"]]
        Location.objects.bulk_create(self.locations)
        self.services = self.add(region["services"])

    def add(self, specs: list[dict]) -> list[Service]:
        """Services with all that hangs on them."""
        services = [self._service(spec) for spec in specs]
        Service.objects.bulk_create(services)
        pairs = list(zip(services, specs, strict=True))
        self._link(pairs)
        self._place(pairs)
        return services

    def change(self, service: Service, spec: dict) -> None:
        """Give a service other values and links."""
        values = self._columns(spec) | {fact: spec["facts"].get(fact) for fact in FACTS}
        Service.objects.filter(pk=service.pk).update(actor=self.actors[spec["actor"]], **values)
        for links in ("theme_links", "target_links", "language_links", "availabilities", "places", "contacts"):
            getattr(service, links).all().delete()
        self._link([(service, spec)])
        self._place([(service, spec)])

    def _columns(self, spec: dict) -> dict:
        days = {name: None if spec[name] is None else self.day - spec[name] for name in DAYS}
        return {name: value for name, value in spec.items() if name not in LINKED} | days

    def _terms(self, synonyms) -> dict:
        for model, codes in ((Need, NEEDS), (TargetGroup, TARGETS)):
            model.objects.bulk_create(model(code=code, name_nl=code, synonyms_nl=next(synonyms)) for code in codes)
        needs = list(Need.objects.order_by("code"))
        Theme.objects.bulk_create(
            Theme(
                code=code,
                need=needs[number % len(needs)],
                name_fr=code,
                synonyms_fr=next(synonyms),
                can_wait=code in WAITS,
            )
            for number, code in enumerate(THEMES)
        )
        models = (Theme, TargetGroup, Language)
        return {term.code: term for model in models for term in model.objects.all()}

    def _tie(self, specs: list[dict]) -> None:
        """Memberships of networks, and days on which a whole actor is closed."""
        pairs = list(zip(self.actors, specs, strict=True))
        Membership.objects.bulk_create(
            Membership(network=network, member=member)
            for member, spec in pairs
            for network in (self.actors[number] for number in spec.get("networks", ()))
            if network.kind == ActorKind.NETWORK and network is not member
        )
        Closure.objects.bulk_create(
            self._closure(first, actor=actor) for actor, spec in pairs for first in spec.get("closed", ())
        )

    def _closure(self, first: int, **whose) -> Closure:
        start = self.day + timedelta(first)
        return Closure(days=DateRange(start, start + timedelta(1)), **whose)

    def _location(self, spec: dict, neighbourhoods: list) -> Location:
        """One whose address and point are as its kind allows."""
        kind = spec["kind"]
        fixed, at_a_distance = kind == LocationKind.FIXED, kind == LocationKind.PHONE
        point = fixed or (spec["has_point"] and not at_a_distance)
        placed = fixed or (spec["has_neighbourhood"] and not at_a_distance)
        return Location(
            actor=self.actors[spec["actor"]],
            kind=kind,
            level=spec["level"],
            name_fr=spec["name_fr"],
            street_nl="" if at_a_distance else spec["street_nl"],
            neighbourhood=neighbourhoods[spec["neighbourhood"]] if placed else None,
            lat=spec["point"][0] if point else None,
            lon=spec["point"][1] if point else None,
        )

    def _service(self, spec: dict) -> Service:
        slug = f"service-{next(factories.number)}"
        return Service(slug=slug, actor=self.actors[spec["actor"]], **self._columns(spec), **spec["facts"])

    def _link(self, pairs: list[tuple[Service, dict]]) -> None:
        for model, name, many in (
            (ServiceTheme, "theme", "themes"),
            (ServiceTarget, "target", "targets"),
            (ServiceLanguage, "language", "languages"),
        ):
            model.objects.bulk_create(
                model(service=service, **{name: self.terms[code]}) for service, spec in pairs for code in spec[many]
            )
        self._give_phones("service", pairs)

    @staticmethod
    def _give_phones(owner: str, pairs) -> None:
        Contact.objects.bulk_create(
            Contact(kind=ContactKind.PHONE, value=f"+322{next(factories.number):07}", **{owner: listing})
            for listing, spec in pairs
            if spec["phone"]
        )

    def _place(self, pairs: list[tuple[Service, dict]]) -> None:
        """Places with their hours, closures there, and statuses of the service and of its places."""
        places = [
            (ServiceAtLocation(service=service, location=self.locations[at["location"]], opening_hours=at["hours"]), at)
            for service, spec in pairs
            for at in spec["places"]
        ]
        ServiceAtLocation.objects.bulk_create(place for place, _at in places)
        Closure.objects.bulk_create(self._closure(first, place=place) for place, at in places for first in at["closed"])
        Availability.objects.bulk_create(
            self._status(service, said, [place for place, _at in places if place.service is service])
            for service, spec in pairs
            for said in spec["said"]
            if said["place"] is None or said["place"] < len(spec["places"])
        )

    def _status(self, service: Service, said: dict, places: list[ServiceAtLocation]) -> Availability:
        until = datetime.combine(self.day, time(12), BRUSSELS) + said["until"]
        return Availability(
            service=service,
            place=None if said["place"] is None else places[said["place"]],
            status=said["status"],
            confirmed_at=until - timedelta(days=40),
            valid_until=until,
        )
