"""A professional is told by mail where room appears, as often as they want, and ends it from the mail without a login."""

import re
from datetime import timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from playwright.sync_api import expect

from actors.models import SavedSearch
from tests import factories

WORDS = {
    "nl": {
        "q": "nachtopvang",
        "offer": "Mail mij wat nieuw is",
        "save": "Deze zoekopdracht bewaren",
        "saved": "Bewaard. U krijgt een e-mail als er iets nieuws is.",
        "daily": "e-mail elke dag",
        "subject": "Vrije plaatsen: Nachtopvang",
        "weekly": "Alleen elke week",
        "is_weekly": "e-mail elke week",
        "stop": "Geen e-mail meer sturen",
        "stopped": "U krijgt geen e-mail meer over:",
        "undo": "Ongedaan maken",
        "again": "U krijgt weer e-mail over:",
    },
    "fr": {
        "q": "accueil de nuit",
        "offer": "M'envoyer les nouveautés par e-mail",
        "save": "Enregistrer cette recherche",
        "saved": "Enregistré.",
        "daily": "e-mail chaque jour",
        "subject": "Places libres\xa0: Accueil de nuit",
        "weekly": "Seulement chaque semaine",
        "is_weekly": "e-mail chaque semaine",
        "stop": "Ne plus envoyer d'e-mail",
        "stopped": "Vous ne recevez plus d'e-mails sur\xa0:",
        "undo": "Revenir en arrière",
        "again": "Vous recevez de nouveau des e-mails sur\xa0:",
    },
}


@pytest.fixture
def site(empty_site):
    return empty_site


@pytest.fixture(autouse=True)
def looks_at_once(monkeypatch):
    """A timer is a process of its own, which begins with what is in the database; here it shares that of the site."""
    monkeypatch.setattr("actors.search.process.CHECK_SECONDS", 0)


@pytest.fixture
def shelter(transactional_db):
    return factories.service(
        slug="bed", name_nl="Nachtopvang", name_fr="Accueil de nuit", at=True, actor=factories.actor(slug="huis")
    )


def log_in(page, language):
    somebody = factories.user("an@house.be", language=language)
    client = Client()
    client.force_login(somebody)
    page.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": page.site}])


def the_timer_runs(days):
    """Some days later."""
    SavedSearch.objects.update(mailed_on=timezone.localdate() - timedelta(days=days))
    said = StringIO()
    call_command("subscriptions", stdout=said)
    return said.getvalue().splitlines()[1]


def the_link_that_ends_it(page):
    return re.findall(r"https?://\S+", mail.outbox[-1].body)[-2].replace("http://localhost:8000", page.site)


@pytest.mark.parametrize(
    ("language", "viewport"), [("nl", {"width": 1280, "height": 900}), ("fr", {"width": 390, "height": 844})]
)
def test_from_a_search_to_its_mail_and_back(page, browser, shelter, language, viewport):
    words = WORDS[language]
    page.set_viewport_size(viewport)
    log_in(page, language)
    with translation.override(language):
        page.goto(f"{page.site}{reverse('search')}")
    page.locator("input[name=q]").fill(words["q"])
    page.keyboard.press("Enter")
    page.get_by_role("link", name=words["offer"]).click()
    page.get_by_role("button", name=words["save"]).click()
    expect(page.get_by_text(words["saved"])).to_be_visible()
    row = page.locator(".people li")
    expect(row).to_contain_text(words["daily"])

    assert the_timer_runs(days=1) == "searches: 1 nothing"
    factories.availability("open", service=shelter)
    assert the_timer_runs(days=1) == "searches: 1 sent"
    assert mail.outbox[-1].subject == words["subject"]

    row.get_by_role("button", name=words["weekly"]).click()
    expect(row).to_contain_text(words["is_weekly"])
    factories.service(slug="ander", name_nl="Nachtopvang Noord", name_fr="Accueil de nuit Nord", at=True)
    assert the_timer_runs(days=3) == "searches: none due"
    assert the_timer_runs(days=7) == "searches: 1 sent"
    assert len(mail.outbox) == 2

    elsewhere = browser.new_context(viewport=viewport)  # a mail is read on another device, where nobody is logged in
    other = elsewhere.new_page()
    other.goto(the_link_that_ends_it(page))
    expect(other.get_by_text(words["q"])).to_be_visible()
    assert SavedSearch.objects.wanted().exists(), "looking ends nothing"
    other.get_by_role("button", name=words["stop"]).click()
    expect(other.get_by_text(words["stopped"])).to_be_visible()
    assert the_timer_runs(days=30) == "searches: none due"
    other.get_by_role("button", name=words["undo"]).click()
    expect(other.get_by_text(words["again"])).to_be_visible()
    assert other.evaluate("document.documentElement.scrollWidth <= innerWidth"), "it scrolls sideways"
    elsewhere.close()
    factories.service(slug="derde", name_nl="Nachtopvang Oost", name_fr="Accueil de nuit Est", at=True)
    assert the_timer_runs(days=7) == "searches: 1 sent"
