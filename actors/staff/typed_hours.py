"""Hours that somebody typed, put where they are read in plain words before they are kept."""

import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from actors.plain_hours import hours_words, plain_hours, speaks_of_holidays
from actors.staff.place_forms import DAY_NAMES
from actors.staff.state import Record, State, as_posted, kind
from actors.staff.typed_week import ANSWER, LINE, NIGHTS, READ, Question, is_read, over_the_days, question
from actors.staff.week_fields import HOURS_FIELDS, WEEK_FIELDS, week_values
from actors.understood import tidy_hours, understood
from actors.wording.tokens import fold, plain_signs

TELEPHONE = "opening_hours"
SPAN = re.compile(r"(\d\d:\d\d)-(\d\d:\d\d)")
SEEN = "shown"  # the page's script says of every row that it ends the next day


@dataclass(frozen=True)
class Understood:
    """What was understood of typed hours: the record, the field to look at, the words."""

    key: str
    field: str
    words: str
    leaves_holidays_open: bool = False  # nothing is said of public holidays, which are then not known


def settle(mine: State, base: State) -> list[Understood]:
    """Put hours that were typed in one line into their fields; those that their writer has not seen so are given back.

    A week goes to its days, the hours of a telephone into plain words. What is not understood or has to be asked stays
    as it is typed, for the form to refuse. `base`: the listing as it was when the form was opened.
    """
    found = []
    for key in mine:
        if kind(key) == "at":
            found += _settle_week(mine, key, base.get(key, {}))
        elif kind(key) == "contact":
            found += _settle_telephone(mine, key, base.get(key, {}))
    return found


def _settle_week(mine: State, key: str, base: Record) -> list[Understood]:
    record = mine[key] = dict(mine[key])
    answer = " ".join(record.pop(ANSWER, ()))
    values = {name: " ".join(record.get(name, ())) for name in (LINE, READ, *WEEK_FIELDS)}
    if is_read(values) or not values[LINE]:
        if not values[LINE]:
            record.pop(READ, None)
        return _nights(mine, key, base)
    record.pop(READ, None)
    asked: Question | None = question(values)
    try:
        text = asked.answered(answer) if asked else over_the_days(values)
    except ValidationError:
        text = ""
    if not text:
        return []
    days = {name: as_posted(value) for name, value in week_values(text).items() if value}
    others = {name: value for name, value in record.items() if name not in WEEK_FIELDS}
    mine[key] = {**others, **days, READ: record[LINE]}
    mine[key][NIGHTS] = as_posted(_across_midnight(mine[key], base))
    if asked:
        return []  # its words stood beside the answer
    return [Understood(key, "mo", plain_hours(text), leaves_holidays_open=not speaks_of_holidays(text))]


def _nights(mine: State, key: str, base: Record) -> list[Understood]:
    """Hours that end the next day, which a slip of the hand makes too: said once, where the page did not."""
    record = mine[key]
    now = _across_midnight(record, base)
    seen = " ".join(record.pop(NIGHTS, ()))
    if now:
        record[NIGHTS] = as_posted(now)
    if not now or seen in {now, SEEN}:
        return []
    first = now.partition("=")[0]
    words = "; ".join(f"{_name(name)} {hours_words(hours)}".strip() for name, hours in _pairs(now))
    return [Understood(key, first, words)]


def _across_midnight(record: Record, base: Record) -> str:
    """The fields with such hours that were not there before."""
    found = []
    for name in HOURS_FIELDS:
        hours, before = (_tidied(" ".join(one.get(name, ()))) for one in (record, base))
        if _of_night(hours) - _of_night(before):
            found.append(f"{name}={hours}")
    return " / ".join(found)


def _pairs(nights: str) -> list[tuple[str, str]]:
    return [(one.partition("=")[0], one.partition("=")[2]) for one in nights.split(" / ")]


def _of_night(hours: str) -> set[tuple[str, str]]:
    return {(start, end) for start, end in SPAN.findall(hours) if end <= start}


def _tidied(typed: str) -> str:
    try:
        return tidy_hours(typed)
    except ValidationError:
        return ""


def _name(field: str) -> str:
    if field in DAY_NAMES:
        return str(DAY_NAMES[field]).lower()
    return str(_("Public holidays")).lower() if field == "ph_hours" else ""


def _settle_telephone(mine: State, key: str, base: Record) -> list[Understood]:
    record = mine[key]
    typed = " ".join(record.get(TELEPHONE, ()))
    try:
        text = understood(typed)
    except ValidationError:
        return []
    if not text:
        return []
    words = plain_hours(text)
    mine[key] = {**record, TELEPHONE: as_posted(words)}
    seen = record[TELEPHONE] == base.get(TELEPHONE) or _same_words(typed, words)
    return [] if seen else [Understood(key, TELEPHONE, words)]


def _same_words(typed: str, words: str) -> bool:
    return fold(plain_signs(typed)) == fold(plain_signs(words))
