"""What the search page shows where nothing was found: the nearest elsewhere, and who thinks along."""

from dataclasses import dataclass
from functools import cached_property

from actors.catalogue.cards import Card, cards_for
from actors.search import Query, search
from actors.search.document import EXAMPLE
from actors.search.elsewhere import beyond, territories
from actors.search.index import Index
from actors.search.near import territory
from actors.search.terms import Term

MOST = 3


@dataclass(frozen=True)
class ContactPoint:
    """The contact point of a care zone."""

    zone: str
    phone: str
    email: str


class Elsewhere:
    """The nearest beyond the territory of a query. Three queries."""

    def __init__(self, index: Index, query: Query, where: str):
        self.index, self.query, self.where = index, query, where
        self.beyond = beyond(index, query)

    @property
    def place(self) -> str:
        """What the distances are measured from."""
        return self.beyond.near.label if self.beyond else ""

    @cached_property
    def cards(self) -> list[Card]:
        """At most three services, the nearest first."""
        if self.beyond is None:
            return []
        found = search(self.beyond, limit=MOST, counts=False)
        pks = [pk for pk in found.pks if pk not in self.index.postings[EXAMPLE]]
        return cards_for(self.index, pks, self.query, self.beyond.near)

    @cached_property
    def contact_points(self) -> list[ContactPoint]:
        """Of the zones that the search is about; of all, when it is about none."""
        zones = {zone.key: zone for term in self._territories() for zone in self.index.terms.zones_of(term)}
        asked = zones.values() or self.index.terms["zone"].values()
        return [ContactPoint(zone.name(self.query.language), zone.phone, zone.email) for zone in asked]

    def _territories(self) -> list[Term]:
        typed = territory(self.index, self.where) if self.where else None
        return territories(self.index, self.query) or ([typed] if typed else [])
