"""A schedule as people write one themselves, in words that are understood again as the same."""

import re
from functools import lru_cache
from itertools import groupby, zip_longest

from django.utils.formats import date_format
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from actors.hours import clock, comment_words, said_lines, usual
from actors.opening import ALWAYS
from actors.usual import ORDINARY_MONDAY
from actors.week import ALL_DAY, CLOSED, DAYS, OUTSIDE_QUOTES, Week, read_week, same_hours
from actors.wording.reading import settle

SPAN = re.compile(r"(\d\d):(\d\d)-(\d\d):(\d\d)")
SYNTAX = re.compile(r"(?<!\w)(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)\b|\d:\d\d\+")
REMARK = re.compile(r'"([^"]*)"')


def plain_hours(text: str) -> str:
    """A schedule as somebody would type it: "maandag–vrijdag 9.00–12.00; feestdagen gesloten".

    What cannot be said so that it is understood again stays in the syntax.
    """
    return _plain(text, get_language()) if text else ""


def in_words(text: str) -> str:
    """A schedule in plain words; in words and in the syntax where the words alone would not be understood again.

    Empty where nothing is known, which is no schedule that could be read.
    """
    if not text:
        return ""
    plain = plain_hours(text)
    words = "; ".join(f"{days} {hours}" for days, hours in usual(text))
    return f"{words} ({text})" if words and SYNTAX.search(REMARK.sub("", plain)) else plain


def speaks_of_holidays(text: str) -> bool:
    """Whether a schedule says what holds on public holidays; of others it is not known then (0007)."""
    return text == ALWAYS or "PH" in re.findall(r"\w+", REMARK.sub("", text))


@lru_cache(maxsize=2_000)
def _plain(text: str, _language: str) -> str:
    """The language is the active one."""
    if text == ALWAYS:
        return _("24 hours a day")
    week = read_week(text)
    in_seasons = "; ".join(f"{when} {hours}" for when, hours in said_lines(week.rest)) if week.rest else ""
    for rest in dict.fromkeys((in_seasons, week.rest)):
        words = "; ".join(filter(None, (*_days(week), _holidays(week), rest)))
        if same_hours(_neutral(settle(words)), _neutral(text)):
            return words
    return text


def _neutral(text: str) -> str:
    """The same with the usual remarks in the active language."""
    return REMARK.sub(lambda said: f'"{comment_words(said[1])}"', text)


def _days(week: Week) -> list[str]:
    """Days with the same hours together; those without are closed, or not known, as people write nothing of them."""
    found = []
    for hours, same in groupby(range(len(DAYS)), key=lambda day: week.days[day]):
        run = list(same)
        names = [date_format(ORDINARY_MONDAY.replace(day=ORDINARY_MONDAY.day + day), "l").lower() for day in run]
        if hours:
            found.append(f"{'–'.join(dict.fromkeys((names[0], names[-1])))} {hours_words(hours)}")
    return found


def _holidays(week: Week) -> str:
    said = pgettext("typed hours", "public holidays {hours}")
    return said.format(hours=hours_words(week.holidays)) if week.holidays else ""


def hours_words(hours: str) -> str:
    """The hours of one day, as the fields of a week have them, in words."""
    if hours in {CLOSED, ALL_DAY}:
        return {CLOSED: _("closed"), ALL_DAY: _("24 hours a day")}[hours]
    parts = OUTSIDE_QUOTES.split(hours)
    return ", ".join(_part(part, after) for part, after in zip_longest(parts, parts[1:], fillvalue=""))


def _part(part: str, after: str) -> str:
    """Hours with their remark, said of each; those without one before others that have one are said to be open."""
    times = [_span(*one) for one in SPAN.findall(part)]
    remark = REMARK.search(part)
    said = comment_words(remark[1]) if remark else ""
    if remark and said == remark[1] and settle(said) == said:  # no usual one
        said = f'"{said}"'
    if not remark and REMARK.search(after):
        return pgettext("typed hours", "{hours} open").format(hours=", ".join(times))
    return ", ".join(f"{one} {said}".strip() for one in times) or said


def _span(hour: str, minute: str, end_hour: str, end_minute: str) -> str:
    words = f"{clock(int(hour), minute)}–{clock(int(end_hour), end_minute)}"
    is_night = (end_hour, end_minute) <= (hour, minute)
    return pgettext("typed hours", "{hours} the next day").format(hours=words) if is_night else words
