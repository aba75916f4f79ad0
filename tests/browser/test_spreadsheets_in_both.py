"""Spreadsheets in a real browser, in both languages: new organisations, what a colleague changed meanwhile, one house."""

import pytest
from django.urls import reverse
from django.utils.translation import gettext, override
from playwright.sync_api import expect

from actors.models import Actor, ActorEditor, Spreadsheet
from repertorium.accounts.models import User
from tests import factories
from tests.browser.test_editing import log_in
from tests.browser.test_spreadsheets import same_database  # noqa: F401
from tests.spreadsheets.conftest import Sheet
from zones.models import ZoneMember

COLUMNS = {
    "nl": {
        "name": "Officiële naam (NL)",
        "team": "Zoneteam dat de fiche bijhoudt",
        "acronym": "Afkortingen en andere namen (NL)",
    },
    "fr": {
        "name": "Nom officiel (NL)",
        "team": "Équipe de bassin qui tient la fiche",
        "acronym": "Sigles et autres noms (NL)",
    },
}


@pytest.fixture
def site(empty_site):
    return empty_site


@pytest.fixture(params=["nl", "fr"])
def language(request):
    with override(request.param):
        yield request.param


class Browser:
    """Somebody of zone Sud who sends files."""

    def __init__(self, page, tmp_path, language):
        self.page, self.file, self.columns = page, tmp_path / "fiches.xlsx", COLUMNS[language]
        log_in(page.context, page.site, "zone")
        page.goto(page.site + reverse("staff-spreadsheets"))

    def press(self, words):
        self.page.get_by_role("button", name=gettext(words)).click()

    def get(self, words) -> Sheet:
        with self.page.expect_download() as download:
            self.page.get_by_role("link", name=gettext(words)).click()
        return Sheet(download.value.path().read_bytes())

    def send(self, sheet: Sheet):
        self.file.write_bytes(sheet.content)
        self.page.goto(self.page.site + reverse("staff-spreadsheets"))
        self.page.get_by_label(gettext("The file that you edited")).set_input_files(self.file)
        self.press("Look at what would change")

    def reads(self, words, **values):
        expect(self.page.get_by_text(words % values if values else words)).to_be_visible()


@pytest.fixture
def browser(page, same_database, tmp_path, language):  # noqa: F811
    factories.actor(slug="douche", name_nl="De Douche", name_fr="La Douche", steward=factories.zone("sud"))
    return Browser(page, tmp_path, language)


def test_new_organisations_from_the_file_with_drop_downs(browser, language):
    sheet = browser.get("The file for new organisations (.xlsx)")
    assert sheet.page.data_validations.dataValidation
    sheet.set(browser.columns["name"], "Nieuw Huis").set(
        browser.columns["team"], getattr(factories.zone("sud"), f"name_{language}")
    )
    browser.send(sheet)
    browser.reads({"nl": "1 nieuwe organisatie.", "fr": "1 nouvelle organisation."}[language])
    assert not Actor.objects.filter(name_nl="Nieuw Huis").exists()
    browser.press("Import all of this")
    expect(browser.page.get_by_role("button", name=gettext("Undo the whole import"))).to_be_visible()
    assert Actor.objects.get(name_nl="Nieuw Huis").status == "draft"
    browser.press("Undo the whole import")
    browser.reads(gettext("The import was undone."))
    assert Actor.objects.get(name_nl="Nieuw Huis").status == "archived"


def test_what_a_colleague_changed_meanwhile_stays_and_both_values_are_read(browser, language):
    browser.press("Export as Excel (.xlsx)")
    sheet = browser.get("Download the file")
    sheet.set(browser.columns["name"], "Van het rekenblad").set(browser.columns["acronym"], "DD")
    Actor.objects.update(name_nl="Van een collega")
    browser.send(sheet)
    expect(browser.page.get_by_role("button", name=gettext("Import all of this"))).to_be_visible()
    browser.page.locator("a[href*='part=conflicts']").click()
    for said in ("Van een collega", "Van het rekenblad"):
        expect(browser.page.locator("main")).to_contain_text(said)
    browser.press("Import all of this")
    expect(browser.page.get_by_role("button", name=gettext("Undo the whole import"))).to_be_visible()
    now = Actor.objects.get()
    assert (now.name_nl, now.acronym_nl) == ("Van een collega", "DD")


def test_an_earlier_one_that_is_in_progress_is_one_click_away(browser, language):
    sheet = browser.get("The file for new organisations (.xlsx)")
    member = User.objects.get(email="zone@example.org")
    earlier = Spreadsheet.objects.create(user=member, act="export", table="actors", language=language)
    browser.send(sheet)
    browser.page.get_by_role("link", name=gettext("See how far it is")).click()
    expect(browser.page.get_by_role("progressbar")).to_be_visible()
    assert browser.page.url.endswith(reverse("staff-spreadsheet", args=[earlier.pk]))
    browser.page.problems.clear()  # Chromium counts the 409 among the errors


def test_who_edits_one_house_alone_has_none(browser, language):
    """They have three services and a form: no link leads there, and the address says that it is not for them."""
    somebody = User.objects.get(email="zone@example.org")
    ZoneMember.objects.all().delete()
    ActorEditor.objects.create(user=somebody, actor=Actor.objects.get())
    browser.page.goto(browser.page.site + reverse("staff-home"))
    expect(browser.page.get_by_role("link", name=gettext("Spreadsheets"))).to_have_count(0)
    assert browser.page.goto(browser.page.site + reverse("staff-spreadsheets")).status == 404
    browser.page.problems.clear()
