"""Hours that somebody typed in one line, put where they are read in plain words before they are kept."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError

from actors.plain_hours import plain_hours, speaks_of_holidays
from actors.staff.place_forms import WEEK_FIELDS, week_values
from actors.staff.state import Record, State, as_posted, kind
from actors.understood import understood
from actors.wording.tokens import fold, plain_signs

LINE = {"at": "line", "contact": "opening_hours"}  # the field of a record in which hours are typed


@dataclass(frozen=True)
class Understood:
    """What was understood of typed hours: the record, the field to look at, the schedule."""

    key: str
    field: str
    text: str

    @property
    def words(self) -> str:
        """As people read it."""
        return plain_hours(self.text)

    @property
    def leaves_holidays_open(self) -> bool:
        """Whether nothing is said of public holidays, which are then not known."""
        return kind(self.key) == "at" and not speaks_of_holidays(self.text)


def settle(mine: State, base: State) -> list[Understood]:
    """Put hours that were typed in one line into their fields; those that their writer has not seen so are given back.

    A week goes to its days, the hours of a telephone into plain words. What is not understood stays as it is typed,
    for the form to refuse. `base`: the listing as it was when the form was opened.
    """
    found = []
    for key, record in mine.items():
        field = LINE.get(kind(key), "")
        typed = " ".join(record.get(field, ()))
        try:
            text = understood(typed)
        except ValidationError:
            continue
        if text:
            was = base.get(key, {}).get(field)
            seen = record[field] == was or (kind(key) == "contact" and _same_words(typed, plain_hours(text)))
            mine[key] = _settled(record, field, text)
            found += [] if seen else [Understood(key, "mo" if field == "line" else field, text)]
    return found


def _same_words(typed: str, words: str) -> bool:
    return fold(plain_signs(typed)) == fold(plain_signs(words))


def _settled(record: Record, field: str, text: str) -> Record:
    if field != "line":
        return {**record, field: as_posted(plain_hours(text))}
    days = {name: as_posted(value) for name, value in week_values(text).items() if value}
    return {**{name: value for name, value in record.items() if name not in WEEK_FIELDS}, **days}
