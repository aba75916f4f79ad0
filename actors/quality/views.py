"""The page of data quality, for the regional team and the teams of the zones."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from actors import permissions
from actors.people.access import only_for
from actors.quality.page import QualityPage


@require_safe
@only_for(permissions.is_zone_staff)
def quality(request: HttpRequest) -> HttpResponse:
    """What is wanting in the published data. Staff only: others who are logged in find no such page."""
    return render(request, "staff/quality.html", {"page": QualityPage(request)})
