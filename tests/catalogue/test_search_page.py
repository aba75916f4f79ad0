"""The search page: filters, chips, pages, fragments, and what it does with nonsense."""

import re
from datetime import date
from html import unescape

import pytest

from actors.helplines import helplines
from actors.models import Service
from actors.pictograms.choice import neutral
from actors.walking import way_words
from tests.site.test_pages import Page

pytestmark = pytest.mark.usefixtures("real")


def text_of(response):
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode())))


def articles(response):
    return response.content.decode().count("<article")


class TestResults:
    def test_every_result_is_an_article(self, client):
        response = client.get("/nl/zoeken/?q=douche")
        assert articles(response) == response.context["page"].total > 0

    def test_queries(self, client, monkeypatch, django_assert_max_num_queries):
        monkeypatch.setattr("actors.search.process.CHECK_SECONDS", 60)  # on a busy machine it would look again
        client.get("/nl/zoeken/?q=douche")
        helplines()  # kept for a minute
        with django_assert_max_num_queries(4):
            client.get("/fr/recherche/?q=aide&zone=centre-ouest&where=Marolles&open=on")

    def test_pages_keep_everything_that_was_asked(self, client):
        page = Page(client.get("/nl/zoeken/?q=hulp&zone=centre-ouest"))
        onward = next(link for link in page.links if "page=2" in link)
        assert onward == "/nl/zoeken/?q=hulp&zone=centre-ouest&page=2"

    def test_fragment(self, client):
        response = client.get("/nl/zoeken/?q=douche&where=&sort=best", headers={"HX-Request": "true"})
        text = response.content.decode()
        assert "<html" not in text
        assert '<div class="wrap search-body"' in text
        assert response["HX-Push-Url"] == "/nl/zoeken/?q=douche"

    def test_going_back_in_history_gets_the_whole_page(self, client):
        headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
        assert "<html" in client.get("/nl/zoeken/?q=douche", headers=headers).content.decode()

    def test_size_over_the_wire(self, client):
        import gzip

        body = client.get("/nl/zoeken/?q=hulp").content
        assert len(gzip.compress(body)) <= 25_000


class TestPlaceAlone:
    """Who typed a place and nothing else is one click away from what is near it, and is not asked where one lives."""

    @pytest.mark.parametrize(
        ("path", "place"),
        [
            ("/nl/zoeken/?q=Molenbeek", "Sint-Jans-Molenbeek"),
            ("/fr/recherche/?q=1080", "Molenbeek-Saint-Jean"),
            ("/nl/zoeken/?q=elsene", "Elsene"),
            ("/nl/zoeken/?q=Marollen", "Marollen"),
        ],
    )
    def test_everything_near_it_in_one_click(self, client, path, place):
        page = client.get(path).context["page"]
        assert page.municipalities == []
        (choice,) = page.place.alone
        assert choice.label == place
        near = client.get(f"{path.split('?')[0]}?{choice.query}").context["page"]
        assert near.query.near.label == place
        assert near.query.text == ""

    @pytest.mark.parametrize("path", ["/nl/zoeken/?q=ocmw", "/nl/zoeken/?q=douche+molenbeek", "/nl/zoeken/"])
    def test_other_words_are_no_place_alone(self, client, path):
        assert client.get(path).context["page"].place.alone == []


class TestStart:
    """Who asked nothing gets a place to begin, not a list of everything."""

    @pytest.mark.parametrize("path", ["/nl/zoeken/", "/fr/recherche/", "/nl/zoeken/?q=&where=&radius=3000&sort=best"])
    def test_needs_and_no_list(self, client, path):
        response = client.get(path)
        assert articles(response) == 0
        needs = response.context["page"].needs
        assert len(needs) > 10
        assert all(f'href="?need={need.code}"' in response.content.decode() for need in needs)
        assert "autofocus" not in response.content.decode()  # the skip link and the head come first for the keyboard

    def test_everything_in_one_click(self, client):
        assert "?all=on" in Page(client.get("/nl/zoeken/")).links
        response = client.get("/nl/zoeken/?all=on")
        assert articles(response) == 20
        assert "/nl/zoeken/?all=on&page=2" in Page(response).links

    def test_who_asks_for_something_no_longer_asks_for_everything(self, client):
        assert client.get("/nl/zoeken/?all=on&zone=sud").context["page"].address == "zone=sud"
        assert client.get("/nl/zoeken/?all=on&sort=recent").context["page"].address == "sort=recent&all=on"


