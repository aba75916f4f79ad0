"""For cards that are full: the nearest that has room, by the same rules as on the professionals' pages."""

from datetime import datetime

from actors.models import Viewer
from actors.pictograms.cards import HelpCard, help_card
from actors.pictograms.records import shelf
from actors.search import Near
from actors.search.alternatives import often_proposed, proposals
from actors.search.index import Index

FULL = {"full", "paused"}


def add_instead(index: Index, cards: list[HelpCard], content: str, lang: str, now: datetime, near: Near | None) -> None:
    """Give every card that is full the nearest service with room. At most five queries when any is full, else none."""
    full = {card.pk: card for card in cards if card.room_status in FULL}
    chosen = {pk: other for pk in full for other in proposals(index, pk, Viewer.RESIDENT, most=1)}
    found = shelf.records(index, set(chosen.values()))
    often = often_proposed(index, found)
    for pk, other in chosen.items():
        if other in found:
            full[pk].instead = help_card(index, found[other], content, lang, now, near)
            full[pk].instead.often_proposed = other in often
