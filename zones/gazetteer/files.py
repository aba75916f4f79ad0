"""The places and streets of `fixtures/`: facts from OpenStreetMap (ODbL) and from the neighbourhood monitor.

A row of `places.csv` adds names (`also`, parted by `|`) to a territory, or makes a place of its own. `at` then says
where it is: `md:19 20` in the middle of these neighbourhoods, `street:Place Flagey@21009` in that street of that
municipality, `point:50.86 4.36` at this point.
"""

import csv
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from repertorium.fixtures import FOLDER
from zones.gazetteer.place import TERRITORIES, Kind, Place

ROAD = "Chaussée "  # a name that only one road has, through however many municipalities it runs


@dataclass(frozen=True)
class Row:
    """One row of `places.csv`."""

    kind: Kind
    nl: str
    fr: str
    at: str
    also: tuple[str, ...]


@lru_cache(maxsize=1)
def streets(folder: Path = FOLDER) -> tuple[Place, ...]:
    """Every street, once for each municipality that it runs through."""
    found = _rows(folder / "streets.csv")
    dutch = defaultdict(set)  # one road, several spellings: Gentsesteenweg, Steenweg op Gent
    for row in found:
        dutch[row["name_fr"]].add(row["name_nl"])
    return tuple(
        Place(
            kind=Kind.STREET,
            nl=row["name_nl"],
            fr=row["name_fr"],
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            nis=(row["nis"],),
            also=tuple(dutch[row["name_fr"]] - {row["name_nl"]}) if row["name_fr"].startswith(ROAD) else (),
            pieces=tuple(row["parts"].split("|")),
            metres=int(row["length_m"]),
        )
        for row in found
    )


@lru_cache(maxsize=1)
def rows(folder: Path = FOLDER) -> tuple[Row, ...]:
    """The rows of `places.csv`."""
    return tuple(
        Row(Kind(row["kind"]), row["name_nl"], row["name_fr"], row["at"], tuple(filter(None, row["also"].split("|"))))
        for row in _rows(folder / "places.csv")
    )


def with_places(territory: list[Place]) -> list[Place]:
    """The territory under all of its names, and the places that no register knows.

    Raises:
        ValueError: a row of the file stands at a place that there is not.
    """
    named = {(place.kind, place.code): place for place in territory}
    made = []
    for row in rows():
        key = row.kind, row.at
        if row.kind in TERRITORIES and key in named:
            named[key] = replace(named[key], also=named[key].also + row.also)
        elif row.nl:
            made.append(_place(row, named))
    return [*named.values(), *made]


def _place(row: Row, named: dict[tuple[Kind, str], Place]) -> Place:
    how, _colon, at = row.at.partition(":")
    if how == "point":
        lat, lon = map(float, at.split())
        return Place(row.kind, row.nl, row.fr, lat, lon, nis=(), also=row.also)
    if how == "md":
        around = [place for md in at.split() if (place := named.get((Kind.NEIGHBOURHOOD, md)))]
    else:
        name, _at, nis = at.partition("@")
        around = [street for street in streets() if (street.fr, *street.nis) == (name, nis)]
    if not around:  # a territory of tests, of some neighbourhoods only
        around = list(named.values())
    lat, lon = (sum(getattr(place, name) for place in around) / len(around) for name in ("lat", "lon"))
    nis = tuple(dict.fromkeys(code for place in around for code in place.nis))
    return Place(row.kind, row.nl, row.fr, lat, lon, nis, also=row.also)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
