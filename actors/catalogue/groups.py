"""A page of a list in groups: nearby, by telephone or online, for professionals."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _
from pyroaring import BitMap

from actors.catalogue.cards import Card, Way
from actors.search import Near
from actors.search.query import RADIUS


@dataclass(frozen=True)
class CardGroup:
    """Cards under one heading, which is empty where there is one group only."""

    title: str
    cards: list[Card]


def grouped(cards: Iterable[Card], named: BitMap, near: Near | None) -> list[CardGroup]:
    """The cards by the way one gets there. What was called by its name (`named`) stays at the top."""
    cards = list(cards)
    exact = [card for card in cards if card.service.pk in named]
    rest = sorted((card for card in cards if card.service.pk not in named), key=lambda card: card.way)
    by_way = [(way, list(members)) for way, members in groupby(rest, lambda card: card.way)]
    groups = [CardGroup(_title(way, members, near), members) for way, members in by_way]
    if exact:
        groups.insert(0, CardGroup(_("With this name"), exact))
    return groups if len(groups) > 1 else [CardGroup("", group.cards) for group in groups]


def _title(way: Way, cards: list[Card], near: Near | None) -> str:
    """With a place the cards are near it, unless one is further away than what was asked for."""
    is_nearby = near and all((card.metres or 0) <= (near.radius or RADIUS) for card in cards)
    titles = {
        Way.NEARBY: _("Nearby") if is_nearby else _("To go to"),
        Way.AT_A_DISTANCE: _("By telephone, online or at home"),
        Way.NOT_KNOWN: _("Where: not known"),
        Way.PROFESSIONALS: _("For professionals"),
    }
    return titles[way]
