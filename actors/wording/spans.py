"""The minutes and the days of a rule."""

import re

from actors.wording.rules import Rule, Time
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


def touch(span: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two stretches of a day have a minute in common."""
    return span[0] < other[1] and other[0] < span[1]


def without(span: tuple[int, int], others: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """What is left of a stretch when these are taken away."""
    left = [span]
    for first, last in others:
        left = [
            piece
            for start, end in left
            for piece in ((start, min(end, first)), (max(start, last), end))
            if piece[0] < piece[1]
        ]
    return left


def clock(minute: int) -> str:
    """`09:30` of minutes after midnight; of those in the night after it too, and midnight as an end."""
    of_day = minute if minute <= DAY else minute - DAY
    return f"{of_day // 60:02}:{of_day % 60:02}"


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
