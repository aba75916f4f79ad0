"""A place in the first box."""

import pytest
from django.http import QueryDict

from actors.models import Viewer
from actors.search import engine, search
from actors.search.filters import ServiceFilterSet, to_query
from actors.search.placed import placed
from zones.geometry import distance_m

pytestmark = pytest.mark.usefixtures("real")


@pytest.mark.parametrize(
    ("text", "rest", "where"),
    [
        ("douche molenbeek", "douche", "molenbeek"),
        ("douche in Molenbeek", "douche", "Molenbeek"),
        ("Schaarbeek dokter zonder papieren", "dokter zonder papieren", "Schaarbeek"),
        ("aide alimentaire à saint gilles", "aide alimentaire", "saint gilles"),
        ("dettes 1030", "dettes", "1030"),
        ("douche gare du nord", "douche", "gare du nord"),
        ("crèche woluwe", "crèche", "woluwe"),
    ],
)
def test_place_is_read(text, rest, where):
    found = placed(engine().index, text)
    assert (found.text, found.where) == (rest, where)


@pytest.mark.parametrize("text", ["douche", "molenbeek", "antigif centrum", "in molenbeek", "", "?", "x " * 100])
def test_no_place_beside_something(text):
    assert placed(engine().index, text) is None


def test_near_comes_first_and_the_name_of_an_organisation_before_it():
    def found(text):
        query = to_query(ServiceFilterSet(QueryDict(f"q={text}")), language="nl", viewer=Viewer.VISITOR)
        return query, search(query)

    query, near = found("voedselhulp etterbeek")
    first = engine().index.kept[near.pks[0]].points
    assert min(distance_m((query.near.lat, query.near.lon), point[2:]) for point in first) < 2_000
    query, own = found("ocmw ukkel")
    slugs = search(query).pks
    assert slugs == own.pks
    assert "Ukkel" in own.match.groups[-1].text.title()


class TestPage:
    def test_is_said_and_can_be_undone(self, client):
        page = client.get("/nl/zoeken/?q=douche+molenbeek").context["page"]
        assert page.query.near.label == "Sint-Jans-Molenbeek"
        html = client.get("/nl/zoeken/?q=douche+molenbeek").content.decode()
        assert "Gelezen als een plaats" in html
        assert page.place.as_words == "q=douche+molenbeek&literal=on"
        assert client.get(f"/nl/zoeken/?{page.place.as_words}").context["page"].query.near is None

    def test_which_woluwe(self, client):
        page = client.get("/fr/recherche/?where=woluwe").context["page"]
        assert [choice.label for choice in page.place.choices] == ["Woluwe-Saint-Lambert", "Woluwe-Saint-Pierre"]
        for choice in page.place.choices:
            assert client.get(f"/fr/recherche/?{choice.query}").context["page"].query.near.label == choice.label

    def test_a_street_that_is_there_twice(self, client):
        page = client.get("/nl/zoeken/?where=kerkstraat").context["page"]
        assert "Kerkstraat, Sint-Agatha-Berchem" in [choice.label for choice in page.place.choices]
        for choice in page.place.choices:
            assert client.get(f"/nl/zoeken/?{choice.query}").context["page"].query.near

    def test_mistake_is_said(self, client):
        html = client.get("/nl/zoeken/?where=Scharbeek").content.decode()
        assert "We lazen “Scharbeek” als <strong>Schaarbeek</strong>" in html

    def test_house_number_does_not_stay_in_the_address(self, client):
        response = client.get("/nl/zoeken/?q=dokter&where=Hoogstraat+12+bus+3")
        assert response.url == "/nl/zoeken/?q=dokter&where=Hoogstraat"
        part = client.get("/nl/zoeken/?where=Rue+Haute+12", headers={"HX-Request": "true"})
        assert part["HX-Push-Url"] == "/nl/zoeken/?where=Rue+Haute"
        assert "Haute 12" not in part.content.decode()

    def test_a_large_municipality_is_near_as_a_whole(self, client):
        found = client.get("/nl/zoeken/?where=Ukkel&q=dringende+medische+hulp").context["page"]
        assert "ocmw-ukkel-dmh" in [card.service.slug for card in found.cards]
