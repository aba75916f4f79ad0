"""What places are called: by a whole name, by the beginnings of its words, or with a mistake in it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from zones.gazetteer.place import Kind, Place
from zones.gazetteer.spelling import key, tokens, without_type

AFTER_ALL = "\uffff"  # sorts after every letter
SHORTEST = 4  # letters; in shorter names a mistake may be anything
SHORT = 7  # letters; up to here one mistake is looked for, in longer names two


class Names:
    """The names of some places."""

    def __init__(self, places: Iterable[Place]):
        self.places = list(places)
        self._whole: dict[str, list[int]] = defaultdict(list)
        self._typeless: dict[str, list[int]] = defaultdict(list)  # of streets, without "rue" or "straat"
        for number, place in enumerate(self.places):
            for name in _names(place):
                self._put(number, name, place.kind)

    def _put(self, number: int, name: str, kind: Kind) -> None:
        words = tokens(name)
        _add(self._whole[key(words)], number)
        if kind is Kind.STREET and (short := without_type(words)):
            _add(self._typeless[short], number)

    def called(self, wanted: str) -> list[Place]:
        """The places with a name of this key."""
        return self._at(self._whole.get(wanted, ()))

    def called_without_type(self, wanted: str) -> list[Place]:
        """The streets that are called so but for "rue" or "straat"."""
        return self._at(self._typeless.get(wanted, ()))

    def beginning_with(self, typed: list[str]) -> list[Place]:
        """The places with a name in which each of these words begins a word."""
        found = [self._with_word(word) for word in typed]
        return self._at(sorted(set.intersection(*found))) if found else []

    def almost(self, wanted: str) -> list[Place]:
        """The places with the name that is nearest to this key: one mistake away, in long ones two."""
        if len(wanted) < SHORTEST:
            return []
        most = 1 if len(wanted) <= SHORT else 2
        near = process.extract(wanted, self._keys, scorer=OSA.distance, score_cutoff=most, limit=8)
        best = min((distance for _key, distance, _at in near), default=0)
        numbers = [number for known, distance, _at in near if distance == best for number in self._keyed(known)]
        return self._at(dict.fromkeys(numbers))

    def _keyed(self, known: str) -> list[int]:
        return [*self._whole.get(known, ()), *self._typeless.get(known, ())]

    def _at(self, numbers: Iterable[int]) -> list[Place]:
        return [self.places[number] for number in numbers]

    @cached_property
    def _keys(self) -> list[str]:
        return [known for known in {**self._whole, **self._typeless} if len(known) >= SHORTEST]

    @cached_property
    def _words(self) -> tuple[list[str], dict[str, list[int]]]:
        """Every word of a name, in order, and the places that have it."""
        having: dict[str, list[int]] = defaultdict(list)
        for number, place in enumerate(self.places):
            for word in {word for name in _names(place) for word in tokens(name)}:
                having[word].append(number)
        return sorted(having), having

    def _with_word(self, beginning: str) -> set[int]:
        words, having = self._words
        first, last = bisect_left(words, beginning), bisect_left(words, beginning + AFTER_ALL)
        return {number for word in words[first:last] for number in having[word]}


def _names(place: Place) -> set[str]:
    """Everything that a place is called; of "Anderlecht Centrum - Wayez" also each part."""
    names = {place.nl, place.fr, *place.also}
    if place.kind is Kind.NEIGHBOURHOOD:
        names |= {part for name in (place.nl, place.fr) for part in name.split(" - ")}
    return {name for name in names if name}


def _add(numbers: list[int], number: int) -> None:
    if number not in numbers:
        numbers.append(number)