class TestWalk:
    """What was broken: a plan said "20 minutes on foot" of what a list called 650 m away."""

    @pytest.mark.parametrize(
        ("search", "help_cards", "where"),
        [("/nl/zoeken/", "/nl/hulp/adressen/", "Marollen"), ("/fr/recherche/", "/fr/aide/adresses/", "Marolles")],
    )
    def test_residents_and_professionals_are_told_the_same(self, client, search, help_cards, where):
        found = client.get(search, {"where": where, "need": "hygiene"})
        near = found.context["page"].query.near
        told = {card.service.pk: card.nearest.told for card in found.context["page"].cards if card.nearest}
        asked = {"b": neutral("need:hygiene"), "w": near.within.partition(":")[2]}
        walks = {card.pk: card.way for card in client.get(help_cards, asked).context["page"].cards if card.way}
        both = walks.keys() & told.keys()
        assert len(both) > 1
        for pk in both:
            assert walks[pk] == way_words(told[pk])
            assert f"({walks[pk]})" in text_of(found)


class TestChips:
    def test_each_chosen_filter_can_be_dropped(self, client):
        response = client.get("/nl/zoeken/?need=hygiene&admission=free&room=on")
        chips = {chip.label: chip.query for chip in response.context["page"].chips}
        assert chips["Hygiëne"] == "admission=free&room=on"
        assert chips["Gratis"] == "need=hygiene&room=on"
        assert len(chips) == 3

    def test_place(self, client):
        page = client.get("/fr/recherche/?where=Marolles").context["page"]
        assert "Marolles" in page.chips[0].label


class TestMoment:
    def test_day_and_hour(self, client):
        page = client.get("/nl/zoeken/?day=2026-11-23&hour=10:30&q=douche").context["page"]
        assert page.query.open_at.isoformat() == "2026-11-23T10:30:00+01:00"
        assert (page.moments.day, page.moments.hour) == ("2026-11-23", "10:30")
        assert page.chips[-1].label == "Open op ma 23 november om 10.30"
        assert page.chips[-1].query == "q=douche"

    @pytest.mark.parametrize(
        ("path", "chip"), [("/nl/zoeken/", "Open op ma 23 november"), ("/fr/recherche/", "Ouvert le lun 23 novembre")]
    )
    @pytest.mark.parametrize("hour", ["", "&hour="])
    def test_day_without_hour_is_any_time_of_that_day(self, client, path, chip, hour):
        page = client.get(f"{path}?day=2026-11-23{hour}&q=douche").context["page"]
        assert (page.query.open_at, page.query.open_on) == (None, date(2026, 11, 23))
        assert (page.moments.day, page.moments.hour) == ("2026-11-23", "")
        assert (page.chips[-1].label, page.chips[-1].query) == (chip, "q=douche")

    def test_now_is_a_choice_of_its_own(self, client):
        page = client.get("/nl/zoeken/?open=on").context["page"]
        assert page.moments.day == ""
        assert page.chips[-1].label == "Nu open"


class TestNothingFound:
    def test_says_which_filter_blocks_most(self, client):
        page = client.get("/nl/zoeken/?q=douche&zone=sud-est").context["page"]
        assert page.total == 0
        assert page.ways_out[0].count >= page.ways_out[-1].count > 0
        assert {way.query for way in page.ways_out} == {"q=douche", "zone=sud-est"}

    @pytest.mark.parametrize("path", ["/nl/zoeken/?q=приют", "/fr/recherche/?q=???", "/nl/zoeken/?q=😀"])
    def test_what_we_cannot_read_gets_the_needs_once(self, client, path):
        response = client.get(path)
        page, html = response.context["page"], response.content.decode()
        assert page.total == 0
        assert all(html.count(f'href="?need={need.code}"') == 1 for need in page.needs)
        assert "Geen enkele dienst voldoet" not in html, "it was not a matter of too much asked"

    def test_contact_point_of_the_zone(self, client):
        assert "info@zorgzone-zuid-oost.brussels" in text_of(client.get("/nl/zoeken/?q=douche&zone=sud-est"))

    @pytest.mark.parametrize(
        ("limit", "place"),
        [
            ("zone=sud-est", "Zuid-Oost"),
            ("municipality=21017", "Watermaal-Bosvoorde"),
            ("where=Ukkel&radius=1000", "Ukkel"),
        ],
    )
    def test_the_nearest_elsewhere_with_its_zone(self, client, limit, place, django_assert_max_num_queries):
        client.get("/nl/zoeken/")
        with django_assert_max_num_queries(4):
            response = client.get(f"/nl/zoeken/?q=douche&{limit}")
        page = response.context["page"]
        assert page.total == 0
        distances = [card.metres for card in page.elsewhere.cards]
        assert distances == sorted(distances)
        assert len(distances) == 3
        assert {card.zone.name for card in page.elsewhere.cards} - {"Zuid-Oost"}
        assert f"het dichtst bij {place} eerst" in text_of(response)

    def test_every_zone_of_the_territory_thinks_along(self, client):
        points = client.get("/nl/zoeken/?q=xyzzyx&municipality=21004").context["page"].elsewhere.contact_points
        assert {point.zone for point in points} == {"Noord", "Centrum-West", "Zuid"}
        assert all(point.phone for point in points)

    def test_without_a_territory_all_zones_think_along_and_nothing_is_elsewhere(self, client):
        elsewhere = client.get("/fr/recherche/?q=xyzzyx").context["page"].elsewhere
        assert (elsewhere.cards, len(elsewhere.contact_points)) == ([], 5)

    def test_needs_to_begin_with(self, client):
        text = text_of(client.get("/nl/zoeken/?q=xyzzyx"))
        assert "Hygiëne" in text


