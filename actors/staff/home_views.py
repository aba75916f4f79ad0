"""The first pages of the staff: listings, and whether there is room."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from actors.people.access import only_for
from actors.permissions import edits_something
from actors.staff.home import HomePage, RoomsPage, room_of
from actors.staff.room import set_availability, take_availability_away


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
    """Say with one click whether there is room at a service, or at one of its places alone."""
    room = room_of(request.user, slug, request.POST.get("place", ""))
    if room is None:
        raise Http404
    error, status = "", request.POST.get("status", "")
    try:
        if room.place and not status:
            take_availability_away(service=room.service, place=room.place)
        else:
            set_availability(user=request.user, service=room.service, place=room.place, status=status)
    except ValidationError as refused:
        error = refused.messages[0]
    if request.htmx:
        context = {"room": room_of(request.user, slug), "error": error, "opened": bool(room.place)}
        return render(request, "staff/room_row.html", context)
    return redirect(f"{reverse('staff-rooms')}#room-{slug}")
