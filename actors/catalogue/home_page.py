"""The first page."""

from dataclasses import dataclass
from functools import cached_property

from django.utils import translation

from actors.models import CrisisNumber, Viewer
from actors.search import Query, engine, search
from actors.search.terms import Term
from zones.models import CareZone


@dataclass(frozen=True)
class Tile:
    """A need, its name in the language of the page, and how many services there are for it."""

    need: Term
    name: str
    count: int


class HomePage:
    """What the template of the first page reads."""

    def __init__(self, viewer: Viewer):
        self.found = search(Query(language=translation.get_language(), viewer=viewer), limit=1)
        self.terms = engine().index.terms

    @property
    def total(self) -> int:
        return self.found.total

    @cached_property
    def needs(self) -> list[Tile]:
        """Every need."""
        counts, language = self.found.facets["what"], translation.get_language()
        return [Tile(need, need.name(language), counts[need.key]) for need in self.terms["need"].values()]

    @cached_property
    def zones(self) -> list[tuple[CareZone, int]]:
        counts = self.found.facets["zone"]
        return [(zone, counts[f"zone:{zone.code}"]) for zone in CareZone.objects.all()]

    @cached_property
    def crisis_numbers(self) -> list[CrisisNumber]:
        """The numbers that are checked."""
        return list(CrisisNumber.objects.checked())
