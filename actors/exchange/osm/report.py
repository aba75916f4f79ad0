"""What became of every place of a file, and why."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from actors.enums import FactKind
from actors.exchange.osm.places import Place, Unreadable
from actors.models import Actor
from repertorium.fixtures import Problem
from repertorium.spreadsheets import BELGIAN, Writer

HEAD = ["number", "identifier", "name", "outcome", "why", "left out", "listing", "decision"]
LONGEST = 700  # signs of what was left out, as a report quotes it


class Outcome(StrEnum):
    """What became of a place."""

    NEW = "new"
    UPDATED = "brought up to date"
    SAME = "the same as before"
    EDITED = "left alone: somebody edited it"
    KNOWN = "left alone: people keep this listing"
    MATCHED = "in the repertorium already: linked"
    UNSURE = "perhaps in the repertorium already: decide"
    FAULTY = "skipped: it is faulty"
    NO_NAME = "skipped: no name"
    NO_THEME = "skipped: its tags mean no theme"
    PERSON = "skipped: a practice that is, or may be, named after a person"
    TWICE = "skipped: stands in the file twice"
    OUTSIDE = "skipped: outside the Region"
    REFUSED = "skipped: decided so"


class Left(StrEnum):
    """What was left out of a place, or kept otherwise."""

    MOBILE = "mobile number"
    BAD_PHONE = "number that does not dial"
    PRIVATE_NOTE = "remark on a number that may name a person"
    PRIVATE_EMAIL = "e-mail address that is, or may be, a person's"
    BAD_EMAIL = "e-mail address that is none"
    BAD_WEBSITE = "web address that is none"
    BAD_POSTAL_CODE = "postal code that is none, or one of several"
    BAD_HOURS = "opening hours that cannot be read: kept as a remark for staff"
    TOO_LONG = "text that is too long: shortened"
    UNSTORABLE = "signs that no text holds"


@dataclass(frozen=True)
class Line:
    """One place, its outcome, and the listing that it concerns or may be."""

    place: Place | Unreadable
    outcome: Outcome
    actor: Actor | None = None
    why: str = ""


@dataclass
class Report:
    """All lines, and what was left out of which place (by its number)."""

    lines: list[Line] = field(default_factory=list)
    left: Counter = field(default_factory=Counter)
    left_of: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    gone: list[Actor] = field(default_factory=list)
    filled: dict[str, list[FactKind]] = field(default_factory=lambda: defaultdict(list))  # by slug of the listing

    def add(self, place: Place | Unreadable, outcome: Outcome, actor: Actor | None = None, why: str = "") -> None:
        self.lines.append(Line(place, outcome, actor, why))

    def leave(self, place: Place, left: Left, what: str = "") -> None:
        """Note what was left out; `what` it was, unless it may be a person's."""
        self.left[left] += 1
        what = f"{what[:LONGEST]}…" if len(what) > LONGEST else what
        self.left_of[place.number].append(f"{left}: {what}" if what else str(left))

    @property
    def outcomes(self) -> Counter:
        return Counter(line.outcome for line in self.lines)

    @property
    def unsure(self) -> list[Line]:
        """What somebody has to decide."""
        return [line for line in self.lines if line.outcome is Outcome.UNSURE]

    @property
    def faults(self) -> list[Problem]:
        """The places that could not come in."""
        faulty = (line for line in self.lines if line.outcome is Outcome.FAULTY)
        return [Problem(f"place {line.place.number}", "place", line.why) for line in faulty]

    def write(self, path: Path) -> None:
        """Every line as a CSV file. Filled in at `decision`, it is what `--decisions` reads."""
        with path.open("w", encoding="utf-8-sig", newline="") as file:  # spreadsheets know UTF-8 by its mark only
            writer = Writer(file, delimiter=BELGIAN)
            writer.writerow(HEAD)
            for line in self.lines:
                place, slug = line.place, line.actor.slug if line.actor else ""
                left = "; ".join(self.left_of.get(place.number, ()))
                writer.writerow(
                    [place.number, place.identifier, place.name, line.outcome.value, line.why, left, slug, ""]
                )
