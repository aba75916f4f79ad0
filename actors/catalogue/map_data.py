"""What maps draw: pins of a page of results, and counts per territory. The ground lies in static files."""

from pyroaring import BitMap

from actors.catalogue.cards import Card
from actors.models import Service
from actors.search import Found, Query
from actors.search.document import EXAMPLE
from actors.search.index import KNOWS_ALL_PLACES, Index
from actors.search.near import centre
from actors.search.query import Box

MOST_PLACES = 300  # in one answer; whoever sees more zooms in
COUNTED = ("zone", "municipality", "neighbourhood")


def map_data(index: Index, query: Query, found: Found, cards: list[Card]) -> dict:
    """The pins of this page with the numbers of the list, and how many services each territory has."""
    return {
        "box": query.box,
        "total": found.total,
        "pins": list(_pins(cards).values()),
        "counts": {kind: _counts(index, query, found, kind) for kind in COUNTED},
    }


def _pins(cards: list[Card]) -> dict[tuple[float, float], dict]:
    """One pin a point, with all the numbers that stand there; a withheld address is not drawn, nor an example."""
    pins: dict[tuple[float, float], dict] = {}
    for card in cards:
        if card.service.is_example:  # nobody is sent there
            continue
        for point in {shown.where.point for shown in card.places if shown.where.on_map}:
            pin = pins.setdefault(point, {"numbers": [], "names": [], "point": point})
            pin["numbers"].append(card.number)
            pin["names"].append(f"{card.number}. {card.service.name}")
    return pins


def _counts(index: Index, query: Query, found: Found, kind: str) -> list[dict]:
    """How many of the found services each territory has; the filters know it where they do not choose among these."""
    chosen = query.filters.get(kind)
    real = found.services - index.postings[EXAMPLE]
    counts = index.counts(real, query.viewer, [kind])[kind] if chosen else found.facets[kind]
    return [
        {"name": term.name(query.language), "point": term.point or centre(index, term), "count": count}
        for term in index.terms[kind].values()
        if (count := counts[term.key])
    ]


def places_within(index: Index, query: Query, services: BitMap, box: Box) -> list[dict]:
    """The places of found services in a box: name, address of the page, point. Withheld ones are not drawn."""
    points = index.points
    rows = points.drawn_within(box, professional=query.viewer in KNOWS_ALL_PLACES)
    rows = [row for row in rows if int(points.pk[row]) in services][:MOST_PLACES]
    found = Service.objects.in_bulk({int(points.pk[row]) for row in rows})
    return [
        {"name": service.name, "url": service.get_absolute_url(), "point": (points.lat[row], points.lon[row])}
        for row in rows
        if (service := found.get(int(points.pk[row])))
    ]
