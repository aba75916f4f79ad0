"""What can be chosen in an editor, read once a page."""

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from django.template.loader import render_to_string
from django.utils.translation import get_language

from actors.models import Authority, Language, TargetGroup, Theme
from zones.models import Neighbourhood

Choices = list[tuple[str, str]]


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


class Lists:
    """Every list of choices of an editor; each asks the database once, when it is needed first."""

    @cached_property
    def theme_records(self) -> list[Theme]:
        return list(Theme.objects.select_related("need").order_by("need__position", "need__code", "position", "code"))

    @cached_property
    def themes_by_need(self) -> list[tuple]:
        """Needs with their themes, in the order of the taxonomy."""
        return [(need, list(themes)) for need, themes in groupby(self.theme_records, key=lambda theme: theme.need)]

    @cached_property
    def themes(self) -> Choices:
        return _choices(self.theme_records)

    @cached_property
    def target_records(self) -> list[TargetGroup]:
        return list(TargetGroup.objects.all())

    @cached_property
    def targets(self) -> Choices:
        return _choices(self.target_records)

    @cached_property
    def languages(self) -> Choices:
        return _choices(Language.objects.all())

    @cached_property
    def authorities(self) -> Choices:
        return _choices(Authority.objects.all())

    @cached_property
    def pieces(self) -> dict[int, Piece]:
        """All neighbourhoods by their keys; as plain values, because hundreds of records are slow."""
        name = f"name_{get_language()}"
        columns = ("pk", name, "municipality", f"municipality__{name}", "zone", "zone__code", f"zone__{name}")
        return {
            pk: Piece(pk, own, Territory(town, town_name), Territory(zone, zone_name, zone_code))
            for pk, own, town, town_name, zone, zone_code, zone_name in Neighbourhood.objects.values_list(*columns)
        }

    @cached_property
    def neighbourhoods(self) -> Choices:
        """Neighbourhoods under their municipality, both in the order of the alphabet."""
        pieces = sorted(self.pieces.values(), key=lambda piece: (piece.municipality.name, piece.name))
        groups = groupby(pieces, key=lambda piece: piece.municipality.name)
        return [("", "–"), *((name, [(str(piece.pk), piece.name) for piece in group]) for name, group in groups)]

    @cached_property
    def zones(self) -> list[Territory]:
        """The zones that have neighbourhoods."""
        return sorted({piece.zone for piece in self.pieces.values()}, key=lambda zone: zone.name)

    @cached_property
    def large_areas(self) -> Choices:
        """Zones and municipalities, to which a service may be limited."""
        towns = sorted({piece.municipality for piece in self.pieces.values()}, key=lambda town: town.name)
        return [
            *((f"zone-{zone.pk}", zone.name) for zone in self.zones),
            *((f"municipality-{town.pk}", town.name) for town in towns),
        ]

    @cached_property
    def small_areas(self) -> Choices:
        """Neighbourhoods, to which a service may be limited."""
        words = ((piece.pk, f"{piece.name} ({piece.municipality.name})") for piece in self.pieces.values())
        return sorted(((f"neighbourhood-{pk}", name) for pk, name in words), key=lambda choice: choice[1])

    @cached_property
    def neighbourhood_options(self) -> str:
        """The neighbourhoods as options, rendered once for all places of a page."""
        return render_to_string("staff/options.html", {"groups": self.neighbourhoods[1:]})

    @cached_property
    def small_area_options(self) -> str:
        """The same as territories, for all services of a page."""
        return render_to_string("staff/options.html", {"options": self.small_areas})

    @cached_property
    def areas(self) -> Choices:
        """Every territory that a service may be limited to."""
        return [*self.large_areas, *self.small_areas]


def _choices(records) -> Choices:
    language = get_language()
    return [(str(record.pk), getattr(record, f"name_{language}") or record.name) for record in records]
