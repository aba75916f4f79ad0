"""What a list of services says: in the words of who reads it, never more than is known."""

import re

import pytest

from actors.enums import LocationKind
from actors.models import Location, Service
from tests import factories
from tests.catalogue.test_search_page import text_of

pytestmark = pytest.mark.django_db

SATURDAY, TEN = "2026-12-05", "10:00"


@pytest.fixture(autouse=True)
def territory():
    factories.neighbourhood()


@pytest.fixture
def page(client):
    """The search page as words, in Dutch or French."""

    def look(query, language="nl"):
        path = {"nl": "/nl/zoeken/", "fr": "/fr/recherche/"}[language]
        return text_of(client.get(f"{path}?{query}"))

    return look


def order(text, *words):
    """These words, as they follow each other in a text; a word that is not there is an error."""
    return sorted(words, key=text.index)


class TestRoom:
    """Whether there is room is said to be unknown only where somebody is asked."""

    UNKNOWN = {"nl": "vrije plaatsen", "fr": "places libres"}

    @pytest.mark.parametrize("language", ["nl", "fr"])
    @pytest.mark.parametrize(
        ("theme_asks", "service_asks", "is_said"),
        [(True, None, True), (False, None, False), (True, False, False), (False, True, True)],
    )
    def test_nobody_asks_a_launderette_whether_it_has_room(self, page, language, theme_asks, service_asks, is_said):
        factories.theme(asks_room=theme_asks)
        factories.service(asks_room=service_asks)
        said = {"nl": "Niet bekend", "fr": "Pas connu"}[language]
        assert (self.UNKNOWN[language] in page("theme=shower", language).split(said)[1]) is is_said


class TestOpenOnSaturday:
    QUERY = f"theme=shower&day={SATURDAY}&hour={TEN}"

    @pytest.fixture(autouse=True)
    def services(self):
        for name, hours in (("Open", "Sa 09:00-12:00"), ("Zaterdag dicht", "Mo-Fr 09:00-12:00"), ("Stil", "")):
            factories.service(name_nl=name, name_fr=name, at=True, hours=hours)

    @pytest.mark.parametrize(
        ("language", "said"),
        [("nl", "Van nog 1 dienst zijn de uren niet bekend"), ("fr", "Pour 1 autre service, l'horaire est inconnu")],
    )
    def test_lists_what_is_open_then_what_may_be(self, page, language, said):
        text = page(self.QUERY, language)
        assert order(text, said, "Stil", "Open Organis") == ["Open Organis", said, "Stil"]
        assert "Zaterdag dicht" not in text

    @pytest.mark.parametrize(
        ("language", "open_then", "said"),
        [
            ("nl", "Zaterdag 5 december: 14.00–16.00", "Van nog 1 dienst zijn de uren niet bekend"),
            ("fr", "Samedi 5 décembre : 14h00–16h00", "Pour 1 autre service, l'horaire est inconnu"),
        ],
    )
    def test_without_an_hour_means_any_time_that_day(self, page, language, open_then, said):
        factories.service(name_nl="Namiddag", name_fr="Namiddag", at=True, hours="Sa 14:00-16:00")
        text = page(f"theme=shower&day={SATURDAY}", language).replace("\xa0", " ")
        assert order(text, said, "Stil", "Open Organis", "Namiddag")[2:] == [said, "Stil"]
        assert "Zaterdag dicht" not in text
        assert open_then in text
        assert "Namiddag" not in page(self.QUERY, language), "at ten it is closed"

    def test_open_now_is_counted_now_whatever_day_is_chosen(self, client):
        now = client.get("/nl/zoeken/?theme=shower").context["page"].found.facets["open_at"]
        for asked in (self.QUERY, f"theme=shower&day={SATURDAY}"):
            assert client.get(f"/nl/zoeken/?{asked}").context["page"].found.facets["open_at"] == now

    def test_nothing_open_is_no_dead_end(self, page):
        Service.objects.filter(name_nl="Open").delete()
        text = page(self.QUERY)
        assert "Van 1 dienst zijn de uren niet bekend" in text
        assert "Niets past bij dit alles" not in text

    def test_comes_after_the_last_page_of_what_is_open(self, page):
        for _number in range(20):
            factories.service(at=True, hours="Sa 09:00-12:00")
        assert "uren niet bekend" not in page(self.QUERY).partition("Pagina 1 van 2")[0].partition("Stil")[0]
        assert "Stil" in page(f"{self.QUERY}&page=2")

    def test_says_nothing_of_it_where_no_hours_are_asked_for(self, page):
        assert "Van nog" not in page("theme=shower")


