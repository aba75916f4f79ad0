"""Mail that a person with an account asked for: a digest of the work queue, and what is new in saved searches."""

from datetime import date, timedelta

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

KEPT = timedelta(days=90)  # a saved search, unless somebody prolongs it
KEPT_STOPPED = timedelta(days=7)  # what was ended from a mail, in which that can be taken back


class Rhythm(models.TextChoices):
    """How often mail goes out. Who wants none has no row."""

    DAILY = "daily", _("every day")
    WEEKLY = "weekly", _("every week")


class SubscriptionQuerySet(models.QuerySet):
    """What somebody gets by mail, in the words of who sends it."""

    def wanted(self):
        """Not ended from a mail."""
        return self.filter(stopped_on=None)

    def due(self):
        """What is wanted and was not mailed today, or this week, to people whom mail reaches.

        It is looked at again until there is something to say: a bed that is free at two is not told of at seven.
        """
        today = timezone.localdate()
        daily = Q(rhythm=Rhythm.DAILY, mailed_on__lt=today)
        weekly = Q(rhythm=Rhythm.WEEKLY, mailed_on__lte=today - timedelta(days=7))
        people = {"user__is_active": True, "user__bounced_at": None}
        return self.wanted().filter(Q(mailed_on=None) | daily | weekly, **people)

    def stop(self) -> None:
        """End it from a mail; it stays for a week, so that this can be taken back."""
        self.wanted().update(stopped_on=timezone.localdate())

    def resume(self) -> None:
        """Take that back."""
        self.update(stopped_on=None)


class Subscription(models.Model):
    """Mail that somebody wants as often as they chose, until they end it with the link in it."""

    rhythm = models.CharField(_("how often"), max_length=6, choices=Rhythm, default=Rhythm.DAILY)
    mailed_on = models.DateField(_("last mail on"), null=True, blank=True)
    stopped_on = models.DateField(_("ended from a mail on"), null=True, blank=True)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def deleted_on(self) -> date | None:
        """Until when what was ended from a mail can be taken back."""
        return self.stopped_on + KEPT_STOPPED if self.stopped_on else None


class StaffDigest(Subscription):
    """Somebody of a team gets the counts of their work queue by mail."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="digest", verbose_name=_("user"))

    class Meta:
        verbose_name = _("digest for staff")
        verbose_name_plural = _("digests for staff")
        constraints = [
            models.CheckConstraint(condition=Q(rhythm__in=Rhythm.values), name="actors_digest_rhythm_is_known")
        ]

    def __str__(self):
        return f"{self.user} {self.rhythm}"


def last_day() -> date:
    """The last day of a search that is saved today."""
    return timezone.localdate() + KEPT


class SavedSearch(Subscription):
    """A search of which a professional hears by mail what is new, until a day.

    `seen` and `with_room`: the services that it found last, all and those with room.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_searches", verbose_name=_("user")
    )
    query = models.CharField(_("address of the search"), max_length=1000)
    ends_on = models.DateField(_("last day"), default=last_day)
    seen = ArrayField(models.BigIntegerField(), default=list, verbose_name=_("services found"))
    with_room = ArrayField(models.BigIntegerField(), default=list, verbose_name=_("services with room"))

    class Meta:
        verbose_name = _("saved search")
        verbose_name_plural = _("saved searches")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "query"],
                name="actors_search_saved_once",
                violation_error_message=_("You saved this search already."),
            ),
            models.CheckConstraint(
                condition=~Q(query=""),
                name="actors_saved_search_asks_something",
                violation_error_message=_("Search something first: words, a place or a filter."),
            ),
            models.CheckConstraint(condition=Q(rhythm__in=Rhythm.values), name="actors_saved_search_rhythm_is_known"),
        ]

    def __str__(self):
        return f"{self.user} {self.ends_on}"  # never what was searched
