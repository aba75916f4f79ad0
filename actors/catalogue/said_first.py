"""What is said before the results of a search: crisis numbers, words that nothing was found for, needs nobody meets."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from actors.catalogue.advisers import adviser
from actors.helplines import Helpline, Helplines
from actors.phones import display_phone
from actors.search import Query
from actors.search.elsewhere import had_by_nobody
from actors.search.engine import Found
from actors.search.index import Index
from actors.search.meaning import Group

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
