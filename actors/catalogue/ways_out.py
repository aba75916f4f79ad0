"""An empty result: which of the filters blocks most, and how much there is without it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from actors.catalogue import address
from actors.catalogue.address import Asked
from actors.search import Query
from actors.search.engine import Engine
from actors.search.meaning import Match

MOST = 3


@dataclass(frozen=True)
class WayOut:
    """A filter that blocks, and how much there would be without it."""

    label: str
    count: int
    query: str


READ_ANEW = {"text", "near"}  # without these the words are others, or mean another place


def ways_out(engine: Engine, query: Query, match: Match, asked: Asked) -> list[WayOut]:
    """The filters whose loss brings something, the one that brings most first. `match`: what the words mean."""
    ways = []
    for name in [*query.active, *(["text"] if query.text and query.active else [])]:
        if count := engine.count(query.without(name), None if name in READ_ANEW else match):
            ways.append(WayOut(FILTER_WORDS[name](), count, query_without(asked, name)))
    return sorted(ways, key=lambda way: -way.count)[:MOST]


def query_without(asked: Asked, name: str) -> str:
    """The query string without all fields of a filter."""
    return address.without(asked, *FILTER_FIELDS.get(name, (name,)))


HOURS = ("open", "open_at", "day", "hour")
FILTER_FIELDS = {
    "what": ("need", "theme"),
    "has_room": ("room",),
    "open_at": HOURS,
    "open_on": HOURS,
    "near": ("where",),
    "text": ("q",),
}
FILTER_WORDS = {
    "what": lambda: _("the need"),
    "target": lambda: _("for whom"),
    "zone": lambda: _("the care zone"),
    "municipality": lambda: _("the municipality"),
    "neighbourhood": lambda: _("the neighbourhood"),
    "language": lambda: _("the language"),
    "admission": lambda: _("admission"),
    "level": lambda: _("the level of care"),
    "kind": lambda: _("the kind of actor"),
    "serves": lambda: _("whom it serves"),
    "network": lambda: _("the network"),
    "has_room": lambda: _("“has room”"),
    "open_at": lambda: _("the opening hours"),
    "open_on": lambda: _("the opening hours"),
    "near": lambda: _("the place"),
    "box": lambda: _("the part of the map"),
    "text": lambda: _("the words"),
}
