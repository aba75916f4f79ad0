"""The words of Dutch and French, so that a word that exists is never taken for a mistake.

The words come from the package `pyspellchecker` (MIT), of which nothing but the word lists is used: 344,000 Dutch
and 140,000 French ones, and the English ones that are used most; words that it lacks come from the lists of Debian's
hunspell (`fixtures/lexicon`). They are kept as sorted numbers of four bytes (2 MB),
written once to `var/` and mapped from there, so that all processes share them. Of a hundred thousand mistakes, some
ten are taken for a word by chance.
"""

import gzip
import json
import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from zlib import crc32

import numpy as np
from django.conf import settings

from actors.search.compounds import split
from actors.search.words import LANGUAGES, fold, words
from repertorium.fixtures import FOLDER

ENGLISH, PARTS = "en", "parts"
LINKS = ("", "s", "en", "er")  # between the parts of what exists; with "n" and "e" too many mistakes look like words
# Language and how often a word was counted at least. The package says 50 for what was met in dictionaries only. Rare
# English words look like mistakes in Dutch or French, and rare Dutch ones make compounds of anything.
LISTS = {"nl": ("nl", 0), "fr": ("fr", 0), ENGLISH: ("en", 1_000), PARTS: ("nl", 51)}
PACKAGE = "pyspellchecker"


class Lexicon:
    """Says whether a folded word exists: it is listed, or (in Dutch) made of two that are."""

    def __init__(self, numbers: dict[str, np.ndarray]):
        self._numbers = numbers

    def __contains__(self, word: str) -> bool:
        listed = any(self.lists(word, list_name) for list_name in (*LANGUAGES, ENGLISH))
        return listed or split(word, lambda part: self.lists(part, PARTS), LINKS) is not None

    def lists(self, word: str, list_name: str) -> bool:
        """Whether a folded word stands in the list of this name."""
        number, numbers = crc32(word.encode()), self._numbers[list_name]
        at = int(np.searchsorted(numbers, np.uint32(number)))
        return at < len(numbers) and int(numbers[at]) == number


@cache
def lexicon() -> Lexicon:
    """The lexicon of this machine; made in a second or two where it is not there yet."""
    return Lexicon({name: _numbers(name) for name in (*LANGUAGES, ENGLISH, PARTS)})


def _numbers(name: str) -> np.ndarray:
    more = FOLDER / "lexicon" / f"{name}.txt.gz"
    packed = more.read_bytes() if more.exists() else b""
    path = settings.VAR_DIR / "lexicon" / f"{name}-{version(PACKAGE)}-{crc32(packed):08x}.npy"
    if not path.exists():
        also = gzip.decompress(packed).decode().split() if packed else ()
        numbers = {crc32(word.encode()) for word in chain(listed_words(*LISTS[name]), also)}
        _write(path, np.unique(np.fromiter(numbers, dtype=np.uint32)))
    return np.load(path, mmap_mode="r")


def listed_words(language: str, least: int) -> Iterable[str]:
    """The folded words that the package lists of a language, counted so often; each word of a phrase by itself."""
    folder = Path(find_spec("spellchecker").origin).parent / "resources"
    with gzip.open(folder / f"{language}.json.gz") as file:
        counted = json.load(file)
    for listed, count in counted.items():
        if count >= least:
            yield from words(fold(listed))


def _write(path: Path, numbers: np.ndarray) -> None:
    """At once or not at all: two processes may start together."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix="draft-", suffix=".npy")
    try:
        with open(handle, "wb") as file:
            np.save(file, numbers)
        os.replace(draft, path)
    except OSError:
        with suppress(OSError):
            os.unlink(draft)
        raise
