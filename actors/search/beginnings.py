"""Which texts have a word that begins so: a sorted index of words, for suggestions while somebody types."""

from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache

from pyroaring import BitMap

from actors.search.packed import SEPARATOR, Packed
from actors.search.words import STOP_WORDS, words

SHORTEST, SHORT = 2, 3  # letters: below the first nothing is suggested, up to the second an answer lies ready
FIRST = "^"  # before the marks of the word that a text begins with
AFTER_ALL = "\uffff"  # sorts after every letter


class Beginnings:
    """Texts by the beginnings of their words. Texts have numbers: primary keys, or positions in a list."""

    def __init__(self):
        self._texts = Packed()
        # Most words stand in one text only: its number takes a third of the memory of a bitmap.
        self._numbers: dict[str, int | BitMap] = {}
        self._words: list[str] = []  # all words longer than SHORT, sorted
        self._new: set[str] = set()

    def __getstate__(self) -> dict:
        """With its words in order: a set of new ones takes six times the memory."""
        self._sorted()
        return self.__dict__

    def put(self, number: int, texts: Iterable[str]) -> None:
        """Give a number its texts, in place of those that it had."""
        texts = list(texts)
        if self.texts(number) == texts:
            return
        self.remove(number)
        self._texts[number] = SEPARATOR.join(texts).encode()
        for mark in set().union(*map(_marks, texts)):
            known = self._numbers.get(mark)
            if known is None:
                self._numbers[mark] = number
                self._new.add(mark)
            elif isinstance(known, BitMap):
                known.add(number)
            else:
                self._numbers[mark] = BitMap([known, number])

    def remove(self, number: int) -> None:
        """Take a number out, if it is in."""
        texts, self._texts[number] = self.texts(number), b""
        for mark in set().union(*map(_marks, texts)):
            known = self._numbers[mark]
            if isinstance(known, BitMap):
                known.discard(number)
            else:
                del self._numbers[mark]

    def texts(self, number: int) -> list[str]:
        """The texts of a number; none for one that is not in."""
        texts = self._texts[number]
        return texts.decode().split(SEPARATOR) if texts else []

    def of(self, typed: list[str]) -> BitMap:
        """The texts in which every typed word begins a word."""
        return BitMap.intersection(*map(self._beginning, typed)) if typed else BitMap()

    def beginning_with(self, typed: list[str]) -> BitMap:
        """Those of them that begin with the first typed word, an article or the like left aside."""
        return self.of(typed) & self._beginning(FIRST + typed[0]) if typed else BitMap()

    def _beginning(self, prefix: str) -> BitMap:
        if len(prefix.removeprefix(FIRST)) <= SHORT:
            return self._with([prefix])
        known = self._sorted()
        return self._with(known[bisect_left(known, prefix) : bisect_left(known, prefix + AFTER_ALL)])

    def _with(self, marks: list[str]) -> BitMap:
        found = [numbers for mark in marks if (numbers := self._numbers.get(mark)) is not None]
        several = [numbers for numbers in found if isinstance(numbers, BitMap)]
        return BitMap.union(BitMap(number for number in found if isinstance(number, int)), *several)

    def _sorted(self) -> list[str]:
        """All words in order; sorted again, nearly for nothing, when some came in."""
        if self._new:
            self._words = sorted({*self._words, *(mark for mark in self._new if len(mark) > SHORT)})
            self._new = set()
        return self._words


@lru_cache(maxsize=5_000)
def _marks(text: str) -> frozenset[str]:
    """Every word of a text, and the shortest beginnings, of which there are few but with many texts each."""
    found = words(text)
    telling = next((word for word in found if word not in STOP_WORDS), "")
    marked = [*found, *(FIRST + word for word in {*found[:1], telling} if word)]
    return frozenset(mark for word in marked for mark in (word, *_short(word)))


def _short(word: str) -> tuple[str, str]:
    """The beginnings of two and of three letters, with the mark of a first word if it has one."""
    start = word.startswith(FIRST)
    return word[: SHORTEST + start], word[: SHORT + start]
