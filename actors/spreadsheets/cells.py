"""What stands in a cell, and what it says: values as forms post them, and words as people read and type them."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from django import forms
from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _

from actors.phones import dialled, display_phone
from actors.plain_hours import plain_hours
from actors.staff.fields import NO, YES, flat
from actors.understood import understood
from repertorium.door import plain_text
from repertorium.spreadsheets import as_written

LANGUAGES = ("nl", "fr")
BETWEEN = "; "  # the values of a cell with several
HOURS = {"opening_hours", "hours"}
PHONES = {"value", "phone"}
MOST_KNOWN = 5_000  # words of one column
ON = "on"  # what a ticked box posts

DIALLED = re.compile(r"\+?[0-9]{3,15}")
NUMBER = re.compile(r"[+(]?[0-9][0-9 ./()\-]*")
SHORTENED = re.compile(r"[0-9]+(?:[.,][0-9]+)?E\+?[0-9]+", re.IGNORECASE)
FORMULA = re.compile(r"=|[+\-@].*\|.*!")
FAULT = re.compile(r"#(?:[A-ZÀ-Ý/0 ]{2,12}[!?]|N/[ABD]|REF|#+|GETAL!|NUM!)|#{3,}")
BROKEN = re.compile("Ã[\u0080-\u00bf]|â€|Â[\u00a0-\u00bf]|\ufffd")
DAY = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
IS_FORMULA = _("This is a formula. Put the value itself in the cell, as text.")
FAULTY = _("The spreadsheet says %(value)s here: it could not work this out.")
YES_NO = {YES: _("yes"), NO: _("no")}
TRUE_FALSE = {"true": YES, "waar": YES, "vrai": YES, "false": NO, "onwaar": NO, "faux": NO}  # as Excel writes them


class Faulty(str):
    """What a spreadsheet itself could not work out, or works out anew each time: no value of ours."""

    __slots__ = ()


class Formula(Faulty):
    """A cell with a formula."""

    __slots__ = ()


Value = str | int | float | bool | date | datetime | time | timedelta | None


class Cells:
    """How one field of a form stands in cells, in one language; words of both languages are understood."""

    def __init__(self, name: str, fields: dict[str, forms.Field], language: str):
        """`fields`: the same field with its choices in each language."""
        self.name = name
        field = fields[language]
        self.many = isinstance(field, forms.MultipleChoiceField)
        self.ticked = isinstance(field, forms.BooleanField)
        self.chosen = self.ticked or isinstance(field, (forms.ChoiceField, forms.ModelChoiceField))
        self.is_day = isinstance(field, forms.DateField)
        self.is_number = isinstance(field, forms.IntegerField)
        self._known: dict[Value, list[str]] = {}  # the same few words stand in thousands of rows
        self.words, self.values = self._choices(fields, language) if self.chosen else ({}, {})

    def _choices(self, fields: dict[str, forms.Field], language: str) -> tuple[dict[str, str], dict[str, str]]:
        words: dict[str, str] = {}
        values: dict[str, str] = {}
        for one in (*(other for other in LANGUAGES if other != language), language):
            with translation.override(one):
                yes_no = {ON: str(YES_NO[YES]), "": str(YES_NO[NO])}
                words = _distinct(yes_no.items() if self.ticked else _listed(fields[one]))
            values |= {_folded(word): value for value, word in words.items()}
        return words, {**{value.casefold(): value for value in words}, **values}

    @property
    def options(self) -> list[str]:
        """The words that may stand in the cell, where one of a list is chosen."""
        return [word for value, word in self.words.items() if value or self.ticked] if not self.many else []

    def shown(self, values: list[str]) -> Value:
        """What stands in the cell for these values."""
        if self.chosen:
            words = [self.words.get(value, value) for value in values]
            return BETWEEN.join(words) if words or not self.ticked else self.words[""]
        if not values:
            return None
        value = values[0]
        if self.name in HOURS:
            return plain_hours(value)
        if self.name in PHONES and DIALLED.fullmatch(value):
            return display_phone(value)
        if self.is_number:
            return float(value) if "." in value else int(value)
        return parse_date(value) if self.is_day else value

    def read(self, value: Value) -> list[str]:
        """What a cell says, in the one way in which it is compared and kept.

        Raises:
            ValidationError: it says nothing that this column can hold.
        """
        if value is None or value == "":
            return []
        if value in self._known:
            return self._known[value]
        said = self._read(value)
        if self.chosen and isinstance(value, str) and len(self._known) < MOST_KNOWN:
            self._known[value] = said
        return said

    def _read(self, value: Value) -> list[str]:
        text = self._text(value)
        if not text:
            return []
        if self.chosen:
            return self._read_choices(text)
        if self.is_day:
            return [_day(text)]
        if self.is_number:
            return [text.replace(",", ".").replace(" ", "")]
        if SHORTENED.fullmatch(text):
            raise ValidationError(
                _("The spreadsheet shortened this number, so digits are lost. Type it again as text.")
            )
        return self.canonical([text])

    def _text(self, value: Value) -> str:
        if isinstance(value, Formula):
            raise ValidationError(IS_FORMULA)
        if isinstance(value, Faulty):
            raise ValidationError(FAULTY, params={"value": value})
        if isinstance(value, bool):
            return str(YES_NO[YES if value else NO])
        if isinstance(value, (date, datetime)):
            if not self.is_day:
                raise ValidationError(_("The spreadsheet made a date of this. Type it again as text."))
            return value.date().isoformat() if isinstance(value, datetime) else value.isoformat()
        if isinstance(value, (time, timedelta)):
            raise ValidationError(_("The spreadsheet made a time of this. Type it again as text."))
        if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:  # noqa: PLR2004 - exact up to there
            value = int(value)
        said = str(value if value is not None else "")
        text = as_written(said)
        if said == text and FORMULA.match(text):  # not one of ours, that was made a text
            raise ValidationError(IS_FORMULA)
        return _checked(plain_text(text.replace("_x000D_", "")))

    def _read_choices(self, text: str) -> list[str]:
        found, unknown = [], []
        for part in self._parts(text):
            value = self._value_of(_folded(part))
            (unknown if value is None else found).append(part if value is None else value)
        if unknown:
            raise ValidationError(
                _("“%(word)s” is not one of the choices: %(choices)s"),
                params={"word": unknown[0][:60], "choices": self._some_choices()},
            )
        return sorted({value for value in found if value})

    def _value_of(self, word: str) -> str | None:
        """The value of a word; what spreadsheets write for yes and no is understood where these are the choices."""
        if word not in self.values and word in TRUE_FALSE:
            word = _folded(str(YES_NO[TRUE_FALSE[word]]))
        return self.values.get(word)

    def _parts(self, text: str) -> list[str]:
        if not self.many or _folded(text) in self.values:
            return [text]
        return [part.strip() for part in re.split(r"[;\n|]", text) if part.strip()]

    def _some_choices(self, most: int = 8) -> str:
        words = [word for word in self.words.values() if word]
        return ", ".join(words[:most]) + (" …" if len(words) > most else "")

    def canonical(self, values: list[str]) -> list[str]:
        """The same values in one way of writing: hours in the syntax, numbers as they are dialled."""
        if self.name in HOURS:
            return [text for value in values if (text := _hours(value))]
        if self.name in PHONES:
            return [_phone(value) for value in values]
        return values


def _checked(text: str) -> str:
    if FAULT.fullmatch(text):
        raise ValidationError(FAULTY, params={"value": text})
    if BROKEN.search(text):
        raise ValidationError(
            _("Letters with accents are broken here (%(text)s). Save the file as xlsx, or as CSV UTF-8."),
            params={"text": text[:40]},
        )
    return text


def _listed(field: forms.Field) -> Iterable[tuple[str, str]]:
    return [(str(value), str(label)) for value, label in flat(field.choices)]


def _distinct(choices: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Values with their words; where two have the same words, these say the value as well."""
    choices = list(choices)
    count: dict[str, int] = {}
    for _value, word in choices:
        count[_folded(word)] = count.get(_folded(word), 0) + 1
    return {value: f"{word} ({value})" if count[_folded(word)] > 1 else word for value, word in choices}


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


@lru_cache(maxsize=5_000)
def _hours(text: str) -> str:
    """Hours in the syntax, as they come back from a spreadsheet in plain words of either language.

    What is not understood stays as it is, for the form to refuse.
    """
    try:
        kept = understood(text)
        for language in LANGUAGES:
            with translation.override(language):
                kept = understood(plain_hours(kept))
    except ValidationError:
        return text
    return kept


def _phone(text: str) -> str:
    """A number as it is dialled, with the zero that spreadsheets take away; anything else as it is."""
    if not NUMBER.fullmatch(text):
        return text
    return dialled(text) or dialled(f"0{text}") or text


def _day(text: str) -> str:
    """A day in the order of ISO, from that or from the Belgian order.

    Raises:
        ValidationError: it is no day.
    """
    belgian = DAY.fullmatch(text.removesuffix(" 00:00:00"))
    iso = "{2}-{1:0>2}-{0:0>2}".format(*belgian.groups()) if belgian else text.removesuffix(" 00:00:00")
    try:
        found = parse_date(iso)
    except ValueError:
        found = None
    if found is None:
        raise ValidationError(_("“%(text)s” is no date. Write it as 31/12/2026."), params={"text": text[:40]})
    return found.isoformat()
