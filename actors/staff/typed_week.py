"""A week that somebody typed in one line, over what stands in the fields of its days: nothing is lost unasked.

What the line says counts. Days and exceptions of which it says nothing either stay, or go: where there are any, that is
asked. What was said of public holidays stays.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.dateparse import parse_date

from actors.plain_hours import plain_hours
from actors.staff import dated
from actors.staff.week_fields import HOURS_FIELDS, WEEK_FIELDS, week_of, week_values
from actors.understood import tidy_hours, understood
from actors.week import CLOSED, DAYS, Week, is_exceptional, laid_over, read_week, said_days

LINE = "line"
READ = "line_read"  # what stood in the line when the days took it over: they count from then on
ANSWER = "line_for"  # to the question
NIGHTS = "nights"  # hours across midnight of which somebody saw that they end the next day
ONLY, WHOLE = "days", "week"

Values = Mapping[str, object]


@dataclass(frozen=True)
class Option:
    """One answer, with the schedule that comes of it."""

    value: str
    text: str

    @property
    def words(self) -> str:
        """The schedule as people read it."""
        return plain_hours(self.text)

    @property
    def fields(self) -> str:
        """The fields of the days, for the page's script."""
        return fields_for_script(self.text)

    @property
    def is_whole(self) -> bool:
        return self.value == WHOLE


@dataclass(frozen=True)
class Question:
    """Whether a line speaks of some days only, or of the whole week."""

    options: tuple[Option, ...]

    def answered(self, value: str) -> str:
        """The schedule of an answer; empty of none."""
        return next((one.text for one in self.options if one.value == value), "")


def fields_for_script(text: str) -> str:
    """The fields of a week for a schedule, as the page's script reads them."""
    return json.dumps(week_values(text), default=str)


def is_read(values: Values) -> bool:
    """Whether the days have taken over what stands in the line."""
    return bool(values.get(LINE)) and values.get(LINE) == values.get(READ)


def week_typed(values: Values, unless: frozenset[int] = frozenset()) -> Week:
    """The week that the fields say, as people typed them; `unless`: days that do not matter.

    Raises:
        ValidationError: the hours of a field are not understood.
    """
    given = {name: values.get(name) or "" for name in WEEK_FIELDS}
    given |= {DAYS[day]: "" for day in unless}
    given |= {name: tidy_hours(given[name]) for name in HOURS_FIELDS}
    given |= {day: parse_date(str(given[day])) for day, _hours in dated.FIELDS}
    return week_of(given)


def over_the_days(values: Values) -> str:
    """The schedule that comes of the line where nothing has to be asked; empty where there is no line.

    Raises:
        ValidationError: the line, or what it leaves as it is, is not understood.
    """
    text = understood(str(values.get(LINE) or ""))
    if not text:
        return ""
    week, before = read_week(text), week_typed(values, unless=said_days(text))
    return understood(Week(week.days, week.holidays or before.holidays, week.rest).text())


def question(values: Values) -> Question | None:
    """What has to be asked of the line; None where nothing has, or something is not understood."""
    try:
        text = understood(str(values.get(LINE) or ""))
        said = said_days(text) if text else frozenset()
        before = week_typed(values, unless=said)
        whole = over_the_days(values)
    except ValidationError:
        return None
    is_lost = any(before.days[day] not in {"", CLOSED} for day in range(len(DAYS)) if day not in said)
    if not text or not (is_lost or (before.rest and before.rest != read_week(text).rest)):
        return None
    options = [Option(WHOLE, whole)]
    if is_exceptional(before.rest):
        options.insert(0, Option(ONLY, laid_over(text, before).text()))
    return Question(tuple(options))
