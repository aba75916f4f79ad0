"""Actors that are perhaps one: the list, two of them side by side, merging them. For the regional team."""

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from actors import permissions
from actors.models import Actor, Contact, Location, Service
from actors.people.access import only_for
from actors.quality.duplicates import duplicates as found_duplicates
from actors.staff.merging import Choice, choices, keep_apart, merge_actors
from repertorium.paging import Paged

A_PAGE = 20
UNPROCESSABLE = 422


class DuplicatesPage(Paged):
    """The pairs that look like one, those with most reasons first."""

    def __init__(self, request: HttpRequest):
        self.page = Paginator(list(found_duplicates()), A_PAGE).get_page(request.GET.get("page"))
        pks = {pk for pair in self.page for pk in pair.pks}
        counted = Actor.objects.filter(pk__in=pks).annotate(number=Count("services"))
        self.services = dict(counted.values_list("pk", "number"))

    @property
    def pairs(self) -> list[tuple]:
        """Each pair, with how many services each of the two has."""
        return [(pair, [(one, self.services[one.pk]) for one in (pair.first, pair.second)]) for pair in self.page]


class Side:
    """One of two actors with what hangs on it."""

    def __init__(self, actor: Actor):
        self.actor = actor
        self.services = list(Service.objects.filter(actor=actor).order_by("pk"))
        self.places = list(Location.objects.filter(actor=actor).order_by("pk"))
        self.contacts = list(Contact.objects.filter(actor=actor).order_by("pk"))


class MergePage:
    """Two actors side by side. `chosen`: what stood in the form that was sent."""

    def __init__(self, absorbed: Actor, heir: Actor, chosen=None, error: str = ""):
        self.absorbed, self.heir, self.error = absorbed, heir, error
        self.sides = [Side(absorbed), Side(heir)]
        self.chosen = chosen or {}

    @property
    def choices(self) -> list[tuple[Choice, str]]:
        """Each field in which they differ, and which of the two is marked."""
        return [(one, self.chosen.get(one.name) or one.proposes) for one in choices(self.absorbed, self.heir)]


def _pair(request: HttpRequest, slug: str, heir: str) -> tuple[Actor, Actor]:
    actors = permissions.editable_actors(request.user).select_related("steward", "parent")
    if slug == heir:
        raise Http404
    return get_object_or_404(actors, slug=slug), get_object_or_404(actors, slug=heir)


@require_safe
@only_for(permissions.can_merge)
def duplicates(request: HttpRequest) -> HttpResponse:
    """The pairs that look like one."""
    return render(request, "staff/duplicates.html", {"page": DuplicatesPage(request)})


@require_http_methods(["GET", "HEAD", "POST"])
@only_for(permissions.can_merge)
def merge(request: HttpRequest, slug: str, heir: str) -> HttpResponse:
    """Two actors side by side: which value stays, field by field; and making one of them."""
    absorbed, kept = _pair(request, slug, heir)
    if request.method != "POST":
        return render(request, "staff/merge.html", {"page": MergePage(absorbed, kept)})
    asked = {one.name: request.POST.get(one.name) for one in choices(absorbed, kept)}
    error = ""
    if not set(asked.values()) <= {"absorbed", "heir"}:
        error = _("Choose one of the two everywhere.")
    else:
        taken = {name.removeprefix("take-") for name, side in asked.items() if side == "absorbed"}
        try:
            merge_actors(absorbed=absorbed, heir=kept, taken=taken)
            return redirect(reverse("staff-history", args=[kept.slug]))
        except ValidationError as refused:
            error = " ".join(refused.messages)
    absorbed, kept = _pair(request, slug, heir)
    page = MergePage(absorbed, kept, request.POST, error)
    return render(request, "staff/merge.html", {"page": page}, status=UNPROCESSABLE)


@require_POST
@only_for(permissions.can_merge)
def apart(request: HttpRequest, slug: str, heir: str) -> HttpResponse:
    """These two are two: never propose them again."""
    one, other = _pair(request, slug, heir)
    keep_apart(user=request.user, one=one, other=other)
    return redirect("duplicates")
