"""The quality of the published data, per care zone and per theme, in eight queries however many there are:
services, places, links to themes, zones, themes, needs, and two for pairs of actors.

An actor without a published service stands in no list of services, and is counted only where actors are compared.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from actors.models import Need, Service, ServiceTheme, Theme
from actors.quality.duplicates import Pair, duplicates
from actors.quality.measures import ACTOR_TEXTS, LANGUAGES, LOCATION_TEXTS, MEASURES, SERVICE_TEXTS, measured, places
from actors.quality.readability import Readability
from zones.models import CareZone

NOWHERE = "none"  # the code of the row of services that lie in no zone


@dataclass(frozen=True)
class Count:
    """How many, of how many."""

    number: int
    of: int

    @property
    def percent(self) -> int:
        """Rounded, but what is there is never 0 % and what lacks something never 100 %."""
        if self.number in {0, self.of}:
            return 100 if self.number else 0
        return min(99, max(1, round(100 * self.number / self.of)))


@dataclass(frozen=True)
class Row:
    """The services of one zone or theme. `parity`: texts that exist in both languages or in neither."""

    kind: str
    code: str
    label: CareZone | Theme | Promise
    services: frozenset[int]
    parity: Count
    counts: dict[str, Count]
    pairs: list[Pair]

    @property
    def query(self) -> str:
        """What chooses it in the address of the page."""
        return f"{self.kind or 'zone'}={self.code}"


@dataclass(frozen=True)
class ResidentText:
    """A text for residents and how hard it is to read. It belongs to a service, a need or a theme."""

    owner: Service | Need | Theme
    language: str
    text: str
    readability: Readability

    @property
    def service(self) -> Service | None:
        return self.owner if isinstance(self.owner, Service) else None

    @property
    def form(self) -> str:
        """The name of the address where it is edited."""
        return f"admin:actors_{self.owner._meta.model_name}_change"


class Report:
    """Everything that is measured; with `zone`, of the services of that zone only."""

    def __init__(self, zone: str = ""):
        self.services = {service.pk: service for service in measured()}
        self._read_places()
        if zone:
            kept = self._in_zone[zone]
            self.services = {pk: service for pk, service in self.services.items() if pk in kept}
        terms = [*Need.objects.all(), *Theme.objects.select_related(None)]
        self.texts = sorted(self._texts(terms), key=lambda text: (-text.readability.load, text.text))
        self.hits = {measure.code: self._hits(measure.code) for measure in MEASURES}
        self.asked = {flag: self._flagged(flag) for flag in ("in_street", "for_residents")} | {"": set(self.services)}
        actors = {service.actor_id for service in self.services.values()}
        self.pairs = [pair for pair in duplicates() if not zone or pair.pks & actors]
        self.total = self._row("", "", _("All services"), self.services)
        self.zones = self._zone_rows(zone)
        self.themes = self._theme_rows(terms)

    def concerned(self, code: str, row: Row) -> list[Service]:
        """The services of a row that lack what a measure asks."""
        return [self.services[pk] for pk in sorted(row.services & self.hits[code])]

    def row(self, kind: str, code: str) -> Row | None:
        """The row of one zone or theme; the whole without a kind."""
        rows = {"zone": self.zones, "theme": self.themes, "": [self.total]}[kind]
        return next((row for row in rows if row.code == code), None)

    def hardest(self, row: Row) -> list[ResidentText]:
        """The texts of a row, hardest first, each once though many services may say the same.

        Those of needs and themes stand with the whole.
        """
        of_row = (t for t in self.texts if row is self.total or (t.service and t.service.pk in row.services))
        once = {}
        for text in of_row:
            once.setdefault((text.language, text.text), text)
        return list(once.values())

    def reading_ease(self, language: str) -> float | None:
        """Of all texts for residents in one language, read as one body."""
        texts = [text.text for text in self.texts if text.language == language]
        return Readability.of(texts, language).reading_ease

    def _read_places(self) -> None:
        self._in_zone, self._locations, self._uneven_locations = defaultdict(set), defaultdict(set), {}
        for service, location, zone, uneven in places():
            self._locations[service].add(location)
            self._uneven_locations[location] = uneven
            if zone:
                self._in_zone[zone].add(service)
        self._in_zone[NOWHERE] = self.services.keys() - set().union(*self._in_zone.values())

    def _texts(self, terms: Iterable[Need | Theme]) -> Iterable[ResidentText]:
        seen = [service for service in self.services.values() if service.for_residents]
        for owner in [*seen, *terms]:
            for language in LANGUAGES:
                if text := getattr(owner, f"plain_{language}"):
                    yield ResidentText(owner, language, text, Readability.of(text, language))

    def _hits(self, code: str) -> set[int]:
        if code == "one-language":
            return {pk for pk, service in self.services.items() if self._is_uneven(service)}
        if code == "no-plain":
            asked = (self.services[pk] for pk in self._flagged("for_residents"))
            return {service.pk for service in asked if not (service.plain_nl and service.plain_fr)}
        if code == "hard-plain":
            hard = (text.owner for text in self.texts if not text.readability.is_plain)
            return {owner.pk for owner in hard if isinstance(owner, Service)}
        return self._flagged(code.replace("-", "_"))

    def _flagged(self, flag: str) -> set[int]:
        return {pk for pk, service in self.services.items() if getattr(service, flag)}

    def _is_uneven(self, service: Service) -> bool:
        locations = self._locations[service.pk]
        return bool(service.uneven or service.actor_uneven or any(map(self._uneven_locations.get, locations)))

    def _zone_rows(self, only: str) -> list[Row]:
        labels = {zone.code: zone for zone in CareZone.objects.all()} | {NOWHERE: _("Whole Region, no place")}
        wanted = {only: labels[only]} if only else labels
        return [self._row("zone", code, label, self._in_zone[code]) for code, label in wanted.items()]

    def _theme_rows(self, terms: Iterable[Need | Theme]) -> list[Row]:
        themes = {term.pk: term for term in terms if isinstance(term, Theme)}
        services = defaultdict(set)
        for theme, service in ServiceTheme.objects.values_list("theme_id", "service_id"):
            services[theme].add(service)
        rows = (self._row("theme", theme.code, theme, services[pk]) for pk, theme in themes.items())
        return [row for row in rows if row.services]

    def _row(self, kind: str, code: str, label, services: Iterable[int]) -> Row:
        kept = frozenset(services) & self.services.keys()
        counts = {m.code: Count(len(kept & self.hits[m.code]), len(kept & self.asked[m.among])) for m in MEASURES}
        actors = {self.services[pk].actor_id for pk in kept}
        pairs = [pair for pair in self.pairs if pair.pks & actors] if kind else self.pairs
        return Row(kind, code, label, kept, self._parity(kept), counts, pairs)

    def _parity(self, pks: Iterable[int]) -> Count:
        services = [self.services[pk] for pk in pks]
        uneven = [service.uneven for service in services]
        uneven_actors = {service.actor_id: service.actor_uneven for service in services}.values()
        locations = {location for pk in pks for location in self._locations[pk]}
        uneven_locations = [self._uneven_locations[pk] for pk in locations]
        texts = (
            len(SERVICE_TEXTS) * len(uneven)
            + len(ACTOR_TEXTS) * len(uneven_actors)
            + len(LOCATION_TEXTS) * len(uneven_locations)
        )
        return Count(texts - sum(uneven) - sum(uneven_actors) - sum(uneven_locations), texts)
