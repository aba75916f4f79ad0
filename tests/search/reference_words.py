"""The obvious reference of the words of a region: what its taxonomy calls things, and how Dutch words are put
together from those that listings and taxonomy use."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from actors.search.words import FILLERS, STOP_WORDS, content_words, lexemes, phrase_forms, words
from tests.search.reference_listings import LANGUAGES

LINKS = ("", "s", "en", "er", "e", "n")


class TermWords:
    """A need, theme or target group with its names and synonyms."""

    def __init__(self, kind: str, record):
        self.kind, self.code, self.key = kind, record.code, f"{kind}:{record.code}"
        self.phrases = [
            (language, phrase.strip())
            for language in LANGUAGES
            for column in ("name", "plain", "synonyms")
            for phrase in (getattr(record, f"{column}_{language}") or "").replace("\n", "|").split("|")
            if phrase.strip()
        ]
        self.whole, self.part = set(), set()  # lexemes that are a whole phrase, and those that are a part of one
        self.called = set()  # words that are a whole phrase, in this form
        for language, phrase in self.phrases:
            alone = [word for word in words(phrase) if word not in FILLERS] or words(phrase)
            to_whom = {"me", "mij", "se", "zich", "haar", "hem"} & set(words(phrase))
            if len(alone) == 1 and to_whom and alone[0][-2:] not in ("er", "ir", "re", "en"):  # "me bat"
                alone = words(phrase)
            meaning = alone if len(alone) == 1 else content_words(phrase)
            found = set(chain.from_iterable(lexemes(word, language) for word in meaning))
            if len(alone) == 1:
                self.whole |= found
                self.called.update(alone)
            elif phrase in {
                getattr(record, f"{column}_{spoken}") for column in ("name", "plain") for spoken in LANGUAGES
            }:
                self.part |= found
        self.part -= self.whole

    def is_called(self, phrase: list[str]) -> bool:
        """Whether a phrase is this, written together, with or without its stop words."""
        names = [[words(one), content_words(one)] for _language, one in self.phrases]
        return any("".join(phrase) == "".join(name) for name in chain.from_iterable(names))

    def has_form(self, phrase: list[str]) -> bool:
        """Whether a phrase is this in another form: singular for plural, inflected, two words with a link between."""
        forms = set(chain.from_iterable(phrase_forms(phrase, language) for language in LANGUAGES))
        links = LINKS if len(phrase) == 2 and not STOP_WORDS & set(phrase) else ()
        if any(self.is_called([phrase[0] + link + phrase[1]]) for link in links):
            return True
        return any(
            forms & phrase_forms(name, language)
            for language, one in self.phrases
            for name in (words(one), content_words(one))
            if name
        )


class Vocabulary:
    """The Dutch words that are used, and those that they are made of."""

    def __init__(self, texts: Iterable[str]):
        self.words = set(chain.from_iterable(map(content_words, texts)))
        self.used = set(chain.from_iterable(lexemes(word, "nl") for word in self.words))
        self.split = lru_cache(maxsize=None)(self._split)

    def uses(self, word: str) -> bool:
        """In any form."""
        return bool(set(lexemes(word, "nl")) & self.used)

    def _split(self, word: str) -> tuple[str, str] | None:
        """A compound as two words of four letters or more that are used, with or without a link between them."""
        for cut in range(4, len(word) - 3):
            for link in LINKS:
                head, tail = word[:cut].removesuffix(link), word[cut:]
                if word[:cut].endswith(link) and len(head) >= 4 and self.uses(head) and self.uses(tail):
                    return head, tail
        return None

    def within(self, word: str) -> set[str]:
        """The words in a compound, and those in them; else the longest word of six letters that it ends in."""
        endings = [word[cut:] for cut in range(4, len(word) - 5)]
        parts = self.split(word) or [ending for ending in endings if self.uses(ending)][:1]
        return set(parts).union(*map(self.within, parts))

    def longer(self, word: str) -> set[str]:
        """The lexemes of the compounds that have this word within them."""
        made_of = set(lexemes(word, "nl"))
        compounds = [one for one in self.words if any(made_of & set(lexemes(part, "nl")) for part in self.within(one))]
        return set(chain.from_iterable(lexemes(one, "nl") for one in compounds))

    def together(self, before: str, word: str) -> list[str]:
        """What two words that stand beside each other make, where it is used."""
        wholes = [before + link + word for link in LINKS]
        return [whole for whole in wholes if self.uses(whole) and not {before, word} & STOP_WORDS]
