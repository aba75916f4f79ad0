"""The three screens on the real data, without a script."""

import re

import pytest

from actors.models import Need, Service, Theme, Viewer
from actors.pictograms.choice import neutral
from tests.pictograms.conftest import code

pytestmark = pytest.mark.usefixtures("real")

START = {"nl": "/nl/hulp/", "fr": "/fr/aide/"}
CARDS = {"nl": "/nl/hulp/adressen/", "fr": "/fr/aide/adresses/"}
WHERE = {"nl": "/nl/hulp/waar/", "fr": "/fr/aide/ou/"}


def seen_by_residents():
    return Service.objects.visible_to(Viewer.RESIDENT).exclude(serves="professionals").prefetch_related("themes__need")


def follow(shown, part):
    """The first link with this in its address."""
    return next(link for link in shown.links if part in link)


@pytest.mark.parametrize("language", ["nl", "fr"])
class TestThreeTaps:
    def test_every_need_leads_to_somebody_to_call(self, see, language):
        """From the first screen: the need, where (or not), and the call: three taps, for each need."""
        tiles = [link for link in see(START[language]).links if "b=" in link]
        assert len(tiles) == Need.objects.filter(for_residents=True).count()
        for tile in tiles:
            cards = see(follow(see(tile), CARDS[language]))
            assert any(link.startswith("tel:") for link in cards.links if link != "tel:112"), tile

    def test_a_municipality_goes_along_in_the_address(self, see, language):
        where = see(f"{WHERE[language]}?b={code('food')}")
        anderlecht = follow(where, "g=21001")
        assert see(anderlecht).cards
        assert f"b={code('food')}" in anderlecht

    def test_several_needs_are_a_form_and_cards_say_what_they_cover(self, see, language):
        several = see(f"{START[language]}?m=1")
        assert several.html.count('type="checkbox"') == Need.objects.filter(for_residents=True).count()
        needs = {frozenset(theme.need for theme in service.themes.all()) for service in seen_by_residents()}
        both = sorted(next(pair for pair in needs if len(pair) == 2), key=lambda need: need.position)
        cards = see(f"{CARDS[language]}?b={code(both[0].code)}&b={code(both[1].code)}")
        assert " ".join(getattr(need, f"plain_{language}") for need in both) in cards.cards[0]


class TestWhatIsShown:
    def test_no_help_for_professionals_and_nothing_unseen_by_residents(self, see):
        seen = set()
        for need in Need.objects.filter(for_residents=True):
            page = 1
            while (shown := see(f"{CARDS['nl']}?b={code(need.code)}&p={page}")).cards:
                seen.update(shown.cards)
                page += 1
        assert page > 1
        shared = {service.plain_nl for service in seen_by_residents()}
        others = Service.objects.exclude(pk__in=seen_by_residents()).filter(plain_nl__gt="")
        hidden = {service.plain_nl for service in others} - shared
        assert hidden
        assert not any(text in card for text in hidden for card in seen)

    def test_what_is_unknown_is_said_to_be(self, see):
        card = next(c for c in see(f"{CARDS['nl']}?b={code('hygiene')}").cards if "La Fontaine" in c)
        assert "Gratis?" in card
        assert "Afspraak nodig" in card

    @pytest.mark.parametrize(("language", "day"), [("nl", "Op woensdag"), ("fr", "Le mercredi")])
    def test_a_square_without_known_hours_says_on_which_day(self, see, language, day):
        """Village Solidaire comes there on Wednesdays: nobody walks to an empty square on a Sunday."""
        cards = see(f"{CARDS[language]}?b={code('food')}&g=21015").cards
        square = [card for card in cards if "Koninginneplein" in card or "Place de la Reine" in card]
        assert square
        assert all(day in card for card in square)

    def test_beds_that_are_given_by_telephone_stand_once(self, see):
        """As a number to call; a card of the same number under it said nothing more."""
        shown = [see(f"{CARDS['nl']}?b={code('homelessness')}&p={page}") for page in range(1, 6)]
        assert any("0800 99 340" in number for number in shown[0].numbers)
        assert not any("0800 99 340" in card for page in shown for card in page.cards)

    @pytest.mark.parametrize("language", ["nl", "fr"])
    def test_every_theme_has_cards_or_says_where_else_to_go(self, see, language):
        for theme in Theme.objects.filter(need__for_residents=True).select_related("need"):
            chosen = f"b={code(theme.need.code)}&t={neutral(f'theme:{theme.code}')}"
            shown = see(f"{CARDS[language]}?{chosen}")
            advice = getattr(theme, f"elsewhere_{language}")
            assert shown.cards or shown.numbers or advice, theme.code
            assert shown.cards or not advice or advice in shown.text, theme.code

    def test_a_theme_that_nobody_has_here_says_where_else_to_go(self, see):
        """The one service for debts works for people of Sint-Lambrechts-Woluwe (21018)."""
        chosen = f"b={code('money')}&t={neutral('theme:debt-mediation')}"
        assert "Chaque CPAS aide en cas de dettes" in see(f"{CARDS['fr']}?{chosen}&g=21012").text
        assert "Chaque CPAS aide en cas de dettes" not in see(f"{CARDS['fr']}?{chosen}&g=21018").text

    def test_themes_narrow(self, see):
        everything = see(f"{CARDS['nl']}?b={code('hygiene')}")
        theme = follow(everything, "&t=")
        assert 0 < len(see(theme).cards) <= len(everything.cards)
        assert f"b={code('hygiene')}" in theme

    def test_examples_are_marked_and_stand_last(self, see):
        cards = [c for p in range(1, 20) for c in see(f"{CARDS['nl']}?b={code('homelessness')}&p={p}").cards]
        marked = [("Voorbeeld: dit bestaat niet" in card) for card in cards]
        assert any(marked)
        assert marked == sorted(marked)


