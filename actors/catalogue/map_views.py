"""What the map asks for after the page is there."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from actors.catalogue.map_data import places_within
from actors.catalogue.viewer import viewer_of
from actors.search import engine, search
from actors.search.document import EXAMPLE
from actors.search.filters import ServiceFilterSet, read_box, to_query

DAY_SECONDS = 86_400


@require_safe
def neighbourhoods(request: HttpRequest) -> HttpResponse:
    """What to type for every neighbourhood, and its middle: a device that knows where it is looks up the nearest by
    itself, and tells us no more than that name."""
    terms, language = engine().index.terms, translation.get_language()
    response = JsonResponse(
        {"places": [[term.name(language), *term.point] for term in terms["neighbourhood"].values()]}
    )
    patch_cache_control(response, public=True, max_age=DAY_SECONDS)
    return response


@require_safe
def places(request: HttpRequest) -> HttpResponse:
    """The places of a search in a box (`bbox=south,west,north,east`)."""
    try:
        box = read_box(request.GET.get("bbox", ""))
    except ValidationError:
        return HttpResponseBadRequest("bbox=south,west,north,east", content_type="text/plain")
    filterset = ServiceFilterSet(request.GET)
    query = to_query(filterset, language=translation.get_language(), viewer=viewer_of(request))
    found = search(query, limit=1, counts=False)
    index = filterset.engine.index
    shown = places_within(index, query, found.services - index.postings[EXAMPLE], box)  # nobody is sent to an example
    return JsonResponse({"places": shown})
