"""Days that are not like others: the ten legal holidays of Belgium, and the school holidays of its communities.

School holidays are facts of a decree; they stand in `school_holidays.csv` with their source and how sure we are of
them; a year is added by adding its rows. Outside the years that are listed there nothing is known or guessed.
"""

import csv
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from dateutil.easter import easter

FIXED = [(1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)]
AFTER_EASTER = [1, 39, 50]  # Easter Monday, Ascension, Whit Monday; Easter itself is only a Sunday
FLEMISH, FRENCH = "vg", "cf"  # the communities, whose schools rest on different days since 2022
SCHOOL_HOLIDAYS = Path(__file__).with_name("school_holidays.csv")


@lru_cache(maxsize=200)
def legal_holidays(year: int) -> frozenset[date]:
    """The public holidays of a year."""
    moving = (easter(year) + timedelta(days=days) for days in AFTER_EASTER)
    return frozenset([*(date(year, month, day) for month, day in FIXED), *moving])


def is_legal_holiday(day: date) -> bool:
    """Whether this is one of the ten public holidays."""
    return day in legal_holidays(day.year)


@lru_cache(maxsize=1)
def _school_holidays() -> dict[str, list[tuple[date, date]]]:
    found: dict[str, list[tuple[date, date]]] = {FLEMISH: [], FRENCH: []}
    with SCHOOL_HOLIDAYS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["community"]].append((date.fromisoformat(row["first"]), date.fromisoformat(row["last"])))
    return found


def in_school_holidays(day: date, community: str = "") -> bool | None:
    """Whether schools of a community rest on a day. None: no calendar of that day is loaded.

    Without a community: what holds for both, None where they differ, since nobody said which one counts.
    """
    if not community:
        answers = {in_school_holidays(day, one) for one in (FLEMISH, FRENCH)}
        return answers.pop() if len(answers) == 1 else None
    stretches = _school_holidays()[community]
    if not stretches or not stretches[0][0] <= day <= max(last for _first, last in stretches):
        return None
    return any(first <= day <= last for first, last in stretches)
