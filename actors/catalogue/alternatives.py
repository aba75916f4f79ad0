"""What a full service proposes instead: up to three with room, and what is known of their conditions."""

from dataclasses import dataclass
from datetime import datetime

from actors.catalogue.cards import Card, card
from actors.enums import AvailabilityStatus
from actors.models import Service, ServiceUse, Viewer
from actors.models.admission import Fact
from actors.records import shown_services
from actors.search.alternatives import alternatives, fits
from actors.search.index import Index

WITHOUT_ROOM = {AvailabilityStatus.FULL, AvailabilityStatus.WAITING_LIST, AvailabilityStatus.PAUSED}
MOST = 3
LOOKED_AT = 24  # candidates; the nearest may not fit, or be at their cap


@dataclass(frozen=True)
class Alternative:
    """A service with room, what it asks as the full one does, and what nobody knows of it."""

    card: Card
    same: list[tuple[Fact, bool]]
    unknown: list[Fact]


def proposed_instead(index: Index, full: Card, viewer: Viewer, now: datetime) -> list[Alternative]:
    """The nearest services to go to instead of one without room; none where there is room. Three queries."""
    if full.room.status not in WITHOUT_ROOM:
        return []
    near, pks = alternatives(index, full.service.pk, viewer, limit=LOOKED_AT)
    fitting = (service for service in _in_order(pks, viewer) if fits(index, service, full.service))
    chosen = []
    for service in fitting:
        if service.overflow_cap is None or ServiceUse.objects.claim_proposal(service):
            shown = card(index, service, viewer, now, near)
            chosen.append(Alternative(shown, *service.compared_with(full.service)))
        if len(chosen) == MOST:
            break
    return chosen


def _in_order(pks: list[int], viewer: Viewer) -> list[Service]:
    found = shown_services(viewer).open_to_overflow().in_bulk(pks) if pks else {}
    return [found[pk] for pk in pks if pk in found]
