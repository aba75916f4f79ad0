"""The one search: set algebra over bitmaps, then ranking of what is left.

visible to this viewer  &  every filter  &  what the text means   ->  ranked, counted per filter value
"""

from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np
from django.utils.functional import cached_property
from pyroaring import BitMap

from actors.search.calendar import Calendar
from actors.search.document import EXAMPLE, LIMITED
from actors.search.facets import FILTERS
from actors.search.index import KNOWS_ALL_PLACES, Index
from actors.search.matching import Matcher
from actors.search.meaning import Match
from actors.search.placed import match_placed
from actors.search.postings import EMPTY, bitmap_of, members_of
from actors.search.query import ALL_OF, ANY_OF, PAGE, RADIUS, Query
from actors.search.ranking import distances, rank


@dataclass
class Found:
    """What a search found: how many, one page of them in order, and how they were found."""

    total: int
    pks: list[int]
    match: Match
    services: BitMap
    facets: dict[str, dict[str, int]] = field(default_factory=dict)
    left_out: int = 0  # services that are only for people of other territories than the one asked about
    further: int = 0  # services that exist and fit as well, or better, beyond the radius


class Engine:
    """Answers queries from one state of the index."""

    def __init__(self, index: Index):
        self.index = index
        self.matcher = Matcher(index)

    def search(self, query: Query, *, limit: int = PAGE, offset: int = 0, counts: bool = True) -> Found:
        """One page of what a query finds, and (with `counts`) how many per filter value."""
        asking = Asking(self.index, query, self._match(query))
        pks = rank(self.index, query, asking.match, asking.services, asking.metres, limit, offset)
        found = Found(len(asking.services), pks, asking.match, asking.services)
        if counts:
            found.facets, found.left_out, found.further = asking.facets(), len(asking.left_out), len(asking.further)
        return found

    def count(self, query: Query, match: Match | None = None) -> int:
        """How many services that exist a query finds; `match`, where its words were read already, at the same place."""
        asking = Asking(self.index, query, match or self._match(query))
        return asking.services.difference_cardinality(self.index.postings[EXAMPLE])

    def _match(self, query: Query) -> Match:
        matcher = self.matcher.for_viewer(query.viewer, query.today)
        if query.placed:
            return match_placed(matcher, query)
        return matcher.match(query.text, literal=query.literal, language=query.language)


