"""A front desk says "full" on a telephone; a professional who searches elsewhere sees it at once, with where else."""

import os
from types import SimpleNamespace
from urllib.parse import quote

import pytest
from django.db import connections
from playwright.sync_api import expect

from actors.frontdesk.links import token_of
from actors.models import Availability, Contact
from tests import factories
from tests.search.another_server import Site


@pytest.fixture
def site(empty_site):
    return empty_site


@pytest.fixture
def shelter(transactional_db):
    """A night shelter whose beds are counted, and another one nearby with the same need."""
    for slug, name in (("kanaal", "Kanaal"), ("zenne", "Zenne")):
        actor = factories.actor(
            slug=slug, name_nl=f"Nachtopvang {name}", name_fr=f"Accueil {name}", steward=factories.zone()
        )
        service = factories.service(
            actor=actor,
            at=True,
            slug=f"{slug}-bed",
            name_nl=f"Bed {name}",
            name_fr=f"Lit {name}",
            availability_kind="beds",
        )
        factories.availability("open", service=service, places_total=10, places_free=1)
        Contact.objects.create(actor=actor, kind="phone", value="+3225112233")
    return type(actor).objects.get(slug="kanaal")


@pytest.fixture
def elsewhere(transactional_db, tmp_path):
    """The site on gunicorn, a process of its own on the same database."""
    values = connections.settings["default"]
    url = f"postgres://{values['USER']}@{quote(values['HOST'], safe='')}/{connections['default'].settings_dict['NAME']}"
    inherited = {name: value for name, value in os.environ.items() if name != "DJANGO_ALLOW_ASYNC_UNSAFE"}
    environment = {**inherited, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "repertorium.settings"}
    running = Site(SimpleNamespace(environment=environment | {"DEBUG": "1"}, folder=tmp_path), workers=1)
    yield running
    running.process.terminate()
    running.process.wait(60)


@pytest.mark.parametrize(
    ("language", "full", "words"), [("nl", "Volzet: Bed Kanaal", "Volzet"), ("fr", "Complet : Lit Kanaal", "Complet")]
)
def test_full_is_seen_by_the_next_search_anywhere(page, shelter, elsewhere, language, full, words):
    search = {"nl": "/nl/zoeken/?q=kanaal", "fr": "/fr/recherche/?q=kanaal"}[language]
    service = {"nl": "/nl/aanbod/kanaal-bed/", "fr": "/fr/services/kanaal-bed/"}[language]
    assert words not in elsewhere.get(search)[2].partition('class="results"')[2]

    page.set_viewport_size({"width": 390, "height": 800})
    path = {"nl": "onthaal", "fr": "accueil"}[language]
    page.goto(f"{page.site}/{language}/{path}/{token_of(shelter)}/")
    page.get_by_role("button", name=full).click()
    expect(page.get_by_role("status")).to_contain_text(words)

    assert words in elsewhere.get(search)[2]
    assert "zenne-bed" in elsewhere.get(service)[2]

    page.get_by_role("button", name={"nl": "Ongedaan maken", "fr": "Revenir en arrière"}[language]).click()
    expect(page.get_by_role("status")).not_to_contain_text(words)
    page.get_by_role(
        "button", name={"nl": "Eén vrije plaats minder", "fr": "Une place libre de moins"}[language]
    ).click()
    expect(page.get_by_role("status")).to_contain_text(words)
    assert Availability.objects.get(service__slug="kanaal-bed").places_free == 0


def test_all_unchanged_is_the_first_button_and_one_tap(page, shelter):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{page.site}/nl/onthaal/{token_of(shelter)}/")
    first = page.get_by_role("button").first
    expect(first).to_contain_text("Alles is nog hetzelfde")
    before = Availability.objects.get(service__slug="kanaal-bed").confirmed_at
    first.click()
    expect(page.get_by_role("status")).to_contain_text("1 status is opnieuw bevestigd")
    assert Availability.objects.get(service__slug="kanaal-bed").confirmed_at > before
    assert page.context.cookies() == []
