"""The listings that one may edit."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from actors.people.access import only_for
from actors.permissions import edits_something
from actors.staff.listings import ListingsPage


@require_safe
@only_for(edits_something)
def listings(request: HttpRequest) -> HttpResponse:
    """The listings that one may edit; for who edits their own house, first whether there is room."""
    return render(request, "staff/listings.html", {"page": ListingsPage(request)})
