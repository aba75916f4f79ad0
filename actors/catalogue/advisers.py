"""Who can advise on the services of a list that have no telephone: said once, not on every card."""

from collections.abc import Iterable

from actors.catalogue.cards import Card, Way
from actors.helplines import Helpline, Helplines
from actors.records import main_need
from actors.search import Query
from actors.search.engine import Found
from actors.search.index import Index
from actors.search.terms import Term


def without_phone(cards: Iterable[Card]) -> list[Card]:
    """Those that have none; not examples, nor what serves professionals, of whom no adviser knows more."""
    silent = (card for card in cards if not card.phone and not card.service.is_example)
    return [card for card in silent if card.way is not Way.PROFESSIONALS]


def adviser(lines: Helplines, need: str, query: Query, *, refused: bool) -> Helpline | None:
    """Who can advise on a need: of social questions the OCMW/CPAS of the one municipality that was asked for, unless
    one refused."""
    return lines.advising(need, query.language, _towns(query, refused=refused))


def advisers(lines: Helplines, index: Index, query: Query, found: Found, cards: Iterable[Card]) -> list[Helpline]:
    """The numbers for what these services were found for, each once: beside a doctor, the place that also gives food is
    one where a doctor is."""
    named = [_need(index.terms.get(key)) for key in query.wanted]
    named += [_need(term) for group in found.match.groups if group.is_need for term in group.terms]
    refused = bool(found.match.refused)
    needs = (_found_for(index, card.service.pk, named) for card in cards)
    return lines.advising_on(needs, query.language, _towns(query, refused=refused))


def _need(term: Term | None) -> str:
    """The need that a term is, or lies under."""
    return (term.parent or term.code) if term else ""


def _found_for(index: Index, pk: int, named: list[str]) -> str:
    """The first of the needs that were asked for that a service has; else what it is first of all."""
    return next((need for need in named if pk in index.postings[f"need:{need}"]), main_need(index, pk))


def _towns(query: Query, *, refused: bool) -> list[str]:
    """The NIS code of the municipality asked for; none where several may be meant, or its OCMW/CPAS refused."""
    if refused:
        return []
    keys = query.filters.get("municipality", ()) or query.here
    codes = [key.partition(":")[2] for key in keys if key.startswith("municipality:")]
    return codes if len(codes) == 1 else []
