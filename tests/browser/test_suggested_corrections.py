"""A reader proposes another number, mistypes first and loses nothing; the team takes it over; the page has it."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from playwright.sync_api import expect

from actors.models import Contact, Suggestion
from tests import factories
from zones.models import ZoneMember

WORDS = {
    "nl": (
        "Een verbetering voorstellen",
        "Telefoonnummer",
        "Wat moet het zijn, als u het weet?",
        "Uw e-mailadres",
        "Versturen",
    ),
    "fr": (
        "Proposer une correction",
        "Numéro de téléphone",
        "Que faudrait-il écrire, si vous le savez ?",
        "Votre adresse e-mail",
        "Envoyer",
    ),
}
ANSWERS = {
    "nl": ("Dit is geen e-mailadres.", "Dank u", "Schrijf het en neem het over", "Overgenomen"),
    "fr": ("Ceci n'est pas une adresse e-mail.", "Merci", "Écrire et reprendre", "Repris"),
}


@pytest.fixture
def site(empty_site):
    return empty_site


@pytest.fixture
def listing(transactional_db):
    owner = factories.actor(slug="huis", steward=factories.zone("sud"), name_nl="Het Huis", name_fr="La Maison")
    factories.service(actor=owner, at=True, slug="bed", name_nl="Bed voor de nacht", name_fr="Lit pour la nuit")
    Contact.objects.create(actor=owner, kind="phone", value="+3225100910")
    return owner


@pytest.mark.parametrize("language", ["nl", "fr"])
@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
def test_propose_correct_and_take_over(new_context, site, listing, language, script):
    link, field, what, email, send = WORDS[language]
    no_address, thanks, take_over, taken_over = ANSWERS[language]
    reader = new_context(java_script_enabled=script).new_page()
    with translation.override(language):
        address, waiting = listing.get_absolute_url(), reverse("suggestions-to-handle")
    reader.goto(site + address)
    reader.get_by_role("link", name=link).click()
    reader.get_by_role("radio", name=field).check()
    reader.get_by_label(what).fill("02 512 34 56")
    reader.get_by_label(email).fill("lezer zonder adres")
    reader.get_by_role("button", name=send).click()
    expect(reader.get_by_role("alert")).to_contain_text(no_address)
    expect(reader.get_by_role("radio", name=field)).to_be_checked()
    expect(reader.get_by_label(what)).to_have_value("02 512 34 56")
    reader.get_by_label(email).fill("")
    reader.get_by_role("button", name=send).click()
    expect(reader.get_by_role("heading", name=thanks)).to_be_visible()
    assert reader.context.cookies() == []

    desk = new_context(java_script_enabled=script)
    desk.add_cookies([{"name": "sessionid", "value": _session(listing), "url": site}])
    team = desk.new_page()
    team.goto(site + waiting)
    team.get_by_role("link", name="Het Huis" if language == "nl" else "La Maison").click()
    expect(team.get_by_text("02 510 09 10").first).to_be_visible()
    team.get_by_role("button", name=take_over).click()
    expect(team.get_by_role("status")).to_contain_text(taken_over)
    assert Suggestion.objects.get().state == "accepted"
    reader.goto(site + address)
    reader.reload()
    expect(reader.get_by_role("complementary").get_by_role("link", name="02 512 34 56")).to_be_visible()


def _session(listing) -> str:
    user = factories.user()
    ZoneMember.objects.create(user=user, zone=listing.steward)
    client = Client()
    client.force_login(user)
    return client.cookies["sessionid"].value
