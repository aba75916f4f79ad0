"""The first pages of the staff: listings, and whether there is room."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from actors.people.access import only_for
from actors.permissions import edits_something
from actors.staff.home import HomePage, RoomsPage, room_of
from actors.staff.saving import set_availability


@require_safe
@only_for(edits_something)
def home(request: HttpRequest) -> HttpResponse:
    """The listings that one may edit, and the services whose status ends first."""
    return render(request, "staff/home.html", {"page": HomePage(request)})


@require_safe
@only_for(edits_something)
def rooms(request: HttpRequest) -> HttpResponse:
    """All services of which one says whether there is room."""
    return render(request, "staff/rooms.html", {"page": RoomsPage(request)})


@require_POST
@only_for(edits_something)
def set_room(request: HttpRequest, slug: str) -> HttpResponse:
    """Say with one click whether there is room at a service."""
    room = room_of(request.user, slug)
    if room is None:
        raise Http404
    error = ""
    try:
        set_availability(user=request.user, service=room.service, status=request.POST.get("status", ""))
    except ValidationError as refused:
        error = refused.messages[0]
    if request.htmx:
        return render(request, "staff/room_row.html", {"room": room_of(request.user, slug), "error": error})
    return redirect(f"{reverse('staff-rooms')}#room-{slug}")
