"""The fewest places for several needs, on the search page."""

import pytest

from tests.catalogue.test_search_page import text_of

pytestmark = pytest.mark.usefixtures("real")

NL, FR = "/nl/zoeken/?q=douche+dokter+rechtsbijstand", "/fr/recherche/?q=colis+alimentaires+aide+juridique"


def test_places_with_their_needs_and_services(client):
    response = client.get(NL)
    page = response.context["page"]
    needs = {need for visit in page.visits for need, _card in visit.services}
    assert needs == {"douche", "dokter", "rechtsbijstand"}
    text = text_of(response)
    assert "Alles op wandelafstand" in text
    phones = [card.phone.display for visit in page.visits for _need, card in visit.services]
    assert all(phone in text for phone in phones)
    for visit in page.visits:
        assert visit.place.where.address in text


def test_french(client):
    text = text_of(client.get(FR))
    assert "Tout à distance de marche" in text
    assert "du premier lieu" in text


def test_distance_is_from_the_place_that_was_searched_near(client):
    response = client.get(f"{NL}&where=Marollen")
    visits = response.context["page"].visits
    assert [visit.metres for visit in visits] == sorted(visit.metres for visit in visits)
    assert "van Marollen" in text_of(response)


def test_chosen_needs(client):
    page = client.get("/nl/zoeken/?theme=shower&theme=food-parcels").context["page"]
    assert {need for visit in page.visits for need, _card in visit.services} == {"Douches", "Voedselpakketten"}


@pytest.mark.parametrize("query", ["?q=douche", "", "?need=hygiene", "?q=douche+dokter+rechtsbijstand&page=2"])
def test_one_need_and_further_pages_have_none(client, query):
    assert client.get(f"/nl/zoeken/{query}").context["page"].visits == []


def test_queries(client, django_assert_max_num_queries):
    client.get(NL)
    with django_assert_max_num_queries(4):
        assert client.get(NL).context["page"].visits
