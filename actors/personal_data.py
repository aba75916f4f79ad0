"""What in a text is about a person: whoever typed it is asked to take it out, because nothing of people is kept here.

Used wherever somebody may type a few words: the note beside a status, a suggestion. What has a form of its own is
refused; what only looks like a name is asked about, and whoever typed it may say that it is none.
"""

import re
import unicodedata
from collections.abc import Callable, Container
from enum import Enum

import phonenumbers
from django.utils.translation import gettext_lazy as _

from actors.person_names import person_names
from actors.phones import COUNTRY

APART = r"\W{0,3}"  # between the parts of a number: 85.07.30-033.28, 85 07 30 033 28, 85073003328
NATIONAL = re.compile(rf"(?=(?<![\d+])(\d\d){APART}(\d\d){APART}(\d\d){APART}(\d\d\d){APART}(\d\d)(?!\d))")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
TITLE = re.compile(  # a form of address, before a name
    r"\b(?:(?i:monsieur|madame|mademoiselle|mevrouw|meneer|mijnheer|de heer|mevr|mlle|mme|dhr|mvr|mr|mw)\b\.?|M\.)"
    r"[^\S\n]+([^\W\d_])"
)
LAST_DAY, LAST_MONTH, OF_A_BIS_NUMBER = 31, 12, 20  # who is not in the register has 20 or 40 added to the month
CHECK = 97


def _national_number(text: str) -> bool:
    return any(_is_national_number(*found.groups()) for found in NATIONAL.finditer(text))


def _is_national_number(year: str, month: str, day: str, order: str, check: str) -> bool:
    """Whether the date can be one (a part that is not known is 00) and the last two digits check the others."""
    if int(day) > LAST_DAY or int(month) >= 3 * OF_A_BIS_NUMBER or int(month) % OF_A_BIS_NUMBER > LAST_MONTH:
        return False
    number = year + month + day + order
    return int(check) in {CHECK - int(century + number) % CHECK for century in ("", "2")}  # born in 19.., in 20..


def _email(text: str) -> bool:
    return EMAIL.search(text) is not None


def _mobile(text: str) -> bool:
    kinds = (phonenumbers.number_type(match.number) for match in phonenumbers.PhoneNumberMatcher(text, COUNTRY))
    return phonenumbers.PhoneNumberType.MOBILE in kinds


def _name(text: str) -> bool:
    """A name after a form of address; in a text all in capitals nothing tells a name from a word."""
    return not text.isupper() and any(found[1].isupper() for found in TITLE.finditer(text))


def _bare_name(text: str) -> bool:
    return bool(person_names(text))


class Personal(Enum):
    """What a text may not hold: how it is found, and what whoever typed it is asked."""

    NATIONAL_NUMBER = (
        _national_number,
        _("Take out the national register number: nothing about a person may be kept here."),
    )
    EMAIL = (_email, _("Take out the e-mail address: it may be that of a person."))
    MOBILE = (_mobile, _("Take out the mobile number: it may be that of a person."))
    NAME = (_name, _("Take out the name of the person: nothing about a person may be kept here."))
    BARE_NAME = (
        _bare_name,
        _("This looks like the name of a person. Take it out, or say that it is not the name of a person."),
    )

    def __init__(self, is_in: Callable[[str], bool], request):
        self.is_in, self.request = is_in, request


def personal_data_in(text: str, *, allowed: Container[Personal] = ()) -> str | None:
    """What whoever typed a text is asked to take out of it, in their language; None where nothing was found.

    `allowed`: what may stand in it, as the mobile number of a service where its telephone is asked.
    """
    kind = personal_kind_in(text, allowed=allowed)
    return str(kind.request) if kind else None


def personal_kind_in(text: str, *, allowed: Container[Personal] = ()) -> Personal | None:
    """The same as a kind, for pages that let people say that a bare name is none."""
    plain = unicodedata.normalize("NFKC", text)
    return next((kind for kind in Personal if kind not in allowed and kind.is_in(plain)), None)
