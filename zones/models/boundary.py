"""Border lines: those of `fixtures/borders/`, or imported from other GeoJSON files by `manage.py import_boundaries`."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class BoundaryLevel(models.TextChoices):
    """What a border line goes around."""

    PIECE = "piece", _("piece of a neighbourhood")  # decides where a point lies
    NEIGHBOURHOOD = "neighbourhood", _("neighbourhood")  # the others are drawn on maps
    MUNICIPALITY = "municipality", _("municipality")
    ZONE = "zone", _("care zone")


class Boundary(models.Model):
    """The polygon of one territory, in WGS 84 degrees (longitude first, as GeoJSON has it)."""

    level = models.CharField(_("level"), max_length=13, choices=BoundaryLevel)
    code = models.SlugField(_("code"), help_text=_("Of the territory: neighbourhood code, NIS code, zone code."))
    geometry = models.JSONField(_("geometry"), help_text=_("A GeoJSON Polygon or MultiPolygon."))
    attribution = models.CharField(_("attribution"), max_length=300)
    imported_at = models.DateTimeField(_("imported at"))

    class Meta:
        verbose_name = _("boundary")
        verbose_name_plural = _("boundaries")
        ordering = ["level", "code"]
        constraints = [
            models.UniqueConstraint(fields=["level", "code"], name="zones_boundary_once_per_territory"),
            models.CheckConstraint(
                condition=models.Q(level__in=BoundaryLevel.values), name="zones_boundary_level_is_known"
            ),
        ]

    def __str__(self):
        return f"{self.get_level_display()} {self.code}"
