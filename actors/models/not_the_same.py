"""Pairs of actors that look like one and are two."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.models.actor import Actor


class NotTheSame(models.Model):
    """Somebody looked at two actors and said that they are two: they are not proposed as duplicates again."""

    first = models.ForeignKey(Actor, models.CASCADE, related_name="+", verbose_name=_("actor"))
    second = models.ForeignKey(Actor, models.CASCADE, related_name="+", verbose_name=_("other actor"))
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("said by")
    )
    said_at = models.DateTimeField(_("said at"), default=timezone.now)

    class Meta:
        verbose_name = _("pair that is not the same")
        verbose_name_plural = _("pairs that are not the same")
        constraints = [
            models.CheckConstraint(
                condition=Q(first__lt=F("second")),
                name="actors_not_the_same_in_order",
                violation_error_message=_("A pair is two actors, the one that was entered first in front."),
            ),
            models.UniqueConstraint(
                fields=["first", "second"],
                name="actors_not_the_same_said_once",
                violation_error_message=_("This was said of these two already."),
            ),
        ]

    def __str__(self):
        return f"{self.first} ≠ {self.second}"
