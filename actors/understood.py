"""Opening hours on the way in: understood as they are typed or imported, or refused with the reason."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from actors.hours import usual
from actors.wording.reading import TwoReadings, understand
from actors.wording.tokens import NotUnderstood

EXAMPLE = "Mo-Fr 09:00-12:00,13:00-16:00; PH off"


def understood(text: str) -> str:
    """Opening hours as somebody wrote them ("ma-vr 9-12u"), in the one way of writing of OpenStreetMap.

    Raises:
        ValidationError: they are not understood (code `opening_hours`), or mean two things (code `two_readings`,
            with both in the syntax as `params["readings"]`).
    """
    try:
        return understand(text)
    except TwoReadings as error:
        one, other = error.readings
        raise ValidationError(
            _("This can be read in two ways: %(one)s, or %(other)s. Write down the one that is meant."),
            code="two_readings",
            params={"one": in_words(one), "other": in_words(other), "readings": error.readings},
        ) from error
    except NotUnderstood as error:
        raise ValidationError(
            _("These opening hours are not understood, from “%(word)s” on. Example: %(example)s"),
            code="opening_hours",
            params={"word": error.word, "example": EXAMPLE},
        ) from error


def in_words(text: str) -> str:
    """A schedule in words and in the syntax: "ma–vr 9.00–12.00 (Mo-Fr 09:00-12:00)"."""
    words = "; ".join(f"{days} {hours}" for days, hours in usual(text))
    return f"{words} ({text})" if words else text


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
