"""Where a street runs: a point in each of its neighbourhoods."""

import pytest

from actors.search import engine
from zones.gazetteer.stretches import stretches
from zones.geometry import locate

pytestmark = pytest.mark.usefixtures("real")


def test_each_stretch_has_a_point_in_its_own_neighbourhood():
    found = stretches(list(engine().index.terms.gazetteer.streets("Louizalaan").places))
    assert [stretch.neighbourhood.code for stretch in found] == ["21004-42", "21004-39", "21004-7"]
    assert [locate(*stretch.point).neighbourhood.code for stretch in found] == ["21004-42", "21004-39", "21004-7"]


def test_a_postal_code_says_which_street():
    streets = engine().index.terms.gazetteer.streets
    assert len(streets("Kerkstraat 5").places) > 1
    assert {street.nis for street in streets("Kerkstraat 5, 1082").places} == {("21003",)}
