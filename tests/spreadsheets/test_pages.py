"""The pages about spreadsheets: out, in, what would change, import, undo, and who else was at it meanwhile."""

import re
from io import BytesIO

import pghistory
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from openpyxl import load_workbook

from actors.models import Actor, Contact, Service, Spreadsheet
from actors.models.spreadsheet import KEPT
from actors.people.retention import clean_up
from actors.spreadsheets import files, jobs, uploads
from tests import factories
from tests.spreadsheets.conftest import Sheet, checked, differences, errors, exported, goes_on
from tests.staff.conftest import user

NAME = "Officiële naam (NL)"


def send(client, content: bytes, name="fiches.xlsx"):
    file = SimpleUploadedFile(name, content)
    return client.post(reverse("staff-spreadsheet-upload"), {"file": file}, follow=True)


def click(client, act: str):
    found = Spreadsheet.objects.first()
    return client.post(reverse("staff-spreadsheet", args=[found.pk]), {"act": act}, follow=True).content.decode()


def test_from_the_list_of_listings_out_and_back(staff, listing):
    assert reverse("staff-spreadsheets") in staff.get(reverse("staff-listings"), {"q": "douche"}).content.decode()
    start = staff.get(reverse("staff-spreadsheets"), {"q": "douche"}).content.decode()
    assert "1 fiche is gekozen" in start
    staff.post(reverse("staff-spreadsheets"), {"table": "actors", "format": "xlsx", "q": "douche", "show": ""})
    out = staff.get(reverse("staff-spreadsheet-file", args=[Spreadsheet.objects.get().pk]))
    assert "organisaties-" in out["Content-Disposition"]
    page = send(staff, Sheet(out.content).set(NAME, "De Nieuwe Douche").content).content.decode()
    assert "<del>De Douche</del>" in page
    assert "<ins>De Nieuwe Douche</ins>" in page
    assert Actor.objects.get(pk=listing.pk).name_nl == "De Douche", "looking writes nothing"
    assert "Geïmporteerd: 1 veld" in click(staff, "import")
    assert Actor.objects.get(pk=listing.pk).name_nl == "De Nieuwe Douche"
    history = staff.get(reverse("staff-history", args=[listing.slug])).content.decode()
    assert "zone@example.org" in history or "zone" in history
    assert "De import is ongedaan gemaakt" in click(staff, "undo")
    assert Actor.objects.get(pk=listing.pk).name_nl == "De Douche"


def test_only_listings_of_the_selection_go_out(member, listing, other):
    factories.actor(slug="ander", name_nl="Ander Huis", steward=factories.zone("sud"))
    names = [row[1].value for row in load_workbook(BytesIO(exported(member, q="douche"))).worksheets[0].iter_rows()]
    assert names == [NAME, "De Douche"]
    assert len(list(load_workbook(BytesIO(exported(member))).worksheets[0].iter_rows())) == 3


def test_a_hidden_address_goes_out_to_its_own_team_alone(member, listing, other):
    listing.locations.update(level="undisclosed", street_nl="Geheimstraat 1")
    other.locations.update(level="undisclosed", street_nl="Verborgen 2")
    out = exported(member, "places", "csv").decode("utf-8-sig")
    assert "Geheimstraat 1" in out
    assert "Verborgen" not in out


def test_what_others_changed_since_stays_and_is_said_with_both_values(staff, member, listing):
    sheet = Sheet(exported(member)).set(NAME, "Van het rekenblad").set("Afkortingen en andere namen (NL)", "DD")
    Actor.objects.filter(pk=listing.pk).update(name_nl="Van een collega", description_nl="Ook van een collega")
    page = send(staff, sheet.content).content.decode()
    assert "1 veld is sinds de export door iemand anders gewijzigd" in page
    for said in ("Van een collega", "Van het rekenblad"):
        assert said in page
    assert "Geïmporteerd: 1 veld" in click(staff, "import")
    now = Actor.objects.get(pk=listing.pk)
    assert (now.name_nl, now.acronym_nl, now.description_nl) == ("Van een collega", "DD", "Ook van een collega")


def test_what_others_change_while_somebody_looks_stops_the_import(staff, member, listing):
    send(staff, Sheet(exported(member)).set(NAME, "Van het rekenblad").content)
    Actor.objects.filter(pk=listing.pk).update(name_nl="Net gewijzigd")
    page = click(staff, "import")
    assert "Er is niets geïmporteerd" in page
    assert Actor.objects.get(pk=listing.pk).name_nl == "Net gewijzigd"
    assert "sindsdien door anderen gewijzigd" in click(staff, "again").casefold()


def test_what_changed_since_the_import_is_not_undone_blindly(staff, member, listing):
    sheet = Sheet(exported(member)).set(NAME, "Geïmporteerd").set("Afkortingen en andere namen (NL)", "DD")
    send(staff, sheet.content)
    click(staff, "import")
    with pghistory.context(user=member.pk):  # of its own: all of a test is one transaction
        Actor.objects.filter(pk=listing.pk).update(name_nl="Later gewijzigd")
    page = click(staff, "undo")
    assert "omdat iemand het sindsdien heeft gewijzigd" in page
    assert "Later gewijzigd" in page
    now = Actor.objects.get(pk=listing.pk)
    assert (now.name_nl, now.acronym_nl or "") == ("Later gewijzigd", "")


