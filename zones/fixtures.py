"""The territory that the product starts with: zones, municipalities, neighbourhoods."""

from pathlib import Path

from repertorium.fixtures import FOLDER, Loader, read_csv, read_toml
from zones.boundaries import BoundaryError, import_boundaries
from zones.models import (
    Boundary,
    CareZone,
    Municipality,
    Neighbourhood,
    PostalCode,
    SocialHealthNeighbourhood,
)
from zones.models.boundary import BoundaryLevel


def load_territory(loader: Loader, folder=FOLDER) -> None:
    """Load the five zones, the 19 municipalities, the 205 pieces of neighbourhoods and their border lines."""
    for values in read_toml(folder / "zones.toml")["zone"]:
        code = values.pop("code")
        loader.create(CareZone, f"zone {code}", {"code": code}, **values)
    zones = {zone.code: zone for zone in CareZone.objects.all()}
    for row in read_csv(folder / "municipalities.csv"):
        _load_municipality(loader, row, zones)
    for row in read_csv(folder / "social_health_neighbourhoods.csv"):
        _load_social_health_neighbourhood(loader, row, zones)
    municipalities = {municipality.nis: municipality for municipality in Municipality.objects.all()}
    for row in read_csv(folder / "territory.csv"):
        _load_neighbourhood(loader, row, zones, municipalities)
    for level in BoundaryLevel.values:
        _load_border_lines(loader, level, folder / "borders" / f"{level}.geojson.gz")


def _load_border_lines(loader: Loader, level: str, path: Path) -> None:
    """The border lines of a level, unless there are some: another file may have been imported."""
    if not path.exists() or Boundary.objects.filter(level=level).exists():
        return
    try:
        loader.created["boundary"] += import_boundaries(str(path), level=level)
    except BoundaryError as error:
        loader.problem(path.name, "geometry", str(error))


def _load_municipality(loader: Loader, row: dict, zones: dict) -> None:
    record = f"municipality {row['nis']}"
    municipality = loader.create(
        Municipality,
        record,
        {"nis": row["nis"]},
        name={"nl": row["name_nl"], "fr": row["name_fr"]},
        zone=zones.get(row["zone"]),
        lat=row["lat"],
        lon=row["lon"],
    )
    for code in row["postal_codes"].split():
        loader.create(PostalCode, record, {"code": code, "municipality": municipality})


def _load_social_health_neighbourhood(loader: Loader, row: dict, zones: dict) -> None:
    loader.create(
        SocialHealthNeighbourhood,
        f"social-health neighbourhood {row['slug']}",
        {"slug": row["slug"]},
        name={"nl": row["name_nl"], "fr": row["name_fr"]},
        zone=zones.get(row["zone"]),
        has_local_contract=row["has_local_contract"] == "yes",
    )


def _load_neighbourhood(loader: Loader, row: dict, zones: dict, municipalities: dict) -> None:
    loader.create(
        Neighbourhood,
        f"neighbourhood {row['code']}",
        {"code": row["code"]},
        md=row["md"],
        name={"nl": row["name_nl"], "fr": row["name_fr"]},
        kind=row["kind"],
        municipality=municipalities.get(row["nis"]),
        zone=zones.get(row["zone"]),
        lat=row["lat"],
        lon=row["lon"],
        area_km2=row["area_km2"],
    )
