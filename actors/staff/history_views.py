"""What changed in a listing, and putting it back: for who may edit it."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from actors import permissions
from actors.history import scope
from actors.history.changes import Changes
from actors.history.page import HistoryPage, may_undo
from actors.history.undo import OtherwiseNowError, undo
from actors.history.undo_page import UndoPage
from actors.people.access import only_for
from actors.staff.access import editable_or_404

CONFLICT, UNPROCESSABLE = 409, 422


@require_safe
@only_for(permissions.edits_something)
def history(request: HttpRequest, slug: str) -> HttpResponse:
    """Every change of a listing, the newest first."""
    actor = editable_or_404(request.user, slug)
    return render(request, "staff/history.html", {"page": HistoryPage(request, actor), "actor": actor})


@require_http_methods(["GET", "HEAD", "POST"])
@only_for(permissions.edits_something)
def put_back(request: HttpRequest, slug: str, change: str) -> HttpResponse:
    """One change: what would be put back, and doing it."""
    actor = editable_or_404(request.user, slug)
    found = Changes(scope.of_actor(actor)).one(change)
    if found is None or not may_undo(request.user, found, actor):
        raise Http404
    page, status = None, 200
    if request.method == "POST":
        try:
            undo(actor=actor, change=found, shown=request.POST.get("shown", ""), chosen=request.POST)
            return redirect(_after(request.user, actor))
        except OtherwiseNowError:
            page, status = UndoPage(found, request.user, stale=True), CONFLICT
        except ValidationError as error:
            page, status = UndoPage(found, request.user, error=" ".join(error.messages)), UNPROCESSABLE
    return render(
        request, "staff/undo.html", {"page": page or UndoPage(found, request.user), "actor": actor}, status=status
    )


def _after(user, actor) -> str:
    """The history again; of what is nobody's to edit any more, the first page."""
    if permissions.can_edit(user, actor):
        return f"{reverse('staff-history', args=[actor.slug])}?undone=1"
    return reverse("staff-home")
