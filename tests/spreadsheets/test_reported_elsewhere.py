"""What people reported to the makers of other tools that read spreadsheets, tried on ours: repository and issue."""

import csv
import re
import zipfile
from datetime import time, timedelta
from io import BytesIO, StringIO

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from actors.models import Actor, Contact
from tests.spreadsheets.conftest import Sheet, checked, differences, errors, exported
from tests.spreadsheets.test_bad_files import KEY, KIND, NAME, VERSION, repacked


def remarks(found, language="nl") -> str:
    return " ".join(one[language] for one in found.remarks)


def with_column(out: bytes, name, value="gebeld op 3/11") -> bytes:
    """The same file with a column of somebody's own behind ours."""
    sheet = Sheet(out).set(NAME, "Nieuw")
    sheet.page.cell(1, sheet.page.max_column + 1, name)
    sheet.page.cell(2, sheet.page.max_column, value)
    return sheet.content


def test_a_column_with_my_own_notes(member, listing):
    """It stopped the whole import (openSIS-Classic 72, JEM 199, Airlift 12); unsaid it hides a typing error
    (openfoodfacts-server 12556)."""
    found = checked(member, with_column(exported(member), "opmerking van mij"))
    assert differences(found) == [(listing.pk, "name_nl", ["De Douche"], ["Nieuw"])]
    assert "“opmerking van mij”" in remarks(found)
    assert "« opmerking van mij »" in remarks(found, "fr")


def test_a_column_whose_name_i_mistyped(member, listing):
    """openfoodfacts-server 12556: a slip in a name and a column of nobody look alike."""
    found = checked(member, Sheet(exported(member)).set(NAME, "Officiele naam NL", 1).content)
    assert found.state == "failed"
    assert "“Officiele naam NL”" in found.failure["nl"]
    assert f"“{NAME}”" in found.failure["nl"], "which of ours was meant"


def test_a_column_without_a_name_at_the_end(member, listing):
    """Excel leaves one (YaleSTC/reservations 1439)."""
    assert len(differences(checked(member, with_column(exported(member), None, None)))) == 1
    assert len(differences(checked(member, with_column(exported(member), None, "een woord")))) == 1


@pytest.mark.parametrize("sign", ["\u00a0", "\u200b", "\ufeff", " ", "\n"])
def test_signs_that_nobody_sees_in_the_name_of_a_column(member, listing, sign):
    """manage-vaccinations-in-schools 3410, poiji 126, MiniExcel 719."""
    sheet = Sheet(exported(member)).set(NAME, "Nieuw")
    assert len(differences(checked(member, sheet.set(NAME, f"{sign}{NAME}{sign}", 1).content))) == 1


@pytest.mark.parametrize("sign", ["\u00a0", "\u200b", " "])
def test_signs_that_nobody_sees_in_a_cell(member, listing, sign):
    """xls2rdf 19: a hard space behind the value is no change."""
    sheet = Sheet(exported(member)).set(NAME, f"De Douche{sign}")
    assert differences(checked(member, sheet.set(KIND, f"{sheet.cell(KIND).value}{sign}").content)) == []


@pytest.mark.parametrize("value", [time(9, 0), time(9, 30), timedelta(hours=26)])
def test_an_hour_that_became_a_time(member, listing, value):
    """Excel makes a time of 9:00 (xlwings 2105, OpenRefine 5390), and readers make of that what they like."""
    found = checked(member, Sheet(exported(member, "hours")).set("Openingsuren", value).content)
    assert "een uur van gemaakt" in errors(found)[0][2]
    assert "une heure" in errors(found, "fr")[0][2]


@pytest.mark.parametrize("word", ["TRUE", "WAAR", "VRAI", "true", True])
def test_yes_as_spreadsheets_say_it(member, listing, word):
    """CubeCobra 2140, xls2rdf 13, sphere-node-product-csv-sync 159: Excel writes its own word into the CSV."""
    sheet = Sheet(exported(member, "contacts")).set("Is van een persoon", word)
    for content in (sheet.content, sheet.as_csv(encoding="cp1252")):
        found = checked(member, content)
        assert [one[1:] for one in differences(found)] == [("personal", [], ["on"])] or errors(found)[0][
            1
        ] != "personal"


@pytest.mark.parametrize("word", ["FALSE", "ONWAAR", "FAUX", False])
def test_no_as_spreadsheets_say_it(member, listing, word):
    found = checked(member, Sheet(exported(member, "contacts")).set("Is van een persoon", word).content)
    assert (differences(found), errors(found)) == ([], [])


def test_words_in_bold_within_a_cell(member, listing):
    """roo 504, xlsx-format 92, ClosedXML 91: only the first of them was read, or nothing."""
    sheet = Sheet(exported(member))
    sheet.cell(NAME).value = CellRichText("De ", TextBlock(InlineFont(b=True), "nieuwe"), " Douche")
    assert differences(checked(member, sheet.content))[0][3] == ["De nieuwe Douche"]


