"""The page of a care zone: its contact point, its territory, what there is and who gives it."""

from collections.abc import Iterable

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.views.decorators.http import require_safe

from actors.catalogue.map_data import map_data
from actors.catalogue.viewer import viewer_of
from actors.models import Actor, Service
from actors.search import Query, engine, search
from actors.search.terms import Term
from zones.models import CareZone


@require_safe
def zones(request: HttpRequest) -> HttpResponse:
    """The five zones."""
    query = Query(language=translation.get_language(), viewer=viewer_of(request))
    counts = search(query, limit=1).facets["zone"]
    found = [(zone, counts[f"zone:{zone.code}"]) for zone in CareZone.objects.all()]
    return render(request, "zones/zones.html", {"zones": found})


@require_safe
def zone(request: HttpRequest, slug: str) -> HttpResponse:
    """One zone. The slug of the other language redirects, so that a link can be passed on."""
    record = get_object_or_404(CareZone, Q(slug_nl=slug) | Q(slug_fr=slug))
    if record.slug != slug:
        return redirect(record, permanent=True)
    viewer = viewer_of(request)
    key = f"zone:{record.code}"
    query = Query(filters={"zone": (key,)}, language=translation.get_language(), viewer=viewer)
    found = search(query, limit=1)
    index = engine().index
    terms = index.terms
    # The index knows in which zone a service may be said to be; the address of some must not be told.
    services = Service.objects.filter(pk__in=list(found.services))
    context = {
        "zone": record,
        "record": record,
        "total": found.total,
        "map_data": {**map_data(index, query, found, []), "box": record.box},
        "needs": _counted(terms["need"].values(), found.facets["what"]),
        "municipalities": _counted(terms.municipalities_of(record.code), found.facets["municipality"]),
        "networks": _counted(terms["network"].values(), found.facets["network"]),
        "contracts": record.social_health_neighbourhoods.filter(has_local_contract=True),
        "actors": Actor.objects.visible_to(viewer)
        .filter(services__in=services)
        .distinct()
        .in_name_order(query.language),
    }
    return render(request, "zones/zone.html", context)


def _counted(terms: Iterable[Term], counts: dict[str, int]) -> list[tuple[Term, int]]:
    """Terms that something was counted for, with the count."""
    return [(term, counts[term.key]) for term in terms if counts.get(term.key)]
