"""One place that somebody may name."""

from dataclasses import dataclass
from enum import StrEnum

LANGUAGES = ("nl", "fr")


class Kind(StrEnum):
    """What a place is. Where two of them lie together, the first counts."""

    MUNICIPALITY = "municipality"
    QUARTER = "quarter"  # a part of the Region that people name and no register knows
    NEIGHBOURHOOD = "neighbourhood"
    ZONE = "zone"
    STATION = "station"
    METRO = "metro"
    HOSPITAL = "hospital"
    STREET = "street"


RANK = {kind: rank for rank, kind in enumerate(Kind)}
TERRITORIES = {Kind.MUNICIPALITY, Kind.QUARTER, Kind.NEIGHBOURHOOD, Kind.ZONE}


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its point (degrees). A street has one row for each municipality that it runs through."""

    kind: Kind
    nl: str
    fr: str
    lat: float
    lon: float
    nis: tuple[str, ...]  # municipalities in which it lies
    code: str = ""  # of a territory: NIS code, number of the neighbourhood, code of the zone
    also: tuple[str, ...] = ()  # other names, and postal codes that mean it
    pieces: tuple[str, ...] = ()  # codes of the pieces of neighbourhoods that a street runs through, longest first
    metres: int = 0  # length of a street in its municipality

    @property
    def point(self) -> tuple[float, float]:
        return self.lat, self.lon

    def name(self, language: str) -> str:
        """Its name in this language."""
        return self.fr if language == "fr" else self.nl
