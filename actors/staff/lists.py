"""What can be chosen in an editor, read once a page."""

from functools import cached_property
from itertools import groupby

from django.template.loader import render_to_string
from django.utils.translation import get_language

from actors.models import Authority, Language, TargetGroup, Theme
from zones.models import CareZone, Neighbourhood

Choices = list[tuple[str, str]]


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
    def neighbourhood_records(self) -> dict[int, Neighbourhood]:
        return {record.pk: record for record in Neighbourhood.objects.with_territory()}

    @cached_property
    def neighbourhoods(self) -> Choices:
        """Neighbourhoods under their municipality, both in the order of the alphabet."""
        records = sorted(self.neighbourhood_records.values(), key=lambda one: (one.municipality.name, one.name))
        groups = groupby(records, key=lambda one: one.municipality.name)
        return [("", "–"), *((name, [(str(one.pk), one.name) for one in group]) for name, group in groups)]

    @cached_property
    def zones(self) -> list[CareZone]:
        """The zones that have neighbourhoods."""
        return sorted({one.zone for one in self.neighbourhood_records.values()}, key=lambda zone: zone.name)

    @cached_property
    def large_areas(self) -> Choices:
        """Zones and municipalities, to which a service may be limited."""
        pieces = self.neighbourhood_records.values()
        towns = sorted({piece.municipality for piece in pieces}, key=lambda town: town.name)
        return [
            *((f"zone-{zone.pk}", zone.name) for zone in self.zones),
            *((f"municipality-{town.pk}", town.name) for town in towns),
        ]

    @cached_property
    def small_areas(self) -> Choices:
        """Neighbourhoods, to which a service may be limited."""
        pieces = self.neighbourhood_records.values()
        return sorted(((f"neighbourhood-{piece.pk}", str(piece)) for piece in pieces), key=lambda choice: choice[1])

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
