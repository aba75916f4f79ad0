"""Importing border lines from GeoJSON: validated feature by feature, all or nothing."""

import gzip
import json
from pathlib import Path
from urllib.request import Request, urlopen

from django.db import transaction
from django.utils import timezone
from shapely import GEOSException
from shapely.geometry import shape
from tqdm import tqdm

from zones.models import Boundary, CareZone, Municipality, Neighbourhood
from zones.models.boundary import BoundaryLevel

POLYGONS = {"Polygon", "MultiPolygon"}
REGION = (4.2, 50.7, 4.6, 51.0)  # west, south, east, north, in degrees
TIMEOUT = 60  # seconds
LONGEST_REPORT = 20  # lines


class BoundaryError(Exception):
    """The file cannot be imported; the message lists what is wrong, feature by feature."""


def import_boundaries(
    source: str, *, level: str, code_field: str = "code", attribution: str = "", dry_run: bool = False
) -> int:
    """Replace the border lines of a level by those of a GeoJSON file; how many there are now.

    Raises:
        BoundaryError: the file cannot be read, or a feature is wrong or missing. Nothing was written.
    """
    collection = _read(source)
    known = _known_codes(level)
    problems, boundaries = [], []
    for number, feature in enumerate(tqdm(collection["features"], "Checking", disable=None), start=1):
        code, problem = _check(feature, code_field, known)
        if problem:
            problems.append(f"feature {number} ({code or 'no code'}): {problem}")
        else:
            boundaries.append(Boundary(level=level, code=code, geometry=feature["geometry"]))
    problems += _problems_of_the_whole([boundary.code for boundary in boundaries], known if not problems else set())
    if problems:
        rest = len(problems) - LONGEST_REPORT
        more = [f"… and {rest} more"] if rest > 0 else []
        raise BoundaryError("\n".join(problems[:LONGEST_REPORT] + more))
    if not dry_run:
        _replace(level, boundaries, attribution or str(collection.get("attribution", ""))[:300])
    return len(boundaries)


def _read(source: str) -> dict:
    try:
        if source.startswith(("https://", "http://")):
            request = Request(source, headers={"Accept": "application/geo+json"})  # noqa: S310 - http(s) only
            with urlopen(request, timeout=TIMEOUT) as response:  # noqa: S310
                collection = json.load(response)
        else:
            collection = _read_file(Path(source))
    except (OSError, EOFError, ValueError) as error:
        raise BoundaryError(f"{source} cannot be read: {error}") from error
    if not isinstance(collection, dict) or not isinstance(collection.get("features"), list):
        raise BoundaryError(f"{source} is no GeoJSON FeatureCollection")
    return collection


def _read_file(path: Path) -> object:
    """The contents of a JSON file, or of one that is packed by gzip."""
    packed = path.read_bytes()
    return json.loads(gzip.decompress(packed) if path.suffix == ".gz" else packed)


def _known_codes(level: str) -> set[str]:
    if level == BoundaryLevel.ZONE:
        return set(CareZone.objects.values_list("code", flat=True))
    if level == BoundaryLevel.MUNICIPALITY:
        return set(Municipality.objects.values_list("nis", flat=True))
    field = "md" if level == BoundaryLevel.NEIGHBOURHOOD else "code"
    return set(Neighbourhood.objects.values_list(field, flat=True))


def _check(feature, code_field: str, known: set[str]) -> tuple[str, str | None]:
    """The code of a feature, and what is wrong with it (None: nothing)."""
    properties = feature.get("properties") if isinstance(feature, dict) else None
    code = str((properties or {}).get(code_field, ""))
    if not code:
        return "", f"has no property '{code_field}'"
    if code not in known:
        return code, "is no code of this level; is the field right?"
    geometry = feature.get("geometry")
    if not isinstance(geometry, dict) or geometry.get("type") not in POLYGONS:
        return code, "is no Polygon or MultiPolygon"
    return code, _problem_of_shape(geometry)


def _problem_of_shape(geometry: dict) -> str | None:
    try:
        polygon = shape(geometry)
    except (GEOSException, ValueError, TypeError, KeyError, IndexError) as error:
        return f"has a broken geometry: {error}"
    if polygon.is_empty or not polygon.is_valid:
        return "has an empty or self-crossing geometry"
    west, south, east, north = polygon.bounds
    if west < REGION[0] or south < REGION[1] or east > REGION[2] or north > REGION[3]:
        return "lies outside the Region; are the coordinates longitude, latitude in degrees?"
    return None


def _problems_of_the_whole(codes: list[str], known: set[str]) -> list[str]:
    twice = {code for code in codes if codes.count(code) > 1}
    missing = known - set(codes)
    return [f"{code}: stands in the file twice" for code in sorted(twice)] + [
        f"{code}: is missing from the file" for code in sorted(missing)
    ]


@transaction.atomic
def _replace(level: str, boundaries: list[Boundary], attribution: str) -> None:
    now = timezone.now()
    for boundary in boundaries:
        boundary.imported_at, boundary.attribution = now, attribution
    Boundary.objects.filter(level=level).delete()
    Boundary.objects.bulk_create(boundaries)
