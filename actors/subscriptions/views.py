"""One's saved searches, one's digest, and the page behind the link that ends either."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from actors import permissions
from actors.models import SavedSearch, StaffDigest
from actors.models.subscription import Rhythm
from actors.people.access import only_for
from actors.subscriptions import mailing
from actors.subscriptions import searches as saved

UNPROCESSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
@only_for(permissions.sees_register)
def searches(request: HttpRequest) -> HttpResponse:
    """The searches that one saved; with a search in the address, that one is offered to be saved."""
    error = ""
    if request.method == "POST":
        try:
            saved.save(request.POST.get("query", ""), request.user)
        except ValidationError as refused:
            error = refused.messages[0]
        else:
            messages.success(request, _("Saved. You get a mail when something is new."))
            return redirect("saved-searches")
    language = get_language()
    own = [(one, saved.name_of(one.query, language)) for one in SavedSearch.objects.filter(user=request.user)]
    offered = "" if error else saved.tidy(request.GET.urlencode())
    known = {one.query for one, _name in own if one.stopped_on is None}
    context = {
        "searches": own,
        "offered": offered,
        "offered_name": saved.name_of(offered, language) if offered else "",
        "is_saved": offered in known,
        "error": error,
    }
    return render(request, "subscriptions/searches.html", context, status=UNPROCESSABLE if error else 200)


@require_POST
@only_for(permissions.sees_register)
def search(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep one longer, hear of it more or less often, or again; delete it, and save it anew with the next click."""
    record = get_object_or_404(SavedSearch, pk=pk, user=request.user)
    own = SavedSearch.objects.filter(pk=record.pk)
    if "prolong" in request.POST:
        saved.prolong(record)
    elif request.POST.get("rhythm") in Rhythm.values:
        own.update(rhythm=request.POST["rhythm"], stopped_on=None)
        messages.success(request, _("Saved."))
    elif "resume" in request.POST:
        own.resume()
        messages.success(request, _("You get this mail again."))
    elif "delete" in request.POST:
        record.delete()
        messages.success(request, _("Deleted."))
        return redirect(f"{reverse('saved-searches')}?{record.query}")
    return redirect("saved-searches")


@require_http_methods(["GET", "HEAD", "POST"])
@only_for(permissions.is_zone_staff)
def digest(request: HttpRequest) -> HttpResponse:
    """How often one gets the counts of one's work by mail."""
    if request.method == "POST":
        rhythm = request.POST.get("rhythm", "")
        if rhythm in Rhythm.values:
            chosen = {"rhythm": rhythm, "stopped_on": None}
            StaffDigest.objects.update_or_create(user=request.user, defaults=chosen)
        else:
            StaffDigest.objects.filter(user=request.user).delete()
        messages.success(request, _("Saved."))
        return redirect("staff-digest")
    own = StaffDigest.objects.wanted().filter(user=request.user).first()
    choices = [("", _("never")), *Rhythm.choices]
    return render(request, "subscriptions/digest.html", {"choices": choices, "chosen": own.rhythm if own else ""})


@csrf_exempt  # programs for mail send it (RFC 8058); who has the link may
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """End a digest or saved searches, and take that back, without an account. Looking ends nothing: scanners of mail
    open links."""
    found = mailing.of_token(token)
    if found is None:
        raise Http404
    if request.method == "POST":
        found.records.resume() if "again" in request.POST else found.records.stop()
    records, language = list(found.records), get_language()
    context = {
        "names": [saved.name_of(one.query, language) for one in records if isinstance(one, SavedSearch)],
        "is_digest": found.kind == "digest",
        "is_over": not any(one.stopped_on is None for one in records),
        "kept_until": max((one.deleted_on for one in records if one.deleted_on), default=None),
        "is_taken_back": "again" in request.POST,
    }
    response = render(request, "subscriptions/stop.html", context)
    response.headers["X-Robots-Tag"] = "noindex"
    return response
