"""Pages of the whole site: the door, texts about the site, errors, and what machines ask for."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

KNOW_WHO = {403, 404, 405, 410, 429}  # errors that happen while the database answers
RETRY_AFTER = 10  # seconds; a restart of the database takes less


@require_safe
def door(request: HttpRequest) -> HttpResponse:
    """The bare address: to the language that the browser prefers."""
    language = translation.get_language_from_request(request)
    with translation.override(language):
        response = HttpResponseRedirect(reverse("home"))
    patch_vary_headers(response, ["Accept-Language"])
    return response


def text_page(name: str):
    """The view of a page that is text only, from `templates/site/<language>/<name>.html`."""

    @require_safe
    def view(request: HttpRequest) -> HttpResponse:
        return render(request, f"site/{translation.get_language()}/{name}.html")

    return view


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What search engines may read: everything but combinations of filters, which have no end."""
    searches = []
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            searches.append(f"Disallow: {reverse('search')}?")
    lines = ["User-agent: *", *searches, "Disallow: /admin/", f"Sitemap: {settings.SITE_URL}/sitemap.xml"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """An address that cannot be understood."""
    return _error(request, 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A page that is not for this person."""
    return _error(request, 403)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without the token of this session: logged in or out meanwhile, or cookies are refused."""
    return _error(request, 403, "expired")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A page that is not there."""
    return _error(request, 404)


def only_forms(request: HttpRequest) -> HttpResponse:
    """An address that takes what a form sends, and shows nothing by itself."""
    return _error(request, 405)


def gone(request: HttpRequest) -> HttpResponse:
    """Something that was here and has ended: search engines may forget it."""
    return _error(request, 410)


def too_many(request: HttpRequest) -> HttpResponse:
    """Somebody tries too often: a machine that guesses passwords, or a person who forgot theirs."""
    return _error(request, 429)


def server_error(request: HttpRequest) -> HttpResponse:
    """A mistake of ours."""
    return _error(request, 500)


def unavailable(request: HttpRequest) -> HttpResponse:
    """The database is away for a moment, as during a restart."""
    response = _error(request, 503)
    response["Retry-After"] = str(RETRY_AFTER)
    return response


def _error(request: HttpRequest, status: int, page: str = "") -> HttpResponse:
    """An error page in the language of the address. Where the database may be what failed, nothing is asked of it."""
    language = translation.get_language_from_path(request.path_info) or translation.get_language_from_request(request)
    with translation.override(language):
        for_residents = request.path_info.startswith(reverse("help"))
        way_out = "help" if for_residents else "home"  # what is there in every language, whatever was asked for
        context = {"status": status, "way_out": way_out} | ({} if status in KNOW_WHO else {"may_be_known": False})
        template = "pictograms/error.html" if for_residents else f"errors/{page or status}.html"
        return render(request, template, context, status=status)
