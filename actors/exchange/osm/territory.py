"""Where a place lies: border lines decide; a postal code of elsewhere says that it is outside the Region."""

import re
from collections import defaultdict
from dataclasses import dataclass

from actors.exchange.osm.places import Place
from zones.geometry import locate, pieces_with_lines
from zones.models import Neighbourhood, PostalCode

CODE = re.compile(r"(?<!\d)(?:B-?\s?)?(\d{4})(?!\d)", re.IGNORECASE)


@dataclass(frozen=True)
class Found:
    """The neighbourhood of a place, whether that is certain, and its postal code ("" when it is not clear)."""

    neighbourhood: Neighbourhood
    certain: bool
    postal_code: str


class Whereabouts:
    """The territory, read once for a whole file."""

    def __init__(self):
        self._lines = pieces_with_lines()
        self._pieces = {piece.code: piece for piece in Neighbourhood.objects.with_territory()}
        self._municipalities = defaultdict(set)  # NIS codes, by postal code
        for code, nis in PostalCode.objects.values_list("code", "municipality__nis"):
            self._municipalities[code].add(nis)

    def find(self, place: Place) -> Found | None:
        """Where a place lies; None: outside the Region."""
        codes = CODE.findall(place.tags.get("addr:postcode", ""))
        if codes and self._municipalities and not self._municipalities.keys() & codes:
            return None
        located = self._located(place)
        if located is None:
            return None
        neighbourhood, certain = located
        return Found(neighbourhood, certain, self._postal_code(codes, neighbourhood))

    def _located(self, place: Place) -> tuple[Neighbourhood, bool] | None:
        """By border lines; without those as the file says (it found it by polygon), else by the nearest point."""
        if self._lines:
            code = self._lines.code_at(*place.point)
            return (self._pieces[code], True) if code else None
        if given := self._pieces.get(f"{place.tags.get('nis', '')}-{place.tags.get('neighbourhood', '')}"):
            return given, True
        found = locate(*place.point)
        return (found.neighbourhood, found.certain) if found else None

    def _postal_code(self, codes: list[str], neighbourhood: Neighbourhood) -> str:
        """The code that the file gives; of several the one that the municipality uses."""
        if len(codes) > 1:
            nis = neighbourhood.municipality.nis
            codes = [code for code in dict.fromkeys(codes) if nis in self._municipalities.get(code, ())]
        return codes[0] if len(codes) == 1 else ""
