"""Which texts have a word that begins so: a sorted index of words, for suggestions while somebody types."""

from bisect import bisect_left
from collections.abc import Iterable

from pyroaring import BitMap

from actors.search.postings import Postings
from actors.search.words import STOP_WORDS, words

SHORTEST, SHORT = 2, 3  # letters: below the first nothing is suggested, up to the second an answer lies ready
FIRST = "^"  # before the marks of the word that a text begins with
AFTER_ALL = "\uffff"  # sorts after every letter


class Beginnings:
    """Texts by the beginnings of their words. Texts have numbers: primary keys, or positions in a list."""

    def __init__(self):
        self._postings = Postings()
        self._words: list[str] = []  # all words longer than SHORT, sorted
        self._known: set[str] = set()

    def put(self, number: int, texts: Iterable[str]) -> None:
        """Give a number its texts, in place of those that it had."""
        marks: set[str] = set()
        for text in texts:
            found = words(text)
            telling = next((word for word in found if word not in STOP_WORDS), "")
            marks |= {mark for word in found for mark in _marks(word)}
            marks |= {FIRST + mark for word in {*found[:1], telling} for mark in _marks(word)}
        self._known |= marks
        self._postings.put(number, marks)

    def remove(self, number: int) -> None:
        """Take a number out, if it is in."""
        self._postings.remove(number)

    def of(self, typed: list[str]) -> BitMap:
        """The texts in which every typed word begins a word."""
        return BitMap.intersection(*map(self._beginning, typed)) if typed else BitMap()

    def beginning_with(self, typed: list[str]) -> BitMap:
        """Those of them that begin with the first typed word, an article or the like left aside."""
        return self.of(typed) & self._beginning(FIRST + typed[0]) if typed else BitMap()

    def _beginning(self, prefix: str) -> BitMap:
        if len(prefix.removeprefix(FIRST)) <= SHORT:
            return self._postings[prefix]
        known = self._sorted()
        return self._postings.any_of(known[bisect_left(known, prefix) : bisect_left(known, prefix + AFTER_ALL)])

    def _sorted(self) -> list[str]:
        """All words in order; sorted again, nearly for nothing, when some came in."""
        if self._known:
            self._words = sorted({*self._words, *(mark for mark in self._known if len(mark) > SHORT)})
            self._known = set()
        return self._words


def _marks(word: str) -> set[str]:
    """The word, and its shortest beginnings, of which there are few but with many texts each."""
    return {word, word[:SHORTEST], word[:SHORT]} - {""}
