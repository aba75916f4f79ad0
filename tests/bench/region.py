"""A synthetic region of any size, the same for every seed.

Actor number 7 of a seed is the same in every size, so a larger region contains the smaller one. Nothing is copied
from a real listing but single words; territory and taxonomy are the real ones.
"""

import math
from collections import defaultdict
from datetime import date, datetime, timedelta
from random import Random

from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange

from actors.enums import ActorKind, AvailabilityKind, AvailabilityStatus, CareLevel, Level, LocationKind, Serves, Status
from actors.models import (
    Actor,
    Availability,
    Closure,
    Contact,
    Language,
    Location,
    Membership,
    Service,
    ServiceAtLocation,
    ServiceLanguage,
    ServiceTarget,
    ServiceTheme,
    TargetGroup,
    Theme,
)
from actors.models.admission import ALL_FACTS
from actors.models.availability import NEVER_STATUTORY, period
from actors.opening import BRUSSELS
from tests.bench import SEED
from tests.bench.texts import FORMS, LANGUAGES, NOUNS, corpora, surname
from zones.models import CareZone, Neighbourhood, PostalCode

MOMENT = datetime(2026, 11, 18, 10, 30, tzinfo=BRUSSELS)  # "now" in the region: a Wednesday morning
TODAY = MOMENT.date()
NETWORKS = 25

DAYS = ("Mo-Fr", "Mo-Fr", "Mo,We,Fr", "Tu,Th", "Mo-Sa", "Tu-Sa", "We,Sa", "Mo-Th")
TIMES = ("09:00-12:00", "09:00-17:00", "08:30-12:30,13:30-16:30", "13:00-18:00", "10:00-16:00", "18:00-21:00")
HOURS = ["", "24/7", *(f"{days} {times}; PH off" for days in dict.fromkeys(DAYS) for times in TIMES)]
HOLIDAYS = [
    DateRange(date(2026, 12, 21), date(2027, 1, 4)),
    DateRange(date(2027, 2, 15), date(2027, 2, 22)),
    DateRange(date(2027, 7, 1), date(2027, 8, 16)),
]
FOR = {"nl": "voor", "fr": "pour"}
KINDS = {
    ActorKind.ORGANISATION: 70, ActorKind.PUBLIC_BODY: 8, ActorKind.PRACTICE: 10, ActorKind.PRACTITIONER: 6,
    ActorKind.INFORMAL: 3, ActorKind.PROJECT: 3,
}  # fmt: skip
LEVELS = {Level.PUBLIC: 93, Level.PROFESSIONALS: 5, Level.UNDISCLOSED: 2}
STATUSES = {
    AvailabilityStatus.OPEN: 40, AvailabilityStatus.LIMITED: 18, AvailabilityStatus.WAITING_LIST: 18,
    AvailabilityStatus.FULL: 18, AvailabilityStatus.PAUSED: 3, AvailabilityStatus.UNKNOWN: 3,
}  # fmt: skip
ROOM_KINDS = {AvailabilityKind.INTAKE: 70, AvailabilityKind.WAITING_TIME: 22, AvailabilityKind.BEDS: 8}
SERVICES = {1: 30, 2: 25, 3: 17, 4: 11, 5: 7, 6: 5, 7: 3, 8: 2}


def weighted(random: Random, weights: dict):
    """One of the keys, as often as its weight says."""
    return random.choices(list(weights), weights.values())[0]


def zipf(random: Random, values: list):
    """One of the values; the second half as often as the first, the third a third as often."""
    return random.choices(values, [1 / rank for rank in range(1, len(values) + 1)])[0]


