"""What every request passes through."""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control, patch_vary_headers

from repertorium import embedded_postgres
from repertorium.views import bad_request, only_forms, unavailable

PUBLIC_SECONDS = 60  # how long a cache may keep a public page: availability must not look older than that

Handler = Callable[[HttpRequest], HttpResponse]


def refuse_broken_urls(get_response: Handler) -> Handler:
    """Answer 400 with a helpful page to addresses that PostgreSQL or Python cannot read.

    NUL bytes cannot be stored or compared in PostgreSQL; bytes that are not UTF-8 mean nothing. A cookie with NUL in
    it is left out.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        query = request.META.get("QUERY_STRING", "")
        if "\x00" in request.path or "%00" in query or "\ufffd" in request.path:
            return bad_request(request)
        for name in [name for name, value in request.COOKIES.items() if "\x00" in value]:
            del request.COOKIES[name]  # of no session of ours; nobody is kept out for it
        return get_response(request)

    return middleware


def say_when_the_database_is_away(get_response: Handler) -> Handler:
    """Answer 503 with Retry-After while the database restarts, instead of a server error."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_exception(request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, (OperationalError, InterfaceError)):
            connection.close()  # the next request connects anew
            if settings.EMBEDDED_DATABASE:
                embedded_postgres.recover()  # it has no service manager that would
            return unavailable(request)
        return None

    middleware.process_exception = process_exception
    return middleware


def explain_refused_methods(get_response: Handler) -> Handler:
    """Show a page to who opens an address that only takes forms, as after a reload: a browser's own is empty."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and request.method == "GET" and not response.content:
            explained = only_forms(request)
            explained["Allow"] = response["Allow"]
            return explained
        return response

    return middleware


# What the browser may offer to our pages. The position is turned into a neighbourhood on the device, never sent.
PERMISSIONS = "geolocation=(self), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()"


def limit_browser_features(get_response: Handler) -> Handler:
    """Tell the browser which of its features our pages ever use."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        return response

    return middleware


def _is_for_one_person(request: HttpRequest) -> bool:
    """Whether what was answered holds something of one browser's: a session, or the token of a form."""
    known = settings.SESSION_COOKIE_NAME in request.COOKIES
    given = request.META.get("CSRF_COOKIE_NEEDS_UPDATE") or (hasattr(request, "session") and request.session.modified)
    return known or bool(given) or request.method not in {"GET", "HEAD"}


def cache_public_pages(get_response: Handler) -> Handler:
    """Public pages may be kept by caches for a short while; pages of somebody, and forms, never.

    htmx asks for fragments under the address of the page, and for whole pages when it goes back in history, so caches
    must tell them apart; and a page that a cache keeps for nobody is not that of who is logged in.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        patch_vary_headers(response, ["HX-Request", "HX-History-Restore-Request", "Cookie"])
        if _is_for_one_person(request):
            # Under `no-referrer` browsers name no origin when a form is sent, and Django refuses the form.
            response.headers.setdefault("Referrer-Policy", "same-origin")
        if response.has_header("Cache-Control"):
            return response
        if _is_for_one_person(request):
            patch_cache_control(response, no_store=True, private=True)
        elif response.status_code == HttpResponse.status_code:
            patch_cache_control(response, public=True, max_age=PUBLIC_SECONDS)
        return response

    return middleware
