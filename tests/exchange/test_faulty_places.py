"""One bad record never costs the file: faults of every kind beside a thousand good places, and what is said of each."""

import json

import pytest

from actors.enums import ContactKind
from actors.exchange.fixtures.reference import load_taxonomy
from actors.exchange.osm.names import halves, names_of, street_of
from actors.exchange.osm.places import Place
from actors.exchange.osm.report import Left, Outcome
from actors.exchange.osm.run import import_osm, read_decisions
from actors.models import Actor, Contact, Location, Service, Source, SourceReference
from repertorium.fixtures import FOLDER, Loader, read_csv
from repertorium.spreadsheets import as_text, as_written, read_rows
from tests import factories
from zones.models import PostalCode

HERE = {"amenity": "pharmacy", "nis": "21013", "neighbourhood": "44"}
EDGE = 0.002  # degrees between two good places: further apart than what counts as the same house
LONG_HOURS = "; ".join(["Mo 09:00-12:00"] * 40)

FAULTS = {  # name → tags, outcome, what the report says of it
    "no object": ("x", Outcome.FAULTY, "no object"),
    "no coordinates": ({"lat": None}, Outcome.FAULTY, "no coordinates"),
    "coordinates in words": ({"lat": "fifty"}, Outcome.FAULTY, "no coordinates"),
    "coordinates NaN": ({"lat": float("nan")}, Outcome.FAULTY, "no numbers"),
    "coordinates infinite": ({"lon": float("inf")}, Outcome.FAULTY, "no numbers"),
    "outside the world": ({"lat": 95}, Outcome.FAULTY, "outside the world"),
    "outside the columns": ({"lat": 51.2, "lon": 4.4}, Outcome.FAULTY, "lat"),
    "postal code of Wemmel": ({"addr:postcode": "1780"}, Outcome.OUTSIDE, ""),
    "two postal codes": ({"addr:postcode": "1000;1020"}, Outcome.NEW, "1000;1020"),
    "country before the code": ({"addr:postcode": "B-1060"}, Outcome.NEW, ""),
    "code in words": ({"addr:postcode": "zestig"}, Outcome.NEW, "zestig"),
    "long name": ({"name": "Apotheek " + "x" * 300}, Outcome.NEW, "too long"),
    "long street": ({"addr:street": "Rue " + "x" * 300}, Outcome.NEW, "too long"),
    "long hours": ({"opening_hours": LONG_HOURS}, Outcome.NEW, "cannot be read"),
    "hours in words": ({"opening_hours": "when the sun shines"}, Outcome.NEW, "when the sun shines"),
    "NUL": ({"addr:street": "Rue\0 Haute"}, Outcome.NEW, "addr:street"),
    "half a sign": ({"name": "Apotheek \ud800 Zon"}, Outcome.NEW, "name"),
    "no number": ({"phone": "bel ons"}, Outcome.NEW, "does not dial: bel ons"),
    "no web address": ({"website": "http://"}, Outcome.NEW, "web address"),
    "long web address": ({"website": "https://zon.be/" + "x" * 300}, Outcome.NEW, "web address"),
    "no e-mail address": ({"email": "info@"}, Outcome.NEW, "e-mail address"),
    "long id": ({"id": "9" * 300}, Outcome.NEW, ""),
    "a list in a tag": ({"phone": ["02 538 00 00", "02 538 00 01"]}, Outcome.NEW, ""),
    "an object in a tag": ({"phone": {"a": 1}}, Outcome.NEW, "does not dial"),
    "name in another script": ({"name": "صيدلية"}, Outcome.NEW, ""),
    "formula as a name": ({"name": "=HYPERLINK(1)"}, Outcome.NEW, ""),
    "the same id": ({"id": "node/good-7"}, Outcome.TWICE, ""),
}


@pytest.fixture
def ground(db):
    """The taxonomy, one neighbourhood with its postal code, and the source."""
    load_taxonomy(Loader(), read_csv(FOLDER / "taxonomy.csv"))
    piece = factories.neighbourhood()
    city = factories.municipality("21004", name_nl="Brussel", name_fr="Bruxelles")
    PostalCode.objects.create(code="1060", municipality=piece.municipality)
    PostalCode.objects.bulk_create([PostalCode(code=code, municipality=city) for code in ("1000", "1020")])
    Source.objects.create(slug="openstreetmap", name_nl="OpenStreetMap", name_fr="OpenStreetMap", is_automatic=True)


