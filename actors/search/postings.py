"""Which services carry a mark: one compressed bitmap of primary keys per mark.

A mark is anything that a service can be found by: a word in a field, a filter value, a whole name.
"""

from array import array
from collections.abc import Iterable

from pyroaring import BitMap

EMPTY = BitMap()


class Postings:
    """Bitmaps by mark, and the marks of every service, so that it can be taken out again."""

    def __init__(self):
        self._number: dict[str, int] = {}
        self._bitmaps: list[BitMap] = []
        self._marks_of: dict[int, array] = {}

    def put(self, pk: int, marks: set[str]) -> None:
        """Give a service its marks, in place of those that it had."""
        self.remove(pk)
        for mark in marks.difference(self._number):
            self._number[mark] = len(self._bitmaps)
            self._bitmaps.append(BitMap())
        numbers = array("I", map(self._number.__getitem__, marks))
        for number in numbers:
            self._bitmaps[number].add(pk)
        self._marks_of[pk] = numbers

    def remove(self, pk: int) -> None:
        """Take a service out, if it is in."""
        for number in self._marks_of.pop(pk, ()):
            self._bitmaps[number].discard(pk)

    def __getitem__(self, mark: str) -> BitMap:
        """The services with this mark. Do not change what you get."""
        number = self._number.get(mark)
        return EMPTY if number is None else self._bitmaps[number]

    def any_of(self, marks: Iterable[str]) -> BitMap:
        """The services with at least one of these marks."""
        found = [bitmap for mark in marks if (bitmap := self[mark])]
        return BitMap.union(*found) if found else EMPTY
