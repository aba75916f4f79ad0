"""Inviting somebody to a role, and accepting."""

from datetime import timedelta

from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from actors import permissions
from actors.models import Actor, Invitation
from actors.models.invitation import VALID_FOR
from actors.people import holdings, roles
from repertorium.accounts.models import User
from zones.models import CareZone

A_DAY = 50  # invitations that one person sends
BETWEEN_TWO = timedelta(minutes=10)  # links to one address


@transaction.atomic
def invite(
    *,
    by: User | None,
    email: str,
    role: str,
    actor: Actor | None = None,
    zone: CareZone | None = None,
    language: str = settings.LANGUAGE_CODE,
    replaces: User | None = None,
) -> str:
    """Invite an address to a role and mail it the link, which is returned. An older invitation to the same ends.

    Without `by` it comes from the terminal. `replaces`: whose role passes to the new person.

    Raises:
        PermissionDenied: `by` may not give this role, or not pass on that of `replaces`.
        ValidationError: `by` invited too many today (a stolen account sends no mail to a thousand addresses).
    """
    same = {"email": email.lower(), "role": role, "actor": actor, "zone": zone}
    invitation = Invitation(**same, language=language, invited_by=by, replaces=replaces)
    if not may_be_given(invitation):
        raise PermissionDenied
    _keep_within_a_day(by)
    Invitation.objects.open().filter(**same).update(revoked_at=timezone.now())
    return _send(invitation)


def may_be_given(invitation: Invitation) -> bool:
    """Whether the role is (still) its giver's to give: who lost theirs gives nothing any more."""
    by, of, replaces = invitation.invited_by, invitation.actor or invitation.zone, invitation.replaces
    held = [(holding.role, holding.of) for holding in holdings.held_by(replaces)] if replaces else []
    if replaces and (invitation.role, of) not in held:
        return False
    if by is None:
        return True
    if replaces:
        return permissions.can_hand_over(by, invitation.role, replaces, invitation.actor)
    return permissions.can_invite(by, invitation.role, invitation.actor)


def resend(*, invitation: Invitation) -> str:
    """Mail a new link, good for another fourteen days; the old one stops working.

    Raises:
        ValidationError: the last one was sent a moment ago.
    """
    if timezone.now() - (invitation.expires_at - VALID_FOR) < BETWEEN_TWO:
        raise ValidationError(_("This was sent a moment ago. Wait ten minutes before you send it again."), code="soon")
    return _send(invitation)


def _keep_within_a_day(by: User | None) -> None:
    since = timezone.now() - timedelta(days=1)
    if by and Invitation.objects.filter(invited_by=by, created_at__gt=since).count() >= A_DAY:
        raise ValidationError(_("You invited many people today. Go on tomorrow."), code="many")


def _send(invitation: Invitation) -> str:
    """Save it with a new link, which is mailed when the transaction is done, and returned."""
    token = invitation.renew()
    invitation.save()
    with override(invitation.language):
        link = f"{settings.SITE_URL}{reverse('account_invitation', args=[token])}"
    transaction.on_commit(lambda: _mail(invitation, link))
    return link


def _mail(invitation: Invitation, link: str) -> None:
    with override(invitation.language):
        context = {"invitation": invitation, "link_url": link, "what": str(invitation.what)}
        get_adapter().send_mail("email/invitation", invitation.email, context)


def revoke(*, invitation: Invitation) -> None:
    """Its link stops working. One that was accepted stays as it is: take the role instead."""
    Invitation.objects.filter(pk=invitation.pk, accepted_at=None, revoked_at=None).update(revoked_at=timezone.now())


@transaction.atomic
def accept(*, invitation: Invitation, user: User) -> None:
    """Give `user` the role, once. The mail was read at this address, so it is confirmed.

    Raises:
        ValidationError: the link is used, revoked or expired, or the role is no longer its giver's to give.
        PermissionDenied: it was meant for another address.
    """
    if invitation.email != user.email:
        raise PermissionDenied
    invitation = _open(invitation)
    target = {"actor": invitation.actor, "zone": invitation.zone}
    EmailAddress.objects.update_or_create(user=user, email=user.email, defaults={"verified": True, "primary": True})
    roles.give(user=user, role=invitation.role, **target)
    if invitation.replaces and invitation.replaces != user:
        roles.take(user=invitation.replaces, role=invitation.role, **target)
    invitation.accepted_at, invitation.accepted_by = timezone.now(), user
    invitation.save(update_fields=["accepted_at", "accepted_by"])


def _open(invitation: Invitation) -> Invitation:
    """The invitation as it is now, which nobody else accepts meanwhile."""
    invitation = Invitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)
    if invitation.state != "open" or not may_be_given(invitation):
        raise ValidationError(_("This invitation does not work any more. Ask for a new one."), code=invitation.state)
    return invitation


@transaction.atomic
def open_account(*, invitation: Invitation, name: str, password: str) -> User:
    """The account of an invited person, with a password of their own, and its role.

    An account that somebody began for this address and nobody confirmed is taken over: its password and sessions
    were those of a person who never showed that they read its mail. Of two forms at once the second is refused.

    Raises:
        ValidationError: as `accept`.
    """
    invitation = _open(invitation)
    user = User.objects.filter(email=invitation.email).first() or User(email=invitation.email)
    if user.pk and user.emailaddress_set.filter(verified=True).exists():
        raise PermissionDenied
    user.name, user.language, user.is_active = name, invitation.language, True
    user.session_generation += 1
    user.set_password(password)
    user.save()
    accept(invitation=invitation, user=user)
    return user


def has_account(email: str) -> bool:
    """Whether somebody who reads this mail has an account already."""
    return EmailAddress.objects.filter(email=email, verified=True).exists()
