"""One mail to one person, with a way to end it by one click (RFC 8058) that needs no account."""

from dataclasses import dataclass

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db.models import Model
from django.urls import reverse

from actors.models import SavedSearch, StaffDigest
from actors.models.subscription import SubscriptionQuerySet

SIGNER = Signer(salt="actors.subscription")
KINDS: dict[str, type[Model]] = {"digest": StaffDigest, "search": SavedSearch}
AND = "."  # between the keys of several


@dataclass(frozen=True)
class Stop:
    """What the link of a mail ends."""

    kind: str
    keys: frozenset[int]

    @property
    def records(self) -> SubscriptionQuerySet:
        """Those that are still there, ended or not."""
        return KINDS[self.kind].objects.filter(pk__in=self.keys)


def stop_link(kind: str, *keys: int) -> str:
    """The whole link that ends a digest or saved searches, in the active language."""
    return settings.SITE_URL + reverse("mail-stop", args=[SIGNER.sign(f"{kind}-{AND.join(map(str, keys))}")])


def of_token(token: str) -> Stop | None:
    """What a link ends; nothing of what we never signed."""
    try:
        kind, keys = SIGNER.unsign(token).split("-")
        return Stop(kind, frozenset(map(int, keys.split(AND)))) if kind in KINDS else None
    except (BadSignature, ValueError):
        return None


def send(template: str, email: str, stop: str, **context) -> None:
    """Mail what a person asked for, and how to `stop` it; the active language is theirs.

    Raises:
        SMTPException, OSError: it did not go out.
    """
    headers = {"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    context = {"site_url": settings.SITE_URL, "stop": stop, **context}
    get_adapter().render_mail(template, email, context, headers=headers).send()
