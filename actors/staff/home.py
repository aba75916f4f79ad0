"""What stands on the first page of the staff: the listings that one may edit, and one's services."""

from functools import cached_property

from django.core.paginator import Paginator
from django.db.models import Count, F, Q
from django.db.models.functions import Now, TruncDate
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from actors import permissions
from actors.availability.one_click import Said
from actors.availability.questions import RoomQuestion, asked_services
from actors.enums import ConfirmedHow, Status
from actors.models.listing import in_one_language
from actors.staff.finder import by_name
from repertorium.paging import Paged

A_PAGE = 20
AT_ONCE = 6  # services whose room is asked on the first page


TODAY = TruncDate(Now())  # in Brussels, when it is asked
NEVER = Q(confirmed_on=None)  # nobody ever said that it is right
FILTERS = {  # code: words, condition on actors
    "": (_("All"), Q()),
    "draft": (_("Draft"), Q(status=Status.DRAFT)),
    "published": (_("Published"), Q(status=Status.PUBLISHED)),
    "archived": (_("Archived"), Q(status=Status.ARCHIVED)),
    "due": (_("To confirm"), Q(status=Status.PUBLISHED) & (NEVER | Q(due_on__lte=TODAY))),
    "language": (_("Missing in one language"), in_one_language()),
}


class Page(Paged):
    """A list of what somebody may edit, searched and paginated."""

    def __init__(self, request: HttpRequest):
        self.user, self.asked = request.user, request.GET
        self.words = request.GET.get("q", "").strip()

    @cached_property
    def page(self):
        """The records of this page."""
        return Paginator(self.found, A_PAGE).get_page(self.asked.get("page"))

    def kept(self) -> dict[str, str]:
        return {name: self.asked.get(name, "") for name in ("q", "show", "how")}


class ListingsPage(Page):
    """The listings that somebody may edit."""

    @property
    def show(self) -> str:
        """The filter that is chosen."""
        return self.asked.get("show", "") if self.asked.get("show") in FILTERS else ""

    @property
    def filters(self) -> list[tuple]:
        """Each filter with its words, its address, whether it is chosen, and how many listings it shows."""
        return [
            (words, self.query(show=code), code == self.show, self.counts[code or "all"])
            for code, (words, _condition) in FILTERS.items()
        ]

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many of the listings with the words that are searched each filter shows; `never`: of those to confirm."""
        counted = {code or "all": Count("pk", filter=condition) for code, (_words, condition) in FILTERS.items()}
        return self._named.aggregate(**counted, never=Count("pk", filter=FILTERS["due"][1] & NEVER))

    @property
    def _named(self):
        """The listings that one may edit whose names have the words that are searched."""
        return permissions.editable_actors(self.user).filter(by_name("", self.words))

    @property
    def found(self):
        actors = self._named.filter(FILTERS[self.show][1])
        return actors.annotate(number_of_services=Count("services")).in_name_order(get_language())

    @property
    def may_add(self) -> bool:
        return permissions.is_zone_staff(self.user)

    @property
    def may_merge(self) -> bool:
        return permissions.can_merge(self.user)

    @cached_property
    def suggestions(self) -> int:
        """How many suggestions wait for who edits their own house; teams have them in their queue."""
        if permissions.is_zone_staff(self.user):
            return 0
        return permissions.handleable_suggestions(self.user).waiting().count()

    @cached_property
    def rooms(self) -> list[RoomQuestion]:
        """For an editor of their own house: where refusals were reported, then those whose status ends first.

        Teams have them in their queue.
        """
        if permissions.is_zone_staff(self.user):
            return []
        return [RoomQuestion(service) for service in rooms_of(self.user)[:AT_ONCE]]


WAYS = {"": _("As the team"), ConfirmedHow.PHONE: _("By telephone"), ConfirmedHow.VISIT: _("On a visit")}


class RoomsPage(Page):
    """The services of which somebody says whether there is room."""

    @property
    def how(self) -> str:
        """How a team knows what it says, where it was not told in its office."""
        return way_of(self.user, self.asked.get("how"))

    @property
    def ways(self) -> list[tuple]:
        """Each way in which a team may know it, with its address, and whether it is chosen."""
        if not permissions.is_zone_staff(self.user):
            return []
        return [(code, words, self.query(how=code), code == self.how) for code, words in WAYS.items()]

    @property
    def found(self):
        """Where refusals were reported first, then what ends first; what nobody ever said comes last, to be asked."""
        found = rooms_of(self.user).filter(by_name("", self.words) | by_name("actor__", self.words))
        return found.order_by("-refused", F("ends").asc(nulls_last=True), "actor__slug", "pk")

    @property
    def rooms(self) -> list[RoomQuestion]:
        return [RoomQuestion(service) for service in self.page]


def way_of(user, how: str | None) -> str:
    """How this person knows what they say, of the ways that are theirs to choose; empty: as their account has it."""
    return how if how in WAYS and how and permissions.is_zone_staff(user) else ""


def rooms_of(user):
    """The services that somebody may edit and of which is asked whether there is room, the most urgent first."""
    return asked_services().filter(actor__in=permissions.editable_actors(user).values("pk"))


def room_of(user, slug: str, place: str = "", after: Said | None = None) -> RoomQuestion | None:
    """One service of those that somebody may edit, with what came of a click on it, or on its place of this key."""
    service = rooms_of(user).filter(slug=slug).first()
    if service is None:
        return None
    room = RoomQuestion(service, after=None if place else after)
    for one in room.places:
        one.after = after if str(one.place.pk) == place else None
    return room
