"""What every residents' screen has: the choice, the languages, and the ways that stand on all of them."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone, translation

from actors.pictograms.choice import INTERFACE, REGION, Choice, neutral
from actors.pictograms.groups import group_titles
from actors.pictograms.interface import Interface, Words, offered
from actors.pictograms.numbers import HelpNumber, help_numbers
from actors.pictograms.words import sentences
from actors.search import engine


@dataclass(frozen=True)
class Link:
    """Something to tap: pictogram, words and where it leads."""

    address: str
    words: Words
    pictogram: str = ""
    is_chosen: bool = False
    code: str = ""


class Screen:
    """What every screen has: the choice, the language of the site and, where it differs, of the screen."""

    name = ""

    def __init__(self, request: HttpRequest):
        self.index = engine().index
        self.terms = self.index.terms
        self.content = translation.get_language()
        self.choice = Choice.of(request, self.terms)
        self.now: datetime = timezone.now()

    @property
    def interface(self) -> Interface | None:
        return self.choice.interface

    @property
    def texts_in(self) -> str:
        """The language of what services write, where the screen has another; else empty."""
        return self.content if self.interface else ""

    @cached_property
    def numbers(self) -> list[HelpNumber]:
        return help_numbers(self.terms, self.content, self.texts_in, self.now)

    @property
    def languages(self) -> list[tuple[Interface, str]]:
        """The added languages that may be chosen, each by its own name."""
        return [(one, self.address(self.name, interface=one)) for one in offered() if one != self.interface]

    @property
    def own_language(self) -> str:
        """The same screen in the language of the site."""
        return self.address(self.name, interface=None, page=self.choice.page)

    def address(self, name: str, **changes) -> str:
        """The address of a screen with what was chosen, in the language of the site."""
        return self.choice.address(name, self.content, **changes)

    @property
    def every_language(self) -> list[tuple[str, str]]:
        """This screen in each language of the site."""
        return [(code, self._in(code)) for code, _name in settings.LANGUAGES]

    @property
    def site_languages(self) -> list[tuple[str, str]]:
        """This screen in the other languages of the site."""
        return [(code, address) for code, address in self.every_language if code != self.content]

    def _in(self, language: str) -> str:
        return self.choice.address(self.name, language, interface=None, page=self.choice.page)

    @property
    def back(self) -> str:
        """One screen back; the first has none."""
        return self.start

    @property
    def leave(self) -> str:
        """Where "leave this page" leads."""
        return settings.LEAVE_URL

    # --- without connection ---

    @property
    def sensitive(self) -> str:
        """The codes of what nobody else should see, for a kept page, which learns from its address what was chosen."""
        terms = (term for kind in ("need", "theme") for term in self.terms[kind].values())
        return " ".join(neutral(term.key) for term in terms if "sensitive" in term.marks)

    @property
    def store(self) -> str:
        """The data that a device may keep: of the municipality that was chosen, else of the whole Region."""
        area = self.choice.home.partition(":")[2] or REGION
        language = f"?{INTERFACE}={self.interface.code}" if self.interface else ""
        with translation.override(self.content):
            return reverse("help-bundle", args=[area]) + language

    @property
    def sentences(self) -> dict:
        return {**sentences(), "groups": group_titles()}

    # --- the ways that stand on every screen ---

    @property
    def start(self) -> str:
        return self.address("help", needs=(), themes=(), several=False)

    @property
    def all_numbers(self) -> str:
        return self.address("help-numbers", needs=(), themes=(), several=False)

    @property
    def legend(self) -> str:
        return self.address("help-legend", needs=(), themes=(), several=False)
