"""An item of the work queue that somebody is at, or that is put off until a day."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

AT_IT = timedelta(minutes=15)  # that an item is kept for who took it, without a sign of life


class QueueHoldQuerySet(models.QuerySet):
    """Holds in the words of the work queue."""

    def now(self):
        """Those that hold something now."""
        return self.filter(until__gt=Now())

    def put_off(self, kind: str):
        """The records of this kind of work that are put off."""
        return self.now().filter(kind=kind, is_put_off=True).values("record")

    def hold(self, *, kind: str, record: int, user, until: datetime, is_put_off: bool = False) -> bool:
        """Hold an item for `user`; False where somebody else is at it. Two at once: the first one has it."""
        wanted = {"user": user, "until": until, "is_put_off": is_put_off}
        held, created = self.select_for_update().get_or_create(kind=kind, record=record, defaults=wanted)
        if created:
            return True
        if held.user_id != user.pk and held.until > timezone.now() and not held.is_put_off:
            return False
        for name, value in wanted.items():
            setattr(held, name, value)
        held.save()
        return True

    def let_go(self, *, kind: str, record: int, user) -> None:
        """Give back what this person holds, or what is put off."""
        mine = models.Q(user=user) | models.Q(is_put_off=True)
        self.filter(mine, kind=kind, record=record).delete()


class QueueHold(models.Model):
    """Who is at an item of the work queue, or until when it is put off. `record` is the key of what it is about."""

    kind = models.CharField(_("kind of work"), max_length=20)
    record = models.PositiveBigIntegerField(_("record"))
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("user"))
    until = models.DateTimeField(_("until"))
    is_put_off = models.BooleanField(_("put off"), default=False)

    objects = QueueHoldQuerySet.as_manager()

    class Meta:
        verbose_name = _("hold on an item of the work queue")
        verbose_name_plural = _("holds on items of the work queue")
        constraints = [models.UniqueConstraint(fields=["kind", "record"], name="actors_hold_once_per_item")]

    def __str__(self):
        return f"{self.kind} {self.record}"
