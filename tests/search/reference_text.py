"""The obvious reference of what a text means: which word of it is found where, service by service.

Folding and stemming are those of `actors.search.words`, which has tests of its own.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from operator import attrgetter

from actors.enums import Level
from actors.models import Need, Service, TargetGroup, Theme, Viewer
from actors.search.matching import STRENGTH
from actors.search.words import STOP_WORDS, content_words, document_lexemes, fold, lexemes, query_lexemes, words

LANGUAGES = ("nl", "fr")
FIELDS = {
    "name": ("name",),
    "actor": ("actor.name", "actor.acronym"),
    "summary": ("summary", "plain", "conditions"),
    "description": ("description", "actor.description"),
}
STRONG = ("name", "actor", "summary")  # fields in which parts of compounds are looked for
LONGEST_PHRASE = 5


def texts_of(service: Service) -> list[tuple[str, str, str]]:
    """Field, language and text of all that a service is found by, names of territories apart."""
    texts = [
        (name, language, attrgetter(f"{path}_{language}")(service) or "")
        for name, paths in FIELDS.items()
        for path in paths
        for language in LANGUAGES
    ]
    for place in service.places.all():
        if place.location.level != Level.PROFESSIONALS and not place.seen_by(Viewer.VISITOR).withheld:
            for language in LANGUAGES:
                texts += [
                    ("place", language, getattr(place.location, f"{what}_{language}") or "")
                    for what in ("name", "street")
                ]
    return texts


def territories_of(service: Service) -> list[tuple[str, str, str]]:
    """The names of neighbourhoods and municipalities; where one is missing, that in the other language."""
    texts = []
    for place in service.places.all():
        if place.location.level == Level.PROFESSIONALS:
            continue
        where = place.seen_by(Viewer.VISITOR)
        for territory in filter(None, (where.neighbourhood, where.municipality)):
            texts.append(("place", "nl", territory.name_nl or territory.name_fr))
            texts.append(("place", "fr", territory.name_fr or territory.name_nl))
    return texts


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
        for language, phrase in self.phrases:
            meaning = content_words(phrase) or words(phrase)
            found = set(chain.from_iterable(lexemes(word, language) for word in meaning))
            (self.whole if len(meaning) == 1 else self.part).update(found)
        self.part -= self.whole

    def is_called(self, joined: str) -> bool:
        """Whether a phrase is this, written together, with or without its stop words."""
        return any(joined in {"".join(words(one)), "".join(content_words(one))} for _language, one in self.phrases)


@dataclass
class Known:
    """A service with its lexemes by field and its terms."""

    fields: dict[str, set[str]]
    themes: list[str]
    keys: set[str]
    names: set[str]


@dataclass
class Group:
    """A word or phrase of the query: where each service has it, and the terms that are called so."""

    where: dict[int, set[str]]
    terms: set[str] = field(default_factory=set)

    @property
    def need(self) -> frozenset[str]:
        """The needs and themes that it names; none when it also says for whom."""
        return frozenset() if any(key.startswith("target:") for key in self.terms) else frozenset(self.terms)


class Meaning:
    """What a text means."""

    def __init__(self, groups: list[Group], names: set[int]):
        self.groups, self.names = groups, names
        needs = {group.need for group in groups if group.need}
        self.needs = needs if len(needs) > 1 else set()  # several needs at once

    def meant(self, services: list[Service]) -> list[Service]:
        """One need: the services in which most of the words are found; several: those that cover any of them."""
        if not self.groups:
            return services
        score = self.needs_covered if self.needs else self.words_found
        best = max(map(score, services), default=0)
        enough = 1 if self.needs else max(best, 1)
        return [service for service in services if score(service) >= enough]

    def words_found(self, service: Service) -> int:
        return sum(bool(group.where[service.pk]) for group in self.groups)

    def needs_covered(self, service: Service) -> int:
        return len({group.need for group in self.groups if group.need and group.where[service.pk]})

    def is_name_of(self, service: Service) -> bool:
        return bool(self.groups) and service.pk in self.names

    def strength(self, service: Service) -> int:
        """The sum, over the words, of the strongest place that each was found in."""
        return sum(max((STRENGTH[where] for where in group.where[service.pk]), default=0) for group in self.groups)

    def detail(self, service: Service) -> int:
        """The same for all places that each was found in."""
        return 2 * sum(STRENGTH[where] for group in self.groups for where in group.where[service.pk])


class Texts:
    """All texts that are searched."""

    def __init__(self, services: list[Service]):
        self.services = {service.pk: self._known(service) for service in services}
        self.terms = [
            TermWords(kind, record)
            for kind, model in (("need", Need), ("theme", Theme), ("target", TargetGroup))
            for record in model.objects.all()
        ]
        dutch = [text for service in services for _field, language, text in texts_of(service) if language == "nl"]
        self.words = set(chain.from_iterable(map(content_words, dutch)))
        self.used = set(chain.from_iterable(lexemes(word, "nl") for word in self.words))
        self.read = lru_cache(maxsize=None)(self._read)
        self.split = lru_cache(maxsize=None)(self._split)

    @staticmethod
    def _known(service: Service) -> Known:
        themes = [link.theme for link in sorted(service.theme_links.all(), key=lambda link: link.pk)]
        keys = {f"theme:{theme.code}" for theme in themes} | {f"need:{theme.need.code}" for theme in themes}
        keys |= {f"target:{link.target.code}" for link in service.target_links.all()}
        own = texts_of(service)
        found = {name: set() for name in (*FIELDS, "place")}
        for name, language, text in own + territories_of(service):
            found[name] |= document_lexemes(text, language)
        names = {fold(text).strip() for name, _language, text in own if name in {"name", "actor"} and text}
        return Known(found, [theme.code for theme in themes], keys, names)

    def is_known(self, text: str) -> bool:
        """Whether every word is found somewhere, so that none is taken for a mistake."""
        return all(any(group.where.values()) for group in self.read(text).groups)

    def _read(self, text: str) -> Meaning:
        groups, coming = [], words(text)
        while coming:
            length = next((n for n in range(min(LONGEST_PHRASE, len(coming)), 1, -1) if self._called(coming[:n])), 1)
            if length > 1:
                groups.append(self._phrase(coming[:length]))
            elif coming[0] not in STOP_WORDS:
                groups.append(self._word(coming[0]))
            coming = coming[length:]
        called = {pk for pk, known in self.services.items() if fold(text).strip() in known.names}
        return Meaning(groups, called)

    def _called(self, phrase: list[str]) -> list[TermWords]:
        return [term for term in self.terms if term.is_called("".join(phrase))]

    def _phrase(self, phrase: list[str]) -> Group:
        """The name of a term: who has the term, or all the words in one field, apart or together."""
        terms, wanted = self._called(phrase), [word for word in phrase if word not in STOP_WORDS]
        where = {}
        for pk, known in self.services.items():
            where[pk] = set().union(*(self._through(term, known, "") for term in terms))
            for name in FIELDS:
                together = self._has(known, name, "".join(phrase))
                apart = len(wanted) > 1 and all(self._has(known, name, word) for word in wanted)
                where[pk] |= {name} if together or apart else set()
        return Group(where, {term.key for term in terms})

    def _word(self, word: str) -> Group:
        """One word: in a field, in the words of a term, or in a compound."""
        asked = set(query_lexemes(word))
        where = {}
        for pk, known in self.services.items():
            where[pk] = {name for name in known.fields if self._has(known, name, word)}
            for term in self.terms:
                where[pk] |= self._through(term, known, "") if asked & term.whole else set()
                where[pk] |= self._through(term, known, "part of ") if asked & term.part else set()
            where[pk] |= {"compound"} if self._in_compound(known, word) else set()
        return Group(where, {term.key for term in self.terms if asked & term.whole})

    @staticmethod
    def _has(known: Known, name: str, word: str) -> bool:
        return bool(known.fields[name] & set(query_lexemes(word)))

    @staticmethod
    def _through(term: TermWords, known: Known, part: str) -> set[str]:
        """How a service has a term: as its first theme, as another, or not."""
        found = {f"{part}{term.kind}"} if term.key in known.keys else set()
        first = term.kind == "theme" and known.themes[:1] == [term.code]
        return found | ({f"{part}main theme"} if first else set())

    def _uses(self, word: str) -> bool:
        return bool(set(lexemes(word, "nl")) & self.used)

    def _split(self, word: str) -> tuple[str, str] | None:
        """A compound as two words of four letters or more that listings use, with or without a link between them."""
        for cut in range(4, len(word) - 3):
            for link in ("", "s", "en", "e", "n"):
                head, tail = word[:cut].removesuffix(link), word[cut:]
                if word[:cut].endswith(link) and len(head) >= 4 and self._uses(head) and self._uses(tail):
                    return head, tail
        return None

    def _longer(self, word: str) -> set[str]:
        """The lexemes of the compounds that have this word as a part."""
        made_of = set(lexemes(word, "nl"))
        compounds = (
            one for one in self.words if any(made_of & set(lexemes(part, "nl")) for part in self.split(one) or ())
        )
        return set(chain.from_iterable(lexemes(one, "nl") for one in compounds))

    def _in_compound(self, known: Known, word: str) -> bool:
        parts = self.split(word) or ()
        in_parts = all(self._anywhere(known, {*lexemes(part, "nl"), *self._longer(part)}) for part in parts)
        return self._anywhere(known, self._longer(word)) or bool(parts and in_parts)

    def _anywhere(self, known: Known, wanted: set[str]) -> bool:
        """In a strong field, or in a term that the service has."""
        in_fields = any(known.fields[name] & wanted for name in STRONG)
        return in_fields or any(wanted & (term.whole | term.part) for term in self.terms if term.key in known.keys)
