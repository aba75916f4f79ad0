"""What is said before the results: crisis numbers, words that nothing was found for, needs that nobody meets."""

import pytest
from django.utils.html import escape

from actors.models import Theme, Viewer

pytestmark = pytest.mark.usefixtures("real")

CRISIS = [  # language of the page, what is typed, a number that must stand above all results
    ("nl", "mijn man slaat mij", "1712"),
    ("fr", "mon mari me frappe depuis des années", "0800 30 030"),
    ("nl", "ik wil niet meer leven", "1813"),
    ("fr", "ma sœur veut se suicider", "0800 32 123"),
    ("nl", "mijn kind heeft javel gedronken", "070 24 52 45"),
    ("fr", "il a avalé du poison", "070 24 52 45"),
    ("nl", "ons kind is verdwenen kind vermist", "116 000"),
    ("fr", "mon enfant a disparu", "116 000"),
    ("nl", "112", "112"),
    ("fr", "1733", "1733"),
    ("nl", "apotheek van wacht molenbeek", "0903 99 000"),
    ("fr", "médecin de garde ce week-end", "1733"),
    ("nl", "my husband hits me", "1712"),
    ("fr", "kocam beni dövüyor", "0800 30 030"),
    ("nl", "чоловік мене б'є", "1712"),
    ("fr", "زوجي يضربني", "0800 30 030"),
]
UNREADABLE = ["😀", "?", "…!", "de het een", "приют", "中文", "שלום", "ሰላምታ"]


def page(client, language, text):
    path = {"nl": "/nl/zoeken/", "fr": "/fr/recherche/"}[language]
    response = client.get(path, {"q": text})
    assert response.status_code == 200
    return response


@pytest.mark.parametrize(("language", "text", "number"), CRISIS)
def test_crisis_numbers_come_first(client, language, text, number):
    content = page(client, language, text).content.decode()
    assert "crisis-title" in content
    before_results = content.partition('class="results-head"')[0]
    assert number in before_results


def test_no_crisis_number_where_none_is_asked_for(client):
    for text in ("douche", "cours de français", "rusthuis", "poisson", ""):
        assert "crisis-title" not in page(client, "fr", text).content.decode()


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_cannot_be_read_is_said_and_finds_nothing(client, text):
    content = page(client, "nl", text).content.decode()
    assert "In “" in content
    assert "?need=food" in content
    assert '<ol class="results">' not in content


@pytest.mark.parametrize("text", ["приютище", "ሰላምታ", "xqzzv"])
def test_unknown_words_find_nothing(client, text):
    assert '<ol class="results">' not in page(client, "nl", text).content.decode()


def test_words_that_nothing_was_found_for_are_said(client):
    assert "Niets gevonden voor: xqzzv." in page(client, "nl", "douche xqzzv").content.decode()
    assert "Rien trouvé pour : xqzzv." in page(client, "fr", "douche xqzzv").content.decode()


def test_a_theme_without_services_says_where_else_to_go(client):
    assert "à votre mutualité ou à un psychologue" in page(client, "fr", "groupe de parole").content.decode()


@pytest.mark.parametrize(("language", "path"), [("nl", "/nl/zoeken/"), ("fr", "/fr/recherche/")])
def test_every_theme_finds_somebody_or_says_where_else_to_go(client, language, path):
    for theme in Theme.objects.all():
        response = client.get(path, {"theme": theme.code})
        advice = getattr(theme, f"elsewhere_{language}")
        somebody = theme.services.visible_to(Viewer.VISITOR).exclude(actor__is_example=True).exists()
        assert somebody or (advice and escape(advice) in response.content.decode()), theme.code


def test_help_with_debts_of_one_municipality_only_is_no_help_elsewhere(client):
    """The one service for it works for people of Sint-Lambrechts-Woluwe."""
    told = "Elk OCMW helpt bij schulden"
    assert told in client.get("/nl/zoeken/", {"q": "schulden", "where": "Molenbeek"}).content.decode()
    assert told not in client.get("/nl/zoeken/", {"q": "schulden", "where": "1200"}).content.decode()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "asiel aanvragen"),
        ("fr", "mon titre de séjour expire"),
        ("fr", "demandeur d'asile"),
        ("nl", "regularisatie"),
    ],
)
def test_asylum_and_residence_permits_say_where_to_go(client, language, text):
    assert "Fedasil" in page(client, language, text).content.decode().partition('class="results-head"')[0]


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("0800 99 340", "samusocial-nachtopvang"),
        ("+32 800 99 340", "samusocial-nachtopvang"),
        ("0800/99.340", "samusocial-nachtopvang"),
        ("116 000", "child-focus-116000"),
    ],
)
def test_telephone_numbers_can_be_typed(typed, slug):
    from actors.models import Service
    from actors.search import Query, search

    pks = search(Query(text=typed)).pks
    assert slug in set(Service.objects.filter(pk__in=pks).values_list("slug", flat=True))
