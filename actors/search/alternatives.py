"""Where else, when a service is full: the same need and room now, the nearest first, across the borders of zones.

The rules and their reasons: docs/decisions/0011-alternatives.md.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

import numpy as np
from pyroaring import BitMap

from actors.models import ServiceUse
from actors.models.admission import ADULTS, ALL_FACTS, KEEPS_OUT, NEUTRAL, OLDEST
from actors.models.visibility import Viewer
from actors.search.document import CAPPED, EXAMPLE, LIMITED, OVERFLOW, Ages, turns_away
from actors.search.index import Index, Kept
from actors.search.points import FAR
from actors.search.postings import members_of
from actors.search.query import Near, Query
from actors.search.ranking import distances

ANYONE = "target:anyone"
RINGS = (2_000, 8_000, None)  # metres around a full service: nearly always the first one has enough


def proposals(index: Index, pk: int, viewer: Viewer, *, most: int) -> list[int]:
    """The services to go to instead of a full one, the nearest first; none for one that is not in the index."""
    return list(islice(alternatives(index, pk, viewer), most))


def often_proposed(index: Index, pks: Iterable[int]) -> set[int]:
    """Those of these services to which as many people as they set for a day were sent today already."""
    capped = [pk for pk in pks if pk in index.postings[CAPPED]]
    return ServiceUse.objects.at_their_cap(capped) if capped else set()


def alternatives(index: Index, pk: int, viewer: Viewer) -> Iterator[int]:
    """All that may take the place of a full service, the nearest first; those without a place in the street last."""
    kept = index.kept.get(pk)
    if kept is None or not kept.themes:
        return
    # Staff see drafts; nobody is sent to one.
    viewer = Viewer.PROFESSIONAL if viewer is Viewer.STAFF else viewer
    candidates = _same_need_and_room(index, pk, kept, Query(viewer=viewer)) - _kept_out(index, pk)
    limited = index.postings[LIMITED]
    for one in _nearest_first(index, candidates, place_of(index, pk), viewer):
        in_reach = one not in limited or share_a_municipality(index, one, pk)
        if in_reach and covers(index.kept[one].ages, kept.ages):
            yield one


def place_of(index: Index, pk: int) -> Near | None:
    """Where a service is; of a withheld address the middle of its municipality."""
    point = next(iter(index.kept[pk].points), None) if pk in index.kept else None
    return Near("", *point[2:]) if point else None


def share_a_municipality(index: Index, pk: int, other: int) -> bool:
    """Whether two services have a place in, or work for, one municipality."""
    municipalities = (index.postings[term.key] for term in index.terms["municipality"].values())
    return any(pk in services and other in services for services in municipalities)


def covers(ages: Ages, others: Ages) -> bool:
    """Whether who takes people of these ages takes those of the others; who says nothing of age is for adults."""
    youngest, oldest = ADULTS if others == (None, None) else (others[0] or 0, others[1] or OLDEST)
    return (ages[0] or 0) <= youngest and (ages[1] or OLDEST) >= oldest


def _same_need_and_room(index: Index, pk: int, kept: Kept, query: Query) -> BitMap:
    found = BitMap.intersection(
        index.visible.to(query.viewer, query.today),
        index.postings[f"theme:{kept.themes[0]}"],
        index.room.at(query.moment, index.size).with_room,
        index.postings[OVERFLOW],
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


def _kept_out(index: Index, pk: int) -> BitMap:
    """Services that are known to turn away somebody whom this one takes. Unknown neither excludes nor promises."""
    found = BitMap()
    for fact in ALL_FACTS:
        having = index.postings[f"admission:{fact.code}"]
        if fact.code in KEEPS_OUT and pk not in having:
            found |= having
        elif fact.code not in KEEPS_OUT | NEUTRAL and pk in having:
            found |= index.postings[turns_away(fact.code)]
    return found


def _nearest_first(index: Index, candidates: BitMap, near: Near | None, viewer: Viewer) -> Iterator[int]:
    """Ring by ring: the whole Region is measured only for whom finds too little close by."""
    members = members_of(candidates)
    if near is None:
        yield from members.tolist()
        return
    for radius in RINGS:
        metres = distances(index, Query(viewer=viewer, near=Near("", near.lat, near.lon, radius)), members)
        inside = np.flatnonzero(metres <= radius) if radius else np.arange(len(members))
        order = inside[np.lexsort((members[inside], np.minimum(metres[inside], FAR)))]
        yield from members[order].tolist()
        members = np.delete(members, inside)
