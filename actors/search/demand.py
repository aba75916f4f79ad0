"""What a search asks for, as far as it is counted: needs and zones, never words."""

from itertools import product

from actors.search.elsewhere import territories
from actors.search.engine import Found
from actors.search.index import Index
from actors.search.query import Query
from actors.search.terms import Term

Asked = tuple[int | None, int | None]  # primary keys of a need and of a zone


def demand(index: Index, query: Query, found: Found) -> list[Asked]:
    """Every need in every zone that a search asked for; nothing where nothing was asked.

    Where no need was named, by a filter or in words, there is none (None), and the same for zones.
    """
    if not query.text and not query.active:
        return []
    needs = {need.pk for need in _needs(index, query, found)}
    zones = {zone.pk for term in territories(index, query) for zone in index.terms.zones_of(term)}
    return list(product(needs or {None}, zones or {None}))


def _needs(index: Index, query: Query, found: Found) -> list[Term]:
    named = [term for group in found.match.groups if group.is_need for term in group.terms]
    chosen = [term for key in query.wanted if (term := index.terms.get(key))]
    codes = {term.code if term.kind == "need" else term.parent for term in (*named, *chosen) if term.kind != "target"}
    return [index.terms["need"][code] for code in codes]
