"""Four people with a telephone of 320 px, in both languages: how many taps, and what they see at the end."""

import re

import pytest
from playwright.sync_api import expect

from actors.pictograms.choice import neutral
from tests.browser.test_resident import keep

START = {"nl": "/nl/hulp/", "fr": "/fr/aide/"}
HOME = {"nl": "/nl/", "fr": "/fr/"}
CARDS = {"nl": "/nl/hulp/adressen/", "fr": "/fr/aide/adresses/"}
SCREEN = {"width": 320, "height": 640}
HEAD = 120  # pixels
WORDS = {
    "nl": {
        "door": "Ik zoek hulp", "food": "Eten", "hygiene": "Mij wassen", "health": "Dokter en zorg", "all": "Heel Brussel",
        "town": "Anderlecht", "near": "Dicht bij mij", "exactly": "Wat precies?", "parcel": "Een pakket met eten", "shower": "Een douche nemen",
        "unpapered": "Zorg als ik geen papieren heb", "leave": "Weg van hier", "walk": "minuten te voet", "when": "Wanneer?", "sunday": "Zondag",
    },
    "fr": {
        "door": "Je cherche de l'aide", "food": "Manger", "hygiene": "Me laver", "health": "Médecin et soins", "all": "Tout Bruxelles",
        "town": "Anderlecht", "near": "Près de moi", "exactly": "Quoi exactement ?", "parcel": "Un colis de nourriture", "shower": "Prendre une douche",
        "unpapered": "Des soins si je n'ai pas de papiers", "leave": "Quitter cette page", "walk": "minutes à pied", "when": "Quand ?", "sunday": "Dimanche",
    },
}  # fmt: skip

SCREENS_KEPT = """async (scope) => {
    const kept = await (await caches.open(`help-shell ${scope}`)).match(scope);
    return Boolean(kept) && (await navigator.serviceWorker.getRegistration(scope))?.active?.state === "activated";
}"""

pytestmark = pytest.mark.parametrize("language", ["nl", "fr"])


class Person:
    """Somebody who taps; every tap counts."""

    def __init__(self, page, language, at):
        self.page, self.words, self.taps = page, WORDS[language], 0
        page.set_viewport_size(SCREEN)
        page.goto(page.site + at[language])

    def tap(self, what, inside="body"):
        self.taps += 1
        self.page.locator(inside).locator("a, button, summary").filter(has_text=self.words[what]).first.click()

    def sees_a_number_at_once(self):
        """A number to call, within the screen, without scrolling."""
        number = self.page.locator("main a[href^='tel:']:visible").first
        expect(number).to_be_visible()
        box = number.bounding_box()
        assert self.page.evaluate("scrollY") == 0
        assert box["y"] + box["height"] <= SCREEN["height"]


def test_hungry_today(page, language):
    person = Person(page, language, HOME)
    person.tap("door")
    person.tap("food", "main")
    person.tap("all", "main")
    assert person.taps <= 3
    person.sees_a_number_at_once()
    expect(page.locator("h1")).to_contain_text(person.words["food"])
    first = page.locator("article.card").first
    expect(first.locator("[data-slot='hours'], [data-slot='room']").first).to_be_visible()  # whether one can go today
    assert re.search(r"#[\w-]+", first.locator(".conditions use, .state use").first.get_attribute("href"))


def read_cards(page):
    """Headings and cards in their order, each card with its hours."""
    expect(page.locator("article.card").first).to_be_visible()
    return page.evaluate("""() => [...document.querySelectorAll("[data-cards] .group-title, [data-cards] article.card")].map((part) =>
        part.matches(".card") ? `${part.querySelector("h2").innerText}: ${part.querySelector("[data-slot=hours]")?.innerText ?? ""}` : part.innerText)""")


def test_hungry_on_a_sunday(page, language):
    """What is open on Sunday stands first, what nobody knows apart from it; so too without connection."""
    keep(page, START[language])
    person = Person(page, language, START)
    person.tap("food", "main")
    person.tap("all", "main")
    person.tap("when")
    person.tap("sunday", ".themes")
    assert person.taps <= 4
    online = read_cards(page)
    assert re.search(r"(Zondag|Dimanche).*: (open|ouvert)", online[1].replace("\u00a0", " "))
    unknown = next(number for number, read in enumerate(online) if re.match("Bel eerst|Appelez d'abord", read))
    assert not any("Zondag: open" in read or "Dimanche" in read for read in online[unknown:])
    expect(page.locator("article.card a.call").first).to_be_visible()
    page.context.set_offline(True)
    page.reload()
    assert page.evaluate("document.documentElement.dataset.saved")
    assert read_cards(page) == online
    person.tap("sunday", ".themes")  # and out again
    expect(page.locator("a.theme[aria-current]")).to_have_count(0)


