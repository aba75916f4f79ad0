"""Mail to somebody's own address that comes back: what they asked for is sent no more until they confirm the address.

What they need now goes on: codes to log in, a new password, the link that confirms.
"""

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from repertorium.accounts.models import User

SALT = "people.address"
DAYS = 3  # that the link works
A_DAY = 24 * 3600


def note(email: str) -> int:
    """Mail to this address comes back for good. How many accounts have it."""
    return User.objects.filter(email=email.lower(), bounced_at=None).update(bounced_at=timezone.now())


def ask(user: User) -> None:
    """Mail somebody the link that says that mail arrives.

    Raises:
        SMTPException, OSError: it did not go out.
    """
    token = signing.dumps([user.pk, user.email], salt=SALT)
    with override(user.language):
        link = settings.SITE_URL + reverse("account-mail-arrives", args=[token])
        context = {"site_url": settings.SITE_URL, "link": link}
        get_adapter().render_mail("account/email/arrives", user.email, context).send()


def of_token(token: str) -> User | None:
    """Whose address a link confirms; nobody where it is too old, not ours, or the address is another by now."""
    try:
        pk, email = signing.loads(token, salt=SALT, max_age=DAYS * A_DAY)
    except (signing.BadSignature, ValueError):
        return None
    return User.objects.filter(pk=pk, email=email, is_active=True).first()


def clear(user: User) -> None:
    """Mail arrives: what they asked for is sent again."""
    User.objects.filter(pk=user.pk).update(bounced_at=None)
