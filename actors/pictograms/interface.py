"""The languages of the residents' screens.

Dutch and French are those of the site. Any other is one translation file, `locale/<code>/LC_MESSAGES/django.po`,
with the texts of the residents' screens only; its head says what it is called and who read it over:

    X-Language-Name: العربية      X-Reviewed-By: …      X-Reviewed-On: 2026-11-22

A language that nobody reviewed is not offered, unless the owner of the site sets it in DRAFT_LANGUAGES: then the foot
of every screen says that no translator has checked it yet.
What services write of themselves stays in Dutch or French, whichever pages one is on, and is marked as such.
"""

from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import polib
from django.conf import settings
from django.utils import translation
from django.utils.translation import get_language_info, pgettext

from actors.search.terms import Term

TERM_KINDS = ("need", "theme", "language")  # contexts of a file in which codes are translated
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "prs", "ps", "ur"})


@dataclass(frozen=True)
class Interface:
    """A language of the screens besides those of the site."""

    code: str
    name: str
    reviewed_by: str
    reviewed_on: date | None

    @property
    def direction(self) -> str:
        return "rtl" if self.code in RIGHT_TO_LEFT else "ltr"

    @property
    def is_reviewed(self) -> bool:
        """Somebody who speaks it read it over, and says so."""
        return bool(self.reviewed_by and self.reviewed_on)


@cache
def interfaces() -> dict[str, Interface]:
    """Every language that has a translation file, by code; those of the site are not in it."""
    files = sorted(Path(folder) for root in settings.LOCALE_PATHS for folder in Path(root).glob("*/LC_MESSAGES"))
    own = {code for code, _name in settings.LANGUAGES}
    found = (_read(folder) for folder in files if folder.parent.name not in own)
    return {interface.code: interface for interface in found}


def _read(folder: Path) -> Interface:
    """Raises ValueError where the day of the review is no day."""
    head = polib.pofile(str(folder / "django.po")).metadata
    code, reviewed_on = folder.parent.name, head.get("X-Reviewed-On", "")
    return Interface(
        code=code,
        name=head.get("X-Language-Name") or get_language_info(code)["name_local"],
        reviewed_by=head.get("X-Reviewed-By", ""),
        reviewed_on=date.fromisoformat(reviewed_on) if reviewed_on else None,
    )


def offered() -> list[Interface]:
    """The languages that may be chosen: reviewed ones, and drafts that somebody wants to see."""
    return [one for one in interfaces().values() if one.is_reviewed or one.code in settings.DRAFT_LANGUAGES]


def find(code: str) -> Interface | None:
    """The language of this code, when it is offered."""
    return next((one for one in offered() if one.code == code), None)


def spoken_by(interface: Interface | None):
    """A context in which texts of the screens are in this language; the site's own without one."""
    return translation.override(interface.code) if interface else nullcontext()


@dataclass(frozen=True)
class Words:
    """A text and the language that it is in; `lang` is empty for the language of the screen."""

    text: str
    lang: str = ""

    def __str__(self):
        return self.text


def term_words(term: Term, content: str) -> Words:
    """A need, theme or language in plain words, in the language of the screen where its file has them."""
    if translation.get_language() == content:
        return Words(term.plain_name(content))
    translated = pgettext(term.kind, term.code)
    return Words(translated) if translated != term.code else Words(term.plain_name(content), content)
