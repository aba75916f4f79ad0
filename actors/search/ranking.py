"""In which order services stand, and why.

The criteria below are compared one after the other, the first that differs decides; all of them are whole numbers,
packed into one integer per service so that a hundred thousand are ordered in a millisecond.
"""

import numpy as np
from pyroaring import BitMap

from actors.enums import Serves
from actors.search.calendar import NOT_SOON
from actors.search.document import EXAMPLE, REACHED, speaks
from actors.search.index import KNOWS_ALL_PLACES, Index
from actors.search.marks import main_mark
from actors.search.meaning import CONDITION, Match, Members
from actors.search.points import FAR
from actors.search.postings import EMPTY
from actors.search.query import Query, Sort
from actors.search.room import State
from actors.search.words import LANGUAGES

# Criterion, largest value, reason.
CRITERIA = (
    ("real", 1, "an invented example never stands before a service that exists"),
    ("exact", 1, "somebody who types a name looks for that one"),
    (
        "needs",
        255,
        "of several needs at once, the place that covers most saves the most trips; then the first named",
    ),
    ("words", 31, "who typed three words means all three"),
    ("rarity", 127, "who misses a word had better miss the common one"),
    (
        "wished",
        15,
        "of the same need, who is known to meet the wish (a language, a dog, a day) stands before of whom it is not "
        "known, who does not after",
    ),
    (
        "kept",
        2,
        "of the same need, a listing that people keep stands before one of a register that nobody confirmed; both "
        "before what only speaks of it",
    ),
    (
        "strength",
        255,
        "a word in the name or theme is what a service is, one in the description what it mentions",
    ),
    ("for_them", 1, "who is for another group only stands after who is for the one that was typed, or for anyone"),
    ("for_people", 1, "who helps people stands before who supports professionals, unless that is what is asked"),
    ("pressing", 1, "of all that is under a need, leisure and staying healthy can wait"),
    ("reached", 1, "what has neither number nor mail nor page of its own, nobody can ask anything"),
    ("room", 5, "a referral to a full service is a lost trip; honesty about being full costs nothing"),
    ("competent", 1, "who works for the territory asked about stands before who is only nearer"),
    ("near", 5, "in steps, not metres: within ten minutes on foot all is equally near"),
    ("detail", 1023, "the same word in name, theme and summary says more than in one of them"),
    ("fresh", 3, "what was confirmed lately is more often true"),
    ("language", 2, "where the language of the page is spoken, no interpreter is needed; not known is not no"),
)
# A resident wants a door that opens today: what a text means says little where a pictogram was tapped.
RESIDENT_CRITERIA = (
    ("real", 1, "an invented example never stands before a service that exists"),
    ("needs", 255, "of several needs at once, the place that covers most saves the most trips"),
    ("reached", 1, "what has neither number nor mail nor page of its own, nobody can ask anything"),
    ("not_full", 1, "nobody is sent to a door that stays shut"),
    ("pressing", 1, "of all that is under a need, leisure and staying healthy can wait"),
    ("has_room", 1, "somebody said that there is room, and it still counts"),
    ("main", 1, "what a service is first of all stands before what it also does"),
    ("open", 1, "open now, or on the day that was asked for"),
    ("near", 5, "in steps, not metres: within ten minutes on foot all is equally near"),
    ("nearer", 511, "of the same step the nearer, where the person gave a place: nobody walks past a door"),
    ("fresh", 3, "what was confirmed lately is more often true"),
    ("language", 2, "where the language of the page is spoken, no interpreter is needed; not known is not no"),
)
BY_CRITERIA = {Sort.BEST, Sort.RESIDENT}
ANYONE = "target:anyone"
BROADER = {"target:deaf": "target:disabled", "target:blind": "target:disabled"}  # who is for these is for those, too
PROFESSIONAL = "professional"  # the need of those who help
MOST_NEEDS = 15  # that are counted at once
# Metres; without a place in the street a service is as far as can be.
NEAR_STEPS = np.array((500, 1_000, 2_000, 5_000, 10_000))
HUNDRED, FURTHEST = 100, 511  # metres, and how many hundreds are told apart
FRESH_DAYS = np.array((31, 183, 366))
BITS = {name: int(largest).bit_length() for name, largest, _reason in (*CRITERIA, *RESIDENT_CRITERIA)}


