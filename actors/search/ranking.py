"""In which order services stand, and why.

The criteria below are compared one after the other, the first that differs decides; all of them are whole numbers,
packed into one integer per service so that a hundred thousand are ordered in a millisecond.
"""

from dataclasses import dataclass

import numpy as np
from pyroaring import BitMap

from actors.search.calendar import NOT_SOON
from actors.search.document import EXAMPLE
from actors.search.index import KNOWS_ALL_PLACES, Index, main_mark
from actors.search.meaning import Match, members_of
from actors.search.points import FAR
from actors.search.query import Query, Sort

# Criterion, largest value, reason.
CRITERIA = (
    ("real", 1, "an invented example never stands before a service that exists"),
    ("needs", 15, "of several needs at once, the place that covers most saves the most trips"),
    ("words", 31, "who typed three words means all three"),
    ("rarity", 127, "who misses a word had better miss the common one"),
    ("exact", 1, "somebody who types a name looks for that one"),
    (
        "strength",
        127,
        "a word in the name or theme is what a service is, one in the description what it mentions",
    ),
    ("room", 5, "a referral to a full service is a lost trip; honesty about being full costs nothing"),
    ("near", 5, "in steps, not metres: within five minutes on foot all is equally near"),
    ("detail", 1023, "the same word in name, theme and summary says more than in one of them"),
    ("fresh", 3, "what was confirmed lately is more often true"),
    ("language", 1, "where the language of the page is spoken, no interpreter is needed"),
)
# A resident wants a door that opens today: what a text means says little where a pictogram was tapped.
RESIDENT_CRITERIA = (
    ("real", 1, "an invented example never stands before a service that exists"),
    ("needs", 15, "of several needs at once, the place that covers most saves the most trips"),
    ("not_full", 1, "nobody is sent to a door that stays shut"),
    ("has_room", 1, "somebody said that there is room, and it still counts"),
    ("main", 1, "what a service is first of all stands before what it also does"),
    ("open", 1, "open now"),
    ("near", 5, "in steps, not metres: within five minutes on foot all is equally near"),
    ("fresh", 3, "what was confirmed lately is more often true"),
    ("language", 1, "where the language of the page is spoken, no interpreter is needed"),
)
NEAR_STEPS = (
    500,
    1_000,
    2_000,
    5_000,
    10_000,
)  # metres; without a place in the street a service is as far as can be
FRESH_DAYS = (31, 183, 366)
BITS = {name: int(largest).bit_length() for name, largest, _reason in (*CRITERIA, *RESIDENT_CRITERIA)}


@dataclass
class Ranked:
    """Services in order, with what they were ordered by (arrays with a slot per service)."""

    pks: list[int]
    values: dict[str, np.ndarray]
    metres: np.ndarray | None
    wait: np.ndarray | None


def rank(index: Index, query: Query, match: Match, found: BitMap, limit: int, offset: int) -> Ranked:
    """The services of `found` from `offset` on, at most `limit`, in the order that the query asks for."""
    values = criteria(index, query, match, found)
    metres = distances(index, query)
    wait = None
    members = members_of(found)
    if metres is not None:
        values["near"] = np.zeros(index.size, dtype=np.int64)
        values["near"][members] = len(NEAR_STEPS) - np.searchsorted(NEAR_STEPS, metres[members], side="left")
    if query.sort is Sort.RESIDENT:
        values |= for_resident(index, query, found)
        key = pack(values, members, RESIDENT_CRITERIA)
    else:
        key = pack(values, members)
    if query.sort is Sort.NEAREST and metres is not None:
        key = _first(-np.minimum(metres[members], FAR).astype(np.int64), key)
    elif query.sort is Sort.SOONEST:
        wait = index.calendar(query.viewer).soonest(query.open_at or query.now, index.size)
        key = _first(NOT_SOON - wait[members], key)
    elif query.sort is Sort.RECENT:
        key = _first(index.confirmed_days[members], key)
    order = _order(key, index.name_ranks[query.language][members], limit + offset)
    return Ranked([int(pk) for pk in members[order[offset:]]], values, metres, wait)


