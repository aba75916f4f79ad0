"""Marks: the names under which postings file what a service can be found by."""

from functools import lru_cache

from actors.search.words import content_words, fold, lexemes, words, written_together

Word = tuple[str, str]  # a field and a lexeme in it


def name_mark(text: str) -> str:
    """The mark of a whole name."""
    return f"whole|{fold(text).strip()}"


def main_mark(theme: str) -> str:
    """The mark of the first, most important theme of a service."""
    return f"main|{theme}"


def only_mark(territory: str) -> str:
    """The mark of services for the people of a territory (`zone:sud`), whether for them only or not."""
    return f"only|{territory}"


def street_mark(text: str) -> str:
    """The mark of a place or street by its name, without house number."""
    return "street|" + " ".join(word for word in words(text) if not word[0].isdigit())


@lru_cache(maxsize=5_000)
def read_text(field: str, text: str, language: str) -> tuple[frozenset[Word], frozenset[str]]:
    """The lexemes of a text in its field, and its words. The services of one actor share half of their texts."""
    used = frozenset(content_words(text))
    return frozenset().union(*(_lexemes_in(field, word, language) for word in used | written_together(text))), used


@lru_cache(maxsize=20_000)
def _lexemes_in(field: str, word: str, language: str) -> tuple[Word, ...]:
    return tuple((field, lexeme) for lexeme in lexemes(word, language))
