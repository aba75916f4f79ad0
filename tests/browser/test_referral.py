"""Referrals by a professional, in a real browser."""

import re

import pytest
from playwright.sync_api import expect


def results(page):
    return page.locator("article.card")


class TestJourneys:
    def test_shower_for_somebody_without_a_home(self, page):
        """From the first page to a phone number: words, one filter, one click."""
        page.goto(f"{page.site}/nl/")
        page.get_by_label("Wat of wie").fill("douche")
        page.get_by_role("search").get_by_role("button", name="Zoeken").click()
        expect(page.get_by_role("heading", name=re.compile(r"\d+ diensten"))).to_be_visible()
        page.get_by_label("Centrum-West").check()
        expect(page).to_have_url(re.compile("zone=centre-ouest"))
        expect(page.get_by_role("heading", name=re.compile(r"\d+ diensten"))).to_be_visible()
        page.get_by_role("link", name="Douches voor dakloze mensen").click()
        expect(page.get_by_role("link", name="02 510 09 10")).to_have_attribute("href", "tel:+3225100910")
        expect(page.get_by_text("Op afspraak").first).to_be_visible()

    def test_french_with_a_typo_and_a_place(self, page):
        page.goto(f"{page.site}/fr/recherche/")
        page.get_by_label("Que ou qui").fill("epicerie socaile")
        page.get_by_label("Où").fill("Marolles")
        page.keyboard.press("Enter")
        expect(page.locator(".notice").filter(has_text="epicerie sociale")).to_be_visible()
        expect(results(page).first).to_contain_text("Les Capucines")
        expect(results(page).first).to_contain_text(re.compile(r"\d+ m \(\d+ minutes à pied\) ·"))

    def test_back_restores_the_exact_state_and_the_switch_keeps_it(self, page):
        page.goto(f"{page.site}/nl/zoeken/?q=hulp")
        before = page.locator("#results-title").inner_text()
        page.get_by_label("Gratis", exact=False).first.check()
        expect(page).to_have_url(re.compile("admission=free"))
        expect(page.locator("#results-title")).not_to_have_text(before)
        page.go_back()
        expect(page.locator("#results-title")).to_have_text(before)
        page.go_forward()
        expect(page).to_have_url(re.compile("admission=free"))
        page.get_by_role("link", name="Français").click()
        expect(page).to_have_url(re.compile(r"/fr/recherche/\?q=hulp"))

    def test_next_page_by_keyboard(self, page):
        page.goto(f"{page.site}/nl/zoeken/?all=on")
        page.get_by_role("link", name="Volgende").focus()
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("page=2"))
        expect(results(page).first.locator(".card-number")).to_have_text("21")

    def test_chip_drops_its_filter(self, page):
        page.goto(f"{page.site}/nl/zoeken/?q=douche&zone=sud")
        page.locator(".chip", has_text="Zuid").click()
        expect(page).to_have_url(re.compile(r"\?q=douche$"))
        expect(page.get_by_role("heading", name=re.compile(r"\d+ diensten"))).to_be_visible()


@pytest.mark.parametrize(
    ("home", "door", "box", "need", "all_of_it"),
    [
        ("/nl/", "Ik verwijs iemand", "Wat of wie", "Hygiëne", "Toon alle"),
        ("/fr/", "J'oriente quelqu'un", "Que ou qui", "Hygiène", "Montrer les"),
    ],
)
class TestDoorOfProfessionals:
    """What was broken: "I refer somebody" opened a list of more than a thousand services in no order."""

    def test_who_refers_types_or_chooses_a_need(self, page, home, door, box, need, all_of_it):
        page.goto(page.site + home)
        page.get_by_role("link", name=door).click()
        expect(page.get_by_label(box)).to_be_in_viewport()
        expect(results(page)).to_have_count(0)
        page.get_by_role("link", name=need).click()
        expect(page.locator("[data-drops]", has_text=need)).to_be_visible()
        expect(results(page).first).to_be_visible()

    def test_everything_is_one_click_away(self, page, home, door, box, need, all_of_it):
        page.goto(page.site + home)
        page.get_by_role("link", name=door).click()
        page.get_by_role("link", name=all_of_it).click()
        expect(results(page)).to_have_count(20)
        page.locator(".pagination a").last.click()
        expect(results(page).first.locator(".card-number")).to_have_text("21")


