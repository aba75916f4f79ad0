"""Opening hours on the way in: understood as they are typed or imported, or refused with the reason."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from actors.opening import ALWAYS
from actors.plain_hours import hours_words, in_words
from actors.week import ALL_DAY, CLOSED, HOURS, OUTSIDE_QUOTES, PARTS, TIMES
from actors.wording.reading import TwoReadings, understand
from actors.wording.tokens import EndMissing, HoursMissing, NotUnderstood, OnlyClosed, fold, plain_signs

HALF = re.compile(r"\d\d:\d\d ?-(?! ?\d)|(?:^|,) ?- ?\d\d:\d\d")  # as the page sends a row with one clock filled in
HALF_SAID = _("Hours need a beginning and an end: fill in both, or remove them.")
REMARKS = re.compile(r'"[^"]*"')
EXAMPLE = _("ma-vr 9-12u en 13-16u; feestdagen gesloten")


def understood(text: str) -> str:
    """Opening hours as somebody wrote them ("ma-vr 9-12u"), in the one way of writing of OpenStreetMap.

    Raises:
        ValidationError: they are not understood (code `opening_hours`, or `hours_missing` of an afternoon without
            hours), or mean two things (code `two_readings`, with both in the syntax as `params["readings"]`).
    """
    try:
        return understand(text)
    except TwoReadings as error:
        raise _two_ways(error.readings, *map(in_words, error.readings)) from error
    except HoursMissing as error:
        raise ValidationError(
            _("A part of a day (“afternoon”) does not say from when to when: write down the hours too."),
            code="hours_missing",
        ) from error
    except OnlyClosed as error:
        raise ValidationError(
            _("Only hours when it is closed are written here: write down when it is open."), code="only_closed"
        ) from error
    except EndMissing as error:
        raise ValidationError(HALF_SAID, code="half") from error
    except NotUnderstood as error:
        raise _refused(text, error.word) from error


def _refused(text: str, word: str) -> ValidationError:
    """Names the word where it stopped, if it is one that somebody wrote."""
    words, said = (fold(plain_signs(one)) for one in (text, word))
    if said and (said != words or " " not in said) and re.search(rf"(?<![a-z0-9]){re.escape(said)}", words):
        message = _(
            "These opening hours are not understood, from “%(word)s” on. Example: %(example)s. A remark stands between "
            "quotation marks."
        )
    else:
        message = _(
            "These opening hours are not understood. Example: %(example)s. A remark stands between quotation marks."
        )
    return ValidationError(message, code="opening_hours", params={"word": word, "example": EXAMPLE})


def _two_ways(readings: tuple[str, str], one: str, other: str) -> ValidationError:
    return ValidationError(
        _("This can be read in two ways: %(one)s, or %(other)s. Write down the one that is meant."),
        code="two_readings",
        params={"one": one, "other": other, "readings": readings},
    )


def tidy_hours(typed: str) -> str:
    """Hours of one day as people type them (`9-12, 13u30 - 16.00`, `op afspraak`), in the one way of keeping them.

    Parts with a remark of their own are parted by semicolons: `9-12; 13-16 op afspraak`.

    Raises:
        ValidationError: something else than hours was typed, a beginning without an end, or it can be read in two
            ways.
    """
    parts = [part.strip() for part in OUTSIDE_QUOTES.split(typed) if part.strip()]
    if any(HALF.search(REMARKS.sub("", part)) for part in parts):
        raise ValidationError(HALF_SAID, code="half")
    tidied = [_tidy(part) for part in parts]
    plain = [part for part in tidied if re.fullmatch(TIMES, part)]
    if len(plain) == len(tidied) > 1:
        return _tidy(", ".join(plain))
    if CLOSED in tidied and len(tidied) > 1:
        raise _not_hours()
    together = [_tidy(", ".join(plain))] if plain else []
    return PARTS.join([*together, *(part for part in tidied if part not in plain)])


def _tidy(typed: str) -> str:
    try:
        text = understood(typed)
    except ValidationError as error:
        if error.code != "two_readings" or not all(re.fullmatch(HOURS, one) for one in error.params["readings"]):
            raise
        readings = error.params["readings"]
        raise _two_ways(readings, *map(hours_words, readings)) from error  # of one day: its name stands before it
    if text == ALWAYS:
        return ALL_DAY
    if text and text != CLOSED and not re.fullmatch(HOURS, text):
        raise _not_hours()
    return text


def _not_hours() -> ValidationError:
    return ValidationError(_("Write the hours as 9:00-12:00, 13:30-16:00."), code="hours")


class OpeningHoursField(models.CharField):
    """A text of opening hours, which is kept in one way of writing, however it comes in."""

    def clean(self, value: str, model_instance: models.Model | None) -> str:
        """The one way of writing.

        Raises:
            ValidationError: it is not understood, means two things or is too long.
        """
        return super().clean(understood(value or ""), model_instance)

    def deconstruct(self):
        """In the database it is a text like others."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs
