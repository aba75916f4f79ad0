"""An item of the work queue that one of a team handed to another, and to whom it was handed before."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

THEIRS = timedelta(days=14)  # after which it is everybody's again: people go on leave
KEPT = timedelta(days=365)


class QueueHandoverQuerySet(models.QuerySet):
    """Hand-overs in the words of the work queue."""

    def now(self):
        """Those that say whose an item is now."""
        return self.filter(ended_at=None, at__gt=timezone.now() - THEIRS)

    def of(self, kind: str, record: int):
        """Those of one item, the latest first."""
        return self.filter(kind=kind, record=record).select_related("by", "to").order_by("-at", "-pk")

    def end(self, kind: str, record: int) -> None:
        """It was done, or is nobody's any more."""
        self.filter(kind=kind, record=record, ended_at=None).update(ended_at=timezone.now())


class QueueHandover(models.Model):
    """Who handed an item of the work queue to whom. `record` is the key of what it is about.

    It says whose work it is and keeps nobody from doing it; who is at an item this minute is a `QueueHold`.
    """

    kind = models.CharField(_("kind of work"), max_length=20)
    record = models.PositiveBigIntegerField(_("record"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("handed over by"))
    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("handed to"))
    at = models.DateTimeField(_("handed over at"), default=timezone.now)
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)

    objects = QueueHandoverQuerySet.as_manager()

    class Meta:
        verbose_name = _("hand-over in the work queue")
        verbose_name_plural = _("hand-overs in the work queue")
        indexes = [models.Index(fields=["kind", "record"], name="actors_handover_of_item")]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "record"], condition=Q(ended_at=None), name="actors_handover_once_per_item"
            )
        ]

    def __str__(self):
        return f"{self.kind} {self.record}"
