"""Who can advise on the services of a list that have no telephone: said once, not on every card."""

from collections.abc import Iterable

from actors.catalogue.cards import Card, Way
from actors.helplines import Helpline, Helplines
from actors.records import main_need
from actors.search import Query
from actors.search.index import Index


def without_phone(cards: Iterable[Card]) -> list[Card]:
    """Those that have none; not examples, nor what serves professionals, of whom no adviser knows more."""
    silent = (card for card in cards if not card.phone and not card.service.is_example)
    return [card for card in silent if card.way is not Way.PROFESSIONALS]


def adviser(lines: Helplines, need: str, query: Query, *, refused: bool) -> Helpline | None:
    """Who can advise on a need: of social questions the OCMW/CPAS of the one municipality that was asked for, unless
    one refused."""
    return lines.advising(need, query.language, _towns(query, refused=refused))


def advisers(lines: Helplines, index: Index, query: Query, cards: Iterable[Card], *, refused: bool) -> list[Helpline]:
    """The numbers for what these services are for, each once."""
    needs = (main_need(index, card.service.pk) for card in cards)
    return lines.advising_on(needs, query.language, _towns(query, refused=refused))


def _towns(query: Query, *, refused: bool) -> list[str]:
    """The NIS code of the municipality asked for; none where several may be meant, or its OCMW/CPAS refused."""
    if refused:
        return []
    keys = query.filters.get("municipality", ()) or query.here
    codes = [key.partition(":")[2] for key in keys if key.startswith("municipality:")]
    return codes if len(codes) == 1 else []
