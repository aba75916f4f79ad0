"""Days that are not like others: the ten legal holidays of Belgium, and the school holidays of its communities.

School holidays are facts of a decree; each stands with its source in the table `SchoolHoliday`, which begins with
`school_holidays.csv` and to which staff add. Of what is not in there nothing is known or guessed.

A schedule that names school holidays goes about with the calendar that its service follows, and the state of that
calendar, behind it: `Tu-Fr 15:00-19:00; SH off @vg.5f3a`. So whatever is kept of a text stays right when a year is
added. Such a mark never reaches the database, or people.
"""

import csv
import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from dateutil.easter import easter

FIXED = [(1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)]
AFTER_EASTER = [1, 39, 50]  # Easter Monday, Ascension, Whit Monday; Easter itself is only a Sunday
SHIPPED = Path(__file__).with_name("school_holidays.csv")
LONGEST_TERM = timedelta(weeks=11)  # no school goes on for longer; where rows are further apart, some are lacking
SCHOOL_RULE = re.compile(r'(?<!\w)SH(?!\w)(?=(?:[^"]*"[^"]*")*[^"]*$)')
MARKED = re.compile(r"(.*) @((?:vg|cf)?\.\w+)", re.DOTALL)

Stretch = tuple[date, date]  # first and last day
Calendars = dict[str, tuple[Stretch, ...]]  # by community, in order


@lru_cache(maxsize=200)
def legal_holidays(year: int) -> frozenset[date]:
    """The public holidays of a year."""
    moving = (easter(year) + timedelta(days=days) for days in AFTER_EASTER)
    return frozenset([*(date(year, month, day) for month, day in FIXED), *moving])


def is_legal_holiday(day: date) -> bool:
    """Whether this is one of the ten public holidays."""
    return day in legal_holidays(day.year)


class SchoolCalendars:
    """The calendars that this process knows, in the state of now and in those that schedules still go about with."""

    def __init__(self, rows: Iterable[tuple[str, date, date]]):
        self.states: dict[str, Calendars] = {}
        self.load(rows)

    def load(self, rows: Iterable[tuple[str, date, date]]) -> None:
        """Take these as the state of now: community, first day, last day."""
        calendars: Calendars = {}
        for community, first, last in sorted(rows):
            calendars[community] = (*calendars.get(community, ()), (first, last))
        self.now = sha256(repr(calendars).encode()).hexdigest()[:8]
        self.states[self.now] = calendars

    def marked(self, hours: str, community: str) -> str:
        """A schedule with the calendar that it follows, where it names school holidays."""
        return f"{hours} @{community}.{self.now}" if SCHOOL_RULE.search(hours) else hours

    def is_holiday(self, day: date, mark: str = "") -> bool | None:
        """Whether the schools of a marked calendar rest on a day. None: nobody knows.

        Where no community is named nobody knows it of the holidays of either.
        """
        community, _dot, state = mark.partition(".")
        calendars = self.states.get(state) or self.states[self.now]
        if community:
            return _rests(calendars.get(community, ()), day)
        answers = {_rests(calendars.get(one, ()), day) for one in ("vg", "cf")}
        return False if answers == {False} else None


def _rests(stretches: tuple[Stretch, ...], day: date) -> bool | None:
    before = [last for first, last in stretches if first <= day]
    if before and day <= max(before):
        return True
    after = [first for first, _last in stretches if first > day]
    known = before and after and min(after) - max(before) < LONGEST_TERM
    return False if known else None


def unmarked(hours: str) -> tuple[str, str]:
    """A schedule, and the mark of its calendar; that is empty where it goes about without one."""
    match = MARKED.fullmatch(hours)
    return (match[1], match[2]) if match else (hours, "")


def shipped() -> list[dict[str, str]]:
    """The rows with which the table begins."""
    with SHIPPED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def shipped_days() -> list[tuple[str, date, date]]:
    """Their days, as `SchoolCalendars` takes them."""
    return [(row["community"], *(date.fromisoformat(row[name]) for name in ("first", "last"))) for row in shipped()]


calendars = SchoolCalendars(shipped_days())
