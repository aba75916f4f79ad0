"""Which services a text means, and how strongly: word by word, through fields and through the taxonomy.

A word is found in a field of the service, or as the name or a synonym of a need, theme or target group that the
service has. So French words find Dutch listings, and acronyms their pairs.
"""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from pyroaring import BitMap

from actors.search.compounds import Compounds
from actors.search.document import ACTOR, DESCRIPTION, NAME, PLACE, SUMMARY
from actors.search.index import Index, main_mark, name_mark, word_mark
from actors.search.spelling import Spelling
from actors.search.terms import Term
from actors.search.words import LONGEST_QUERY, MOST_WORDS, STOP_WORDS, lexemes, query_lexemes, words

TAXONOMY_WEIGHT = 1_000  # in spelling: what the taxonomy calls things is meant before what a listing calls them
LONGEST_PHRASE = 5  # words of a name or synonym in the taxonomy
COMPOUND = "compound"

# How strongly a place of finding speaks; the sum over the words of a query is the text's first criterion.
STRENGTH = {
    NAME: 5,
    "main theme": 5,  # "douche" is what the service's first theme is called
    ACTOR: 4,
    "theme": 4,
    "target": 4,
    "need": 3,  # all that is under the need, also what has little to do with the word
    "part of main theme": 3,  # "aide" in "aide alimentaire"
    COMPOUND: 3,  # "schuld" in "schuldbemiddeling"
    PLACE: 3,
    SUMMARY: 3,
    "part of theme": 2,
    "part of target": 2,
    "part of need": 1,
    DESCRIPTION: 1,
}
# What each adds where strengths are equal: a word in name, theme and summary says more than in one of them.
DETAIL = {where: 2 * strength for where, strength in STRENGTH.items()}


@dataclass
class Group:
    """One word or phrase of the query, and where it was found."""

    text: str
    found: dict[str, BitMap] = field(default_factory=dict)
    terms: list[Term] = field(default_factory=list)

    @cached_property
    def services(self) -> BitMap:
        """All services that it was found in. Asked once per filter, when the group is complete."""
        return BitMap.union(*self.found.values()) if self.found else BitMap()

    @property
    def is_need(self) -> bool:
        """It names something that people need; what also names a target group says for whom instead."""
        kinds = {term.kind for term in self.terms}
        return bool(kinds & {"need", "theme"}) and "target" not in kinds