def rank(
    index: Index, query: Query, match: Match, found: BitMap, metres: np.ndarray | None, limit: int, offset: int
) -> list[int]:
    """The services of `found` from `offset` on, at most `limit`, in the order that the query asks for.

    `metres` to each of them, when the query measures from somewhere.
    """
    members = Members(found, index.size)
    pks = members.pks
    values = criteria(index, query, match, members)
    if metres is not None:
        values["near"] = len(NEAR_STEPS) - np.searchsorted(NEAR_STEPS, metres, side="left")
        if not query.near.is_area:
            values["nearer"] = FURTHEST - np.minimum(metres, FURTHEST * HUNDRED).astype(np.int64) // HUNDRED
    order = CRITERIA
    if query.sort is Sort.RESIDENT:
        order, values = RESIDENT_CRITERIA, {**values, **for_resident(index, query, members)}
    key = standing(index, query, order)[pks] | pack(values, len(pks), order)
    if query.sort is Sort.NEAREST and metres is not None:
        key = _first(-np.minimum(metres, FAR).astype(np.int64), key)
    elif query.sort is Sort.SOONEST:
        wait = index.calendar(query.viewer).soonest(query.begins, index.size)
        key = _first(NOT_SOON - wait[pks], key)
    elif query.sort is Sort.RECENT:
        key = _first(index.confirmed_days[pks], key)
    if query.open_on and query.unsure_too:
        key = _first(members.having(_open_then(index, query)), key)
    if (query.open_on or query.sort not in BY_CRITERIA) and found.intersect(index.postings[EXAMPLE]):
        key = _first(1 - members.having(index.postings[EXAMPLE]), key)  # in no order before what exists
    best = _order(key, index.name_ranks[query.language][pks], limit + offset)
    return pks[best[offset:]].tolist()


def criteria(index: Index, query: Query, match: Match, members: Members) -> dict[str, np.ndarray]:
    """The value of every member for every criterion that what was asked says something of."""
    values = {}
    if match.groups:
        values |= match.strengths(members)
    if match.exact:
        # "Apotheek" is what a register calls every pharmacy: where needs alone are typed, that is nobody's name.
        only_needs = all(group.is_need for group in match.groups)
        values["exact"] = members.having(match.exact - index.visible.unconfirmed if only_needs else match.exact)
    if (asked := match.asked_for(index)) is not None:
        named = members.having(asked | match.named_by_words)
        values["kept"] = 2 * named - named * members.having(index.visible.unconfirmed)
    if match.conditions:
        values["wished"] = wished(match, asked, members)
    if match.groups and not _asks_for_professionals(match):
        values["for_people"] = 1 - members.having(index.postings[f"serves:{Serves.PROFESSIONALS}"])
    if (others := _only_for_others(index, match)) is not None:
        values["for_them"] = 1 - members.having(others)
    if query.here:
        values["competent"] = members.having(index.competent(query.here))
    if needs := match.needs or wanted(index, query):
        values["needs"] = covered(needs, members)
    if query.wanted and not any(key.startswith("theme:") for key in query.wanted):
        values["pressing"] = 1 - members.having(waiting(index))
    return values


def wished(match: Match, asked: BitMap | None, members: Members) -> np.ndarray:
    """Of what has the need that is asked for: two for each condition that it is known to meet, one where nobody
    knows."""
    met = members.zeros()
    for group in match.conditions:
        met += 2 * members.having(group.found.get(CONDITION, EMPTY)) + members.having(group.unknown)
    return met if asked is None else met * members.having(asked)


def _only_for_others(index: Index, match: Match) -> BitMap | None:
    """The services that are for some groups, none of them typed: who is deaf is not sent to who helps the blind. None
    where nobody said for whom."""
    typed = {term.key for group in match.groups for term in group.terms if term.kind == "target"}
    if not typed:
        return None
    every = {term.key for term in index.terms["target"].values()}
    broader = {BROADER[key] for key in typed & BROADER.keys()}
    return index.postings.any_of(every) - index.postings.any_of({*typed, *broader, ANYONE})


def _asks_for_professionals(match: Match) -> bool:
    """Whether the text names what supports professionals, or says that it is for them."""
    terms = [term for group in match.groups for term in group.terms]
    return any(term.parent == PROFESSIONAL or term.code in (PROFESSIONAL, "professionals") for term in terms)


