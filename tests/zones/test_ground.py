"""The ground under the maps: two static files, small enough, with all that is drawn."""

import gzip
import json

from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from zones import ground

FOLDER = settings.BASE_DIR / "static" / "map"
MOST = 300_000  # bytes over the wire, for both


def read(name: str) -> dict:
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def test_small_enough():
    assert sum(len(gzip.compress((FOLDER / name).read_bytes())) for name in ("borders.json", "streets.json")) <= MOST


def test_borders_are_those_of_the_fixtures():
    """After a change of `fixtures/borders/`: manage.py pack_map."""
    assert read("borders.json") == json.loads(json.dumps(ground.borders()))


def test_everything_is_drawn():
    borders, streets = read("borders.json"), read("streets.json")["streets"]
    assert len(borders["zones"]) == 5
    assert {level: bool(lines) for level, lines in borders["lines"].items()} == dict.fromkeys(ground.LEVELS, True)
    assert [len(borders["names"][level]) for level in ("municipality", "neighbourhood")] == [19, 145]
    assert len(streets) == 5_427
    assert "Boulevard Anspach" in [street[0] for street in streets]
    assert [street[2] for street in streets] == sorted(street[2] for street in streets)  # main roads first


@given(st.lists(st.tuples(st.floats(4.2, 4.6), st.floats(50.7, 51)), min_size=1, max_size=20))
def test_lines_come_back_as_they_went_in(line):
    back = ground.unpacked(ground.packed(line, ground.STEP), ground.STEP)
    assert all(any(abs(lat - y) < 1e-5 and abs(lon - x) < 1e-5 for lon, lat in back) for x, y in line)


def test_a_border_is_drawn_once():
    square = [(0, 0), (0, 1), (1, 1), (1, 0), (0, 0)]
    seen = set()
    assert ground._new_parts(square, seen) == [square]
    assert ground._new_parts([(1, 0), (1, 1), (2, 1), (2, 0), (1, 0)], seen) == [[(1, 1), (2, 1), (2, 0), (1, 0)]]


def test_lines_that_meet_are_one():
    assert ground.chained([[(1, 1), (2, 2)], [(0, 0), (1, 1)], [(5, 5), (6, 6)]]) == [
        [(5, 5), (6, 6)],
        [(0, 0), (1, 1), (2, 2)],
    ]
