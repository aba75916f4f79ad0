"""What the map asks for after the page is there."""

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.utils import translation
from django.views.decorators.http import require_safe

from actors.catalogue.map_data import Box, places_within
from actors.catalogue.viewer import viewer_of
from actors.search import search
from actors.search.filters import ServiceFilterSet, to_query


@require_safe
def places(request: HttpRequest) -> HttpResponse:
    """The places of a search in a box (`bbox=south,west,north,east`)."""
    box = _box(request.GET.get("bbox", ""))
    if box is None:
        return HttpResponseBadRequest("bbox=south,west,north,east", content_type="text/plain")
    filterset = ServiceFilterSet(request.GET)
    query = to_query(filterset, language=translation.get_language(), viewer=viewer_of(request))
    found = search(query, limit=1, counts=False)
    shown = places_within(filterset.engine.index, query, found.services, box)
    return JsonResponse({"places": shown})


def _box(text: str) -> Box | None:
    try:
        south, west, north, east = (float(part) for part in text.split(","))
    except ValueError:
        return None
    return (south, west, north, east) if south <= north and west <= east else None