class Asking:
    """One query on its way through the index."""

    def __init__(self, index: Index, query: Query, match: Match):
        self.index, self.query, self.match = index, query, match

    @cached_property
    def visible(self) -> BitMap:
        return self.index.visible.to(self.query.viewer, self.query.today)

    @cached_property
    def candidates(self) -> BitMap:
        """What can be found at all, however the filters are set: all that follows works on these few."""
        return self.match.mentioned(self.visible)

    @cached_property
    def parts(self) -> dict[str, BitMap]:
        """What each filter of the query lets through; a filter that is not set is not in it."""
        query = self.query
        parts = {
            name: self._facet(keys[0]) if len(keys) == 1 else BitMap.union(*map(self._facet, keys))
            for name, keys in query.filters.items()
            if keys and name in ANY_OF
        }
        for name in ALL_OF:
            for key in query.filters.get(name, ()):
                parts[key] = self._facet(key)
        if query.has_room:
            parts["has_room"] = self._with_room()
        if query.open_at:
            parts["open_at"] = self._unknown_at if query.hours_unknown else self._calendar.open_at(query.open_at)
        if query.open_on:
            parts["open_on"] = self._open_on(query.open_on)
        if query.here:
            parts["here"] = self.index.all - self._only_for_people_elsewhere()
        if query.box:
            rows = self.index.points.drawn_within(query.box, professional=query.viewer in KNOWS_ALL_PLACES)
            parts["box"] = bitmap_of(np.unique(self.index.points.pk[rows]))
        if query.near and query.near.radius and not self.match.refused:  # a way out is worth any way
            parts["near"] = self._within_radius()
        return parts

    @cached_property
    def services(self) -> BitMap:
        """What the query finds."""
        return self._found_with(self.parts)

    def _found_with(self, parts: dict[str, BitMap]) -> BitMap:
        """What is meant of what these filters let through; and of what is asked for and nobody within the usual radius
        has, who has it beyond. So too where there is nothing within it to go to."""
        found = self.match.services_in(self._through(parts))
        if "near" not in parts or self.query.near.radius != RADIUS:
            return found
        met, can_go = found - self.match.invented, found.intersect(self._in_reach - self.match.invented)
        lacking = [group.services for group in self.match.deciding if group.services.isdisjoint(met)]
        if can_go and not any(lacking):
            return found
        wider = self._through(_without(parts, "near")) - self.match.invented
        having = BitMap.union(BitMap(), *lacking) & wider
        return found | self.match.services_in(having if having or can_go else wider)

    def _through(self, parts: dict[str, BitMap]) -> BitMap:
        """What these filters let through of the candidates."""
        return BitMap.intersection(self.candidates, *parts.values())

    def _facet(self, key: str) -> BitMap:
        return self.index.with_facet(key, self.query.viewer)

    def _with_room(self) -> BitMap:
        return self.index.room.at(self.query.moment, self.index.size).with_room

    @property
    def _calendar(self) -> Calendar:
        return self.index.calendar(self.query.viewer)

    @property
    def _unknown_at(self) -> BitMap:
        """Of what nobody knows whether it is open at the moment that was asked for."""
        return self._calendar.unknown_at(self.query.open_at)

    def _open_on(self, day: date) -> BitMap:
        """What is open at some time of a day; that of which nobody knows it instead, or as well."""
        if self.query.hours_unknown:
            return self._calendar.unknown_on(day, self.query.now)
        found = self._calendar.open_on(day, self.query.now)
        return found | self._calendar.unknown_on(day, self.query.now) if self.query.unsure_too else found

    def _only_for_people_elsewhere(self) -> BitMap:
        """Services only for people of territories that do not hold the place; a name that is typed is no matter of
        territory."""
        return self.index.postings[LIMITED] - self.index.competent(self.query.here) - self.match.exact

    @property
    def left_out(self) -> BitMap:
        """What would be found, were it not for people from elsewhere only."""
        return self._base_without("here") - self.services

    @property
    def further(self) -> BitMap:
        """What exists and would be found, were it not for the radius."""
        return self._base_without("near") - self.services - self.match.invented

    @cached_property
    def _measured(self) -> tuple[np.ndarray, np.ndarray]:
        """What is measured: the candidates for a radius, else only what was found. Primary keys and metres."""
        pks = members_of(self.candidates if self.query.near.radius else self.services)
        return pks, distances(self.index, self.query, pks)

    @cached_property
    def _in_reach(self) -> BitMap:
        """What has a place within the radius."""
        pks, metres = self._measured
        return bitmap_of(pks[metres <= self.query.near.radius])

    @property
    def metres(self) -> np.ndarray | None:
        """Metres to each service that was found, when the query measures from somewhere."""
        if self.query.near is None:
            return None
        if self.query.near.radius and not self.services <= self.parts.get("near", EMPTY):  # not measured so far
            everywhere = replace(self.query, near=replace(self.query.near, radius=None))
            return distances(self.index, everywhere, members_of(self.services))
        pks, metres = self._measured
        return metres[np.searchsorted(pks, members_of(self.services))]

    def _within_radius(self) -> BitMap:
        """What lies near enough, what works for the place, however far its door is, and what is given at a distance: by
        telephone, online, at people's homes."""
        pks, metres = self._measured
        near = self._in_reach | bitmap_of(pks[np.isinf(metres)])
        near |= self.index.competent(self.query.here) & self.candidates
        within = self.query.near.within
        return near | self._facet(within) & self.candidates if within else near

    def facets(self) -> dict[str, dict[str, int]]:
        """Per filter, how many services that exist each value would find under the other filters."""
        index, viewer = self.index, self.query.viewer
        invented = index.postings[EXAMPLE]
        free = [name for name in FILTERS if name not in self.parts]
        counts = index.counts(self.services - invented, viewer, free)
        for name in FILTERS:
            if name in self.parts:
                counts |= index.counts(self._base_without(name) - invented, viewer, [name])
        room = (self._base_without("has_room") - invented).intersection_cardinality(self._with_room())
        opened = (self._at_any_time() - invented).intersection_cardinality(self._calendar.open_at(self.query.now))
        return {**counts, "has_room": {"yes": room}, "open_at": {"yes": opened}}

    def _at_any_time(self) -> BitMap:
        """What the query finds when no hours are asked for; then there has to be room now, and at no other moment."""
        if not (self.query.open_at or self.query.open_on):
            return self.services
        return Asking(self.index, self.query.without("open_at").without("open_on"), self.match).services

    def _base_without(self, name: str) -> BitMap:
        """What the query finds when one of its filters is not set."""
        if name not in self.parts:
            return self.services
        return self._found_with(_without(self.parts, name))


def _without(parts: dict[str, BitMap], name: str) -> dict[str, BitMap]:
    return {other: part for other, part in parts.items() if other != name}
