"""Telephone numbers as people write them: several in a line, with remarks, the next ones by their last digits.

    "02/512 34 56/57 ou 0470 12 34 56 (matin)"  →  +3225123456, +3225123457, +32470123456 with "matin"

A number is kept in the one format that dials from everywhere (E.164), a short one (107, 1733) as it is dialled.
"""

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

import phonenumbers
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from phonenumbers import shortnumberinfo

COUNTRY = "BE"
SHORT = 6  # digits at most of what is dialled as it is, from within the country: 112, 1733, 116000
LAST_DIGITS = 3  # at most, of the next number: 02 512 34 56/57
AREA = 4  # digits at most of what stands in brackets before a number: (02), (0470)

OUTSIDE_BRACKETS = r"(?![^()]*\))"
KIND = r"\b(?:t|tel|tél|f|fax)\b(?=\W*\d)"  # of what follows: "T 02 512 34 56 - F 02 512 34 57"
AFTER_REMARK = r"(?<=[^\W\d_]\))\s*[-–/]\s*(?=[+(\d])"  # "02 512 34 56 (matin) / 02 513 00 00 (soir)"
BETWEEN = re.compile(
    rf"(?:[;,|&\n]|\s\+\s|\b(?:ou|of|or|et|en|and)\b|(?:[-–/]\s*)?(?={KIND})|{AFTER_REMARK}){OUTSIDE_BRACKETS}",
    re.IGNORECASE,
)
WITHIN = re.compile(  # between two numbers, or between the parts of one
    r"/|\s[-–—]\s|-(?=\d{2,3}(?!\d))|\s(?=0\d|\+\d)"
)
BRACKETS = re.compile(r"\(([^()]*)\)")
WORDS = re.compile(r"(?:poste|ext|toestel|tst)\W*\d+|[^\W\d_][^\d/+(]*", re.IGNORECASE)  # an extension is a remark
FAX = re.compile(r"\b(?:tele)?fax\b|^f$", re.IGNORECASE)
CEREMONY = re.compile(r"^(?:t|tel|tél|telefoon|téléphone|phone|gsm)\b\.?\s*:?\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Phone:
    """A number that dials, with what was written about it."""

    value: str
    note: str = ""


@dataclass
class Phones:
    """What a text holds: numbers, and what is none."""

    numbers: list[Phone] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def read_phones(text: str) -> Phones:
    """Every number of a text; a fax machine answers nobody."""
    found = Phones()
    for chunk in filter(None, map(str.strip, BETWEEN.split(text))):
        body = CEREMONY.sub("", chunk.replace("(0)", " "))
        notes = [note for note in BRACKETS.findall(body) if any(sign.isalpha() for sign in note)]
        digits = BRACKETS.sub(lambda part, notes=notes: " " if part[1] in notes else _bare(part[1]), body)
        notes += [word.strip(" .:-–") for word in WORDS.findall(digits)]
        note = ", ".join(filter(None, notes))
        if FAX.search(note) or not _read_chunk(WORDS.sub(" ", digits), note, found):
            found.unread.append(chunk)
    return found


def _bare(digits: str) -> str:
    """Digits out of their brackets: the beginning of a number (02), or one more."""
    return f" {digits} " if len(digits) <= AREA else f" / {digits} / "


def _read_chunk(digits: str, note: str, found: Phones) -> bool:
    """What stands between two separators: numbers, or a remark on the one before; whether all of it was read."""
    parts = [part.strip(" .") for part in WITHIN.split(digits) if part.strip(" .")]
    if not parts:
        if found.numbers:
            last = found.numbers[-1]
            found.numbers[-1] = replace(last, note=f"{last.note}, {note}".strip(", "))
        return bool(found.numbers)
    while parts:
        value, used = _first_number(parts, found.numbers[-1].value if found.numbers else "")
        if value is None:
            return False
        if value not in {phone.value for phone in found.numbers}:
            found.numbers.append(Phone(value, note))
        parts = parts[used:]
    return True


def _first_number(parts: list[str], before: str) -> tuple[str | None, int]:
    """The number that the first parts make together, and how many of them; `before`: the number before them."""
    for used in range(len(parts), 1, -1):
        if (value := dialled(" ".join(parts[:used]))) and len(value) > SHORT:
            return value, used
    first = parts[0]
    last_digits = len(before) > SHORT and len(first) <= LAST_DIGITS and first.isdigit()
    return dialled(first) or (dialled(before[: -len(first)] + first) if last_digits else None), 1


def dialled(text: str) -> str | None:
    """One number in the format that we keep; None: no such number can exist."""
    try:
        number = phonenumbers.parse(text, COUNTRY)
    except phonenumbers.NumberParseException:
        return None
    digits = re.sub(r"\D", "", text)
    if len(digits) <= SHORT and not text.startswith("+"):
        return digits if _is_short(number) else None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _is_short(number: phonenumbers.PhoneNumber) -> bool:
    """A short number of the country that is no game or ring tone."""
    dear = shortnumberinfo.expected_cost(number) == shortnumberinfo.ShortNumberCost.PREMIUM_RATE
    return shortnumberinfo.is_valid_short_number_for_region(number, COUNTRY) and not dear


def validate_phone(value: str) -> None:
    """Accept only what `dialled` gives.

    Raises:
        ValidationError: it is written otherwise, or no such number can exist.
    """
    if dialled(value) != value:
        raise ValidationError(_("Write the number as +3221234567; a short one as 107."), code="phone")


@lru_cache(maxsize=5_000)
def display_phone(value: str) -> str:
    """A number as it is written in Belgium: 02 512 34 56, 0800 99 340, 116 000; foreign ones with their country."""
    if len(value) <= SHORT:
        return f"{value[:3]} {value[3:]}" if len(value) == SHORT else value
    number = phonenumbers.parse(value, COUNTRY)
    style = phonenumbers.PhoneNumberFormat
    belgian = number.country_code == phonenumbers.country_code_for_region(COUNTRY)
    return phonenumbers.format_number(number, style.NATIONAL if belgian else style.INTERNATIONAL)
