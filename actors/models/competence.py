"""Who is competent for an address, and what there is to know of the procedures."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from actors.enums import CompetenceKind
from actors.models.actor import Actor
from repertorium.constraints import exactly_one
from zones.models import CareZone, Municipality, Neighbourhood, SocialHealthNeighbourhood


class CompetenceQuerySet(models.QuerySet):
    """Competences in the words of the domain."""

    def for_neighbourhood(self, neighbourhood: Neighbourhood):
        """Every competence over this neighbourhood: its own, its group's, its municipality's, its zone's."""
        return self.filter(
            Q(neighbourhood=neighbourhood)
            | Q(municipality=neighbourhood.municipality_id)
            | Q(zone=neighbourhood.zone_id)
            | Q(
                social_health_neighbourhood=neighbourhood.social_health_neighbourhood_id,
                social_health_neighbourhood__isnull=False,
            )
        )


class Competence(models.Model):
    """An actor is competent, in one way, for one territory."""

    kind = models.CharField(_("kind"), max_length=14, choices=CompetenceKind)
    actor = models.ForeignKey(Actor, models.CASCADE, related_name="competences", verbose_name=_("actor"))
    zone = models.ForeignKey(CareZone, models.PROTECT, null=True, blank=True, verbose_name=_("care zone"))
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, blank=True, verbose_name=_("municipality")
    )
    social_health_neighbourhood = models.ForeignKey(
        SocialHealthNeighbourhood,
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("social-health neighbourhood"),
    )
    neighbourhood = models.ForeignKey(
        Neighbourhood, models.PROTECT, null=True, blank=True, verbose_name=_("neighbourhood")
    )

    objects = CompetenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("competence")
        verbose_name_plural = _("competences")
        ordering = ["kind", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=exactly_one("zone", "municipality", "social_health_neighbourhood", "neighbourhood"),
                name="actors_competence_for_one_territory",
                violation_error_message=_("Choose one territory."),
            ),
            models.UniqueConstraint(
                fields=[
                    "kind",
                    "actor",
                    "zone",
                    "municipality",
                    "social_health_neighbourhood",
                    "neighbourhood",
                ],
                nulls_distinct=False,
                name="actors_competence_once_per_territory",
            ),
            models.CheckConstraint(condition=Q(kind__in=CompetenceKind.values), name="actors_competence_kind_is_known"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.actor}"


class Procedure(models.Model):
    """A short, dated sheet on a procedure (urgent medical help, living wage …) with the official source."""

    slug = models.SlugField(_("slug"), unique=True)
    title = models.CharField(_("title"), max_length=150)
    text = models.TextField(_("text"))
    differences = models.TextField(_("where OCMW/CPAS differ"), blank=True)
    official_url = models.URLField(_("official source"))
    checked_on = models.DateField(_("checked on"))

    class Meta:
        verbose_name = _("procedure sheet")
        verbose_name_plural = _("procedure sheets")
        ordering = ["slug"]

    def __str__(self):
        return self.title
