"""For cards that are full: the nearest that has room, by the same rules as on the professionals' pages."""

from datetime import datetime

from actors.models import Service, ServiceUse, Viewer
from actors.pictograms.cards import HelpCard, help_card
from actors.pictograms.records import Record, shelf
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
    records = shelf.records(index, {*full, *wanted})
    willing = set(Service.objects.open_to_overflow().filter(pk__in=wanted).values_list("pk", flat=True))
    for pk, candidates_of_it in candidates.items():
        if record := _first_that_fits(index, records, willing, pk, candidates_of_it):
            full[pk].instead = help_card(index, record, content, lang, now, near)


def _first_that_fits(
    index: Index, records: dict[int, Record], willing: set[int], pk: int, candidates: list[int]
) -> Record | None:
    for candidate in candidates:
        record = records.get(candidate)
        if record is None or candidate not in willing or not fits(index, record.service, records[pk].service):
            continue
        if record.service.overflow_cap is None or ServiceUse.objects.claim_proposal(record.service):
            return record
    return None
