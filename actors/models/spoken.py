"""Words of what is asked that is no need: under which condition, and by the name of who is not listed."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from actors.models.admission import ALL_FACTS
from actors.models.taxonomy import Theme


class AdmissionWords(models.Model):
    """The words that ask for a fact of admission: "with my dog". They order what is found, and leave nothing out."""

    fact = models.CharField(
        _("admission"), max_length=30, unique=True, choices=[(fact.code, fact.label) for fact in ALL_FACTS]
    )
    words = models.TextField(_("words that ask for it"), help_text=_("Split by | signs."))

    class Meta:
        verbose_name = _("words for admission")
        verbose_name_plural = _("words for admission")
        ordering = ["fact"]
        constraints = [
            models.CheckConstraint(
                condition=Q(fact__in=[fact.code for fact in ALL_FACTS]), name="actors_admission_words_fact_is_known"
            ),
        ]

    def __str__(self):
        return str(self.get_fact_display())


class UnlistedName(models.Model):
    """A well-known name that people type and nobody here bears: it is said, and what comes nearest is shown.

    As soon as an organisation or service is called so, it is found as any other, and nothing is said.
    """

    slug = models.SlugField(_("slug"), unique=True)
    name = models.CharField(_("name"), max_length=100)
    words = models.TextField(_("other names"), blank=True, help_text=_("Split by | signs."))
    theme = models.ForeignKey(
        Theme,
        models.PROTECT,
        related_name="unlisted_names",
        verbose_name=_("theme"),
        help_text=_("What comes nearest: its services are shown instead."),
    )

    class Meta:
        verbose_name = _("name that is not listed")
        verbose_name_plural = _("names that are not listed")
        ordering = ["slug"]

    def __str__(self):
        return self.name
