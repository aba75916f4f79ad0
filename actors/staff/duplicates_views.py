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
from actors.staff.finder import EDITED, TYPED, OwnFinder
from actors.staff.merging import Choice, choices, keep_apart, merge_actors
from actors.staff.relation_forms import called
from repertorium.paging import Paged

A_PAGE = 20
MOST_TYPED = 100  # characters
UNPROCESSABLE = 422


class Choosing:
    """One of two actors that somebody names: what was typed, what was found by it, and which is chosen."""

    def __init__(self, side: str, label: str, request: HttpRequest):
        self.name, self.label = f"{side}-{EDITED}", label  # `staff-actors` finds by the last part of a name
        self.typed, asked = request.GET.get(f"{self.name}{TYPED}", "")[:MOST_TYPED], request.GET.get(self.name, "")
        finder = OwnFinder(request.user)
        finder.look_up([asked])
        same = finder.called(EDITED, self.typed)
        self.chosen = finder.known.get(asked) or (same[0] if len(same) == 1 else None)
        found = [one for one in finder.search(EDITED, self.typed) if one != self.chosen]
        self.choices = [(str(one.pk), called(one)) for one in ([self.chosen] if self.chosen else []) + found]

    @property
    def value(self) -> str:
        return str(self.chosen.pk) if self.chosen else ""


class DuplicatesPage(Paged):
    """The pairs that look like one, those with most reasons first; and two fields for any other two."""

    def __init__(self, request: HttpRequest):
        self.choosing = [
            Choosing("absorbed", _("This one goes; its address leads to the other"), request),
            Choosing("heir", _("This one stays"), request),
        ]
        self.is_asked = any(side.typed for side in self.choosing)
        self.page = Paginator(list(found_duplicates()), A_PAGE).get_page(request.GET.get("page"))
        pks = {pk for pair in self.page for pk in pair.pks}
        counted = Actor.objects.filter(pk__in=pks).annotate(number=Count("services"))
        self.services = dict(counted.values_list("pk", "number"))

    @property
    def pair(self) -> list[str] | None:
        """The addresses of the two that were chosen."""
        slugs = [side.chosen.slug for side in self.choosing if side.chosen]
        return slugs if len(set(slugs)) == len(self.choosing) else None

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
    """The pairs that look like one. Two that were chosen by their names lead to the page that compares them."""
    page = DuplicatesPage(request)
    if page.pair:
        return redirect("duplicates-merge", *page.pair)
    return render(request, "staff/duplicates.html", {"page": page})


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
