"""A page of residents' cards in groups: where one can go, where one calls before going, and by telephone or online.

The device does the same without connection (`static/js/help/saved-groups.js`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from django.utils.translation import gettext as _

from actors.pictograms.cards import HelpCard


class Way(StrEnum):
    """How one gets help there; in the order of a list."""

    GO = "go"
    CALL_FIRST = "ask"  # it is somewhere, and nobody knows when it is open, or when again
    FROM_HERE = "far"
    NOWHERE = "none"  # invented, and behind all that is real


ORDER = tuple(Way)


@dataclass(frozen=True)
class HelpGroup:
    """Cards under one heading, which is empty where there is one group only."""

    title: str
    cards: list[HelpCard]


def group_titles() -> dict[str, str]:
    """The headings, by the way; one has a number to fill in. The device is told them, too."""
    return {
        Way.GO: _("Where you can go"),
        Way.CALL_FIRST: _("Call first: we do not know when it is open ({count})"),
        Way.FROM_HERE: _("By telephone or online"),
        Way.NOWHERE: _("Example: this does not exist"),
    }


def grouped(cards: Iterable[HelpCard], *, several: bool) -> list[HelpGroup]:
    """A page of cards by the way. Where several needs are asked what covers the most stays first: one group. Invented
    examples never stand among what exists, nor alone without saying what they are."""
    cards = list(cards)
    by_way = {way: list(members) for way, members in groupby(sorted(cards, key=_place_of_way), way_of)}
    titles, invented = group_titles(), by_way.pop(Way.NOWHERE, [])
    groups = [HelpGroup(titles[way].format(count=len(members)), members) for way, members in by_way.items()]
    if several or len(groups) == 1:
        real = [card for card in cards if not card.is_example]
        groups = [HelpGroup("", real)] if real else []
    return groups + ([HelpGroup(titles[Way.NOWHERE], invented)] if invented else [])


def way_of(card: HelpCard) -> Way:
    """How one gets help there. Where somebody told that there is room, calling first would be one hurdle more."""
    if card.is_example:
        return Way.NOWHERE
    if not (card.has_where or card.is_dispatched):
        return Way.FROM_HERE
    return Way.GO if card.is_expected or card.room else Way.CALL_FIRST


def _place_of_way(card: HelpCard) -> int:
    return ORDER.index(way_of(card))


def without_twins(cards: Iterable[HelpCard]) -> list[HelpCard]:
    """Each offer once: services of one organisation at one address, with the same hours, conditions and number, are
    one card that says what each of them is."""
    kept: dict[tuple, HelpCard] = {}
    for card in cards:
        twin = kept.setdefault(_told(card), card)
        if twin is not card and card.sentence != twin.sentence:
            twin.also.append(card.sentence)
    return list(kept.values())


def _told(card: HelpCard) -> tuple:
    """All that a card says besides its sentence."""
    return (
        card.name, card.street, card.hours, card.button, card.helpline, tuple(card.conditions), card.women_only,
        card.room_status, card.is_example, tuple(card.languages), card.is_withheld,
        card.answered,
    )  # fmt: skip
