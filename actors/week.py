"""The plain week in a schedule: what people fill in per day, read from and written to the OpenStreetMap syntax.

A schedule is the week, what holds on public holidays, and the exceptional: rules that do not fit a week (seasons,
school holidays, every second Monday), kept as they are. A text whose meaning would change by taking it apart stays
whole, as exceptional.
"""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from itertools import groupby

from opening_hours import ParserError

from actors.opening import ALWAYS
from actors.schedule import spans_of_evening
from actors.wording.reading import settle
from actors.wording.vocabulary import MONTHS

DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
NAMES = {name.capitalize(): number for number, name in enumerate(DAYS)}
HOLIDAYS = "ph"
CLOSED, ALL_DAY = "off", "00:00-24:00"

DAY = "(?:Mo|Tu|We|Th|Fr|Sa|Su)"
DAY_LIST = rf"{DAY}(?:-{DAY})?(?:,{DAY}(?:-{DAY})?)*"
TIMES = r"\d\d:\d\d-\d\d:\d\d(?:,\d\d:\d\d-\d\d:\d\d)*"
REMARK = r'"[^";]*"'
HOURS = rf"{TIMES}(?: {REMARK})?|{REMARK}"  # of one day; a remark alone is an appointment
RULE = re.compile(rf"(?:(?P<days>(?:{DAY_LIST})?(?P<ph>(?:^|,)PH)?) )?(?P<times>{HOURS}|off)")
MORE = re.compile(rf", (?={DAY}|PH)")  # other hours of the same days: `Mo 09:00-12:00, Mo 13:00-16:00 "op afspraak"`
PARTS = "; "  # between hours of one day of which only some have a remark
OUTSIDE_QUOTES = re.compile(r';(?=(?:[^"]*"[^"]*")*[^"]*$)')
EXCEPTION = re.compile(rf"(?:20\d\d|{'|'.join(MONTHS)}|week|easter|SH)\b|{DAY_LIST}\[")
COMPARED = 400  # days: a year, and the holidays that move


