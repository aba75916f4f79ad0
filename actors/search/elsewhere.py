"""Nothing here: themes that nobody has, and the same question beyond the territory that was asked for."""

from collections.abc import Iterable
from dataclasses import replace

from actors.search.document import EXAMPLE, LIMITED
from actors.search.index import Index
from actors.search.near import TERRITORIES, centre
from actors.search.query import Near, Query, Sort
from actors.search.terms import Term


def territories(index: Index, query: Query) -> list[Term]:
    """The territories that a query is limited to: the smallest kind of those that were chosen."""
    chosen = (query.filters.get(kind, ()) for kind in TERRITORIES)
    keys = next((keys for keys in chosen if keys), ())
    return [term for key in keys if (term := index.terms.get(key))]


def had_by_nobody(index: Index, query: Query, themes: Iterable[Term]) -> list[Term]:
    """The themes for which no service is there for people of the place of a query, of those its viewer may see.

    Examples, which are nobody, do not count.
    """
    helping = index.visible.to(query.viewer, query.today) - index.postings[EXAMPLE]
    if query.here:
        helping -= index.postings[LIMITED] - index.competent(query.here)
    if serves := query.filters.get("serves"):
        helping &= index.postings.any_of(serves)
    return [theme for theme in themes if index.postings[theme.key].isdisjoint(helping)]


def beyond(index: Index, query: Query) -> Query | None:
    """The query without its territory and radius, nearest first; None when it is not limited to any."""
    near = query.near if query.near and query.near.radius else _middle(index, query)
    if near is None:
        return None
    filters = {name: keys for name, keys in query.filters.items() if name not in TERRITORIES}
    return replace(query, filters=filters, near=replace(near, radius=None), sort=Sort.NEAREST)


def _middle(index: Index, query: Query) -> Near | None:
    """The middle of the territories of a query."""
    terms = territories(index, query)
    points = [term.point or centre(index, term) for term in terms]
    if not points:
        return None
    lats, lons = zip(*points, strict=True)
    names = ", ".join(term.name(query.language) for term in terms)
    return Near(names, sum(lats) / len(lats), sum(lons) / len(lons), is_area=True)
