"""What somebody may be going to type: terms, places, actors and services, a few of each.

Only what this viewer may see, by the same bitmaps as a search.
"""

from dataclasses import dataclass, field
from datetime import date

import numpy as np
from pyroaring import BitMap

from actors.models.visibility import Viewer
from actors.search.beginnings import SHORTEST
from actors.search.index import Index
from actors.search.names import PLACES, TAXONOMY, Form
from actors.search.postings import members_of
from actors.search.words import LONGEST_QUERY, MOST_WORDS, fold, words
from zones.gazetteer import Place

MOST = {"theme": 4, "target": 2, "place": 3, "network": 2, "actor": 3, "service": 3, "street": 4, "gazetteer": 7}
FEW = 4  # places of the gazetteer; with so many, one of a listing is enough
GROUP = {"need": "theme", **dict.fromkeys(PLACES, "place")}  # kinds that share the places in the list
LOOKED_AT = 200  # actors or streets; who typed so little that there are more types on


@dataclass
class Suggestions:
    """Forms of terms, the best first; primary keys of actors and services; places, and streets of listings."""

    terms: list[Form] = field(default_factory=list)
    actors: list[int] = field(default_factory=list)
    services: list[int] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    streets: list[str] = field(default_factory=list)


class Suggester:
    """Suggests what begins as typed, to one viewer on one day, in one language."""

    def __init__(self, index: Index, text: str, *, language: str, viewer: Viewer, today: date):
        self.index, self.names, self.language, self.viewer = index, index.names, language, viewer
        self.text = text[:LONGEST_QUERY]
        self.typed = [word for word in words(self.text)[:MOST_WORDS] if len(word) >= SHORTEST]
        self.visible = index.visible.to(viewer, today)

    def anything(self) -> Suggestions:
        """For the box of what or who."""
        if not self.typed:
            return Suggestions()
        return Suggestions(self._terms((*TAXONOMY, *PLACES, "network")), self._actors(), self._services())

    def places(self) -> Suggestions:
        """For the box of where: what the gazetteer knows, then streets and houses that only listings name."""
        if not self.typed:
            return Suggestions()
        found = self.index.terms.gazetteer.beginning_with(self.text, MOST["gazetteer"])
        named = {fold(name) for place in found for name in (place.nl, place.fr)}
        own = [street for street in self._streets() if fold(street) not in named]
        return Suggestions(places=found, streets=own[: MOST["street"] if len(found) < FEW else 1])

    def _terms(self, kinds: tuple[str, ...]) -> list[Form]:
        """The best form of every term that is called so and that leads somewhere."""
        first = self.names.of_terms.beginning_with(self.typed)
        best: dict[str, tuple[tuple, Form]] = {}
        for number in self.names.of_terms.of(self.typed):
            form = self.names.forms[number]
            order = self._order(form, begins=number in first)
            if form.term.kind in kinds and (form.term.key not in best or order < best[form.term.key][0]):
                best[form.term.key] = order, form
        found = sorted(best.values(), key=lambda entry: (*entry[0], -self._count(entry[1])))
        return self._few([form for _order, form in found if form.term.kind not in TAXONOMY or self._count(form)], kinds)

    def _order(self, form: Form, *, begins: bool) -> tuple:
        """What it is called on this page before what else it is called, what begins so before what has it inside."""
        return not begins, form.text != form.term.name(self.language), form.language != self.language

    def _count(self, form: Form) -> int:
        """How many services somebody would find by choosing it."""
        return self.visible.intersection_cardinality(self.index.with_facet(form.term.key, self.viewer))

    @staticmethod
    def _few(forms: list[Form], kinds: tuple[str, ...]) -> list[Form]:
        """At most so many of each group, the groups in the order of `kinds`."""
        chosen: dict[str, list[Form]] = {GROUP.get(kind, kind): [] for kind in kinds}
        for form in forms:
            group = GROUP.get(form.term.kind, form.term.kind)
            if len(chosen[group]) < MOST[group]:
                chosen[group].append(form)
        return [form for group in chosen.values() for form in group]

    def _actors(self) -> list[int]:
        """Those whose name begins so, then those that have it inside; who offers most before who offers less."""
        found: list[int] = []
        for actors in (self.names.actors.beginning_with(self.typed), self.names.actors.of(self.typed)):
            shown = {
                actor: self.names.services_of[actor].intersection_cardinality(self.visible)
                for actor in actors[:LOOKED_AT]
            }
            best = sorted((actor for actor, count in shown.items() if count), key=lambda actor: -shown[actor])
            found += [actor for actor in best if actor not in found]
            if len(found) >= MOST["actor"]:
                break
        return found[: MOST["actor"]]

    def _services(self) -> list[int]:
        """Those whose name begins so, then those that have it inside, in the order of names."""
        wanted, names = MOST["service"], self.names.services
        begins = self._by_name(names.beginning_with(self.typed) & self.visible, wanted)
        if len(begins) == wanted:
            return begins
        inside = (names.of(self.typed) & self.visible) - BitMap(begins)
        return begins + self._by_name(inside, wanted - len(begins))

    def _by_name(self, services: BitMap, wanted: int) -> list[int]:
        members = members_of(services)
        ranks = self.index.name_ranks[self.language][members]
        if len(members) > wanted:
            nearest = np.argpartition(ranks, wanted)[:wanted]
            members, ranks = members[nearest], ranks[nearest]
        return [int(pk) for pk in members[np.argsort(ranks)]]

    def _streets(self) -> list[str]:
        """Names of streets and places at which this viewer may know something."""
        found: dict[str, str] = {}
        for pk in (self.names.streets.of(self.typed) & self.visible)[:LOOKED_AT]:
            for street in self.names.streets.texts(pk):
                if self._is_called(street):
                    found.setdefault(fold(street), street)
        best = sorted(found, key=lambda folded: (not folded.startswith(self.typed[0]), folded))
        return [found[folded] for folded in best[: MOST["street"]]]

    def _is_called(self, street: str) -> bool:
        called = words(street)
        return all(any(word.startswith(typed) for word in called) for typed in self.typed)