def test_a_shower_near_me(page, language):
    page.context.grant_permissions(["geolocation"], origin=page.site)
    page.context.set_geolocation({"latitude": 50.83912, "longitude": 4.34721})
    person = Person(page, language, START)
    person.tap("hygiene", "main")
    person.tap("near", "main")
    expect(page.locator("article.card").first).to_contain_text(person.words["walk"])
    person.tap("exactly")
    person.tap("shower")
    assert person.taps <= 4
    first = page.locator("article.card").first
    expect(first).to_contain_text(person.words["walk"])
    way = first.locator("[data-slot='directions']")
    assert way.get_attribute("href").startswith("geo:50.8")
    assert way.get_attribute("data-web").startswith("https://")


def test_sick_without_papers(page, language):
    person = Person(page, language, START)
    person.tap("health", "main")
    person.tap("all", "main")
    person.sees_a_number_at_once()
    person.tap("exactly")
    person.tap("unpapered")
    assert person.taps <= 4
    expect(page.locator(".leave")).to_have_text(person.words["leave"])
    page.mouse.wheel(0, 3_000)
    page.wait_for_function("scrollY > 100")
    expect(page.locator(".leave")).to_be_in_viewport()
    assert page.locator("article.card use[href$='#id-card-crossed']").count() > 0  # none are needed, and so it is drawn
    assert page.locator("article.card use[href$='#user-secret']").count() == 0


def test_offline_in_the_metro(page, language):
    keep(page, START[language])
    page.context.set_offline(True)
    person, words = Person(page, language, START), WORDS[language]
    person.tap("food", "main")
    person.tap("town", "main")
    expect(page.locator("h1")).to_contain_text(words["food"])
    expect(page.locator("[data-place]")).to_have_text("Anderlecht")
    expect(page.locator(".notice use[href$='#wifi-crossed']")).to_be_visible()
    expect(page.locator("article.card").first).to_be_visible()
    person.sees_a_number_at_once()
    everything = page.locator("article.card").count()
    person.tap("exactly")
    person.tap("parcel", ".themes")
    assert person.taps <= 4
    expect(page.locator("a.theme[aria-current='true']")).to_contain_text(words["parcel"])
    expect(page.locator("h1")).to_contain_text(words["food"])
    expect(page.locator("[data-place]")).to_have_text("Anderlecht")
    assert 0 < page.locator("article.card").count() <= everything
    expect(page.locator("article.card a[href^='tel:']").first).to_be_visible()


def test_no_further_than_the_first_page_and_then_into_the_metro(page, language):
    """What was broken: only who had opened a residents' screen before kept the needs and the numbers."""
    person = Person(page, language, HOME)
    for _ in range(100):
        if page.evaluate(SCREENS_KEPT, START[language]):
            break
        page.wait_for_timeout(200)
    page.context.set_offline(True)
    person.tap("door")
    expect(page.locator("main")).to_contain_text(person.words["food"])
    page.locator("footer a").first.click()
    expect(page.locator("a[href='tel:+3280099340']")).to_be_visible()


@pytest.mark.parametrize("need", ["food", "hygiene", "health", "homelessness"])
def test_the_head_is_low_and_a_number_in_the_first_screen(page, language, need):
    page.set_viewport_size(SCREEN)
    page.goto(f"{page.site}{CARDS[language]}?b={neutral(f'need:{need}')}")
    assert page.locator("header.top").bounding_box()["height"] <= HEAD
    number = page.locator("main a[href^='tel:']:visible").first.bounding_box()
    assert number["y"] + number["height"] <= SCREEN["height"]
    assert page.evaluate("document.documentElement.scrollWidth") == SCREEN["width"]


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_two_doors_at_the_top_of_the_home_page(page, language, width):
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(page.site + HOME[language])
    doors = page.locator(".door")
    assert doors.count() == 2
    for door in doors.all():
        box = door.bounding_box()
        assert box["y"] + box["height"] <= 640
    doors.first.click()
    expect(page).to_have_url(page.site + START[language])


def test_an_error_keeps_to_the_residents_screens(page, language):
    page.goto(f"{page.site}{START[language]}niets/rien/")
    page.problems.clear()  # the 404 itself stands in the console
    expect(page.locator("html.help")).to_be_visible()
    page.locator(".languages a").click()
    expect(page).to_have_url(page.site + START["fr" if language == "nl" else "nl"])
