"""Every control of the search works after every other: a person clicks around, and the page never lies."""

import random
import re
import time
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import expect

STEPS = 100  # in each language: two hundred at each width
PATHS = {"nl": "/nl/zoeken/", "fr": "/fr/recherche/"}
ANSWER = re.compile(r"/(zoeken|recherche)/(\?|$)")
SHOWN = """() => ({
    count: document.querySelector("#results-title").textContent.trim().replace(/\\s+/g, " "),
    chips: [...document.querySelectorAll("[data-drops]")].map((chip) => chip.getAttribute("href")),
    list: [...document.querySelectorAll(".results .card h2 a")].map((link) => link.getAttribute("href")),
    ticked: [...document.querySelectorAll(".filters :checked")].map((box) => box.name + "=" + box.value).sort(),
    boxes: [...document.querySelectorAll("#q, #where")].map((box) => box.value),
    language: document.querySelector("#language-switch a").getAttribute("href"),
    title: document.title,
})"""
FRESH = (
    "async (address) => { const answer = await fetch(address, { cache: 'no-store' });"
    " if (!answer.ok) return `${answer.status} ${address}`;"
    " const document = new DOMParser().parseFromString(await answer.text(), 'text/html');"
    f" return ({SHOWN})(); }}"
)
STILL = "() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling, .htmx-added')"
# What can be clicked; each is looked for anew, because every answer puts other controls in their place.
TICKS = ".filters input[type=checkbox]:enabled"
SELECTS = "#sort, #day, #hour, #radius"


class Walk:
    """Somebody who clicks on this and that, always the same way for one seed."""

    def __init__(self, page, seed):
        self.page, self.dice, self.back, self.forward = page, random.Random(seed), 0, 0

    def step(self):
        kinds = [self.tick] * 6 + [self.select] * 3 + [self.chip] * 4 + [self.turn] * 2
        kinds += [self.go_back] * 2 + [self.go_forward] * 2 + [self.words, self.clear]
        kind = self.dice.choice(kinds)
        done = kind()
        if done:
            self.settle()
        return f"{kind.__name__} {done}" if done else ""

    def settle(self):
        """Until nothing is on its way any more."""
        self.page.wait_for_function(STILL)  # asks at every frame: `expect` waits half a second between its looks

    def _moved(self):
        self.back, self.forward = self.back + 1, 0

    def _one_of(self, selector):
        """One of those that are there."""
        found = self.page.locator(selector)
        count = found.count()
        return found.nth(self.dice.randrange(count)) if count else None

    def _act(self, script, control):
        """Do it and wait for the answer that it must bring: a control that asks nothing fails here."""
        self._mark()
        with self.page.expect_response(ANSWER) as answer:
            control.evaluate(script)
        self._arrived(answer)
        self._moved()

    def tick(self):
        if box := self._one_of(TICKS):
            name = box.get_attribute("id")
            self._act("box => box.click()", box)
            return name
        return ""

    def select(self):
        if field := self._one_of(SELECTS):
            options = field.evaluate("field => [...field.options].map((option) => option.value)")
            before = field.evaluate("field => field.value")
            value = self.dice.choice(options)
            if value == before:
                return ""
            name = field.get_attribute("id")
            self._act("field => field.dispatchEvent(new Event('change', { bubbles: true }))", self._with(field, value))
            return f"{name} {value}"
        return ""

    def _with(self, field, value):
        field.evaluate("(field, value) => { field.value = value; }", value)
        return field

    def chip(self):
        if chip := self._one_of("[data-drops]"):
            name = chip.inner_text()
            self._act("chip => chip.click()", chip)
            return name
        return ""

    def clear(self):
        if link := self._one_of(".chips a.button"):
            self._act("link => link.click()", link)
            return "all filters"
        return ""

    def turn(self):
        if link := self._one_of(".pagination a"):
            name = link.get_attribute("rel")
            self._act("link => link.click()", link)
            return name
        return ""

    def words(self):
        words, place = self.dice.choice([("hulp", ""), ("", "Anderlecht"), ("dokter", "Schaarbeek"), ("", "")])
        self.page.locator("#q").fill(words)
        self.page.locator("#where").fill(place)
        self._mark()
        with self.page.expect_response(ANSWER) as answer:
            self.page.locator("#where").press("Enter")
        self._arrived(answer)
        self._moved()
        return f"{words} {place}" if words or place else "nothing"

    def go_back(self):
        if self.back:
            self._travel(-1)
            return "back"
        return ""

    def go_forward(self):
        if self.forward:
            self._travel(+1)
            return "forward"
        return ""

    def _travel(self, step):
        """Through the history; the page that arrives is loaded anew."""
        self._mark()
        self.page.evaluate("step => history.go(step)", step)
        self._arrive()
        self.back, self.forward = self.back + step, self.forward - step

    def _mark(self):
        self.page.evaluate("window.isOld = true")

    def _arrived(self, answer):
        if answer.value.request.is_navigation_request():  # a plain link: another page, not a part of this one
            self._arrive()

    def _arrive(self):
        """Until another page than the marked one is whole."""
        deadline = time.monotonic() + 20
        while not self._is_new():
            assert time.monotonic() < deadline, "the page is loaded anew"
            self.page.wait_for_timeout(10)

    def _is_new(self):
        try:
            return self.page.evaluate("!window.isOld && document.readyState === 'complete'")
        except PlaywrightError:  # between two pages
            return False


