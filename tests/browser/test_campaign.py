"""A team asks, a front desk answers on a telephone, the team sees it and puts it on the public page; then another answer."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from actors.frontdesk.links import token_of
from actors.models import CampaignRequest, Closure
from tests.browser.test_editing import log_in
from tests.campaigns.conftest import house, in_days


@pytest.fixture
def site(empty_site):
    return empty_site


def written(page):
    """The team writes a campaign and begins it."""
    page.goto(page.site + reverse("campaigns"))
    page.get_by_role("link", name="Nieuwe campagne").click()
    page.get_by_label("Titel in het Nederlands").fill("Feestdagen")
    page.get_by_label("Titel in het Frans").fill("Jours de fête")
    page.get_by_label("Vraag in het Nederlands").fill("Bent u open?")
    page.get_by_label("Vraag in het Frans").fill("Êtes-vous ouverts ?")
    page.get_by_label("Wat kan men antwoorden?").select_option("closed")
    page.get_by_label("Laatste dag om te antwoorden").fill(in_days(20).isoformat())
    page.get_by_role("button", name="Bewaren").click()
    expect(page.get_by_role("heading", name="Vraagt het aan 2 organisaties")).to_be_visible()
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("heading", name="0 van 2 antwoordden")).to_be_visible()


def test_from_the_question_to_the_public_page_and_back(page, browser, transactional_db):
    anna, _silent = house("anna"), house("zonder", email="")
    log_in(page.context, page.site, "zone")
    written(page)

    telephone = browser.new_context(viewport={"width": 390, "height": 800}, java_script_enabled=False)
    desk = telephone.new_page()
    requests = []
    desk.on("request", lambda request: requests.append(request.url))
    desk.goto(f"{page.site}/fr/accueil/{token_of(anna)}/")
    assert len(requests) <= 2
    expect(desk.get_by_text("Êtes-vous ouverts ?")).to_be_visible()
    desk.get_by_label("Premier jour de fermeture").fill(in_days(5).isoformat())
    desk.get_by_label("Dernier jour de fermeture").fill(in_days(8).isoformat())
    desk.get_by_role("button", name="Fermé ces jours-là").click()
    expect(desk.get_by_role("status")).to_contain_text("fermé du")

    page.reload()
    expect(page.get_by_role("heading", name="1 van 2 antwoordde")).to_be_visible()
    page.get_by_role("button", name="Zet de sluiting op de openbare pagina").click()
    expect(page.get_by_text("Dit staat nu op de openbare pagina.")).to_be_visible()
    assert Closure.objects.get().days.lower == in_days(5)
    page.get_by_role("button", name="Ongedaan maken: Huis anna").click()
    expect(page.get_by_role("button", name="Zet de sluiting op de openbare pagina")).to_be_visible()
    assert not Closure.objects.exists()

    desk.get_by_text("Répondre autrement").or_(desk.locator("summary")).first.click()
    desk.get_by_role("button", name="Ouvert comme d'habitude").click()
    expect(desk.get_by_role("status")).to_contain_text("ouvert comme d'habitude")
    assert telephone.cookies() == []
    telephone.close()

    page.reload()
    row = page.locator(".campaign-row").filter(has_text="Huis anna")
    expect(row).to_contain_text("Gewoon open")
    expect(row).to_contain_text("door het onthaal")

    page.get_by_role("link", name="Te bellen").click()
    page.get_by_role("button", name="Gewoon open: Huis zonder").click()
    expect(page.locator("[data-done]").get_by_text("Genoteerd: gewoon open.")).to_be_visible()
    assert set(CampaignRequest.objects.values_list("answer", flat=True)) == {"as-usual"}