@dataclass
class Match:
    """What a text means: its groups, and the text as it was corrected (None: it was right)."""

    groups: list[Group]
    corrected: str | None = None
    exact: BitMap = field(default_factory=BitMap)  # services whose name, or whose actor's, is this text

    @property
    def needs(self) -> list[Group]:
        """Two groups or more that name different needs: several needs at once."""
        needs = [group for group in self.groups if group.is_need]
        return needs if len(needs) > 1 else []

    def services_in(self, base: BitMap) -> BitMap:
        """The services of `base` that are meant.

        One need: those in which as many groups were found as in any. Several needs: those that cover at least
        one; ranking puts first what covers most.
        """
        if not self.groups:
            return base
        if self.needs:
            return BitMap.union(*(group.services for group in self.needs)) & base
        return best_covered([group.services & base for group in self.groups])

    def strengths(self, among: BitMap, size: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Per service of `among`: groups found, sum of strengths, sum of details."""
        count, strength, detail = (np.zeros(size, dtype=np.int64) for _ in range(3))
        for group in self.groups:
            strongest = np.zeros(size, dtype=np.int64)
            for where, bitmap in group.found.items():
                members = members_of(bitmap & among)
                strongest[members] = np.maximum(strongest[members], STRENGTH[where])
                detail[members] += DETAIL[where]
            count += strongest > 0
            strength += strongest
        return count, strength, detail


def members_of(bitmap: BitMap) -> np.ndarray:
    """The primary keys in a bitmap, as an array to index with."""
    return np.frombuffer(bitmap.to_array(), dtype=np.uint32).astype(np.int64)


def best_covered(found: list[BitMap]) -> BitMap:
    """What stands in as many of the bitmaps as anything does: in all, else in all but one, and so on."""
    at_least = [BitMap()] * len(found)  # [k]: what stands in more than k of those seen
    for bitmap in found:
        for k in range(len(found) - 1, 0, -1):
            at_least[k] = at_least[k] | (at_least[k - 1] & bitmap)
        at_least[0] = at_least[0] | bitmap
    return next((covered for covered in reversed(at_least) if covered), BitMap())


class Matcher:
    """Reads texts against one state of the index."""

    def __init__(self, index: Index):
        self.index = index
        self.compounds = Compounds()
        self.spelling = Spelling()
        self.spelling.learn(set().union(*index.terms.vocabulary.values()), weight=TAXONOMY_WEIGHT)
        self.compounds.learn(index.terms.vocabulary["nl"])
        self.learn()

    def learn(self) -> None:
        """Take in the words that came into the index since the last time."""
        for language, words_ in self.index.take_new_words().items():
            self.spelling.learn(words_)
            if language == "nl":
                self.compounds.learn(words_)

    def match(self, text: str, *, literal: bool = False) -> Match:
        """What a text means. `literal`: as it stands, without correction."""
        typed = words(text[:LONGEST_QUERY])[:MOST_WORDS]
        groups, spelled = [], []
        position = 0
        while position < len(typed):
            group, length = self._phrase(typed[position:])
            if group is None and (word := typed[position]) not in STOP_WORDS:
                group, word = self._word(word, literal=literal)
                spelled.append(word)
            else:
                spelled += typed[position : position + length]
            if group:
                groups.append(group)
            position += length
        corrected = " ".join(spelled) if spelled != typed else None
        exact = self.index.postings[name_mark(text)]
        return Match(groups, corrected, exact)

    def _phrase(self, coming: list[str]) -> tuple[Group | None, int]:
        """The longest name or synonym of two words or more that the query goes on with."""
        for length in range(min(LONGEST_PHRASE, len(coming)), 1, -1):
            joined = "".join(coming[:length])
            if terms := self.index.terms.by_phrase.get(joined):
                group = Group(" ".join(coming[:length]), terms=terms)
                for term in terms:
                    self._find_term(group, term, whole=True)
                for field_name in (NAME, ACTOR, SUMMARY, DESCRIPTION):
                    self._find_all_words(group, field_name, coming[:length], joined)
                return group, length
        return None, 1

    def _find_all_words(self, group: Group, field_name: str, phrase: list[str], joined: str) -> None:
        """Services whose field has every word of the phrase, or the phrase written together."""
        together = self._in_field(field_name, joined)
        apart = [self._in_field(field_name, word) for word in phrase if word not in STOP_WORDS]
        self._add(group, field_name, together | BitMap.intersection(*apart) if len(apart) > 1 else together)

    def _word(self, word: str, *, literal: bool) -> tuple[Group, str]:
        """The group of one word, corrected when nobody uses it, and the word as it was understood."""
        group = self._as_it_stands(word)
        if group.found or literal:
            return group, word
        if better := self.spelling.correct(word):
            return self._as_it_stands(better), better
        return group, word

    def _as_it_stands(self, word: str) -> Group:
        group = Group(word)
        for field_name in (NAME, ACTOR, PLACE, SUMMARY, DESCRIPTION):
            self._add(group, field_name, self._in_field(field_name, word))
        self._find_term_words(group, word)
        self._add(group, COMPOUND, self._in_compounds(word))
        return group

    def _in_compounds(self, word: str) -> BitMap:
        """Services that have the word as a part of a longer one, or have its two parts as words."""
        found = self._anywhere(self.compounds.longer(word))
        if parts := self.compounds.parts(word):
            first, second = (self._anywhere({*lexemes(part, "nl"), *self.compounds.longer(part)}) for part in parts)
            found = found | (first & second)
        return found

    def _anywhere(self, wanted: set[str]) -> BitMap:
        """Services with one of these lexemes in a strong field, or through the taxonomy."""
        marks = {word_mark(field_name, lex) for field_name in (NAME, ACTOR, SUMMARY) for lex in wanted}
        marks |= {term.key for lex in wanted for term, _whole in self.index.terms.by_lexeme.get(lex, ())}
        return self.index.postings.any_of(marks)

    def _in_field(self, field_name: str, word: str) -> BitMap:
        return self.index.postings.any_of(word_mark(field_name, lexeme) for lexeme in query_lexemes(word))

    def _find_term_words(self, group: Group, word: str) -> None:
        """Through the taxonomy: the word is a name or synonym, or a part of one."""
        for lex in query_lexemes(word):
            for term, whole in self.index.terms.by_lexeme.get(lex, ()):
                self._find_term(group, term, whole=whole)
                if whole and term not in group.terms:
                    group.terms.append(term)

    def _find_term(self, group: Group, term: Term, *, whole: bool) -> None:
        """The services that have a term; those whose first theme it is speak stronger."""
        part = "" if whole else "part of "
        self._add(group, f"{part}{term.kind}", self.index.postings[term.key])
        if term.kind == "theme":
            self._add(group, f"{part}main theme", self.index.postings[main_mark(term.code)])

    @staticmethod
    def _add(group: Group, where: str, services: BitMap) -> None:
        if services:
            group.found[where] = group.found[where] | services if where in group.found else services
