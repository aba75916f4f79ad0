"""Competence before distance: whose territory holds the place asked stands first, the others' are left out."""

import pytest
from django.http import QueryDict

from actors.models import Service, Viewer
from actors.search import search
from actors.search.filters import ServiceFilterSet, to_query

pytestmark = pytest.mark.usefixtures("real")


def slugs(language="nl", limit=20, **asked):
    data = QueryDict(mutable=True)
    data.update(asked)
    query = to_query(ServiceFilterSet(data), language=language, viewer=Viewer.VISITOR)
    found = search(query, limit=limit)
    known = Service.objects.in_bulk(found.pks)
    return [known[pk].slug for pk in found.pks], found


@pytest.mark.parametrize(
    "asked",
    [
        {"q": "leefloon aanvragen Schaarbeek"},
        {"q": "leefloon", "where": "Schaarbeek"},
        {"q": "OCMW", "where": "1030"},
        {"q": "CPAS", "where": "Rue Royale Sainte-Marie", "language": "fr"},  # a street
        {"q": "ocmw", "where": "Helmet"},  # a neighbourhood
    ],
)
def test_the_own_ocmw_stands_first_and_no_other_is_shown(asked):
    language = asked.pop("language", "nl")
    found, answer = slugs(language, **asked)
    assert found[0] == "ocmw-schaarbeek-hulp"
    assert [slug for slug in found if slug.startswith("ocmw-") and slug.endswith("-hulp")] == ["ocmw-schaarbeek-hulp"]
    assert answer.left_out


def test_teams_and_contact_points_of_other_zones_are_left_out():
    assert slugs(q="contactpunt", where="Evere")[0][0] == "zorgzone-noord-oost-contactpunt"
    found, _answer = slugs(q="CHW-team", where="Anderlecht")
    assert next(slug for slug in found if slug.startswith("chw-")) == "chw-anderlecht"
    assert not {"chw-schaarbeek", "chw-jette-laken"} & set(found)


@pytest.mark.parametrize(("language", "q"), [("nl", "dringende medische hulp"), ("fr", "aide médicale urgente")])
@pytest.mark.parametrize(
    ("quarter", "own", "others"),
    [
        ("Kuregem", "anderlecht", ["sint-jans-molenbeek", "sint-gillis"]),  # streets of it lie in both
        ("Noordwijk", "brussel", ["sint-joost-ten-node", "schaarbeek"]),
        ("Hoogte 100", "vorst", ["ukkel"]),
    ],
)
def test_a_quarter_belongs_to_the_municipality_where_nearly_all_of_it_lies(language, q, quarter, own, others):
    found, _answer = slugs(language, q=q, where=quarter)
    assert f"ocmw-{own}-dmh" in found[:3]
    assert not {f"ocmw-{other}-dmh" for other in others} & set(found)


def test_a_quarter_that_lies_in_two_municipalities_by_half_belongs_to_both():
    found, _answer = slugs(q="dringende medische hulp", where="Boondaal")
    assert {"ocmw-elsene-dmh", "ocmw-brussel-dmh"} <= set(found)


def test_a_neighbourhood_that_lies_mostly_in_another_municipality_counts():
    assert "citisen-kasten" in slugs(q="kasten", where="Sint-Joost")[0]


def test_what_is_left_out_can_be_shown_and_a_name_that_is_typed_is_shown_anyhow():
    shown, answer = slugs(q="leefloon", where="Schaarbeek", any_area="on", radius="0")
    assert {"ocmw-schaarbeek-hulp", "ocmw-evere-hulp"} <= set(shown)
    assert not answer.left_out
    assert slugs(q="OCMW van Evere", where="Schaarbeek")[0][:2] == ["ocmw-evere-hulp", "ocmw-evere-dmh"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "schulden in schaarbeek, ocmw heeft mij geweigerd"),
        ("nl", "leefloon stopgezet Molenbeek"),
        ("fr", "le CPAS d'Anderlecht a refusé ma demande"),
        ("fr", "décision négative du cpas"),
        ("nl", "debts in Schaerbeek, refused by its CPAS"),
    ],
)
def test_a_refusal_leads_to_who_reads_the_decision_and_not_back_to_an_ocmw(language, text):
    found, answer = slugs(language, q=text)
    assert {"atelier-des-droits-sociaux-spreekuur", "casa-legal-hulp"} <= set(found[:5])
    assert not [slug for slug in found if slug.startswith("ocmw-")]
    assert answer.match.refused


def test_a_refusal_by_another_than_an_ocmw_is_read_as_words():
    assert not slugs(q="school weigert mijn kind")[1].match.refused


def test_a_place_between_other_words_is_one_only_where_everybody_calls_it_so():
    assert slugs("fr", q="médecin à Ixelles sans rendez-vous")[1].left_out
    assert not slugs("fr", q="repas à midi gratuit")[1].left_out


class TestPage:
    def test_says_why_the_others_are_left_out_and_shows_them(self, client):
        page = client.get("/nl/zoeken/?q=leefloon&where=Schaarbeek")
        html = page.content.decode()
        assert "weggelaten" in html
        assert "</mark> in het werkgebied" in html
        more = client.get(f"/nl/zoeken/?{page.context['page'].any_area_query}").content.decode()
        assert "weggelaten" not in more
        assert '<input type="hidden" name="any_area" value="on">' in more

    def test_says_how_a_refusal_was_read(self, client):
        assert "Geweigerd door een OCMW?" in client.get("/nl/zoeken/?q=ocmw+geweigerd").content.decode()
