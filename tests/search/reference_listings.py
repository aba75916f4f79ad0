"""The obvious reference of what stands in a listing: its texts by field, its terms, and the names around its places."""

from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from actors.enums import Level
from actors.models import Service, Viewer
from actors.search.words import document_lexemes, fold
from zones.geometry import distance_m
from zones.models import Neighbourhood

LANGUAGES = ("nl", "fr")
FIELDS = {
    "name": ("name",),
    "actor": ("actor.name", "actor.acronym"),
    "summary": ("summary", "plain", "conditions"),
    "description": ("description", "actor.description"),
}
TEN_MINUTES = 800  # metres on foot


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


class Territory:
    """Neighbourhoods as people know them: the pieces of one in several municipalities are one, the largest piece
    says where it is and what it is called."""

    def __init__(self):
        self.whole = {piece.md: piece for piece in Neighbourhood.objects.order_by("area_km2")}

    def close_to(self, md: str) -> list[Neighbourhood]:
        """The other neighbourhoods within a quarter of an hour on foot, from middle to middle."""
        here = self.whole[md]
        return [
            there
            for there in self.whole.values()
            if there.md != md and distance_m((here.lat, here.lon), (there.lat, there.lon)) <= TEN_MINUTES
        ]

    def names(self, service: Service) -> list[tuple[str, str, str]]:
        """The names of the neighbourhood and municipality of each place, and of neighbourhoods around."""
        texts = []
        for place in service.places.all():
            if place.location.level == Level.PROFESSIONALS:
                continue
            where = place.seen_by(Viewer.VISITOR)
            texts += _both_names("place", where.municipality) if where.municipality else []
            if where.neighbourhood:
                texts += _both_names("place", self.whole[where.neighbourhood.md])
                for other in self.close_to(where.neighbourhood.md):
                    texts += _both_names("around", other)
        return texts


def _both_names(name: str, territory) -> list[tuple[str, str, str]]:
    """Where a name is missing, that in the other language."""
    dutch, french = territory.name_nl, territory.name_fr
    return [(name, "nl", dutch or french), (name, "fr", french or dutch)]


@dataclass(frozen=True)
class Listing:
    """What a service is found by."""

    service: Service
    territory: Territory

    @cached_property
    def texts(self) -> list[tuple[str, str, str]]:
        return texts_of(self.service)

    @cached_property
    def fields(self) -> dict[str, set[str]]:
        """The lexemes of each field."""
        found = {name: set() for name in (*FIELDS, "place", "around")}
        for name, language, text in self.texts + self.territory.names(self.service):
            found[name] |= document_lexemes(text, language)
        return found

    @cached_property
    def themes(self) -> list:
        """The most important first."""
        return [link.theme for link in sorted(self.service.theme_links.all(), key=lambda link: link.pk)]

    @cached_property
    def terms(self) -> set[str]:
        """The keys of its themes, their needs, and its target groups."""
        needs = {f"need:{theme.need.code}" for theme in self.themes}
        targets = {f"target:{link.target.code}" for link in self.service.target_links.all()}
        return {f"theme:{theme.code}" for theme in self.themes} | needs | targets

    @cached_property
    def names(self) -> set[str]:
        """What it, or its actor, is called."""
        return {fold(text).strip() for name, _language, text in self.texts if name in {"name", "actor"} and text}
