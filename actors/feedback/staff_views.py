"""Pages on which the team, and editors of their own listings, answer what was told of them."""

from http import HTTPStatus
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from actors.feedback import handling
from actors.feedback.answering import AnsweringPage, answer, answerable, take_back
from actors.feedback.suggestion_pages import SuggestionList, SuggestionPage
from actors.people.access import only_for
from actors.permissions import edits_something


@require_safe
@only_for(edits_something)
def refusals(request: HttpRequest) -> HttpResponse:
    """The reports of refusal that wait for an answer."""
    return render(request, "feedback/refusals.html", {"page": AnsweringPage(request)})


@require_POST
@only_for(edits_something)
def answer_refusals(request: HttpRequest, slug: str) -> HttpResponse:
    """Say that what was reported of a service was looked into, and that the listing is right."""
    service = get_object_or_404(answerable(request.user), slug=slug)
    note = answer(service=service, user=request.user)
    return redirect(f"{reverse('refusals')}?{urlencode({'undo': note})}" if note else reverse("refusals"))


@require_POST
@only_for(edits_something)
def undo_answer(request: HttpRequest) -> HttpResponse:
    """Take that back."""
    try:
        take_back(user=request.user, token=request.POST.get("undo", ""))
    except ValidationError as refused:
        raise Http404 from refused
    return redirect("refusals")


@require_http_methods(["GET", "HEAD", "POST"])
@only_for(edits_something)
def suggestions(request: HttpRequest) -> HttpResponse:
    """The suggestions that wait; refuse those that were ticked, or all by one sender, at once."""
    page = SuggestionList(request)
    if request.method != "POST":
        return render(request, "feedback/suggestions.html", {"page": page})
    note = handling.refuse_all(user=request.user, pks=page.chosen(request.POST))
    query = page.query(undo=note)
    return redirect(f"{reverse('suggestions-to-handle')}{'?' if query else ''}{query}")


@require_POST
@only_for(edits_something)
def undo_refusing(request: HttpRequest) -> HttpResponse:
    """Let what was refused at once wait again."""
    if not handling.take_back(user=request.user, note=request.POST.get("undo", "")):
        raise Http404
    return redirect("suggestions-to-handle")


@require_http_methods(["GET", "HEAD", "POST"])
@only_for(edits_something)
def suggestion(request: HttpRequest, pk: int) -> HttpResponse:
    """One suggestion: what it proposes beside what stands there now, and what becomes of it."""
    page = SuggestionPage(request, pk)
    if request.method == "POST" and page.do():
        return redirect("suggestion", pk=pk)
    status = HTTPStatus.CONFLICT if page.error and not page.waits else HTTPStatus.UNPROCESSABLE_ENTITY
    return render(request, "feedback/suggestion.html", {"page": page}, status=status if page.error else HTTPStatus.OK)
