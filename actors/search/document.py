"""What the index knows of one service; `reading` reads it from the database."""

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from actors.opening import Days

# Fields of text; `meaning` gives them their weights. "Around" has the names of neighbourhoods close by.
NAME, ACTOR, PLACE, AROUND, SUMMARY, DESCRIPTION = FIELDS = (
    "name", "actor", "place", "around", "summary", "description",
)  # fmt: skip

EXAMPLE = "example"  # mark of invented services
REACHED = "reached"  # mark of services with a public number, address of mail or page of their own
OVERFLOW = "overflow"  # mark of services that may be proposed when another is full
CAPPED = "capped"  # mark of those of them that may be proposed only so many times a day
LIMITED = "limited"  # mark of services for people of some territories only, which `only_mark` names

Ages = tuple[int | None, int | None]  # the youngest and the oldest whom a service takes
Schedule = tuple[str, tuple[Days, ...]]  # hours in OpenStreetMap syntax, and closures


def turns_away(fact: str) -> str:
    """The mark of services that do not have what a filter on this fact asks for: unknown is not among them."""
    return f"not:{fact}"


def speaks(language: str) -> str:
    """The mark of services where this language of the site is spoken, as far as they or their actor told."""
    return f"speaks:{language}"


@lru_cache(maxsize=20_000)
def shared(*values) -> tuple:
    """The same tuple for the same values: a hundred thousand services have a few hundred schedules and themes."""
    return values


@dataclass(slots=True)
class Place:
    """One place of a service, as much of it as may be known (`Location.seen_by` has the rule)."""

    pk: int
    professional: bool  # only professionals see it
    withheld: bool  # municipality only; its point serves for distances
    neighbourhood: str
    municipality: str
    zone: str
    point: tuple[float, float] | None
    hours: str
    closed: tuple[tuple[date, date], ...]
    names: tuple[str, ...]  # of the place and its street, to search near; none when withheld

    @property
    def schedule(self) -> Schedule:
        return shared(self.hours, self.closed)


@dataclass(slots=True)
class Said:
    """A status that somebody gave, with the moments (seconds since 1970) of its confirmation and its end."""

    status: str
    confirmed: float
    until: float
    place: int | None


@dataclass(slots=True)
class Document:
    """One service with its texts, its filter values, its places and what was said of its room.

    Days are ordinals; 0 stands for none.
    """

    pk: int
    actor: int
    sort_nl: str
    sort_fr: str
    levels: frozenset[str]  # of the service and of its actor
    is_unconfirmed: bool
    confirmed: int
    last_day: int
    stale_day: int
    ages: Ages
    texts: list[tuple[str, str, str]] = field(default_factory=list)  # field, language, text
    facets: set[str] = field(default_factory=set)
    channels: set[str] = field(default_factory=set)  # public numbers and addresses that one is reached by
    phone: str = ""  # of these its own first telephone number, for everybody
    themes: list[str] = field(default_factory=list)  # codes, the most important first
    places: list[Place] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
