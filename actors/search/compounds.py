"""Dutch writes words together; people search them apart, and the other way round.

The corpus' own vocabulary says how a word splits: "schuldbemiddeling" is "schuld" and "bemiddeling" because both
are words that listings use.
"""

from collections.abc import Callable, Iterable

from actors.search.words import lexemes

SHORTEST_PART = 4  # letters; shorter ones split words that are none ("over-leg")
SHORTEST_ENDING = 6  # letters, when what stands before it is no known word: "dikke-darmkanker"
MUCH = 500  # words; for so many it is quicker to look at every word again than to look for those within
LINKS = ("", "s", "en", "er", "e", "n")  # what Dutch puts between the parts


def split(word: str, known: Callable[[str], bool], links: tuple[str, ...] = LINKS) -> tuple[str, str] | None:
    """A word as two known words, the longest second part first; None when it is no compound."""
    for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        head, tail = word[:cut], word[cut:]
        if known(tail) and (part := _without_link(head, known, links)):
            return part, tail
    return None


def _without_link(head: str, known: Callable[[str], bool], links: tuple[str, ...]) -> str | None:
    for link in links:
        part = head[: len(head) - len(link)]
        if head.endswith(link) and len(part) >= SHORTEST_PART and known(part):
            return part
    return None


def linked(first: str, second: str) -> list[str]:
    """What two words may make: "kindarts", "kindsarts", "kinderarts" …"""
    return [f"{first}{link}{second}" for link in LINKS]


class Compounds:
    """How the words of the corpus are put together."""

    def __init__(self):
        self._words: set[str] = set()
        self._lexemes: set[str] = set()
        self._longer: dict[str, set[str]] = {}  # lexeme of a part: lexemes of the compounds that have it

    def learn(self, words: Iterable[str]) -> None:
        """Take in Dutch words. What is known already is looked at again where a new word may be its part."""
        new = set(words) - self._words
        self._words |= new
        self._lexemes |= {lexeme for word in new for lexeme in lexemes(word, "nl")}
        for word in new | self._made_of(new):
            for part in self._within(word):
                for lexeme in lexemes(part, "nl"):
                    self._longer.setdefault(lexeme, set()).update(lexemes(word, "nl"))

    def _within(self, word: str) -> set[str]:
        """The known words that a word is made of, and those within them. What ends in a known word is a kind of it."""
        parts = split(word, self.knows) or self._ending(word)
        return {within for part in parts for within in (part, *self._within(part))}

    def _ending(self, word: str) -> tuple[str, ...]:
        endings = (word[cut:] for cut in range(SHORTEST_PART, len(word) - SHORTEST_ENDING + 1))
        return next(((ending,) for ending in endings if self.knows(ending)), ())

    def _made_of(self, new: set[str]) -> set[str]:
        """The words that have a new one within them, in any form of it; after much that is new, all words."""
        if len(new) > MUCH:
            return self._words
        forms = new | {lexeme.partition(":")[2] for word in new for lexeme in lexemes(word, "nl")}
        parts = [form for form in forms if len(form) >= SHORTEST_PART]
        return {word for word in self._words if any(part in word for part in parts)}

    def knows(self, part: str) -> bool:
        """Whether listings use this word, in any form."""
        return not self._lexemes.isdisjoint(lexemes(part, "nl"))

    def longer(self, word: str) -> set[str]:
        """The lexemes of the compounds that this word is a part of."""
        return set().union(*(self._longer.get(lexeme, ()) for lexeme in lexemes(word, "nl")))

    def parts(self, word: str, allowed: Callable[[str], bool]) -> tuple[str, str] | None:
        """The two words that a word is made of, among those that are `allowed`."""
        return split(word, lambda part: self.knows(part) and allowed(part))

    def known_part(self, word: str, allowed: Callable[[str], bool]) -> str | None:
        """The longest allowed word of listings that this one ends or begins with: "vervoer" of "rolstoelvervoer"."""
        for length in range(len(word) - SHORTEST_PART, SHORTEST_ENDING - 1, -1):
            for part in (word[-length:], word[:length]):
                if part in self._words and allowed(part):
                    return part
        return None
