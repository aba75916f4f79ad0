"""For cards that are full: the nearest that has room, by the same rules as on the professionals' pages."""

from datetime import datetime

from actors.models import Service, ServiceUse, Viewer
from actors.pictograms.cards import HelpCard, help_card
from actors.pictograms.records import shelf
from actors.search import Near
from actors.search.alternatives import alternatives, fits
from actors.search.index import Index

FULL = {"full", "paused"}
LOOKED_AT = 8  # candidates for each; the nearest may not fit


def add_instead(index: Index, cards: list[HelpCard], content: str, lang: str, now: datetime, near: Near | None) -> None:
    """Give every card that is full the nearest service with room. At most five queries when any is full, else none."""
    full = {card.pk: card for card in cards if card.room_status in FULL}
    if not full:
        return
    candidates = {pk: alternatives(index, pk, Viewer.RESIDENT, limit=LOOKED_AT)[1] for pk in full}
    wanted = {pk for pks in candidates.values() for pk in pks}
    if not wanted:
        return
    willing = Service.objects.visible_to(Viewer.RESIDENT).open_to_overflow().select_related("actor").in_bulk(wanted)
    records = shelf.records(index, full)
    chosen = {pk: _first_that_fits(index, willing, records[pk].service, pks) for pk, pks in candidates.items()}
    found = shelf.records(index, {service.pk for service in chosen.values() if service})
    for pk, service in chosen.items():
        if service and service.pk in found:
            full[pk].instead = help_card(index, found[service.pk], content, lang, now, near)


def _first_that_fits(index: Index, willing: dict[int, Service], full: Service, candidates: list[int]) -> Service | None:
    for service in (willing[pk] for pk in candidates if pk in willing):
        fitting = fits(index, service, full)
        if fitting and (service.overflow_cap is None or ServiceUse.objects.claim_proposal(service)):
            return service
    return None
