"""What the radius leaves out: who has a rare need is found with the municipality too, and the rest is said."""

import pytest
from django.utils.html import strip_tags

pytestmark = pytest.mark.usefixtures("real")

FACES = {"nl": "/nl/zoeken/", "fr": "/fr/recherche/"}


def ask(client, language, **asked):
    response = client.get(FACES[language], asked)
    return response.context["page"], strip_tags(response.content.decode()).replace("\xa0", " ")


def slugs(page):
    return [card.service.slug for card in page.cards]


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "femme enceinte sans papiers"), ("nl", "zwanger zonder papieren")]
)
@pytest.mark.parametrize("where", ["Anderlecht", "Cureghem", "Molenbeek"])
def test_a_need_that_nobody_within_the_radius_has_is_met_from_beyond(client, language, words, where):
    """Pregnant without papers: Aquarelle is in the middle of the City, the middle of Anderlecht is further away."""
    page, text = ask(client, language, q=words, where=where)
    assert slugs(page)[0] == "aquarelle-geboorte"
    assert page.unmet == ""
    assert "Rien trouvé" not in text
    assert "Niets gevonden" not in text


@pytest.mark.parametrize("language", FACES)
def test_a_radius_that_was_chosen_is_kept_and_what_is_further_is_one_click_away(client, language):
    word = {"nl": "zwanger zonder papieren", "fr": "femme enceinte sans papiers"}[language]
    page, text = ask(client, language, q=word, where="Anderlecht", radius="1000")
    assert "aquarelle-geboorte" not in slugs(page)
    assert page.found.further
    assert {"nl": "verder dan 1,0 km", "fr": "à plus de 1,0 km"}[language] in text
    further = client.get(f"{FACES[language]}?{page.further_query}").context["page"]
    assert "aquarelle-geboorte" in slugs(further)
    assert further.total == page.total + page.found.further
    assert not further.found.further


def test_nothing_is_said_where_nothing_is_left_out(client):
    assert not ask(client, "nl", q="zwanger zonder papieren")[0].found.further


@pytest.mark.parametrize(
    ("language", "words", "where"),
    [
        ("fr", "dettes, refus du CPAS", "Schaerbeek"),
        ("nl", "schulden, OCMW weigert", "Schaarbeek"),
        ("fr", "le CPAS a refusé mon aide", "Uccle"),
    ],
)
class TestRefusal:
    """The way out of a refusal by one's OCMW/CPAS, wherever one lives."""

    def test_legal_aid_stands_first_however_far(self, client, language, words, where):
        page, _text = ask(client, language, q=words, where=where)
        assert {"casa-legal-hulp", "atelier-des-droits-sociaux-spreekuur"} <= {*slugs(page)[:3]}

    def test_no_number_of_an_ocmw_stands_anywhere(self, client, language, words, where):
        page, _text = ask(client, language, q=words, where=where)
        lines = [*page.advisers, *(card.phone for card in page.cards if card.phone)]
        assert not [line.number for line in lines if any(centre in line.name("nl") for centre in ("OCMW", "CPAS"))]
        assert not [slug for slug in slugs(page) if slug.startswith("ocmw-")]

    def test_nobody_is_told_to_call_the_ocmw(self, client, language, words, where):
        _page, text = ask(client, language, q=words, where=where)
        assert "bel het OCMW" not in text
        assert "appelez le CPAS" not in text
