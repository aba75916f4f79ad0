"""Editing a listing: the page, what would change, drafts. Who may come here stands in `access`."""

from urllib.parse import urlencode

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from actors import permissions
from actors.models import Actor
from actors.staff import saving
from actors.staff.access import editable_or_404
from actors.staff.editor import ADD, PART, UNFOLD, Editor, pairs, unpaired
from actors.staff.preview import previews
from actors.staff.ticket import Ticket
from repertorium.door import plain_text

CONFLICT, UNPROCESSABLE, UNAUTHORIZED = 409, 422, 401
NOT_KEPT = {"action", ADD, PART, UNFOLD, "csrfmiddlewaretoken"}


def _actor(request: HttpRequest, slug: str | None) -> Actor | None:
    """The actor to edit; None for a new one. Who may not find no such page."""
    if slug is not None:
        return editable_or_404(request.user, slug)
    if not permissions.is_zone_staff(request.user):
        raise Http404
    return None


def _ticket(request: HttpRequest, actor: Actor | None) -> Ticket:
    """The ticket of a posted form, which must be this user's, for this listing."""
    ticket = Ticket.of(request.POST)
    if ticket is None or not ticket.is_for(request.user, actor):
        raise PermissionDenied
    return ticket


@csrf_exempt  # the signed ticket of the form does its work, and outlives the session: see `ticket`
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, slug: str | None = None) -> HttpResponse:
    """One listing, or a new one: show it, show what would change, save it."""
    if not request.user.is_authenticated:
        return _logged_out(request)
    editor = Editor(request, _actor(request, slug))
    if request.method != "POST":
        return _opened(request, editor)
    editor.take(request.POST, _ticket(request, editor.actor))
    answer = _added if {ADD, UNFOLD} & set(request.POST) else ANSWERS.get(request.POST.get("action"), _saved)
    return answer(request, editor)


def _opened(request: HttpRequest, editor: Editor) -> HttpResponse:
    draft = editor.draft if "draft" in request.GET else None
    if draft is None:
        return _page(request, editor.open())
    data = unpaired(draft.data)
    ticket = Ticket.of(data)
    if ticket is None or not ticket.is_for(request.user, editor.actor):
        return _page(request, editor.open())
    editor.take(data, ticket).go_on()
    return _page(request, editor)


def _added(request: HttpRequest, editor: Editor) -> HttpResponse:
    """One more record, or a service that was folded: that alone when a script asks, else the page with it."""
    editor.go_on(request.POST.get(ADD, ""), request.POST.get(UNFOLD, ""))
    if editor.added not in editor.listing.forms:
        raise Http404
    if request.htmx:
        return render(request, "staff/added.html", {"editor": editor, "form": editor.listing.forms[editor.added]})
    return _page(request, editor)


def _edited_on(request: HttpRequest, editor: Editor) -> HttpResponse:
    editor.go_on()
    return _page(request, editor)


def _saved(request: HttpRequest, editor: Editor) -> HttpResponse:
    if saved := editor.save():
        query = urlencode({"saved": 1, **({PART: editor.asked_part} if editor.asked_part else {})})
        return redirect(f"{reverse('staff-edit', args=[saved.slug])}?{query}")
    return _refused(request, editor)


def _reviewed(request: HttpRequest, editor: Editor) -> HttpResponse:
    fine = editor.review()
    if fine or (editor.conflicts and not editor.listing.errors):
        context = {"editor": editor, "previews": previews(editor) if fine else []}
        return render(request, "staff/review.html", context)
    return _page(request, editor, UNPROCESSABLE)


def _refused(request: HttpRequest, editor: Editor) -> HttpResponse:
    """Nothing was saved: others changed the same, or something is wrong in the form."""
    if editor.conflicts:
        return render(request, "staff/review.html", {"editor": editor}, status=CONFLICT)
    return _page(request, editor, UNPROCESSABLE)


def _page(request: HttpRequest, editor: Editor, status: int = 200) -> HttpResponse:
    context = {"editor": editor, "listing": editor.listing, "saved": "saved" in request.GET}
    return render(request, "staff/edit.html", context, status=status)


ANSWERS = {"edit": _edited_on, "review": _reviewed}


def _logged_out(request: HttpRequest) -> HttpResponse:
    """Log in first; a form that somebody filled in while logged in stays in their hands meanwhile."""
    if request.method != "POST" or Ticket.of(request.POST) is None:
        return redirect_to_login(request.get_full_path())
    fields = [pair for pair in pairs(request.POST) if pair[0] != "csrfmiddlewaretoken"]
    return render(
        request,
        "staff/logged_out.html",
        {"fields": fields, "login": redirect_to_login(request.get_full_path()).url},
        status=UNAUTHORIZED,
    )


@csrf_exempt  # as above
@require_POST
def draft(request: HttpRequest, slug: str | None = None) -> HttpResponse:
    """Keep the form as it stands, or throw what was kept away."""
    if not request.user.is_authenticated:
        return (
            JsonResponse({}, status=UNAUTHORIZED)
            if Ticket.of(request.POST)
            else redirect_to_login(request.get_full_path())
        )
    actor = _actor(request, slug)
    ticket = _ticket(request, actor)
    if "drop" in request.POST:
        saving.drop_draft(user=request.user, actor=actor)
        return redirect(reverse("staff-edit", args=[slug]) if slug else reverse("staff-new"))
    saving.keep_draft(user=request.user, actor=actor, token=ticket.token, data=_kept(request.POST))
    return JsonResponse({"kept": date_format(timezone.localtime(), "H:i")})


def _kept(post: QueryDict) -> list[tuple[str, str]]:
    return [(plain_text(name), plain_text(value)) for name, value in pairs(post) if name not in NOT_KEPT]
