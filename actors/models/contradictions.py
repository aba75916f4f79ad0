"""Status and numbers of an availability say the same: one rule, with the status that was perhaps meant."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db.models import CheckConstraint, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from actors.enums import AvailabilityStatus

ROOM = [AvailabilityStatus.OPEN, AvailabilityStatus.LIMITED]
NONE_FREE = [AvailabilityStatus.FULL, AvailabilityStatus.WAITING_LIST]
NEVER_STATUTORY = [AvailabilityStatus.FULL, AvailabilityStatus.PAUSED]
FEW = 4  # one free place of so many, or less, is little room


@dataclass(frozen=True)
class Contradiction:
    """A status and numbers of which one is wrong: the field to look at, why, and the status that fits the numbers."""

    field: str
    message: str
    offered: str = ""

    @property
    def error(self) -> ValidationError:
        """The same, as forms take it."""
        return ValidationError({self.field: ValidationError(self.message, code="contradiction")})


def contradiction(
    status: str,
    *,
    waiting_days: int | None = None,
    places_total: int | None = None,
    places_free: int | None = None,
    is_statutory: bool = False,
) -> Contradiction | None:
    """What a status and its numbers say against each other; None where they agree. None as a number is not known."""
    has_room = status in ROOM
    if places_free is not None and places_total is not None and places_free > places_total:
        return Contradiction("places_free", _("There are more places free than there are in total."))
    if has_room and 0 in {places_total, places_free}:
        offered = AvailabilityStatus.WAITING_LIST if is_statutory else AvailabilityStatus.FULL
        why = _("No place is free: then it is “%(status)s”, or the number is not right.")
        return Contradiction("places_free", why % {"status": offered.label}, offered)
    if not has_room and places_free:
        offered = with_places(places_free, places_total)
        why = _("There are free places: then it is “%(status)s”, or the number is not right.")
        return Contradiction("places_free", why % {"status": offered.label}, offered)
    if not has_room and waiting_days == 0:
        why = _("Nobody has to wait: then it is “%(status)s”, or the number is not right.")
        return Contradiction("waiting_days", why % {"status": AvailabilityStatus.OPEN.label}, AvailabilityStatus.OPEN)
    if places_free is not None and places_total is None:
        return Contradiction("places_total", _("Say how many places there are in total, too."))
    return None


def with_places(places_free: int, places_total: int | None) -> AvailabilityStatus:
    """How much room so many free places of a total are."""
    few = places_total is None or places_free * FEW <= places_total
    return AvailabilityStatus.LIMITED if few else AvailabilityStatus.OPEN


def fitting(status: str, *, places_total: int | None, places_free: int | None) -> dict[str, int | None]:
    """The counts that stay when somebody says no more than another status: they never go by themselves.

    Where it is full or people wait, none of the places that are counted is free. Where there is room again after
    that, how many is to be asked: it is not known.
    """
    if status in ROOM:
        return {"places_total": places_total or None, "places_free": places_free or None}
    none_free = places_total is not None and (status in NONE_FREE or places_free is not None)
    return {"places_total": places_total, "places_free": 0 if none_free else None}


def _known(name: str) -> Q:
    return Q(**{f"{name}__isnull": False})


# The same rule for the database, which cannot say what was meant.
CONSTRAINTS = [
    CheckConstraint(
        condition=~Q(status__in=ROOM)
        | ((~_known("places_free") | Q(places_free__gt=0)) & (~_known("places_total") | Q(places_total__gt=0))),
        name="actors_availability_room_means_free_places",
        violation_error_message=gettext_lazy("Where there is room, at least one place is free."),
    ),
    CheckConstraint(
        condition=Q(status__in=ROOM) | ~_known("places_free") | Q(places_free=0),
        name="actors_availability_free_places_mean_room",
        violation_error_message=gettext_lazy("Where places are free, there is room."),
    ),
    CheckConstraint(
        condition=Q(status__in=ROOM) | ~_known("waiting_days") | Q(waiting_days__gt=0),
        name="actors_availability_waiting_takes_days",
        violation_error_message=gettext_lazy("Where people wait, it takes at least one day."),
    ),
    CheckConstraint(
        condition=~_known("places_free") | _known("places_total"),
        name="actors_availability_free_places_of_a_total",
        violation_error_message=gettext_lazy("Free places are a part of all places: say how many there are in total."),
    ),
]
