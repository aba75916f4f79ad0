"""What things are called: services, actors, streets and terms, by the beginnings of their words.

A part of the index, kept up to date with it.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from pyroaring import BitMap

from actors.search.beginnings import Beginnings
from actors.search.document import ACTOR, NAME, Document, Place
from actors.search.terms import Term, Terms, phrases
from actors.search.words import LANGUAGES

TAXONOMY = ("need", "theme", "target")
PLACES = ("neighbourhood", "municipality", "zone")


class Form(NamedTuple):
    """One of the things that a term is called: a name, a synonym, a postal code."""

    term: Term
    language: str
    text: str


class Names:
    """Names of services by primary key of the service, of actors by that of the actor."""

    def __init__(self, terms: Terms):
        self.terms = terms
        self.services, self.actors, self.streets = Beginnings(), Beginnings(), Beginnings()
        self.services_of: dict[int, BitMap] = defaultdict(BitMap)  # of an actor
        self._actor_of: dict[int, int] = {}

    def put(self, document: Document) -> None:
        """Take a service in, in place of what was known of it."""
        pk, actor = document.pk, document.actor
        if self._actor_of.get(pk) != actor:
            self.remove(pk)
        self._actor_of[pk] = actor
        self.services_of[actor].add(pk)
        self.services.put(pk, _texts(document, NAME))
        self.actors.put(actor, _texts(document, ACTOR))
        self.streets.put(pk, dict.fromkeys(street for place in document.places for street in _streets(place)))

    def remove(self, pk: int) -> None:
        """Take a service out, and its actor when it was the last one."""
        if pk not in self._actor_of:
            return
        actor = self._actor_of.pop(pk)
        self.services.remove(pk)
        self.streets.remove(pk)
        self.services_of[actor].discard(pk)
        if not self.services_of[actor]:
            self.actors.remove(actor)
            del self.services_of[actor]

    @cached_property
    def forms(self) -> list[Form]:
        """Everything that terms are called."""
        return list(_forms(self.terms))

    @cached_property
    def of_terms(self) -> Beginnings:
        """The same by the beginnings of words; the numbers are positions in `forms`."""
        found = Beginnings()
        for number, form in enumerate(self.forms):
            found.put(number, [form.text])
        return found


def _texts(document: Document, field: str) -> list[str]:
    return [text for name, _language, text in document.texts if name == field]


def _streets(place: Place) -> Iterator[str]:
    """What a place that anybody may know is called, and its street, without house numbers."""
    for name in () if place.professional else place.names:
        yield " ".join(part for part in name.replace(",", " ").split() if not part[0].isdigit())


def _forms(terms: Terms) -> Iterator[Form]:
    for kind in TAXONOMY:
        for term in terms[kind].values():
            yield from (Form(term, language, text) for language, text in phrases(term))
    for kind in (*PLACES, "network"):
        for term in terms[kind].values():
            yield from (Form(term, language, text) for language in LANGUAGES if (text := term.names.get(language)))
    for code, municipalities in terms.postal_codes.items():
        for nis in municipalities:
            yield Form(terms["municipality"][nis], "", code)
