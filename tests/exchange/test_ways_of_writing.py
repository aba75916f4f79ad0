"""Telephone numbers and addresses as people write them in one line; cells as others part them."""

from io import StringIO

import pytest

from actors.enums import ContactKind
from actors.models import Contact
from actors.phones import read_phones
from repertorium.spreadsheets import Writer, as_text, as_written
from tests.exchange.test_faulty_places import good, ground, run  # noqa: F401 (fixtures)

FIRST, SECOND, NEXT = "+3225123456", "+3225130000", "+3225123457"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("02 512 34 56 & 02 513 00 00", {FIRST: "", SECOND: ""}),
        ("02 512 34 56 + 02 513 00 00", {FIRST: "", SECOND: ""}),
        ("02 512 34 56 02 513 00 00", {FIRST: "", SECOND: ""}),
        ("+32 2 512 34 56 +32 2 513 00 00", {FIRST: "", SECOND: ""}),
        ("02/512.34.56-57", {FIRST: "", NEXT: ""}),
        ("02.512.34.56 ou .57", {FIRST: "", NEXT: ""}),
        ("02 512 34 56 (9h-12h) / 02 513 00 00 (après-midi)", {FIRST: "9h-12h", SECOND: "après-midi"}),
        ("02 512 34 56 (matin) - 02 513 00 00", {FIRST: "matin", SECOND: ""}),
        ("(02)/512 34 56", {FIRST: ""}),
        ("02-512-34-56", {FIRST: ""}),
        ("02 512 02 12", {"+3225120212": ""}),
        ("+32 (0)2 512.34.56", {FIRST: ""}),
    ],
)
def test_telephone_numbers(text, numbers):
    found = read_phones(text)
    assert {phone.value: phone.note for phone in found.numbers} == numbers
    assert found.unread == []


@pytest.mark.parametrize("between", [" et ", " en ", " and ", " & ", " - ", "|", " / ", ", ", ";", " ou ", " OF "])
def test_addresses(run, between):  # noqa: F811
    email, website = f"info@a.be{between}contact@b.be", f"a.be{between}b.be"
    report = run([{**good(1), "email": email, "website": website}])
    assert sorted(Contact.objects.filter(kind=ContactKind.EMAIL).values_list("value", flat=True)) == [
        "contact@b.be", "info@a.be",
    ]  # fmt: skip
    assert Contact.objects.filter(kind=ContactKind.WEBSITE).count() == 2
    assert not report.left


@pytest.mark.parametrize("email", ["info(at)zon.be", "info [at] zon [dot] be", "info (arobase) zon (point) be"])
def test_addresses_that_machines_should_not_read(run, email):  # noqa: F811
    run([{**good(1), "email": email}])
    assert Contact.objects.get().value == "info@zon.be"


@pytest.mark.parametrize("text", ['Zon;=HYPERLINK("http://a.be")', "Zon,@SUM(1)", "Zon\n=1+1", "=1;=2", "Zon\t=1"])
def test_no_part_of_a_cell_runs_where_others_part_cells(text):
    Writer(file := StringIO()).writerow(["1", text])
    for sign in ";,\t\n":
        assert not any(cell.strip('"').startswith(("=", "@")) for cell in file.getvalue().split(sign)), sign
    assert as_written(as_text(text)) == text


def test_prices_and_lists_stay_as_they_are():
    for text in ("€ 10,-", "Aanbod:\n- douche\n- was", "1000;1020", "a = b; c"):
        assert as_text(text) == text
