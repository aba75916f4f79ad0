"""One damaged entry costs neither the file nor the accents of the others; a file that stops half way is refused."""

import json

import pytest

from actors.exchange.osm.report import Outcome
from actors.exchange.osm.run import import_osm
from actors.models import Actor
from repertorium.fixtures import FixtureError
from tests.exchange.test_faulty_places import good, ground  # noqa: F401 (a fixture)

THREE = [{**good(1), "name": "Apotheek Zoé"}, {**good(60), "name": "Apotheek É"}, good(120)]
LIST = json.dumps(THREE, ensure_ascii=False)
OVERPASS = json.dumps({"version": 0.6, "elements": THREE}, ensure_ascii=False, indent=2)
WHOLE = {  # the second place as it comes in
    "one sign of Windows in a file in UTF-8": (LIST.encode().replace("É".encode(), b"\xc9"), "Apotheek É"),
    "a sign that is none": (LIST.encode().replace("É".encode(), b"\x81"), "Apotheek \ufffd"),
    "a line break in a name": (LIST.replace("É", "a\nb").encode(), "Apotheek a b"),
    "a tab in a name": (LIST.replace("É", "a\tb").encode(), "Apotheek a b"),
    "a NUL in a name": (LIST.replace("É", "a\0b").encode(), "Apotheek ab"),
    "no comma between two places": (LIST.replace("}, {", "} {", 1).encode(), "Apotheek É"),
    "two byte order marks": (b"\xef\xbb\xbf" * 2 + LIST.encode(), "Apotheek É"),
}
DAMAGED = {
    "a quote in a name": LIST.replace("É", 'Le "Sud" enz.'),
    "a quote in a name, in an answer of Overpass": OVERPASS.replace("É", 'Le "Sud" enz.'),
    "a backslash in a name": LIST.replace("É", "a\\qb"),
    "a quote that is lacking": LIST.replace('É"', "É"),
    "a list without end": LIST.replace('"Apotheek É"', "[" * 100_000),
}
NOT_WHOLE = {
    "cut in a list within the last place": '[{"id": "a", "name": "Le "Sud""}, {"id": "b", "shape": [{"lat": 1}]',
    "cut, in an answer of Overpass": '{"elements": [{"id": "a", "name": "Le "Sud""}, {"id": "b", "shape": [{"lat": 1}]',
    "two files in one": LIST + LIST,
    "nothing can be read of it": str(THREE),
    "an answer that stopped, and is damaged": (
        '{"elements": [{"id": "b"}, {"id": "a", "name": "Le "Sud""}], "remark": "runtime error: Query timed out"}'
    ),
}


@pytest.fixture
def read(ground, tmp_path):  # noqa: F811
    def read(content):
        (path := tmp_path / "places.json").write_bytes(content)
        return import_osm(path, quiet=True)

    return read


def names():
    return [nl or fr for nl, fr in Actor.objects.order_by("pk").values_list("name_nl", "name_fr")]


@pytest.mark.parametrize(("content", "name"), WHOLE.values(), ids=WHOLE)
def test_nothing_is_lost(read, content, name):
    assert read(content).outcomes == {Outcome.NEW: 3}
    assert names() == ["Apotheek Zoé", name, "Apotheek Nummer 120"]


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_the_damaged_place_alone_is_lost_and_named(read, content):
    report = read(content.encode())
    assert [line.outcome for line in report.lines] == [Outcome.NEW, Outcome.FAULTY, Outcome.NEW]
    assert names() == ["Apotheek Zoé", "Apotheek Nummer 120"]
    assert report.lines[1].place.identifier == "node/good-60"


def test_the_last_place_is_damaged(read):
    report = read(LIST.replace("Apotheek Nummer 120", 'Le "Sud"').encode())
    assert [line.outcome for line in report.lines] == [Outcome.NEW, Outcome.NEW, Outcome.FAULTY]


def test_a_damaged_place_is_no_place_that_is_gone(read):
    both = [{"type": "node", **good(number), "id": number} for number in (1, 60)]
    read(json.dumps(both).encode())
    report = read(json.dumps(both).replace("Nummer 1", 'Nummer "1').encode())
    assert report.outcomes == {Outcome.FAULTY: 1, Outcome.SAME: 1}
    assert report.gone == []


@pytest.mark.parametrize("digits", ["lat", "phone"])
def test_a_number_of_thousands_of_digits(read, digits):
    text = json.dumps([good(1), {**good(60), digits: "many"}, good(120)]).replace('"many"', "1" * 5_000)
    report = read(text.encode())
    assert [line.outcome for line in report.lines][::2] == [Outcome.NEW, Outcome.NEW]
    assert report.lines[1].outcome == (Outcome.FAULTY if digits == "lat" else Outcome.NEW)


@pytest.mark.parametrize("content", NOT_WHOLE.values(), ids=NOT_WHOLE)
def test_what_is_not_whole_is_refused(read, content):
    with pytest.raises(FixtureError, match="not whole"):
        read(content.encode())
    assert not Actor.objects.exists()
