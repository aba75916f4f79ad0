"""The services of which somebody says whether there is room."""

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from actors import permissions
from actors.availability.one_click import Said
from actors.availability.questions import RoomQuestion, asked_services
from actors.enums import ConfirmedHow
from actors.staff.finder import by_name
from actors.staff.paged import Page

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