@pytest.mark.parametrize(("width", "height"), [(320, 640), (390, 844)])
@pytest.mark.parametrize("path", ["/nl/zoeken/?q=ocmw", "/fr/recherche/?q=cpas"])
def test_on_a_phone_the_question_for_the_municipality_leaves_room_for_results(page, path, width, height):
    """What was broken: nineteen names filled the screen before anything that was found."""
    page.set_viewport_size({"width": width, "height": height})
    page.goto(page.site + path)
    names = page.locator(".notice", has=page.locator(".names"))
    assert names.bounding_box()["height"] <= height / 2
    last = names.get_by_role("link").last
    last.focus()
    expect(last).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


class TestMap:
    def test_pins_have_the_numbers_of_the_list(self, page):
        page.goto(f"{page.site}/nl/zoeken/?q=la+fontaine")
        pin = page.locator(".map-pin").first
        expect(pin).to_be_visible()
        assert set(pin.inner_text().split()) <= set(results(page).locator(".card-number").all_inner_texts())

    def test_many_results_are_counted_per_territory(self, page):
        page.goto(f"{page.site}/nl/zoeken/?all=on")
        counts = page.locator(".map-count")
        expect(counts.first).to_be_visible()
        assert counts.count() == 5

    def test_on_a_telephone_the_map_opens_on_request(self, page):
        page.set_viewport_size({"width": 390, "height": 844})
        page.goto(f"{page.site}/fr/recherche/?q=douche")
        expect(page.locator(".map")).to_be_hidden()
        page.get_by_role("button", name="carte").click()
        expect(page.locator(".map-pin").first).to_be_visible()


class TestWithoutJavaScript:
    @pytest.fixture
    def browser_context_args(self, browser_context_args):
        return {**browser_context_args, "java_script_enabled": False}

    def test_the_same_by_submit(self, page):
        page.goto(f"{page.site}/nl/zoeken/?q=douche")
        page.get_by_label("Centrum-West").check()
        page.get_by_role("button", name="Toon resultaten").click()
        expect(page).to_have_url(re.compile("zone=centre-ouest"))
        expect(page.get_by_role("heading", name=re.compile(r"\d+ diensten"))).to_be_visible()


class TestNarrow:
    @pytest.mark.parametrize(
        "path",
        [
            "/nl/",
            "/fr/recherche/?q=aide",
            "/nl/aanbod/la-fontaine-douches/",
            "/fr/zones/sud/",
            "/nl/onderdelen/",
            "/fr/pictogrammes/",
        ],
    )
    def test_nothing_sticks_out_at_320_pixels(self, page, path):
        page.set_viewport_size({"width": 320, "height": 640})
        page.goto(page.site + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320

    def test_filters_fold_away_and_stay_as_they_were(self, page):
        page.set_viewport_size({"width": 390, "height": 844})
        page.goto(f"{page.site}/nl/zoeken/?q=hulp")
        expect(page.get_by_label("Nu open")).to_be_hidden()
        page.get_by_text("Filters", exact=True).click()
        page.locator("#zone-centre-ouest").check()
        expect(page).to_have_url(re.compile("zone=centre-ouest"))
        expect(page.locator("#zone-centre-ouest")).to_be_visible()


def test_lost_connection_is_said_and_loses_nothing(page):
    page.goto(f"{page.site}/nl/zoeken/?q=douche")
    page.context.set_offline(True)
    page.get_by_label("Centrum-West").check()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(results(page)).not_to_have_count(0)
    page.problems.clear()  # the failed request was meant
