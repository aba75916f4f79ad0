"""The words of each sector for a level of care: the same "second line" means hospital care in one and
support to professionals in another (source: Panorama 2025, table of 3.1.2)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from actors.enums import CareLevel, Sector, Serves


class CareLevelWord(models.Model):
    """What one sector calls a level of care."""

    care_level = models.CharField(_("level of care"), max_length=10, choices=CareLevel)
    serves = models.CharField(_("serves"), max_length=13, choices=Serves)
    sector = models.CharField(_("sector"), max_length=9, choices=Sector)
    word = models.CharField(_("word"), max_length=150)

    class Meta:
        verbose_name = _("word for a level of care")
        verbose_name_plural = _("words for levels of care")
        ordering = ["care_level", "serves", "sector"]
        constraints = [
            models.UniqueConstraint(
                fields=["care_level", "serves", "sector"],
                name="actors_one_word_per_level_and_sector",
                violation_error_message=_("This sector has a word for this level already."),
            ),
            models.CheckConstraint(
                condition=Q(care_level__in=CareLevel.values)
                & Q(serves__in=[Serves.PUBLIC, Serves.PROFESSIONALS])
                & Q(sector__in=Sector.values),
                name="actors_care_level_word_of_known_level_and_sector",
            ),
        ]

    def __str__(self):
        return self.word
