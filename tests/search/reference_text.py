"""The obvious reference of what a text means: which word of it is found where, service by service.

Folding, stemming and the forms of a phrase are those of `actors.search.words`, which has tests of its own. How strong
each place of finding is (a matter of tuning) is that of `actors.search.meaning`.

Not here: correction of spelling, and a word that nobody uses read as a known word with more to it, which comes after
correction (`test_matching.py` and `test_words.py` have both). Ask for what is known (`Reference.is_known`), or for `literal`.
"""

from dataclasses import dataclass, field
from functools import lru_cache

from actors.models import Need, Service, TargetGroup, Theme
from actors.search.meaning import STRENGTH
from actors.search.ranking import BROADER
from actors.search.words import STOP_WORDS, TIMES, fold, lexemes, query_lexemes, taxonomy_lexemes, words
from tests.search.reference_listings import FIELDS, Listing, Territory
from tests.search.reference_words import TermWords, Vocabulary

STRONG = ("name", "actor", "summary")  # fields in which parts of compounds are looked for
LONGEST_PHRASE = 7


@dataclass(eq=False)
class Group:
    """A word or phrase of the query: where each service has it, and the terms that are called so."""

    where: dict[int, set[str]]
    invented: set[int]  # services that decide nothing
    terms: set[str] = field(default_factory=set)
    text: str = ""  # of a single word

    @property
    def real(self) -> dict[int, set[str]]:
        """Where each service that exists has it."""
        return {pk: found for pk, found in self.where.items() if pk not in self.invented}

    @property
    def means_something(self) -> bool:
        return bool(self.terms) or any(self.real.values())

    @property
    def need(self) -> frozenset[str]:
        """The needs and themes that it names; none when it also says for whom."""
        return frozenset() if any(key.startswith("target:") for key in self.terms) else frozenset(self.terms)

    @property
    def decides(self) -> bool:
        """It names what is needed, who gives it (unless more than an eighth of all are called so) or where; but for
        whom something is says only more about that."""
        kinds, found = {key.partition(":")[0] for key in self.terms}, set().union(*self.real.values())
        having = sum(map(bool, self.real.values()))
        if not having or "theme" in kinds:
            return bool(having)
        named = self.text not in TIMES and {"name", "actor"} & found and having * 8 <= len(self.real)
        is_place = 2 * sum("place" in where for where in self.real.values()) >= having
        return "target" not in kinds and bool("need" in kinds or is_place or named)

    @property
    def is_for_whom(self) -> bool:
        return any(self.real.values()) and any(key.startswith("target:") for key in self.terms)

    @property
    def is_of_nobody(self) -> bool:
        """It names a theme, and nobody has it."""
        return not any(found - {"compound"} for found in self.real.values()) and any(
            key.startswith("theme:") for key in self.terms
        )

    @property
    def rarity(self) -> int:
        """1 for what more than half of all services have, 2 for what more than a quarter have, and so on."""
        having = sum(map(bool, self.real.values()))
        steps = 0
        while having and having * 2**steps <= len(self.real):
            steps += 1
        return steps