@pytest.fixture
def run(ground, tmp_path):
    """Import what a file holds."""

    def run(data, encoding="utf-8", **options):
        (path := tmp_path / "places.json").write_text(json.dumps(data), encoding=encoding)
        return import_osm(path, quiet=True, **options)

    return run


def good(number):
    """One of a thousand pharmacies, all on their own corners."""
    row, column = divmod(number, 50)
    point = {"lat": 50.75 + row * EDGE, "lon": 4.25 + column * EDGE}
    return {"id": f"node/good-{number}", "name": f"Apotheek Nummer {number}", **point, **HERE}


def faulty(number, name, tags):
    """A place that is right but for these tags, on a corner of its own."""
    if not isinstance(tags, dict):
        return tags
    return {"id": f"node/{name}", "name": f"Apotheek {name}", "lat": 50.9, "lon": 4.25 + number * EDGE, **HERE, **tags}


def test_one_fault_of_each_kind_beside_a_thousand_good_places(run, tmp_path):
    faults = [faulty(number, name, tags) for number, (name, (tags, *_)) in enumerate(FAULTS.items())]
    report = run([good(number) for number in range(1_000)] + faults)
    lines = report.lines
    assert {line.outcome for line in lines[:1_000]} == {Outcome.NEW}
    report.write(tmp_path / "report.csv")
    rows = read_rows(tmp_path / "report.csv")
    assert len(rows) == 1_000 + len(FAULTS)
    for row, (name, (_tags, outcome, said)) in zip(rows[1_000:], FAULTS.items(), strict=True):
        assert row["outcome"] == outcome, (name, row)
        assert said in row["why"] + row["left out"], (name, row)
    new = sum(line.outcome is Outcome.NEW for line in lines)
    assert Actor.objects.count() == Service.objects.count() == Location.objects.count() == new
    codes = dict(Location.objects.exclude(postal_code="").values_list("references__identifier", "postal_code"))
    assert codes == {"node/country before the code": "1060"}
    assert SourceReference.objects.to_check().count() == 2  # both with hours that staff can read now
    assert "=HYPERLINK" in (tmp_path / "report.csv").read_text()
    assert "\n=" not in (tmp_path / "report.csv").read_text()
    again = run([good(number) for number in range(3)] + faults)
    assert again.outcomes[Outcome.NEW] == 0


class TestShapesOfFiles:
    TAGS = {"amenity": "pharmacy", "name": "Apotheek Zon", "nis": "21013", "neighbourhood": "44"}
    POINT = {"type": "Point", "coordinates": [4.338, 50.829]}

    @pytest.mark.parametrize(
        "data",
        [
            {"elements": [{"type": "node", "id": 7, "lat": 50.829, "lon": 4.338, "tags": TAGS}]},
            {"elements": [{"type": "node", "id": 7, "center": {"lat": 50.829, "lon": 4.338}, "tags": TAGS}]},
            {"type": "FeatureCollection", "features": [
                {"type": "Feature", "id": "node/7", "properties": TAGS, "geometry": POINT}]},
            {"type": "FeatureCollection", "features": [
                {"type": "Feature", "properties": {"@id": "node/7", **TAGS}, "geometry": POINT}]},
            {"type": "FeatureCollection", "features": [
                {"type": "Feature", "properties": {"type": "node", "id": 7, "tags": TAGS}, "geometry": POINT}]},
        ],
    )  # fmt: skip
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
    def test_are_read(self, run, data, encoding):
        assert run(data, encoding).outcomes == {Outcome.NEW: 1}
        location = Location.objects.get()
        assert (location.lat, location.lon) == (50.829, 4.338)
        assert {reference.identifier for reference in SourceReference.objects.all()} == {"node/7"}

    @pytest.mark.parametrize("before", ["", "\x1e"])
    def test_a_place_on_each_line(self, ground, tmp_path, before):
        """As Pelias, OpenAddresses and other exporters write them: a line that is none costs itself."""
        lines = [json.dumps(good(1)), '{"name": "half', json.dumps(good(2)), "", "null"]
        (path := tmp_path / "lines.json").write_text("\n".join(before + line for line in lines))
        outcomes = [line.outcome for line in import_osm(path, quiet=True).lines]
        assert outcomes == [Outcome.NEW, Outcome.FAULTY, Outcome.NEW, Outcome.FAULTY]

    def test_degrees_as_a_belgian_spreadsheet_writes_them(self, run):
        assert run([{**good(1), "lat": "50,829", "lon": "4,338"}]).outcomes == {Outcome.NEW: 1}
        assert (Location.objects.get().lat, Location.objects.get().lon) == (50.829, 4.338)

    def test_middle_of_a_building(self, run):
        ring = [[4.337, 50.828], [4.339, 50.828], [4.339, 50.830], [4.337, 50.830], [4.337, 50.828]]
        shape = {"type": "Polygon", "coordinates": [ring]}
        run({"type": "FeatureCollection", "features": [
            {"type": "Feature", "properties": self.TAGS, "geometry": shape},
            {"type": "Feature", "properties": self.TAGS, "geometry": {"type": "Polygon", "coordinates": []}},
            {"type": "Feature", "properties": self.TAGS, "geometry": None},
        ]})  # fmt: skip
        location = Location.objects.get()
        assert (round(location.lat, 3), round(location.lon, 3)) == (50.829, 4.338)


