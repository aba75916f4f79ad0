"""Suggestions under the search boxes, by keyboard and by mouse, in a real browser."""

import re

import pytest
from playwright.sync_api import expect


def box(page, label):
    return page.get_by_role("combobox", name=label)


def type_in(page, label, text):
    """Type slowly enough to be a person; the options, when they are there."""
    box(page, label).press_sequentially(text, delay=20)
    options = page.locator("[role=option]")  # the options of a <select> have that role too, but not in writing
    expect(options.first).to_be_visible()
    return options


class TestByKeyboard:
    @pytest.mark.parametrize("path", ["/nl/", "/nl/zoeken/"])
    def test_theme_becomes_a_filter(self, page, path):
        page.goto(page.site + path)
        options = type_in(page, "Wat of wie", "douch")
        expect(page.locator("[role=status]:not([data-results-said])").first).to_have_text(
            f"{options.count()} suggesties"
        )
        page.keyboard.press("ArrowDown")
        expect(options.first).to_have_attribute("aria-selected", "true")
        active = options.first.get_attribute("id")
        expect(box(page, "Wat of wie")).to_have_attribute("aria-activedescendant", active)
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile(r"/nl/zoeken/\?(.*&)?theme=shower"))
        expect(page.locator(".chip").first).to_contain_text("Douches")
        expect(page.get_by_label("Wat of wie")).to_have_value("")

    def test_french_service_opens_its_page(self, page):
        page.goto(f"{page.site}/fr/")
        options = type_in(page, "Que ou qui", "douches pour sans")
        page.keyboard.press("ArrowUp")  # from the text to the last one
        expect(options.last).to_have_attribute("aria-selected", "true")
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("/fr/services/la-fontaine-douches/"))

    def test_enter_without_a_choice_searches_what_was_typed(self, page):
        page.goto(f"{page.site}/fr/recherche/")
        type_in(page, "Que ou qui", "douche")
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile(r"\?q=douche"))
        expect(page.locator("[role=listbox]")).to_have_count(0)

    def test_escape_home_and_end(self, page):
        page.goto(f"{page.site}/nl/")
        type_in(page, "Wat of wie", "douch")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Home")
        expect(page.locator("[role=option][aria-selected=true]")).to_have_count(0)
        assert box(page, "Wat of wie").evaluate("input => input.selectionStart") == 0
        page.keyboard.press("End")
        assert box(page, "Wat of wie").evaluate("input => input.selectionStart") == len("douch")
        page.keyboard.press("Escape")
        expect(page.locator("[role=listbox]")).to_have_count(0)
        expect(box(page, "Wat of wie")).to_have_attribute("aria-expanded", "false")
        expect(box(page, "Wat of wie")).to_have_value("douch")

    def test_place(self, page):
        page.goto(f"{page.site}/fr/recherche/?q=douche")
        type_in(page, "Où", "maroll")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("where=Marolles"))
        expect(page.locator("#results-title")).to_contain_text("Marolles")

    def test_leaving_the_box_closes_the_list(self, page):
        page.goto(f"{page.site}/nl/")
        type_in(page, "Wat of wie", "douch")
        page.keyboard.press("Tab")
        expect(page.locator("[role=listbox]")).to_have_count(0)


@pytest.mark.parametrize(("width", "height"), [(320, 568), (390, 844)])
@pytest.mark.parametrize("path", ["/nl/", "/nl/zoeken/?admission=free"])
@pytest.mark.parametrize(("label", "text"), [("Waar?", "maroll"), ("Wat of wie", "douch")])
def test_on_a_phone_the_list_leaves_the_search_button_free(page, width, height, path, label, text):
    """What was broken: the list of places lay over "Search", which nobody could press."""
    page.set_viewport_size({"width": width, "height": height})
    page.goto(page.site + path)
    type_in(page, label, text)
    button = page.locator(".search-form button[type=submit]")
    button.scroll_into_view_if_needed()
    free = """button => { const { left, top, width, height } = button.getBoundingClientRect();
        return button.contains(document.elementFromPoint(left + width / 2, top + height / 2)); }"""
    assert button.evaluate(free)
    where = button.bounding_box()
    page.mouse.move(where["x"] + where["width"] / 2, where["y"] + where["height"] / 2)
    page.mouse.down()
    page.wait_for_timeout(100)  # a finger is no machine: the list must not move the button away under it
    page.mouse.up()
    expect(page).to_have_url(re.compile(f"/nl/zoeken/.*{text}"))


def test_who_types_on_while_an_answer_is_on_its_way_gets_the_next(page):
    asked = []

    def answer_the_second(route):
        asked.append(route.request.url)
        if len(asked) > 1:
            route.continue_()

    page.goto(f"{page.site}/nl/")
    page.route("**/zoeken/suggesties/*", answer_the_second)
    with page.expect_request("**/zoeken/suggesties/*"):
        box(page, "Wat of wie").press_sequentially("douc")
    options = type_in(page, "Wat of wie", "h")  # one letter, so that nothing else asks again
    expect(options.first).to_contain_text("Douches")


def test_by_mouse_other_filters_stay(page):
    page.goto(f"{page.site}/nl/zoeken/?admission=free")
    type_in(page, "Wat of wie", "douch")
    page.locator("[role=option]", has_text="Douches").first.click()
    expect(page).to_have_url(re.compile("theme=shower"))
    expect(page).to_have_url(re.compile("admission=free"))


def test_actor_goes_to_its_page(page):
    page.goto(f"{page.site}/nl/zoeken/")
    type_in(page, "Wat of wie", "vivalis")
    page.locator("[role=option]", has_text="Organisatie").first.click()
    expect(page).to_have_url(re.compile("/nl/actoren/vivalis/"))


class TestWithoutJavaScript:
    @pytest.fixture
    def browser_context_args(self, browser_context_args):
        return {**browser_context_args, "java_script_enabled": False}

    def test_plain_box(self, page):
        page.goto(f"{page.site}/nl/")
        expect(page.get_by_role("searchbox", name="Wat of wie")).to_be_visible()
        expect(page.get_by_role("combobox", name="Wat of wie")).to_have_count(0)
