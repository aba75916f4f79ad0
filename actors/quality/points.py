"""Places whose point lies in another neighbourhood than the one they state: one of the two is wrong."""

from dataclasses import dataclass

from actors.enums import Precision
from actors.models import Location
from zones.geometry import pieces_with_lines


@dataclass(frozen=True)
class Contradiction:
    """A place, the code of the neighbourhood that it states, and of the one that holds its point (empty: none does)."""

    location: Location
    stated: str
    found: str


def contradictions() -> list[Contradiction]:
    """Of all places with a point better than that of a neighbourhood; none where border lines are not known."""
    pieces = pieces_with_lines()
    if pieces is None:
        return []
    placed = (
        Location.objects.filter(lat__isnull=False, neighbourhood__isnull=False)
        .exclude(precision=Precision.NEIGHBOURHOOD)
        .select_related("neighbourhood", "actor")
        .order_by("actor__slug", "pk")
    )
    found = [Contradiction(one, one.neighbourhood.code, pieces.code_at(one.lat, one.lon) or "") for one in placed]
    return [one for one in found if one.stated != one.found]