@pytest.mark.parametrize("language", PATHS)
@pytest.mark.parametrize(("width", "height", "seed"), [(1280, 900, 1), (390, 844, 2), (320, 640, 3)])
def test_two_hundred_clicks_in_any_order(page, language, width, height, seed):
    page.set_viewport_size({"width": width, "height": height})
    page.goto(page.site + PATHS[language])
    walk, path = Walk(page, f"{seed} {language}"), []
    while len(path) < STEPS:
        if step := walk.step():
            path.append(step)
            shown = page.evaluate(SHOWN)
            fresh = page.evaluate(FRESH, page.url)
            assert shown == fresh, (path[-5:], urlsplit(page.url).query)


def test_second_and_third_filter(page):
    """What was broken: after the first tick nothing asked any more."""
    page.goto(f"{page.site}/nl/zoeken/")
    page.locator("#zone-centre-ouest").check()
    expect(page.locator("[data-drops]")).to_have_count(1)
    page.locator("#admission-free").check()
    expect(page.locator("[data-drops]")).to_have_count(2)
    page.get_by_label("Volgorde").select_option("recent")
    expect(page).to_have_url(re.compile("zone=centre-ouest.*admission=free.*sort=recent"))
    page.locator("#zone-centre-ouest").uncheck()
    expect(page.locator("[data-drops]")).to_have_count(1)
    expect(page).not_to_have_url(re.compile("zone="))


def test_a_day_takes_the_place_of_open_now_and_the_other_way_round(page):
    page.goto(f"{page.site}/nl/zoeken/?open=on")
    day = page.get_by_label("Open op").locator("option").nth(2).get_attribute("value")
    page.get_by_label("Open op").select_option(day)
    expect(page).to_have_url(re.compile(rf"\?day={day}$"))
    expect(page.locator("#open-on")).not_to_be_checked()
    page.locator("#hour").select_option("10:00")
    expect(page).to_have_url(re.compile(rf"\?day={day}&hour=10%3A00$"))
    page.locator("#open-on").check()
    expect(page).to_have_url(re.compile(r"\?open=on$"))
    expect(page.get_by_label("Open op")).to_have_value("")


def test_filter_ticked_before_the_scripts_have_come_is_asked_all_the_same(page):
    """On a slow line: what was touched meanwhile was lost, and the list said nothing of it."""
    held = []
    page.route("**/htmx-2.min.js", lambda route: held.append(route))  # noqa: PLW0108 - Playwright cannot wrap a built-in method
    page.goto(f"{page.site}/nl/zoeken/?q=hulp", wait_until="commit")
    page.locator("#admission-free").check()
    assert "admission" not in page.url
    held[0].continue_()
    expect(page).to_have_url(re.compile(r"\?q=hulp&admission=free$"))
    expect(page.locator("#admission-free")).to_be_checked()


