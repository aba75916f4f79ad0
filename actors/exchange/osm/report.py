"""What became of every place of a file, and why."""

import csv
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from actors.exchange.osm.places import Place
from actors.models import Actor


class Outcome(StrEnum):
    """What became of a place."""

    NEW = "new"
    UPDATED = "brought up to date"
    SAME = "the same as before"
    EDITED = "left alone: somebody edited it"
    KNOWN = "left alone: people keep this listing"
    MATCHED = "in the repertorium already: linked"
    UNSURE = "perhaps in the repertorium already: decide"
    NO_NAME = "skipped: no name"
    NO_THEME = "skipped: its tags mean no theme"
    PERSON = "skipped: a practice that is, or may be, named after a person"
    TWICE = "skipped: stands in the file twice"
    OUTSIDE = "skipped: outside the Region"
    REFUSED = "skipped: decided so"


class Left(StrEnum):
    """What was left out of a place."""

    MOBILE = "mobile number"
    BAD_PHONE = "number that does not dial"
    PRIVATE_EMAIL = "e-mail address that is, or may be, a person's"
    BAD_EMAIL = "e-mail address that is none"
    BAD_WEBSITE = "web address that is none"
    BAD_HOURS = "opening hours that cannot be read"


@dataclass(frozen=True)
class Line:
    """One place, its outcome, and the listing that it concerns or may be."""

    place: Place
    outcome: Outcome
    actor: Actor | None = None
    why: str = ""


@dataclass
class Report:
    """All lines, and how often what was left out."""

    lines: list[Line] = field(default_factory=list)
    left: Counter = field(default_factory=Counter)
    gone: list[Actor] = field(default_factory=list)

    def add(self, place: Place, outcome: Outcome, actor: Actor | None = None, why: str = "") -> None:
        self.lines.append(Line(place, outcome, actor, why))

    @property
    def outcomes(self) -> Counter:
        return Counter(line.outcome for line in self.lines)

    @property
    def unsure(self) -> list[Line]:
        """What somebody has to decide."""
        return [line for line in self.lines if line.outcome is Outcome.UNSURE]

    def write(self, path: Path) -> None:
        """Every line as a CSV file. Filled in at `decision`, it is what `--decisions` reads."""
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["number", "identifier", "name", "outcome", "why", "listing", "decision"])
            for line in self.lines:
                slug = line.actor.slug if line.actor else ""
                writer.writerow(
                    [line.place.number, line.place.identifier, line.place.name, line.outcome, line.why, slug, ""]
                )
