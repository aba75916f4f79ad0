"""Saying whether there is room, of any service that one may edit."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from actors.availability.one_click import Said, say, undo
from actors.models import Service
from actors.people.access import only_for
from actors.permissions import edits_something
from actors.staff.rooms import RoomsPage, room_of, way_of


@require_safe
@only_for(edits_something)
def rooms(request: HttpRequest) -> HttpResponse:
    """All services of which one says whether there is room."""
    return render(request, "staff/rooms.html", {"page": RoomsPage(request)})


@require_http_methods(["GET", "HEAD", "POST"])
@only_for(edits_something)
def room(request: HttpRequest, slug: str) -> HttpResponse:
    """One service: say with one click whether there is room, there or at one of its places alone, and take it back."""
    place = request.POST.get("place", "")
    asked = room_of(request.user, slug)
    if asked is None or (place and place not in {str(one.pk) for one in asked.service.shown_places}):
        raise Http404
    after = _clicked(request, asked.service, place) if request.method == "POST" else None
    if after:
        asked = room_of(request.user, slug, place, after)
    context = {"room": asked, "opened": bool(place), "how": way_of(request.user, request.POST.get("how"))}
    return render(request, "staff/room_row.html" if request.htmx else "staff/room.html", context)


def _clicked(request: HttpRequest, service: Service, key: str) -> Said:
    """Say or take back what a form sent."""
    place = next((one for one in service.shown_places if str(one.pk) == key), None)
    try:
        if token := request.POST.get("undo"):
            undo(services=[service], token=token)
            return Said()
        how = way_of(request.user, request.POST.get("how"))
        return say(user=request.user, service=service, place=place, data=request.POST, how=how)
    except ValidationError as refused:
        return Said(error=refused.messages[0])
