"""Corrections that anyone proposes for a listing: what is wrong and what it should be, until somebody handles it."""

from datetime import timedelta

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.enums import Status, SuggestionField, SuggestionState
from actors.models.actor import Actor
from actors.models.service import Service
from repertorium.constraints import exactly_one

LONGEST = 1000  # letters
ADDRESS_KEPT = timedelta(days=30)  # that of who wants an answer, where nobody gives one
MARK_KEPT = timedelta(days=7)
KEPT = timedelta(days=365)  # the suggestion itself


class SuggestionQuerySet(models.QuerySet):
    """Suggestions in the words of the domain."""

    def waiting(self):
        """Those that nobody handled, of listings that still are; of professionals first, then the oldest first."""
        gone = Q(service__status=Status.ARCHIVED) | Q(actor__status=Status.ARCHIVED)
        found = self.filter(state=SuggestionState.WAITING).exclude(gone).exclude(service__actor__status=Status.ARCHIVED)
        return found.order_by("-by_professional", "sent_at", "pk")

    def of_actors(self, actors):
        """Those for these actors and what they offer; of an actor that was merged, for its heir."""
        pks = actors.values("pk")
        return self.filter(Q(actor__in=pks) | Q(actor__merged_into__in=pks) | Q(service__actor__in=pks))


class Suggestion(models.Model):
    """A correction that somebody proposes for an actor, or for a service."""

    actor = models.ForeignKey(
        Actor, models.CASCADE, null=True, blank=True, related_name="suggestions", verbose_name=_("actor")
    )
    service = models.ForeignKey(
        Service, models.CASCADE, null=True, blank=True, related_name="suggestions", verbose_name=_("service")
    )
    field = models.CharField(_("what is wrong"), max_length=10, choices=SuggestionField)
    proposed = models.TextField(
        _("what it should be"),
        blank=True,
        validators=[MaxLengthValidator(LONGEST)],
        help_text=_("Empty: whoever sent it knows only that it is wrong."),
    )
    email = models.EmailField(
        _("e-mail address for an answer"), blank=True, help_text=_("Goes with the answer, after thirty days at most.")
    )
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    by_professional = models.BooleanField(_("by a professional"), default=False)
    reporter = models.CharField(
        _("mark of the reporter"), max_length=64, blank=True, editable=False, help_text=_("Goes after seven days.")
    )
    sent_at = models.DateTimeField(_("sent at"), default=timezone.now)
    state = models.CharField(_("state"), max_length=8, choices=SuggestionState, default=SuggestionState.WAITING)
    handled_at = models.DateTimeField(_("handled at"), null=True, blank=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("handled by"),
    )

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("suggestion")
        verbose_name_plural = _("suggestions")
        indexes = [
            models.Index(fields=["sent_at"], condition=Q(state="waiting"), name="actors_suggestion_waiting"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=exactly_one("actor", "service"),
                name="actors_suggestion_for_one_listing",
                violation_error_message=_("A suggestion is for one actor or one service."),
            ),
            models.CheckConstraint(
                condition=Q(field__in=SuggestionField.values), name="actors_suggestion_field_is_known"
            ),
            models.CheckConstraint(
                condition=Q(state__in=SuggestionState.values), name="actors_suggestion_state_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(proposed="") | ~Q(field=SuggestionField.OTHER),
                name="actors_suggestion_says_something",
                violation_error_message=_("Write what is wrong."),
            ),
            models.CheckConstraint(
                condition=Q(state=SuggestionState.WAITING, handled_at__isnull=True)
                | (~Q(state=SuggestionState.WAITING) & Q(handled_at__isnull=False) & Q(handled_at__gte=F("sent_at"))),
                name="actors_suggestion_handled_at_a_moment",
                violation_error_message=_("What is handled was handled at a moment, after it was sent."),
            ),
            models.CheckConstraint(
                condition=Q(state=SuggestionState.WAITING) | Q(email=""),
                name="actors_suggestion_keeps_no_address_once_handled",
                violation_error_message=_("The address of who asked goes when the suggestion is handled."),
            ),
        ]

    def __str__(self):
        return f"{self.listing}: {self.get_field_display()}"

    @property
    def listing(self) -> Actor | Service:
        """The listing that it is for; of a merged actor its heir."""
        if self.service_id:
            return self.service
        return self.actor.merged_into or self.actor

    @property
    def owner(self) -> Actor:
        """The actor in whose editor it is handled."""
        return self.service.actor if self.service_id else self.listing