class TestNonsense:
    @pytest.mark.parametrize(
        "query",
        [
            "zone=mars",
            "zone=sud&zone=mars",
            "need=",
            "page=-1",
            "page=0",
            "page=999999999999999999999",
            "page=abc",
            "sort=worst",
            "radius=-5&where=Marollen",
            "open_at=yesterday",
            "open_at=9999-12-31T23:59",
            "open_at=0001-01-01T00:00",
            "room=maybe",
            "day=2026-02-31&hour=25:00",
            "day=9999-12-31&hour=23:30",
            "hour=10:00",
            "q=" + "x" * 10_000,
            "q=%27%3B+DROP+TABLE+actors_service%3B--",
            "q=%22%5C%25_%28%29%2A",
            "q=%ff%fe",
            "%ff=%ff",
            "q=%F0%9F%9A%BF",
            "q=%E2%80%AE%EF%BB%BF",
            "where=" + "y" * 5_000,
            "unknown=1&q=douche",
            "language=nl&language=xx&level=9&kind=shop&serves=cats&network=none&admission=all",
        ],
    )
    @pytest.mark.parametrize("path", ["/nl/zoeken/", "/fr/recherche/"])
    def test_helpful_page(self, client, path, query):
        response = client.get(f"{path}?{query}")
        assert response.status_code in {200, 400}
        assert "<h1" in response.content.decode()

    def test_what_was_not_understood_is_said_and_the_rest_counts(self, client):
        response = client.get("/nl/zoeken/?zone=mars&zone=sud&q=hulp")
        assert "zone = mars, sud" in text_of(response)
        assert response.context["page"].query.filters["zone"] == ("zone:sud",)

    def test_beyond_the_last_page_is_the_last_page(self, client):
        page = client.get("/nl/zoeken/?page=5000").context["page"]
        assert page.number == page.pages
        assert page.cards

    def test_unknown_place_is_said(self, client):
        assert "Atlantis" in text_of(client.get("/nl/zoeken/?where=Atlantis"))

    @pytest.mark.parametrize("bbox", ["", "a,b,c,d", "1,2,3", "51,4,50,5", "nan,nan,nan,nan", "1e999,0,1e999,1"])
    def test_map_box(self, client, bbox):
        assert client.get(f"/nl/zoeken/kaart/plaatsen/?bbox={bbox}").status_code in {200, 400}


class TestMap:
    def test_places_of_the_search_in_a_box(self, client):
        answer = client.get("/nl/zoeken/kaart/plaatsen/?q=douche&bbox=50.83,4.33,50.85,4.36").json()
        assert answer["places"]
        assert all(50.83 <= place["point"][0] <= 50.85 for place in answer["places"])

    def test_pins_have_the_numbers_of_the_list(self, client):
        page = client.get("/nl/zoeken/?q=douche").context["page"]
        drawn = [number for pin in page.map_data["pins"] for number in pin["numbers"]]
        assert set(drawn) == {card.number for card in page.cards if any(place.where.on_map for place in card.places)}

    def test_one_pin_a_point(self, client):
        points = [pin["point"] for pin in client.get("/nl/zoeken/?q=la+fontaine").context["page"].map_data["pins"]]
        assert len(points) == len(set(points))


class TestService:
    def test_queries(self, client, django_assert_max_num_queries):
        busiest = Service.objects.get(slug="la-fontaine-douches")
        client.get(busiest.get_absolute_url())
        with django_assert_max_num_queries(10):
            client.get(busiest.get_absolute_url())

    def test_says_what_is_known_and_what_is_not(self, client):
        text = text_of(client.get("/nl/aanbod/la-fontaine-douches/"))
        assert "Op afspraak" in text
        assert "02 510 09 10" in text
        assert re.search(r"9.00–12.00 \(op afspraak[^)]*\), 13.00–16.00 \(op afspraak", text)
        assert "Sociale kaart van de Marollen" in text


def test_what_is_for_one_municipality_bears_its_name():
    """Nineteen cards were called "OCMW-hulp"."""
    local = Service.objects.filter(territory_limited=True, actor__competences__kind="ocmw-cpas").distinct()
    names = [name for service in local for name in (service.name_nl, service.name_fr)]
    assert len(names) >= 2 * 19
    assert len(set(names)) == len(names)
