"""How much is used and asked, counted per day and in aggregate: never who, never the words of a search."""

from collections.abc import Collection, Mapping
from datetime import date

from django.db import connection, models
from django.db.models import F, Q, Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.models.service import Service
from actors.models.taxonomy import Need
from zones.models import CareZone


class ServiceUseQuerySet(models.QuerySet):
    """Uses in the words of the domain."""

    def referred(self, service: int) -> None:
        """Somebody says that they send a person to a service (its primary key): one more today."""
        with connection.cursor() as cursor:
            cursor.execute(REFERRED, {"service": service, "day": timezone.localdate()})

    def at_their_cap(self, services: Collection[int]) -> set[int]:
        """Those of these services (by primary key) to which as many people as they set were sent today."""
        today = Q(uses__day=timezone.localdate(), uses__proposed__gte=F("overflow_cap"))
        reached = Service.objects.filter(Q(overflow_cap=0) | today, pk__in=services)
        return set(reached.values_list("pk", flat=True))

    def add(self, counts: Mapping[tuple[int, date], int]) -> None:
        """Add to how often services (by primary key) were opened on days; those that are gone are left out."""
        rows = [(*key, count) for key, count in sorted(counts.items())]
        with connection.cursor() as cursor:
            cursor.execute(OPENED, _columns(rows, 3))


def _columns(rows: list[tuple], width: int) -> list[list]:
    """The rows as one list per column, for `unnest`. Sorted rows: two processes never wait for each other crosswise."""
    return [list(column) for column in zip(*rows, strict=True)] or [[] for _ in range(width)]


OPENED = """
    INSERT INTO actors_serviceuse (service_id, day, count, proposed)
    SELECT opened.service, opened.day, opened.count, 0
    FROM unnest(%s::bigint[], %s::date[], %s::int[]) AS opened (service, day, count)
    JOIN actors_service ON actors_service.id = opened.service
    ORDER BY opened.service, opened.day
    ON CONFLICT (service_id, day) DO UPDATE SET count = actors_serviceuse.count + EXCLUDED.count
"""
REFERRED = """
    INSERT INTO actors_serviceuse (service_id, day, count, proposed) VALUES (%(service)s, %(day)s, 0, 1)
    ON CONFLICT (service_id, day) DO UPDATE SET proposed = actors_serviceuse.proposed + 1
"""


class ServiceUse(models.Model):
    """How often the page of a service was opened on one day, and how often people said that they refer there."""

    service = models.ForeignKey(Service, models.CASCADE, related_name="uses", verbose_name=_("service"))
    day = models.DateField(_("day"))
    count = models.PositiveIntegerField(_("count"), default=0)
    proposed = models.PositiveIntegerField(_("times proposed"), default=0)

    objects = ServiceUseQuerySet.as_manager()

    class Meta:
        verbose_name = _("use of a service")
        verbose_name_plural = _("use of services")
        constraints = [models.UniqueConstraint(fields=["service", "day"], name="actors_use_once_per_service_and_day")]

    def __str__(self):
        return f"{self.service} {self.day}: {self.count}"


SMALLEST = 5  # a smaller count might be about one person, or about one professional's afternoon


class SearchDemandQuerySet(models.QuerySet):
    """Demand in the words of the domain."""

    def add(self, counts: Mapping[tuple[date, int | None, int | None, bool], int]) -> None:
        """Add to how often needs were searched in zones on days; of a need or zone that is gone, to "none named"."""
        rows = [(*key, count) for key, count in counts.items()]
        with connection.cursor() as cursor:
            cursor.execute(SEARCHED, _columns(rows, 5))

    def large(self):
        """The counts that may be read as they are."""
        return self.filter(count__gte=SMALLEST)

    def told(self):
        """What may be told of these days together: totals per need, zone and outcome, without small ones."""
        totals = self.order_by().values("need__code", "zone__code", "had_results").annotate(total=Sum("count"))
        return totals.filter(total__gte=SMALLEST).order_by("-total", "need__code", "zone__code")


SEARCHED = """
    INSERT INTO actors_searchdemand (day, need_id, zone_id, had_results, count)
    SELECT searched.day, actors_need.id, zones_carezone.id, searched.had_results, sum(searched.count)
    FROM unnest(%s::date[], %s::bigint[], %s::bigint[], %s::boolean[], %s::int[])
        AS searched (day, need, zone, had_results, count)
    LEFT JOIN actors_need ON actors_need.id = searched.need
    LEFT JOIN zones_carezone ON zones_carezone.id = searched.zone
    GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
    ON CONFLICT (day, need_id, zone_id, had_results)
    DO UPDATE SET count = actors_searchdemand.count + EXCLUDED.count
"""


class SearchDemand(models.Model):
    """How often a need was searched in a zone on one day, and whether there was anything."""

    day = models.DateField(_("day"))
    need = models.ForeignKey(Need, models.CASCADE, null=True, blank=True, verbose_name=_("need"))
    zone = models.ForeignKey(CareZone, models.CASCADE, null=True, blank=True, verbose_name=_("care zone"))
    had_results = models.BooleanField(_("had results"))
    count = models.PositiveIntegerField(_("count"), default=0)

    objects = SearchDemandQuerySet.as_manager()

    class Meta:
        verbose_name = _("search demand")
        verbose_name_plural = _("search demand")
        constraints = [
            models.UniqueConstraint(
                fields=["day", "need", "zone", "had_results"],
                nulls_distinct=False,
                name="actors_demand_once_per_day_need_and_zone",
            )
        ]

    def __str__(self):
        return f"{self.day} {self.need or '–'} {self.zone or '–'}: {self.count}"
