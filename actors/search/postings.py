"""Which services carry a mark: one compressed bitmap of primary keys per mark.

A mark is anything that a service can be found by: a word in a field, a filter value, a whole name.
"""

from array import array
from collections.abc import Iterable, Iterator

import numpy as np
from pyroaring import BitMap

EMPTY = BitMap()
SMALL = 40  # bytes, which is a dozen services: a tenth of what it takes to have it ready, and most are never asked for
SEPARATOR = "\0"  # PostgreSQL has no text with it, so it is in no mark


class Postings:
    """Bitmaps by mark, and the marks of every service, so that it can be taken out again."""

    def __init__(self):
        self._number: dict[str, int] = {}
        self._bitmaps: list[BitMap | bytes] = []  # the small ones of a loaded file stay as they were written
        self._marks_of: dict[int, bytes] = {}  # their numbers as a bitmap, in half the memory of an array

    def put(self, pk: int, marks: set[str]) -> None:
        """Give a service its marks, in place of those that it had."""
        self.remove(pk)
        for mark in marks.difference(self._number):
            self._number[mark] = len(self._bitmaps)
            self._bitmaps.append(BitMap())
        numbers = BitMap(map(self._number.__getitem__, marks))
        for number in numbers:
            self._unpacked(number).add(pk)
        self._marks_of[pk] = numbers.serialize()

    def remove(self, pk: int) -> None:
        """Take a service out, if it is in."""
        for number in self._numbers(pk):
            self._unpacked(number).discard(pk)
        self._marks_of.pop(pk, None)

    def _numbers(self, pk: int) -> BitMap:
        """The numbers of the marks of a service."""
        numbers = self._marks_of.get(pk)
        return BitMap.deserialize(numbers) if numbers else BitMap()

    def _unpacked(self, number: int) -> BitMap:
        """A bitmap that can be changed."""
        bitmap = self._bitmaps[number] = self._bitmap(number)
        return bitmap

    def _bitmap(self, number: int) -> BitMap:
        bitmap = self._bitmaps[number]
        return BitMap.deserialize(bitmap) if isinstance(bitmap, bytes) else bitmap

    def __getstate__(self) -> tuple:
        """Few large objects in place of many small ones, which take four times as long and as much memory to load."""
        bitmaps = [self._bitmap(number).serialize() for number in range(len(self._bitmaps))]
        numbers = self._marks_of.values()
        return (
            SEPARATOR.join(self._number),
            (b"".join(bitmaps), array("I", map(len, bitmaps))),
            (b"".join(numbers), array("I", map(len, numbers)), array("I", self._marks_of)),
        )

    def __setstate__(self, state: tuple) -> None:
        marks, (bitmaps, sizes), (numbers, counts, pks) = state
        self._number = {mark: number for number, mark in enumerate(marks.split(SEPARATOR))} if sizes else {}
        self._bitmaps = [BitMap.deserialize(part) if len(part) > SMALL else part for part in _parts(bitmaps, sizes)]
        self._marks_of = dict(zip(pks, _parts(numbers, counts), strict=True))

    def __getitem__(self, mark: str) -> BitMap:
        """The services with this mark. Do not change what you get."""
        number = self._number.get(mark)
        return EMPTY if number is None else self._bitmap(number)

    def carried(self, pk: int, marks: Iterable[str]) -> list[str]:
        """Those of these marks that a service carries."""
        its, number = self._numbers(pk), self._number
        return [mark for mark in marks if mark in number and number[mark] in its]

    def any_of(self, marks: Iterable[str]) -> BitMap:
        """The services with at least one of these marks. Do not change what you get."""
        known = self._number
        found = [bitmap for mark in marks if mark in known and (bitmap := self._bitmap(known[mark]))]
        if len(found) > 1:
            return BitMap.union(*found)
        return found[0] if found else EMPTY


def _parts(content: bytes, sizes: Iterable[int]) -> Iterator[bytes]:
    """The pieces of these sizes, one after the other."""
    start = 0
    for size in sizes:
        yield content[start : (start := start + size)]


def bitmap_of(pks: np.ndarray) -> BitMap:
    """A bitmap of an array of primary keys. (By way of a sorted `array` it is ten times as fast as of numpy's own.)"""
    return BitMap(array("I", np.sort(pks.astype(np.uint32)).tobytes()))