@dataclass(frozen=True)
class Week:
    """Hours per day (`09:00-12:00,13:00-16:00`), of public holidays (`off`: closed, empty: not known), the rest.

    Of one day several parts may have their own remark: `09:00-12:00; 13:00-16:00 "op afspraak"`. A day without hours
    is closed where any day has hours; where none has, closed is `off`, and empty is not known.
    """

    days: tuple[str, ...] = ("",) * len(DAYS)
    holidays: str = ""
    rest: str = ""

    def text(self) -> str:
        """The schedule in the syntax of OpenStreetMap; days with the same hours together."""
        if {*self.days, self.holidays} == {ALL_DAY} and not self.rest:
            return ALWAYS
        days_by_hours = self._days_by_hours()
        rules = [_rule(_spans(days), hours) for hours, days in days_by_hours.items()]
        if self.holidays and len(rules) == 1 and self.holidays in days_by_hours:
            days = _spans(days_by_hours[self.holidays])
            rules = [_rule(f"{days},PH", self.holidays)]  # one rule: a night before a holiday is not cut short
        elif self.holidays:
            rules.append(_rule("PH", self.holidays))
        if self.rest:
            rules.append(self.rest)
        return "; ".join(rules)

    def _days_by_hours(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        some = any(hours not in {"", CLOSED} for hours in self.days)
        for number, hours in enumerate(self.days):
            if hours and not (some and hours == CLOSED):
                found.setdefault(hours, []).append(number)
        return found


def _rule(days: str, hours: str) -> str:
    return ", ".join(f"{days} {part.strip()}" for part in OUTSIDE_QUOTES.split(hours))


def _spans(numbers: list[int]) -> str:
    """Days in short: Mo-We,Fr."""
    runs = [list(run) for _key, run in groupby(numbers, key=lambda day: day - numbers.index(day))]
    names = [[DAYS[run[0]].capitalize(), DAYS[run[-1]].capitalize()] for run in runs]
    return ",".join(first if first == last else f"{first}-{last}" for first, last in names)


@dataclass
class _Reading:
    days: list[str] = field(default_factory=lambda: [""] * len(DAYS))
    holidays: str = ""

    def take(self, rule: re.Match, *, adds: bool) -> None:
        """A later rule replaces what earlier ones said of its days, or adds to it."""
        hours, days = rule["times"], rule["days"]
        if rule["ph"]:
            self.holidays = _added(self.holidays, hours) if adds else hours
        for number in _numbers(days) if days else range(len(DAYS)):
            self.days[number] = _added(self.days[number], hours) if adds else hours

    @property
    def week(self) -> tuple[str, ...]:
        """The days; where some have hours the others are closed without a word."""
        some = any(hours not in {"", CLOSED} for hours in self.days)
        return tuple("" if some and hours == CLOSED else hours for hours in self.days)


def _added(hours: str, more: str) -> str:
    parts = [part for part in (hours, more) if part not in {"", CLOSED}]
    is_plain = all(re.fullmatch(TIMES, part) for part in parts)
    return ",".join(sorted(",".join(parts).split(","))) if is_plain else PARTS.join(parts)


def _numbers(days: str) -> list[int]:
    numbers = []
    for part in days.replace("PH", "").split(","):
        if not part:
            continue
        first, _dash, last = part.partition("-")
        start, end = NAMES[first], NAMES[last or first]
        numbers += [number % 7 for number in range(start, end + 1 + (7 if end < start else 0))]
    return numbers


@lru_cache(maxsize=20_000)
def read_week(text: str) -> Week:
    """The week in a schedule; what cannot be taken apart without changing its meaning is left whole in `rest`."""
    text = settle(text)
    if text == ALWAYS:
        return Week((ALL_DAY,) * len(DAYS), ALL_DAY)
    reading, left = _taken(text)
    week = Week(reading.week, reading.holidays, "; ".join(left))
    return week if same_hours(week.text(), text) else Week(rest=text)


def _taken(text: str) -> tuple[_Reading, list[str]]:
    """The rules that fit a week, and those from the first on that does not."""
    rules = [rule.strip() for rule in text.split(";") if rule.strip()]
    reading = _Reading()
    for number, rule in enumerate(rules):
        matches = [RULE.fullmatch(part) for part in MORE.split(rule)]
        if not all(matches):
            return reading, rules[number:]  # the order of rules has a meaning: from here on all are exceptional
        for at, match in enumerate(matches):
            reading.take(match, adds=at > 0)
    return reading, []


def said_days(text: str) -> frozenset[int]:
    """The days of the week of which a schedule says something, if only that it is closed; Monday is 0."""
    text = settle(text)
    is_whole = text == ALWAYS or (read_week(text).rest == text and not is_exceptional(text))
    if is_whole:
        return frozenset(range(len(DAYS)))
    return frozenset(number for number, hours in enumerate(_taken(text)[0].days) if hours)


def is_exceptional(rest: str) -> bool:
    """Whether a text says nothing but of dates, seasons, school holidays and days of the month."""
    return (
        all(EXCEPTION.match(rule.strip()) for rule in OUTSIDE_QUOTES.split(rest) if rule.strip()) and "||" not in rest
    )


def laid_over(text: str, before: Week) -> Week:
    """A schedule with what an earlier one says of the days, holidays and exceptions of which it says nothing."""
    week, said = read_week(text), said_days(text)
    days = (week.days[day] if day in said else before.days[day] for day in range(len(DAYS)))
    return Week(tuple(days), week.holidays or before.holidays, "; ".join(filter(None, (before.rest, week.rest))))


def same_hours(one: str, other: str) -> bool:
    """Whether two schedules say the same of every moment from now on for more than a year."""
    if one == other:
        return True
    if not one or not other:
        return False
    today = date.today()
    try:
        return all(
            spans_of_evening(one, day) == spans_of_evening(other, day)
            for day in (today + timedelta(days=ahead) for ahead in range(COMPARED))
        )
    except ParserError:
        return False
