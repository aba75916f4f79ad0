"""The answer to a text that names a place: one place, several to choose from, or none."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from zones.gazetteer.files import streets, with_places
from zones.gazetteer.names import Names
from zones.gazetteer.place import RANK, TERRITORIES, Kind, Place
from zones.gazetteer.spelling import key, tokens
from zones.gazetteer.typed import FILLERS, Typed, has_name, typed
from zones.geometry import distance_m

TOGETHER = 500  # metres; what is so near is found from either point
AROUND = 1_500  # metres from the middle of a neighbourhood to the station or hospital that it is named after
MOST = 12  # places to choose from
PARTS = re.compile(r",| - | / ")  # between the parts of an address, and its two languages
SHORTEST_BEGINNING = 4  # letters
CITY = "21004"


@dataclass(frozen=True)
class Answer:
    """The places that a text may mean, the likeliest first. `corrected`: it was written otherwise."""

    places: tuple[Place, ...] = ()
    corrected: bool = False

    @property
    def place(self) -> Place | None:
        """The place, when it is clear. A street with a mistake in its name is asked: there are so many."""
        sure = len(self.places) == 1 and not (self.corrected and self.places[0].kind is Kind.STREET)
        return self.places[0] if sure else None

    def __bool__(self) -> bool:
        return bool(self.places)


class Gazetteer:
    """Every place that can be named.

    `territory`: zones, municipalities and neighbourhoods; `postal_codes`: the NIS codes of each.
    """

    def __init__(self, territory: Iterable[Place], postal_codes: dict[str, list[str]]):
        self._names, self._municipalities = _named(tuple(territory))
        self._postal_codes = postal_codes
        self._sources = (self._names, _streets())

    def find(self, text: str, *, corrected: bool = True) -> Answer:
        """What a text names. Without `corrected` it must be called so; no mistakes or beginnings are looked for."""
        asked = typed(text)
        if not asked.words:
            return Answer()
        if found := self._exactly(asked):
            return Answer(tuple(found[:MOST]))
        if not corrected:
            return Answer()
        return Answer(tuple((self._in_parts(text) or self._roughly(asked))[:MOST]), corrected=True)

    def _in_parts(self, text: str) -> list[Place]:
        """What the first part of an address names, as far as the others agree: "Rue de Neerpede - Neerpedestraat 316,
        1070 Anderlecht"."""
        first, *others = (typed(part) for part in PARTS.split(text))
        found = self._exactly(first) if others and first.words else []
        for other in others:
            towns = {nis for place in self._exactly(other) for nis in place.nis}
            found = _inside(found, towns) or found
        return found

    def territory(self, text: str) -> list[Place]:
        """The territories, stations and hospitals that are called exactly so; no streets."""
        asked = typed(text)
        if len(asked.words) == 1 and asked.codes:
            return self._of_code(asked.codes[0])
        return _apart(self._names.called(key(asked.words)))

    def beginning_with(self, text: str, most: int) -> list[Place]:
        """What somebody may be going to type, at most so many: territories, stations, hospitals, streets."""
        words = list(typed(text).names) or list(typed(text).words)
        if not words:
            return []
        if len(words) == 1 and words[0].isdigit():
            return self._of_code(words[0])[:most]
        found = [place for source in self._sources for place in source.beginning_with(words)]
        whole = self._names.called(key(words))
        best = sorted(found, key=lambda place: (place not in whole, *_order(place, words[0])))
        return _once(best)[:most]

    def streets(self, text: str) -> Answer:
        """The streets that a text names, with or without a number; those of a postal code in it first and only."""
        asked = typed(text)
        names = _streets()
        towns = {nis for code in asked.codes for nis in self._postal_codes.get(code, ())}
        for look_up in (names.called, names.called_without_type, names.almost):
            for words in asked.readings():
                if found := look_up(key(words)):
                    return Answer(tuple((_inside(found, towns) or found)[:MOST]), corrected=look_up == names.almost)
        return Answer()

    def named_twice(self, street: Place) -> bool:
        """Whether a street needs its municipality beside its name."""
        return len({place.nis for place in _streets().called(key(tokens(street.fr)))}) > 1

    def municipality(self, place: Place) -> Place | None:
        """The municipality in which a place lies, when it lies in one."""
        return self._municipalities.get(place.nis[0]) if len(place.nis) == 1 else None

    def _exactly(self, asked: Typed) -> list[Place]:
        if not asked.names:
            return self._of_code(asked.codes[0]) if asked.codes else []
        for look_up in (self._called, self._called_without_type):
            for words in asked.readings():
                if found := self._looked_up(words, asked, look_up):
                    return found
        return []

    def _looked_up(self, words: tuple[str, ...], asked: Typed, look_up: Callable) -> list[Place]:
        """A name as it stands, beside a municipality, or with fillers around it."""
        if found := look_up(words):
            return self._in_code(found, asked, look_up)
        if found := self._beside_a_town(words, look_up):
            return found
        rest = tuple(word for word in words if word not in FILLERS)
        if rest and rest != words:
            return self._looked_up(rest, asked, look_up)
        return []

    def _called(self, words: tuple[str, ...]) -> list[Place]:
        return _apart([place for source in self._sources for place in source.called(key(words))])

    @staticmethod
    def _called_without_type(words: tuple[str, ...]) -> list[Place]:
        return _apart(_streets().called_without_type(key(words)))

    def _in_code(self, found: list[Place], asked: Typed, look_up: Callable) -> list[Place]:
        """A postal code beside a name chooses among places of that name; beside the City's it means itself."""
        if not asked.codes:
            return found
        meant = self._of_code(asked.codes[0])
        if found[0].code == CITY and found[0].kind is Kind.MUNICIPALITY:
            return meant or found
        if len(found) == 1:
            return found
        inside = _inside(found, {nis for place in meant for nis in place.nis})
        if asked.code_is_sure:
            return inside or found
        return inside + [place for place in found if place not in inside]

    def _beside_a_town(self, words: tuple[str, ...], look_up: Callable) -> list[Place]:
        """ "Rue de l'Église Evere", "Etterbeek place Jourdan": the town chooses among places of that name."""
        for size in range(1, len(words)):
            for town, name in ((words[size:], words[:size]), (words[:size], words[size:])):
                if not (has_name(town) and has_name(name)):
                    continue
                towns = [place for place in self._names.called(key(town)) if place.kind in TERRITORIES]
                if towns and (found := look_up(name)):
                    inside = _inside(found, {nis for place in towns for nis in place.nis})
                    return inside or [*found, *towns]
        return []

    def _of_code(self, code: str) -> list[Place]:
        """What a postal code means: what bears it as a name, else the municipalities that use it."""
        named = self._names.called(code)
        return named or [self._municipalities[nis] for nis in self._postal_codes.get(code, ())]

    def _roughly(self, asked: Typed) -> list[Place]:
        """What begins so, or has a mistake in it; territories before streets."""
        for words in dict.fromkeys((asked.names, tuple(word for word in asked.names if word not in FILLERS))):
            wanted = key(words)
            for source in self._sources:
                begun = source.beginning_with(list(words)) if len(wanted) >= SHORTEST_BEGINNING else []
                if found := source.almost(wanted) or begun:
                    return _apart(sorted(found, key=lambda place: _order(place, words[0])))
        return self._beside_a_town(asked.names, self._almost)

    @staticmethod
    def _almost(words: tuple[str, ...]) -> list[Place]:
        return _apart(_streets().almost(key(words)))


