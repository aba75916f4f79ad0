"""What the search page says of a place that was typed: how it was read, or what it may mean."""

from dataclasses import dataclass
from functools import cached_property

from django.utils import translation
from django.utils.functional import Promise

from actors.catalogue import address
from actors.catalogue.address import Asked
from actors.catalogue.suggestions import KINDS
from actors.search.index import Index
from actors.search.near import Reading, read_place, said
from actors.search.query import Placed
from zones.gazetteer import Kind, Place

LIVED_IN = {Kind.MUNICIPALITY, Kind.QUARTER, Kind.NEIGHBOURHOOD}  # a station or hospital that is typed is itself meant


@dataclass(frozen=True)
class Choice:
    """A place that may be meant, and the address of the search near it."""

    label: str
    kind: Promise
    query: str


class PlaceTyped:
    """The place of a search. `text`: what stands in the first box; `placed`: a place beside something else in it."""

    def __init__(self, index: Index, where: str, text: str, asked: Asked, placed: Placed | None):
        self.index, self.text, self.asked, self.placed = index, text, asked, placed
        self.typed = placed.where if placed else where
        self.language = translation.get_language()

    @cached_property
    def reading(self) -> Reading:
        return read_place(self.index, self.typed, self.language) if self.typed else Reading()

    @property
    def not_found(self) -> bool:
        """Nothing here is called so, nor nearly so."""
        return bool(self.typed) and self.reading.near is None and not self.reading.choices

    @property
    def corrected(self) -> str:
        """The place that it was taken for, where it was written otherwise."""
        return self.reading.near.label if self.reading.near and self.reading.corrected else ""

    @property
    def choices(self) -> list[Choice]:
        """The places to choose from."""
        return [self._choice(place) for place in self.reading.choices]

    @cached_property
    def alone(self) -> list[Choice]:
        """The territories that the first box names and nothing else: its words find what bears the name, and who meant
        the place is one click away from all that is near it."""
        if self.typed or not self.text:
            return []
        places = self.index.terms.gazetteer.territory(self.text)
        return [self._choice(place) for place in places if place.kind in LIVED_IN]

    def _choice(self, place: Place) -> Choice:
        label = said(self.index, place, self.language)
        words = {"q": [self.placed.text if self.placed else ""]} if self.placed or not self.typed else {}
        return Choice(label, KINDS[place.kind][0], address.query({**self.asked, **words, "where": [label]}))

    @property
    def as_words(self) -> str:
        """The address of the search in which the place is a word like others."""
        return address.query(self.asked, literal="on")
