"""What keeps public forms usable under abuse, without any third party and without knowing who sends them.

Nothing here is told to who is over a limit but that they are: a machine learns nothing of what it would take.
"""

from urllib.parse import urlsplit

from django.core.cache import cache
from django.http import HttpRequest, QueryDict

from actors.reporters import reporter_mark

DAY = 24 * 60 * 60  # seconds
HONEYPOT = "homepage"  # a field that people do not see: who fills it in is a machine
OF_OUR_OWN = {"same-origin", "none"}  # `none`: somebody who sends a form again from the address bar


class TooManyError(Exception):
    """Whoever sends this sent as much as one may."""


def is_from_our_page(request: HttpRequest) -> bool:
    """Whether a form was sent from a page of this site, as browsers say.

    Public pages are the same for all and set no cookie, so their forms have no token. A browser whose address was
    borrowed by another site says from where it sends; what is no browser has an address of its own.
    """
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    if site is not None:
        return site in OF_OUR_OWN
    return origin in {None, "null"} or urlsplit(origin).netloc == request.get_host()


def is_by_a_machine(data: QueryDict) -> bool:
    """Whether the field that people do not see was filled in."""
    return bool(data.get(HONEYPOT))


def is_within(request: HttpRequest, what: str, most: int) -> bool:
    """Count one more of something by whoever sends this request; whether it is within so many a day."""
    key = f"limit:{reporter_mark(request, what)}"
    cache.add(key, 0, DAY)
    return cache.incr(key) <= most
