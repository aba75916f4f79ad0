"""Former addresses: what was renamed redirects for ever. The database notes every renaming itself."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from repertorium.constraints import exactly_one


class FormerSlug(models.Model):
    """A slug that an actor or a service had before. Where two had it, the last one to leave it counts."""

    slug = models.SlugField(_("slug"), max_length=80)
    actor = models.ForeignKey(
        "actors.Actor", models.CASCADE, null=True, blank=True, related_name="former_slugs", verbose_name=_("actor")
    )
    service = models.ForeignKey(
        "actors.Service", models.CASCADE, null=True, blank=True, related_name="former_slugs", verbose_name=_("service")
    )

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")
        constraints = [
            models.CheckConstraint(
                condition=exactly_one("actor", "service"),
                name="actors_former_slug_of_one_record",
                violation_error_message=_("A former address leads to one actor or one service."),
            ),
            models.UniqueConstraint(
                fields=["slug"], condition=Q(actor__isnull=False), name="actors_former_slug_once_per_actor"
            ),
            models.UniqueConstraint(
                fields=["slug"], condition=Q(service__isnull=False), name="actors_former_slug_once_per_service"
            ),
        ]

    def __str__(self):
        return self.slug


def keep_former_slug(kind: str) -> pgtrigger.Trigger:
    """The trigger of a listing's table that notes its slug when it changes; `kind` is `actor` or `service`."""
    return pgtrigger.Trigger(
        name="keep_former_slug",
        when=pgtrigger.After,
        operation=pgtrigger.UpdateOf("slug"),
        condition=pgtrigger.AnyChange("slug"),
        func=f"""
            INSERT INTO actors_formerslug (slug, {kind}_id) VALUES (OLD.slug, NEW.id)
            ON CONFLICT (slug) WHERE {kind}_id IS NOT NULL DO UPDATE SET {kind}_id = EXCLUDED.{kind}_id;
            RETURN NULL;
        """,  # noqa: S608 - `kind` is one of our own two words
    )
