"""The fields of a week on the editor of a place, and the schedule that they say."""

import re
from itertools import chain

from django.utils.translation import gettext as _

from actors.hours import comment_words
from actors.staff import dated, special
from actors.week import CLOSED, DAYS, Week, read_week

WEEK_FIELDS = (*DAYS, "ph", "ph_hours", "rest", *chain.from_iterable((*dated.FIELDS, *special.FIELDS)))
HOURS_FIELDS = (*DAYS, "ph_hours", *(row[-1] for row in (*dated.FIELDS, *special.FIELDS)))  # as people type them


def week_of(values: dict) -> Week:
    """The week that the fields of a form say, hours tidied."""
    holidays = values.get("ph_hours", "") if values.get("ph") == "open" else values.get("ph", "")
    pairs = ((values.get(day), values.get(hours)) for day, hours in dated.FIELDS)
    rest = special.put(values.get("rest", "").strip("; "), special.chosen(values))
    rest = dated.with_dates(rest, [pair for pair in pairs if all(pair)])
    return Week(tuple(values.get(day, "") for day in DAYS), holidays, rest)


def week_values(text: str) -> dict[str, str]:
    """What stands in the fields of a week for a schedule."""
    week = read_week(text)
    open_then = week.holidays not in {"", CLOSED}
    shown = {day: _spaced(hours) for day, hours in zip(DAYS, week.days, strict=True)}
    dates, rest = dated.take_dates(week.rest)
    specials, rest = special.take(rest)
    given = special.shown(specials)
    shown |= {name: _spaced(value) if "hours" in name else value for name, value in given.items()}
    for (day, hours), (on, then) in zip(dated.FIELDS, dates, strict=False):
        shown |= {day: on, hours: _spaced(then)}
    return {
        **shown,
        "ph": "open" if open_then else week.holidays,
        "ph_hours": _spaced(week.holidays) if open_then else "",
        "rest": rest,
    }


def _spaced(hours: str) -> str:
    """Hours as they are easier to read in a field, the usual remarks in the language of the page."""
    if hours == CLOSED:
        return str(_("closed"))
    said = re.sub(r'"([^"]*)"', lambda remark: f'"{comment_words(remark[1])}"', hours)
    return re.sub(r",(?=\d\d:)", ", ", said)
