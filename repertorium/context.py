"""What every page has at hand."""

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict:
    """Address of this page without query, and the site's own address, for canonical links and cards."""
    return {"site_url": settings.SITE_URL, "canonical": f"{settings.SITE_URL}{request.path}"}
