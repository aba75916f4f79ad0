"""Places as people write them: the right one, or a question between those that it may be."""

import csv
from pathlib import Path

import pytest

from actors.search import engine
from zones.gazetteer import Gazetteer
from zones.gazetteer.typed import without_house_number

pytestmark = pytest.mark.usefixtures("real")

FOLDER = Path(__file__).parent
LEAST = 0.98  # right or asked


@pytest.fixture
def gazetteer() -> Gazetteer:
    return engine().index.terms.gazetteer


def wrong(gazetteer: Gazetteer, name: str) -> tuple[list, int]:
    """The names that are neither read right nor asked, and how many there are. `?` in the file: it must be asked."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = []
    for row in rows:
        answer = gazetteer.find(row["typed"])
        means, names = row["means"].split("|"), [place.nl for place in answer.places]
        asked = answer.place is None and len(names) > 0 and ("?" in means or not set(means).isdisjoint(names))
        if not asked and not (answer.place and answer.place.nl in means):
            found.append((row["typed"], row["means"], names))
    return found, len(rows)


def test_as_people_write_them(gazetteer):
    found, count = wrong(gazetteer, "place_names.csv")
    assert count >= 150
    assert len(found) <= count * (1 - LEAST), found


def test_kinds_that_users_of_other_geocoders_reported(gazetteer):
    """Adapted to Brussels from reports to Nominatim (312, 4167), Photon (579, 696), phacochr (4, 10), ols-geocoder (85)
    and alltheplaces (14261): a street on a border, articles left out, names turned around, a code before or after the
    street, several houses, letters apart, both languages, boxes, and a street that does not exist."""
    assert wrong(gazetteer, "place_names_reported.csv")[0] == []


def test_names_that_were_not_looked_at_while_making_it(gazetteer):
    found, count = wrong(gazetteer, "place_names_held_out.csv")
    assert len(found) <= max(1, count * (1 - LEAST)), found


@pytest.mark.parametrize("text", ["", " ", "?", "9999", "xyzzy", "x" * 1000, "😀", "123", "مأوى", "12 bis"])
def test_no_place(gazetteer, text):
    assert gazetteer.find(text).place is None


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Hoogstraat 12", "Hoogstraat"),
        ("rue Haute 12 bte 3, 1000 Bruxelles", "rue Haute, 1000 Bruxelles"),
        ("Hoogstraat 12A, 1000 Brussel", "Hoogstraat, 1000 Brussel"),
        ("12 rue Haute", "rue Haute"),
        ("Rue Haute 12-14", "Rue Haute"),
        ("chaussée de Waterloo 1250", "chaussée de Waterloo"),
        ("Rue du 11 Novembre 5", "Rue du 11 Novembre"),
        ("Kerkstraat 12 Jette", "Kerkstraat Jette"),
        ("1060", "1060"),
        ("1000 Brussel", "1000 Brussel"),
        ("Molenbeek 1080", "Molenbeek"),
        ("Hoogte 100", "Hoogte 100"),
    ],
)
def test_house_numbers_are_left_out(text, kept):
    assert without_house_number(text) == kept


def test_beginnings(gazetteer):
    def begun(text):
        return [place.fr for place in gazetteer.beginning_with(text, 7)]

    assert begun("molenb")[0] == "Molenbeek-Saint-Jean"
    assert begun("rue haut")[0] == "Rue Haute"
    assert "Boulevard Anspach" in begun("ansp")
    assert begun("1130") == ["Haren"]
    assert begun("") == []


def test_every_place_of_the_file_has_its_own_point(gazetteer):
    """A street that `places.csv` names must be there."""
    everywhere = {place.point for place in gazetteer._names.places if place.kind == "zone"}
    assert not [place.fr for place in gazetteer._names.places if place.kind != "zone" and place.point in everywhere]