class Region:
    """Makes actors with all that is theirs, unsaved, from a seed and the territory and taxonomy in the database."""

    def __init__(self, seed: int = SEED):
        self.seed = seed
        self.corpora = corpora()
        order = Random(f"{seed} order")  # so that the commonest theme is not the first of the alphabet
        self.themes = order.sample(themes := list(Theme.objects.order_by("code")), len(themes))
        self.targets = order.sample(targets := list(TargetGroup.objects.order_by("code")), len(targets))
        self.languages = sorted(
            Language.objects.all(), key=lambda language: (language.code not in LANGUAGES, language.code)
        )
        self.pieces = list(Neighbourhood.objects.with_territory().order_by("code"))
        self.codes = defaultdict(list)
        self.zones = list(CareZone.objects.order_by("pk").values_list("pk", flat=True))
        for code, municipality in PostalCode.objects.order_by("code").values_list("code", "municipality_id"):
            self.codes[municipality].append(code)
        self.networks = [self._network(number) for number in range(NETWORKS)]

    def actor(self, number: int, most: int = max(SERVICES)) -> list[models.Model]:
        """One actor with all that is its, and at most so many services."""
        return ActorMaker(self, number, Random(f"{self.seed} {number}")).make(most)

    def _network(self, number: int) -> Actor:
        noun = NOUNS[number]
        return Actor(
            slug=f"network-{number}", kind=ActorKind.NETWORK, status=Status.PUBLISHED, entered_on=TODAY,
            name_nl=f"Netwerk {noun[0]}", name_fr=f"Réseau {noun[1]}",
        )  # fmt: skip


