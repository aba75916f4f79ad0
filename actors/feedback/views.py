"""Pages on which anyone tells something of a listing. They set no cookie; looking at them writes nothing."""

from http import HTTPStatus

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from actors.catalogue.viewer import viewer_of
from actors.enums import RefusalReason
from actors.feedback.limits import is_by_a_machine, is_from_our_page
from actors.feedback.refusals import RefusalForm, TooManyError, report_refusal
from actors.models import Service

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


def _again(request: HttpRequest, context: dict, status: int) -> HttpResponse:
    return render(request, "feedback/refused.html", context, status=status)
