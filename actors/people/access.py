"""Who gets to a page: nobody, unless a predicate of `actors.permissions` says so."""

from collections.abc import Callable
from functools import wraps

from allauth.account.views import logout
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from actors import permissions

View = Callable[..., HttpResponse]


def only_for(allowed: Callable[[permissions.AnyUser], bool]) -> Callable[[View], View]:
    """Visitors are asked to log in; others of whom `allowed` says no find no such page. Never kept in caches."""

    def decorate(view: View) -> View:
        @never_cache
        @wraps(view)
        def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not allowed(request.user):
                raise Http404
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def anybody_logged_in(user: permissions.AnyUser) -> bool:
    """Everybody with an account."""
    return user.is_authenticated


def admin_login(request: HttpRequest, extra_context=None) -> HttpResponse:
    """Instead of the login page of Django's admin: ours. Who is logged in and ends here finds no such page."""
    if request.user.is_authenticated:
        raise Http404
    return redirect_to_login(request.GET.get("next", ""))


def admin_password(request: HttpRequest, extra_context=None) -> HttpResponse:
    """Instead of the password pages of Django's admin: ours, which asks who one is and ends other sessions."""
    return redirect("account_change_password")


def admin_logout(request: HttpRequest, extra_context=None) -> HttpResponse:
    """Logging out of the admin is logging out of the site."""
    return logout(request)
