"""Which crisis numbers a text asks for. They are shown above all results, so one phrase in a long text is enough."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from actors.search.words import LANGUAGES, STOP_WORDS, content_words, lexemes, phrase_forms, words

if TYPE_CHECKING:
    from actors.search.terms import Term

LONGEST = 6  # words of a phrase
ANYWHERE = ""  # stands for languages of which no stems are known


class CrisisWords:
    """The words and phrases that ask for a crisis number, each found wherever it stands in a text."""

    def __init__(self, numbers: Iterable[Term]):
        self._numbers = list(numbers)  # in the order in which people see them
        self._asking: dict[str, set[str]] = defaultdict(set)  # key of a phrase: codes of numbers
        self._starts: set[str] = set()
        for number in self._numbers:
            for language, phrase in _phrases(number):
                for key in _keys(words(phrase), language):
                    self._asking[key].add(number.code)
                self._starts.update(words(phrase)[:1], content_words(phrase)[:1])

    def asked_by(self, typed: list[str], language: str) -> list[Term]:
        """The numbers that a text asks for: last those that answer in other languages than this one only."""
        codes: set[str] = set()
        for position, word in enumerate(typed):
            for length in range(1, (LONGEST if word in self._starts else 1) + 1):
                window = typed[position : position + length]
                for key in set().union(*(_keys(window, spoken) for spoken in (*LANGUAGES, ANYWHERE))):
                    codes |= self._asking.get(key, set())
        found = [number for number in self._numbers if number.code in codes] if codes else []
        return sorted(found, key=lambda number: bool(number.spoken) and language not in number.spoken)


def _phrases(number: Term) -> Iterable[tuple[str, str]]:
    yield from ((ANYWHERE, phrase) for phrase in number.foreign)
    for language, phrases in number.synonyms.items():
        yield from ((language, phrase) for phrase in phrases)


def _keys(phrase: list[str], language: str) -> set[str]:
    """The keys of a phrase: as it stands; a single word, or what is left without stop words, in any form."""
    meaning = [word for word in phrase if word not in STOP_WORDS]
    if not meaning:
        return {"".join(phrase)} if len(phrase) > 1 else set()
    if len(phrase) == 1:
        return {*phrase, *lexemes(phrase[0], language)}
    forms = phrase_forms(meaning, language) if len(meaning) > 1 else set()
    return {"".join(phrase), *(form for form in forms if " " in form)}
