"""Seasons and days of the month in the exceptional hours of a schedule: taken out for people to choose, and put back.

Nov-Mar Mo-Su 20:00-08:00   from November to March, every day
Mo[1] 14:00-16:00           on the first Monday of the month
"""

import re
from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from actors.week import CLOSED, HOURS, same_hours
from actors.wording.vocabulary import DAYS, EVERY_DAY, MONTHS, WEEKEND, WORKWEEK

ROWS = 2  # of each kind that a form has room for
HALVES = {"nth": ("nth", "nth_day", "nth_hours"), "season": ("season", "season_to", "season_days", "season_hours")}
FIELDS = tuple(
    tuple(f"{name}_{number}" for name in names) for names in HALVES.values() for number in range(1, ROWS + 1)
)
NTH = re.compile(rf"(?P<day>{'|'.join(DAYS)})\[(?P<nth>[1-4]|-1)\] (?P<hours>{HOURS}|{CLOSED})")
SEASON = re.compile(
    rf"(?P<first>{'|'.join(MONTHS)})(?:-(?P<last>{'|'.join(MONTHS)}))? "
    rf"(?:(?P<days>{EVERY_DAY}|{WORKWEEK}|{WEEKEND}) )?(?P<hours>{HOURS}|{CLOSED})"
)
ORDINALS = [
    ("", "–"),
    ("1", pgettext_lazy("day of the month", "first")),
    ("2", pgettext_lazy("day of the month", "second")),
    ("3", pgettext_lazy("day of the month", "third")),
    ("4", pgettext_lazy("day of the month", "fourth")),
    ("-1", pgettext_lazy("day of the month", "last")),
]
MONTH_NAMES = (
    _("January"), _("February"), _("March"), _("April"), _("May"), _("June"), _("July"), _("August"), _("September"),
    _("October"), _("November"), _("December"),
)  # fmt: skip
IN_MONTHS = [("", "–"), *zip(MONTHS, MONTH_NAMES, strict=True)]
ON_DAYS = [("", _("every day")), (WORKWEEK, _("Monday to Friday")), (WEEKEND, _("Saturday and Sunday"))]


@dataclass(frozen=True)
class Special:
    """One rule: what stands in the fields of its row."""

    values: tuple[str, ...]  # in the order of HALVES

    @property
    def is_season(self) -> bool:
        return len(self.values) == len(HALVES["season"])

    @property
    def text(self) -> str:
        """In the syntax."""
        if self.is_season:
            first, last, days, hours = self.values
            months = first if last in {"", first} else f"{first}-{last}"
            return " ".join(filter(None, (months, days or ("" if hours == CLOSED else EVERY_DAY), hours)))
        nth, day, hours = self.values
        return f"{day}[{nth}] {hours}"


def fields(day_names: list) -> dict[str, forms.Field]:
    """The fields of all rows. `day_names`: the days of the week in words, Monday first."""
    choices = {
        "nth": (ORDINALS, _("Which one of the month")),
        "nth_day": ([("", "–"), *zip(DAYS, day_names, strict=True)], _("Day")),
        "season": (IN_MONTHS, _("From the month of")),
        "season_to": (IN_MONTHS, _("Until and with")),
        "season_days": (ON_DAYS, _("On these days")),
    }
    return {name: _field(choices.get(name.rpartition("_")[0])) for row in FIELDS for name in row}


def _field(chosen_from: tuple | None) -> forms.Field:
    if chosen_from is None:
        return forms.CharField(required=False, max_length=100, label=_("Open then"))
    choices, label = chosen_from
    return forms.ChoiceField(required=False, choices=choices, label=label)


def take(rest: str) -> tuple[list[Special], str]:
    """The seasons and days of the month in the exceptional hours, and what is left of these.

    Where the order of rules has a meaning, or there are more than a form shows, all stays as it is.
    """
    found, others = [], []
    for rule in filter(None, (part.strip() for part in rest.split(";"))):
        special = _read(rule)
        (found if special else others).append(special or rule)
    left = "; ".join(others)
    too_many = any(sum(one.is_season is kind for one in found) > ROWS for kind in (True, False))
    if too_many or not same_hours(put(left, found), rest):
        return [], rest
    return found, left


def put(rest: str, found: list[Special]) -> str:
    """Exceptional hours with these after them; a day of the month after the season that it lies in."""
    rules = [one.text for one in sorted(found, key=lambda one: not one.is_season)]
    return "; ".join(filter(None, [rest, *rules]))


def _read(rule: str) -> Special | None:
    if match := NTH.fullmatch(rule):
        return Special((match["nth"], match["day"], match["hours"]))
    if match := SEASON.fullmatch(rule):
        days = "" if match["days"] == EVERY_DAY else match["days"] or ""
        return Special((match["first"], match["last"] or "", days, match["hours"]))
    return None


def chosen(values: dict) -> list[Special]:
    """What the rows of a form say; a row of which the first field is empty says nothing."""
    rows = (tuple(values.get(name) or "" for name in row) for row in FIELDS)
    return [Special(row) for row in rows if row[0] and row[-1]]


def shown(found: list[Special]) -> dict[str, str]:
    """The values of the fields for these."""
    given: dict[str, str] = {}
    for names in HALVES.values():
        of_kind = [one for one in found if len(one.values) == len(names)]
        for number, one in enumerate(of_kind, start=1):
            given |= {f"{name}_{number}": value for name, value in zip(names, one.values, strict=True)}
    return given


def check(values: dict) -> dict[str, ValidationError]:
    """What is wrong in the rows: a day or season without hours, hours without one."""
    said = _("Say when it counts, and from when to when it is open then, or “closed”.")
    return {
        row[-1]: ValidationError(said) for row in FIELDS if len({bool(values.get(name)) for name in _needed(row)}) > 1
    }


def _needed(row: tuple[str, ...]) -> tuple[str, ...]:
    """The fields of a row that are filled in together."""
    return row if len(row) == len(HALVES["nth"]) else (row[0], row[-1])
