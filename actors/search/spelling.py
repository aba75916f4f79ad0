"""Spelling, corrected from the words that listings and the taxonomy use themselves."""

from collections.abc import Iterable
from functools import lru_cache

from symspellpy import SymSpell, Verbosity

SHORTEST = 4  # letters; shorter words have too many neighbours
SHORT = 8  # letters; up to here one mistake is corrected, in longer words two: two make "verwijst" of "vermist"
MOST_WORDS = 40_000  # SymSpell takes 92 MB for so many


class Spelling:
    """Corrects words. The dictionary is made when it is first asked, because it costs a second."""

    def __init__(self):
        self._counts: dict[str, int] = {}
        self._dictionary: SymSpell | None = None
        self.correct = lru_cache(maxsize=5_000)(self._correct)

    def learn(self, words: Iterable[str], weight: int = 1) -> None:
        """Take in words; of two that are equally near, the one with more weight is meant."""
        for word in sorted(words):  # not in the order of a set, which differs from process to process
            if len(word) < SHORTEST or word.isdigit() or len(self._counts) >= MOST_WORDS:
                continue
            self._counts[word] = self._counts.get(word, 0) + weight
            if self._dictionary is not None:
                self._dictionary.create_dictionary_entry(word, self._counts[word])
        self.correct.cache_clear()

    def _correct(self, word: str) -> str | None:
        """The word that was meant, or None when nothing is near enough."""
        if len(word) < SHORTEST or word.isdigit():
            return None
        if self._dictionary is None:
            self._dictionary = SymSpell(max_dictionary_edit_distance=2, prefix_length=7)
            for known, count in self._counts.items():
                self._dictionary.create_dictionary_entry(known, count)
        mistakes = 1 if len(word) <= SHORT else 2
        found = self._dictionary.lookup(word, Verbosity.CLOSEST, max_edit_distance=mistakes)
        return found[0].term if found else None
