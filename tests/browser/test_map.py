"""The map beside the list: one number system, and both show each other."""

import re

import pytest
from playwright.sync_api import expect

PINS = ".map-pin"


@pytest.fixture
def shower(page):
    """A search of which all results fit on the map."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{page.site}/nl/zoeken/?q=douche")
    expect(page.locator(PINS).first).to_be_visible()
    return page


def test_card_under_the_pointer_or_the_keyboard_lights_its_pin(shower):
    number = shower.locator(PINS).first.inner_text().split()[0]
    card = shower.locator("article.card", has=shower.locator(".card-number", has_text=re.compile(f"^{number}$")))
    card.hover()
    expect(shower.locator(f"{PINS}.is-lit").first).to_contain_text(number)
    shower.mouse.move(0, 0)
    expect(shower.locator(f"{PINS}.is-lit")).to_have_count(0)
    card.locator("h2 a").focus()
    expect(shower.locator(f"{PINS}.is-lit").first).to_contain_text(number)


def test_pin_lights_its_cards_and_leads_to_them(shower):
    pin = shower.locator(PINS).first
    pin.hover()
    expect(shower.locator("article.card.is-lit")).not_to_have_count(0)
    number = pin.inner_text().split()[0]
    pin.click()
    focused = shower.locator("article.card", has=shower.locator("h2 a:focus"))
    expect(focused.locator(".card-number")).to_have_text(number)


def test_what_stands_for_many_says_how_many(page):
    page.goto(f"{page.site}/nl/zoeken/?all=on")
    expect(page.locator(".map-count").first).to_contain_text(re.compile(r"\d+\s*diensten"))


def test_search_in_this_area(shower):
    here = shower.get_by_role("button", name="Zoek in dit gebied")
    expect(here).to_be_hidden()
    shower.locator(".leaflet-control-zoom-in").click()
    shower.locator(".leaflet-control-zoom-in").click()
    before = shower.locator("#results-title").inner_text()
    here.click()
    expect(shower).to_have_url(re.compile("box="))
    expect(shower.locator("#results-title")).not_to_have_text(before)
    shower.locator("[data-drops]", has_text="deel van de kaart").click()
    expect(shower).not_to_have_url(re.compile("box="))
    expect(shower.locator("#results-title")).to_have_text(before)


def test_map_button_stands_beside_the_filter_button(page):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{page.site}/fr/recherche/?q=douche")
    filters, toggle = page.locator("[data-filters] > summary"), page.get_by_role("button", name="Carte")
    assert abs(filters.bounding_box()["y"] - toggle.bounding_box()["y"]) < 4
    toggle.click()
    assert page.locator(".map").bounding_box()["y"] < page.locator("#results-title").bounding_box()["y"]


def test_no_map_for_one_place(page):
    page.goto(f"{page.site}/nl/zoeken/?q=pierre+d'angle&municipality=21004&theme=shower")
    expect(page.locator("article.card")).to_have_count(1)
    expect(page.locator(".map")).to_have_count(0)


def test_empty_result_folds_what_finds_nothing(page):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{page.site}/nl/zoeken/?q=xqzzt")
    assert page.evaluate("document.documentElement.scrollHeight") < 1_500


class TestNearMe:
    @pytest.fixture
    def browser_context_args(self, browser_context_args):
        marolles = {"latitude": 50.8363, "longitude": 4.3472}
        return {**browser_context_args, "geolocation": marolles, "permissions": ["geolocation"]}

    def test_the_device_finds_its_neighbourhood_and_sends_no_more_than_its_name(self, page):
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{page.site}/nl/zoeken/?q=douche")
        page.get_by_role("button", name="Dicht bij mij").click()
        expect(page).to_have_url(re.compile("where=[A-Z]"))
        expect(page.locator("#results-title")).to_contain_text("in de buurt van")
        assert not [url for url in asked if "50.83" in url or "4.34" in url]

    def test_from_the_first_page_in_french(self, page):
        page.goto(f"{page.site}/fr/")
        page.get_by_role("button", name="Près de moi").click()
        expect(page).to_have_url(re.compile(r"/fr/recherche/\?.*where=[A-Z]"))


@pytest.mark.parametrize("path", ["/nl/zoeken/?q=douche", "/fr/services/la-fontaine-douches/"])
def test_on_paper_stand_the_address_the_day_and_a_code_and_all_is_open(page, path):
    page.goto(page.site + path)
    page.evaluate("window.print = () => { window.dispatchEvent(new Event('beforeprint')); window.printed = true; }")
    page.keyboard.press("Control+p")
    page.wait_for_function("() => window.printed")
    page.emulate_media(media="print")
    paper = page.locator(".on-paper")
    expect(paper).to_contain_text(page.url)
    expect(paper).to_contain_text(re.compile(r"20\d\d"))
    page.wait_for_function(
        "() => document.querySelector('.on-paper img').naturalWidth > 0"
    )  # it is waited for 3 s, not longer
    assert page.locator("main details:not([open])").count() == 0


WRITTEN = """
    window.written = [];
    const fillText = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function (name, ...at) {
        const { e, f } = this.getTransform();
        const ratio = devicePixelRatio;
        window.written.push([name, e / ratio, f / ratio, this.measureText(name).width]);
        return fillText.call(this, name, ...at);
    };
    const clearing = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, "width");
    Object.defineProperty(HTMLCanvasElement.prototype, "width", {
        ...clearing, set(value) { if (this.closest(".leaflet-names-pane")) window.written = []; clearing.set.call(this, value); },
    });
