"""Pages on which the team, and editors of their own listings, answer what was told of them."""

from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from actors.feedback.answering import AnsweringPage, answer, answerable, take_back
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
