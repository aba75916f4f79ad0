"""The vocabulary of the region in memory: taxonomy, languages, territory and networks, by their codes.

Pages and filters read names from here, so that they ask the database for records only. Loaded again as a whole
when any of it changes (see `stamps`).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property

from actors.enums import Sector, Serves
from actors.search.conditions import Conditions
from actors.search.crisis import CrisisWords
from actors.search.lexicon import lexicon
from actors.search.words import LANGUAGES, content_words, lexemes, named_word, phrase_forms, phrase_key, words
from zones.gazetteer import Gazetteer, Kind, Place
from zones.geometry import distance_m
from zones.models import Neighbourhood


@dataclass(frozen=True)
class Term:
    """A value that can be filtered on: `kind` and `code` name it, as `theme:shower`."""

    kind: str
    code: str
    names: dict[str, str]
    pictogram: str = ""
    parent: str = ""  # need of a theme, zone of a municipality that lies in one zone
    plain: dict[str, str] = field(default_factory=dict)
    synonyms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    foreign: tuple[str, ...] = ()  # what it is called in other languages
    point: tuple[float, float] | None = None
    pk: int | None = None
    marks: frozenset[str] = frozenset()  # "checked" of crisis numbers; of needs and themes those of MARKS
    spoken: frozenset[str] = frozenset()  # languages in which a crisis number answers
    elsewhere: dict[str, str] = field(default_factory=dict)  # where to go while no service has a theme
    ask_at: str = ""  # the theme of those who can say where
    phone: str = ""  # of the contact point of a zone; a crisis number, as dialled
    email: str = ""

    @cached_property
    def key(self) -> str:
        return f"{self.kind}:{self.code}"

    def name(self, language: str) -> str:
        """Its name in this language, else in the other."""
        return self.names.get(language) or next((name for name in self.names.values() if name), self.code)

    def plain_name(self, language: str) -> str:
        """What a resident reads."""
        return self.plain.get(language) or self.name(language)


# Of needs and themes: mark, and the column that it stands for.
MARKS = {
    "sensitive": "is_sensitive",
    "urgent": "is_urgent",
    "resident": "for_residents",
    "waits": "can_wait",
    "room": "asks_room",
}
ON_FOOT = 800  # metres of the crow's way: a quarter of an hour
SUBSTANTIAL = 0.3  # of the area of a neighbourhood: with so much of it in a municipality, it lies there
NO_SLIVER = 0.2  # with so much, somebody of the municipality may live in it
KINDS = ("need", "theme", "target", "language", "zone", "municipality", "neighbourhood", "network", "crisis")
KINDS += ("admission", "unlisted")


class Terms:
    """All terms, by kind and code, in the order in which people see them."""

    def __init__(self, terms: list[Term], postal_codes: dict, pieces: Iterable[Neighbourhood], care_words: dict):
        self.by_kind: dict[str, dict[str, Term]] = {kind: {} for kind in KINDS}
        for term in terms:
            self.by_kind[term.kind][term.code] = term
        self.postal_codes = postal_codes  # postal code: NIS codes
        self.zone_points: dict[str, list[tuple[float, float]]] = defaultdict(list)  # of its neighbourhoods
        self._zones_of: dict[str, set[str]] = defaultdict(set)  # zones in which a territory lies, by its key
        self.pieces = {piece.pk: piece for piece in pieces}  # neighbourhoods with municipality and zone, by key
        for piece in self.pieces.values():
            self.zone_points[piece.zone.code].append((piece.lat, piece.lon))
            for key in (f"municipality:{piece.municipality.nis}", f"zone:{piece.zone.code}"):
                self._zones_of[key].add(piece.zone.code)
        self._towns = Shares((piece.md, piece.municipality.nis, piece.area_km2) for piece in self.pieces.values())
        zones = Shares((piece.md, piece.zone.code, piece.area_km2) for piece in self.pieces.values())
        for md in self["neighbourhood"]:
            self._zones_of[f"neighbourhood:{md}"].update(zones.of(md, SUBSTANTIAL))
        self._care_words = care_words  # (level of care, serves): sector, words per language

    def __getitem__(self, kind: str) -> dict[str, Term]:
        return self.by_kind[kind]

    def get(self, key: str) -> Term | None:
        """The term of a key like `theme:shower`."""
        kind, _, code = key.partition(":")
        return self.by_kind.get(kind, {}).get(code)

    def themes_of(self, need: str) -> list[Term]:
        """The themes under a need."""
        return [theme for theme in self["theme"].values() if theme.parent == need]

    def municipalities_of(self, zone: str) -> list[Term]:
        """The municipalities in a zone, the City of Brussels in every zone that it lies in."""
        return [term for term in self["municipality"].values() if zone in self._zones_of[term.key]]

    def zones_of(self, territory: Term) -> list[Term]:
        """The zones in which a territory lies: more than one for the City of Brussels."""
        return [term for term in self["zone"].values() if term.code in self._zones_of[territory.key]]

    def territories_of(self, municipality: str) -> tuple[str, ...]:
        """The keys of a municipality (`municipality:21013`), of its zones and of its neighbourhoods, also of those
        that lie mostly in another; not where no more than a sliver is in this one."""
        nis = municipality.partition(":")[2]
        parts = sorted(self._towns.having(nis, NO_SLIVER))
        zones = sorted(self._zones_of[municipality])
        return (municipality, *(f"zone:{zone}" for zone in zones), *(f"neighbourhood:{md}" for md in parts))

    def holding(self, place: Place) -> tuple[str, ...]:
        """The keys of all territories that may hold somebody who is at a place: of a municipality all its parts too; of
        a neighbourhood the municipality in which it lies, more than one only where each has much of it."""
        towns = (f"municipality:{nis}" for nis in place.nis)
        if place.kind is Kind.NEIGHBOURHOOD and (term := self.get(f"neighbourhood:{place.code}")):
            return term.key, *towns, *(zone.key for zone in self.zones_of(term))
        if place.kind is Kind.ZONE:
            parts = {piece.md for piece in self.pieces.values() if piece.zone.code == place.code}
            return f"zone:{place.code}", *towns, *(f"neighbourhood:{md}" for md in sorted(parts))
        return tuple(key for town in towns for key in self.territories_of(town))

    def care_words(self, care_level: str, serves: str, language: str) -> list[tuple[str, str]]:
        """What each sector calls a level of care; what serves both has the words for both."""
        audiences = (Serves.PUBLIC, Serves.PROFESSIONALS) if serves == Serves.BOTH else (serves,)
        return [
            (str(Sector(sector).label), words[language])
            for audience in audiences
            for sector, words in self._care_words.get((care_level, audience), ())
        ]

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """Every place that can be named: the territory as it is here, and what fixtures know beside it."""
        return Gazetteer(self._places(), self.postal_codes)

    def _places(self) -> Iterator[Place]:
        towns: dict[str, set[str]] = defaultdict(set)  # municipalities in which a zone lies, by its key
        for piece in self.pieces.values():
            towns[f"zone:{piece.zone.code}"].add(piece.municipality.nis)
        for kind in (Kind.MUNICIPALITY, Kind.NEIGHBOURHOOD, Kind.ZONE):
            for term in self[kind].values():
                if point := term.point or middle(self.zone_points[term.code]):
                    nis = self._towns_of(term) or tuple(sorted(towns[term.key]))
                    names = (term.names.get(language) or term.name(language) for language in LANGUAGES)
                    yield Place(kind, *names, *point, nis, term.code)

    def _towns_of(self, term: Term) -> tuple[str, ...]:
        """The municipality that a term is; those in which a neighbourhood lies, the one with most of it first."""
        if term.kind == "neighbourhood":
            return self._towns.of(term.code, SUBSTANTIAL)
        return (term.code,) if term.kind == "municipality" else ()

    @cached_property
    def around(self) -> dict[str, list[Term]]:
        """Per neighbourhood the others within 15 minutes on foot: people name a quarter wherever its border runs."""
        all_of_them = self["neighbourhood"].values()
        return {
            one.code: [two for two in all_of_them if two is not one and distance_m(one.point, two.point) <= ON_FOOT]
            for one in all_of_them
        }

    @cached_property
    def by_lexeme(self) -> dict[str, list[tuple[Term, bool]]]:
        """Which terms of the taxonomy a lexeme points to: `(term, the lexeme is a whole name or synonym)`; else it is a
        part of the name."""
        found: dict[str, dict[str, bool]] = {}
        for kind in ("need", "theme", "target"):
            for term in self[kind].values():
                named = {*term.names.values(), *term.plain.values()}
                for language, phrase in phrases(term):
                    whole = named_word(phrase) is not None
                    meaning = [named_word(phrase)] if whole else content_words(phrase)
                    if not whole and phrase not in named:  # "wil niet naar school" says nothing of "school"
                        continue
                    for lexeme in {lexeme for word in meaning for lexeme in lexemes(word, language)}:
                        terms = found.setdefault(lexeme, {})
                        terms[term.key] = terms.get(term.key, False) or whole
        return {lexeme: [(self.get(key), whole) for key, whole in terms.items()] for lexeme, terms in found.items()}

    @cached_property
    def by_word(self) -> dict[str, set[str]]:
        """The keys of the terms that are called by a word in exactly this form."""
        found: dict[str, set[str]] = defaultdict(set)
        for kind in ("need", "theme", "target"):
            for term in self[kind].values():
                for _language, phrase in phrases(term):
                    if word := named_word(phrase):
                        found[word].add(term.key)
        return dict(found)

    @cached_property
    def by_phrase(self) -> dict[str, list[Term]]:
        """Which terms a whole name or synonym names, by `phrase_key` (`sansabri`, `aidealimentaire`) and its forms."""
        found: dict[str, list[Term]] = {}
        for kind in ("need", "theme", "target"):
            for term in self[kind].values():
                for language, phrase in phrases(term):
                    forms = phrase_forms(words(phrase), language)
                    if meaning := content_words(phrase):
                        forms |= phrase_forms(meaning, language)
                    for key in {phrase_key(phrase), "".join(words(phrase)), *forms}:
                        if term not in found.setdefault(key, []):
                            found[key].append(term)
        return found

    @cached_property
    def crisis(self) -> CrisisWords:
        """The words that ask for a crisis number."""
        return CrisisWords(self["crisis"].values(), lambda word: word in lexicon())

    @cached_property
    def conditions(self) -> Conditions:
        """The words that ask for a language or a fact of admission."""
        return Conditions([*self["language"].values(), *self["admission"].values()])

    @cached_property
    def unlisted(self) -> "UnlistedNames":
        """The well-known names that nobody here bears."""
        return UnlistedNames(self["unlisted"].values())

    @cached_property
    def phrase_starts(self) -> set[str]:
        """The words that longer names and synonyms begin with, with and without their stop words."""
        found = set()
        for kind in ("need", "theme", "target"):
            for term in self[kind].values():
                for _language, phrase in phrases(term):
                    found.update(words(phrase)[:1], content_words(phrase)[:1])
        return found

    @cached_property
    def vocabulary(self) -> dict[str, set[str]]:
        """The folded words of the taxonomy per language."""
        found: dict[str, set[str]] = {language: set() for language in LANGUAGES}
        for kind in ("need", "theme", "target"):
            for term in self[kind].values():
                for language, phrase in phrases(term):
                    if language in found:
                        found[language].update(content_words(phrase))
        return found


class UnlistedNames:
    """Well-known names that nobody here bears, by the words that they are made of."""

    def __init__(self, terms: Iterable[Term]):
        self.called: dict[tuple[str, ...], Term] = {}
        for term in terms:
            for _language, phrase in phrases(term):
                self.called.setdefault(tuple(words(phrase)), term)
        self.longest = max(map(len, self.called), default=0)


class Shares:
    """How much of the area of each whole lies in which part: of a neighbourhood in municipalities or zones."""

    def __init__(self, pieces: Iterable[tuple[str, str, float]]):
        """`pieces`: whole, part, square kilometres."""
        self._areas: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for whole, part, area in pieces:
            self._areas[whole][part] += area
        self.of, self.having = cache(self._of), cache(self._having)  # asked of on every page, and never another

    def _of(self, whole: str, least: float) -> tuple[str, ...]:
        """The parts that have at least this share of it, the largest first; in any case the largest."""
        areas = self._areas[whole]
        order = sorted(areas, key=lambda part: (-areas[part], part))
        return tuple(part for part in order if part == order[0] or areas[part] >= least * sum(areas.values()))

    def _having(self, part: str, least: float) -> list[str]:
        """The wholes of which a part has at least this share."""
        return [whole for whole in self._areas if part in self.of(whole, least)]


def middle(points: list[tuple[float, float]]) -> tuple[float, float] | None:
    """The middle of points; None of none."""
    if not points:
        return None
    return sum(lat for lat, _lon in points) / len(points), sum(lon for _lat, lon in points) / len(points)


def phrases(term: Term):
    """Every name, plain name and synonym of a term, with its language: none for what it is called in other ones."""
    for language in LANGUAGES:
        for phrase in (term.names.get(language), term.plain.get(language), *term.synonyms.get(language, ())):
            if phrase:
                yield language, phrase
    for phrase in term.foreign:
        yield "", phrase