"""
HIDDEN = """() => {
    const map = document.querySelector(".map").getBoundingClientRect();
    const markers = [...document.querySelectorAll(".map-pin, .map-count")].map((icon) => icon.getBoundingClientRect());
    const meets = (a, b) => a.left < b.right - 1 && a.right > b.left + 1 && a.top < b.bottom - 1 && a.bottom > b.top + 1;
    const names = window.written.map(([name, x, y, width]) => ({
        name, left: map.left + x - width / 2, right: map.left + x + width / 2, top: map.top + y - 6, bottom: map.top + y + 6,
    }));
    const pins = [...document.querySelectorAll(".map-pin")].map((icon) => icon.getBoundingClientRect());
    const counts = [...document.querySelectorAll(".map-count")];
    return {
        names: names.length,
        covered: names.filter((name) => markers.some((marker) => meets(name, marker))).map(({ name }) => name),
        cut: names.filter(({ left, right }) => left < map.left || right > map.right).map(({ name }) => name),
        counts: counts.filter((count) => pins.some((pin) => meets(count.getBoundingClientRect(), pin))).map((count) => count.title),
        doubled: [...document.querySelectorAll(".map-pin")].map((pin) => pin.innerText.split(" ")).filter((numbers) => new Set(numbers).size < numbers.length),
    };
}"""


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
@pytest.mark.parametrize("path", ["/nl/zoeken/?q=hulp", "/fr/recherche/?need=health", "/nl/zoeken/?q=douche"])
def test_no_name_and_no_count_lies_under_a_pin(page, path, width, height):
    """What was broken: at the widest zoom one read "Sint-Jans-" and half of "24 services" between the pins."""
    page.set_viewport_size({"width": width, "height": height})
    page.add_init_script(WRITTEN)
    page.goto(page.site + path)
    if width < 1280:
        page.locator("[data-map-toggle]").click()
    expect(page.locator(".map-pin").first).to_be_visible()
    for _ in range(100):  # the ground comes later than the pins
        shown = page.evaluate(HIDDEN)
        if shown["names"]:
            break
        page.wait_for_timeout(200)
    assert (shown["covered"], shown["cut"], shown["counts"], shown["doubled"]) == ([], [], [], [])
    assert shown["names"] > 2


def test_the_page_of_a_zone_has_a_map_of_that_zone(page):
    """Drawn when it is looked at; its counts are of the zone alone, and nearer ones are of neighbourhoods."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{page.site}/nl/zones/zuid/")
    page.locator(".zone-map").scroll_into_view_if_needed()
    counts = page.locator(".zone-map .map-count")
    expect(counts.first).to_contain_text(re.compile(r"\d+\s*diensten"))
    names = {mark.get_attribute("title").partition(":")[0] for mark in counts.all()}
    assert "Jette" not in names
    page.locator(".leaflet-control-zoom-in").click()
    page.locator(".leaflet-control-zoom-in").click()
    page.locator(".leaflet-control-zoom-in").click()
    expect(page.locator(".zone-map .map-place, .zone-map .map-count").first).to_be_visible()


def test_without_a_script_the_page_of_a_zone_has_no_empty_map(page):
    page.route("**/*.js", lambda route: route.abort())
    page.goto(f"{page.site}/fr/zones/sud/")
    expect(page.locator(".zone-map")).to_be_hidden()
    page.problems.clear()  # the scripts that were kept away
