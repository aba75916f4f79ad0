"""What makes the residents' screens an app that works without connection: manifest, service worker, data."""

import json

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from actors.pictograms import interface
from actors.pictograms.bundle import REGION, saved_bundle
from actors.pictograms.choice import INTERFACE, MEASURED_FROM, NEED, SAVED, SEVERAL
from actors.search import engine

DAY_SECONDS, QUARTER_SECONDS = 86_400, 900
ASSETS = (
    "css/tokens.css", "css/help.css", "pictograms.svg", "help.svg", "icons/favicon.svg", "js/called.js",
    "js/help/help.js",
    "js/help/hours.js", "js/help/leave.js", "js/help/listen.js", "js/help/near.js", "js/help/save.js",
    "js/help/saved.js", "js/help/saved-advisers.js", "js/help/saved-cards.js", "js/help/saved-choice.js",
    "js/help/saved-days.js", "js/help/saved-groups.js", "js/help/saved-links.js", "js/help/saved-numbers.js",
    "js/help/way.js",
)  # fmt: skip


@require_safe
def neighbourhoods(request: HttpRequest) -> HttpResponse:
    """The middle of every neighbourhood and municipality, for a device that knows where it is and tells nobody."""
    terms = engine().index.terms
    points = {kind: {term.code: term.point for term in terms[kind].values()} for kind in MEASURED_FROM}
    response = JsonResponse(points)
    patch_cache_control(response, public=True, max_age=DAY_SECONDS)
    return response


@require_safe
def bundle(request: HttpRequest, area: str) -> HttpResponse:
    """Everything that residents see of a municipality (its NIS code) or of the whole Region, for keeping."""
    terms = engine().index.terms
    if area != REGION and area not in terms["municipality"]:
        raise Http404
    screen = interface.find(request.GET.get(INTERFACE, ""))
    data, version = saved_bundle(area, translation.get_language(), screen)
    if request.headers.get("If-None-Match") == version:
        response = HttpResponse(status=304)
    else:
        response = HttpResponse(data, content_type="application/json")
    response["ETag"] = version
    patch_cache_control(response, public=True, max_age=QUARTER_SECONDS)
    return response


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """What the screens are called and look like as an app."""
    start = reverse("help")
    icons = [
        {"src": static(f"icons/app-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for size in (192, 512)
        for purpose in ("any", "maskable")
    ]
    data = {
        "name": _("Help in Brussels"),
        "short_name": _("Help"),
        "lang": translation.get_language(),
        "id": start,
        "start_url": start,
        "scope": start,
        "display": "standalone",
        "background_color": "#faf8f5",
        "theme_color": "#14296a",
        "icons": icons,
    }
    return JsonResponse(data, content_type="application/manifest+json")


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker of the screens in one language: what to keep, and the script that keeps it.

    Served from the root, because a worker may only serve what lies below it; it is registered for the screens only.
    """
    content = request.GET.get("l", "")
    if content not in dict(settings.LANGUAGES):
        raise Http404
    screen = interface.find(request.GET.get(INTERFACE, ""))
    with translation.override(content):
        setup = {
            "scope": reverse("help"),
            "pages": _pages(screen),
            "assets": [static(asset) for asset in (*ASSETS, "icons/app-192.png")],
            "data": [reverse("help-neighbourhoods")],
            "chosen": NEED,
        }
    lines = [f"self.SETUP = {json.dumps(setup)};", f"importScripts({json.dumps(static('js/help/worker.js'))});"]
    response = HttpResponse("\n".join(lines), content_type="text/javascript")
    patch_cache_control(response, no_cache=True)
    return response


def _pages(screen: interface.Interface | None) -> dict[str, str]:
    """What stands in for an address without connection: path (and `?m`, for several needs) to the page to keep."""
    language = f"&{INTERFACE}={screen.code}" if screen else ""
    names = ("help", "help-where", "help-cards", "help-numbers", "help-legend")
    pages = {reverse(name): f"{reverse(name)}?{SAVED}=1{language}" for name in names}
    several = f"{reverse('help')}?{SEVERAL}=1"
    return {**pages, several: f"{several}&{SAVED}=1{language}"}