def criteria(index: Index, query: Query, match: Match, found: BitMap) -> dict[str, np.ndarray]:
    """The value of every service for every criterion that says something here."""
    size = index.size
    values = {}
    if match.groups:
        values |= match.strengths(found, size, len(index))
        values["exact"] = np.zeros(size, dtype=np.int64)
        values["exact"][members_of(match.exact & found)] = 1
    if needs := match.needs or wanted(index, query):
        values["needs"] = np.zeros(size, dtype=np.int64)
        for services in needs:
            values["needs"][members_of(services & found)] += 1
    values["real"] = np.ones(size, dtype=np.int64)
    values["real"][members_of(index.postings[EXAMPLE])] = 0
    values["room"] = index.room.at(query.now.timestamp(), size).tiers
    members = members_of(found)
    values["fresh"] = np.zeros(size, dtype=np.int64)
    values["fresh"][members] = fresh(index.confirmed_days[members], query.today.toordinal())
    values["language"] = np.zeros(size, dtype=np.int64)
    values["language"][members_of(index.postings[f"language:{query.language}"] & found)] = 1
    return values


def for_resident(index: Index, query: Query, found: BitMap) -> dict[str, np.ndarray]:
    """The values of the criteria that only residents' pages compare."""
    room = index.room.at(query.now.timestamp(), index.size)
    themes = [term for key in query.wanted for term in _themes_of(index, key)]
    holds = {
        "not_full": found - room.full,
        "has_room": found & room.with_room,
        "main": BitMap.union(BitMap(), *(index.postings[main_mark(code)] for code in themes)) & found,
        "open": index.calendar(query.viewer).open_at(query.now) & found,
    }
    values = {}
    for name, services in holds.items():
        values[name] = np.zeros(index.size, dtype=np.int64)
        values[name][members_of(services)] = 1
    return values


def _themes_of(index: Index, key: str) -> list[str]:
    """The codes of the themes of a need, or of the one theme that a key names."""
    kind, _, code = key.partition(":")
    return [theme.code for theme in index.terms.themes_of(code)] if kind == "need" else [code]


def wanted(index: Index, query: Query) -> list[BitMap]:
    """The services of each need or theme that was chosen, when there are several."""
    return [index.postings[key] for key in query.wanted] if len(query.wanted) > 1 else []


def fresh(confirmed: np.ndarray, today: int) -> np.ndarray:
    """3 for confirmed in the last month, 2 half a year, 1 a year, 0 before or never."""
    return len(FRESH_DAYS) - np.searchsorted(FRESH_DAYS, today - confirmed, side="left")


def distances(index: Index, query: Query) -> np.ndarray | None:
    """Metres to the nearest place of each service, when the query measures from somewhere."""
    if query.near is None:
        return None
    near, professional = query.near, query.viewer in KNOWS_ALL_PLACES  # a radius of 0 is none
    return index.points.distances(near.lat, near.lon, near.radius or None, professional=professional, size=index.size)


def pack(values: dict[str, np.ndarray], members: np.ndarray, order: tuple = CRITERIA) -> np.ndarray:
    """One integer per member: the criteria side by side, the first in the highest bits."""
    key = np.zeros(len(members), dtype=np.int64)
    for name, largest, _reason in order:
        key <<= BITS[name]
        if name in values:
            key |= np.minimum(values[name][members], largest)
    return key


def _first(criterion: np.ndarray, key: np.ndarray) -> np.ndarray:
    """A key in which another criterion comes first: ranks, so that both fit into one integer."""
    _distinct, ranks = np.unique(criterion, return_inverse=True)
    return (ranks.astype(np.int64) << sum(BITS.values())) | key


def _order(key: np.ndarray, name_rank: np.ndarray, wanted: int) -> np.ndarray:
    """Positions of the best `wanted` keys, the highest first; of equal ones the first name first."""
    if len(key) > wanted:
        threshold = np.partition(key, len(key) - wanted)[len(key) - wanted]
        candidates = np.flatnonzero(key >= threshold)
    else:
        candidates = np.arange(len(key))
    order = np.lexsort((name_rank[candidates], -key[candidates]))
    return candidates[order[:wanted]]