class TestChannels:
    def test_numbers_are_parted_and_remarks_kept(self, run):
        number = "02/512 34 56/57 ou 02 513 00 00 (matin); 107, 02 514 00 00 (Jan Peeters)"
        report = run([{**good(1), "phone": number, "website": "a.be, https://b.be", "email": "info@a.be / info@b.be"}])
        phones = Contact.objects.filter(kind=ContactKind.PHONE).values_list("value", "label_fr")
        assert sorted((value, label or "") for value, label in phones) == [
            ("+3225123456", ""), ("+3225123457", ""), ("+3225130000", "matin"), ("+3225140000", ""), ("107", ""),
        ]  # fmt: skip
        assert Contact.objects.filter(kind=ContactKind.WEBSITE).count() == 2
        assert Contact.objects.filter(kind=ContactKind.EMAIL).count() == 2
        assert report.left == {Left.PRIVATE_NOTE: 1}
        assert run([{**good(1), "phone": number, "website": "a.be, https://b.be", "email": "info@a.be / info@b.be"}]
                   ).outcomes == {Outcome.SAME: 1}  # fmt: skip

    def test_a_fax_after_a_telephone_answers_nobody(self, run):
        report = run([{**good(1), "phone": "T 02 512 34 56 - F 02 512 34 57", "fax": "02 512 34 58"}])
        assert list(Contact.objects.values_list("value", "label_fr")) == [("+3225123456", "")]
        assert "F 02 512 34 57" in " ".join(report.left_of[1])

    def test_addresses_as_they_were_copied(self, run):
        run([{**good(1), "email": "mailto:info@zon.be., <contact@zon.be>", "contact:website": "www.zon.be."}])
        assert sorted(Contact.objects.values_list("value", flat=True)) == [
            "contact@zon.be", "https://www.zon.be", "info@zon.be",
        ]  # fmt: skip

    def test_web_pages_under_whatever_tag_and_once(self, run):
        tags = {"url": "http://www.zon.be/", "website": "https://zon.be", "contact:website:fr": "https://zon.be/fr"}
        run([{**good(1), **tags}, {**good(2), "url": "zon.be/twee"}])
        assert sorted(Contact.objects.filter(kind=ContactKind.WEBSITE).values_list("value", flat=True)) == [
            "https://zon.be", "https://zon.be/fr", "https://zon.be/twee",
        ]  # fmt: skip

    def test_hours_after_a_number_are_when_it_is_answered(self, run):
        places = [{**good(1), "phone": "02 512 34 56 (lu-ve 9h-12h), 02 513 00 00 (poste 12)"}]
        run(places)
        numbers = dict(Contact.objects.values_list("value", "opening_hours"))
        assert numbers == {"+3225123456": "Mo-Fr 09:00-12:00", "+3225130000": ""}
        assert run(places).outcomes == {Outcome.SAME: 1}


