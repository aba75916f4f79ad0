"""From the name of a place to a point."""

import pytest

from actors.search import engine
from actors.search.near import resolve

pytestmark = pytest.mark.usefixtures("real")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Marollen", "Marollen"),
        ("les marolles", "Marollen"),
        ("MAROLLES", "Marollen"),
        ("Sint-Gillis", "Sint-Gillis"),
        ("saint gilles", "Sint-Gillis"),
        ("1060", "Sint-Gillis"),
        ("1000 Brussel", "Brussel"),
        ("Wayez", "Anderlecht Centrum - Wayez"),
        ("noord-oost", "Noord-Oost"),
        ("Koekelberg", "Koekelberg"),
        ("Hoogstraat", "Hoogstraat"),
        ("rue haute 346", "Hoogstraat"),
    ],
)
def test_known_places(text, label):
    near = resolve(engine().index, text, "nl")
    assert near.label == label
    assert 50.75 < near.lat < 50.95


@pytest.mark.parametrize("text", ["Atlantis", "", "?", "9999", "x" * 1000])
def test_unknown_places(text):
    assert resolve(engine().index, text, "nl") is None