class TestNothingIsGivenAway:
    def test_address_and_title_say_nothing_of_the_need(self, see):
        for need in Need.objects.filter(for_residents=True):
            shown = see(f"{CARDS['nl']}?b={code(need.code)}")
            assert shown.title == "Adressen · Hulp in Brussel"
            words = {need.code, need.name_nl.lower(), need.plain_nl.lower()}
            addresses = [link for link in shown.links if link.startswith("/nl/hulp/") and "#" not in link]
            assert not any(word in link for link in addresses for word in words)

    def test_codes_of_needs_and_themes_differ(self, see):
        from actors.pictograms.choice import neutral
        from actors.search import engine

        keys = [term.key for kind in ("need", "theme") for term in engine().index.terms[kind].values()]
        assert len({neutral(key) for key in keys}) == len(keys)

    @pytest.mark.parametrize("need", ["food", "safety"])
    def test_no_copy_is_kept_whatever_the_need(self, client, need):
        for path in (WHERE["nl"], CARDS["nl"], "/nl/hulp/papier/"):
            assert "no-store" in client.get(f"{path}?b={code(need)}")["Cache-Control"]
        assert client.get(START["nl"])["Cache-Control"] == "public, max-age=60"

    def test_no_cookie_is_set(self, client):
        client.get(f"{CARDS['nl']}?b={code('safety')}&g=21013")
        assert not client.cookies

    @pytest.mark.parametrize(
        ("need", "there"), [("safety", True), ("addiction", True), ("rights", True), ("food", False)]
    )
    def test_sensitive_needs_can_be_left(self, see, need, there):
        for path in (WHERE["fr"], CARDS["fr"]):
            assert ("data-leave" in see(f"{path}?b={code(need)}").html) is there

    def test_a_sensitive_theme_too(self, see):
        from actors.pictograms.choice import neutral

        address = f"{CARDS['nl']}?b={code('health')}"
        assert "data-leave" not in see(address).html
        assert "data-leave" in see(f"{address}&t={neutral('theme:urgent-medical-help')}").html


class TestCrisisNumbers:
    @pytest.mark.parametrize("language", ["nl", "fr"])
    @pytest.mark.parametrize("line", ["1712", "+3280030030"])
    def test_a_line_that_stands_among_the_numbers_is_no_place_to_go(self, see, language, line):
        shown = see(f"{CARDS[language]}?b={code('safety')}")
        assert shown.links.count(f"tel:{line}") == 1

    @pytest.mark.parametrize("need", ["safety", "homelessness", "health", "mind"])
    def test_they_stand_first_where_it_is_urgent(self, see, need):
        html = see(f"{CARDS['nl']}?b={code(need)}").html
        assert html.index('class="number') < html.index('class="card"')
        assert html.index('class="number') < html.index("<details") if "<details" in html else True

    def test_112_is_one_tap_away_everywhere(self, see):
        for path in (START["nl"], WHERE["nl"], CARDS["nl"], "/nl/hulp/nummers/", "/fr/aide/pictogrammes/"):
            assert "tel:112" in see(path).links

    def test_sleep_begins_with_samusocial_and_health_with_the_duty_doctor(self, see):
        for need, number in (("homelessness", "tel:+3280099340"), ("health", "tel:1733")):
            calls = [link for link in see(f"{CARDS['nl']}?b={code(need)}").links if link.startswith("tel:")]
            assert calls[1] == number  # after the 112 of the head

    def test_the_page_has_every_checked_number_once(self, see):
        from actors.models import CrisisNumber

        links = see("/nl/hulp/nummers/").links
        for number in CrisisNumber.objects.checked():
            assert links.count(f"tel:{number.number}") == (2 if number.number == "112" else 1)


class TestBrokenAddresses:
    @pytest.mark.parametrize("query", ["b=zzzz", "b=", "b=zzzz&g=21001", "t=abcd", ""])
    def test_without_a_need_we_ask_again(self, see, query):
        shown = see(f"{CARDS['nl']}?{query}")
        assert "Wat zoekt u?" in shown.text

    @pytest.mark.parametrize("query", ["g=99999", "w=x", "p=-1", "p=99999999999", "p=abc", "i=xx", "t=zzzz", "m=1"])
    def test_the_rest_is_answered(self, see, query):
        see(f"{CARDS['nl']}?b={code('food')}&{query}")

    def test_nothing_found_leads_on(self, see):
        shown = see(f"{CARDS['nl']}?b={code('food')}&p=400")
        assert "Er is niets meer" in shown.text
        assert "/nl/hulp/nummers/" in shown.links


class TestPaper:
    def test_up_to_eight_cards_a_date_and_a_code(self, see):
        shown = see(f"/nl/hulp/papier/?b={code('food')}&g=21004")
        assert 0 < len(re.findall(r"<li>\s*<h2", shown.html)) <= 8
        assert re.search(r"\d{1,2} \w+ 20\d\d", shown.text)
        assert '<svg xmlns="http://www.w3.org/2000/svg"' in shown.html or 'class="qr"' in shown.html


@pytest.mark.parametrize("language", ["nl", "fr"])
@pytest.mark.parametrize("choice", ["", "?m=1"])
def test_search_engines_get_a_screen_in_both_languages_or_not_at_all(see, language, choice):
    html = see(START[language] + choice).html
    assert ('hreflang="fr" href="http' in html) is not ('name="robots" content="noindex"' in html)
    assert ("noindex" in html) is bool(choice)