class Meaning:
    """What a text means."""

    def __init__(self, groups: list[Group], names: set[int], *, is_blank: bool, of_professionals: set[str]):
        self.groups, self.is_blank, self.of_professionals = groups, is_blank, of_professionals
        self.names = set() if is_blank else names
        self.deciding = self._deciding()
        self.needs = list(dict.fromkeys(group.need for group in groups if group.need))
        if len(self.needs) < 2:  # several needs at once
            self.needs = []

    def _deciding(self) -> list[Group]:
        """Beside a theme that nobody has only what names something decides. Where none of the deciding words says what
        is needed, for whom it is decides as well."""
        deciding = [group for group in self.groups if group.decides]
        if lacking := [group for group in self.groups if group.is_of_nobody]:
            deciding = [group for group in deciding if group.terms] or lacking
        real = [group for group in deciding if any(group.real.values())]
        says_what = any(not key.startswith("target:") for group in real for key in group.terms)
        return (
            [g for g in self.groups if g in deciding or (not says_what and g.is_for_whom)] if deciding else self.groups
        )

    @property
    def asks_for_professionals(self) -> bool:
        """It names what supports professionals, or says that it is for them; without any word, nothing is asked."""
        return not self.groups or any(not self.of_professionals.isdisjoint(group.terms) for group in self.groups)

    def meant(self, services: list[Service]) -> list[Service]:
        """One need: the services in which most of the deciding words are found; several: those that cover any of them.
        Besides, those that are called so. Invented ones where they have as many as those that exist; where nothing
        that exists has any, those that have most."""
        if self.is_blank:
            return services
        score = self.needs_covered if self.needs and not self.names else self.words_found
        real = [service for service in services if not service.is_example]
        best = max(map(score, real), default=0) or max(map(score, services), default=0)
        enough = 1 if self.needs and not self.names else max(best, 1)
        has_enough = {service.pk for service in services if score(service) >= enough}
        if self.is_for_whom_too and sum(service.pk in has_enough for service in real) < 5:
            named = [group for group in self.deciding if group.terms]
            has_enough |= {service.pk for service in services if any(group.where[service.pk] for group in named)}
        return [service for service in services if service.pk in has_enough | self.names]

    @property
    def is_for_whom_too(self) -> bool:
        """A deciding word names a theme and also a target group, and there is one need."""
        kinds = [{key.partition(":")[0] for key in group.terms} for group in self.deciding if any(group.real.values())]
        return not self.needs and any({"theme", "target"} <= of_group for of_group in kinds)

    def is_only_for_others(self, targets: set[str]) -> bool:
        """For some groups, and none of them was typed."""
        typed = {key for group in self.groups for key in group.terms if key.startswith("target:")}
        return bool(typed and targets) and targets.isdisjoint(
            typed | {BROADER.get(key) for key in typed} | {"target:anyone"}
        )

    def words_found(self, service: Service) -> int:
        return sum(bool(group.where[service.pk]) for group in self.deciding)

    def rarity(self, service: Service) -> int:
        """How rare the words are that are found."""
        return sum(group.rarity for group in self.deciding if group.where[service.pk])

    def covers(self, service: Service) -> list[bool]:
        """Which of several needs a service covers, in the order in which they are named."""
        return [any(group.need == need and group.where[service.pk] for group in self.groups) for need in self.needs]

    def needs_covered(self, service: Service) -> int:
        return sum(self.covers(service))

    def is_named_by(self, service: Service) -> bool:
        """It is called by a deciding word, has a theme or is for a group that one names: more than to speak of it."""
        told = {"summary", "description", "place", "around", "compound"}
        return any(group.where[service.pk] - told for group in self.deciding)

    def is_name_of(self, service: Service) -> bool:
        return service.pk in self.names

    def strength(self, service: Service) -> int:
        """The sum, over the words, of the strongest place that each was found in; less where it does not decide."""
        strongest = [
            (max((STRENGTH[where] for where in group.where[service.pk]), default=0), group in self.deciding)
            for group in self.groups
        ]
        return sum(value if decides else value * 3 // 4 for value, decides in strongest)

    def detail(self, service: Service) -> int:
        """The same for all places that each was found in."""
        return sum(STRENGTH[where] for group in self.groups for where in group.where[service.pk])


class Texts:
    """All texts that are searched."""

    def __init__(self, services: list[Service]):
        territory = Territory()
        self.listings = {service.pk: Listing(service, territory) for service in services}
        self.invented = {service.pk for service in services if service.is_example}
        self.terms = [
            TermWords(kind, record)
            for kind, model in (("need", Need), ("theme", Theme), ("target", TargetGroup))
            for record in model.objects.all()
        ]
        themes = Theme.objects.filter(need__code="professional").values_list("code", flat=True)
        self.of_professionals = {"need:professional", "target:professionals", *(f"theme:{code}" for code in themes)}
        said = [phrase for term in self.terms for phrase in term.phrases]
        said += [text for listing in self.listings.values() for _field, *text in listing.texts]
        self.vocabulary = Vocabulary(text for language, text in said if language == "nl")
        self.read = lru_cache(maxsize=None)(self._read)
        self.as_it_stands = lru_cache(maxsize=None)(self._as_it_stands)

    def _read(self, text: str, *, literal: bool = False) -> Meaning:
        groups, typed, position = [], words(text), 0
        while position < len(typed):
            coming = typed[position : position + LONGEST_PHRASE]
            length = next((n for n in range(len(coming), 1, -1) if self._called(coming[:n])), 1)
            if length > 1:
                groups.append(self._phrase(coming[:length]))
            elif coming[0] not in STOP_WORDS:
                groups += self._word(typed, position, literal=literal)
            position += length
        called = {pk for pk, listing in self.listings.items() if fold(text).strip() in listing.names}
        return Meaning(groups, called, is_blank=not text.strip(), of_professionals=self.of_professionals)

    def _called(self, phrase: list[str]) -> list[TermWords]:
        """The terms that are called so; when there are none, those that are called so in another form."""
        called = [term for term in self.terms if term.is_called(phrase)]
        return called or [term for term in self.terms if term.has_form(phrase)]

    def _phrase(self, phrase: list[str]) -> Group:
        """The name of a term: who has the term, or all the words in one field, apart or together."""
        terms, wanted = self._called(phrase), [word for word in phrase if word not in STOP_WORDS]
        where = {}
        for pk, listing in self.listings.items():
            where[pk] = set()
            for name in FIELDS:
                together = self._has(listing, name, "".join(phrase))
                apart = len(wanted) > 1 and all(self._has(listing, name, word) for word in wanted)
                where[pk] |= {name} if together or apart else set()
            for term in terms:
                where[pk] |= self._through(term, listing, "exact ", where[pk])
        return Group(where, self.invented, {term.key for term in terms})

    def _word(self, typed: list[str], position: int, *, literal: bool) -> list[Group]:
        """One word, and what it makes with a word beside it; when nobody uses it, the two words that it is made of."""
        word, before, after = typed[position], typed[:position][-1:], typed[position + 1 :][:1]
        group = self.as_it_stands(word)
        wholes = [whole for other in before for whole in self.vocabulary.together(other, word)]
        wholes += [whole for other in after for whole in self.vocabulary.together(word, other)]
        everywhere = [group, *map(self.as_it_stands, wholes)]
        found = {pk: set().union(*(one.where[pk] for one in everywhere)) for pk in self.listings}
        group = Group(found, self.invented, group.terms, word)
        parts = () if group.means_something or literal else self.vocabulary.split(word)
        return [self.as_it_stands(part) for part in parts or ()] or [group]

    def _as_it_stands(self, word: str) -> Group:
        """One word: in a field, in the words of a term, or in a compound."""
        asked = set(taxonomy_lexemes(word))
        where = {}
        for pk, listing in self.listings.items():
            where[pk] = {name for name in listing.fields if self._has(listing, name, word)}
            for term in self.terms:
                how = "exact " if word in term.called else ""
                where[pk] |= self._through(term, listing, how, where[pk]) if asked & term.whole else set()
                how = "exact " if word in term.called else "part of "
                where[pk] |= self._through(term, listing, how, where[pk]) if asked & term.part else set()
        for pk in self._in_compounds(word):
            where[pk].add("compound")
        return Group(where, self.invented, {term.key for term in self.terms if asked & term.whole}, word)

    @staticmethod
    def _has(listing: Listing, name: str, word: str) -> bool:
        return bool(listing.fields[name] & set(query_lexemes(word)))

    @staticmethod
    def _through(term: TermWords, listing: Listing, how: str, where: set[str]) -> set[str]:
        """How a service has a term: as its first theme, as another, or not; and whether it is called like its theme."""
        found = {f"{how}{term.kind}"} if term.key in listing.terms else set()
        first = term.kind == "theme" and listing.themes and listing.themes[0].code == term.code
        named = how == "exact " and term.kind == "theme" and found and where & {"name", "actor"}
        return found | ({f"{how}main theme"} if first else set()) | ({"name and theme"} if named else set())

    def _in_compounds(self, word: str) -> list[int]:
        """The services with a longer word that this is a part of, and those with both words that it is made of."""
        longer, parts = self.vocabulary.longer(word), self.vocabulary.split(word) or ()
        ways = [[{*lexemes(part, "nl"), *self.vocabulary.longer(part)} for part in parts], [longer]]
        return [
            pk
            for pk, listing in self.listings.items()
            if any(way and all(self._anywhere(listing, wanted) for wanted in way) for way in ways)
        ]

    def _anywhere(self, listing: Listing, wanted: set[str]) -> bool:
        """In a strong field, or in a term that the service has."""
        in_fields = any(listing.fields[name] & wanted for name in STRONG)
        return in_fields or any(wanted & (term.whole | term.part) for term in self.terms if term.key in listing.terms)