def waiting(index: Index) -> BitMap:
    """The services that are first of all something that can wait."""
    themes = (theme.code for theme in index.terms["theme"].values() if "waits" in theme.marks)
    return index.postings.any_of(map(main_mark, themes))


def covered(needs: list[BitMap], members: Members) -> np.ndarray:
    """How many of several needs each member covers; of as many, who covers the one that was named first."""
    count, first = members.zeros(), members.zeros()
    for number, services in enumerate(needs[:MOST_NEEDS]):
        having = members.having(services)
        first = np.maximum(first, having * (MOST_NEEDS - number))
        count += having
    return np.where(count, (count - 1) * (MOST_NEEDS + 1) + first, 0)


def standing(index: Index, query: Query, order: tuple) -> np.ndarray:
    """The part of the key that is the same whatever is asked, of every service: worked out once for a day, a language
    and a state of the index and of room."""
    room = index.room.at(query.moment, index.size)
    what, facts = ("standing", order is CRITERIA, query.language), (query.today, room.start)
    return index.remembered(what, facts, lambda: _standing(index, query, order, room))


def _standing(index: Index, query: Query, order: tuple, room: State) -> np.ndarray:
    every = Members(index.all, index.size)
    values = {
        "real": 1 - every.having(index.postings[EXAMPLE]),
        "room": room.tiers[every.pks],
        "not_full": 1 - every.having(room.full),
        "has_room": every.having(room.with_room),
        "fresh": fresh(index.confirmed_days[every.pks], query.today.toordinal()),
        "reached": every.having(index.postings[REACHED]),
        "language": spoken(index, query.language, every),
    }
    keys = np.zeros(index.size, dtype=np.int64)
    keys[every.pks] = pack(values, len(every.pks), order)
    return keys


def spoken(index: Index, language: str, every: Members) -> np.ndarray:
    """2 where a language of the site is spoken, 1 where nobody told, 0 where another one is."""
    others = BitMap.union(BitMap(), *(index.postings[speaks(other)] for other in LANGUAGES if other != language))
    return np.where(every.having(index.postings[speaks(language)]), 2, 1 - every.having(others))


def for_resident(index: Index, query: Query, members: Members) -> dict[str, np.ndarray]:
    """The values of the criteria that only residents' pages compare, but for room."""
    themes = [code for key in query.wanted for code in _themes_of(index, key)]
    holds = {
        "main": BitMap.union(BitMap(), *(index.postings[main_mark(code)] for code in themes)),
        "open": _open_then(index, query),
    }
    return {name: members.having(services) for name, services in holds.items()}


def _open_then(index: Index, query: Query) -> BitMap:
    """What is surely open on the day that was asked for, else now."""
    calendar = index.calendar(query.viewer)
    return calendar.open_on(query.open_on, query.now) if query.open_on else calendar.open_at(query.now)


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


def distances(index: Index, query: Query, pks: np.ndarray) -> np.ndarray:
    """Metres from where the query measures to the nearest place of each of these services."""
    near, professional = query.near, query.viewer in KNOWS_ALL_PLACES  # a radius of 0 is none
    return index.points.distances(
        near.lat, near.lon, near.radius or None, pks, professional=professional, size=index.size
    )


def pack(values: dict[str, np.ndarray], members: int, order: tuple) -> np.ndarray:
    """One integer per member: the criteria side by side, the first in the highest bits; 0 for what says nothing."""
    key, shift = np.zeros(members, dtype=np.int64), 0
    for name, largest, _reason in reversed(order):
        if name in values:
            key |= np.minimum(values[name], largest) << shift
        shift += BITS[name]
    return key


def _first(criterion: np.ndarray, key: np.ndarray) -> np.ndarray:
    """A key in which another criterion comes first: ranks, so that both fit into one integer."""
    ranks, rest = (np.unique(values, return_inverse=True)[1].astype(np.int64) for values in (criterion, key))
    return ranks * len(key) + rest


def _order(key: np.ndarray, name_rank: np.ndarray, wanted: int) -> np.ndarray:
    """Positions of the best `wanted` keys, the highest first; of equal ones the first name first."""
    if len(key) > wanted:
        threshold = np.partition(key, len(key) - wanted)[len(key) - wanted]
        candidates = np.flatnonzero(key >= threshold)
    else:
        candidates = np.arange(len(key))
    order = np.lexsort((name_rank[candidates], -key[candidates]))
    return candidates[order[:wanted]]
