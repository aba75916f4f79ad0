"""What is said before the results of a search: crisis numbers, words that nothing was found for, needs nobody meets."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from actors.catalogue.advisers import adviser
from actors.helplines import Helpline, Helplines
from actors.models.admission import FACT_BY_CODE
from actors.phones import display_phone
from actors.search import Query
from actors.search.conditions import Condition
from actors.search.elsewhere import had_by_nobody
from actors.search.engine import Found
from actors.search.index import Index
from actors.search.meaning import CONDITION, Group
from actors.search.postings import EMPTY

MOST_NUMBERS = 5


@dataclass(frozen=True)
class CrisisLine:
    """A crisis number that the words of a search ask for."""

    number: str
    display: str
    name: str
    purpose: str
    is_checked: bool


def crisis_lines(found: Found, language: str) -> list[CrisisLine]:
    """The numbers to call at once, at most so many."""
    return [
        CrisisLine(
            number=term.phone,
            display=display_phone(term.phone),
            name=term.name(language),
            purpose=term.plain_name(language),
            is_checked="checked" in term.marks,
        )
        for term in found.match.crisis[:MOST_NUMBERS]
    ]


@dataclass(frozen=True)
class Lacking:
    """A theme that was asked for and that nobody has for people of the place asked."""

    name: str
    elsewhere: str  # where to go instead; not to an OCMW/CPAS that refused
    for_others: bool  # somebody has it, for people from elsewhere only
    adviser: Helpline | None


@dataclass(frozen=True)
class Wish:
    """A condition that was read in the words of a search, and how many services are known to meet it."""

    words: str
    label: str
    known: int


def wishes(found: Found, query: Query, typed: Callable[[str], str]) -> list[Wish]:
    """The conditions that a search was read to have: who is known to meet them stands first."""
    return [
        Wish(
            words=typed(group.text),
            label=_label(group.condition, query.language),
            known=len((group.found.get(CONDITION, EMPTY) & found.services) - found.match.invented),
        )
        for group in found.match.conditions
    ]


def _label(condition: Condition, language: str) -> str:
    """What a condition asks for, in words: languages, facts of admission, days."""
    facts = [str(FACT_BY_CODE[term.code].label) for term in condition.terms if term.kind == "admission"]
    spoken = [term.name(language) for term in condition.terms if term.kind == "language"]
    days = [date_format(time.day, "l j F") for time in condition.times]
    parts = [*facts]
    parts += [_("languages: %(names)s") % {"names": ", ".join(spoken)}] if spoken else []
    parts += [_("open on %(days)s") % {"days": ", ".join(days)}] if days else []
    return ", ".join(parts)


@dataclass(frozen=True)
class Unlisted:
    """A well-known name that nobody here bears, and the theme that comes nearest."""

    name: str
    theme: str


def unlisted(index: Index, found: Found, language: str) -> list[Unlisted]:
    """The well-known names of a search that are not listed here."""
    themes = index.terms["theme"]
    return [Unlisted(one.name(language), themes[one.parent].name(language)) for one in found.match.unlisted]


def _naming(groups: list[Group]) -> list[Group]:
    """The groups that say what is needed. What also names a target group ("sans papiers") is a condition where
    something stands beside it ("enceinte sans papiers")."""
    naming = [group for group in groups if group.terms]
    whom = [group for group in naming if any(term.kind == "target" for term in group.terms)]
    return [group for group in naming if group not in whom] or (naming if len(naming) == 1 else [])


def themes_without_service(index: Index, query: Query, found: Found, lines: Callable[[], Helplines]) -> list[Lacking]:
    """The themes that were asked for, by a filter or in words, and that nobody has for people of the place asked.
    `lines` are read where there is one."""
    asked = [index.terms.get(key) for key in query.wanted]
    if found.match.exact.isdisjoint(found.services):  # somebody bears that name: no water is asked for at La Fontaine
        asked += [term for group in _naming(found.match.groups) for term in group.terms]
    themes = {term.code: term for term in asked if term and term.kind == "theme"}
    anywhere = replace(query, here=())
    return [
        Lacking(
            name=theme.name(query.language),
            elsewhere="" if found.match.refused else theme.elsewhere.get(query.language, ""),
            for_others=not had_by_nobody(index, anywhere, [theme]),
            adviser=adviser(lines(), theme.parent, query, refused=bool(found.match.refused)),
        )
        for theme in had_by_nobody(index, query, themes.values())
    ]


class SaidFirst:
    """What a page of results says before them; the page knows what was asked and found."""

    index: Index
    query: Query
    found: Found
    language: str
    lines: Helplines
    real: int
    typed: Callable[[str], str]

    @cached_property
    def crisis(self) -> list[CrisisLine]:
        """The numbers that the words ask for."""
        return crisis_lines(self.found, self.language)

    @cached_property
    def wishes(self) -> list[Wish]:
        """The conditions that were read in the words: what they were read as is said."""
        return wishes(self.found, self.query, self.typed) if self.real else []

    @property
    def unlisted(self) -> list[Unlisted]:
        """The well-known names that were typed and that nobody here bears."""
        return unlisted(self.index, self.found, self.language)

    @cached_property
    def unmet(self) -> str:
        """The words that nothing was found for, as a list in words; what is wished is said by itself."""
        conditions = {group.text for group in self.found.match.conditions}
        words = (text for text in self.found.match.unmet(self.found.services) if text not in conditions)
        return ", ".join(map(self.typed, words)) if self.real else ""

    @cached_property
    def without_service(self) -> list[Lacking]:
        """Themes that were asked for and that nobody has, and where to go instead."""
        return themes_without_service(self.index, self.query, self.found, lambda: self.lines)
