"""The pages behind a front desk's link. Looking changes nothing: scanners of mail open every link."""

import pghistory
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from actors.frontdesk import links, mail_preferences
from actors.frontdesk.answers import answer
from actors.frontdesk.page import DeskPage
from actors.models import Actor
from zones.models import CareZone

FRONT_DESK = "front-desk"  # who wrote, in the history


def for_the_desk(view):
    """A view that gets the actor of a link in place of its token; others are told why their link opens nothing.

    No cookie says who it is: the link does, which nobody else knows, so that no other site can have a form sent.
    """

    @csrf_exempt
    @never_cache
    @require_http_methods(["GET", "HEAD", "POST"])
    def guarded(request: HttpRequest, token: str) -> HttpResponse:
        try:
            actor = links.actor_of(token)
        except links.LinkError as refused:
            response = render(
                request,
                "frontdesk/refused.html",
                {"why": refused.why, "zones": CareZone.objects.all()},
                status=refused.status,
            )
        else:
            with pghistory.context(by=FRONT_DESK):
                response = view(request, actor, token)
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return guarded


@for_the_desk
def desk(request: HttpRequest, actor: Actor, token: str) -> HttpResponse:
    """Is there room? Each service with one tap, or all unchanged."""
    said = answer(actor, request.POST) if request.method == "POST" else None
    return render(request, "frontdesk/desk.html", {"page": DeskPage(actor, token, said)})


@for_the_desk
def unsubscribe(request: HttpRequest, actor: Actor, token: str) -> HttpResponse:
    """No mail any more, or mail again. A POST is enough, as programs for mail send it (RFC 8058)."""
    if request.method == "POST":
        mail_preferences.set_mail_wanted(actor, wanted="again" in request.POST)
    return render(request, "frontdesk/unsubscribe.html", {"page": mail_preferences.MailPreferencesPage(actor, token)})
