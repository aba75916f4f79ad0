"""The second factor: an app or a passkey besides the password."""

from allauth.mfa.models import Authenticator

from actors import permissions
from actors.people import demo

KINDS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def must_be_set_up(user: permissions.AnyUser) -> bool:
    """Staff see addresses that others must not: without a second factor they get no further than setting one up.

    Only demo accounts, which exist on one's own machine alone, need none.
    """
    return permissions.is_zone_staff(user) and is_missing(user)


def is_missing(user: permissions.AnyUser) -> bool:
    """Whether somebody, of whom we know that they are staff, has no second factor and needs one."""
    if user.is_demo and demo.is_allowed():
        return False
    return not Authenticator.objects.filter(user=user, type__in=KINDS).exists()
