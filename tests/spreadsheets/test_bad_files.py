"""What people send that is no spreadsheet of ours: each is said in both languages, and nothing changes."""

import re
import zipfile
from datetime import datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from actors.models import Actor, Service
from actors.spreadsheets import reading
from tests import factories
from tests.spreadsheets.conftest import Sheet, checked, differences, errors, exported, workbook

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4
NAME, KIND, KEY, VERSION = "Officiële naam (NL)", "Soort", "id (niet wijzigen)", "versie (niet wijzigen)"


def packed(**parts) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return file.getvalue()


def repacked(content: bytes, change) -> bytes:
    """The same workbook with something else in its first sheet."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            data = old.read(part)
            new.writestr(part.filename, change(data) if part.filename.endswith("sheet1.xml") else data)
    return file.getvalue()


def bomb(content: bytes) -> bytes:
    return repacked(content, lambda data: data + b" " * 300_000_000)


def entities(content: bytes) -> bytes:
    """A sheet whose XML defines entities of entities."""
    more = "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True))
    head = f'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{more}]>'.encode()
    cell = b'<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&i;</t></is></c></row></sheetData>'
    sheet = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' + cell + b"</worksheet>"
    return repacked(content, lambda _data: head + sheet)


def merged(content: bytes) -> bytes:
    sheet = Sheet(content)
    sheet.page.merge_cells("B2:C2")
    return sheet.content


def head(column: str, words):
    return lambda out: Sheet(out).set(column, words, 1).content


def only_head(out: bytes) -> bytes:
    return workbook([[cell.value for cell in Sheet(out).page[1]]])


DOCX = packed(**{"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"})
ODS = packed(mimetype="application/vnd.oasis.opendocument.spreadsheet")
LOCKED = OLE + "EncryptedPackage".encode("utf-16-le")
FILES = {  # what is sent, made of an export; words in Dutch, words in French
    "empty": (lambda out: b"", "Dit bestand is leeg", "Ce fichier est vide"),
    "spaces": (lambda out: b"\xef\xbb\xbf \r\n\r\n", "Dit bestand is leeg", "Ce fichier est vide"),
    "a sheet without cells": (lambda out: workbook([]), "Dit bestand is leeg", "Ce fichier est vide"),
    "pdf": (lambda out: b"%PDF-1.7\n" + bytes(200), "Dit is geen rekenblad", "n'est pas un tableur"),
    "png": (lambda out: PNG, "Dit is geen rekenblad", "n'est pas un tableur"),
    "noise": (lambda out: bytes(range(256)) * 9, "geen rekenblad", "pas un tableur"),
    "docx": (lambda out: DOCX, "Dit is geen rekenblad", "n'est pas un tableur"),
    "ods": (lambda out: ODS, "LibreOffice", "LibreOffice"),
    "xls of 1997": (lambda out: OLE, "oud soort bestand", "ancien type"),
    "with a password": (lambda out: LOCKED, "wachtwoord", "mot de passe"),
    "half an xlsx": (lambda out: out[: len(out) // 2], "beschadigd", "abîmé"),
    "xml that ends": (lambda out: repacked(out, lambda data: data[: len(data) // 2]), "beschadigd", "abîmé"),
    "a bomb": (bomb, "veel te groot", "bien trop grand"),
    "entities of entities": (entities, "beschadigd", "abîmé"),
    "html": (lambda out: b"<html><table><td>id</td></table></html>", "geen rekenblad", "pas un tableur"),
    "merged cells": (merged, "samengevoegd (B2:C2)", "fusionnées dans ce fichier (B2:C2)"),
    "another head": (lambda out: workbook([["a", "b"], [1, 2]]), "Er staat: a, b", "On y lit : a, b"),
    "without id": (head(KEY, None), "ontbreekt “id”", "Il manque « id »"),
    "without version": (head(VERSION, ""), "ontbreekt", "Il manque"),
    "a doubled column": (head(KIND, NAME), "twee keer", "deux fois"),
    "only a head": (only_head, "geen rijen", "aucune ligne"),
    "DOS letters": (lambda out: Sheet(out).set(NAME, "Caf\x82s").as_csv(encoding="latin-1"), "accenten", "accentuées"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_refused_as_a_whole(member, listing, name):
    made, dutch, french = FILES[name]
    before = list(Actor.objects.values())
    found = checked(member, made(exported(member)))
    assert found.state == "failed"
    assert dutch in found.failure["nl"]
    assert french in found.failure["fr"]
    assert list(Actor.objects.values()) == before


CELLS = {  # column and what somebody put there; words in Dutch, words in French
    "a formula": (NAME, '=cmd|"/C calc"!A0', "Dit is een formule", "Ceci est une formule"),
    "a formula of another kind": (NAME, '@SUM(1+1)*cmd|"/C calc"!A0', "Dit is een formule", "Ceci est une formule"),
    "a fault": (NAME, "#VERW!", "kon dit niet berekenen", "n'a pas pu le calculer"),
    "a shortened number": (NAME, "1E+10", "cijfers verloren", "chiffres sont perdus"),
    "broken letters": (NAME, "CafÃ© du Coin", "stuk", "abîmées"),
    "no such choice": (KIND, "winkel", "geen van de keuzes", "ne fait pas partie"),
    "no date": ("Toestemming genoteerd op", "31/02/2026", "geen datum", "pas une date"),
    "too long": (NAME, "x" * 300, "200", "200"),
    "no number": ("Ritme van nazicht (maanden)", "zes", "geheel getal", "entier"),
    "too much": ("Ritme van nazicht (maanden)", 99, "24", "24"),
    "no id": (KEY, None, "geen id", "pas d'id"),
    "an id that is none": (KEY, "x1", "Zo een record is er niet", "ne figure pas"),
    "an id of nobody": (KEY, 999_999_999, "Zo een record is er niet", "ne figure pas"),
    "another version": (VERSION, "v123", "Exporteer opnieuw", "Exportez à nouveau"),
}


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
@pytest.mark.parametrize("name", CELLS)
def test_a_cell_that_is_refused(member, listing, name, kind):
    column, value, dutch, french = CELLS[name]
    sheet = Sheet(exported(member)).set(column, value)
    found = checked(member, sheet.content if kind == "xlsx" else sheet.as_csv())
    assert found.state == "done", found.failure
    ((number, _name, said),) = errors(found)
    assert (number, dutch in said) == (2, True), said
    assert french in errors(found, "fr")[0][2]


def test_a_listing_of_others_is_not_there(member, listing, other):
    sheet = Sheet(exported(member)).set(KEY, other.pk).set(NAME, "Gekaapt")
    found = checked(member, sheet.content)
    assert "Zo een record is er niet" in errors(found)[0][2]
    assert differences(found) == []


def test_a_row_twice(member, listing):
    sheet = Sheet(exported(member))
    sheet.page.append([cell.value for cell in sheet.page[2]])
    ((number, _name, said),) = errors(checked(member, sheet.content))
    assert (number, said) == (3, "Dit staat al in rij 2.")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_texts_of_every_kind_are_read(member, listing, encoding, delimiter):
    sheet = Sheet(exported(member)).set(NAME, "Café; «één» – 100 €")
    found = checked(member, sheet.as_csv(encoding=encoding, delimiter=delimiter), "fiches.csv")
    assert differences(found) == [(listing.pk, "name_nl", ["De Douche"], ["Café; «één» – 100 €"])]


def test_a_hint_to_excel_in_the_first_line(member, listing):
    content = b"sep=;\r\n" + Sheet(exported(member)).set(NAME, "Nieuw").as_csv(encoding="cp1252")
    assert len(differences(checked(member, content))) == 1


@pytest.mark.parametrize("typed", [25_100_999, 25_100_999.0, "2/510.09.99", "02/510 09 99", "+32 2 510 09 99"])
def test_a_telephone_that_lost_its_zero(member, listing, typed):
    sheet = Sheet(exported(member, "contacts")).set("Nummer of adres", typed)
    assert differences(checked(member, sheet.content))[0][1:] == ("value", ["+3225100910"], ["+3225100999"])


def test_a_number_that_became_a_date(member, listing):
    sheet = Sheet(exported(member, "contacts")).set("Nummer of adres", datetime(2026, 2, 1))
    assert "een datum van gemaakt" in errors(checked(member, sheet.content))[0][2]


def test_a_sheet_that_was_formatted_to_its_end(member, listing):
    """LibreOffice writes a million rows without anything in them; django-import-export hangs on it (its issue 1642)."""
    sheet = Sheet(exported(member)).set(NAME, "Nieuw")
    sheet.page.cell(1_000_000, 1).number_format = "@"
    found = checked(member, sheet.content)
    assert (found.state, len(differences(found))) == ("done", 1)


def test_a_file_that_is_wrong_of_its_own_size(member, listing):
    """Other programs write `<dimension ref="A1"/>`, which readers of a stream believe (pandas, issue 39001)."""
    content = Sheet(exported(member)).set(NAME, "Nieuw").content
    wrong = repacked(content, lambda data: re.sub(rb'<dimension ref="[^"]+"', b'<dimension ref="A1"', data))
    assert b'<dimension ref="A1"' in zipfile.ZipFile(BytesIO(wrong)).read("xl/worksheets/sheet1.xml")
    assert len(differences(checked(member, wrong))) == 1


def test_more_rows_than_are_taken(member, listing, monkeypatch):
    monkeypatch.setattr(reading, "MOST_ROWS", 3)
    sheet = Sheet(exported(member))
    for _number in range(4):
        sheet.page.append([cell.value for cell in sheet.page[2]])
    assert "meer dan 3 rijen" in checked(member, sheet.content).failure["nl"]


def test_nothing_that_goes_out_runs(member, listing):
    Actor.objects.filter(pk=listing.pk).update(name_nl='=cmd|"/C calc"!A0')
    out = exported(member)
    cell = load_workbook(BytesIO(out)).worksheets[0]["B2"]
    assert (cell.data_type, cell.value[:2]) == ("s", "'=")
    assert ";\"'=cmd|" in exported(member, kind="csv").decode("utf-8-sig")
    assert (differences(checked(member, out)), errors(checked(member, out))) == ([], [])


def test_zero_is_not_empty(member, listing):
    """Other libraries take 0 for nothing (django-import-export, issues 164, 219, 274)."""
    Service.objects.update(age_min=18)
    found = checked(member, Sheet(exported(member, "services")).set("Vanaf leeftijd", 0).content)
    assert differences(found) == [(listing.services.get().pk, "age_min", ["18"], ["0"])]


def test_a_theme_that_is_none(member, listing):
    factories.theme("food")
    found = checked(member, Sheet(exported(member, "services")).set("Thema's", "food NL; bestaat niet").content)
    assert "“bestaat niet” is geen van de keuzes" in errors(found)[0][2]
