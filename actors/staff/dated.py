"""Open hours of one date in the exceptional hours of a schedule: taken out for people to fill in, and put back.

Dates on which it is closed are closures, which have a form of their own.
"""

import re
from datetime import date

from actors.week import HOURS, same_hours

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
RULE = re.compile(rf"(\d{{4}}) ({'|'.join(MONTHS)}) (\d\d?) ({HOURS})")
ROWS = 4  # dates that a form has room for

FIELDS = tuple((f"date_{number}", f"date_hours_{number}") for number in range(1, ROWS + 1))

Dated = list[tuple[date, str]]  # day, its hours


def take_dates(rest: str) -> tuple[Dated, str]:
    """The hours of single dates in the exceptional hours, and what is left of these.

    Where the order of rules has a meaning, or there are more dates than a form shows, all stays as it is.
    """
    dates, others = [], []
    for rule in filter(None, (part.strip() for part in rest.split(";"))):
        found = _read(rule)
        (dates if found else others).append(found or rule)
    left = "; ".join(others)
    if len(dates) > ROWS or not same_hours(with_dates(left, dates), rest):
        return [], rest
    return dates, left


def with_dates(rest: str, dates: Dated) -> str:
    """Exceptional hours with those of dates after them: what is said of one day counts there."""
    rules = [f"{day.year} {MONTHS[day.month - 1]} {day.day:02} {hours}" for day, hours in sorted(dates)]
    return "; ".join(filter(None, [rest, *rules]))


def _read(rule: str) -> tuple[date, str] | None:
    match = RULE.fullmatch(rule)
    if not match:
        return None
    try:
        return date(int(match[1]), MONTHS.index(match[2]) + 1, int(match[3])), match[4]
    except ValueError:  # 31 February
        return None
