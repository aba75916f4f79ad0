"""The index in memory: bitmaps to find by, arrays to rank by.

Bitmaps hold primary keys of services; arrays have one slot per primary key. Nothing here asks the database or
knows of requests.
"""

from collections.abc import Callable, Iterable
from threading import RLock
from typing import NamedTuple

import numpy as np
from pyroaring import BitMap

from actors.models.visibility import Viewer
from actors.search import facets
from actors.search.calendar import Calendar
from actors.search.document import ACTOR, AROUND, FIELDS, NAME, PLACE, Ages, Document, Schedule, shared
from actors.search.marks import Word, main_mark, name_mark, only_mark, read_text, street_mark
from actors.search.names import Names
from actors.search.numbers import channel_mark, typed_beginning, typed_channels
from actors.search.points import Points
from actors.search.postings import Postings
from actors.search.room import Room
from actors.search.tally import Counts, Tally, cost
from actors.search.terms import Term, Terms
from actors.search.visible import Visible
from actors.search.words import LANGUAGES

GEOGRAPHIC = ("zone", "municipality", "neighbourhood")
KNOWS_ALL_PLACES = {Viewer.PROFESSIONAL, Viewer.STAFF}
FOR_PROFESSIONALS = "professional|"  # before a mark that only a place for professionals gives


class Kept(NamedTuple):
    """What ranking and sorting need of a service."""

    sort_nl: str
    sort_fr: str
    confirmed: int  # day, 0 for never
    actor: int
    themes: tuple[str, ...]  # codes, the most important first
    ages: Ages
    points: tuple[tuple[bool, bool, float, float], ...]  # for professionals only?, withheld?, latitude, longitude
    phone: str  # its own, for everybody; empty where it has none


