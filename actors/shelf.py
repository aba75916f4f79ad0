"""What was read lately of services for public pages, kept for as long as the index stays the same.

And a minute at most: public pages may be that old in caches anyway, and nobody should wait for what the visitor before
just asked.
"""

import time
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar
from weakref import ref

from actors.search.index import Index

KEPT_SECONDS = 60
MOST_KEPT = 5_000  # records

Record = TypeVar("Record")


class Shelf(Generic[Record]):
    """Records of services that were read lately, from one state of one index. For public pages only."""

    def __init__(self, read: Callable[[Iterable[int]], dict[int, Record]]):
        """`read` gives the records of some services by primary key, without those that may not be seen."""
        self._read = read
        self._state = None
        self._until = 0.0
        self._records: dict[int, Record] = {}

    def records(self, index: Index, pks: Iterable[int]) -> dict[int, Record]:
        """The records of these services, in this order."""
        pks = list(pks)
        kept = self._kept(index)
        missing = [pk for pk in pks if pk not in kept]
        if missing:
            kept.update(self._read(missing))
        return {pk: kept[pk] for pk in pks if pk in kept}

    def _kept(self, index: Index) -> dict[int, Record]:
        """What still counts: nothing, when the index is another, or changed, or a minute went by."""
        state = ref(index), index.version
        if state != self._state or time.monotonic() > self._until or len(self._records) > MOST_KEPT:
            self._state, self._until, self._records = state, time.monotonic() + KEPT_SECONDS, {}
        return self._records
