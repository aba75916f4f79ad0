"""Beds and places that are counted: how many there are and are free, as of when, by whom. Unknown is unknown."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from django.db.models import Exists, OuterRef, Prefetch, Q
from django.utils import timezone

from actors.enums import AvailabilityKind, ConfirmedHow
from actors.models import Availability, Service, ServiceAtLocation, ServiceTheme, Theme, Viewer
from zones.models import CareZone


@dataclass(frozen=True)
class Counted:
    """What is known of one service, or of those of its places that count by themselves."""

    service: Service
    total: int | None
    free: int | None
    as_of: datetime | None
    how: str

    @property
    def how_words(self) -> str:
        return str(ConfirmedHow(self.how).label) if self.how else ""


@dataclass
class Row:
    """One kind of places in one zone. `places`: of how many the total is known, `free`: of how many somebody says now
    that they are free."""

    theme: Theme | None
    services: list[Counted] = field(default_factory=list)

    @property
    def total(self) -> int:
        """All places that anybody ever counted."""
        return sum(one.total or 0 for one in self.services)

    @property
    def free(self) -> int:
        """The places that are said to be free, and still are."""
        return sum(one.free or 0 for one in self.services)

    @property
    def told(self) -> int:
        """Of how many services the free places are known now."""
        return sum(one.free is not None for one in self.services)

    @property
    def unknown(self) -> int:
        """Of how many they are not."""
        return len(self.services) - self.told

    @property
    def without_total(self) -> int:
        """Of how many services nobody ever said how many places there are."""
        return sum(one.total is None for one in self.services)

    @property
    def as_of(self) -> datetime | None:
        """The oldest of the moments at which what is known was said: the row is no newer than that."""
        return min((one.as_of for one in self.services if one.as_of and one.free is not None), default=None)


class Register:
    """The rows of every zone, as this viewer may know them."""

    def __init__(self, viewer: Viewer, language: str, now: datetime | None = None):
        self.viewer, self.language, self.now = viewer, language, now or timezone.now()

    @cached_property
    def zones(self) -> list[tuple[CareZone | None, list[Row]]]:
        """Each zone with its rows; last, without a zone, what lies at an address that is withheld or at none."""
        rows: dict[CareZone | None, dict[Theme | None, Row]] = defaultdict(dict)
        for service in self._services():
            theme = service.shown_themes[0].theme if service.shown_themes else None
            row = rows[self._zone(service)].setdefault(theme, Row(theme))
            row.services.append(counted(service, self.now))
        order = [*CareZone.objects.all(), None]
        return [(zone, _in_order(rows[zone].values(), self.language)) for zone in order if rows.get(zone)]

    @property
    def region(self) -> Row:
        """All of them together."""
        return Row(None, [one for _zone, rows in self.zones for row in rows for one in row.services])

    def _services(self) -> Iterable[Service]:
        said = Availability.objects.filter(service=OuterRef("pk"), places_total__isnull=False)
        beds = Q(availability_kind=AvailabilityKind.BEDS)
        places = ServiceAtLocation.objects.select_related(
            "service__actor",
            "location__actor",
            "location__neighbourhood__zone",
            "location__neighbourhood__municipality__zone",
        )
        themes = ServiceTheme.objects.select_related("theme__need")
        return (
            Service.objects.visible_to(self.viewer)
            .filter(beds | Q(Exists(said)), is_example=False, actor__is_example=False)
            .filter(Q(asks_room=True) | Q(asks_room=None))
            .select_related("actor")
            .prefetch_related(
                Prefetch("availabilities", Availability.objects.all(), to_attr="said"),
                Prefetch("places", places, to_attr="shown_places"),
                Prefetch("theme_links", themes, to_attr="shown_themes"),
            )
            .order_by(f"sort_{self.language}", "pk")
        )

    def _zone(self, service: Service) -> CareZone | None:
        """The one zone of its places that this viewer may know; of several, or of a withheld address, none."""
        seen = [place.seen_by(self.viewer) for place in service.shown_places]
        zones = {one.zone for one in seen}
        return zones.pop() if len(zones) == 1 and not any(one.withheld for one in seen) else None


def counted(service: Service, now: datetime) -> Counted:
    """What was said of a service as a whole; where only its places are counted, of these together.

    How many places there are stays known when a status ends; how many are free does not. Full means that none is.
    """
    whole = [one for one in service.said if one.place_id is None]
    said = whole or list(service.said)
    totals = [one.places_total for one in said if one.places_total is not None]
    valid = [one for one in said if one.valid_until > now and one.places_free is not None]
    # Where one of several places says nothing now, the sum of the others is not that of the service.
    known = len(valid) == len(said) and bool(said)
    return Counted(
        service,
        total=sum(totals) if totals and len(totals) == len(said) else None,
        free=sum(one.places_free for one in valid) if known else None,
        as_of=max((one.confirmed_at for one in said), default=None),
        how=max(said, key=lambda one: one.confirmed_at).confirmed_how if said else "",
    )


def _in_order(rows: Iterable[Row], language: str) -> list[Row]:
    return sorted(
        rows, key=lambda row: (row.theme is None, (row.theme and getattr(row.theme, f"name_{language}")) or "")
    )