class TestLanguages:
    @pytest.mark.parametrize(
        ("text", "nl", "fr"),
        [
            ("Bibliothèque communale - Gemeentelijke bibliotheek",
             "Gemeentelijke bibliotheek", "Bibliothèque communale"),
            ("Rue Haute – Hoogstraat", "Hoogstraat", "Rue Haute"),
            ("Gemeentehuis / Maison communale", "Gemeentehuis", "Maison communale"),
            ("Le Foyer - De Haard", "De Haard", "Le Foyer"),
            ("Salle Borgval - Zaal Borgval", "Zaal Borgval", "Salle Borgval"),
            ("Commissariat 3 – Roodebeek - Politiecommissariaat 3 – Roodebeek",
             "Politiecommissariaat 3 – Roodebeek", "Commissariat 3 – Roodebeek"),
        ],
    )  # fmt: skip
    def test_two_names_in_one(self, text, nl, fr):
        assert halves(text) == {"nl": nl, "fr": fr}

    @pytest.mark.parametrize(
        "text",
        ["Centre Dentaire - Dental O.D.R.", "École Aurore – Section maternelle", "JES — De Distillerie", "Jean-Pierre"],
    )
    def test_one_name_with_a_dash(self, text):
        assert halves(text) == {}

    @pytest.mark.parametrize(
        ("tags", "names"),
        [
            ({"name:fr": "Maison du Peuple"}, {"fr": "Maison du Peuple"}),
            ({"name": "X - Y", "name:fr": "X"}, {"fr": "X", "nl": "Y"}),
            ({"name": "GC De Linde", "name:fr": "Centre Culturel De Linde"},
             {"fr": "Centre Culturel De Linde", "nl": "GC De Linde"}),
        ],
    )  # fmt: skip
    def test_one_name_is_tagged(self, tags, names):
        name = tags.get("name") or tags["name:fr"]
        assert names_of(Place(1, name, 50.8, 4.3, tags))[0] == names

    @pytest.mark.parametrize(
        ("tags", "street"),
        [
            ({"addr:street:fr": "Rue Haute", "addr:street:nl": "Hoogstraat"}, {"fr": "Rue Haute", "nl": "Hoogstraat"}),
            ({"addr:street": "Rue Haute – Hoogstraat"}, {"fr": "Rue Haute", "nl": "Hoogstraat"}),
            ({"addr:street": "Rue Haute"}, {"fr": "Rue Haute", "nl": "Hoogstraat"}),  # as it is called there
            ({"addr:street": "Rue Inconnue"}, {"fr": "Rue Inconnue"}),
        ],
    )
    def test_streets(self, tags, street):
        assert street_of(Place(1, "X", 50.8, 4.3, tags), "21004") == street


class TestSpreadsheets:
    @pytest.mark.parametrize("text", ["=1+1", "+32", "-1", "@SUM(1)", "\t=1"])
    def test_no_cell_runs_and_reading_gives_it_back(self, text):
        assert as_text(text).startswith("'")
        assert as_written(as_text(text)) == text
        assert as_text(3) == 3

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
    def test_decisions_as_a_belgian_spreadsheet_saves_them(self, tmp_path, encoding):
        (path := tmp_path / "d.csv").write_text("identifier;name;decision\nnode/1;Zon;skip\nnode/2;Maan;\n", encoding)
        assert read_decisions(path, Loader()) == {"node/1": "skip"}

    def test_decisions_without_their_columns(self, tmp_path):
        (path := tmp_path / "d.csv").write_text("a,b\n1,2\n")
        assert read_decisions(path, loader := Loader()) == {}
        assert str(loader.problems[0]) == "d.csv: head: there is no column 'decision'"


def test_decided_for_a_listing_that_there_is_not(run, tmp_path):
    (path := tmp_path / "d.csv").write_text("identifier,decision\nnode/good-1,niets\n")
    report = run([good(1), good(2)], decisions=path)
    assert [line.outcome for line in report.lines] == [Outcome.UNSURE, Outcome.NEW]
