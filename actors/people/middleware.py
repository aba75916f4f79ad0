"""What requests of people who are logged in pass through."""

import time

from django.conf import settings
from django.contrib.auth.signals import user_logged_out
from django.db import InterfaceError, OperationalError
from django.db.models import prefetch_related_objects
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from actors import permissions
from actors.people import second_factor
from repertorium.middleware import Handler
from repertorium.views import unavailable

SIGN_OF_LIFE = 600  # seconds between two writes of a session: reading pages should not write on each
OPEN_PAGES = ("account", "mfa_", "openid_connect_", "socialaccount_")  # where one may be without second factor


def guard_accounts(get_response: Handler) -> Handler:
    """Keep sessions alive while they are used, and staff without a second factor at setting it up.

    After a logout the browser forgets the pages that it kept.
    It asks nothing for requests without a session cookie: public pages touch no session.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if getattr(request, "was_logged_out", False):
            response.headers["Clear-Site-Data"] = '"cache"'  # on a computer of many, Back shows nothing any more
        return response

    def process_view(request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return None
        try:
            return _guard(request)
        except (OperationalError, InterfaceError):
            return unavailable(request)

    middleware.process_view = process_view
    return middleware


@receiver(user_logged_out)
def _remember_logout(request: HttpRequest | None, **_kwargs) -> None:
    if request is not None:  # None: by a command
        request.was_logged_out = True


def _guard(request: HttpRequest) -> HttpResponse | None:
    if not request.user.is_authenticated:
        return None
    if not permissions.is_regional(request.user):
        prefetch_related_objects([request.user], "zone_memberships")  # asked of on every page, several times
    staff = permissions.is_zone_staff(request.user)
    _keep_alive(request, staff)
    name = request.resolver_match.url_name or ""
    if name.startswith(OPEN_PAGES) and request.resolver_match.app_name != "admin":
        return None
    return redirect("mfa_index") if staff and second_factor.is_missing(request.user) else None


def _keep_alive(request: HttpRequest, staff: bool) -> None:
    """Twelve hours count from the last sign of life. Staff are out when the browser closes, whatever they ticked."""
    now = int(time.time())
    if now - request.session.get("seen", 0) > SIGN_OF_LIFE:
        request.session["seen"] = now
        if staff:
            request.session.set_expiry(0)
