"""Records whose names the reader of a history is not told: those that a form would hide from them too."""

from collections.abc import Mapping

from django.db.models import Model

from actors import permissions
from actors.enums import Level
from actors.history.rows import Row
from actors.models import Actor, Location, Service, Viewer

Record = tuple[type[Model], int]


def hidden_from(user, rows: Mapping[type[Model], Mapping[int, Row]]) -> set[Record]:
    """The actors, services and locations among these rows that somebody may neither edit nor find on the site.

    Four queries for who edits an actor of their own; teams are told every name, and ask nothing.
    """
    if permissions.is_zone_staff(user):
        return set()
    own = set(permissions.editable_actors(user).values_list("pk", flat=True))
    own |= {pk for pk, row in rows[Actor].items() if row["merged_into_id"] in own}
    told = own | set(permissions.findable_actors(user).filter(pk__in=rows[Actor]).values_list("pk", flat=True))
    visible = set(Service.objects.visible_to(Viewer.of(user)).filter(pk__in=rows[Service]).values_list("pk", flat=True))
    hidden: set[Record] = {(Actor, pk) for pk in rows[Actor] if pk not in told}
    hidden |= {(Service, pk) for pk, row in rows[Service].items() if row["actor_id"] not in own and pk not in visible}
    for pk, row in rows[Location].items():
        owner = row["actor_id"]
        if owner not in own and (row["level"] == Level.UNDISCLOSED or (owner and owner not in told)):
            hidden.add((Location, pk))
    return hidden
