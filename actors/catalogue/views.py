"""The professional's pages."""

from functools import wraps
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from actors.catalogue import components, jsonld
from actors.catalogue.actor_page import ActorPage
from actors.catalogue.home_page import HomePage
from actors.catalogue.referring import note_referral
from actors.catalogue.search_page import SearchPage
from actors.catalogue.service_page import ServicePage
from actors.catalogue.suggestions import SuggestionList
from actors.catalogue.viewer import viewer_of
from actors.counting import counts
from actors.models import Actor, Service
from actors.models.admission import ALL_FACTS
from actors.search import engine
from actors.search.demand import demand
from repertorium.views import gone

SEE_OTHER = HTTPStatus.SEE_OTHER


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The first page: one search box, the needs, the zones."""
    page = HomePage(viewer_of(request))
    return render(request, "catalogue/home.html", {"page": page})


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """The search page, or the part of it that changes when htmx asks."""
    page = SearchPage(request)
    if page.tells_a_house and not request.htmx:
        return redirect(f"{request.path}?{page.address}")
    if page.number == 1:
        counts.searched(demand(page.index, page.query, page.found), had_results=page.real > 0)
    part = request.htmx and not request.htmx.history_restore_request
    context = {"page": page, "tidy_query": page.address}
    response = render(request, "catalogue/search_part.html" if part else "catalogue/search.html", context)
    if part:
        response["HX-Push-Url"] = f"{request.path}?{page.address}" if page.address else request.path
    return response


@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """The list that opens under a box while somebody types."""
    return render(request, "catalogue/suggestions.html", {"page": SuggestionList(request.GET, viewer_of(request))})


def gone_or_not_found(model):
    """A view of one listing that leads on to it after a renaming, and says so when it has ended."""

    def wrap(view):
        @wraps(view)
        def answer(request: HttpRequest, slug: str) -> HttpResponse:
            try:
                return view(request, slug)
            except Http404:
                if renamed := model.objects.visible_to(viewer_of(request)).formerly(slug).first():
                    return HttpResponsePermanentRedirect(renamed.get_absolute_url())
                if model.objects.gone().filter(slug=slug).exists():
                    return gone(request)
                raise

        return answer

    return wrap


@require_safe
@gone_or_not_found(Service)
def service(request: HttpRequest, slug: str) -> HttpResponse:
    """One service; a merged or hidden one is not found."""
    page = ServicePage(slug, viewer_of(request))
    counts.opened(page.service.pk)
    context = {"page": page, "service": page.service, "jsonld": jsonld.service(page)}
    return render(request, "catalogue/service.html", context)


@csrf_exempt  # it changes a count and nothing of whoever sends it; the page that it stands on is the same for all
@require_POST
def refer(request: HttpRequest, slug: str) -> HttpResponse:
    """Somebody sends a person to this service: counted, then its page with all that is needed."""
    record = get_object_or_404(Service.objects.visible_to(viewer_of(request)), slug=slug)
    note_referral(request, record.pk)
    return HttpResponseRedirect(record.get_absolute_url(), status=SEE_OTHER)


@csrf_exempt  # as above: a browser sends it when a number is tapped, from pages that are the same for all
@require_POST
def called(request: HttpRequest, slug: str) -> HttpResponse:
    """Somebody taps the number of this service: counted where it set how many people a day may be sent there."""
    record = get_object_or_404(Service.objects.visible_to(viewer_of(request)), slug=slug)
    if record.overflow_cap is not None:
        note_referral(request, record.pk)
    return HttpResponse(status=HTTPStatus.NO_CONTENT)


@require_safe
@gone_or_not_found(Actor)
def actor(request: HttpRequest, slug: str) -> HttpResponse:
    """One actor. A merged one redirects for ever to its heir, where that may be seen."""
    viewer = viewer_of(request)
    if heir := Actor.objects.visible_to(viewer).filter(absorbed__slug=slug).first():
        return HttpResponsePermanentRedirect(heir.get_absolute_url())
    record = get_object_or_404(Actor.objects.visible_to(viewer).select_related("parent", "steward"), slug=slug)
    page = ActorPage(record, viewer)
    context = {"page": page, "actor": record, "jsonld": jsonld.organization(page)}
    return render(request, "catalogue/actor.html", context)


@require_safe
def taxonomy(request: HttpRequest) -> HttpResponse:
    """Needs, themes and target groups with their pictograms, explained."""
    terms = engine().index.terms
    tree = [(need, terms.themes_of(need.code)) for need in terms["need"].values()]
    context = {"tree": tree, "targets": terms["target"].values(), "facts": ALL_FACTS}
    return render(request, "catalogue/taxonomy.html", context)


@require_safe
def all_components(request: HttpRequest) -> HttpResponse:
    """The living page of all components."""
    return render(request, "catalogue/components.html", components.context())
