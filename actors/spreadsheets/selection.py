"""Which listings go out: what the list of listings shows, of one zone where that is asked."""

from django.db.models import Q, QuerySet

from actors import permissions
from actors.models import Actor
from actors.staff.finder import by_name
from actors.staff.listings import FILTERS

NO_ZONE = "none"  # kept by the regional team


def selected(user, selection: dict[str, str]) -> QuerySet[Actor]:
    """The listings of a selection that this user may edit: `q` words, `show` a filter, `zone` a code."""
    condition = FILTERS.get(selection.get("show", ""), FILTERS[""])[1]
    zone = selection.get("zone", "")
    of_zone = Q(steward=None) if zone == NO_ZONE else Q(steward__code=zone) if zone else Q()
    return permissions.editable_actors(user).filter(by_name("", selection.get("q", "")), condition, of_zone)
