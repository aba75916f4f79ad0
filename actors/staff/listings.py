"""The listings that somebody may edit; for who edits their own house, first whether there is room."""

from functools import cached_property

from django.db.models import Count, Q
from django.db.models.functions import Now, TruncDate
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from actors import permissions
from actors.availability.questions import RoomQuestion
from actors.enums import Status
from actors.models.listing import in_one_language
from actors.staff.finder import by_name
from actors.staff.paged import Page
from actors.staff.rooms import rooms_of

AT_ONCE = 6  # services whose room is asked above the listings
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
