"""Bare names of persons in a few typed words: likely ones, to be asked about and never to be refused.

No pattern tells a name from a street, so this looks for what names have in common: capitals, words that neither
language writes small (`fixtures/lexicon`), a word such as "voor" or "pour" before them. What the Region itself calls so
(streets, stations, organisations and what they offer) is left alone: `known_names.py`.
"""

import gzip
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from operator import attrgetter

from actors.known_names import are_known, are_ordinary
from actors.search.lexicon import lexicon
from repertorium.fixtures import FOLDER
from repertorium.folding import fold

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
PARTS = re.compile(r"[-'’]")
WITHIN = re.compile(r"[^\S\n]+")  # between the words of a name
AFTER_INITIAL = re.compile(r"\.?[^\S\n]*")
PARTICLES = frozenset(
    "abu ait al bin ben bint da das de del den der di do dos du el ibn la le ten ter ul van von y".split()
)
SKIPPED = PARTICLES | frozenset("a aan au aux d des een het l les naar un une".split())  # before a name
BEFORE_A_PERSON = frozenset(
    # Dutch: for; ask, call, see; a file, a family, a bed
    "voor namens vraag vragen bel bellen contacteer contact zie dossier client familie bewoner bewoonster patient "
    "kind baby kamer bed gereserveerd "
    # French: the same
    "pour demander demandez appeler appelez contacter contactez voir famille resident residente enfant bebe chambre "
    "lit nom part reserve".split()
)


@dataclass(frozen=True)
class Typed:
    """A word of a text, and where it stands."""

    text: str
    start: int
    end: int

    @cached_property
    def folded(self) -> str:
        return fold(self.text)

    @property
    def is_capital(self) -> bool:
        """It begins with a capital, and is no abbreviation."""
        return self.text[0].isupper() and (len(self.text) == 1 or not self.text.isupper())

    @property
    def is_initial(self) -> bool:
        return len(self.text) == 1

    @cached_property
    def is_rare(self) -> bool:
        """No word that Dutch or French writes small: its parts are listed as names, or not at all."""
        parts = [part for part in PARTS.split(self.folded) if len(part) > 1]
        if not parts or are_ordinary(self.folded):
            return False
        return all(part in _listed("names") or part not in lexicon() for part in parts)

    @cached_property
    def may_be_a_name(self) -> bool:
        """Rare, or a word of either language that people are called too, as "Rose" or "Pierre"."""
        return self.is_rare or all(part in _listed("also_names") for part in PARTS.split(self.folded))


def may_be_called(word: str) -> bool:
    """Whether this word, which stands alone, is listed as a name of persons, and names no place."""
    folded = fold(word)
    return not are_ordinary(folded) and (folded in _listed("names") or folded in _listed("also_names"))


def exists(word: str) -> bool:
    """Whether Dutch or French know this word."""
    return fold(word) in lexicon()


def person_names(text: str) -> list[str]:
    """What in a text may be the name of a person."""
    words = list(_words(text))
    return [name for run in _runs(text, words) if (name := _name(text, words, run))]


def _name(text: str, words: list[Typed], run: list[Typed]) -> str:
    """The likely name that a run is; empty where it is none, or that of something in the Region."""
    before = _before(words, run)
    if not _is_likely(run, before):
        return ""
    name, rest = (text[part[0].start : run[-1].end] if part else "" for part in (run, _after_first(run)))
    return "" if are_known(name, before) or (rest and are_known(rest)) else name


def _after_first(run: list[Typed]) -> list[Typed]:
    """The rest where the first word has its capital from the sentence only: "Project van Brusano"."""
    rest = [] if run[0].may_be_a_name else run[1:]
    while rest and rest[0].folded in PARTICLES:
        rest = rest[1:]
    return rest


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(gzip.decompress((FOLDER / "lexicon" / f"{name}.txt.gz").read_bytes()).decode().split())


def _words(text: str) -> Iterator[Typed]:
    if text.isupper():
        text = text.lower()
    for found in WORD.finditer(text):
        yield Typed(found[0], *found.span())


def _runs(text: str, words: list[Typed]) -> Iterator[list[Typed]]:
    """Words with a capital, one after another, or such as may be names without; the particles between them too."""
    at = 0
    while at < len(words):
        run = _run(text, words[at:], attrgetter("is_capital")) or _run(text, words[at:], attrgetter("may_be_a_name"))
        at += max(len(run), 1)
        if run:
            yield run


def _run(text: str, words: list[Typed], belongs: Callable[[Typed], bool]) -> list[Typed]:
    """The longest run of words that belong together from the first on, without particles at its end."""
    run: list[Typed] = []
    for word in words:
        between = AFTER_INITIAL if run and run[-1].is_initial else WITHIN
        if run and not between.fullmatch(text[run[-1].end : word.start]):
            break
        if not belongs(word) and not (run and word.folded in PARTICLES):
            break
        run.append(word)
    while run and not belongs(run[-1]):
        run.pop()
    return run


def _before(words: list[Typed], run: list[Typed]) -> str:
    """The word before a run that means something: "demander" of "demander à"; empty where there is none."""
    before = [word.folded for word in words if word.end <= run[0].start and word.folded not in SKIPPED]
    return before[-1] if before else ""


def _is_likely(run: list[Typed], before: str) -> bool:
    """Two capitals of which one may be a name, or one where a person is told; without capitals, two where one is."""
    parts = [word for word in run if word.folded not in PARTICLES or word.is_rare]
    names = [word for word in parts if word.may_be_a_name and not word.is_initial]
    told = before in BEFORE_A_PERSON
    if all(word.is_capital for word in parts):
        return bool(names) and (len(parts) > 1 or told)
    return told and len(names) > 1 and any(word.is_rare for word in names)
