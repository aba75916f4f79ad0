"""Who reports something, as far as it must be known to count everybody once: a mark that tells nobody who it was.

A mark is a keyed hash, with a key of the day, of the address that a request comes from, or of the account where
somebody is logged in. The address itself is never kept. A mark of one thing tells nothing of another, and those of
two days tell nothing of each other to whoever has not the key of the site.
"""

import hashlib
import hmac
from datetime import date, timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

HOME = 64  # bits of an IPv6 address that are one household's; it chooses the others itself


def reporter_marks(request: HttpRequest, *about: object, days: int = 1) -> list[str]:
    """The marks of whoever sends a request, of something: today's, then those of the days before."""
    who, today = _who(request), timezone.localdate()
    return [_mark(today - timedelta(days=back), who, about) for back in range(days)]


def reporter_mark(request: HttpRequest, *about: object) -> str:
    """Today's mark of whoever sends a request, of something."""
    return reporter_marks(request, *about)[0]


def _mark(day: date, who: str, about: tuple) -> str:
    of_the_day = hmac.digest(settings.SECRET_KEY.encode(), f"reporters {day.isoformat()}".encode(), hashlib.sha256)
    return hmac.digest(of_the_day, " ".join(map(str, (*about, who))).encode(), hashlib.sha256).hex()


def _who(request: HttpRequest) -> str:
    """The account where there is one, else the address; of IPv6 the part that a household does not choose."""
    if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
        return f"account {request.user.pk}"
    address = ip_address(get_adapter().get_client_ip(request))
    if isinstance(address, IPv6Address) and not address.ipv4_mapped:
        return str(ip_network((address, HOME), strict=False))
    return str(getattr(address, "ipv4_mapped", None) or address)
