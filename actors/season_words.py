"""Seasons and days of the month in words: "van november tot maart", "eerste maandag van de maand"."""

import re
from calendar import monthrange
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from actors.enums import SchoolCalendar
from actors.usual import NTH, ORDINARY_MONDAY, Part
from actors.wording.vocabulary import DAYS, MONTHS

ONE_DAY = r"(?:(?P<year{0}>\d{{4}}) )?(?P<month{0}>[A-Z][a-z]{{2}})(?: (?P<day{0}>\d\d?))?"
SPAN = re.compile(ONE_DAY.format(1) + "(?:-(?:" + ONE_DAY.format(2) + r"|(?P<until>\d\d?)))?")
EVERY_SECOND_WEEK = re.compile(r"week (0?[12])-5\d/2")
MONTH_END = 31
LEAP_YEAR = 2028  # a year with every day


def part_words(part: Part, community: str = "") -> str:
    """When a part of a schedule holds, in words of the active language; empty where always. `community`: whose school
    holidays it means, empty where nobody said."""
    words = [_school_words(community)] if part.in_school_holidays else []
    words += [season_words(part.season)] if part.season else []
    words += [nth_words(part.nth)] if part.nth else []
    return ", ".join(words)


def _school_words(community: str) -> str:
    words = {
        SchoolCalendar.FLEMISH: _("in school holidays of the Flemish Community"),
        SchoolCalendar.FRENCH: _("in school holidays of the French Community"),
    }
    return words.get(community) or _("in school holidays")


def season_words(season: str) -> str:
    """A season of the syntax in words; what has none, in the syntax."""
    if match := EVERY_SECOND_WEEK.fullmatch(season):
        return _("in odd weeks") if match[1][-1] == "1" else _("in even weeks")
    spans = [SPAN.fullmatch(one) for one in season.split(",")]
    if not all(spans):
        return season
    return ", ".join(_span_words(one.groupdict()) for one in spans)


def _span_words(named: dict) -> str:
    first = _date_words(named["year1"], named["month1"], named["day1"])
    last = named["month2"] and _date_words(named["year2"], named["month2"], named["day2"])
    if named["until"]:
        last = _date_words(named["year1"], named["month1"], named["until"])
    if not last:
        return first if named["day1"] else _("in {month}").format(month=first)
    if named["day1"]:
        return pgettext("dates", "from {first} to {last}").format(first=first, last=last)
    return _elided(pgettext("months", "from {first} to {last}").format(first=first, last=last))


def _date_words(year: str | None, month: str, day: str | None) -> str:
    on = date(int(year or LEAP_YEAR), MONTHS.index(month) + 1, int(day or 1))
    words = date_format(on, " ".join(part for part in ("j" if day else "", "F", "Y" if year else "") if part)).lower()
    return words.replace("1 ", "1er ", 1) if on.day == 1 and day and get_language() == "fr" else words


def _elided(words: str) -> str:
    """French: d’octobre."""
    return re.sub(r"\bde (?=[aeiouhé])", "d’", words) if get_language() == "fr" else words


def nth_words(nth: str) -> str:
    """ "Mo[1,3]" as "first and third Monday of the month"."""
    ordinals = {
        "1": pgettext("day of the month", "first"),
        "2": pgettext("day of the month", "second"),
        "3": pgettext("day of the month", "third"),
        "4": pgettext("day of the month", "fourth"),
        "5": pgettext("day of the month", "fifth"),
        "-1": pgettext("day of the month", "last"),
    }
    said = []
    for day, numbers in NTH.findall(nth):
        names = [ordinals.get(number, number) for number in numbers.split(",")]
        which = _("{some} and {last}").format(some=", ".join(names[:-1]), last=names[-1]) if names[1:] else names[0]
        weekday = date_format(ORDINARY_MONDAY + timedelta(days=DAYS.index(day)), "l").lower()
        said.append(_("{nth} {weekday} of the month").format(nth=which, weekday=weekday))
    return ", ".join(said)


def coming_season(season: str, today: date) -> tuple[date, date] | None:
    """First and last day of a season, this time or the next; None of what is no plain span of dates, or is over."""
    match = SPAN.fullmatch(season)
    if not match:
        return None
    named = match.groupdict()
    for year in range(today.year - 1, today.year + 2):
        first = _day(named["year1"] or year, named["month1"], named["day1"] or 1)
        month, day = named["month2"] or named["month1"], named["until"] or named["day2"]
        if not named["month2"] and not day:
            day = named["day1"]
        later = named["year1"] or year + (MONTHS.index(month) < MONTHS.index(named["month1"]))
        last = _day(named["year2"] or later, month, day or MONTH_END)
        if first <= last and last >= today:
            return first, last
    return None


def _day(year: int | str, month: str, day: int | str) -> date:
    """A day; the last of its month where the month is shorter."""
    number = MONTHS.index(month) + 1
    return date(int(year), number, min(int(day), monthrange(int(year), number)[1]))
