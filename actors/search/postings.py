"""Which services carry a mark: one compressed bitmap of primary keys per mark.

A mark is anything that a service can be found by: a word in a field, a filter value, a whole name.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import islice

import numpy as np
from pyroaring import BitMap

from actors.search.packed import SEPARATOR, Packed

EMPTY = BitMap()
OF_KIND, AFTER_ALL = "|", "\U0010ffff"
SMALL = 120  # bytes, which is fifty services: a third of what it takes to have it ready, and most are never asked for


class Postings:
    """Bitmaps by mark and by word in a field, and the numbers of those of every service, to take it out again.

    A word has a row of numbers, one for each field: most are looked for in all of them.
    """

    def __init__(self, fields: tuple[str, ...]):
        self._fields = fields
        self._number: dict[str, int] = {}  # of a mark
        self._row: dict[str, int] = {}  # of a word
        self._in_field = array("I")  # the rows: numbers, 0 for none
        self._in_order: dict[str, tuple[int, list[str]]] = {}  # by kind of mark: how many were sorted, and those of it
        self._used = 1  # numbers
        self._ready: dict[int, BitMap] = {}
        self._small = Packed()  # bitmaps of a loaded file that are not ready
        self._numbers_of = Packed()  # of a service, as a bitmap, in half the memory of an array

    # --- changing -------------------------------------------------------------------------------------

    def put(self, pk: int, marks: Iterable[str], found: Iterable[tuple[str, str]] = ()) -> None:
        """Give a service its marks and its words (field, lexeme), in place of those that it had."""
        self.remove(pk)
        numbers = BitMap([*map(self._number_of_mark, marks), *(self._number_of_word(*word) for word in found)])
        for number in numbers:
            self._changeable(number).add(pk)
        self._numbers_of[pk] = numbers.serialize()

    def remove(self, pk: int) -> None:
        """Take a service out, if it is in."""
        for number in self._numbers(pk):
            self._changeable(number).discard(pk)
        if self._numbers_of[pk]:
            self._numbers_of[pk] = b""

    def _number_of_mark(self, mark: str) -> int:
        number = self._number.get(mark)
        if number is None:
            number = self._number[mark] = self._next()
        return number

    def _number_of_word(self, field: str, lexeme: str) -> int:
        row = self._row.get(lexeme)
        if row is None:
            row = self._row[lexeme] = len(self._in_field)
            self._in_field.extend([0] * len(self._fields))
        at = row + self._fields.index(field)
        if not self._in_field[at]:
            self._in_field[at] = self._next()
        return self._in_field[at]

    def _next(self) -> int:
        self._used += 1
        return self._used - 1

    def _changeable(self, number: int) -> BitMap:
        bitmap = self._ready[number] = self._bitmap(number)
        return bitmap

    # --- asking ---------------------------------------------------------------------------------------

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
        found = [bitmap for mark in marks if (bitmap := self[mark])]
        if len(found) > 1:
            return BitMap.union(*found)
        return found[0] if found else EMPTY

    def beginning_with(self, start: str) -> list[str]:
        """The marks of one kind ("kind|…") that begin so."""
        kind = start[: start.index(OF_KIND) + 1]
        seen, known = self._in_order.get(kind, (0, []))
        if seen < len(self._number):  # marks stay once they are there
            new = list(islice(self._number, seen, None))
            known = sorted([*known, *(mark for mark in new if mark.startswith(kind))])
            self._in_order[kind] = seen + len(new), known
        return known[bisect_left(known, start) : bisect_left(known, start + AFTER_ALL)]

    def in_fields(self, lexemes: Iterable[str]) -> dict[str, BitMap]:
        """Per field, in their order, the services that have one of these lexemes in it. Do not change what you get."""
        rows = [row for lexeme in lexemes if (row := self._row.get(lexeme)) is not None]
        found: dict[str, BitMap] = {}
        for place, field in enumerate(self._fields) if rows else ():
            numbers = [number for row in rows if (number := self._in_field[row + place])]
            bitmaps = [bitmap for number in numbers if (bitmap := self._bitmap(number))]
            if bitmaps:
                found[field] = BitMap.union(*bitmaps) if len(bitmaps) > 1 else bitmaps[0]
        return found

    def _numbers(self, pk: int) -> BitMap:
        numbers = self._numbers_of[pk]
        return BitMap.deserialize(numbers) if numbers else EMPTY

    def _bitmap(self, number: int) -> BitMap:
        ready = self._ready.get(number)
        if ready is not None:
            return ready
        small = self._small[number]
        return BitMap.deserialize(small) if small else BitMap()

    # --- saving ---------------------------------------------------------------------------------------

    def __getstate__(self) -> dict:
        """Few large objects in place of many small ones, which take four times as long and as much memory to load."""
        self._put_small_ones_away()
        large = {number: bitmap.serialize() for number, bitmap in self._ready.items()}
        sizes = array("I", map(len, large.values()))
        return {
            **self.__dict__,
            "_number": (SEPARATOR.join(self._number), array("I", self._number.values())),
            "_row": SEPARATOR.join(self._row),
            "_in_order": {},
            "_ready": (array("I", large), sizes, b"".join(large.values())),
        }

    def _put_small_ones_away(self) -> None:
        for number, bitmap in list(self._ready.items()):
            content = bitmap.serialize()
            self._small[number] = b""
            if len(content) <= SMALL:
                self._small[number] = content
                del self._ready[number]

    def __setstate__(self, state: dict) -> None:
        self.__dict__ = state
        marks, numbers = state["_number"]
        self._number = dict(zip(marks.split(SEPARATOR), numbers, strict=True)) if numbers else {}
        lexemes = state["_row"].split(SEPARATOR) if state["_row"] else []
        self._row = {lexeme: row * len(self._fields) for row, lexeme in enumerate(lexemes)}
        large, sizes, content = state["_ready"]
        self._ready = dict(zip(large, map(BitMap.deserialize, _parts(content, sizes)), strict=True))


def _parts(content: bytes, sizes: Iterable[int]) -> Iterator[bytes]:
    """The pieces of these sizes, one after the other."""
    start = 0
    for size in sizes:
        yield content[start : (start := start + size)]


def bitmap_of(pks: np.ndarray) -> BitMap:
    """A bitmap of an array of primary keys. (By way of a sorted `array` it is ten times as fast as of numpy's own.)"""
    return BitMap(array("I", np.sort(pks.astype(np.uint32)).tobytes()))


def members_of(bitmap: BitMap) -> np.ndarray:
    """The primary keys in a bitmap, as an array to index with."""
    return np.frombuffer(bitmap.to_array(), dtype=np.uint32).astype(np.int64)