class TestGroups:
    @pytest.fixture(autouse=True)
    def services(self):
        line = factories.service(name_nl="Aaa lijn", name_fr="Aaa ligne", themes=("shower",))
        place = Location.objects.create(actor=line.actor, kind=LocationKind.PHONE)
        line.places.create(location=place)
        factories.service(name_nl="Bbb team", name_fr="Bbb équipe", serves="professionals", at=True)
        factories.service(name_nl="Ccc huis", name_fr="Ccc maison", at=True)

    def test_nearby_then_at_a_distance_then_for_professionals(self, page):
        titles = ["Om naartoe te gaan", "Ccc huis", "Telefonisch, online of aan huis", "Aaa lijn"]
        titles += ["Voor professionals", "Bbb team"]
        text = page("theme=shower").partition("Volgorde")[2]
        assert order(text, *titles) == titles

    def test_numbers_go_on_through_the_groups(self, client):
        shown = client.get("/nl/zoeken/?theme=shower").context["page"].cards
        assert [card.number for card in shown] == [1, 2, 3]
        assert [card.service.name_nl for card in shown] == ["Ccc huis", "Aaa lijn", "Bbb team"]

    def test_who_asked_for_another_order_gets_it(self, page):
        assert "Voor professionals" not in page("theme=shower&sort=recent").partition("Volgorde")[2]

    def test_what_is_called_by_its_name_stays_at_the_top(self, client):
        shown = client.get("/nl/zoeken/?q=aaa+lijn").context["page"].cards
        assert shown[0].service.name_nl == "Aaa lijn"


class TestDistance:
    @pytest.fixture(autouse=True)
    def anderlecht(self):
        town = factories.municipality("21001", name_nl="Anderlecht", name_fr="Anderlecht", lat=50.83, lon=4.31)
        piece = factories.neighbourhood("21001-60", municipality=town, name_nl="Kuregem", name_fr="Cureghem")
        factories.service(at=factories.location(neighbourhood=piece, lat=50.829, lon=4.338))

    def test_is_told_from_a_neighbourhood_that_somebody_gave(self, page):
        assert re.search(r"\d k?m \(\d+ minuten te voet\) · Straat 1", page("where=Kuregem"))

    def test_is_not_told_from_the_middle_of_a_municipality(self, page):
        text = page("where=Anderlecht")
        assert not re.search(r"\d k?m( \(| ·)", text)
        assert "1060 Anderlecht" in text


class TestWhy:
    def test_words_keep_their_accents(self, page):
        factories.service(name_nl="Hulp", name_fr="Aide aux personnes âgées")
        html = page("q=Personnes+âgées", "fr")
        assert "âgées dans le nom" in html
        assert "agees" not in html

    def test_a_word_within_a_longer_one_is_shown_by_that(self, page):
        factories.service(name_nl="Dienst voor schuldbemiddeling", name_fr="")
        factories.service(name_nl="Schuld en boete", name_fr="", summary_nl="bemiddeling")
        text = page("q=schuld")
        assert "schuldbemiddeling in de naam" in text
        assert "deel van een woord" not in text

    def test_what_was_not_found_is_said_as_it_was_typed(self, page):
        factories.service(name_nl="Dokter", name_fr="Médecin")
        assert "gynécologue" in page("q=médecin+gynécologue", "fr").partition("Rien trouvé pour")[2]


class TestSeveralNeeds:
    ASKED = "theme=shower&theme=doctor&theme=lawyer"

    @pytest.fixture(autouse=True)
    def two_of_three(self):
        for theme in ("doctor", "lawyer"):
            factories.theme(theme)
        factories.service(themes=("shower",), at=True)
        factories.service(themes=("doctor",), at=True)

    @pytest.mark.parametrize(
        ("language", "said"),
        [("nl", "2 van de 3: wat ontbreekt, is lawyer NL."), ("fr", "2 sur 3 : il manque lawyer FR.")],
    )
    def test_what_is_missing_stands_above_the_list(self, client, page, language, said):
        text = page(self.ASKED, language)
        assert said in text
        assert text.index(said) < text.index({"nl": "Dienst service-", "fr": "Service service-"}[language])
        assert "Alles op wandelafstand" not in text
        assert "Tout à distance de marche" not in text

    def test_everything_only_when_every_need_is_met(self, page):
        factories.service(themes=("lawyer",), at=True)
        text = page(self.ASKED)
        assert "Alles op wandelafstand" in text
        assert "wat ontbreekt" not in text


class TestOneMunicipalityOnly:
    @pytest.fixture(autouse=True)
    def two_ocmw(self):
        for nis, name in (("21001", "Anderlecht"), ("21004", "Brussel")):
            town = factories.municipality(nis, name_nl=name, name_fr=name)
            service = factories.service(name_nl=f"OCMW-hulp in {name}", territory_limited=True)
            service.areas.create(municipality=town)

    def test_asks_where_the_person_lives(self, page, client):
        assert "In welke gemeente woont de persoon?" in page("q=ocmw")
        links = client.get("/nl/zoeken/?q=ocmw").context["page"].municipalities
        assert [link.query for link in links if link.label == "Anderlecht"] == ["q=ocmw&where=Anderlecht"]

    def test_does_not_ask_who_asks_nothing_yet(self, page):
        assert "In welke gemeente" not in page("")

    def test_does_not_ask_who_said_it(self, page):
        assert "In welke gemeente" not in page("q=ocmw&where=Anderlecht")
        assert "In welke gemeente" not in page("q=ocmw&municipality=21001")
