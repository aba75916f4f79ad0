"""What pages need on paper."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from repertorium.qr import svg

LONGEST = 1_000  # characters; a code of more is a grey square
YEAR_SECONDS = 31_536_000


@require_safe
def qr(request: HttpRequest) -> HttpResponse:
    """The address of a page of this site (`of`, from its first slash on) as a QR code. Drawn when somebody prints:
    it takes as long as a search."""
    page = request.GET.get("of", "")
    if not page.startswith("/") or page.startswith("//") or len(page) > LONGEST:
        return HttpResponseBadRequest("of=/nl/…", content_type="text/plain")
    picture = svg(settings.SITE_URL + page).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    response = HttpResponse(picture, content_type="image/svg+xml")
    patch_cache_control(response, public=True, max_age=YEAR_SECONDS, immutable=True)
    return response
