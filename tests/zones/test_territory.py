"""The territory as it is loaded, and where points lie."""

import csv
import json
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from actors.models import Location
from tests import factories
from zones.boundaries import BoundaryError, import_boundaries
from zones.geometry import distance_m, locate
from zones.models import Boundary, CareZone, Municipality, Neighbourhood, SocialHealthNeighbourhood

KNOWN_POINTS = Path(__file__).parent / "test_points.csv"  # places that everybody knows, and where they lie


@pytest.mark.usefixtures("real")
class TestLoaded:
    def test_counts(self):
        assert (CareZone.objects.count(), Municipality.objects.count()) == (5, 19)
        assert Neighbourhood.objects.count() == 205
        assert Neighbourhood.objects.values("md").distinct().count() == 145

    def test_every_municipality_but_the_city_lies_in_one_zone(self):
        for municipality in Municipality.objects.all():
            zones = set(municipality.neighbourhoods.values_list("zone_id", flat=True))
            assert municipality.zone_id == (zones.pop() if len(zones) == 1 else None)
        assert Municipality.objects.get(zone=None).nis == "21004"

    def test_populations_and_contact_points(self):
        assert sum(CareZone.objects.values_list("population", flat=True)) == 1_246_136
        assert not CareZone.objects.filter(contact_phone="").exists()

    def test_local_contracts(self):
        assert SocialHealthNeighbourhood.objects.filter(has_local_contract=True).count() == 17

    def test_both_languages_everywhere(self):
        for model in (CareZone, Municipality, Neighbourhood, SocialHealthNeighbourhood):
            assert not model.objects.filter(name_nl="").exists()
            assert not model.objects.filter(name_fr="").exists()


@pytest.mark.django_db
def test_group_of_another_zone_is_refused():
    piece = factories.neighbourhood()
    piece.social_health_neighbourhood = SocialHealthNeighbourhood.objects.create(
        slug="x", name_nl="x", name_fr="x", zone=factories.zone("nord")
    )
    with pytest.raises(ValidationError, match="andere zone"):
        piece.full_clean()


@pytest.mark.parametrize(
    ("a", "b", "metres"),
    [
        ((50.8369, 4.3456), (50.8369, 4.3456), 0),
        ((50.8467, 4.3525), (50.8362, 4.3357), 1661),  # Grand-Place to Gare du Midi, as the crow flies
    ],
)
def test_distance(a, b, metres):
    assert distance_m(a, b) == pytest.approx(metres, abs=5)


@pytest.mark.usefixtures("real")
class TestBorderLines:
    """What `make run` starts with decides by polygon."""

    def test_all_known_places(self):
        wrong = []
        with KNOWN_POINTS.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            located = locate(float(row["lat"]), float(row["lon"]))
            found = (located.neighbourhood.municipality.nis, located.neighbourhood.zone.code, located.certain)
            if found != (row["nis"], row["zone"], True):
                wrong.append((row["name"], found))
        assert (len(rows), wrong) == (36, [])

    def test_every_place_of_the_fixtures_is_certain(self):
        assert not Location.objects.filter(neighbourhood__isnull=False, territory_checked=False).exists()

    def test_outside_the_region(self):
        assert locate(51.2, 4.4) is None
        assert locate(50.9079, 4.4247) is None  # Diegem, beside Haren


@pytest.mark.django_db
class TestNearestPoint:
    def test_without_border_lines_the_nearest_point_is_not_certain(self):
        piece = factories.neighbourhood()
        located = locate(piece.lat, piece.lon)
        assert (located.neighbourhood, located.certain) == (piece, False)
        assert locate(51.2, 4.4) is None


SQUARE = {
    "type": "Polygon",
    "coordinates": [[[4.33, 50.82], [4.35, 50.82], [4.35, 50.84], [4.33, 50.84], [4.33, 50.82]]],
}
BOW_TIE = {
    "type": "Polygon",
    "coordinates": [[[4.33, 50.82], [4.35, 50.84], [4.35, 50.82], [4.33, 50.84], [4.33, 50.82]]],
}
FAR_AWAY = {"type": "Polygon", "coordinates": [[[50.8, 4.3], [50.9, 4.3], [50.9, 4.4], [50.8, 4.3]]]}


def feature(code="21013-44", geometry=SQUARE, field="code"):
    return {"type": "Feature", "properties": {field: code}, "geometry": geometry}


@pytest.fixture
def collection(tmp_path):
    """Writes features to a file and gives its path."""

    def write(*features):
        path = tmp_path / "pieces.geojson"
        path.write_text(json.dumps({"type": "FeatureCollection", "features": features, "attribution": "© us"}))
        return str(path)

    return write


@pytest.mark.django_db
class TestImport:
    @pytest.fixture(autouse=True)
    def one_neighbourhood(self):
        factories.neighbourhood()

    def test_polygon_decides(self, collection):
        import_boundaries(collection(feature()), level="piece")
        assert locate(50.83, 4.34).certain
        assert locate(50.86, 4.34) is None
        assert Boundary.objects.get().attribution == "© us"

    def test_other_field(self, collection):
        assert import_boundaries(collection(feature(field="id")), level="piece", code_field="id") == 1

    def test_dry_run_writes_nothing(self, collection):
        import_boundaries(collection(feature()), level="piece", dry_run=True)
        assert not Boundary.objects.exists()

    @pytest.mark.parametrize(
        ("features", "message"),
        [
            pytest.param([feature("nowhere")], "no code of this level", id="unknown code"),
            pytest.param([feature(field="id")], "no property 'code'", id="no code"),
            pytest.param([feature(geometry={"type": "Point", "coordinates": [4.3, 50.8]})], "no Polygon", id="a point"),
            pytest.param([feature(geometry=BOW_TIE)], "self-crossing", id="crosses itself"),
            pytest.param([feature(geometry=FAR_AWAY)], "longitude, latitude", id="coordinates turned round"),
            pytest.param([feature(), feature()], "twice", id="twice"),
            pytest.param([], "missing", id="missing"),
            pytest.param([None], "no property", id="no feature"),
        ],
    )
    def test_all_or_nothing(self, collection, features, message):
        import_boundaries(collection(feature()), level="piece")
        with pytest.raises(BoundaryError, match=message):
            import_boundaries(collection(*features), level="piece")
        assert Boundary.objects.count() == 1

    def test_command_says_what_is_wrong(self, collection):
        with pytest.raises(CommandError, match="Nothing was imported"):
            call_command("import_boundaries", collection(feature("nowhere")))

    def test_no_file(self):
        with pytest.raises(BoundaryError, match="cannot be read"):
            import_boundaries("/nowhere.geojson", level="piece")
