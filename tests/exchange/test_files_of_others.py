"""Files of places as other programs write, cut and damage them: what can be read is, and the rest says what it is."""

import gzip
import json

import pytest

from actors.exchange.osm.report import Outcome
from actors.exchange.osm.run import import_osm
from actors.models import Actor, Location, SourceReference
from repertorium.fixtures import FixtureError
from tests.exchange.test_faulty_places import EDGE, HERE, good, ground, run  # noqa: F401 (fixtures)

ODD = {  # name → tags, outcome, what the report says of it
    "nulls, also nested": (
        {"phone": None, "addr:street": None, "center": None, "tags": {"opening_hours": None, "name:fr": None}},
        Outcome.NEW, "",
    ),
    "coordinates in a list": ({"lat": [50.8]}, Outcome.FAULTY, "no coordinates"),
    "a coordinate that is true": ({"lat": True}, Outcome.FAULTY, "no coordinates"),
    "a coordinate of 400 digits": ({"lat": 10**400}, Outcome.FAULTY, "no coordinates"),
    "latitude and longitude exchanged": ({"lat": 4.338, "lon": 50.829}, Outcome.FAULTY, "the wrong way round"),
    "tags in a list": ({"tags": ["a"]}, Outcome.NEW, ""),
    "tags in one text": ({"tags": "a=b"}, Outcome.NEW, ""),
    "properties null": ({"properties": None}, Outcome.NEW, ""),
    "an id that is an object": ({"id": {"x": 1}}, Outcome.NEW, ""),
    "an id that is 1.5": ({"id": 1.5}, Outcome.NEW, ""),
    "hours with signs": ({"opening_hours": "🕘 9-17 ☎️"}, Outcome.NEW, "🕘 9-17 ☎️"),
    "hours in an object": ({"opening_hours": {"mo": "9-17"}}, Outcome.NEW, "cannot be read"),
    "hours of days only": ({"opening_hours": "Mo-Fr"}, Outcome.NEW, "cannot be read"),
    "a kind in a list": ({"amenity": ["pharmacy", "doctors"]}, Outcome.NEW, ""),
    "a kind that is null": ({"amenity": None}, Outcome.NO_THEME, ""),
    "a name that is true": ({"name": True}, Outcome.NO_NAME, ""),
    "a municipality that is none": ({"nis": "99999"}, Outcome.OUTSIDE, ""),
    "a script as web address": ({"website": "javascript:alert(1)"}, Outcome.NEW, "web address"),
    "signs that turn the line around": ({"name": "Apotheek \u202egnilloH"}, Outcome.NEW, "no text holds"),
}  # fmt: skip
GEOMETRIES = {
    "with a height": ({"type": "Point", "coordinates": [4.338, 50.829, 30.0]}, Outcome.NEW),
    "several surfaces": (
        {"type": "MultiPolygon", "coordinates": [[[[4.33, 50.82, 1], [4.34, 50.82, 1], [4.34, 50.83, 1], [4.33, 50.82, 1]]]]},
        Outcome.NEW,
    ),
    "a surface that crosses itself": (
        {"type": "Polygon", "coordinates": [[[4.35, 50.84], [4.36, 50.85], [4.36, 50.84], [4.35, 50.85], [4.35, 50.84]]]},
        Outcome.NEW,
    ),
    "a collection": (
        {"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [4.37, 50.86]}]}, Outcome.NEW,
    ),
    "one number": ({"type": "Point", "coordinates": [4.3]}, Outcome.FAULTY),
    "in words": ("POINT(4 50)", Outcome.FAULTY),
    "of no known kind": ({"type": "Circle", "coordinates": [4, 50]}, Outcome.FAULTY),
    "in metres": ({"type": "Point", "coordinates": [149000.5, 170000.2]}, Outcome.FAULTY),
    "no number": ({"type": "Point", "coordinates": [float("nan"), 50.8]}, Outcome.FAULTY),
}  # fmt: skip
TWO = [{**good(1), "name": "Apotheek Zoé"}, good(60)]
FILES = {
    "packed, whatever its name": gzip.compress(json.dumps(TWO).encode()),
    "in Latin-1": json.dumps(TWO, ensure_ascii=False).encode("latin-1"),
    "with a comma too many": (json.dumps(TWO)[:-1] + ",\n]").encode(),
    "a list with a place on each line": ("[\n" + ",\n".join(map(json.dumps, TWO)) + ",\n]").encode(),
    "a place and a comma on each line": "".join(f"{json.dumps(one)},\n" for one in TWO).encode(),
}
NO_FILES = {
    "empty": (b"", "the file is empty"),
    "spaces": (b" \n ", "the file is empty"),
    "cut": (json.dumps(TWO).encode()[:-5], "not whole"),
    "a page of errors": (b"<html>504 Gateway Time-out</html>", "it is no JSON"),
    "no places": (b'{"type": "FeatureCollection", "features": null}', "is no list of places"),
    "an answer that stopped": (
        b'{"elements": [{}], "remark": "runtime error: Query timed out"}', "not whole: runtime error: Query timed out",
    ),
}  # fmt: skip


def test_odd_places_cost_nothing_but_themselves(run, tmp_path):  # noqa: F811
    odd = [
        {"id": f"node/{name}", "name": f"Apotheek {name}", "lat": 50.9, "lon": 4.25 + number * EDGE, **HERE, **tags}
        for number, (name, (tags, *_)) in enumerate(ODD.items())
    ]
    report = run([good(number) for number in range(20)] + odd)
    report.write(tmp_path / "report.csv")
    written = (tmp_path / "report.csv").read_text().splitlines()
    assert {line.outcome for line in report.lines[:20]} == {Outcome.NEW}
    for line, text, (name, (_tags, outcome, said)) in zip(report.lines[20:], written[21:], ODD.items(), strict=True):
        assert line.outcome is outcome, name
        assert said in text, (name, text)
    doubts = " ".join(SourceReference.objects.exclude(doubt="").values_list("doubt", flat=True))
    assert "🕘 9-17 ☎️" in doubts


def test_geometries(run):  # noqa: F811
    features = [
        {"type": "Feature", "id": f"node/{name}", "properties": {"name": f"Apotheek {name}", **HERE}, "geometry": shape}
        for name, (shape, _outcome) in GEOMETRIES.items()
    ]
    report = run({"type": "FeatureCollection", "features": features})
    assert [line.outcome for line in report.lines] == [outcome for _shape, outcome in GEOMETRIES.values()]


@pytest.mark.parametrize("content", FILES.values(), ids=FILES)
def test_files_that_are_read(ground, tmp_path, content):  # noqa: F811
    (path := tmp_path / "places.json").write_bytes(content)
    assert import_osm(path, quiet=True).outcomes == {Outcome.NEW: 2}
    assert (
        Actor.objects.filter(name_fr="Apotheek Zoé").exists() or Actor.objects.filter(name_nl="Apotheek Zoé").exists()
    )


@pytest.mark.parametrize(("content", "said"), NO_FILES.values(), ids=NO_FILES)
def test_files_that_are_none_say_so(ground, tmp_path, content, said):  # noqa: F811
    (path := tmp_path / "places.json").write_bytes(content)
    with pytest.raises(FixtureError) as caught:
        import_osm(path, quiet=True)
    assert said in str(caught.value)
    assert not Actor.objects.exists()


def test_nested_tags_and_several_house_numbers(run):  # noqa: F811
    address = {"street": "Hoogstraat", "housenumber": "12-14;16", "postcode": 1060}
    names = {"nl": "Apotheek Zon", "fr": "Pharmacie du Soleil"}
    run([{**good(1), "name": names, "addr": address}])
    actor, location = Actor.objects.get(), Location.objects.get()
    assert (actor.name_nl, actor.name_fr) == ("Apotheek Zon", "Pharmacie du Soleil")
    assert (location.street_nl, location.postal_code) == ("Hoogstraat 12-14, 16", "1060")


def test_a_place_alone(run):  # noqa: F811
    assert run(good(1)).outcomes == {Outcome.NEW: 1}
