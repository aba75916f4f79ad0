"""What every page has at hand."""

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone


def site(request: HttpRequest) -> dict:
    """Address of this page without query, and the site's own address, for canonical links and cards.

    `may_be_known`: whether to ask who is looking. Without a session cookie nobody is, and no session is touched.
    """
    return {
        "site_url": settings.SITE_URL,
        "canonical": f"{settings.SITE_URL}{request.path}",
        "paper_day": timezone.localdate(),
        "publisher": settings.PUBLISHER,
        "contact_email": settings.CONTACT_EMAIL,
        "feedback_url": settings.FEEDBACK_URL,
        "may_be_known": settings.SESSION_COOKIE_NAME in request.COOKIES,
    }
