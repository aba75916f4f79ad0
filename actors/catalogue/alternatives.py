"""What a full service proposes instead: up to three with room, and what is known of their conditions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import get_language

from actors.catalogue.cards import Card, card
from actors.helplines import helplines
from actors.models import Service, Viewer
from actors.models.admission import Fact
from actors.records import add_channels, main_need
from actors.search import Near
from actors.search.alternatives import often_proposed, place_of, proposals
from actors.search.index import Index

MOST = 3


@dataclass(frozen=True)
class Alternative:
    """A service with room, what it asks as the full one does, and what nobody knows of it."""

    card: Card
    same: list[tuple[Fact, bool]]
    unknown: list[Fact]
    often_proposed: bool  # as many people as it set for a day were sent there today: call first


def proposed_instead(index: Index, pk: int, viewer: Viewer, now: datetime) -> list[int]:
    """The services to propose, the nearest first; none where there is room, or nobody knows."""
    without_room = index.room.at(now.timestamp(), index.size).without_room
    return proposals(index, pk, viewer, most=MOST) if pk in without_room else []


def compared(
    index: Index, full: Service, others: Iterable[Service], viewer: Viewer, now: datetime
) -> list[Alternative]:
    """These services beside the one that is full."""
    near = place_of(index, full.pk)
    others = list(others)
    often = often_proposed(index, [other.pk for other in others])
    if often:  # where one is to call first, the number stands beside it
        add_channels(viewer, [other for other in others if other.pk in often])
    return [
        Alternative(
            _card(index, other, viewer, now, near, call=other.pk in often),
            *other.compared_with(full),
            other.pk in often,
        )
        for other in others
    ]


def _card(index: Index, service: Service, viewer: Viewer, now: datetime, near: Near | None, *, call: bool) -> Card:
    """The card of a service; where one is to call and it has no telephone, with who can advise; not of an
    example."""
    made = card(index, service, viewer, now, near)
    if call and not made.phone and not service.is_example:
        made.phone = helplines().advising(main_need(index, service.pk), get_language(), ())
    return made
