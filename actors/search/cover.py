"""Several needs at once: the fewest places, within a walk, that together cover all of them.

A place is a point at which services are given. A combination is walkable when all its places lie within a walk of one
of them, or of the place that was searched near. Fewest places come first, then the shortest ways; the answer is exact:
for every place as the middle, the best cover of each set of needs is worked out for all middles at once. Only where
thousands of places come into question are those with one or two of the needs left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from pyroaring import BitMap

from actors.search.document import EXAMPLE
from actors.search.engine import Found
from actors.search.index import KNOWS_ALL_PLACES, Index
from actors.search.postings import members_of
from actors.search.query import Query
from zones.geometry import EARTH_RADIUS_M

WALK = 1_500  # metres: half an hour by the streets
NOT_SURE = 250  # metres that one would rather walk further than to go where it is not known whether there is room
MOST_NEEDS = 6
MOST_PLACES = 2_000  # looked at: with more of them in one region the exact answer takes seconds
ONE_PLACE = 1e6  # metres; no walk is worth another place
AT_ONCE = 256  # middles
A_WALK = np.array([0.0136, 0.0217])  # a little more than WALK, in degrees of latitude and of longitude in Brussels
A_SQUARE = 2 * A_WALK

LatLon = tuple[float, float]


@dataclass(frozen=True)
class Stop:
    """One place of a combination: the needs that it covers, in their order, each with the service to go to."""

    point: LatLon
    services: dict[str, int]


@dataclass
class Places:
    """Points with the set of needs that each covers, as bits, and metres by which each is less welcome.

    Of places that are equal otherwise the first one is taken.
    """

    points: np.ndarray  # degrees, a row of latitude and longitude per place
    masks: np.ndarray
    detours: np.ndarray

    def around(self, middles: np.ndarray) -> np.ndarray:
        """The positions of the places that may lie within a walk of one of these points."""
        inside = (self.points >= middles.min(axis=0) - A_WALK) & (self.points <= middles.max(axis=0) + A_WALK)
        return np.flatnonzero(inside.all(axis=1))


def metres(some: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Metres from each of some points to each of others, along a great circle."""
    lat_a, lon_a = np.radians(some).T[:, :, None]
    lat_b, lon_b = np.radians(others).T[:, None, :]
    chord = np.sin((lat_b - lat_a) / 2) ** 2 + np.cos(lat_a) * np.cos(lat_b) * np.sin((lon_b - lon_a) / 2) ** 2
    return np.rint(2 * EARTH_RADIUS_M * np.arcsin(np.sqrt(chord)))


