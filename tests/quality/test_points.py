"""Points that contradict the neighbourhood that is stated beside them."""

import json

import pytest
from django.core.management import call_command

from actors.quality import points
from tests import factories


@pytest.mark.usefixtures("real")
def test_no_point_of_the_fixtures_contradicts_its_neighbourhood():
    assert points.contradictions() == []


@pytest.mark.django_db
def test_a_point_elsewhere_is_reported(monkeypatch, capsys):
    class Elsewhere:
        def code_at(self, lat, lon):
            return "21001-12"

    factories.service(actor=factories.actor(slug="douche"), at=True)
    assert points.contradictions() == []  # no border lines: nothing is known
    monkeypatch.setattr(points, "pieces_with_lines", Elsewhere)
    call_command("data_quality")
    assert "douche" in capsys.readouterr().out.partition("Points outside their stated neighbourhood: 1")[2]
    call_command("data_quality", format="json")
    assert json.loads(capsys.readouterr().out)["points"] == [
        {"actor": "douche", "stated": "21013-44", "found": "21001-12"}
    ]
