"""Demo accounts, one per role: only with the invented example actors, and only on one's own machine."""

import base64
from urllib.parse import urlsplit

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import transaction
from django.utils.crypto import salted_hmac

from actors.enums import Role
from actors.models import Actor, ActorEditor
from repertorium.accounts.models import User
from zones.models import ZoneMember

LOCAL = {"localhost", "127.0.0.1", "[::1]", "0.0.0.0"}  # noqa: S104 - a name to be called by


def is_allowed() -> bool:
    """Whether this site answers to the names of one's own machine and to no other."""
    return {*settings.ALLOWED_HOSTS, urlsplit(settings.SITE_URL).hostname} <= LOCAL


def password() -> str:
    """The same at every start of this machine, another on every other: it comes from its secret key."""
    return base64.b32encode(salted_hmac("demo", "password", algorithm="sha256").digest()).decode()[:12].lower()


@transaction.atomic
def renew_accounts() -> list[User]:
    """Make the demo accounts where they may be, one per role; close them everywhere else.

    Returns those that can be used.
    """
    example = Actor.objects.filter(is_example=True, steward__isnull=False).order_by("pk").first()
    if example is None or not is_allowed():
        User.objects.filter(is_demo=True, is_active=True).update(is_active=False)
        return []
    return [_account(role, example) for role in Role.values]


def _account(role: str, example: Actor) -> User:
    regional = role == Role.REGIONAL
    user, _new = User.objects.update_or_create(
        email=f"{role}@example.org",
        defaults={"is_demo": True, "is_active": True, "is_staff": regional, "is_superuser": regional},
        create_defaults={"is_demo": True, "name": f"Demo {role}", "is_staff": regional, "is_superuser": regional},
    )
    if not user.check_password(password()):
        user.set_password(password())
        user.save(update_fields=["password"])
    EmailAddress.objects.update_or_create(user=user, email=user.email, defaults={"verified": True, "primary": True})
    if role == Role.EDITOR:
        ActorEditor.objects.get_or_create(user=user, actor=example)
    if role == Role.ZONE:
        ZoneMember.objects.get_or_create(user=user, zone=example.steward)
    return user