def test_a_colleague_in_the_other_language_sends_it_back(member, listing):
    sheet = Sheet(exported(member, "services", language="fr"))
    sheet.set("Gratuit", "non").set("Thèmes", None)
    found = checked(member, sheet.content, language="nl")
    assert {name for _pk, name, _before, _after in differences(found)} == {"free", "themes"}
    assert "minstens één thema" in errors(found)[0][2], "the rules of the editor hold"


def test_hours_and_places_and_channels(member, listing):
    sheet = Sheet(exported(member, "hours")).set("Openingsuren", "ma-vr 13u-17u")
    done = goes_on(checked(member, sheet.content), "save")
    assert done.state == "done", done.failure
    place = listing.services.get().places.get()
    assert (place.opening_hours, place.hours_confirmed_on) == ("Mo-Fr 13:00-17:00", timezone.localdate())
    assert differences(checked(member, exported(member, "places"))) == []
    sheet = Sheet(exported(member, "contacts")).set("Nummer of adres", "geen nummer")
    assert "02 123 45 67" in errors(checked(member, sheet.content))[0][2]


def test_columns_may_be_left_out_and_that_is_said(staff, member, listing):
    sheet = Sheet(exported(member))
    sheet.page.delete_cols(sheet.columns["Soort"])
    page = send(staff, Sheet(sheet.content).set(NAME, "Nieuw").content).content.decode()
    assert "blijven zoals ze zijn: Soort" in page
    made = Spreadsheet.objects.latest("pk")
    assert "restent telles quelles : Type" in made.remarks[0]["fr"], "to a colleague in their own language"


def test_a_zone_team_does_not_say_which_team_keeps_a_listing(member, listing):
    assert "Zoneteam" not in "".join(Sheet(exported(member)).columns)
    boss = user("boss", is_staff=True)
    found = checked(member, Sheet(exported(boss)).content)
    assert "Zoneteam dat de fiche bijhoudt” mag u niet wijzigen" in found.failure["nl"]


class TestNewOrganisations:
    @pytest.fixture
    def empty(self, staff, listing) -> Sheet:
        return Sheet(staff.get(reverse("staff-spreadsheet-template")).content)

    def test_choices_are_drop_downs(self, empty):
        rules = empty.page.data_validations.dataValidation
        assert all(rule.formula1.startswith("=lists!") for rule in rules)
        lists = empty.book["lists"]
        assert lists.sheet_state == "hidden"
        words = {cell.value for row in lists.iter_rows() for cell in row}
        assert {"netwerk", "shower NL", "Bosnië"} <= words

    def test_a_row_becomes_an_organisation_with_a_service_and_goes_into_the_archive_by_undo(self, staff, empty):
        values = {NAME: "Nieuw Huis", "Telefoon": 25_123_456, "Straat en nummer (NL)": "Straat 9"}
        values |= {"Wijk": "Bosnië", "Eerste dienst (NL)": "Soep", "Thema van de dienst": "shower NL"}
        values |= {"Openingsuren": "ma-vr 9-12u", "Zoneteam dat de fiche bijhoudt": empty_zone()}
        for column, value in values.items():
            empty.set(column, value)
        page = send(staff, empty.content).content.decode()
        assert "1 nieuwe organisatie." in page
        assert not Actor.objects.filter(name_nl="Nieuw Huis").exists()
        assert "Geïmporteerd: 1 nieuwe organisatie" in click(staff, "import")
        made = Actor.objects.get(name_nl="Nieuw Huis")
        service = made.services.get()
        assert (made.steward.code, made.status, service.name_nl) == ("sud", "draft", "Soep")
        assert service.places.get().opening_hours == "Mo-Fr 09:00-12:00"
        assert Contact.objects.get(actor=made).value == "+3225123456"
        click(staff, "undo")
        made.refresh_from_db()
        assert made.status == "archived"

    def test_what_is_wrong_in_it_is_said_by_cell(self, staff, member, empty):
        empty.set(NAME, "De Douche").set("E-mailadres", "geen adres").set("Soort", "winkel")
        empty.set(NAME, "Tweemaal", 3).set(NAME, "Tweemaal", 4)
        said = errors(checked(member, empty.content))
        assert {name for number, name, _words in said if number == 2} == {"kind", "email", "name_nl"}
        assert (4, "name_nl", "Dit staat al in rij 3.") in said


def empty_zone() -> str:
    return factories.zone("sud").name_nl


