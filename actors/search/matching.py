"""Which services a text means: word by word, through fields and through the taxonomy.

A word is found in a field of the service, or as the name or a synonym of a need, theme or target group that the
service has. So French words find Dutch listings, and acronyms their pairs.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from pyroaring import BitMap

from actors.search.compounds import Compounds
from actors.search.document import ACTOR, DESCRIPTION, NAME, SUMMARY
from actors.search.index import Index
from actors.search.marks import main_mark, name_mark
from actors.search.meaning import COMPOUND, Group, Match
from actors.search.query import PAGE
from actors.search.spelling import MOST_WORDS as MOST_CORRECTED
from actors.search.spelling import Spelling
from actors.search.terms import Term
from actors.search.words import (
    LANGUAGES,
    LONGEST_QUERY,
    MOST_WORDS,
    STOP_WORDS,
    lexemes,
    phrase_forms,
    query_lexemes,
    words,
)

MOST_READINGS = 5  # of a word with a mistake
LONGEST_PHRASE = 5  # words of a name or synonym in the taxonomy
TELLING = (NAME, ACTOR, SUMMARY)  # fields in which a part of a word says what a service is


@dataclass
class Reading:
    """A word or phrase of the text: its groups, how it is spelled, or the words that it may be."""

    groups: list[Group]
    spelled: list[str]
    near: list[str] = field(default_factory=list)


class Matcher:
    """Reads texts against one state of the index."""

    def __init__(self, index: Index):
        self.index = index
        self.compounds = Compounds()
        self.spelling = Spelling()
        self._of_taxonomy = set().union(*index.terms.vocabulary.values())
        self.spelling.learn(sorted(self._of_taxonomy))
        index.take_new_words()
        self._learn(index.words)

    def learn(self) -> None:
        """Take in the words that came into the index since the last time."""
        self._learn(self.index.take_new_words())

    def _learn(self, new: dict[str, set[str]]) -> None:
        """Compounds learn words of the taxonomy together with those of listings: each may be a part of the other."""
        words = sorted(set().union(*new.values()))  # not in the order of a set, which differs from process to process
        if len(words) > MOST_CORRECTED:
            words.sort(key=lambda word: len(self._anyhow(word)), reverse=True)
        self.spelling.learn(words)
        self.compounds.learn(new["nl"] | self.index.terms.vocabulary["nl"])

    def match(self, text: str, *, literal: bool = False) -> Match:
        """What a text means. `literal`: as it stands, without correction."""
        typed = words(text[:LONGEST_QUERY])[:MOST_WORDS]
        read: list[Reading] = []
        position = 0
        while position < len(typed):
            phrase, length = self._phrase(typed[position:])
            if phrase or typed[position] in STOP_WORDS:
                read.append(Reading([phrase] if phrase else [], typed[position : position + length]))
            else:
                read.append(self._word(typed, position, literal=literal))
            position += length
        self._decide(read)
        groups = [group for reading in read for group in reading.groups]
        spelled = [word for reading in read for word in reading.spelled]
        corrected = " ".join(spelled) if spelled != typed else None
        return Match(groups, corrected, self.index.postings[name_mark(text)])

    def _phrase(self, coming: list[str]) -> tuple[Group | None, int]:
        """The longest name or synonym of two words or more that the query goes on with."""
        for length in range(min(LONGEST_PHRASE, len(coming)), 1, -1):
            joined = "".join(coming[:length])
            if terms := self._named(coming[:length], joined):
                group = Group(" ".join(coming[:length]), terms=terms)
                for term in terms:
                    self._find_term(group, term, whole=True)
                self._find_all_words(group, coming[:length], joined)
                return group, length
        return None, 1

    def _named(self, phrase: list[str], joined: str) -> list[Term]:
        """The terms that are called so, else those that a form of the phrase names: "colis alimentaire"."""
        by_phrase = self.index.terms.by_phrase
        if terms := by_phrase.get(joined):
            return terms
        forms = (form for language in LANGUAGES for form in phrase_forms(phrase, language))
        return list({term.key: term for form in forms for term in by_phrase.get(form, ())}.values())

    def _find_all_words(self, group: Group, phrase: list[str], joined: str) -> None:
        """Services with a field that has every word of the phrase, or the phrase written together."""
        together = self._in_fields(joined)
        apart = [self._in_fields(word) for word in phrase if word not in STOP_WORDS]
        for field_name in (NAME, ACTOR, SUMMARY, DESCRIPTION):
            self._add(group, field_name, together.get(field_name))
            if len(apart) > 1 and all(field_name in found for found in apart):
                self._add(group, field_name, BitMap.intersection(*(found[field_name] for found in apart)))

    def _word(self, typed: list[str], position: int, *, literal: bool) -> Reading:
        """One word as it stands; when nobody uses it, the words that were meant."""
        word = typed[position]
        group = self._as_it_stands(word)
        for whole in self._written_together(typed, position):
            for where, services in self._as_it_stands(whole).found.items():
                self._add(group, where, services)
        if group.found or group.terms or literal:
            return Reading([group], [word])
        if parts := self.compounds.parts(word):
            return self._reading(*parts)
        near = [known for known in self.spelling.nearest(word) if known in self._of_taxonomy or self._anyhow(known)]
        if len(near) > 1:
            return Reading([], [word], near)
        return self._reading(*near or [self.compounds.known_part(word) or word])

    def _reading(self, *meant: str) -> Reading:
        return Reading([self._as_it_stands(word) for word in meant], list(meant))

    def _decide(self, read: list[Reading]) -> None:
        """Of several words that are equally near, those are meant that stand beside the other words of the text.

        The likeliest is what the taxonomy calls something, then what most services have. Where that finds less than
        a page, the next one may have been meant as well.
        """
        if not any(reading.near for reading in read):
            return
        others = [group.services for reading in read for group in reading.groups if group.found]
        beside = BitMap.intersection(self.index.all, *others)
        for at, reading in enumerate(read):
            if not reading.near:
                continue
            services = {word: self._anyhow(word) for word in reading.near}
            together = {word: found & beside for word, found in services.items()}
            found = together if any(together.values()) else services
            meant, covered = [], BitMap()
            # The order of the alphabet stays where all else is equal.
            for word in sorted(found, key=lambda one: (not found[one], one not in self._of_taxonomy, -len(found[one]))):
                if len(covered) < PAGE and len(meant) < MOST_READINGS and (found[word] or not meant):
                    meant.append(word)
                    covered |= found[word]
            read[at] = self._reading(*meant)

    def _anyhow(self, word: str) -> BitMap:
        """Services that have the word, in any field or through the taxonomy."""
        return BitMap.union(BitMap(), *self._in_fields(word).values(), self._in_taxonomy(query_lexemes(word)))

    def _written_together(self, typed: list[str], position: int) -> list[str]:
        """What listings write together of a word and the one before or after it: "borst kanker"."""
        around = typed[max(position - 1, 0) : position + 2]
        pairs = (pair for pair in pairwise(around) if STOP_WORDS.isdisjoint(pair))
        return [whole for pair in pairs if self.compounds.knows(whole := "".join(pair))]

    def _as_it_stands(self, word: str) -> Group:
        group = Group(word)
        for field_name, services in self._in_fields(word).items():
            self._add(group, field_name, services)
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
        found = self.index.postings.in_fields(wanted)
        telling = (found[field_name] for field_name in TELLING if field_name in found)
        return BitMap.union(self._in_taxonomy(wanted), *telling)

    def _in_taxonomy(self, wanted: Iterable[str]) -> BitMap:
        """Services with a term of which one of these lexemes is a name or a part of one."""
        by_lexeme = self.index.terms.by_lexeme
        return self.index.postings.any_of({term.key for lex in wanted for term, _whole in by_lexeme.get(lex, ())})

    def _in_fields(self, word: str) -> dict[str, BitMap]:
        return self.index.postings.in_fields(query_lexemes(word))

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
    def _add(group: Group, where: str, services: BitMap | None) -> None:
        if services:
            group.found[where] = group.found[where] | services if where in group.found else services
