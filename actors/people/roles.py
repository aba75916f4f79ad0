"""Giving and taking roles. Every taking ends the sessions of whom it is taken from."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from actors.enums import Role
from actors.models import Actor, ActorEditor
from repertorium.accounts.models import User
from zones.models import CareZone, ZoneMember


@transaction.atomic
def give(*, user: User, role: str, actor: Actor | None = None, zone: CareZone | None = None) -> None:
    """Give somebody a role; giving it twice changes nothing. Who may give it was asked when they were invited."""
    if role == Role.EDITOR:
        ActorEditor.objects.get_or_create(user=user, actor=actor)
    elif role == Role.ZONE:
        ZoneMember.objects.get_or_create(user=user, zone=zone)
    elif role == Role.REGIONAL:
        user.is_staff = user.is_superuser = True
        user.save(update_fields=["is_staff", "is_superuser"])


@transaction.atomic
def take(*, user: User, role: str, actor: Actor | None = None, zone: CareZone | None = None) -> None:
    """Take a role from somebody and end their sessions. Their account stays: they are a professional.

    Raises:
        ValidationError: nobody of the regional team would be left.
    """
    if role == Role.EDITOR:
        ActorEditor.objects.filter(user=user, actor=actor).delete()
    elif role == Role.ZONE:
        ZoneMember.objects.filter(user=user, zone=zone).delete()
    elif role == Role.REGIONAL:
        _take_regional(user)
    end_sessions(user)


def end_sessions(user: User) -> None:
    """Log somebody out everywhere, at their next request."""
    User.objects.filter(pk=user.pk).update(session_generation=F("session_generation") + 1)


def _take_regional(user: User) -> None:
    # Locked, so that two people who remove each other take turns. The database guards it too (accounts.User).
    others = User.objects.regional().select_for_update().filter(is_demo=user.is_demo)
    if user.pk in {other.pk for other in others} and len(others) == 1:
        raise ValidationError(_("This is the last person of the regional team. Invite another one first."), code="last")
    user.is_staff = user.is_superuser = False
    user.save(update_fields=["is_staff", "is_superuser"])
