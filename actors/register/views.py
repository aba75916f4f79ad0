"""The page of the register."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from actors.models import Viewer
from actors.people.access import only_for
from actors.permissions import sees_register
from actors.register.totals import Register


@require_safe
@only_for(sees_register)
def register(request: HttpRequest) -> HttpResponse:
    """Beds and places per zone and kind."""
    return render(request, "register/register.html", {"register": Register(Viewer.of(request.user), get_language())})
