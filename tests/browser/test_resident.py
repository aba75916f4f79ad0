"""A resident finds a telephone number: three taps, by keyboard, without a script, without connection."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from actors.pictograms.choice import neutral

START = {"nl": "/nl/hulp/", "fr": "/fr/aide/"}
WORDS = {
    "nl": {"need": "Eten", "skip": "Heel Brussel", "call": "Bel", "closed": "Uren niet bekend: bel eerst"},
    "fr": {"need": "Manger", "skip": "Tout Bruxelles", "call": "Appeler", "closed": "Horaire inconnu"},
}
TALK = "window.spoken = []; speechSynthesis.getVoices = () => [{lang: 'nl-BE', name: 'a'}]; Object.defineProperty(SpeechSynthesisUtterance.prototype, 'voice', {set() {}}); speechSynthesis.speak = (words) => window.spoken.push(words.text + '|' + words.lang)"


def phone_links(page):
    return page.locator("main .card a.call[href^='tel:']")


def to_cards(page, language, go):
    """From the first screen to the cards: two taps, made by `go`."""
    page.goto(page.site + START[language])
    go(page.get_by_role("link", name=WORDS[language]["need"], exact=True))
    go(page.locator("main").get_by_role("link", name=WORDS[language]["skip"]))
    expect(phone_links(page).first).to_be_visible()


@pytest.mark.parametrize("language", ["nl", "fr"])
class TestThreeTaps:
    def test_by_touch(self, page, language):
        to_cards(page, language, lambda link: link.click())
        assert re.match(r"tel:\+?\d+$", phone_links(page).first.get_attribute("href"))

    def test_by_keyboard_alone(self, page, language):
        def press(link):
            for _ in range(60):
                page.keyboard.press("Tab")
                if link.evaluate("link => link === document.activeElement"):
                    return page.keyboard.press("Enter")
            raise AssertionError("the keyboard does not reach it")

        to_cards(page, language, press)
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.matches('.card a.call')"):
                return
        raise AssertionError("the keyboard does not reach a telephone number")

    def test_without_a_script(self, browser, site, language):
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.site = site
        to_cards(page, language, lambda link: link.click())
        context.close()


KEPT = """async () => {
    const data = await caches.open(`help-data ${document.body.dataset.scope}`);
    return (await data.keys()).length > 0 && navigator.serviceWorker.controller?.state === "activated";
}"""


def keep(page, address):
    """Visit once, and wait until screens and data are kept."""
    page.goto(page.site + address)
    for _ in range(300):
        if page.evaluate(KEPT):
            return
        page.wait_for_timeout(200)
    raise AssertionError("nothing was kept")


@pytest.mark.parametrize("language", ["nl", "fr"])
class TestWithoutConnection:
    @pytest.fixture
    def offline(self, page, language):
        """Visited once; then the network is cut."""
        keep(page, START[language])
        page.context.set_offline(True)
        return page

    def test_the_same_three_taps(self, offline, language):
        to_cards(offline, language, lambda link: link.click())
        expect(offline.locator("[data-made]")).to_contain_text(str(timezone.localdate().year))
        expect(offline.locator("article.card").first).to_be_visible()

    def test_cards_and_hours_are_those_of_the_page(self, page, language):
        # All of the Region: who chose a municipality keeps what is near it, and the page has what is open further away.
        address = f"{START[language]}{'adressen' if language == 'nl' else 'adresses'}/?b={neutral('need:health')}"
        read = """() => [...document.querySelectorAll('article.card')].map((card) =>
            [card.querySelector('h2').innerText, card.querySelector('[data-slot=hours]')?.innerText ?? '',
             card.querySelector('[data-slot=facts]')?.innerText ?? '', card.querySelector('a.call')?.href ?? ''].join('|'))"""
        keep(page, START[language])
        page.goto(page.site + address)
        online = page.evaluate(read)
        page.context.set_offline(True)
        page.reload()
        expect(page.locator("article.card").first).to_be_visible()
        assert page.evaluate("document.documentElement.dataset.saved")
        offline = page.evaluate(read)
        assert len(online) == 8
        assert offline == online

    def test_what_is_out_of_date_is_said_to_be_unknown(self, offline, language):
        offline.clock.set_fixed_time(timezone.now() + timedelta(days=40))
        cards = f"{'adressen' if language == 'nl' else 'adresses'}/?b={neutral('need:homelessness')}"
        offline.goto(offline.site + START[language] + cards)
        first = offline.locator("article.card").first
        expect(first).to_be_visible()
        states = offline.locator("article.card [data-slot='hours']").all_inner_texts()
        assert all(WORDS[language]["closed"] in words.replace("\u00a0", " ") for words in states)
        assert offline.locator("article.card [data-slot='room']").count() == 0

    def test_several_needs_and_a_municipality(self, offline, language):
        offline.goto(f"{offline.site}{START[language]}?m=1")
        offline.locator("label.need").nth(0).click()
        offline.locator("label.need").nth(1).click()
        offline.locator(".onward button").click()
        offline.get_by_role("link", name="Anderlecht").first.click()
        expect(offline.locator("article.card").first).to_be_visible()
        assert len(re.findall("b=", offline.url)) == 2
        assert "g=21001" in offline.url

    def test_a_fast_tap_loses_no_choice(self, offline, language):
        """Until the script has passed on what was chosen, the links of a kept page cannot be tapped."""
        where = "waar" if language == "nl" else "ou"
        offline.goto(f"{offline.site}{START[language]}{where}/?b={neutral('need:food')}")
        everywhere = offline.locator("main").get_by_role("link", name=WORDS[language]["skip"])
        expect(everywhere).to_have_attribute("href", re.compile(f"b={neutral('need:food')}"))
        offline.evaluate("document.documentElement.classList.remove('knows-choice')")
        expect(everywhere).to_be_hidden(timeout=3000)

    def test_the_other_language_stays_in_its_place_and_says_why_it_does_not_answer(self, offline, language):
        other, why = {"nl": ("Français", "Geen verbinding"), "fr": ("Nederlands", "Pas de connexion")}[language]
        address = f"{offline.site}{START[language]}{'waar' if language == 'nl' else 'ou'}/?b={neutral('need:food')}"
        for width in (390, 320):
            offline.set_viewport_size({"width": width, "height": 700})
            offline.goto(address)
            link = offline.locator(".languages .pill").first
            expect(link).to_contain_text(other)
            expect(link).to_contain_text(why)
            expect(link).to_have_attribute("aria-disabled", "true")
            link.click(force=True)
            assert offline.url == address
            assert offline.locator("header.top").bounding_box()["height"] <= 120
            assert offline.evaluate("document.documentElement.scrollWidth") <= width

    @pytest.mark.parametrize("need", ["safety", "health", "rights"])
    def test_the_way_out_and_the_numbers_in_sight_are_those_of_the_page(self, page, language, need):
        """Who is beaten at home and has no connection sees 112 and 101, and can leave the page at once."""
        read = """() => [Boolean(document.querySelector("[data-leave]")?.offsetParent),
            [...document.querySelectorAll(".numbers.first > .number .call")].map((link) => link.href),
            [...document.querySelectorAll(".numbers.first details .number .call")].map((link) => link.href)]"""
        keep(page, START[language])
        cards = f"{'adressen' if language == 'nl' else 'adresses'}/?b={neutral(f'need:{need}')}"
        page.goto(page.site + START[language] + cards)
        online = page.evaluate(read)
        page.context.set_offline(True)
        page.reload()
        expect(page.locator("article.card").first).to_be_visible()
        assert page.evaluate("document.documentElement.dataset.saved")
        assert page.evaluate(read)[:2] == online[:2]
        assert online[0] is (need != "health")
        if need != "rights":
            assert "tel:112" in online[1]
            assert page.evaluate(read) == online
        page.goto(f"{page.site}{START[language]}{'waar' if language == 'nl' else 'ou'}/?b={neutral(f'need:{need}')}")
        assert page.locator("[data-leave]").is_visible() is online[0]

    def test_crisis_numbers(self, offline, language):
        offline.goto(offline.site + START[language])
        offline.locator("footer a").first.click()
        expect(offline.locator("a[href='tel:+3280099340']")).to_be_visible()


class TestPrivacy:
    PLACE = {"latitude": 50.83912, "longitude": 4.34721}  # Marolles

    def test_near_me_tells_nobody_where(self, page):
        """The position becomes a neighbourhood on the device: no request carries it."""
        requests = []
        page.context.grant_permissions(["geolocation"], origin=page.site)
        page.context.set_geolocation(self.PLACE)
        page.on("request", lambda request: requests.append(request.url + (request.post_data or "")))
        page.goto(f"{page.site}/nl/hulp/waar/?b={neutral('need:food')}")
        page.get_by_role("button", name="Dicht bij mij").click()
        expect(page).to_have_url(re.compile(r"[?&]w=\d+"))
        expect(page.locator("article.card").first).to_contain_text("minuten te voet")
        assert not any(re.search(r"50[.,]83|4[.,]34", request) for request in requests)

    def test_outside_the_region_we_ask_for_a_municipality(self, page):
        page.context.grant_permissions(["geolocation"], origin=page.site)
        page.context.set_geolocation({"latitude": 51.05, "longitude": 3.72})
        page.goto(f"{page.site}/fr/aide/ou/?b={neutral('need:food')}")
        page.get_by_role("button", name="Près de moi").click()
        expect(page.get_by_text("Vous n'êtes pas à Bruxelles maintenant.")).to_be_visible()

    def test_leaving_takes_the_page_out_of_the_history(self, page):
        """After leaving, Back leads to the first screen and never to what was looked at."""
        page.context.route("https://www.meteo.be/**", lambda route: route.fulfill(body="weather"))
        page.goto(f"{page.site}/nl/hulp/")
        page.get_by_role("link", name="Ik voel me niet veilig").click()
        expect(page).to_have_url(re.compile("waar"))
        page.wait_for_load_state()
        page.locator("main").get_by_role("link", name="Heel Brussel").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Ik voel me niet veilig")
        page.wait_for_load_state()  # the script that replaces steps in the history is there then
        page.get_by_role("link", name="Weg van hier").click()
        expect(page).to_have_url(re.compile("meteo"))
        page.go_back()
        expect(page).to_have_url(f"{page.site}/nl/hulp/")
        page.problems.clear()  # the weather is another site; that is the point

    def test_nothing_about_the_choice_stays_on_the_device(self, page):
        keep(page, "/nl/hulp/")
        page.goto(f"{page.site}/nl/hulp/adressen/?b={neutral('need:safety')}&g=21013")
        page.wait_for_timeout(500)
        kept = page.evaluate(
            """async () => {
                const names = await caches.keys();
                const caches_ = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map((r) => r.url)));
                return JSON.stringify([caches_, {...localStorage}, {...sessionStorage}, document.cookie]);
            }"""
        )
        assert neutral("need:safety") not in kept


class TestListen:
    def test_each_text_in_its_language(self, page):
        page.add_init_script(TALK)
        page.goto(f"{page.site}/nl/hulp/adressen/?b={neutral('need:hygiene')}&g=21004")
        card = page.locator("article.card", has_text="La Fontaine").first
        card.get_by_role("button", name=re.compile("Luister")).click()
        spoken = page.evaluate("window.spoken")
        assert any(text.startswith("La Fontaine|") for text in spoken)
        assert any("toegelaten" in text and text.endswith("|nl") for text in spoken)
        expect(card.get_by_role("button", name=re.compile("Luister"))).to_have_attribute("aria-pressed", "true")

    def test_hidden_where_there_is_no_voice(self, page):
        page.add_init_script("speechSynthesis.getVoices = () => []")
        page.goto(f"{page.site}/nl/hulp/")
        expect(page.locator("[data-listen]").first).to_be_hidden()