class TestAtTheDoor:
    def test_a_file_that_is_too_large(self, staff, listing, monkeypatch):
        monkeypatch.setattr(uploads, "MOST_BYTES", 10)
        monkeypatch.setattr(uploads, "ROOM", 10)
        page = send(staff, bytes(10_000))
        assert page.status_code == 413
        assert f"groter dan {files.MOST_BYTES // 1_000_000} megabyte" in page.content.decode()
        assert not Spreadsheet.objects.exists()

    def test_no_file(self, staff, listing):
        page = staff.post(reverse("staff-spreadsheet-upload"))
        assert (page.status_code, "Kies eerst een bestand" in page.content.decode()) == (422, True)

    def test_without_the_token_of_the_form(self, member, listing):
        from django.test import Client

        browser = Client(enforce_csrf_checks=True)
        browser.force_login(member)
        assert send(browser, b"id;version").status_code == 403

    def test_other_forms_take_no_file_still(self, staff, listing):
        file = SimpleUploadedFile("x.csv", b"x")
        assert staff.post(reverse("staff-spreadsheets"), {"table": file}).status_code == 400

    def test_one_at_a_time(self, staff, member, listing):
        earlier = Spreadsheet.objects.create(user=member, act="export", table="actors", language="nl")
        page = send(staff, b"id;version")
        assert (page.status_code, "nog gewerkt" in page.content.decode()) == (409, True)
        link = f'<a href="{reverse("staff-spreadsheet", args=[earlier.pk])}">Bekijken hoever het staat</a>'
        assert link in page.content.decode(), "one click away"

    def test_one_that_died_is_tried_again(self, staff, member, listing):
        made = Spreadsheet.objects.create(user=member, act="check", language="nl", content=exported(member))
        Spreadsheet.objects.filter(pk=made.pk).update(touched_at=timezone.now() - jobs.START * 2)
        page = staff.get(reverse("staff-spreadsheet", args=[made.pk])).content.decode()
        assert "halverwege gestopt" in page
        assert "Er zou niets wijzigen" in click(staff, "again")


def test_files_go_after_two_weeks(member, listing):
    exported(member)
    assert clean_up()["spreadsheets"] == 0
    Spreadsheet.objects.update(made_at=timezone.now() - KEPT - timezone.timedelta(days=1))
    assert clean_up()["spreadsheets"] == 1
    assert not Spreadsheet.objects.exists()
    assert Service.objects.exists()


def test_all_services_of_a_theme_go_out_and_no_others(staff, member, listing):
    """ "All youth services": what a listing offers besides is not among them."""
    factories.service(actor=listing, themes=["food"], at=True, slug="soep", name_nl="Soep")
    elsewhere = factories.actor(slug="ander", steward=factories.zone("sud"), name_nl="Ander huis")
    factories.service(actor=elsewhere, themes=["shower"], at=True, slug="ander-1")

    def names(table, offer):
        return [row[0] for row in rows_of(exported(member, table, offer=offer))]

    assert names("services", "theme/food") == ["De Douche"]
    assert len(names("services", "")) == 3
    assert names("hours", "theme/food") == ["De Douche"]
    assert names("contacts", "theme/food") == ["De Douche"]
    assert names("services", "theme/nothing") == []
    page = staff.get(reverse("staff-spreadsheets"), {"offer": "theme/food"}).content.decode()
    assert "1 fiche is gekozen" in page


def rows_of(out: bytes) -> list:
    """The rows of a file, from its second column on."""
    return [[cell.value for cell in row[1:]] for row in Sheet(out).page.iter_rows(min_row=2)]


def test_the_form_sends_what_it_shows(staff, listing):
    """Each choice of the page has its value: an export is what was chosen."""
    page = staff.get(reverse("staff-spreadsheets")).content.decode()
    assert set(re.findall(r'name="table" value="([^"]*)"', page)) == {
        "actors",
        "services",
        "places",
        "hours",
        "contacts",
    }
    assert "telefoonnummers, e-mailadressen, websites" in page, "where telephone numbers stand"


def test_what_was_imported_no_longer_says_now(staff, member, listing):
    """The same table shows what would change, and afterwards what did."""
    page = send(staff, Sheet(exported(member)).set(NAME, "Nieuw").content).content.decode()
    assert ">Nu<" in page
    done = click(staff, "import")
    assert ">Nu<" not in done
    assert ">Voordien<" in done
    assert "Wat is gewijzigd" in done


def test_a_file_that_is_refused_is_not_tried_again_as_it_is(staff, listing):
    page = send(staff, b"%PDF-1.7").content.decode()
    assert "Opnieuw proberen" not in page


def test_the_file_for_new_organisations_in_french_takes_what_it_offers(client, member, listing):
    """The names of its columns are looked for in Dutch too, and the choices were those of whichever came first."""
    client.force_login(member)
    with override("fr"):
        sheet = Sheet(client.get(reverse("staff-spreadsheet-template")).content)
    values = {"Nom officiel (FR)": "Nouvelle Maison", "Équipe de bassin qui tient la fiche": "sud FR"}
    values |= {
        "Rue et numéro (FR)": "Rue 9",
        "Commune": "Saint-Gilles",
        "Quartier": "Bosnie",
        "Premier service (FR)": "Soupe",
    }
    values |= {"Thème du service": "shower FR"}
    for column, value in values.items():
        sheet.set(column, value)
    found = checked(member, sheet.content, language="fr")
    assert errors(found, "fr") == []
    assert goes_on(found, "save").state == "done"
    assert Actor.objects.get(name_fr="Nouvelle Maison").steward.code == "sud"
