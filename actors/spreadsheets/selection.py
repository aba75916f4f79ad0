"""Which listings go out: what the list of listings shows, of one zone or with one offer where that is asked."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext

from actors import permissions
from actors.models import Actor, Need, Service, Theme
from actors.staff.finder import by_name
from actors.staff.listings import FILTERS
from zones.models import CareZone

NAMES = ("q", "show", "zone", "offer")
NO_ZONE = "none"  # kept by the regional team
NEED, THEME = "need", "theme"  # what an offer is: `need/young`, or `theme/shower`


def selected(user, selection: dict[str, str]) -> QuerySet[Actor]:
    """The listings of a selection that this user may edit: `q` words, `show` a filter, `zone` a code,
    `offer` a term."""
    condition = FILTERS.get(selection.get("show", ""), FILTERS[""])[1]
    zone = selection.get("zone", "")
    of_zone = Q(steward=None) if zone == NO_ZONE else Q(steward__code=zone) if zone else Q()
    offering = offers(selection)
    with_offer = Q(pk__in=offering.values("actor")) if offering is not None else Q()
    return permissions.editable_actors(user).filter(by_name("", selection.get("q", "")), condition, of_zone, with_offer)


def offers(selection: dict[str, str]) -> QuerySet[Service] | None:
    """The services with the offer that was chosen; None where none was, and no such service where it is no term."""
    kind, _slash, code = selection.get("offer", "").partition("/")
    if not kind:
        return None
    themes = Theme.objects.filter(**{"need__code" if kind == NEED else "code": code})
    return Service.objects.filter(themes__in=themes).order_by().distinct()


def in_words(selection: dict[str, str]) -> list[str]:
    """What was chosen, as somebody reads it."""
    kind, _slash, code = selection.get("offer", "").partition("/")
    term = (Need if kind == NEED else Theme).objects.filter(code=code).first() if kind else None
    zone = CareZone.objects.filter(code=selection.get("zone", "")).first() if selection.get("zone") else None
    show = FILTERS[selection["show"]][0] if selection.get("show") in FILTERS and selection["show"] else None
    words = selection.get("q", "")
    return [str(one) for one in (term, show, zone, gettext("“%(name)s”") % {"name": words} if words else None) if one]
