"""The front desk of an actor: how it is asked whether there is room, and by which link it answers."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.models.actor import Actor

FIRST_VERSION = 1


class FrontDeskQuerySet(models.QuerySet):
    """Front desks in the words of the domain."""

    def reached_by_mail(self):
        """Those that can be asked by mail: an address that works, and nobody there who wants no mail."""
        return self.exclude(email="").filter(unsubscribed_at=None, bounced_at=None)

    def answered(self, actor: Actor) -> None:
        """The desk of this actor said something: it is asked anew from the beginning."""
        desk = self.model(actor=actor, answered_at=timezone.now(), unanswered=0, bounced_at=None)
        changed = ["answered_at", "unanswered", "bounced_at"]
        self.bulk_create([desk], update_conflicts=True, unique_fields=["actor"], update_fields=changed)


class FrontDesk(models.Model):
    """Whoever answers at the counter or the telephone of an actor, without an account.

    An actor without a row here has a link too, of the first version. `key_version` is a part of what its links sign:
    raising it ends every link that was given before.
    """

    actor = models.OneToOneField(Actor, models.CASCADE, related_name="front_desk", verbose_name=_("actor"))
    key_version = models.PositiveIntegerField(_("version of the link"), default=FIRST_VERSION)
    email = models.EmailField(
        _("e-mail address that is asked"),
        blank=True,
        help_text=_("A general address of the house, never one person's. Empty: nobody is asked by mail."),
    )
    language = models.CharField(
        _("language of mail"), max_length=2, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    asked_at = models.DateTimeField(_("last asked on"), null=True, blank=True)
    unanswered = models.PositiveSmallIntegerField(_("mails without an answer"), default=0)
    answered_at = models.DateTimeField(_("last answer on"), null=True, blank=True)
    unsubscribed_at = models.DateTimeField(_("wants no mail since"), null=True, blank=True)
    bounced_at = models.DateTimeField(_("mail came back on"), null=True, blank=True)

    objects = FrontDeskQuerySet.as_manager()

    class Meta:
        verbose_name = _("front desk")
        verbose_name_plural = _("front desks")
        constraints = [
            models.CheckConstraint(
                condition=Q(key_version__gte=FIRST_VERSION),
                name="actors_desk_has_a_version",
                violation_error_message=_("The version of a link is 1 or more."),
            ),
            models.CheckConstraint(
                condition=Q(unanswered=0) | Q(asked_at__isnull=False),
                name="actors_desk_unanswered_was_asked",
                violation_error_message=_("Who was never asked has nothing to answer."),
            ),
            models.CheckConstraint(
                condition=Q(language__in=[code for code, _name in settings.LANGUAGES]),
                name="actors_desk_language_is_known",
            ),
        ]

    def __str__(self):
        return str(self.actor)


def key_version_of(actor: Actor) -> int:
    """The version of an actor's links that works now."""
    return FrontDesk.objects.filter(actor=actor).values_list("key_version", flat=True).first() or FIRST_VERSION


def renew_link(actor: Actor) -> None:
    """Every link that was given for this actor stops working."""
    FrontDesk.objects.get_or_create(actor=actor)
    FrontDesk.objects.filter(actor=actor).update(key_version=F("key_version") + 1)
