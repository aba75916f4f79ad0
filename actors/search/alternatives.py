"""Where else, when a service is full: the same need and room now, the nearest first, across the borders of zones.

What the index cannot tell (admission, caps) is asked of the services themselves by who shows them.
"""

import numpy as np
from pyroaring import BitMap

from actors.models import Service
from actors.models.visibility import Viewer
from actors.search.document import EXAMPLE
from actors.search.index import Index, Kept
from actors.search.meaning import members_of
from actors.search.points import FAR
from actors.search.query import Near, Query
from actors.search.ranking import distances

ANYONE = "target:anyone"


def alternatives(index: Index, pk: int, viewer: Viewer, *, limit: int) -> tuple[Near | None, list[int]]:
    """Where a full service is, and at most `limit` that may take its place, the nearest first.

    Those without a place in the street come last. Nothing is found for a service that is not in the index.
    """
    kept = index.kept.get(pk)
    if kept is None or not kept.themes:
        return None, []
    # Staff see drafts; nobody is sent to one.
    viewer = Viewer.PROFESSIONAL if viewer is Viewer.STAFF else viewer
    query = Query(viewer=viewer, near=_place_of(kept))
    members = members_of(_same_need_and_room(index, pk, kept, query))
    metres = distances(index, query)
    order = members if metres is None else members[np.lexsort((members, np.minimum(metres[members], FAR)))]
    return query.near, [int(member) for member in order[:limit]]


def fits(index: Index, service: Service, full: Service) -> bool:
    """Whether a service may be proposed to whom a full one would take: in reach, and nobody known to be sent away."""
    in_reach = not service.territory_limited or share_a_municipality(index, service.pk, full.pk)
    return in_reach and service.may_stand_in_for(full)


def share_a_municipality(index: Index, pk: int, other: int) -> bool:
    """Whether two services have a place in, or work for, one municipality."""
    municipalities = (index.postings[term.key] for term in index.terms["municipality"].values())
    return any(pk in services and other in services for services in municipalities)


def _same_need_and_room(index: Index, pk: int, kept: Kept, query: Query) -> BitMap:
    found = BitMap.intersection(
        index.visible.to(query.viewer, query.today),
        index.postings[f"theme:{kept.themes[0]}"],
        index.room.at(query.moment, index.size).with_room,
    )
    found -= BitMap([pk]) | _for_others(index, pk)
    invented = index.postings[EXAMPLE]
    return found if pk in invented else found - invented


def _for_others(index: Index, pk: int) -> BitMap:
    """Services for target groups to which this one does not speak: who is sent on need not belong to them."""
    groups = [term.key for term in index.terms["target"].values()]
    own = [key for key in groups if pk in index.postings[key]]
    fitting = BitMap.union(*(index.postings[key] for key in (ANYONE, *own)))
    return BitMap.union(*(index.postings[key] for key in (ANYONE, *groups))) - fitting


def _place_of(kept: Kept) -> Near | None:
    """Where it is; of a withheld address the middle of its municipality."""
    point = next(iter(kept.points), None)
    return Near("", *point[2:]) if point else None