def strict(content: bytes) -> bytes:
    """The same workbook as Excel saves "Strict Open XML"."""
    transitional = b"http://schemas.openxmlformats.org/"
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(file, "w") as new:
        for part in old.infolist():
            data = old.read(part)
            for name in (b"spreadsheetml/2006/main", b"officeDocument/2006/relationships"):
                plain = name.replace(b"/2006", b"")
                data = data.replace(transitional + name, b"http://purl.oclc.org/ooxml/" + plain)
            new.writestr(part.filename, data)
    return file.getvalue()


def test_a_strict_xlsx_is_read_or_refused_in_words_that_help(member, listing):
    """pyexcel 176, xlrd 343: no sheet was found in it, or an index was out of range."""
    found = checked(member, strict(Sheet(exported(member)).set(NAME, "Nieuw").content))
    assert len(differences(found)) == 1 or "Strict" in found.failure["nl"]


def test_a_comma_in_the_name_of_a_column(member, listing):
    """dora 232: the delimiter was sought within quotes too."""
    sheet = Sheet(exported(member)).set(NAME, "Nieuw")
    sheet.page.cell(1, sheet.page.max_column + 1, "wie, wat, waar, wanneer, waarom, hoe, en dan,,,,,,,,,,,,,,,,,,,,,,,")
    found = checked(member, sheet.as_csv())
    assert len(differences(found)) == 1, found.failure


def test_lines_as_an_old_macintosh_ends_them(member, listing):
    content = Sheet(exported(member)).set(NAME, "Nieuw").as_csv().replace(b"\r\n", b"\r")
    assert len(differences(checked(member, content))) == 1


def test_an_emptied_cell_empties_the_field_and_is_counted(staff, member, listing):
    """frappe 5631 passed over it; django-import-export 1855 erased what somebody wanted to keep. Here it is asked."""
    Actor.objects.filter(pk=listing.pk).update(description_nl="Warm water", name_nl="De Douche")
    found = checked(member, Sheet(exported(member)).set("Beschrijving (NL)", None).set(NAME, "Nieuw").content)
    page = staff.get(f"/nl/beheer/rekenbladen/{found.pk}/").content.decode()
    assert "1 veld wordt leeg" in page


def test_an_empty_cell_does_not_take_the_value_above_it(member, listing):
    """InvenTree 9050."""
    Contact.objects.create(actor=listing, kind="phone", value="+3225100912", label_nl="nachtlijn")
    assert differences(checked(member, exported(member, "contacts"))) == []


def hidden(content: bytes) -> bytes:
    """Row 2 is hidden by a filter."""
    return repacked(content, lambda data: data.replace(b'<row r="2"', b'<row r="2" hidden="1"', 1))


def test_a_row_that_a_filter_hides_changes_too_and_that_is_said(staff, member, listing):
    """SheetJS 630, ImportExcel 762: who filters thinks that only what they see is sent. ONLYOFFICE 74, xlwings 747:
    what is pasted over a filter goes into the hidden rows."""
    content = hidden(Sheet(exported(member)).set(NAME, "Nieuw").content)
    found = checked(member, content)
    assert len(differences(found)) == 1
    assert "rij 2" in remarks(found)
    assert "verborgen" in remarks(found)
    assert "verborgen" not in remarks(checked(member, hidden(exported(member)))), "where nothing of it changes"


def test_a_title_above_the_names_of_the_columns(member, listing):
    """People give their list a title; other tools take it for the names of columns."""
    sheet = Sheet(exported(member)).set(NAME, "Nieuw")
    sheet.page.insert_rows(1, 2)
    sheet.page["A1"] = "Jeugddiensten, november"
    found = checked(member, sheet.content)
    assert len(differences(found)) == 1, found.failure
    assert found.rows.get().number == 4, "the row as the person sees it"


def test_my_own_sheet_stands_before_ours(member, listing):
    """Whoever keeps notes in a first sheet sends the workbook as it is."""
    sheet = Sheet(exported(member)).set(NAME, "Nieuw")
    notes = sheet.book.create_sheet("Notities", 0)
    notes["A1"] = "bellen met de zone"
    found = checked(member, sheet.content)
    assert len(differences(found)) == 1, found.failure


def test_a_name_in_quotes_with_lines_in_it(member, listing):
    """A text of several lines in a CSV stays one row."""
    file = StringIO(exported(member, kind="csv").decode("utf-8-sig"), newline="")
    rows = list(csv.reader(file, delimiter=";"))
    rows[1][rows[0].index("Beschrijving (NL)")] = 'een\ntwee;"drie"'
    out = StringIO(newline="")
    csv.writer(out, delimiter=";").writerows(rows)
    found = checked(member, out.getvalue().encode("cp1252"))
    assert differences(found)[0][3] == ['een\ntwee;"drie"']


def test_the_columns_of_the_key_survive_a_spreadsheet_that_cuts(member, listing):
    """The version begins with a letter, so that no program makes a number or a formula of it."""
    row = next(csv.DictReader(StringIO(exported(member, kind="csv").decode("utf-8-sig")), delimiter=";"))
    assert re.fullmatch(r"v[\w-]+", row[VERSION])
    assert row[KEY] == str(listing.pk)
