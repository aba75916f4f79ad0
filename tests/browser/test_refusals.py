"""Somebody was refused: three people say so, the next professional reads it, the house answers with one click."""

import re

import pytest
from django.urls import reverse
from django.utils import translation
from playwright.sync_api import expect

from actors.models import ActorEditor, Refusal
from tests import factories


@pytest.fixture
def site(empty_site):
    return empty_site


@pytest.fixture
def shelter(transactional_db):
    owner = factories.actor(slug="huis", steward=factories.zone("sud"), name_nl="Het Huis", name_fr="La Maison")
    service = factories.service(
        actor=owner, at=True, slug="bed", name_nl="Bed voor de nacht", name_fr="Lit pour la nuit"
    )
    factories.availability("open", service=service)
    return service


WORDS = {
    "nl": ("Hier is iemand geweigerd", "Volzet", "Dank u", "Terug naar de dienst", "3 meldingen van weigering"),
    "fr": ("Quelqu'un a été refusé ici", "Complet", "Merci", "Retour au service", "3 refus signalés"),
}


@pytest.mark.parametrize("language", ["nl", "fr"])
@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
def test_report_read_and_answer(new_context, site, shelter, language, script):
    link, reason, thanks, back, told = WORDS[language]
    for number in range(2):  # two others before
        Refusal.objects.create(service=shelter, reason="no-answer", reporter=f"other {number}")
    person = new_context(java_script_enabled=script).new_page()
    with translation.override(language):
        address, list_of_house = shelter.get_absolute_url(), reverse("staff-rooms")
    person.goto(site + address)
    expect(person.get_by_text(told)).to_have_count(0)
    person.get_by_role("link", name=link).click()
    person.get_by_role("button", name=reason).click()
    expect(person.get_by_role("heading", name=thanks)).to_be_visible()
    assert person.context.cookies() == []
    person.get_by_role("link", name=back).click()
    expect(person).to_have_url(site + address)
    person.reload()  # public pages are kept for a minute
    expect(person.get_by_text(told)).to_be_visible()

    house = new_context(java_script_enabled=script)
    house.add_cookies([{"name": "sessionid", "value": _session(shelter), "url": site}])
    desk = house.new_page()
    desk.goto(site + list_of_house)
    expect(desk.get_by_text(told)).to_be_visible()
    desk.get_by_role("button", name=re.compile("^(Volzet|Complet)")).click()
    expect(desk.locator(".room-full[aria-pressed]")).to_be_visible()
    expect(desk.get_by_text(told)).to_have_count(0)
    person.reload()
    expect(person.get_by_text(told)).to_have_count(0)


def _session(service) -> str:
    from django.test import Client

    user = factories.user()
    ActorEditor.objects.create(user=user, actor=service.actor)
    client = Client()
    client.force_login(user)
    return client.cookies["sessionid"].value