class ActorMaker:
    """Makes one actor; `made` collects it and everything that hangs on it."""

    def __init__(self, region: Region, number: int, random: Random):
        self.region, self.number, self.random = region, number, random
        self.made: list[models.Model] = []

    def make(self, most: int) -> list[models.Model]:
        """The actor, its places, services and links, unsaved."""
        random = self.random
        self.actor = self._keep(self._actor())
        self.locations = [self._keep(self._location()) for _ in range(weighted(random, {1: 75, 2: 18, 3: 7}))]
        for network in random.sample(self.region.networks, weighted(random, {0: 60, 1: 30, 2: 10})):
            self._keep(Membership(network=network, member=self.actor))
        if random.random() < 0.05:
            for days in HOLIDAYS:
                self._keep(Closure(actor=self.actor, days=days, reason_nl="Schoolvakantie", reason_fr="Congé scolaire"))
        self._keep(Contact(actor=self.actor, kind="phone", value=f"+322{random.randrange(5_000_000, 5_999_999)}"))
        for position in range(min(weighted(random, SERVICES), most)):
            self._service(position)
        return self.made

    def _keep(self, record: models.Model):
        self.made.append(record)
        return record

    def _sentence(self, language: str, low: int, high: int) -> str:
        return self.region.corpora[language].sentence(self.random, self.random.randint(low, high))

    def _listing(self) -> dict:
        """What actors and services have in common."""
        random = self.random
        confirmed = TODAY - timedelta(days=int(random.expovariate(1 / 150))) if random.random() < 0.7 else None
        return {
            "status": Status.PUBLISHED,
            "level": weighted(random, LEVELS),
            "is_automatic": random.random() < 0.1,
            "confirmed_on": confirmed,
            "entered_on": TODAY - timedelta(days=random.randrange(30)),
            "ends_on": TODAY + timedelta(days=random.randrange(400)) if random.random() < 0.03 else None,
        }

    def _actor(self) -> Actor:
        random = self.random
        form, noun, name = random.choice(FORMS), random.choice(NOUNS), surname(random)
        own = random.choice([noun, (noun[0], noun[0]), (noun[1], noun[1])])  # most are called the same in both
        names = [f"{form[side]} {own[side]} {name}" for side in (0, 1)]
        kind = weighted(random, KINDS)
        return Actor(
            **self._listing(), kind=kind, slug=f"actor-{self.number}", name_nl=names[0], name_fr=names[1],
            acronym_nl=acronym(names[0]), acronym_fr=acronym(names[1]),
            steward_id=self.region.zones[self.number % len(self.region.zones)],
            consent_on=TODAY if kind in {ActorKind.PRACTITIONER, ActorKind.INFORMAL} else None,
            description_nl=self._sentence("nl", 8, 25), description_fr=self._sentence("fr", 8, 25),
        )  # fmt: skip

    def _location(self) -> Location:
        random = self.random
        piece = random.choice(self.region.pieces)
        away = math.sqrt(random.random() * piece.area_km2 / math.pi)  # km; evenly over a disc of its area
        angle = random.random() * 2 * math.pi
        street, house = surname(random), random.randrange(1, 200)
        return Location(
            actor=self.actor, kind=LocationKind.FIXED, level=weighted(random, LEVELS), neighbourhood=piece,
            street_nl=f"{street}straat {house}", street_fr=f"Rue {street} {house}",
            postal_code=random.choice(self.region.codes[piece.municipality_id]),
            lat=round(piece.lat + away * math.sin(angle) / 111.2, 5),
            lon=round(piece.lon + away * math.cos(angle) / 70.3, 5),
        )  # fmt: skip

    def _service(self, position: int) -> None:
        random = self.random
        wanted = weighted(random, {1: 55, 2: 30, 3: 15})
        themes = list(dict.fromkeys(zipf(random, self.region.themes) for _ in range(wanted)))
        service = self._keep(self._service_itself(position, themes[0]))
        for theme in themes:
            self._keep(ServiceTheme(service=service, theme=theme))
        for target in {zipf(random, self.region.targets) for _ in range(weighted(random, {0: 30, 1: 40, 2: 30}))}:
            self._keep(ServiceTarget(service=service, target=target))
        for language in {zipf(random, self.region.languages) for _ in range(random.randint(0, 5))}:
            self._keep(ServiceLanguage(service=service, language=language))
        places = [
            self._keep(ServiceAtLocation(service=service, location=location, opening_hours=random.choice(HOURS)))
            for location in random.sample(self.locations, random.randint(1, len(self.locations)))
        ]
        if random.random() < 0.6:
            self._availability(service, random.choice(places) if random.random() < 0.15 else None)

    def _service_itself(self, position: int, theme: Theme) -> Service:
        random = self.random
        written = weighted(random, {("nl", "fr"): 70, ("nl",): 15, ("fr",): 15})  # some are in one language only
        texts = {}
        for language in written:
            called = [getattr(theme, f"name_{language}"), *getattr(theme, f"synonyms_{language}").split("|")]
            name = zipf(random, called) or called[0]
            name = name[0].upper() + name[1:]
            whom = getattr(random.choice(self.region.targets), f"name_{language}").lower()
            texts[f"name_{language}"] = f"{name} {FOR[language]} {whom}" if random.random() < 0.3 else name
            texts[f"summary_{language}"] = self._sentence(language, 6, 14)[:300]
            texts[f"plain_{language}"] = self._sentence(language, 5, 9)[:200]
            texts[f"description_{language}"] = self._sentence(language, 0, 40)
        facts = {fact.field: random.choices([True, False, None], [30, 20, 50])[0] for fact in ALL_FACTS}
        if facts["free"]:  # what is free has no price
            facts |= {"fixed_price": False, "by_income": False}
        return Service(
            **self._listing(), **texts, **facts, actor=self.actor, slug=f"service-{self.number}-{position}",
            care_level=random.choice(["", "", *CareLevel.values]), is_statutory=random.random() < 0.03,
            serves=weighted(random, {Serves.PUBLIC: 80, Serves.PROFESSIONALS: 10, Serves.BOTH: 10}),
            availability_kind=weighted(random, ROOM_KINDS),
        )  # fmt: skip

    def _availability(self, service: Service, place: ServiceAtLocation | None) -> None:
        random = self.random
        usual = {
            status: w for status, w in STATUSES.items() if not (service.is_statutory and status in NEVER_STATUTORY)
        }
        confirmed = MOMENT - timedelta(days=random.expovariate(1) * period(service).days * 0.8)
        self._keep(
            Availability(
                service=service, place=place, status=weighted(random, usual),
                confirmed_at=confirmed, valid_until=confirmed + period(service),
            )
        )  # fmt: skip


def acronym(name: str) -> str:
    """Of "Centrum Brug Delvaux" CBRDE: short, and seldom twice the same."""
    form, *rest = name.replace("-", "").split()
    return (form[:1] + "".join(word[:2] for word in rest)).upper()
