"""What may be seen by whom: the one place of that rule (design: `domain.md`, "What is shown").

| record is                                | resident | visitor    | professional | staff |
|------------------------------------------|----------|------------|--------------|-------|
| published, level `public`                | yes      | yes        | yes          | yes   |
| published, level `professionals`         | no       | no         | yes          | yes   |
| published, level `undisclosed`           | yes, without address, for all but staff          ||||
| from an automatic source, not confirmed  | no       | yes, marked| yes, marked  | yes   |
| missed two reviews                       | no       | yes, marked| yes, marked  | yes   |
| draft, archived, past its end, merged    | no       | no         | no           | yes   |

Pages, counts, maps, JSON-LD, bundles, feeds, print and API all pass through here.
"""

from enum import Enum

from django.db.models import Q
from django.utils import timezone

from actors.enums import Level, Status


class Viewer(Enum):
    """Who is looking. A resident is whoever stands on the resident's pages, logged in or not."""

    RESIDENT = "resident"
    VISITOR = "visitor"
    PROFESSIONAL = "professional"
    STAFF = "staff"

    @classmethod
    def of(cls, user) -> "Viewer":
        """The viewer that a user is on the professional's pages.

        Staff are the regional team and the members of zone teams; everybody else whose e-mail address is confirmed
        is a professional. An account that nobody confirmed yet is a visitor.
        """
        if not user.is_authenticated:
            return cls.VISITOR
        if user.is_staff or user.zone_memberships.exists():
            return cls.STAFF
        return cls.PROFESSIONAL if user.emailaddress_set.filter(verified=True).exists() else cls.VISITOR

    @property
    def levels(self) -> list[str]:
        """The publication levels of which this viewer sees records."""
        if self in {Viewer.RESIDENT, Viewer.VISITOR}:
            return [Level.PUBLIC, Level.UNDISCLOSED]
        return list(Level.values)


def published(prefix: str = "") -> Q:
    """Listings that are published and not past their end date. `prefix` leads to them, like `actor__`."""
    today = timezone.localdate()
    not_ended = Q(**{f"{prefix}ends_on": None}) | Q(**{f"{prefix}ends_on__gte": today})
    return Q(**{f"{prefix}status": Status.PUBLISHED}) & not_ended


def visible_to(viewer: Viewer, prefix: str = "") -> Q:
    """Listings (actors, services) that this viewer may see; `prefix` as in `published`."""
    if viewer is Viewer.STAFF:
        return Q()
    condition = published(prefix) & Q(**{f"{prefix}level__in": viewer.levels})
    if viewer is Viewer.RESIDENT:
        condition &= Q(**{f"{prefix}is_automatic": False}) | Q(**{f"{prefix}confirmed_on__isnull": False})
        condition &= Q(**{f"{prefix}stale_on__gt": timezone.localdate()})
    return condition
