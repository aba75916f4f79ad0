"""Import a file of places: all or nothing, twice with the same result, and never over what a person wrote."""

import csv
from collections import defaultdict
from pathlib import Path

import pghistory
from tqdm import tqdm

from actors.exchange.osm.listing import Arrival, bring_up_to_date, create_all, listing_of, phones_of
from actors.exchange.osm.match import Matcher
from actors.exchange.osm.names import telling_words
from actors.exchange.osm.places import Place, read_places
from actors.exchange.osm.privacy import is_named_after_a_person, ordinary_words
from actors.exchange.osm.report import Outcome, Report
from actors.exchange.osm.tags import TABLE, Rule, read_rules, rule_for
from actors.models import (
    Actor,
    Contact,
    Location,
    Service,
    ServiceAtLocation,
    ServiceTheme,
    Source,
    SourceReference,
)
from repertorium.fixtures import Loader, loading
from repertorium.history import edited_by_people
from zones.geometry import distance_m
from zones.models import Neighbourhood

SOURCE = "openstreetmap"
SAME_HOUSE = 100  # metres; the same name twice so near is one place that was drawn twice
PARTS = {  # what a listing consists of, and how its history leads to the actor
    Actor: "pgh_obj_id",
    Service: "actor_id",
    Location: "actor_id",
    Contact: "actor_id",
    ServiceAtLocation: "service__actor_id",
    ServiceTheme: "service__actor_id",
}
NEW, SKIP = "new", "skip"  # decisions; any other is the slug of a listing


def import_osm(
    path: Path, *, decisions: Path | None = None, tags: Path = TABLE, dry_run: bool = False, quiet: bool = False
) -> Report:
    """Import places of OpenStreetMap; what became of each.

    Args:
        path: JSON with the places (`places.py`).
        decisions: a report of an earlier run, filled in: `new`, `skip`, or the slug of the listing that it is.
        tags: the table of tags and themes.
        dry_run: work everything out, write nothing.
        quiet: no progress bar.

    Raises:
        FixtureError: something in the files is wrong; nothing was written.
    """
    with loading(dry_run=dry_run) as loader, pghistory.context(command="import_osm"):
        run = Run(loader, read_rules(loader, tags), read_decisions(decisions))
        places = read_places(path, loader)
        if not loader.problems:
            for place in tqdm(places, "Places", disable=True if quiet else None):
                run.take(place)
            run.write()
            run.report.gone = run.gone()
    return run.report


def read_decisions(path: Path | None) -> dict[str, str]:
    """What somebody decided, by the identifier of the place."""
    if path is None:
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {row["identifier"]: row["decision"].strip() for row in csv.DictReader(file) if row["decision"].strip()}


class Run:
    """One import, place by place."""

    def __init__(self, loader: Loader, rules: list[Rule], decisions: dict[str, str]):
        self.loader, self.rules, self.decisions = loader, rules, decisions
        self.report = Report()
        self.source = Source.objects.get(slug=SOURCE)
        self._ordinary = ordinary_words()
        self._matcher = Matcher()
        references = SourceReference.objects.filter(source=self.source, actor__isnull=False).select_related("actor")
        self._known = {reference.identifier: reference.actor for reference in references}
        self._edited = _edited_by_people(self._known.values())
        self._pieces = {piece.code: piece for piece in Neighbourhood.objects.with_territory()}
        self._arrivals: list[Arrival] = []
        self._seen: dict[frozenset[str], list[Place]] = defaultdict(list)

    def take(self, place: Place) -> None:
        """Decide what a place is, write it, and note what became of it."""
        rule = rule_for(place, self.rules)
        if outcome := self._reason_to_skip(place, rule):
            self.report.add(place, outcome)
        elif actor := self._known.get(place.identifier):
            self._take_again(place, rule, actor)
        else:
            self._take_first(place, rule)

    def gone(self) -> list[Actor]:
        """Imported listings that the file no longer holds: nothing is taken away by a machine."""
        present = {line.place.identifier for line in self.report.lines}
        return [actor for identifier, actor in self._known.items() if identifier not in present]

    def _reason_to_skip(self, place: Place, rule: Rule | None) -> Outcome | None:
        if not place.name:
            return Outcome.NO_NAME
        if rule is None:
            return Outcome.NO_THEME
        if rule.is_practice and is_named_after_a_person(place.name, self._ordinary):
            return Outcome.PERSON
        seen = self._seen[telling_words(place.name)]
        twice = any(distance_m(place.point, other.point) <= SAME_HOUSE for other in seen)
        seen.append(place)
        return Outcome.TWICE if twice else None

    def _take_again(self, place: Place, rule: Rule, actor: Actor) -> None:
        if not actor.is_automatic:
            self.report.add(place, Outcome.KNOWN, actor)
        elif actor.pk in self._edited:
            self.report.add(place, Outcome.EDITED, actor)
        elif listing := listing_of(place, rule, self.report, self._pieces):
            changed = bring_up_to_date(actor, place, rule, listing, self.loader)
            self.report.add(place, Outcome.UPDATED if changed else Outcome.SAME, actor)
        else:
            self.report.add(place, Outcome.OUTSIDE, actor)

    def _take_first(self, place: Place, rule: Rule) -> None:
        decision = self.decisions.get(place.identifier)
        if decision == SKIP:
            self.report.add(place, Outcome.REFUSED)
        elif decision and decision != NEW:
            if actor := self.loader.find(Actor, f"place {place.number}", "decision", slug=decision):
                self._link(place, actor)
        elif not decision and (candidate := self._matcher.find(place, _names(place), phones_of(place))):
            if candidate.sure:
                self._link(place, candidate.actor, candidate.why)
            else:
                self.report.add(place, Outcome.UNSURE, candidate.actor, candidate.why)
        else:
            self._arrive(place, rule)

    def _link(self, place: Place, actor: Actor, why: str = "decided so") -> None:
        """Note where the listing stands in the map; what people wrote of it stays as it is."""
        reference = {"source": self.source, "identifier": place.identifier, "actor": actor}
        self.loader.make(SourceReference, f"place {place.number}", **reference)
        self.report.add(place, Outcome.MATCHED, actor, why)

    def _arrive(self, place: Place, rule: Rule) -> None:
        listing = listing_of(place, rule, self.report, self._pieces)
        if listing is None:
            self.report.add(place, Outcome.OUTSIDE)
        else:
            self._arrivals.append(Arrival(place, rule, listing))

    def write(self) -> None:
        """Write the new listings, all together."""
        actors = create_all(self._arrivals, self.source, self.loader)
        if not self.loader.problems:
            for arrival, actor in zip(self._arrivals, actors, strict=True):
                self.report.add(arrival.place, Outcome.NEW, actor)
            self.report.lines.sort(key=lambda line: line.place.number)


def _names(place: Place) -> list[str]:
    """Every name that the place goes by; one in two languages is two names as well."""
    names = [place.name, *place.name.split(" - "), place.tags.get("name:nl"), place.tags.get("name:fr")]
    return [name for name in names if name]


def _edited_by_people(actors) -> set[int]:
    """Of these actors, those of which a person changed anything."""
    ids = {actor.pk for actor in actors}
    return set().union(*(edited_by_people(model, path, ids) for model, path in PARTS.items()))
