"""What somebody was typing, and which forms were saved already: so that nothing is lost, and nothing twice."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from actors.models.actor import Actor


class Draft(models.Model):
    """The form of one listing as somebody left it, not saved yet. Without an actor: a new listing."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="drafts", verbose_name=_("user"))
    actor = models.ForeignKey(
        Actor, models.CASCADE, null=True, blank=True, related_name="drafts", verbose_name=_("actor")
    )
    data = models.JSONField(_("form"), help_text=_("Names and values, in the order of the page."))
    saved_at = models.DateTimeField(_("saved at"), auto_now=True)

    class Meta:
        verbose_name = _("unsaved form")
        verbose_name_plural = _("unsaved forms")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "actor"], nulls_distinct=False, name="actors_draft_once_per_user_and_actor"
            )
        ]

    def __str__(self):
        return f"{self.user} – {self.actor or '…'}"


class SavedForm(models.Model):
    """A form that was saved: sent a second time, it changes nothing and leads to what the first time made."""

    token = models.UUIDField(_("token"), primary_key=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("user"))
    actor = models.ForeignKey(Actor, models.CASCADE, related_name="+", verbose_name=_("actor"))
    saved_at = models.DateTimeField(_("saved at"), auto_now_add=True, db_index=True)

    class Meta:
        verbose_name = _("saved form")
        verbose_name_plural = _("saved forms")

    def __str__(self):
        return str(self.token)
