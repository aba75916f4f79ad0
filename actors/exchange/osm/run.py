"""Import a file of places: a faulty one costs itself only, twice gives the same, nothing goes over a person's work."""

from collections import defaultdict
from datetime import date
from pathlib import Path

import pghistory
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from tqdm import tqdm

from actors.exchange.osm.channels import phones_of
from actors.exchange.osm.gaps import Gaps
from actors.exchange.osm.listing import Arrival, Reader, bring_up_to_date, create_all
from actors.exchange.osm.match import Matcher
from actors.exchange.osm.names import DASH, telling_words
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
from repertorium.fixtures import FixtureError, Loader, loading
from repertorium.history import edited_by_people
from repertorium.spreadsheets import read_rows
from zones.geometry import distance_m

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
    path: Path,
    *,
    decisions: Path | None = None,
    tags: Path = TABLE,
    dry_run: bool = False,
    all_or_nothing: bool = False,
    quiet: bool = False,
) -> Report:
    """Import places of OpenStreetMap; what became of each.

    Args:
        path: JSON with the places (`places.py`).
        decisions: a report of an earlier run, filled in: `new`, `skip`, or the slug of the listing that it is.
        tags: the table of tags and themes.
        dry_run: work everything out, write nothing.
        all_or_nothing: a faulty place stops the import.
        quiet: no progress bar.

    Raises:
        FixtureError: a whole file cannot be read, or a place is faulty with `all_or_nothing`; nothing was written.
    """
    with loading(dry_run=dry_run) as loader, pghistory.context(command="import_osm"):
        rules, decided = read_rules(loader, tags), read_decisions(decisions, loader)
        entries = read_places(path, loader)
        if loader.problems:
            raise FixtureError(loader.problems)
        run = Run(rules, decided, entries.dated)
        for entry in entries.unreadable:
            run.report.add(entry, Outcome.FAULTY, why=entry.why)
        for place in tqdm(entries.places, "Places", disable=True if quiet else None):
            run.take(place)
        run.write()
        if all_or_nothing:
            loader.problems += run.report.faults
    return run.report


def read_decisions(path: Path | None, loader: Loader) -> dict[str, str]:
    """What somebody decided, by the identifier of the place."""
    if path is None:
        return {}
    try:
        rows = read_rows(path)
        return {row["identifier"]: row["decision"] for row in rows if row["decision"]}
    except (OSError, ValueError) as error:
        loader.problem(path.name, "file", str(error))
    except KeyError as column:
        loader.problem(path.name, "head", f"there is no column {column}")
    return {}


