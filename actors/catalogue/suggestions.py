"""The list that opens under a search box while somebody types. At most three queries."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.http import QueryDict
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from actors.models import Actor, Service, Viewer
from actors.search import engine, suggest
from actors.search.names import Form
from actors.search.near import said

KINDS = {  # what it is, and its pictogram where it has none of its own
    "need": (_("Need"), "tag"),
    "theme": (_("Theme"), "tag"),
    "target": (_("For whom"), "user-group"),
    "zone": (_("Care zone"), "map"),
    "municipality": (_("Municipality"), "location-dot"),
    "neighbourhood": (_("Neighbourhood"), "location-dot"),
    "quarter": (_("Neighbourhood"), "location-dot"),
    "station": (_("Station"), "location-dot"),
    "metro": (_("Metro or tram stop"), "location-dot"),
    "hospital": (_("Hospital"), "location-dot"),
    "street": (_("Street or place"), "location-dot"),
    "network": (_("Network"), "diagram-project"),
    "actor": (_("organisation"), "building"),
    "service": (_("service"), "file-lines"),
}


@dataclass(frozen=True)
class Option:
    """One line of the list, and what choosing it does.

    With `url` it goes there; with `name` it sets that filter to `value`; else `value` is what the box will say.
    """

    kind: str
    label: str
    value: str = ""
    name: str = ""
    url: str = ""
    pictogram: str = ""
    record: Actor | Service | None = None  # whose name is the label
    also: str = ""  # what was typed, when it is called otherwise here
    also_language: str = ""

    @property
    def kind_words(self) -> Promise:
        return KINDS[self.kind][0]

    @property
    def icon(self) -> str:
        return self.pictogram or KINDS[self.kind][1]


class SuggestionList:
    """What the template of the list reads. `box` is the name of the box: q, or where."""

    def __init__(self, data: QueryDict, viewer: Viewer):
        self.box = "where" if "where" in data else "q"
        self.viewer, self.language = viewer, translation.get_language()
        text = data.get(self.box, "")
        self.found = suggest(text, language=self.language, viewer=viewer, places=self.box == "where")

    @cached_property
    def options(self) -> list[Option]:
        return [*self._terms(), *self._actors(), *self._services(), *self._places(), *self._streets()]

    def _terms(self) -> Iterator[Option]:
        for form in self.found.terms:
            if form.term.kind != "network":
                yield self._term(form)

    def _term(self, form: Form) -> Option:
        term, label = form.term, form.term.name(self.language)
        return Option(
            term.kind,
            label,
            pictogram=term.pictogram,
            also=form.text if form.text != label else "",
            also_language=form.language if form.language != self.language else "",
            **({"name": term.kind, "value": term.code} if self.box == "q" else {"value": label}),
        )

    def _actors(self) -> Iterator[Option]:
        """Networks, which need not offer services, and other actors."""
        networks = [form.term.pk for form in self.found.terms if form.term.kind == "network"]
        pks = list(dict.fromkeys([*networks, *self.found.actors]))
        actors = Actor.objects.visible_to(self.viewer).in_bulk(pks) if pks else {}
        for actor in (actors[pk] for pk in pks if pk in actors):
            kind = "network" if actor.pk in networks else "actor"
            yield Option(kind, actor.name, url=actor.get_absolute_url(), record=actor)

    def _services(self) -> Iterator[Option]:
        pks = self.found.services
        services = Service.objects.visible_to(self.viewer).select_related("actor").in_bulk(pks) if pks else {}
        for service in (services[pk] for pk in pks if pk in services):
            yield Option("service", service.name, url=service.get_absolute_url(), record=service)

    def _places(self) -> Iterator[Option]:
        index = engine().index
        for place in self.found.places:
            label = said(index, place, self.language)
            yield Option(place.kind, label, value=label)

    def _streets(self) -> Iterator[Option]:
        return (Option("street", street, value=street) for street in self.found.streets)
