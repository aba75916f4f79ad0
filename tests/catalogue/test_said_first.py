"""What is said before the results: crisis numbers, words that nothing was found for, needs that nobody meets."""

import pytest
from django.utils.html import escape

from actors.models import Theme, Viewer
from actors.search.document import PLACE

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
    # In whatever order and form, and with a slip.
    ("nl", "hij zegt dat hij dood wil", "1813"),
    ("nl", "ze heeft gezegd dat ze dood wil", "1813"),
    ("nl", "wil er een einde aan maken", "1813"),
    ("nl", "mijn zoon wil niet meer verder", "1813"),
    ("nl", "hij dreigt van de brug te springen", "1813"),
    ("nl", "zelfmoort", "1813"),
    ("nl", "zelfdodingsgedachten", "1813"),
    ("fr", "il veut se tuer", "0800 32 123"),
    ("fr", "elle veut se tuer, elle a 15 ans", "0800 32 123"),
    ("fr", "il parle de mourir", "0800 32 123"),
    ("fr", "il s'est pendu", "0800 32 123"),
    ("fr", "il s'est pendu", "112"),
    ("nl", "heeft pillen geslikt", "070 24 52 45"),
    ("nl", "cliënt heeft veel pillen geslikt", "112"),
    ("fr", "il a avalé des médicaments", "070 24 52 45"),
    ("fr", "il a avalé des médicaments", "112"),
    ("nl", "mijn man slaat mij", "112"),
    ("nl", "mijn man slaat mij", "101"),
    ("fr", "violences conjugales", "101"),
    ("nl", "my husband hits me", "101"),
    # Words of another meaning elsewhere in the text change nothing.
    ("nl", "ik wil sterven mijn man is thuis", "1813"),
    ("fr", "je veux mourir je suis seule à la maison", "0800 32 123"),
    ("nl", "mijn zoon springt voor de metro", "112"),
    ("fr", "mon mari bat ma fille", "103"),
    ("fr", "mon père bat ma mère", "0800 30 030"),
    ("nl", "mijn dochter snijdt zich", "1813"),
    ("fr", "mon copain me menace avec un couteau", "101"),
    ("fr", "je dors dans ma voiture", "0800 99 340"),
]
FIRST = [  # language of the page, what is typed, the number above all others
    ("nl", "kind wordt geslagen", "1712"),
    ("nl", "een leerling vertelt dat hij thuis geslagen wordt", "1712"),
    ("fr", "enfant battu", "103"),
    ("fr", "le père frappe sa fille", "103"),
    ("fr", "femme battue", "0800 30 030"),
]
NO_CRISIS = [
    *("mort de mon mari", "pendule", "dood van mijn vader", "pillen afhalen apotheek", "springkasteel"),
    *("médicaments gratuits", "mijn moeder is dood en ik wil hulp", "politiek", "pendant les vacances", "tuerie"),
    *("medicatie klaarzetten", "wil niet verhuizen", "fin de vie", "einde huurcontract", "pont", "saut en hauteur"),
    *("wil thuis sterven", "mijn moeder wil graag thuis sterven", "mon père veut mourir à la maison"),
    *("elle souhaite mourir dans la dignité", "metro springt op rood", "ma fille bat des records"),
    *("mon fils tape sur son clavier", "mijn zoon slaat alle records", "mettre fin au contrat"),
    *("slagen voor het examen", "mijn dochter slaagt voor haar examen", "son coeur bat trop vite"),
    *("opvang na brand in de woning", "mettre fin à mon bail"),
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


@pytest.mark.parametrize(("language", "text", "number"), FIRST)
def test_the_number_for_exactly_that_comes_first(client, language, text, number):
    assert page(client, language, text).context["page"].crisis[0].display == number


@pytest.mark.parametrize("text", NO_CRISIS)
def test_who_speaks_of_death_or_pills_is_not_alarmed(client, text):
    for language in ("nl", "fr"):
        assert not page(client, language, text).context["page"].crisis


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


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "mevrouw zegt man 2 kinderen zaterdag douche xqzzv"),
        ("fr", "madame dit 2 enfants samedi douche xqzzv"),
    ],
)
def test_words_that_tell_a_story_are_not_said(client, language, text):
    assert page(client, language, text).context["page"].unmet == "xqzzv"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        *(("nl", "zwanger zonder papieren"), ("nl", "tandarts zonder papieren"), ("fr", "enceinte sans papiers")),
        *(("fr", "dentiste sans papiers"), ("fr", "médecin sans papiers")),
    ],
)
def test_no_papers_beside_a_need_is_a_condition(client, language, text):
    assert "Fedasil" not in page(client, language, text).content.decode().partition('class="results-head"')[0]


@pytest.mark.parametrize("text", ["15", "2"])
def test_a_number_is_no_address(client, text):
    found = page(client, "nl", f"tandarts {text} xqzzv").context["page"].found
    group = next(group for group in found.match.groups if group.text == text)
    assert PLACE not in group.found


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


def test_who_types_a_name_is_not_told_that_nobody_has_what_a_word_of_it_means(client):
    """What was broken: who looked for La Fontaine was told where to drink water."""
    page = client.get("/nl/zoeken/", {"q": "La Fontaine"}).context["page"]
    assert page.without_service == []
    assert [one.name for one in client.get("/nl/zoeken/", {"q": "drinkfontein"}).context["page"].without_service]


def test_by_appointment_stands_once_on_a_card(client):
    """What was broken: the hours said it, and the conditions said it again."""
    html = client.get("/nl/zoeken/", {"q": "La Fontaine"}).content.decode()
    cards = [card for card in html.split("<article")[1:] if "Op afspraak" in card]
    assert cards
    assert all(card.count("Op afspraak") == 1 for card in cards)
