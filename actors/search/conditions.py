"""Words that say under which condition something is needed: a language, a fact of admission ("slapen met hond"), a day.

Of what fits, who is known to meet it stands first. They never decide what is found: no bed is refused for the name of a
house that has a dog in it, and no psychologist for a library that calls itself Dutch-speaking.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from pyroaring import BitMap

from actors.models.visibility import Viewer
from actors.search.document import speaks, turns_away
from actors.search.words import LANGUAGES, lexemes, words

if TYPE_CHECKING:
    from actors.search.index import Index
    from actors.search.terms import Term

LONGEST = 4  # words of a condition
NOT = frozenset("geen niet pas ne zonder sans not no".split())  # "je ne parle pas français"
NOT_BEFORE = 2  # words before a language among which one of these makes it none
DAYS = {
    word: number
    for number, names in enumerate(
        (
            "maandag lundi monday",
            "dinsdag mardi tuesday",
            "woensdag mercredi wednesday",
            "donderdag jeudi thursday",
            "vrijdag vendredi friday",
            "zaterdag samedi saturday",
            "zondag dimanche sunday",
        )
    )
    for word in names.split()
}
WEEKEND = (5, 6)
AHEAD = {"vandaag": 0, "aujourdhui": 0, "today": 0, "overmorgen": 2, "apresdemain": 2, "morgen": 1, "demain": 1}
TONIGHT = {"vanavond": 18, "cesoir": 18, "tonight": 18}  # and the hour from which that is
WEEKENDS = {"weekend", "weekends"}
PARTS = {  # what follows the name of a day, apart or written together: hours
    **dict.fromkeys(("ochtend", "morgen", "voormiddag", "matin"), (0, 12)),
    **dict.fromkeys(("middag", "namiddag", "apresmidi"), (12, 18)),
    **dict.fromkeys(("avond", "soir"), (18, 24)),
}
PARTS_OF_DAYS = {  # a day, or a part of one, in one word: its number, and hours
    day + part: (number, *hours) for day, number in DAYS.items() for part, hours in (("", (0, 24)), *PARTS.items())
}
HOUR = 60


@dataclass(frozen=True)
class Stretch:
    """Some minutes of a day."""

    day: date
    start: int = 0
    end: int = 24 * HOUR


@dataclass(frozen=True)
class Condition:
    """What is wished beside what is needed: the terms of which one will do, or the time at which it must be open."""

    terms: tuple["Term", ...] = ()
    times: tuple[Stretch, ...] = ()

    @property
    def is_language(self) -> bool:
        return any(term.kind == "language" for term in self.terms)


class Conditions:
    """The words that ask for languages and for facts of admission."""

    def __init__(self, terms: Iterable["Term"]):
        self._called: dict[tuple[str, ...], list[Term]] = defaultdict(list)
        self._forms: dict[str, list[Term]] = defaultdict(list)
        self.vocabulary: set[str] = set()
        for term in terms:
            for language in LANGUAGES:
                # "persan (dari, farsi)": each of these names is its own
                names = words(term.names.get(language, "")) if term.kind == "language" else ()
                for phrase in (*names, *term.synonyms.get(language, ())):
                    self._learn(term, language, words(phrase))

    def _learn(self, term: "Term", language: str, phrase: list[str]) -> None:
        if not phrase or term in self._called[tuple(phrase)]:
            return
        self._called[tuple(phrase)].append(term)
        if len(phrase) == 1:
            self.vocabulary.update(phrase)
            for lexeme in lexemes(phrase[0], language):
                if term not in self._forms[lexeme]:
                    self._forms[lexeme].append(term)

    def of_word(self, word: str, today: date) -> Condition | None:
        """The condition that a word is, in any form."""
        if times := _times([word], today):
            return Condition(times=times)
        found = self._called.get((word,)) or [
            term for language in LANGUAGES for lexeme in lexemes(word, language) for term in self._forms.get(lexeme, ())
        ]
        return Condition(tuple({term.key: term for term in found}.values())) if found else None

    def of_phrase(self, coming: list[str], today: date) -> tuple[Condition | None, int]:
        """The condition that the text goes on with, in two words or more, and how many they are."""
        for length in range(min(LONGEST, len(coming)), 1, -1):
            phrase = coming[:length]
            if times := _times(phrase, today):
                return Condition(times=times), length
            if found := self._called.get(tuple(phrase)):
                return Condition(tuple(found)), length
        return None, 0


def met(index: "Index", viewer: Viewer, condition: Condition) -> tuple[BitMap, BitMap]:
    """The services that are known to meet a condition, and those of which nobody knows it."""
    calendar, found, unknown, refusing = index.calendar(viewer), BitMap(), BitMap(), index.all
    for term in condition.terms:
        spoken = term.kind == "language" and term.code in LANGUAGES
        found |= index.postings[speaks(term.code) if spoken else term.key]
        refusing = refusing & index.postings[turns_away(term.code)]
    for time in condition.times:
        found |= calendar.open_during(time.day, time.start, time.end)
        unknown |= calendar.unknown_during(time.day, time.start, time.end)
    return found, (index.all - refusing if condition.terms else unknown) - found


def is_denied(typed: list[str], position: int) -> bool:
    """Whether the text says that it is not so: "spreekt geen Nederlands"."""
    return not NOT.isdisjoint(typed[max(position - NOT_BEFORE, 0) : position])


def _times(phrase: list[str], today: date) -> tuple[Stretch, ...]:
    """When some words are: "zaterdag", "samedi matin", "ce soir", "week-end"; empty when they tell no day."""
    joined = "".join(phrase)
    if joined in WEEKENDS:
        return tuple(_next(day, today) for day in WEEKEND)
    if hour := TONIGHT.get(joined):
        return (Stretch(today, hour * HOUR),)
    if joined in AHEAD:
        return (Stretch(today + timedelta(days=AHEAD[joined])),)
    if said := PARTS_OF_DAYS.get(joined):
        day, start, end = said
        return (Stretch(_next(day, today).day, start * HOUR, end * HOUR),)
    return ()


def _next(weekday: int, today: date) -> Stretch:
    """The day of this name that comes first, today included."""
    return Stretch(today + timedelta(days=(weekday - today.weekday()) % 7))