def test_clear_all_filters_keeps_the_words_and_the_place(page):
    page.goto(f"{page.site}/nl/zoeken/?q=hulp&where=Anderlecht&admission=free&room=on")
    page.get_by_role("link", name="Alle filters wissen").click()
    expect(page).to_have_url(re.compile(r"\?q=hulp&where=Anderlecht$"))
    expect(page.get_by_label("Wat of wie")).to_have_value("hulp")
    expect(page.get_by_role("link", name="Alle filters wissen")).to_have_count(0)


def test_removed_place_does_not_come_back_with_the_next_filter(page):
    page.goto(f"{page.site}/nl/zoeken/?q=hulp&where=Anderlecht")
    page.locator("[data-drops]", has_text="Anderlecht").click()
    expect(page.locator("[data-drops]")).to_have_count(0)
    page.locator("#admission-free").check()
    expect(page).to_have_url(re.compile(r"\?q=hulp&admission=free$"))


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
def test_filter_far_down_stays_under_the_hand(page, width, height):
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{page.site}/nl/zoeken/")
    if width < 1024:
        page.locator("[data-filters] > summary").click()
    box = page.locator("#language-ar")
    if not box.is_visible():
        page.locator("details.more", has=box).locator("summary").click()
    box.scroll_into_view_if_needed()
    before = box.bounding_box()["y"]
    box.check()
    expect(page.locator("[data-drops]")).to_have_count(1)
    expect(box).to_be_focused()
    assert abs(box.bounding_box()["y"] - before) <= 2


def test_slow_answer_says_that_it_searches_and_then_what_it_found(page):
    held = []
    page.goto(f"{page.site}/nl/zoeken/?q=douche")
    page.route("**/zoeken/?*", lambda route: held.append(route))  # noqa: PLW0108 - Playwright cannot wrap a built-in method
    page.locator("#zone-centre-ouest").check()
    expect(page.locator(".loading")).to_be_visible()
    expect(page.locator("[data-results-said]")).to_have_text("Zoeken…")
    held[0].continue_()
    expect(page.locator("[data-results-said]")).to_have_text(re.compile(r"^\d+ diensten?"))
    expect(page.locator(".loading")).to_be_hidden()


def test_late_answer_of_an_earlier_filter_changes_nothing(page):
    held = []
    page.goto(f"{page.site}/nl/zoeken/?q=hulp")
    page.route("**/zoeken/?*zone=sud", lambda route: held.append(route))  # noqa: PLW0108 - Playwright cannot wrap a built-in method
    page.locator("#zone-sud").check()
    page.locator("#admission-free").check()
    expect(page.locator("[data-drops]")).to_have_count(2)  # both were ticked when the second was asked
    expect(page).to_have_url(re.compile("zone=sud.*admission=free"))
    page.problems.clear()  # htmx tells the console of each request that it gives up


def test_chip_clicked_while_a_filter_is_on_its_way(page):
    held = []
    page.goto(f"{page.site}/nl/zoeken/?q=hulp&zone=sud")
    page.route("**/zoeken/?*zone=sud*admission=free*", lambda route: held.append(route))  # noqa: PLW0108 - Playwright cannot wrap a built-in method
    page.locator("#admission-free").check()
    page.locator("[data-drops]", has_text="Zuid").click()
    expect(page).to_have_url(re.compile(r"\?q=hulp&admission=free$"))
    page.problems.clear()  # htmx tells the console of each request that it gives up


def test_next_page_moves_the_focus_to_its_first_words(page):
    page.goto(f"{page.site}/nl/zoeken/?all=on")
    page.get_by_role("link", name="Volgende").click()
    expect(page.locator("#results-title")).to_be_focused()
    expect(page.locator("#results-title")).to_be_in_viewport()


def test_skip_link_to_the_results(page):
    page.goto(f"{page.site}/fr/recherche/?q=aide")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Vers les résultats")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#results-title")).to_be_focused()