@lru_cache(maxsize=2)
def _named(territory: tuple[Place, ...]) -> tuple[Names, dict[str, Place]]:
    """The names of a territory with those of fixtures, and its municipalities by NIS code. Territories stay the same
    for years, while everything else about the index changes."""
    places = with_places(list(territory))
    return Names(places), {place.code: place for place in places if place.kind is Kind.MUNICIPALITY}


@lru_cache(maxsize=1)
def _streets() -> Names:
    return Names(streets())


def _order(place: Place, first: str) -> tuple:
    """Names that begin so first; among equal ones the kinds in their order, long streets before short ones."""
    begins = any(key(tokens(name)).startswith(first) for name in (place.nl, place.fr, *place.also) if name)
    return place.kind is Kind.STREET, not begins, RANK[place.kind], -place.metres


def _inside(places: list[Place], towns: set[str]) -> list[Place]:
    """Those that lie in one of these municipalities."""
    return [place for place in places if towns & set(place.nis)]


def _apart(places: list[Place]) -> list[Place]:
    """Without those that lie where a better one does: a stop beside its square, a neighbourhood in its municipality."""
    kept: list[Place] = []
    for place in sorted(places, key=lambda place: (RANK[place.kind], -place.metres)):
        if not any(_is_part(place, other) for other in kept):
            kept.append(place)
    return kept


def _is_part(place: Place, other: Place) -> bool:
    in_town = other.kind is Kind.MUNICIPALITY and place.kind is Kind.NEIGHBOURHOOD and other.code in place.nis
    if in_town or place.kind is other.kind is Kind.MUNICIPALITY:
        return in_town
    near = AROUND if other.kind is Kind.NEIGHBOURHOOD and place.kind is not Kind.STREET else TOGETHER
    return distance_m(place.point, other.point) <= near


def _once(places: list[Place]) -> list[Place]:
    """Each name once in a municipality: some streets have two spellings."""
    return list({(place.kind, place.fr, place.nis): place for place in reversed(places)}.values())[::-1]
