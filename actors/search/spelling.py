"""Spelling, corrected from the words that listings and the taxonomy use themselves.

Two words are near when they are the same after a letter or two are taken out of each. So every word is filed under
what remains of its beginning, and only words under the same remains are compared. Remains are numbers in sorted
arrays: 0.3 kB per word, where a dictionary of them takes 2.
"""

from array import array
from collections.abc import Collection, Iterable
from zlib import crc32

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 4  # letters; shorter words have too many neighbours
SHORT = 8  # letters; up to here one mistake is corrected, in longer words two: two make "verwijst" or "vermist"
BEGINNING = 7  # letters of which the remains are filed
MOST_WORDS = 200_000  # 60 MB; a region of 100,000 services has half of that
MOST_KNOWN = 5_000  # corrections that are remembered


class Spelling:
    """Finds what a word was meant to be."""

    def __init__(self):
        self._words: list[str] = []
        self._numbers: dict[str, int] = {}
        self._files = {1: File(), 2: File()}  # by how many letters are taken out
        self._known: dict[str, list[str]] = {}

    def learn(self, words: Iterable[str]) -> None:
        """Take in words, in this order until there are enough: give those that matter most first."""
        self._known.clear()
        new = {mistakes: (array("I"), array("I")) for mistakes in self._files}  # remains, and words beside them
        for word in words:
            if not correctable(word) or word in self._numbers or len(self._words) >= MOST_WORDS:
                continue
            number = self._numbers[word] = len(self._words)
            self._words.append(word)
            once, twice = remains(word)
            # No shorter word is two letters from one in which two mistakes are looked for.
            for mistakes, filed in ((1, once), (2, twice if len(word) >= SHORT - 1 else ())):
                new[mistakes][0].extend(filed)
                new[mistakes][1].extend([number] * len(filed))
        for mistakes, file in self._files.items():
            file.add(*(np.array(column, dtype=np.uint32) for column in new[mistakes]))

    def nearest(self, word: str) -> list[str]:
        """The words with the fewest mistakes between them and this one, in the order of the alphabet."""
        if word not in self._known:
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            self._known[word] = self._nearest(word) if correctable(word) else []
        return self._known[word]

    def _nearest(self, word: str) -> list[str]:
        once, twice = remains(word)
        numbers = self._files[1].under(once)
        found = self._at(word, numbers, mistakes=1)
        if not found and len(word) > SHORT:
            numbers |= self._files[1].under(twice) | self._files[2].under([*once, *twice])
            found = self._at(word, numbers, mistakes=2)
        return found

    def _at(self, word: str, numbers: set[int], *, mistakes: int) -> list[str]:
        words = (self._words[number] for number in numbers)
        return sorted(known for known in words if OSA.distance(word, known, score_cutoff=mistakes) <= mistakes)


class File:
    """Numbers of words, filed under numbers of remains."""

    def __init__(self):
        self._remains = np.empty(0, dtype=np.uint32)
        self._words = np.empty(0, dtype=np.uint32)

    def add(self, remains: np.ndarray, words: np.ndarray) -> None:
        """Put words in, each under the remain beside it."""
        order = np.argsort(remains, kind="stable")
        places = np.searchsorted(self._remains, remains[order])
        self._remains = np.insert(self._remains, places, remains[order])
        self._words = np.insert(self._words, places, words[order])

    def under(self, remains: Iterable[int]) -> set[int]:
        """The words under any of these remains."""
        wanted = np.fromiter(remains, dtype=np.uint32)
        first, last = (np.searchsorted(self._remains, wanted, side).tolist() for side in ("left", "right"))
        return {word for start, end in zip(first, last, strict=True) for word in self._words[start:end].tolist()}


def correctable(word: str) -> bool:
    """Whether it is a word that mistakes can be seen in."""
    return len(word) >= SHORTEST and not word.isdigit()


def slips(word: str, listed: Collection[str]) -> list[str]:
    """Those of a list between which and a word lies one mistake, or none."""
    found = process.extract(word, listed, scorer=OSA.distance, score_cutoff=1, limit=None)
    return [known for known, _distance, _at in found]


def is_slip(word: str, known: str) -> bool:
    """Whether one mistake lies between them."""
    return OSA.distance(word, known, score_cutoff=1) == 1


def remains(word: str) -> tuple[set[int], set[int]]:
    """What remains of the beginning without at most one letter, and without two, as numbers."""
    beginning = word[:BEGINNING]
    once = {beginning, *_shortened(beginning)}
    twice = {shorter for part in once for shorter in _shortened(part)} - once
    return {crc32(part.encode()) for part in once}, {crc32(part.encode()) for part in twice}


def _shortened(part: str) -> list[str]:
    return [part[:at] + part[at + 1 :] for at in range(len(part))]
