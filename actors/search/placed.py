"""A place in the first box: "douche molenbeek" asks for a shower near Molenbeek.

The place stays a word as well: "CPAS Uccle" is an organisation, and what bears the name of the place in its own stands
before what is only near.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from functools import cached_property

import numpy as np
from pyroaring import BitMap

from actors.search.document import AROUND, PLACE
from actors.search.index import KNOWS_ALL_PLACES, Index
from actors.search.lexicon import lexicon
from actors.search.matching import Matcher
from actors.search.meaning import FEW, Group, Match, Members
from actors.search.postings import EMPTY, bitmap_of, members_of
from actors.search.query import RADIUS, Placed, Query
from actors.search.words import STOP_WORDS, WORD, fold, phrase_key, words
from zones.gazetteer import Kind, Place
from zones.gazetteer.typed import FILLERS

LONGEST_NAME = 5  # words
MOST_WORDS = 12
ELIDED = re.compile(r"\b([dl])['’](?=\w)", re.IGNORECASE)
LEADING = frozenset("in te naar bij uit van a au aux en d de du chez pres near at".split())  # words before a place
WELL_KNOWN = {Kind.MUNICIPALITY, Kind.QUARTER}


def placed(index: Index, text: str) -> Placed | None:
    """The place that a text names beside something else; None: there is none, or all of it is called so.

    A place alone stays a text: it finds what bears its name, and what is in it.
    """
    parts = ELIDED.sub(r"\1 ", text).split()
    if not 1 < len(parts) <= MOST_WORDS or phrase_key(text) in index.terms.by_phrase:
        return None
    for before, place, after in _splits(parts):
        rest = _asked(before) if not after else _asked(before + after)
        if rest and (places := _places(index, place, is_between=bool(before and after))):
            holding = dict.fromkeys(key for place in places for key in index.terms.holding(place))
            return Placed(rest, " ".join(place), tuple(place.point for place in places), tuple(holding))
    return None


def _splits(parts: list[str]) -> Iterator[tuple[list[str], list[str], list[str]]]:
    """What is before the place, the place, and what is after it: the longest names first, at the end before at the
    beginning before between other words, where a word that leads to a place must stand before it."""
    for size in range(min(LONGEST_NAME, len(parts) - 1), 0, -1):
        yield parts[:-size], parts[-size:], []
        yield [], parts[:size], parts[size:]
        for start in range(len(parts) - size - 1, 0, -1):
            if fold(parts[start - 1]) in LEADING:
                yield parts[:start], parts[start : start + size], parts[start + size :]


def _places(index: Index, parts: list[str], *, is_between: bool) -> list[Place]:
    """The places of which these words are the whole name; with a stop word around it they are more than that.

    "Centrum" is in the names of half of the organisations. Between other words only what everybody calls so is a
    place: many names of neighbourhoods and stations are ordinary words.
    """
    name = " ".join(parts).rstrip(",;.:!?")
    if {fold(parts[0]), fold(parts[-1])} & STOP_WORDS or set(words(name)) <= FILLERS:
        return []
    found = index.terms.gazetteer.territory(name)
    if not is_between:
        return found
    return found if all(place.kind in WELL_KNOWN for place in found) and not _is_ordinary(name, found) else []


def _is_ordinary(name: str, found: list[Place]) -> bool:
    """Whether a quarter is called by one word that means something else, too: "à midi"."""
    typed = words(name)
    return len(typed) == 1 and typed[0] in lexicon() and any(place.kind is Kind.QUARTER for place in found)


def _asked(parts: list[str]) -> str:
    """What is asked there, without the "in" before the place; empty when only stop words are."""
    while parts and fold(parts[-1]) in STOP_WORDS:
        parts = parts[:-1]
    return " ".join(parts) if any(WORD.search(fold(part)) and fold(part) not in STOP_WORDS for part in parts) else ""


def match_placed(matcher: Matcher, query: Query) -> Match:
    """What a text with a place in it means: the rest, and the place as a word or as what is near."""
    words_only = matcher.match(query.text, language=query.language)
    if words_only.refused:  # the way out of a refusal is not bound to a place
        return words_only
    groups = [replace(group, found=dict(group.found)) for group in words_only.groups]
    there = set(words(query.placed.where))
    of_place = [group for group in groups if there.issuperset(words(group.text))]
    others = [group for group in groups if group not in of_place]
    rest = Match(others, is_blank=not others)
    nearby, doors = _near(matcher.index, query)
    near = nearby & rest.mentioned(matcher.index.all)
    doors = doors.union(*(group.found.get(PLACE, EMPTY) for group in of_place))
    for group in of_place:
        group.found[AROUND] = group.found.get(AROUND, BitMap()) | near
    said = {one.name: getattr(words_only, one.name) for one in fields(Match) if one.name != "groups"}
    return PlacedMatch(groups, **said, of_place=of_place, words_only=words_only, doors=doors)


@dataclass
class PlacedMatch(Match):
    """A text with a place in it: what has all of it, the place as a word or near it."""

    of_place: list[Group] = field(default_factory=list)  # the groups that are the place
    words_only: Match | None = None
    doors: BitMap = field(default_factory=BitMap)  # services with a door near the place, or in a street of its name

    @cached_property
    def deciding(self) -> list[Group]:
        """Who names a place means it, however much lies near it."""
        others = [group for group in self.groups if group not in self.of_place]
        named = [group for group in others if group.is_decisive(self.all_services)]
        return [*(named or others), *self.of_place]

    def services_in(self, base: BitMap) -> BitMap:
        """What is meant near the place, and what is meant by the words alone. Where few have a door there, what is
        meant wherever it is follows."""
        found = super().services_in(base) | self.words_only.services_in(base)
        others = [group for group in self.groups if group not in self.of_place]
        if self.lacking and not any(group.real and group.terms for group in others):
            asked = self.instead & base  # who can say where to go, near the place where there are such
            return (asked & self.doors) or asked
        if len((found & self.doors) - self.invented) >= FEW or not any(group.is_need for group in others):
            return found
        anywhere = Match(others, is_blank=False, all_services=self.all_services, invented=self.invented)
        return found | anywhere.services_in(base)

    def strengths(self, among: Members) -> dict[str, np.ndarray]:
        """As the words alone speak: being near is a criterion of its own."""
        return self.words_only.strengths(among)


def _near(index: Index, query: Query) -> tuple[BitMap, BitMap]:
    """What lies near one of the places or is given at a distance; what of it has its door there."""
    pks, near, doors = members_of(index.all), BitMap(), BitMap()
    for lat, lon in query.placed.points:
        professional = query.viewer in KNOWS_ALL_PLACES
        metres = index.points.distances(lat, lon, RADIUS, pks, professional=professional, size=index.size)
        near |= bitmap_of(pks[(metres <= RADIUS) | np.isinf(metres)])
        doors |= bitmap_of(pks[metres <= RADIUS])
    return near, doors
