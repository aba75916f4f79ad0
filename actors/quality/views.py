"""The page of data quality, for the regional team and the teams of the zones."""

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from actors.catalogue.viewer import viewer_of
from actors.models import Viewer
from actors.quality.page import QualityPage


@require_safe
def quality(request: HttpRequest) -> HttpResponse:
    """What is wanting in the published data. Staff only: others who are logged in find no such page."""
    viewer = viewer_of(request)
    if viewer is Viewer.VISITOR:
        return redirect_to_login(request.get_full_path(), reverse("admin:login"))
    if viewer is not Viewer.STAFF:
        raise Http404
    return render(request, "staff/quality.html", {"page": QualityPage(request)})