class Index:
    """All that is searched; `put` and `remove` change it."""

    def __init__(self, terms: Terms):
        self.terms = terms
        self.all = BitMap()
        self.postings = Postings(FIELDS)
        self._tally = Tally(terms)
        self._territory: dict[tuple[str, str], set[Word]] = {}  # its words, the same for all that is there
        self.words: dict[str, set[str]] = {language: set() for language in LANGUAGES}
        self._new_words: dict[str, set[str]] = {language: set() for language in LANGUAGES}
        self.kept: dict[int, Kept] = {}
        self._schedules: dict[int, tuple[tuple[int, Schedule], ...]] = {}  # service: its places with their hours
        self.visible = Visible()
        self.room = Room()
        self.names = Names(terms)
        self.calendars = {False: Calendar(), True: Calendar(for_professionals=True)}
        self.version = 0
        self._remembered: dict[tuple, tuple] = {}  # what was worked out: for which version and facts, and the answer
        self._arrays: dict[str, object] = {}  # what is worked out of `kept`, until that changes
        self._working_out = RLock()

    def __len__(self):
        return len(self.all)

    def __getstate__(self) -> dict:
        """All but what is worked out of it, for the file on disk."""
        return {**self.__dict__, "_remembered": {}, "_arrays": {}, "_working_out": None}

    def __setstate__(self, state: dict) -> None:
        self.__dict__.update(state, _working_out=RLock())

    # --- changing -------------------------------------------------------------------------------------

    def put(self, documents: Iterable[Document]) -> None:
        """Add services, or replace them."""
        for document in documents:
            pk = document.pk
            self.all.add(pk)
            public, professional = self._values(document)
            self._tally.put(pk, public, professional)
            marks, found = self._marks(document), self._words_in(document)
            self.postings.put(pk, marks | public | {FOR_PROFESSIONALS + key for key in professional}, found)
            self._keep(document)
            for part in (self.visible, self.room, self.names, *self.calendars.values()):
                part.put(document)
        self.version += 1

    def remove(self, pks: Iterable[int]) -> None:
        """Take services out; those that are not in it do no harm."""
        for pk in set(pks) & self.kept.keys():
            self.all.discard(pk)
            self.postings.remove(pk)
            self._tally.remove(pk)
            del self.kept[pk]
            self._schedules.pop(pk, None)
            self._forget_arrays()
            for part in (self.visible, self.room, self.names, *self.calendars.values()):
                part.remove(pk)
        self.version += 1

    @staticmethod
    def _values(document: Document) -> tuple[set[str], set[str]]:
        """The filter values of a service, and those that it has by places which only professionals see."""
        public, professional = set(document.facets), set()
        for place in document.places:
            found = professional if place.professional else public
            found |= {f"{kind}:{code}" for kind in GEOGRAPHIC if (code := getattr(place, kind))}
        return public, professional

    def _marks(self, document: Document) -> set[str]:
        """What else a service can be found by: its first theme, whole names, streets."""
        marks = {main_mark(theme) for theme in document.themes[:1]}
        marks |= {name_mark(text) for field, _language, text in document.texts if field in {NAME, ACTOR}}
        marks |= {channel_mark(channel) for channel in document.channels}
        for place in document.places:
            only = FOR_PROFESSIONALS if place.professional else ""
            marks |= {f"{only}{street_mark(name)}" for name in place.names}
        return marks

    def _words_in(self, document: Document) -> set[Word]:
        """The words of a service in their fields, and those of where it is."""
        words: set[Word] = set()
        for field, language, text in document.texts:
            found, used = read_text(field, text, language)
            words |= found
            self._new_words[language] |= used
        for place in document.places:
            if not place.professional:
                words.update(*(self._words_of_territory(kind, getattr(place, kind)) for kind in GEOGRAPHIC))
        return words

    def _words_of_territory(self, kind: str, code: str) -> set[Word]:
        if (kind, code) not in self._territory:
            self._territory[kind, code] = self._read_words_of_territory(kind, code)
        return self._territory[kind, code]

    def _read_words_of_territory(self, kind: str, code: str) -> set[Word]:
        """A service is found by the name of its neighbourhood and municipality, and of neighbourhoods close by."""
        term = self.terms[kind].get(code)
        if term is None or kind == "zone":
            return set()
        named = [(PLACE, term)]
        if kind == "neighbourhood":
            named += [(AROUND, other) for other in self.terms.around[code]]
        return set().union(
            *(read_text(field, term.name(language), language)[0] for field, term in named for language in LANGUAGES)
        )

    def _keep(self, document: Document) -> None:
        located = (place for place in document.places if place.point)
        points = shared(*(shared(place.professional, place.withheld, *place.point) for place in located))
        self._keep_schedules(document)
        kept = Kept(
            document.sort_nl,
            document.sort_fr,
            document.confirmed,
            document.actor,
            shared(*document.themes),
            document.ages,
            points,
            document.phone,
        )
        if self.kept.get(document.pk) != kept:
            self.kept[document.pk] = kept
            self._forget_arrays()

    def _keep_schedules(self, document: Document) -> None:
        self._schedules.pop(document.pk, None)
        if document.places:
            self._schedules[document.pk] = tuple((place.pk, place.schedule) for place in document.places)

    def _forget_arrays(self) -> None:
        self._arrays.clear()

    # --- asking ---------------------------------------------------------------------------------------

    def with_facet(self, key: str, viewer: Viewer) -> BitMap:
        """The services that have a filter value like `zone:sud`, as far as this viewer may know."""
        found = self.postings[key]
        if viewer in KNOWS_ALL_PLACES and (more := self.postings[FOR_PROFESSIONALS + key]):
            return found | more
        return found

    def reached_by(self, text: str) -> BitMap | None:
        """The services that are reached by a number or address that was typed, else by numbers that begin so."""
        whole = next((found for mark in typed_channels(text) if (found := self.postings[mark])), None)
        if whole or not (begun := typed_beginning(text)):
            return whole
        return self.postings.any_of(self.postings.beginning_with(begun)) or None

    def competent(self, territories: Iterable[str]) -> BitMap:
        """The services that work for one of these territories."""
        return self.postings.any_of(only_mark(key) for key in territories)

    def counts(self, services: BitMap, viewer: Viewer, names: list[str]) -> dict[str, Counts]:
        """Per filter and value, how many of these services have it, as far as this viewer may know."""
        values, count = self._filter_values(viewer), services.intersection_cardinality
        if cost(len(services)) <= sum(len(values[name]) for name in names):
            return self._tally.count(services, names, knows_all=viewer in KNOWS_ALL_PLACES)
        return {name: self._tally.of(name, [count(having) for having in values[name]]) for name in names}

    def _filter_values(self, viewer: Viewer) -> dict[str, list[BitMap]]:
        """Per filter the services of every value: some four hundred, looked up once for a state of the index."""
        return self.remembered(("values", viewer in KNOWS_ALL_PLACES), (), lambda: self._look_up_values(viewer))

    def _look_up_values(self, viewer: Viewer) -> dict[str, list[BitMap]]:
        return {name: [self.with_facet(key, viewer) for key in self._tally.keys(name)] for name in facets.FILTERS}

    def remembered(self, what: tuple, facts: tuple, work_out: Callable):
        """The answer to `what`, worked out again when these facts or the index have changed since the last time."""
        facts = (self.version, *facts)
        known, answer = self._remembered.get(what, (None, None))
        if known != facts:
            with self._working_out:
                answer = work_out()
                self._remembered[what] = facts, answer
        return answer

    def terms_of(self, kind: str, pk: int) -> list[Term]:
        """The terms of a kind (`language`) that a service has, in their own order."""
        keys = (term.key for term in self.terms[kind].values())
        return [self.terms.get(key) for key in self.postings.carried(pk, keys)]

    def schedules(self, pk: int) -> dict[int, Schedule]:
        """The places of a service with their hours and closures."""
        return dict(self._schedules.get(pk, ()))

    def calendar(self, viewer: Viewer) -> Calendar:
        """When services are open, at places that this viewer may know of."""
        return self.calendars[viewer in KNOWS_ALL_PLACES]

    def take_new_words(self) -> dict[str, set[str]]:
        """The words per language that came in since this was last asked."""
        new = {language: found - self.words[language] for language, found in self._new_words.items()}
        for language, fresh in new.items():
            self.words[language] |= fresh
            self._new_words[language] = set()
        return new

    @property
    def size(self) -> int:
        """How many slots arrays need."""
        return self.all.max() + 1 if self.all else 1

    def _array(self, name: str, work_out: Callable):
        """What is worked out of everything in `kept`, once, however many ask at a time."""
        with self._working_out:
            if name not in self._arrays:
                self._arrays[name] = work_out()
            return self._arrays[name]

    @property
    def name_ranks(self) -> dict[str, np.ndarray]:
        """Per language, the place of every service in the order of names."""
        return self._array("name_ranks", lambda: {"nl": self._ranks(0), "fr": self._ranks(1)})

    def _ranks(self, column: int) -> np.ndarray:
        order = sorted(self.kept, key=lambda pk: (self.kept[pk][column], pk))
        ranks = np.zeros(self.size, dtype=np.int64)
        ranks[order] = np.arange(len(order))
        return ranks

    @property
    def confirmed_days(self) -> np.ndarray:
        """The day on which each service was last confirmed (ordinal), 0 for never."""
        return self._array("confirmed_days", self._days)

    def _days(self) -> np.ndarray:
        days = np.zeros(self.size, dtype=np.int64)
        days[list(self.kept)] = [kept.confirmed for kept in self.kept.values()]
        return days

    @property
    def phones(self) -> dict[int, str]:
        """Per actor the telephone number of the first of its services that has one."""
        return self._array("phones", self._phones_of_actors)

    def _phones_of_actors(self) -> dict[int, str]:
        return {kept.actor: kept.phone for _pk, kept in sorted(self.kept.items(), reverse=True) if kept.phone}

    @property
    def points(self) -> Points:
        """Every point of every service."""
        return self._array(
            "points", lambda: Points([(pk, *point) for pk, kept in self.kept.items() for point in kept.points])
        )