class Run:
    """One import, place by place."""

    def __init__(self, rules: list[Rule], decisions: dict[str, str], said_on: date | None = None):
        self.rules, self.decisions, self.said_on = rules, decisions, said_on
        self.report = Report()
        self.source = Source.objects.get(slug=SOURCE)
        self._ordinary = ordinary_words()
        self._reader = Reader(self.report, self._ordinary)
        self._matcher = Matcher()
        references = SourceReference.objects.filter(source=self.source, actor__isnull=False).select_related("actor")
        self._known = {reference.identifier: reference.actor for reference in references}
        self._edited = _edited_by_people(self._known.values())
        self._arrivals: list[Arrival] = []
        self._links: list[tuple[Place, Rule, Actor]] = []
        self._seen: dict[frozenset[str], list[Place]] = defaultdict(list)
        self._identifiers: set[str] = set()

    def take(self, place: Place) -> None:
        """Decide what a place is, write it, and note what became of it."""
        rule = rule_for(place, self.rules)
        if outcome := self._reason_to_skip(place, rule):
            self.report.add(place, outcome)
        elif actor := self._known.get(place.identifier):
            self._take_again(place, rule, actor)
        else:
            self._take_first(place, rule)

    def _reason_to_skip(self, place: Place, rule: Rule | None) -> Outcome | None:
        if not place.name:
            return Outcome.NO_NAME
        if rule is None:
            return Outcome.NO_THEME
        if rule.is_practice and is_named_after_a_person(place.name, self._ordinary):
            return Outcome.PERSON
        seen = self._seen[telling_words(place.name)]
        twice = place.identifier in self._identifiers or any(
            distance_m(place.point, other.point) <= SAME_HOUSE for other in seen
        )
        seen.append(place)
        self._identifiers.add(place.identifier)
        return Outcome.TWICE if twice else None

    def _take_again(self, place: Place, rule: Rule, actor: Actor) -> None:
        if not actor.is_automatic:
            self.report.add(place, Outcome.KNOWN, actor)
        elif actor.pk in self._edited:
            self.report.add(place, Outcome.EDITED, actor)
        elif listing := self._reader.listing(place, rule):
            try:
                with transaction.atomic():
                    changed = bring_up_to_date(actor, place, rule, listing, self.source)
            except (ValidationError, DatabaseError) as error:
                self.report.add(place, Outcome.FAULTY, actor, str(error))
            else:
                self.report.add(place, Outcome.UPDATED if changed else Outcome.SAME, actor)
        else:
            self.report.add(place, Outcome.OUTSIDE, actor)

    def _take_first(self, place: Place, rule: Rule) -> None:
        decision = self.decisions.get(place.identifier)
        if decision == SKIP:
            self.report.add(place, Outcome.REFUSED)
        elif decision and decision != NEW:
            if actor := Actor.objects.filter(slug=decision).first():
                self._link(place, rule, actor)
            else:
                self.report.add(place, Outcome.UNSURE, why=f"decided: {decision}, but there is no such listing")
        elif not decision and (candidate := self._matcher.find(place, _names(place), _numbers(place))):
            if candidate.sure:
                self._link(place, rule, candidate.actor, candidate.why)
            else:
                self.report.add(place, Outcome.UNSURE, candidate.actor, candidate.why)
        elif listing := self._reader.listing(place, rule):
            self._arrivals.append(Arrival(place, rule, listing))
        else:
            self.report.add(place, Outcome.OUTSIDE)

    def _link(self, place: Place, rule: Rule, actor: Actor, why: str = "decided so") -> None:
        """Note where the listing stands in the map; what is written of it stays as it is."""
        SourceReference.objects.create(source=self.source, identifier=place.identifier, actor=actor)
        self._links.append((place, rule, actor))
        self.report.add(place, Outcome.MATCHED, actor, why)

    def _fill_gaps(self) -> None:
        """Take over what the linked listings lack. What a person edited is left alone: a gap may be meant."""
        edited = _edited_by_people(actor for _place, _rule, actor in self._links)
        for place, rule, actor in self._links:
            if actor.pk not in edited and (listing := self._reader.listing(place, rule)):
                gaps = Gaps(actor, place, rule, listing, self.source, self.said_on)
                self.report.filled[actor.slug] += gaps.fill()

    def write(self) -> None:
        """Write the new listings, all together, and end the report."""
        self._fill_gaps()
        made, problems = create_all(self._arrivals, self.source)
        for arrival, actor in made:
            self.report.add(arrival.place, Outcome.NEW, actor)
        why = defaultdict(list)
        for problem in problems:
            why[problem.record].append(f"{problem.field}: {problem.message}")
        for arrival in self._arrivals:
            if arrival.record in why:
                self.report.add(arrival.place, Outcome.FAULTY, why="; ".join(why[arrival.record]))
        self.report.lines.sort(key=lambda line: line.place.number)
        # What the file no longer holds is named: nothing is taken away by a machine.
        present = {line.place.identifier for line in self.report.lines}
        gone = (actor for identifier, actor in self._known.items() if identifier not in present)
        self.report.gone = [actor for actor in gone if actor.is_automatic]


def _numbers(place: Place) -> list[str]:
    return [phone.value for phone in phones_of(place).numbers]


def _names(place: Place) -> list[str]:
    """Every name that the place goes by; one in two languages is two names as well."""
    names = [place.name, *DASH.split(place.name), place.tags.get("name:nl"), place.tags.get("name:fr")]
    return [name for name in names if name]


def _edited_by_people(actors) -> set[int]:
    """Of these actors, those of which a person changed anything."""
    ids = {actor.pk for actor in actors}
    return set().union(*(edited_by_people(model, path, ids) for model, path in PARTS.items()))
