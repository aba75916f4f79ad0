"""The territory as choices of an editor. What was made of the same rows is kept: an editor reads them on every page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby

from django.conf import settings
from django.utils.choices import BaseChoiceIterator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from repertorium.prepared import Rows
from zones.models import Neighbourhood


class Choices(BaseChoiceIterator):
    """Choices in the form that Django wants. Of a list it would look at each one, for every field that has them."""

    def __init__(self, choices: Iterable[tuple[str, str | list]]):
        self._choices = tuple(choices)

    def __iter__(self) -> Iterator[tuple[str, str | list]]:
        return iter(self._choices)

    def __deepcopy__(self, memo: dict) -> "Choices":
        return self


@dataclass(frozen=True)
class Territory:
    """A municipality or a care zone, by its name in the language of the page."""

    pk: int
    name: str
    code: str = ""


@dataclass(frozen=True)
class Piece:
    """A neighbourhood with its municipality and its zone."""

    pk: int
    name: str
    municipality: Territory
    zone: Territory
    group: Territory | None  # social-health neighbourhood


class Land:
    """Every neighbourhood, and the choices that are made of them."""

    def __init__(self, pieces: list[Piece]):
        self.pieces = {piece.pk: piece for piece in pieces}

    @cached_property
    def neighbourhoods(self) -> Choices:
        """Neighbourhoods under their municipality, both in the order of the alphabet."""
        pieces = sorted(self.pieces.values(), key=lambda piece: (piece.municipality.name, piece.name))
        groups = groupby(pieces, key=lambda piece: piece.municipality.name)
        named = ((name, [(str(piece.pk), piece.name) for piece in group]) for name, group in groups)
        return Choices([("", "–"), *named])

    @cached_property
    def zones(self) -> list[Territory]:
        """The zones that have neighbourhoods."""
        return sorted({piece.zone for piece in self.pieces.values()}, key=lambda zone: zone.name)

    @cached_property
    def large_areas(self) -> list[tuple[str, str]]:
        """Zones and municipalities, to which a service may be limited."""
        towns = sorted({piece.municipality for piece in self.pieces.values()}, key=lambda town: town.name)
        return [
            *((f"zone-{zone.pk}", zone.name) for zone in self.zones),
            *((f"municipality-{town.pk}", town.name) for town in towns),
        ]

    @cached_property
    def small_areas(self) -> list[tuple[str, str]]:
        """Neighbourhoods, to which a service may be limited."""
        words = ((piece.pk, f"{piece.name} ({piece.municipality.name})") for piece in self.pieces.values())
        return sorted(((f"neighbourhood-{pk}", name) for pk, name in words), key=lambda choice: choice[1])

    @cached_property
    def areas(self) -> Choices:
        """Every territory that a service may be limited to."""
        return Choices([*self.large_areas, *self.small_areas])

    @cached_property
    def territories(self) -> Choices:
        """Every territory for which an actor may be competent, kind by kind."""
        groups = sorted({piece.group for piece in self.pieces.values() if piece.group}, key=lambda group: group.name)
        named = [(f"social_health_neighbourhood-{group.pk}", group.name) for group in groups]
        small = [(_("Social-health neighbourhoods"), named), (_("Neighbourhoods"), self.small_areas)]
        return Choices([("", "–"), *self.large_areas, *small])


def land() -> Land:
    """The territory in the language of the page: one query."""
    return _made_of(tuple(ROWS[get_language()].read()))


@lru_cache(maxsize=4)
def _made_of(rows: tuple) -> Land:
    return Land(
        [
            Piece(pk, own, Territory(*town), Territory(*zone), Territory(*group) if group[0] else None)
            for pk, own, *row in rows
            for town, zone, group in [(row[:2], row[2:5], row[5:])]
        ]
    )


def _rows(language: str) -> Rows:
    name, group = f"name_{language}", "social_health_neighbourhood"
    columns = ("pk", name, "municipality", f"municipality__{name}", "zone", f"zone__{name}", "zone__code")
    return Rows(Neighbourhood.objects.all, *columns, group, f"{group}__{name}")


ROWS = {language: _rows(language) for language in settings.MODELTRANSLATION_LANGUAGES}
