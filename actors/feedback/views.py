"""Pages on which anyone tells something of a listing. They set no cookie; looking at them writes nothing."""

from http import HTTPStatus

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from actors.catalogue.viewer import viewer_of
from actors.enums import RefusalReason
from actors.feedback.limits import TooManyError, is_by_a_machine, is_from_our_page
from actors.feedback.refusals import RefusalForm, report_refusal
from actors.feedback.suggesting import SuggestionForm, suggest
from actors.models import Actor, Service

METHODS = ["GET", "HEAD", "POST"]


@csrf_exempt  # the page is the same for all: see `limits.is_from_our_page`
@require_http_methods(METHODS)
def refused(request: HttpRequest, slug: str) -> HttpResponse:
    """Report that somebody was refused at this service."""
    services = Service.objects.visible_to(viewer_of(request)).select_related("actor")
    service = get_object_or_404(services, slug=slug)
    context = {"service": service, "reasons": RefusalReason.choices, "done": "done" in request.GET}
    if request.method != "POST":
        return render(request, "feedback/refused.html", context)
    if not is_from_our_page(request):
        raise PermissionDenied
    form = RefusalForm(request.POST)
    if not form.is_valid():
        return _again(request, context | {"is_missing": True}, HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        if not is_by_a_machine(request.POST):
            report_refusal(request, service, form.cleaned_data["reason"])
    except TooManyError:
        return _again(request, context | {"is_too_much": True}, HTTPStatus.TOO_MANY_REQUESTS)
    return HttpResponseRedirect(f"{request.path}?done=1", status=HTTPStatus.SEE_OTHER)


@require_safe
def refused_by_actor(request: HttpRequest, slug: str) -> HttpResponse:
    """At which service of this actor somebody was refused; where there is one alone, the page of that."""
    viewer = viewer_of(request)
    actor = get_object_or_404(Actor.objects.visible_to(viewer), slug=slug)
    services = Service.objects.visible_to(viewer).filter(actor=actor).in_name_order(get_language())
    if len(services) == 1:
        return redirect("refused", services[0].slug)
    return render(request, "feedback/refused_by_actor.html", {"actor": actor, "services": services})


def _again(request: HttpRequest, context: dict, status: int) -> HttpResponse:
    return render(request, "feedback/refused.html", context, status=status)


@csrf_exempt  # as above
@require_http_methods(METHODS)
def suggest_for_service(request: HttpRequest, slug: str) -> HttpResponse:
    """Propose a correction of this service."""
    services = Service.objects.visible_to(viewer_of(request)).select_related("actor")
    return _suggested(request, get_object_or_404(services, slug=slug))


@csrf_exempt  # as above
@require_http_methods(METHODS)
def suggest_for_actor(request: HttpRequest, slug: str) -> HttpResponse:
    """Propose a correction of this actor."""
    return _suggested(request, get_object_or_404(Actor.objects.visible_to(viewer_of(request)), slug=slug))


def _suggested(request: HttpRequest, listing: Actor | Service) -> HttpResponse:
    context = {"listing": listing, "owner": getattr(listing, "actor", None), "done": request.GET.get("done")}
    if request.method != "POST":
        form = SuggestionForm(initial={"field": request.GET.get("field")})
        return render(request, "feedback/suggest.html", context | {"form": form})
    if not is_from_our_page(request):
        raise PermissionDenied
    form = SuggestionForm(request.POST)
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    if form.is_valid():
        try:
            if not is_by_a_machine(request.POST):
                suggest(request, listing, form.cleaned_data)
        except TooManyError:
            status, context["is_too_much"] = HTTPStatus.TOO_MANY_REQUESTS, True
        else:
            wants_answer = bool(form.cleaned_data["email"])
            done = "answer" if wants_answer else "1"
            return HttpResponseRedirect(f"{request.path}?done={done}", status=HTTPStatus.SEE_OTHER)
    return render(request, "feedback/suggest.html", context | {"form": form}, status=status)
