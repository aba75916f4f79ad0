"""How much is used and asked, counted per day and in aggregate: never who, never the words of a search."""

from django.db import InternalError, connection, models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.models.service import Service
from actors.models.taxonomy import Need
from zones.models import CareZone


class ServiceUseQuerySet(models.QuerySet):
    """Uses in the words of the domain."""

    def claim_proposal(self, service: Service) -> bool:
        """Whether a service that caps what is sent to it may be proposed once more today; if so, it is counted.

        One statement, so that two processes never both take the last one. A database that may only be read cannot
        count: then nothing is proposed.
        """
        try:
            with connection.cursor() as cursor:
                cursor.execute(CLAIM, {"service": service.pk, "day": timezone.localdate(), "cap": service.overflow_cap})
                return cursor.rowcount == 1
        except InternalError:
            return False


CLAIM = """
    INSERT INTO actors_serviceuse (service_id, day, count, proposed) SELECT %(service)s, %(day)s, 0, 1 WHERE %(cap)s > 0
    ON CONFLICT (service_id, day) DO UPDATE SET proposed = actors_serviceuse.proposed + 1
    WHERE actors_serviceuse.proposed < %(cap)s
"""


class ServiceUse(models.Model):
    """How often the page of a service was opened on one day, and how often it was proposed instead of a full one."""

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


class SearchDemand(models.Model):
    """How often a need was searched in a zone on one day, and whether there was anything."""

    day = models.DateField(_("day"))
    need = models.ForeignKey(Need, models.CASCADE, null=True, blank=True, verbose_name=_("need"))
    zone = models.ForeignKey(CareZone, models.CASCADE, null=True, blank=True, verbose_name=_("care zone"))
    had_results = models.BooleanField(_("had results"))
    count = models.PositiveIntegerField(_("count"), default=0)

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
