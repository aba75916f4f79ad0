"""Campaigns: a zone, or the Region, asks one question of many actors until a day."""

from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from actors.enums import ActorKind, CampaignAnswer, CampaignKind, ConfirmedHow
from actors.models.actor import Actor
from actors.models.front_desk import FrontDesk
from actors.models.location import Closure
from actors.models.taxonomy import Theme
from repertorium.constraints import has_text
from zones.models import CareZone

LONGEST = 200  # letters of an answer
HIGHEST = 9_999  # that is answered to "how many"
MOST_MAILS = 3  # to one actor: the question, and two reminders
SLOWEST, FASTEST = timedelta(days=7), timedelta(days=1)  # between two of these
SATURDAY = 5
ANSWERS = {
    CampaignKind.YES_NO: (CampaignAnswer.YES, CampaignAnswer.NO),
    CampaignKind.NUMBER: (CampaignAnswer.YES, CampaignAnswer.NO),
    CampaignKind.CLOSED: (CampaignAnswer.AS_USUAL, CampaignAnswer.CLOSED, CampaignAnswer.OTHER_HOURS),
    CampaignKind.TEXT: (CampaignAnswer.WORDS,),
}
WITH_WORDS = (CampaignAnswer.OTHER_HOURS, CampaignAnswer.WORDS)


def works_on(day: date) -> bool:
    """Whether teams call on this day of the week."""
    return day.weekday() < SATURDAY


class CampaignQuerySet(models.QuerySet):
    """Campaigns in the words of the domain."""

    def running(self):
        """Those of which the question can be answered now."""
        return self.filter(started_at__isnull=False, closed_at=None, ends_on__gte=timezone.localdate())

    def on_last_day(self):
        """Those of which nobody can call on a later day: today is the last one, or the last one before a weekend."""
        following = timezone.localdate() + timedelta(days=1)
        while not works_on(following):
            following += timedelta(days=1)
        return self.running().filter(ends_on__lt=following)


