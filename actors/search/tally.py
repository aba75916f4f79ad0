"""Counting filter values: how many services of a set have each of the four hundred.

Of a large set by its bitmap with that of every value; of a small one, which most are, by looking at the fifteen that
each of its services has.
"""

from collections import ChainMap
from collections.abc import Iterable, Mapping

import numpy as np
from pyroaring import BitMap

from actors.search import facets
from actors.search.terms import Terms

FEW = 2  # services for each value that is counted; of more, bitmaps are quicker


class Tally:
    """The filter values of every service, as numbers."""

    def __init__(self, terms: Terms):
        self._keys = {name: facets.keys(terms, name) for name in facets.FILTERS}
        self._numbers_of: dict[str, slice] = {}  # of the values of a filter, which follow each other
        self._number: dict[str, int] = {}
        for name, keys in self._keys.items():
            self._numbers_of[name] = slice(len(self._number), len(self._number) + len(keys))
            self._number |= {key: number for number, key in enumerate(keys, len(self._number))}
        self._values: dict[int, bytes] = {}
        self._all_values: dict[int, bytes] = {}  # of services with more for who knows all places

    def put(self, pk: int, public: set[str], professional: set[str]) -> None:
        """Give a service its values, in place of those that it had; some are for professionals only."""
        self.remove(pk)
        self._values[pk] = self._numbers(public)
        if professional - public:
            self._all_values[pk] = self._numbers(public | professional)

    def remove(self, pk: int) -> None:
        """Forget a service."""
        self._values.pop(pk, None)
        self._all_values.pop(pk, None)

    def _numbers(self, keys: Iterable[str]) -> bytes:
        numbers = sorted(self._number[key] for key in keys if key in self._number)
        return np.array(numbers, dtype=np.uint16).tobytes()

    def count(self, services: BitMap, names: Iterable[str], *, knows_all: bool) -> dict[str, dict[str, int]]:
        """Per filter and value, how many of these services have it."""
        values: Mapping[int, bytes] = self._values
        if knows_all:
            values = ChainMap(self._all_values, self._values)
        found = map(values.__getitem__, services)
        numbers = np.frombuffer(b"".join(found), dtype=np.uint16)
        counts = np.bincount(numbers, minlength=len(self._number)).tolist()
        return {name: dict(zip(self._keys[name], counts[self._numbers_of[name]], strict=True)) for name in names}
