"""What is asked: one value object, whoever asks (page, command, file, alternatives)."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from django.utils import timezone
from django.utils.functional import cached_property

from actors.models.visibility import Viewer
from actors.one_day import begins
from actors.opening import BRUSSELS

PAGE = 20


class Sort(StrEnum):
    """The orders that can be asked for."""

    BEST = "best"
    NEAREST = "nearest"
    SOONEST = "soonest"
    RECENT = "recent"
    RESIDENT = "resident"


RADIUS = 3_000  # metres, when nobody says otherwise: three quarters of an hour on foot, a few tram stops


@dataclass(frozen=True)
class Near:
    """A place to measure from, and how far to look (metres; None: everywhere).

    What lies in the territory `within` (its key, as `municipality:21016`) is near enough in any case. `territories`
    are those that may hold the place.
    """

    label: str
    lat: float
    lon: float
    radius: int | None = None
    within: str = ""
    territories: tuple[str, ...] = ()
    is_area: bool = False  # a municipality or zone: distances from its middle sort, but nobody is told them


Box = tuple[float, float, float, float]  # south, west, north, east, in degrees


@dataclass(frozen=True)
class Placed:
    """A text in which a place is named: the text without it, the place as it was typed, the points that it may mean,
    and the territories that may hold it."""

    text: str
    where: str
    points: tuple[tuple[float, float], ...]
    territories: tuple[str, ...]


# Filters of which any chosen value will do, and those of which every chosen value must hold.
ANY_OF = (
    "what",
    "target",
    "zone",
    "municipality",
    "neighbourhood",
    "language",
    "level",
    "kind",
    "serves",
    "network",
)
ALL_OF = ("admission",)


@dataclass(frozen=True)
class Query:
    """One search. `filters` hold keys of terms per filter, like `{"zone": ("zone:sud",)}`.

    `what` holds needs and themes together: several of them are several needs at once, and what covers most of them
    comes first. `literal` searches the words as they stand, without correction. `here` are the keys of the
    territories that hold the place asked about: what works for one of them stands first, and what is only for people
    from elsewhere is left out.
    """

    text: str = ""
    filters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    has_room: bool = False
    open_at: datetime | None = None
    open_on: date | None = None  # at some time of that day, of today in what is left of it
    unsure_too: bool = False  # what may be open on that day as well, after the sure ones
    hours_unknown: bool = False  # instead of what is open then: of what nobody knows whether it is
    near: Near | None = None
    box: Box | None = None
    sort: Sort = Sort.BEST
    language: str = "nl"
    viewer: Viewer = Viewer.VISITOR
    literal: bool = False
    placed: Placed | None = None  # the same text, read as something and a place
    here: tuple[str, ...] = ()
    now: datetime = field(default_factory=timezone.now)

    def without(self, name: str) -> "Query":
        """The same question without one of its filters."""
        plain = {"has_room": False, "open_at": None, "open_on": None, "box": None}
        if name == "text":
            return replace(self, text="", placed=None)
        if name == "near":
            return replace(self, near=None, here=())
        if name in plain:
            return replace(self, **{name: plain[name]})
        return replace(self, filters={key: keys for key, keys in self.filters.items() if key != name})

    @property
    def is_now(self) -> bool:
        """Whether what is open now was asked for, and no other moment."""
        return self.open_at is not None and self.open_at == self.now

    @cached_property
    def moment(self) -> float:
        """When there has to be room, in seconds since 1970."""
        return self.begins.timestamp()

    @cached_property
    def begins(self) -> datetime:
        """The moment for which hours were asked, of a day its beginning; else now."""
        return begins(self.open_on, self.now) if self.open_on else self.open_at or self.now

    @cached_property
    def today(self) -> date:
        """The day in Brussels; `now` may be told in the time of Greenwich, which is a day behind after midnight."""
        return self.now.astimezone(BRUSSELS).date()

    @property
    def wanted(self) -> tuple[str, ...]:
        """The needs and themes asked for."""
        return self.filters.get("what", ())

    @property
    def active(self) -> list[str]:
        """The filters that narrow this search."""
        names = [name for name, keys in self.filters.items() if keys]
        names += ["has_room"] if self.has_room else []
        names += ["open_at"] if self.open_at else []
        names += ["open_on"] if self.open_on else []
        names += ["box"] if self.box else []
        return names + (["near"] if self.near and self.near.radius else [])
