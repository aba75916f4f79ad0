"""Which crisis numbers a text asks for. They are shown above all results, so one phrase in a long text is enough.

A phrase is found as it stands, in any form. One with plus signs ("dood + wil/wilde") is found in any order: one of the
words of each part, near each other. Who is upset writes neither in the order nor in the spelling of a list. Words
after a minus sign beside it say that something else is meant: "sterven + wil - thuis/waardig" is no cry for help.
A single word after a plus sign ("+ brand - verzekering") is found in this form only.
"@1712" stands for all that asks for the number with that slug.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from actors.search.spelling import slips
from actors.search.words import LANGUAGES, STOP_WORDS, content_words, lexemes, phrase_forms, words

if TYPE_CHECKING:
    from actors.search.terms import Term

LONGEST = 6  # words of a phrase
BETWEEN = 2  # words, at most, between neighbouring parts of a phrase in any order
BESIDE = 1  # words before it and after it at which those begin that give it another meaning
LONGEST_UNLESS = 4  # words of these
MINUS = " - "  # before these; a hyphen within a word is none
ANOTHER_CLAUSE = frozenset(("en", "et", "ou", "of", "maar", "mais", "want", "car"))  # ends what belongs together
LONG = 7  # letters of a word in which a slip is read over
LONGER = 9  # letters of a word that a longer one may begin with; with fewer "politiek" would be "politie"
ANYWHERE = ""  # stands for languages of which no stems are known

Parts = tuple[frozenset[str], ...]


class AnyOrder(NamedTuple):
    """A phrase in any order: one word of each part, and what beside it says that something else is meant."""

    parts: Parts
    unless: tuple[tuple[str, ...], ...] = ()  # words or short phrases


class CrisisWords:
    """The words and phrases that ask for a crisis number, each found wherever it stands in a text."""

    def __init__(self, numbers: Iterable[Term], is_word: Callable[[str], bool] = lambda word: False):
        """`numbers` in the order in which people see them; `is_word`: whether it is spelled right, and no slip."""
        self._numbers = list(numbers)
        self._is_word = is_word
        self._asking: dict[str, set[str]] = defaultdict(set)  # key of a phrase: codes of numbers
        self._apart: dict[AnyOrder, set[str]] = defaultdict(set)  # codes of numbers
        self._apart_with: dict[str, list[AnyOrder]] = defaultdict(list)  # by each word of its first part
        self._with: dict[str, set[str]] = defaultdict(set)  # code of a number: codes of those that come with it
        self._starts: set[str] = set()
        self._long: set[str] = set()
        for number in self._numbers:
            for language, phrase in _phrases(number):
                self._learn(number.code, language, phrase)
        self._meant = lru_cache(maxsize=5_000)(self._read_over)

    def _learn(self, code: str, language: str, phrase: str) -> None:
        if phrase.startswith("@"):
            self._with[phrase[1:].strip()].add(code)
            return
        if "+" in phrase:
            asking, _minus, unless = phrase.partition(MINUS)
            parts = tuple(frozenset(words(part)) for part in asking.split("+") if words(part))
            meant = tuple(tuple(words(other)) for other in unless.split("/") if words(other))
            said = AnyOrder(parts, meant)
            self._apart[said].add(code)
            for word in parts[0]:
                self._apart_with[word].append(said)
            self._long.update(word for part in parts for word in part if len(word) >= LONG)
            return
        typed = words(phrase)
        for key in _keys(typed, language):
            self._asking[key].add(code)
        self._starts.update(typed[:1], content_words(phrase)[:1])
        if len(typed) == 1 and len(typed[0]) >= LONG:
            self._long.update(typed)

    def asked_by(self, typed: list[str], language: str) -> list[Term]:
        """The numbers that a text asks for: last those that answer in other languages than this one only, before them
        those that the longest phrases ask for ("enfant battu" rather than "battu")."""
        typed = [self._meant(word) for word in typed]
        said: dict[str, int] = {}  # code of a number: words that ask for it
        for position, word in enumerate(typed):
            for length in range(1, (LONGEST if word in self._starts else 1) + 1):
                window = typed[position : position + length]
                for key in set().union(*(_keys(window, spoken) for spoken in (*LANGUAGES, ANYWHERE))):
                    for code in self._asking.get(key, ()):
                        said[code] = max(said.get(code, 0), len(window))
        for phrase in dict.fromkeys(phrase for word in typed for phrase in self._apart_with.get(word, ())):
            if _is_said(phrase, typed):
                said |= {code: max(said.get(code, 0), len(phrase.parts)) for code in self._apart[phrase]}
        said = dict.fromkeys((beside for code in said for beside in self._with.get(code, ())), 0) | said
        found = [number for number in self._numbers if number.code in said] if said else []
        return sorted(found, key=lambda number: (_is_foreign(number, language), -said[number.code]))

    def _read_over(self, word: str) -> str:
        """The long word of a phrase that this one is with a slip, or begins with: "zelfmoort", "zelfdodingsplan"."""
        if len(word) < LONG or word in self._long or not word.isascii():
            return word
        for end in range(len(word) - 1, LONGER - 1, -1):
            if word[:end] in self._long:
                return word[:end]
        if self._is_word(word):
            return word
        return min(slips(word, self._long), default=word)


def _is_foreign(number: Term, language: str) -> bool:
    """Whether it answers in other languages only."""
    return bool(number.spoken) and language not in number.spoken


def _phrases(number: Term) -> Iterable[tuple[str, str]]:
    yield from ((ANYWHERE, phrase) for phrase in number.foreign)
    for language, phrases in number.synonyms.items():
        yield from ((language, phrase) for phrase in phrases)


def _is_said(phrase: AnyOrder, typed: list[str]) -> bool:
    """Whether a word of each part stands in a text, near each other in one clause, and nothing beside them that gives
    them another meaning."""
    if any(part.isdisjoint(typed) for part in phrase.parts):
        return False
    return any(not _is_meant_otherwise(phrase, typed, *found) for found in _near_each_other(phrase.parts, typed))


def _near_each_other(parts: Parts, typed: list[str]) -> Iterator[tuple[int, int]]:
    """The first and last position of each stretch of a clause with a word of each part, none far from the next."""
    lacking: set[int] = set(range(len(parts)))
    first = last = -1
    for position, word in enumerate(typed):
        part = next((at for at in range(len(parts)) if word in parts[at]), None)
        if word in ANOTHER_CLAUSE or (len(lacking) < len(parts) and position - last > BETWEEN + 1):
            lacking = set(range(len(parts)))
        if part is not None:
            first = position if len(lacking) == len(parts) else first
            lacking.discard(part)
            last = position
        if not lacking:
            yield first, last
            lacking = set(range(len(parts)))


def _is_meant_otherwise(phrase: AnyOrder, typed: list[str], first: int, last: int) -> bool:
    """Whether what stands between or beside these positions, in the same clause, says that something else is meant."""
    before = list(takewhile(lambda word: word not in ANOTHER_CLAUSE, reversed(typed[max(first - BESIDE, 0) : first])))
    after = takewhile(lambda word: word not in ANOTHER_CLAUSE, typed[last + 1 : last + BESIDE + LONGEST_UNLESS])
    around = [*reversed(before), *typed[first : last + 1], *after]
    begins = range(len(before) + last + 1 - first + BESIDE)
    windows = {tuple(around[at : at + size]) for size in range(1, LONGEST_UNLESS + 1) for at in begins}
    return not windows.isdisjoint(phrase.unless)


def _keys(phrase: list[str], language: str) -> set[str]:
    """The keys of a phrase: as it stands; a single word, or what is left without stop words, in any form."""
    meaning = [word for word in phrase if word not in STOP_WORDS]
    if not meaning:
        return {"".join(phrase)} if len(phrase) > 1 else set()
    if len(phrase) == 1:
        return {*phrase, *lexemes(phrase[0], language)}
    forms = phrase_forms(meaning, language) if len(meaning) > 1 else set()
    return {"".join(phrase), *(form for form in forms if " " in form)}
