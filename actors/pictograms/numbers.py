"""What a resident reads of a crisis number."""

import time
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache

from django.db import connection

from actors.models import CrisisNumber
from actors.opening import OpenState
from actors.pictograms.interface import Words, term_words
from actors.pictograms.told import told_hours
from actors.pictograms.words import Sign, cost_words, hours_sign
from actors.search.terms import Terms
from actors.shelf import KEPT_SECONDS


@dataclass(eq=False)
class HelpNumber:
    """A crisis number: whom one reaches, for what, whether now, in which languages and for how much."""

    record: CrisisNumber
    content: str
    lang: str  # of name and purpose; empty for the language of the screen
    now: datetime
    languages: list[Words]
    needs: dict[str, int]  # the codes of its needs, with its place among the numbers of each

    @property
    def slug(self) -> str:
        return self.record.slug

    @property
    def is_emergency(self) -> bool:
        return self.record.is_emergency

    @property
    def href(self) -> str:
        return f"tel:{self.record.number}"

    @property
    def display(self) -> str:
        return self.record.display

    @property
    def name(self) -> str:
        return getattr(self.record, f"name_{self.content}") or self.record.name

    @property
    def purpose(self) -> str:
        return getattr(self.record, f"purpose_{self.content}") or self.record.purpose

    @property
    def cost(self) -> str:
        return cost_words(self.record.cost)

    @cached_property
    def hours(self) -> Sign:
        return hours_sign(OpenState.at(self.record.opening_hours, self.now), self.now)

    @property
    def is_closed(self) -> bool:
        """Known not to be answered now."""
        return self.hours.tone == "calm"

    @property
    def is_foreign(self) -> bool:
        """Known to be answered in other languages than that of the page only."""
        spoken = {link.language.code for link in self.record.language_links.all()}
        return bool(spoken) and self.content not in spoken

    @property
    def told(self) -> str:
        """The hours of the coming two weeks, for a device without connection."""
        return told_hours(self.record.opening_hours, self.now)


def help_numbers(terms: Terms, content: str, lang: str, now: datetime) -> list[HelpNumber]:
    """Every checked number. `lang` is that of their texts where the screen has another."""
    return [_help_number(number, terms, content, lang, now) for number in _checked()]


def for_needs(numbers: list[HelpNumber], codes: list[str]) -> list[HelpNumber]:
    """The numbers of these needs, each once. For each need what may answer stands before what is closed now, then what
    speaks the language of the page before what speaks another only; then its own order. A device knows itself what is
    closed (`static/js/help/saved-numbers.js`)."""
    found = [
        number
        for code in codes
        for number in sorted(
            (number for number in numbers if code in number.needs),
            key=lambda number, code=code: (number.is_closed, number.is_foreign, number.needs[code]),
        )
    ]
    return list({number.slug: number for number in found}.values())


def _help_number(number: CrisisNumber, terms: Terms, content: str, lang: str, now: datetime) -> HelpNumber:
    spoken = {link.language.code for link in number.language_links.all()}
    return HelpNumber(
        record=number,
        content=content,
        lang=lang,
        now=now,
        languages=[term_words(term, content) for code, term in terms["language"].items() if code in spoken],
        needs={link.need.code: link.position for link in number.need_links.all()},
    )


def _checked() -> list[CrisisNumber]:
    """Every checked number with its needs and languages, in three queries. They change a few times a year: what was
    read is kept for a minute, as caches keep public pages, but not inside a transaction."""
    return _read() if connection.in_atomic_block else _read_this_minute(int(time.monotonic() // KEPT_SECONDS))


def _read() -> list[CrisisNumber]:
    return list(CrisisNumber.objects.checked().prefetch_related("need_links__need", "language_links__language"))


@lru_cache(maxsize=1)
def _read_this_minute(minute: int) -> list[CrisisNumber]:
    return _read()
