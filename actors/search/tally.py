"""Counting filter values: how many services of a set have each of the four hundred.

Of a large set by its bitmap with that of every value; of a small one, which most are, by looking at the fifteen that
each of its services has.
"""

from collections.abc import Iterable, Iterator, Mapping

import numpy as np
from pyroaring import BitMap

from actors.search import facets
from actors.search.postings import members_of
from actors.search.terms import Terms

STEP = 8  # values by which rows are made longer

# What counting by rows costs, where comparing two bitmaps is one: to begin with, and for each service.
SET_UP, ROW = 30, 0.5


def cost(services: int) -> float:
    """What it costs to count so many services here; comparing their bitmap with that of every value costs the number
    of values."""
    return SET_UP + ROW * services


class Counts(Mapping):
    """How many services have each value of a filter."""

    __slots__ = ("_counts", "_positions")

    def __init__(self, positions: dict[str, int], counts: list[int]):
        """`positions`: of the values, in the order in which people see them, in the list of counts."""
        self._positions, self._counts = positions, counts

    def __getitem__(self, key: str) -> int:
        return self._counts[self._positions[key]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._positions)

    def __len__(self) -> int:
        return len(self._positions)


class Tally:
    """The filter values of every service, as numbers."""

    def __init__(self, terms: Terms):
        self._positions: dict[str, dict[str, int]] = {}  # filter: its values, with their places in it
        self._numbers_of: dict[str, slice] = {}  # of the values of a filter, which follow each other
        self._number: dict[str, int] = {}
        for name in facets.FILTERS:
            keys, first = facets.keys(terms, name), len(self._number)
            self._positions[name] = {key: position for position, key in enumerate(keys)}
            self._numbers_of[name] = slice(first, first + len(keys))
            self._number |= {key: first + position for position, key in enumerate(keys)}
        self._none = len(self._number)  # fills up rows
        self._rows = np.full((0, STEP), self._none, dtype=np.uint16)  # of a primary key, the values of that service
        self._more: dict[int, bytes] = {}  # those that it has for who knows all places
        self._with_more = BitMap()

    def put(self, pk: int, public: set[str], professional: set[str]) -> None:
        """Give a service its values, in place of those that it had; some are for professionals only."""
        self.remove(pk)
        numbers, more = self._numbers(public), self._numbers(professional - public)
        self._make_room(pk, len(numbers))
        self._rows[pk, : len(numbers)] = numbers
        if more:
            self._more[pk] = np.array(more, dtype=np.uint16).tobytes()
            self._with_more.add(pk)

    def remove(self, pk: int) -> None:
        """Forget a service."""
        if pk < len(self._rows):
            self._rows[pk] = self._none
        self._more.pop(pk, None)
        self._with_more.discard(pk)

    def _make_room(self, pk: int, values: int) -> None:
        """Rows up to this one, of a third more than that at a time; columns for so many values."""
        length, width = self._rows.shape
        rows, columns = max(0, pk + 1 - length), max(0, values - width)
        if rows or columns:
            rows += rows and (pk + 1) // 3
            wider = ((0, rows), (0, -(-columns // STEP) * STEP))
            self._rows = np.pad(self._rows, wider, constant_values=self._none)

    def _numbers(self, keys: Iterable[str]) -> list[int]:
        return sorted(self._number[key] for key in keys if key in self._number)

    def count(self, services: BitMap, names: Iterable[str], *, knows_all: bool) -> dict[str, Counts]:
        """Per filter and value, how many of these services have it."""
        numbers = self._rows[members_of(services)].ravel()
        if knows_all and (more := services & self._with_more):
            found = b"".join(map(self._more.__getitem__, more))
            numbers = np.concatenate((numbers, np.frombuffer(found, dtype=np.uint16)))
        counts = np.bincount(numbers, minlength=self._none).tolist()
        return {name: self.of(name, counts[self._numbers_of[name]]) for name in names}

    def __getstate__(self) -> dict:
        return {**self.__dict__, "_rows": (self._rows.shape, self._rows.tobytes())}

    def __setstate__(self, state: dict) -> None:
        self.__dict__ = state
        shape, content = state["_rows"]
        self._rows = np.frombuffer(bytearray(content), dtype=np.uint16).reshape(shape)

    def of(self, name: str, counts: list[int]) -> Counts:
        """The counts of the values of one filter, in their order."""
        return Counts(self._positions[name], counts)

    def keys(self, name: str) -> Iterable[str]:
        """The values of a filter, in their order."""
        return self._positions[name].keys()
