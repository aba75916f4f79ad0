"""Days on which the schools of a Community rest: facts with their source, to which staff add a year at a time."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from actors.enums import SchoolCalendar


class SchoolHoliday(models.Model):
    """Days without school of one Community. Hours that say "in school holidays" count on them, for whoever follows it.

    `source` is where the days are written down; `remark` how sure that is.
    """

    community = models.CharField(_("Community"), max_length=2, choices=SchoolCalendar)
    first = models.DateField(_("first day"))
    last = models.DateField(_("last day"))
    name = models.CharField(_("name"), max_length=60)
    source = models.CharField(_("source"), max_length=200)
    remark = models.CharField(_("remark"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("school holiday")
        verbose_name_plural = _("school holidays")
        ordering = ["community", "first"]
        constraints = [
            models.CheckConstraint(
                condition=Q(community__in=SchoolCalendar.values), name="actors_school_holiday_community_is_known"
            ),
            models.CheckConstraint(
                condition=Q(last__gte=F("first")),
                name="actors_school_holiday_days_in_order",
                violation_error_message=_("The last day comes before the first."),
            ),
            models.CheckConstraint(
                condition=~Q(source=""),
                name="actors_school_holiday_has_source",
                violation_error_message=_("Say where these days are written down."),
            ),
        ]

    def __str__(self):
        return f"{self.name} {self.first.year} ({self.get_community_display()})"
