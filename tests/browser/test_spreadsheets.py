"""A spreadsheet sent back by a zone team: what would change, the import in a process of its own, and its undo."""

import os
from urllib.parse import quote

import pytest
from django.db import connection
from django.urls import reverse
from playwright.sync_api import expect

from actors.models import Actor
from tests import factories
from tests.browser.test_editing import log_in
from tests.spreadsheets.conftest import Sheet


@pytest.fixture
def site(empty_site):
    return empty_site


@pytest.fixture
def same_database(monkeypatch):
    """The process that is started finds the database of this test."""
    known = connection.settings_dict
    where = f"{quote(known['USER'])}:{quote(known['PASSWORD'])}@{quote(known['HOST'], safe='')}:{known['PORT']}"
    monkeypatch.setitem(os.environ, "DATABASE_URL", f"postgres://{where}/{known['NAME']}")


def test_a_file_goes_out_and_comes_back_and_is_undone(page, same_database, tmp_path):
    for number in range(30):
        factories.actor(slug=f"huis-{number}", name_nl=f"Huis {number}", steward=factories.zone("sud"))
    log_in(page.context, page.site, "zone")
    page.goto(page.site + reverse("staff-listings"))
    page.get_by_role("link", name="Rekenbladen").click()
    page.get_by_role("button", name="Exporteren als Excel").click()
    expect(page.get_by_role("link", name="Het bestand downloaden")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Het bestand downloaden").click()
    sheet = Sheet(download.value.path().read_bytes())
    for number in range(2, 12):
        sheet.set("Afkortingen en andere namen (NL)", f"H{number}", number)
    file = tmp_path / "fiches.xlsx"
    sheet.set("Soort", "winkel", 5)
    file.write_bytes(sheet.content)

    page.get_by_role("link", name="Terugsturen").click()
    page.get_by_label("Het bestand dat u bewerkt hebt").set_input_files(file)
    page.get_by_role("button", name="Bekijken wat er zou wijzigen").click()
    expect(page.get_by_text("1 cel klopt niet. Er is niets gewijzigd.")).to_be_visible()
    expect(page.locator(".sheet-errors")).to_contain_text("D5")

    file.write_bytes(sheet.set("Soort", "organisatie", 5).content)
    page.get_by_label("Het bestand dat u bewerkt hebt").set_input_files(file)
    page.get_by_role("button", name="Bekijken wat er zou wijzigen").click()
    expect(page.get_by_text("10 velden wijzigen, in 10 rijen.")).to_be_visible()
    expect(page.locator("table.changes")).to_have_count(10)
    assert not Actor.objects.exclude(acronym_nl="").exclude(acronym_nl=None).exists(), "looking writes nothing"

    page.get_by_role("button", name="Dit alles importeren").click()
    expect(page.get_by_text("Geïmporteerd: 10 velden.")).to_be_visible()
    assert Actor.objects.filter(acronym_nl__startswith="H").count() == 10

    page.get_by_role("button", name="De hele import ongedaan maken").click()
    expect(page.get_by_text("De import is ongedaan gemaakt.")).to_be_visible()
    assert Actor.objects.filter(acronym_nl__startswith="H").count() == 0
