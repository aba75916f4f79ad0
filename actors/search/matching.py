"""Which services a text means: word by word, through fields and through the taxonomy.

A word is found in a field of the service, or as the name or a synonym of a need, theme or target group that the
service has. So French words find Dutch listings, and acronyms their pairs.
"""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from django.utils import timezone
from pyroaring import BitMap

from actors.models.visibility import Viewer
from actors.search.compounds import Compounds, linked
from actors.search.conditions import Condition, is_denied, met
from actors.search.document import ACTOR, DESCRIPTION, EXAMPLE, NAME, PLACE, SUMMARY
from actors.search.index import Index
from actors.search.lexicon import lexicon
from actors.search.marks import main_mark, name_mark
from actors.search.meaning import COMPOUND, CONDITION, EXACT, NAMED, PART, Group, Match
from actors.search.numbers import PERSONS, age, channel_mark, site_name, target_of_age
from actors.search.query import PAGE
from actors.search.refusal import DECIDES, WAYS_OUT, asked_beside, refusal
from actors.search.spelling import MOST_WORDS as MOST_CORRECTED
from actors.search.spelling import Spelling, correctable, is_slip
from actors.search.terms import Term
from actors.search.words import (
    LANGUAGES,
    LONGEST_QUERY,
    MOST_WORDS,
    STOP_WORDS,
    lexemes,
    phrase_forms,
    query_lexemes,
    taxonomy_lexemes,
    words,
)

PAIR = 2  # words that may be one, with a link between them: "kind arts"