class Campaign(models.Model):
    """One question for the actors of a zone, or of the Region. Its life: draft, running, ended or closed."""

    zone = models.ForeignKey(
        CareZone,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="campaigns",
        verbose_name=_("actors of care zone"),
        help_text=_("Empty: the whole Region."),
    )
    theme = models.ForeignKey(
        Theme, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("that offer something of theme")
    )
    actor_kind = models.CharField(_("of kind"), max_length=12, choices=ActorKind, blank=True)
    title = models.CharField(_("title"), max_length=80)
    question = models.CharField(_("question"), max_length=300)
    kind = models.CharField(_("kind of answer"), max_length=6, choices=CampaignKind)
    ends_on = models.DateField(_("last day"))
    started_at = models.DateTimeField(_("started at"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    version = models.PositiveIntegerField(default=0, editable=False)  # raised by every change of the draft

    objects = CampaignQuerySet.as_manager()

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")
        ordering = ["-started_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=CampaignKind.values), name="actors_campaign_kind_is_known"),
            models.CheckConstraint(
                condition=Q(actor_kind__in=["", *ActorKind.values]), name="actors_campaign_actor_kind_is_known"
            ),
            models.CheckConstraint(
                condition=has_text("title_nl")
                & has_text("title_fr")
                & has_text("question_nl")
                & has_text("question_fr"),
                name="actors_campaign_in_both_languages",
                violation_error_message=_("Write the title and the question in Dutch and in French."),
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None) | Q(started_at__isnull=False),
                name="actors_campaign_closed_was_started",
                violation_error_message=_("A campaign that was never started is not closed."),
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def is_draft(self) -> bool:
        """Nobody was asked yet."""
        return self.started_at is None

    @property
    def is_running(self) -> bool:
        """Whether its question can be answered now (the rule of `running`)."""
        return not self.is_draft and self.closed_at is None and self.ends_on >= timezone.localdate()

    @property
    def state(self) -> Promise:
        """In words."""
        if self.is_draft:
            return _("draft")
        return _("running") if self.is_running else _("over")

    @property
    def answers(self) -> tuple[CampaignAnswer, ...]:
        """What can be answered."""
        return ANSWERS[CampaignKind(self.kind)]

    def until_next_step(self, mails: int, now: datetime | None = None) -> timedelta:
        """How long after so many mails without an answer the next one goes out, or somebody calls: so that all that is
        left to do fits between now and the last day, whichever day that is by then."""
        steps = MOST_MAILS + 1 - mails  # the reminders that are left, and the call
        return min(SLOWEST, max(FASTEST, (self.ends_on - timezone.localdate(now)) / (steps + 1)))


class CampaignRequestQuerySet(models.QuerySet):
    """What was asked of actors, in the words of the domain."""

    def listed(self):
        """Of actors that still are in the repertorium."""
        return self.filter(actor__in=Actor.objects.published().values("pk"))

    def open(self):
        """Those that can be answered now."""
        return self.listed().filter(campaign__in=Campaign.objects.running().values("pk"))

    def waiting(self):
        """Those of these that nobody answered."""
        return self.open().filter(answer="")

    def to_mail(self):
        """Those that are due for a mail: the question, which is due at once, or one of two reminders."""
        reminder = Q(due_at__lte=Now()) & ~Q(campaign__in=Campaign.objects.on_last_day().values("pk"))
        return self.waiting().filter(Q(mails=0) | reminder, mails__lt=MOST_MAILS)

    def to_call(self):
        """Those that are called now, as no mail brings them to an answer (`unreached`)."""
        return self.waiting().filter(self.unreached())

    @staticmethod
    def unreached() -> Q:
        """Enough was written, or there is nobody to write to: not any more, or its day to be called has come. On the
        last day what is due is a call: a reminder would be read when the question is over."""
        mailed = FrontDesk.objects.reached_by_mail().filter(actor=OuterRef("actor"))
        last = Q(campaign__in=Campaign.objects.on_last_day().values("pk"))
        tonight = timezone.make_aware(datetime.combine(timezone.localdate() + timedelta(days=1), time.min))
        written = Q(mails=MOST_MAILS, due_at__lte=Now()) | (last & Q(mails__gt=0, due_at__lt=tonight))
        return (~Exists(mailed) & (Q(mails__gt=0) | Q(due_at__lte=Now()))) | written


class CampaignRequest(models.Model):
    """The question of a campaign to one actor, and what it answered.

    `due_at`: when the next mail is due, or the call where no mail comes or the last one was sent. `closure`: what the
    public reads of it.
    """

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="requests", verbose_name=_("campaign"))
    actor = models.ForeignKey(Actor, models.CASCADE, related_name="campaign_requests", verbose_name=_("actor"))
    mails = models.PositiveSmallIntegerField(_("mails sent"), default=0)
    due_at = models.DateTimeField(_("next step on"))
    answer = models.CharField(_("answer"), max_length=11, choices=CampaignAnswer, blank=True)
    closed_from = models.DateField(_("first day closed"), null=True, blank=True)
    closed_until = models.DateField(_("last day closed"), null=True, blank=True)
    number = models.PositiveSmallIntegerField(_("how many"), null=True, blank=True)
    words = models.CharField(_("in words"), max_length=LONGEST, blank=True)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    answered_how = models.CharField(_("answered how"), max_length=6, choices=ConfirmedHow, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("filled in by"),
    )
    closure = models.OneToOneField(
        Closure, models.SET_NULL, null=True, blank=True, related_name="campaign_request", verbose_name=_("closure")
    )

    objects = CampaignRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("question to an actor")
        verbose_name_plural = _("questions to actors")
        indexes = [models.Index(fields=["due_at"], condition=Q(answer=""), name="actors_campaign_due")]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "actor"], name="actors_campaign_once_per_actor"),
            models.CheckConstraint(
                condition=Q(mails__lte=MOST_MAILS),
                name="actors_campaign_writes_no_more",
                violation_error_message=_("An actor gets the question and at most two reminders."),
            ),
            models.CheckConstraint(
                condition=Q(answer__in=["", *CampaignAnswer.values]), name="actors_campaign_answer_is_known"
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None, answered_how="", answered_by=None)
                | (~Q(answer="") & Q(answered_at__isnull=False, answered_how__in=ConfirmedHow.values)),
                name="actors_campaign_answered_at_a_moment",
                violation_error_message=_("What is answered was answered at a moment, by somebody."),
            ),
            models.CheckConstraint(
                condition=Q(answer=CampaignAnswer.CLOSED, closed_from__lte=models.F("closed_until"))
                | (~Q(answer=CampaignAnswer.CLOSED) & Q(closed_from=None, closed_until=None)),
                name="actors_campaign_closed_has_its_days",
                violation_error_message=_("Give the first and the last day on which you are closed."),
            ),
            models.CheckConstraint(
                condition=Q(number=None) | Q(answer=CampaignAnswer.YES, number__range=(1, HIGHEST)),
                name="actors_campaign_number_behind_yes",
                violation_error_message=_("A number goes with yes."),
            ),
            models.CheckConstraint(
                condition=(Q(answer__in=WITH_WORDS) & ~Q(words="")) | (~Q(answer__in=WITH_WORDS) & Q(words="")),
                name="actors_campaign_words_where_they_are_asked",
                violation_error_message=_("Write it in a few words."),
            ),
        ]

    def __str__(self):
        return f"{self.campaign}: {self.actor}"
