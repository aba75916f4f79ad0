"""The minutes and the days of a rule."""

import re

from actors.wording.grammar import Rule, Time
from actors.wording.vocabulary import DAYS

DAY = 24 * 60
NOON = 12 * 60
CLOCK = re.compile(r"\d\d:\d\d")
PLAIN_DAYS = re.compile(r"(?:(?:[A-Z][a-z](?:-[A-Z][a-z])?|PH|SH),?)+")


def minutes(clock: str) -> int:
    """Minutes after midnight of `09:30`."""
    return int(clock[:2]) * 60 + int(clock[3:5])


def span_of(time: Time) -> tuple[int, int] | None:
    """The minutes of a time, a night after 1440; None of what is no clock."""
    if not CLOCK.fullmatch(time.start) or (time.end and not CLOCK.match(time.end)):
        return None
    start = minutes(time.start)
    end = minutes(time.end) if time.end else DAY
    return start, end if end > start else end + DAY


def days_of(rule: Rule) -> set[str] | None:
    """The days of a rule by name; None where they are not of every week."""
    if rule.dated or not PLAIN_DAYS.fullmatch(rule.days or "Mo-Su"):
        return None
    found: set[str] = set()
    for part in (rule.days or "Mo-Su").split(","):
        first, _dash, last = part.partition("-")
        if first not in DAYS:
            found.add(first)
            continue
        start, end = DAYS.index(first), DAYS.index(last or first)
        found |= {DAYS[day % 7] for day in range(start, end + 1 + (7 if end < start else 0))}
    return found
