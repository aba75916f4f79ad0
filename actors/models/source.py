"""Where what we know comes from: documents, registers, other directories, maps."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.enums import FactKind
from actors.models.actor import Actor
from actors.models.location import Location
from actors.models.service import Service
from repertorium.constraints import exactly_one

OLD = timedelta(days=2 * 365)  # what was said longer ago is to be checked


class Source(models.Model):
    """A document, register, directory or map, with its licence."""

    slug = models.SlugField(_("slug"), unique=True)
    name = models.CharField(_("title"), max_length=200)
    publisher = models.CharField(_("publisher"), max_length=150, blank=True)
    url = models.URLField(_("web address"), blank=True)
    licence = models.CharField(_("licence"), max_length=100, blank=True)
    attribution = models.CharField(_("attribution"), max_length=200, blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    is_automatic = models.BooleanField(
        _("automatic"), default=False, help_text=_("Imported by a machine: nobody confirmed its records.")
    )

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["slug"]

    def __str__(self):
        return self.name


class SourceReferenceQuerySet(models.QuerySet):
    """References in the words of the domain."""

    def to_check(self):
        """What a source said long ago, or what staff should look at."""
        doubtful = Q(doubt_nl__gt="") | Q(doubt_fr__gt="")
        return self.filter(doubtful | Q(said_on__lt=timezone.localdate() - OLD))


class SourceReference(models.Model):
    """Where one record stands in a source: its identifier there, or the place in the text.

    Registers are sources too, so numbers of the KBO/BCE, OpenStreetMap, Sociaal Brussel or HSDS are kept
    here, and imports match on them.

    `about`: the fact that the source tells; empty: the record as a whole. `said_on`: when the source said so, which
    is not when we looked. `doubt`: what staff should find out (sources disagree, a detail is missing); readers of
    the site do not see it.
    """

    source = models.ForeignKey(Source, models.PROTECT, related_name="references", verbose_name=_("source"))
    actor = models.ForeignKey(Actor, models.CASCADE, null=True, blank=True, related_name="references")
    service = models.ForeignKey(Service, models.CASCADE, null=True, blank=True, related_name="references")
    location = models.ForeignKey(Location, models.CASCADE, null=True, blank=True, related_name="references")
    identifier = models.CharField(_("identifier there"), max_length=100, blank=True)
    locator = models.CharField(_("place in the source"), max_length=150, blank=True)
    checked_on = models.DateField(_("checked on"), null=True, blank=True)

    about = models.CharField(_("tells"), max_length=9, choices=FactKind, blank=True)
    said_on = models.DateField(_("said on"), null=True, blank=True)
    doubt = models.CharField(_("to find out, for staff"), max_length=1_000, blank=True)

    objects = SourceReferenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("source reference")
        verbose_name_plural = _("source references")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=exactly_one("actor", "service", "location"),
                name="actors_reference_of_one_record",
                violation_error_message=_("A reference belongs to one actor, service or location."),
            ),
            models.CheckConstraint(
                condition=Q(about__in=["", *FactKind.values]), name="actors_reference_fact_is_known"
            ),
            *(
                models.UniqueConstraint(
                    fields=["source", "identifier"],
                    condition=~Q(identifier="") & Q(**{f"{record}__isnull": False}),
                    name=f"actors_identifier_names_one_{record}",
                    violation_error_message=_("Another record has this identifier of this source."),
                )
                for record in ("actor", "service", "location")
            ),
        ]

    def __str__(self):
        return ", ".join(part for part in (str(self.source), self.locator or self.identifier) if part)

    @property
    def is_old(self) -> bool:
        """The source said it so long ago that it is to be checked."""
        return self.said_on is not None and self.said_on < timezone.localdate() - OLD
