"""A call to a service that set a limit for a day is counted when its number is tapped, and at no other moment."""

import pytest
from playwright.sync_api import expect

from actors.models import Contact, ServiceUse
from actors.pictograms.choice import neutral
from tests import factories

NUMBER = "a[href='tel:+3225112233']"


@pytest.fixture
def site(empty_site):
    return empty_site


@pytest.fixture
def shower(transactional_db):
    owner = factories.actor(slug="badhuis", steward=factories.zone("sud"), name_nl="Het Badhuis", name_fr="Les Bains")
    service = factories.service(actor=owner, at=True, slug="douche", overflow_cap=1)
    Contact.objects.create(actor=owner, kind="phone", value="+3225112233")
    return service


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (f"/nl/hulp/adressen/?b={neutral('need:hygiene')}", "/nl/aanbod/douche/gebeld/"),
        (f"/fr/aide/adresses/?b={neutral('need:hygiene')}", "/fr/services/douche/appele/"),
        ("/nl/zoeken/?theme=shower", "/nl/aanbod/douche/gebeld/"),
        ("/fr/services/douche/", "/fr/services/douche/appele/"),
    ],
)
def test_tapped_number_counts_and_looking_does_not(page, shower, path, told):
    sent = []
    page.on("request", lambda request: sent.append(request) if request.method == "POST" else None)
    page.goto(page.site + path)
    number = page.locator(NUMBER).first
    expect(number).to_be_visible()
    assert sent == []
    with page.expect_response(lambda answer: answer.url == page.site + told) as answered:
        number.click()
    assert answered.value.status == 204
    assert [(request.url, request.post_data) for request in sent] == [(page.site + told, None)]
    assert ServiceUse.objects.get().proposed == 1
    page.problems[:] = [problem for problem in page.problems if "tel:" not in problem]  # there is no telephone here
