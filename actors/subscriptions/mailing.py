"""One mail to one person, with a way to end it by one click (RFC 8058) that needs no account."""

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db.models import Model
from django.urls import reverse

from actors.models import SavedSearch, StaffDigest

SIGNER = Signer(salt="actors.subscription")
KINDS: dict[str, type[Model]] = {"digest": StaffDigest, "search": SavedSearch}


def stop_link(kind: str, pk: int) -> str:
    """The whole link that ends a digest or a saved search, in the active language."""
    return settings.SITE_URL + reverse("mail-stop", args=[SIGNER.sign(f"{kind}-{pk}")])


def of_token(token: str) -> tuple[str, int] | None:
    """The kind and the key that a link ends; nothing of what we never signed."""
    try:
        kind, pk = SIGNER.unsign(token).split("-")
        return (kind, int(pk)) if kind in KINDS else None
    except (BadSignature, ValueError):
        return None


def send(template: str, kind: str, record: StaffDigest | SavedSearch, **context) -> None:
    """Mail what a person asked for; the active language is theirs.

    Raises:
        SMTPException, OSError: it did not go out.
    """
    stop = stop_link(kind, record.pk)
    headers = {"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    context = {"site_url": settings.SITE_URL, "stop": stop, **context}
    get_adapter().render_mail(template, record.user.email, context, headers=headers).send()
