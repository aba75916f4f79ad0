"""How hard a text is to read, in Dutch and in French.

Two measures, because one cannot do both jobs (docs/decisions/0009-readability.md):

- `reading_ease` of a body of text: Flesch's formula with the published coefficients of each language. Dutch: W. H.
  Douma, "De leesbaarheid van landbouwbladen" (Wageningen, 1960). French: L. Kandel and A. Moles, "Application de
  l'indice de Flesch à la langue française" (Cahiers d'études de radio-télévision 19, 1958). 100 is very easy.
- `load` of one text of a sentence or two, for which such formulas jump about: the longest sentence and the long words,
  each against a ceiling. 1 is the ceiling.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from math import ceil

# Base, words in a sentence, syllables in a word.
COEFFICIENTS = {"nl": (206.84, 0.93, 77.0), "fr": (207.0, 1.015, 73.6)}
B1_EASE = 70  # Douma's "fairly easy": the last years of primary school, which is at or below B1
SAMPLE = 100  # words; Flesch, Douma, Kandel and Moles all sample pieces of this length

LONGEST_SENTENCE = 13  # words; the National Crisis Centre's guide to plain language: no more than ten to thirteen
LONG_WORD = 4  # syllables
LONG_WORDS = 0.2  # of the words

WORD = re.compile(r"[^\W_]+(?:['’.,\-][^\W_]+)*")
SENTENCE_END = re.compile(r"[.!?…:;]+(?=\s|$)|\n+")

# The nuclei of Dutch syllables, longest first; a trema begins a new one.
NUCLEI_NL = re.compile(r"ieu|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|ou|au|[aeiouyàáâäèéêëìíîïòóôöùúûü]")
VOWELS_FR = "aeiouyàâäéèêëîïôöùûüœæ"
MUTE_FR = re.compile(r"es?$")  # marche, marches; -ent cannot be told from agent, so it counts
GLIDE_FR = re.compile(rf"(?<=[{VOWELS_FR}])y(?=[{VOWELS_FR}])")  # mo-yen
NUCLEI_FR = re.compile(r"é|[aeiouyàâäèêîôöùûœæ]+|[ëïü][aeiouyàâäèêîôöùûœæ]*")  # ré-u-nion, ma-ïs


@dataclass(frozen=True)
class Readability:
    """What makes a text hard: counts of its sentences, words and syllables."""

    language: str
    sentences: int
    words: int
    syllables: int
    longest: int
    long_words: tuple[str, ...] = ()

    @classmethod
    def of(cls, texts: str | Iterable[str], language: str) -> "Readability":
        """The counts of one text, or of several read as one body."""
        texts = [texts] if isinstance(texts, str) else texts
        parts = [WORD.findall(part) for text in texts for part in SENTENCE_END.split(text)]
        lengths = [len(part) for part in parts if part]
        counted = [(word, syllables(word, language)) for word in chain.from_iterable(parts)]
        return cls(
            language=language,
            sentences=len(lengths),
            words=len(counted),
            syllables=sum(count for _word, count in counted),
            longest=max(lengths, default=0),
            long_words=tuple(word for word, count in counted if count >= LONG_WORD),
        )

    @property
    def reading_ease(self) -> float | None:
        """Flesch-Douma or Kandel & Moles; None for less than a sample, where it says nothing."""
        if self.words < SAMPLE:
            return None
        base, per_word, per_syllable = COEFFICIENTS[self.language]
        return base - per_word * self.words / self.sentences - per_syllable * self.syllables / self.words

    @property
    def load(self) -> float:
        """The longest sentence or the share of long words against its ceiling, whichever is nearer to it.

        One long word is forgiven: what is called "maatschappelijk werker" cannot be called otherwise.
        """
        long_words = max(0, len(self.long_words) - 1) / max(1, self.words)
        return max(self.longest / LONGEST_SENTENCE, long_words / LONG_WORDS)

    @property
    def percent(self) -> int:
        """The load, where 100 is the limit; never rounded over it."""
        return ceil(100 * self.load) if self.load > 1 else round(100 * self.load)

    @property
    def is_plain(self) -> bool:
        """B1 or below, as far as counting can tell."""
        ease = self.reading_ease
        return self.load <= 1 and (ease is None or ease >= B1_EASE)


def syllables(word: str, language: str) -> int:
    """Syllables of a word, by its vowels; a number and an abbreviation have at least one."""
    return max(1, sum(_nuclei(part, language) for part in re.split(r"[-'’]", word.lower())))


def _nuclei(part: str, language: str) -> int:
    if language == "nl":
        return len(NUCLEI_NL.findall(part))
    spoken = GLIDE_FR.sub("j", MUTE_FR.sub("", part))
    return len(NUCLEI_FR.findall(spoken)) or bool(MUTE_FR.search(part))  # le, des