def smallest(places: Places, needs: int, near: LatLon | None = None) -> list[int]:
    """The positions of the fewest places that cover all needs; none where no walk leads to all of them.

    Of equally many those around `near` come first, then those nearest to it, or to one another.
    """
    full = (1 << needs) - 1
    around = Choice(places, full, np.array([near])) if near else None
    among = [Choice(places, full, places.points[part], part) for part in _middles(places, full)]
    choices = (around, min(among, key=Choice.total, default=None))
    found = [choice for choice in choices if choice and np.isfinite(choice.total())]
    best = min(found, key=lambda choice: choice.total() // ONE_PLACE, default=None)
    return best.places() if best else []


def _middles(places: Places, full: int) -> Iterator[np.ndarray]:
    """Places that can be the middle, those of a few square kilometres at a time.

    Where one place covers everything, the most welcome of such places is all there is to find.
    """
    alone = np.flatnonzero(places.masks == full)
    useful = alone[[np.argmin(places.detours[alone])]] if len(alone) else np.flatnonzero(places.masks)
    squares = np.floor(places.points[useful] / A_SQUARE).astype(np.int64)
    _squares, square_of = np.unique(squares, axis=0, return_inverse=True)
    order = np.argsort(square_of.ravel(), kind="stable")
    for part in np.split(useful[order], np.flatnonzero(np.diff(square_of.ravel()[order])) + 1):
        yield from (part[first : first + AT_ONCE] for first in range(0, len(part), AT_ONCE))


class Choice:
    """The best cover around each of some middles, which are places themselves or points from outside."""

    def __init__(self, places: Places, full: int, middles: np.ndarray, positions: np.ndarray | None = None):
        self.full = full
        self.reach = places.around(middles)
        self.masks = places.masks[self.reach]
        self.own = None if positions is None else np.searchsorted(self.reach, positions)  # columns of the middles
        self.totals = np.full(len(middles), np.inf)
        if len(self.reach) and np.bitwise_or.reduce(self.masks) == full:
            walk = metres(middles, places.points[self.reach])
            self.costs = np.where(walk <= WALK, ONE_PLACE + walk + places.detours[self.reach], np.inf)
            self._cover()
        self.row = int(np.argmin(self.totals))

    def total(self) -> float:
        """What the best costs: places first, then metres; infinite where nothing covers all."""
        return float(self.totals[self.row])

    def _cover(self) -> None:
        """Per set of needs and middle: what covering it costs, and the set of the place to begin with."""
        self.columns = {int(mask): np.flatnonzero(self.masks == mask) for mask in np.unique(self.masks) if mask}
        price = {mask: self.costs[:, columns].min(axis=1) for mask, columns in self.columns.items()}
        nothing = np.full(len(self.costs), np.inf)
        cheapest, self.begin = [np.zeros(len(self.costs))], [nothing]
        for wanted in range(1, self.full + 1):
            helpful = [mask for mask in price if mask & wanted & -wanted]  # covers the first of them
            totals = np.array([price[mask] + cheapest[wanted & ~mask] for mask in helpful] or [nothing])
            cheapest.append(totals.min(axis=0))
            self.begin.append(np.array(helpful or [0])[totals.argmin(axis=0)])
        if self.own is None:
            self.totals = cheapest[self.full]
        else:  # the middle is one of the places in any case
            rows, left = np.arange(len(self.own)), self.full & ~self.masks[self.own]
            self.totals = np.array(cheapest)[left, rows] + self.costs[rows, self.own]

    def places(self) -> list[int]:
        """The positions of the places around the best middle."""
        found, wanted = [], self.full
        if self.own is not None:
            found.append(self.own[self.row])
            wanted &= ~int(self.masks[found[0]])
        while wanted:
            mask = int(self.begin[wanted][self.row])
            columns = self.columns[mask]
            found.append(columns[np.argmin(self.costs[self.row, columns])])
            wanted &= ~mask
        return [int(self.reach[column]) for column in found]


@dataclass(frozen=True)
class Plan:
    """The fewest places for several needs, and those of the needs that no walk leads to."""

    stops: list[Stop]
    needs: int = 0
    missing: tuple[str, ...] = ()


def plan(index: Index, query: Query, found: Found) -> Plan:
    """The fewest places of what was found that cover all needs that were asked for, else as many of them as any walk
    leads to. No places where a single service covers all: it stands first anyway."""
    needs = needs_of(index, query, found)
    if not 1 < len(needs) <= MOST_NEEDS:
        return Plan([])
    real = found.services - index.postings[EXAMPLE]
    given = [name for name, services in needs.items() if not services.isdisjoint(real)]
    for size in (len(given), len(given) - 1):  # the more are left out, the less it is a plan
        for some in combinations(given, size) if size > 1 else ():
            if stops := _cover(index, query, found, {name: needs[name] for name in some}):
                alone = len({pk for stop in stops for pk in stop.services.values()}) == 1
                return Plan([] if alone else stops, len(needs), tuple(name for name in needs if name not in some))
    return Plan([], len(needs), tuple(name for name in needs if name not in given))


def cover(index: Index, query: Query, found: Found) -> list[Stop]:
    """The places of the plan that covers all needs; none where there is no such plan."""
    best = plan(index, query, found)
    return [] if best.missing else best.stops


def _cover(index: Index, query: Query, found: Found, needs: dict[str, BitMap]) -> list[Stop]:
    """The fewest places that cover all these needs; none where no walk leads to all.

    Services that are known to be without room, withheld addresses and invented examples do not count.
    """
    room = index.room.at(query.moment, index.size)
    services = found.services - room.without_room - index.postings[EXAMPLE]
    bits = np.zeros(index.size, dtype=np.int64)
    for bit, of_need in enumerate(needs.values()):
        bits[members_of(of_need & services)] |= 1 << bit
    sure = np.zeros(index.size, dtype=np.int64)
    roomy = members_of(room.with_room & services)
    sure[roomy] = bits[roomy]
    rows = index.points.addresses(professional=query.viewer in KNOWS_ALL_PLACES)
    rows = rows[bits[index.points.pk[rows]] > 0]
    places, which = _places(index, query, found, rows, bits, sure)
    chosen = smallest(places, len(needs), _near(query)) if len(rows) else []
    return [_stop(places, place, index.points.pk[rows[which == place]], bits, sure, list(needs)) for place in chosen]


def needs_of(index: Index, query: Query, found: Found) -> dict[str, BitMap]:
    """The needs that a search asks for, by what they are called: in its words, else by its filters."""
    if named := found.match.named_needs:
        return named
    return {index.terms.get(key).name(query.language): index.postings[key] for key in query.wanted}


def _near(query: Query) -> LatLon | None:
    return (query.near.lat, query.near.lon) if query.near else None


def _places(index: Index, query: Query, found: Found, rows, bits, sure) -> tuple[Places, np.ndarray]:
    """The places of these rows of the index's points, the most welcome first, and which of them each row is."""
    pks, points = index.points.pk[rows], np.column_stack([index.points.lat[rows], index.points.lon[rows]])
    distinct, which = np.unique(points, axis=0, return_inverse=True)
    which = which.ravel()
    masks, certain = (np.zeros(len(distinct), dtype=np.int64) for _ in range(2))
    np.bitwise_or.at(masks, which, bits[pks])
    np.bitwise_or.at(certain, which, sure[pks])
    welcome = np.full(len(distinct), np.inf)
    if near := _near(query):
        welcome = metres(np.array([near]), distinct)[0]
        masks[welcome > (query.near.radius or np.inf)] = 0
    else:
        place_in_list = np.full(index.size, np.inf)
        place_in_list[found.pks] = range(len(found.pks))
        np.minimum.at(welcome, which, place_in_list[pks])
    order = _looked_at(masks, welcome)
    position = np.full(len(distinct), -1)
    position[order] = np.arange(len(order))
    unsure = np.where(masks & ~certain, NOT_SURE, 0)
    return Places(distinct[order], masks[order], unsure[order]), position[which]


def _looked_at(masks: np.ndarray, welcome: np.ndarray) -> np.ndarray:
    """Positions of the places in the order of preference; of very many, those that cover most needs."""
    order = np.argsort(welcome, kind="stable")
    if len(order) > MOST_PLACES:
        needs = sum(masks[order] >> bit & 1 for bit in range(MOST_NEEDS))
        order = order[np.sort(np.argsort(-needs, kind="stable")[:MOST_PLACES])]
    return order


def _stop(places: Places, place: int, pks: np.ndarray, bits: np.ndarray, sure: np.ndarray, needs: list[str]) -> Stop:
    """Of the services at a place, for each need one: with room rather than without word of it."""
    services = {}
    for bit, need in enumerate(needs):
        giving = [int(pk) for pk in pks if bits[pk] >> bit & 1]
        if giving:
            services[need] = min(giving, key=lambda pk: (not sure[pk], pk))
    lat, lon = places.points[place]
    return Stop((float(lat), float(lon)), services)
