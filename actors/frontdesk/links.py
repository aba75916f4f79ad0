"""Links for front desks: signed, for one actor, dated, and ended by raising the version of that actor's key."""

from datetime import date, timedelta

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils import timezone
from django.utils.http import base36_to_int, int_to_base36
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from actors.models import Actor
from actors.models.front_desk import FIRST_VERSION, key_version_of

VALID_FOR = timedelta(days=365)  # one on paper hangs on a wall
SIGNER = Signer(salt="actors.front-desk")
BROKEN, OLD, REPLACED, GONE = "broken", "old", "replaced", "gone"
WHY = {
    BROKEN: _("This link is not complete. Perhaps a piece was lost when it was copied: open it again from the mail."),
    OLD: _("This link is more than a year old. Ask for a new one."),
    REPLACED: _("This link was replaced by a newer one. Look for the last mail, or ask for a new link."),
    GONE: _("The organisation of this link is not in the repertorium under this name any more."),
}


class LinkError(Exception):
    """A link that opens nothing. `why`: in words for who opened it, which tell nothing of any actor."""

    def __init__(self, reason: str):
        super().__init__(reason)
        self.reason, self.why = reason, WHY[reason]

    @property
    def status(self) -> int:
        """The status of the answer: 404 for what we never signed, 410 for what worked once."""
        return 404 if self.reason == BROKEN else 410


def token_of(actor: Actor) -> str:
    """What the link of an actor's front desk ends with, as of now."""
    numbers = (actor.pk, key_version_of(actor), _today())  # by the day: who opens the page twice sees one link
    return SIGNER.sign("-".join(map(int_to_base36, numbers)))


def _today() -> int:
    """Days since the beginning of 2000."""
    return (timezone.localdate() - date(2000, 1, 1)).days


def link_of(actor: Actor, language: str, name: str = "front-desk") -> str:
    """The whole link, to the page in this language; `name`: of another address that takes the same token."""
    with override(language):
        return f"{settings.SITE_URL}{reverse(name, args=[token_of(actor)])}"


def actor_of(token: str) -> Actor:
    """The actor for whose front desk this token was made, if its link (still) works.

    Raises:
        LinkError: it is not ours, too old, replaced, or its actor is not published (any more).
    """
    try:
        key, version, day = map(base36_to_int, SIGNER.unsign(token).split("-"))
    except (BadSignature, ValueError):
        raise LinkError(BROKEN) from None
    if day + VALID_FOR.days < _today():
        raise LinkError(OLD)
    actor = Actor.objects.published().select_related("front_desk", "steward").filter(pk=key).first()
    if actor is None:
        raise LinkError(GONE)
    desk = getattr(actor, "front_desk", None)
    if version != (desk.key_version if desk else FIRST_VERSION):
        raise LinkError(REPLACED)
    return actor
