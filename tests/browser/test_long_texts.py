"""A text without a space makes no page wider than the telephone that shows it."""

import pytest
from playwright.sync_api import expect

from actors.models import Contact
from actors.pictograms.choice import neutral
from tests import factories

WIDTH = 360


@pytest.fixture
def site(empty_site):
    return empty_site


@pytest.fixture
def endless(transactional_db):
    texts = {"description_nl": "a" * 400, "description_fr": "a" * 400}
    owner = factories.actor(
        slug="badhuis", steward=factories.zone("sud"), name_nl="B" * 200, name_fr="B" * 200, **texts
    )
    sentences = {f"{text}_{language}": "c" * 200 for text in ("summary", "plain", "cost") for language in ("nl", "fr")}
    service = factories.service(actor=owner, at=True, slug="douche", name_nl="D" * 200, **sentences, **texts)
    Contact.objects.create(actor=owner, kind="email", value=f"{'e' * 60}@{'f' * 60}.be")
    return service


@pytest.mark.parametrize(
    "path",
    [
        f"/nl/hulp/adressen/?b={neutral('need:hygiene')}",
        "/fr/recherche/?theme=shower",
        "/nl/aanbod/douche/",
        "/nl/actoren/badhuis/",
    ],
)
def test_the_page_is_as_wide_as_the_telephone(page, endless, path):
    page.set_viewport_size({"width": WIDTH, "height": 700})
    response = page.goto(page.site + path)
    assert response.status == 200
    expect(page.get_by_text("B" * 200).first).to_be_attached()
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTH
