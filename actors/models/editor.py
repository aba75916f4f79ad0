"""Who keeps the listings of which actor."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from actors.models.actor import Actor


class ActorEditor(models.Model):
    """Somebody of an actor's own house, who edits its listings and says whether there is room."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="actor_editorships", verbose_name=_("user")
    )
    actor = models.ForeignKey(Actor, models.CASCADE, related_name="editors", verbose_name=_("actor"))

    class Meta:
        verbose_name = _("editor of an actor")
        verbose_name_plural = _("editors of actors")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "actor"],
                name="actors_editor_once_per_actor",
                violation_error_message=_("This person is an editor of this actor already."),
            )
        ]

    def __str__(self):
        return f"{self.user} ({self.actor})"
