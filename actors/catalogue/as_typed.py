"""Words as people write them: search works with folded ones, pages show accents and capitals."""

import re
from functools import lru_cache

from actors.search.terms import Terms, phrases
from actors.search.words import fold, words

WORD = re.compile(r"[^\W_]+")


class AsTyped:
    """The folded words of a search as they were typed; what was corrected, as the taxonomy writes it."""

    def __init__(self, terms: Terms, text: str):
        self._text = text
        self._typed = [(fold(found.group()), found.start(), found.end()) for found in WORD.finditer(text)]
        self._terms = terms

    def __call__(self, folded: str) -> str:
        """A word or phrase."""
        wanted = folded.split()
        for at in range(len(self._typed) - len(wanted) + 1):
            there = self._typed[at : at + len(wanted)]
            if [word for word, _start, _end in there] == wanted:
                return self._text[there[0][1] : there[-1][2]]
        return " ".join(self._one(word) for word in wanted)

    def _one(self, word: str) -> str:
        typed = next((self._text[start:end] for known, start, end in self._typed if known == word), None)
        return typed or _spelled(self._terms).get(word, word)


@lru_cache(maxsize=2)
def _spelled(terms: Terms) -> dict[str, str]:
    """Folded words of the taxonomy with their accents, in small letters."""
    found: dict[str, str] = {}
    for kind in ("need", "theme", "target"):
        for term in terms[kind].values():
            for _language, phrase in phrases(term):
                for written in WORD.findall(phrase.lower()):
                    if [fold(written)] == words(written):
                        found.setdefault(fold(written), written)
    return found
