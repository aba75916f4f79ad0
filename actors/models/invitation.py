"""Invitations: how people get a role."""

import hashlib
import secrets
from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower, Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.enums import Role
from actors.models.actor import Actor
from zones.models import CareZone

VALID_FOR = timedelta(days=14)
SIGNER = signing.Signer(salt="actors.invitation")


class InvitationQuerySet(models.QuerySet):
    """Invitations in the words of the domain."""

    def open(self):
        """Those that can still be accepted."""
        return self.filter(accepted_at=None, revoked_at=None, expires_at__gt=Now())

    def of_link(self, link: str) -> "Invitation | None":
        """The invitation that a link of ours points to, in whatever state; None for what we never signed."""
        try:
            token = SIGNER.unsign(link)
        except signing.BadSignature:
            return None
        return self.filter(token_hash=hashed(token)).first()


def hashed(token: str) -> str:
    """What is kept of a token: who reads the database cannot use it."""
    return hashlib.sha256(token.encode()).hexdigest()


class Invitation(models.Model):
    """A role that waits for whoever reads the mail of one address: once, and for fourteen days.

    Without `invited_by` it comes from the terminal. `replaces`: whose role passes to the new person.
    """

    email = models.EmailField(_("e-mail address"))
    role = models.CharField(_("role"), max_length=12, choices=Role)
    actor = models.ForeignKey(Actor, models.CASCADE, null=True, blank=True, verbose_name=_("actor"))
    zone = models.ForeignKey(CareZone, models.CASCADE, null=True, blank=True, verbose_name=_("care zone"))
    language = models.CharField(
        _("language of mail"), max_length=2, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+", verbose_name=_("invited by")
    )
    replaces = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(_("valid until"))
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    revoked_at = models.DateTimeField(null=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(role=Role.EDITOR, actor__isnull=False, zone=None)
                | Q(role=Role.ZONE, actor=None, zone__isnull=False)
                | Q(role__in=[Role.PROFESSIONAL, Role.REGIONAL], actor=None, zone=None),
                name="actors_invitation_says_for_what",
                violation_error_message=_("An editor is of one actor, a zone team of one zone, the others of neither."),
            ),
            models.CheckConstraint(
                condition=Q(email=Lower("email")),
                name="actors_invitation_email_is_lower_case",
                violation_error_message=_("Write the e-mail address in small letters."),
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(revoked_at=None),
                name="actors_invitation_accepted_or_revoked",
                violation_error_message=_("An invitation is accepted or revoked, not both."),
            ),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("created_at")),
                name="actors_invitation_expires_after_it_began",
                violation_error_message=_("An invitation ends after it began."),
            ),
        ]

    def __str__(self):
        return f"{self.email}: {self.what}"

    @property
    def what(self) -> str:
        """The role in words: editor of Poverello."""
        return role_in_words(self.role, self.actor or self.zone)

    @property
    def state(self) -> str:
        """`open`, `accepted`, `revoked` or `expired`."""
        if self.accepted_at:
            return "accepted"
        if self.revoked_at:
            return "revoked"
        return "open" if self.expires_at > timezone.now() else "expired"

    def renew(self) -> str:
        """Give it a new token and fourteen days, unsaved. Returns what its link ends with; nobody can read it again."""
        token = secrets.token_urlsafe(24)
        self.token_hash, self.expires_at = hashed(token), timezone.now() + VALID_FOR
        return SIGNER.sign(token)


def role_in_words(role: str, of: Actor | CareZone | None) -> str:
    """A role as people say it; `of` is the actor or the zone."""
    if role == Role.EDITOR:
        return _("editor of %(actor)s") % {"actor": of}
    if role == Role.ZONE:
        return _("team of care zone %(zone)s") % {"zone": of}
    return Role(role).label
