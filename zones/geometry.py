"""Where a point lies, and how far points are apart.

With border lines the polygon decides. Without them the nearest neighbourhood point does, which is
wrong for a quarter of the places (3 % for the zone), so its answer is marked as not certain.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from django.db.models import Count, Max
from shapely import Point, STRtree
from shapely.geometry import shape

from zones.models import Boundary, Neighbourhood
from zones.models.boundary import BoundaryLevel

EARTH_RADIUS_M = 6_371_000
LAT_PER_LON = 1.585  # a degree of latitude is this much longer than one of longitude, at 50.85° north
FURTHEST_M = 3_000  # a point further than this from every neighbourhood point lies outside the Region

LatLon = tuple[float, float]


@dataclass(frozen=True)
class Located:
    """The neighbourhood of a point; `certain` when a polygon said so, else it is to be verified."""

    neighbourhood: Neighbourhood
    certain: bool


def distance_m(a: LatLon, b: LatLon) -> int:
    """Metres between two points (latitude, longitude in degrees), as the crow flies."""
    lat_a, lon_a, lat_b, lon_b = map(radians, (*a, *b))
    chord = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return round(2 * EARTH_RADIUS_M * asin(sqrt(chord)))


def locate(lat: float, lon: float) -> Located | None:
    """The neighbourhood in which a point (degrees, WGS 84) lies; None outside the Region."""
    pieces = pieces_with_lines()
    if pieces:
        code = pieces.code_at(lat, lon)
        found = code and Neighbourhood.objects.with_territory().filter(code=code).first()
        return Located(found, certain=True) if found else None
    return _nearest(lat, lon)


def _nearest(lat: float, lon: float) -> Located | None:
    def squared_degrees(piece: Neighbourhood) -> float:
        return ((piece.lat - lat) * LAT_PER_LON) ** 2 + (piece.lon - lon) ** 2

    nearest = min(Neighbourhood.objects.with_territory(), key=squared_degrees, default=None)
    if nearest is None or distance_m((lat, lon), (nearest.lat, nearest.lon)) > FURTHEST_M:
        return None
    return Located(nearest, certain=False)


class Pieces:
    """The polygons of all pieces, in a tree that answers which one holds a point."""

    def __init__(self, boundaries: list[Boundary]):
        self.codes = [boundary.code for boundary in boundaries]
        self.shapes = [shape(boundary.geometry) for boundary in boundaries]
        self.tree = STRtree(self.shapes)

    def code_at(self, lat: float, lon: float) -> str | None:
        """The code of the piece that holds this point. On a shared line the first one counts."""
        hits = self.tree.query(Point(lon, lat), predicate="intersects")
        return self.codes[min(hits)] if len(hits) else None


def pieces_with_lines() -> Pieces | None:
    """The imported pieces; None when there are none. Read again only after an import."""
    state = Boundary.objects.filter(level=BoundaryLevel.PIECE).aggregate(Count("pk"), Max("imported_at"))
    return _read_pieces(state["pk__count"], state["imported_at__max"]) if state["pk__count"] else None


@lru_cache(maxsize=1)
def _read_pieces(count, imported_at) -> Pieces:
    return Pieces(list(Boundary.objects.filter(level=BoundaryLevel.PIECE).order_by("code")))
