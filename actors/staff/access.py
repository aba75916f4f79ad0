"""Who may open the pages of the staff: the rules stand in `actors.permissions`."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from actors import permissions
from actors.models import Actor, ActorEditor
from actors.staff.listing import with_links

View = Callable[..., HttpResponse]


def login_page(request: HttpRequest) -> HttpResponse:
    """To the log-in page, and back here afterwards."""
    return redirect_to_login(request.get_full_path(), reverse("admin:login"))


def edits_something(user) -> bool:
    """Whether somebody is of a zone team or the regional team, or edits an actor of their own."""
    return permissions.is_zone_staff(user) or (user.is_active and ActorEditor.objects.filter(user=user).exists())


def allowed(rule: Callable) -> Callable[[View], View]:
    """Let through for whom `rule(user)` holds. Visitors log in first; all others find no such page."""

    def wrap(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            if not request.user.is_authenticated:
                return login_page(request)
            if not rule(request.user):
                raise Http404
            return view(request, *args, **kwargs)

        return guarded

    return wrap


def editable_or_404(user, slug: str) -> Actor:
    """The actor of this slug where somebody may edit it; what they may not edit does not exist for them."""
    return get_object_or_404(with_links(permissions.editable_actors(user).select_related("steward")), slug=slug)