MOST_READINGS = 5  # of a word with a mistake
LONGEST_PHRASE = 7  # words of a name or synonym in the taxonomy
SHORT_PHRASE = 3  # words that may be one word of the taxonomy, written apart
NEED_OF_LANGUAGE = "need:language"
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
        self._seen: BitMap | None = None  # by the viewer whom it reads for
        self.compounds = Compounds()
        self.spelling = Spelling()
        self._viewer, self._today = Viewer.VISITOR, timezone.localdate()
        self._of_taxonomy = set().union(index.terms.conditions.vocabulary, *index.terms.vocabulary.values())
        self.spelling.learn(sorted(self._of_taxonomy))
        index.take_new_words()
        self._learn(index.words)

    def for_viewer(self, viewer: Viewer, today: date) -> "Matcher":
        """The same for who may not see all: no word is corrected to, or split by, what is hidden or invented."""
        matcher = copy(self)
        matcher._viewer, matcher._today = viewer, today
        matcher._seen = self.index.visible.to(viewer, today) - self.index.postings[EXAMPLE]
        return matcher

    @property
    def visible(self) -> BitMap:
        """The services of which words may be learned by whoever asks."""
        return self.index.all if self._seen is None else self._seen

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

    def match(self, text: str, *, literal: bool = False, language: str = "nl") -> Match:
        """What a text means to somebody who reads this language. `literal`: as it stands, without correction."""
        text = text[:LONGEST_QUERY]
        typed = words(site_name(text))[:MOST_WORDS]
        crisis = self.index.terms.crisis.asked_by(typed, language)
        lines = self.index.postings.any_of(channel_mark(number.phone) for number in crisis)
        named, is_blank = self.index.postings[name_mark(text)], not text.strip()
        if found := self.index.reached_by(text):
            read = [Reading([Group(text.strip(), {NAME: found})], typed)]
        else:
            read = self._meant(typed, language, literal=literal)
        groups = [group for reading in read for group in reading.groups]
        self._take_languages_as_subject(groups)
        spelled = [word for reading in read for word in reading.spelled]
        corrected = " ".join(spelled) if spelled != typed else None
        refused = None
        if said := refusal(self.index.terms, groups, typed):
            groups, refused = [self._way_out(said), *asked_beside(groups)], self.index.postings[DECIDES]
        invented = self.index.postings[EXAMPLE]
        for group in groups:
            group.invented = invented
            asked = {term.ask_at for term in group.terms if term.ask_at}
            group.instead = self.index.postings.any_of(map(main_mark, asked))
        real = len(self.index) - len(invented)
        return Match(groups, corrected, named | lines, crisis, is_blank, real, invented, refused, named)

    @staticmethod
    def _take_languages_as_subject(groups: list[Group]) -> None:
        """Beside a need of language ("cours de français") a language says which one is learned or interpreted."""
        needs = {need for group in groups for term in group.terms for need in (term.key, f"need:{term.parent}")}
        for group in groups if NEED_OF_LANGUAGE in needs else ():
            if group.condition and group.condition.is_language:
                group.condition = None

    def _way_out(self, said: str) -> Group:
        """Who helps after the refusal that these words tell."""
        group = Group(said, terms=[term for key in WAYS_OUT if (term := self.index.terms.get(key))])
        for term in group.terms:
            self._find_term(group, term, EXACT if term is group.terms[0] else "")
        return group

    def _meant(self, typed: list[str], language: str, *, literal: bool) -> list[Reading]:
        """What a text was meant to say: where words were corrected, phrases are looked for once more."""
        read = self._read(typed, literal=literal)
        corrected = [self._making_a_phrase(word, typed, read) or word for word in typed]
        if corrected != typed:
            read = self._read(corrected, literal=literal)
        self._decide(read, language)
        return read

    def _making_a_phrase(self, word: str, typed: list[str], read: list[Reading]) -> str | None:
        """Of the words that this one may be, the one that makes a phrase of the taxonomy with those beside it."""
        near = next((reading.near for reading in read if reading.near and reading.spelled == [word]), ())
        at = typed.index(word) if near else 0
        for known in near:
            for first in range(max(0, at - SHORT_PHRASE + 1), at + 1):
                for last in range(max(at, first + 1), min(first + SHORT_PHRASE, len(typed))):
                    phrase = [*typed[first:at], known, *typed[at + 1 : last + 1]]
                    if self._named(phrase, "".join(phrase)):
                        return known
        return None

    def _read(self, typed: list[str], *, literal: bool) -> list[Reading]:
        read: list[Reading] = []
        position = 0
        while position < len(typed):
            phrase, length = self._unlisted(typed[position:])
            if not phrase:
                phrase, length = self._phrase(typed[position:])
            if not phrase and not literal:
                phrase, length = self._condition(typed[position:])
            if phrase:
                read.append(Reading([phrase], typed[position : position + length]))
            elif (years := age(typed, position)) is not None:
                length = 2
                read.append(self._aged(years, typed[position : position + length], read))
            elif typed[position] in STOP_WORDS or (not literal and self._is_denied(typed, position)):
                length = 1
                read.append(Reading([], [typed[position]]))
            else:
                length = 1
                read.append(self._word(typed, position, literal=literal))
            position += length
        return read

    def _unlisted(self, coming: list[str]) -> tuple[Group | None, int]:
        """The longest well-known name that the text goes on with and that nobody here bears: what comes nearest."""
        unlisted = self.index.terms.unlisted
        for length in range(min(unlisted.longest, len(coming)), 0, -1):
            term = unlisted.called.get(tuple(coming[:length]))
            theme = term and self.index.terms["theme"].get(term.parent)
            if theme and not self._is_borne(coming[:length]):
                group = Group(" ".join(coming[:length]), terms=[theme], unlisted=term)
                self._find_term(group, theme, EXACT)
                return group, length
        return None, 1

    def _is_borne(self, name: list[str]) -> bool:
        """Whether a listing that the viewer may see has all the words of a name in its own."""
        wanted = [word for word in name if word not in STOP_WORDS] or name
        found = [self._in_fields(word) for word in wanted]
        return any(
            self._is_seen(BitMap.intersection(*(fields.get(where, BitMap()) for fields in found)))
            for where in (NAME, ACTOR)
        )

    def _condition(self, coming: list[str]) -> tuple[Group | None, int]:
        """The condition of two words or more that the text goes on with."""
        condition, length = self.index.terms.conditions.of_phrase(coming, self._today)
        if condition is None:
            return None, 1
        group = Group(" ".join(coming[:length]))
        self._set_condition(group, condition)
        return group, length

    def _is_denied(self, typed: list[str], position: int) -> bool:
        """Whether the text says that a language is not spoken."""
        condition = self.index.terms.conditions.of_word(typed[position], self._today)
        return bool(condition and condition.is_language and is_denied(typed, position))

    def _set_condition(self, group: Group, condition: Condition) -> None:
        group.condition = condition
        found, group.unknown = met(self.index, self._viewer, condition)
        group.add(CONDITION, found)

    def _aged(self, years: int, said: list[str], before: list[Reading]) -> Reading:
        """For people of an age. The word before it ("kind van 14 jaar") says no more than that."""
        last = next((reading for reading in reversed(before) if reading.groups), None)
        if last and not PERSONS.isdisjoint(last.spelled):
            last.groups = []
        term = self.index.terms["target"].get(target_of_age(years))
        if term is None:
            return Reading([], said)
        group = Group(" ".join(said), terms=[term])
        self._find_term(group, term, EXACT)
        return Reading([group], said)

    def _phrase(self, coming: list[str]) -> tuple[Group | None, int]:
        """The longest name or synonym of two words or more that the query goes on with."""
        longest = LONGEST_PHRASE if coming[0] in self.index.terms.phrase_starts else SHORT_PHRASE
        for length in range(min(longest, len(coming)), 1, -1):
            joined = "".join(coming[:length])
            if terms := self._named(coming[:length], joined):
                group = Group(" ".join(coming[:length]), terms=terms)
                self._find_all_words(group, coming[:length], joined)
                for term in terms:
                    self._find_term(group, term, EXACT)
                return group, length
        return None, 1

    def _named(self, phrase: list[str], joined: str) -> list[Term]:
        """The terms that are called so, else those that a form of the phrase names: "colis alimentaire"."""
        by_phrase = self.index.terms.by_phrase
        if terms := by_phrase.get(joined):
            return terms
        forms = [form for language in LANGUAGES for form in phrase_forms(phrase, language)]
        if len(phrase) == PAIR and STOP_WORDS.isdisjoint(phrase):
            forms += linked(*phrase)
        return list({term.key: term for form in forms for term in by_phrase.get(form, ())}.values())

    def _find_all_words(self, group: Group, phrase: list[str], joined: str) -> None:
        """Services with a field that has every word of the phrase, or the phrase written together."""
        together = self._in_fields(joined)
        apart = [self._in_fields(word) for word in phrase if word not in STOP_WORDS]
        for field_name in (NAME, ACTOR, SUMMARY, DESCRIPTION):
            group.add(field_name, together.get(field_name))
            if len(apart) > 1 and all(field_name in found for found in apart):
                group.add(field_name, BitMap.intersection(*(found[field_name] for found in apart)))

    def _word(self, typed: list[str], position: int, *, literal: bool) -> Reading:
        """One word as it stands; when nobody uses it, the words that were meant."""
        word = typed[position]
        group = self._as_it_stands(word)
        for whole in self._written_together(typed, position):
            for where, services in self._as_it_stands(whole).found.items():
                group.add(where, services)
        is_found = group.terms or self._is_seen(*(found for name, found in group.found.items() if name != COMPOUND))
        if is_found or literal:
            return Reading([group], [word])
        near, parts = self._near(word), self.compounds.parts(word, self._lends)
        if self._is_seen(*group.found.values()) and not any(is_slip(word, known) for known in near):
            return Reading([group], [word])
        if parts and not any(is_slip(word, known) for known in near):
            return self._reading(*parts)
        if near:
            return Reading([], [word], near)
        return self._reading(self.compounds.known_part(word, self._lends) or word)

    def _lends(self, word: str) -> bool:
        """Whether a query may be read as this word: one of the taxonomy, or of a listing that the viewer may see."""
        return word in self._of_taxonomy or self._is_seen(self._anyhow(word))

    def _is_seen(self, *services: BitMap) -> bool:
        return any(found.intersect(self.visible) for found in services)

    def _near(self, word: str) -> list[str]:
        """What a word may have been meant to be, where it is none itself."""
        if not correctable(word) or not word.isascii() or word in lexicon():
            return []
        return [known for known in self.spelling.nearest(word) if self._lends(known)]

    def _reading(self, *meant: str) -> Reading:
        return Reading([self._as_it_stands(word) for word in meant], list(meant))

    def _decide(self, read: list[Reading], language: str) -> None:
        """Of several words that are equally near, those are meant that stand beside the other words of the text.

        The likeliest is a word of the reader's language, then what the taxonomy calls something, then what most
        services have. Where that finds less than a page, the next one may have been meant as well.
        """
        if not any(reading.near for reading in read):
            return
        others = [
            group.services for reading in read for group in reading.groups if self._is_seen(*group.found.values())
        ]
        beside = BitMap.intersection(self.visible, *others)
        for at, reading in enumerate(read):
            if not reading.near:
                continue
            services = {word: self._anyhow(word) & self.visible for word in reading.near}
            together = {word: found & beside for word, found in services.items()}
            found = together if any(together.values()) else services
            meant, covered = [], BitMap()
            # The order of the alphabet stays where all else is equal.
            for word in sorted(found, key=lambda one: self._unlikeliness(one, found[one], language)):
                if len(covered) < PAGE and len(meant) < MOST_READINGS and (found[word] or not meant):
                    meant.append(word)
                    covered |= found[word]
            read[at] = self._reading(*meant)

    def _unlikeliness(self, word: str, services: BitMap, language: str) -> tuple:
        spoken = word in self.index.terms.vocabulary[language] or word in self.index.words[language]
        return not services, not spoken, word not in self._of_taxonomy, -len(services)

    def _anyhow(self, word: str) -> BitMap:
        """Services that have the word, in any field or through the taxonomy."""
        return BitMap.union(BitMap(), *self._in_fields(word).values(), self._in_taxonomy(taxonomy_lexemes(word)))

    def _written_together(self, typed: list[str], position: int) -> list[str]:
        """What listings write together of a word and the one before or after it: "borst kanker"."""
        around = typed[max(position - 1, 0) : position + 2]
        pairs = (pair for pair in pairwise(around) if STOP_WORDS.isdisjoint(pair))
        return [whole for pair in pairs for whole in linked(*pair) if self.compounds.knows(whole)]

    def _as_it_stands(self, word: str) -> Group:
        group = Group(word)
        if municipalities := self.index.terms.postal_codes.get(word):
            keys = (f"municipality:{nis}" for nis in municipalities)
            group.add(PLACE, self.index.postings.any_of(keys))
            return group
        if condition := self.index.terms.conditions.of_word(word, self._today):
            self._set_condition(group, condition)
        for field_name, services in self._in_fields(word).items():
            if field_name != PLACE or not word.isdigit():  # "2 kinderen" asks for no house number
                group.add(field_name, services)
        self._find_term_words(group, word)
        group.add(COMPOUND, self._in_compounds(word))
        return group

    def _in_compounds(self, word: str) -> BitMap:
        """Services that have the word as a part of a longer one, or have its two parts as words."""
        found = self._anywhere(self.compounds.longer(word))
        if parts := self.compounds.parts(word, self._lends):
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
        """Through the taxonomy: the word is a name or synonym, in this form or another, or a part of one."""
        called = self.index.terms.by_word.get(word, ())
        for lex in taxonomy_lexemes(word):
            for term, whole in self.index.terms.by_lexeme.get(lex, ()):
                self._find_term(group, term, EXACT if term.key in called else "" if whole else PART)
                if whole and term not in group.terms:
                    group.terms.append(term)

    def _find_term(self, group: Group, term: Term, how: str) -> None:
        """The services that have a term; those whose first theme it is speak stronger, and those called like it."""
        services = self.index.postings[term.key]
        group.add(f"{how}{term.kind}", services)
        if term.kind == "theme":
            group.add(f"{how}main theme", self.index.postings[main_mark(term.code)])
            if how == EXACT:
                named = BitMap.union(*(group.found.get(where, BitMap()) for where in (NAME, ACTOR)))
                group.add(NAMED, named & services)
