"""Five thousand services out, edited, back with three faults, then without, then undone: all else stays as it was."""

import time

import pytest
from django.db import connection

from actors.models import Actor, Service, ServiceTheme, Spreadsheet, SpreadsheetRow
from tests import factories
from tests.spreadsheets.conftest import Sheet, checked, differences, errors, exported, goes_on

ROWS = 5_000
OURS = {Spreadsheet._meta.db_table, SpreadsheetRow._meta.db_table}


@pytest.fixture
def many(member):
    """A thousand actors of the zone with five services each."""
    zone, theme = factories.zone("sud"), factories.theme("shower")
    factories.theme("food")
    actors = Actor.objects.bulk_create(
        Actor(slug=f"huis-{n}", name_nl=f"Huis {n}", name_fr=f"Maison {n}", status="published", steward=zone)
        for n in range(ROWS // 5)
    )
    services = Service.objects.bulk_create(
        Service(
            actor=actors[n // 5], slug=f"dienst-{n}", name_nl=f"Dienst {n}", name_fr=f"Service {n}",
            status="published", summary_nl=f"Zin {n} – met «tekens» & é", free=[True, False, None][n % 3],
        )
        for n in range(ROWS)
    )  # fmt: skip
    ServiceTheme.objects.bulk_create(ServiceTheme(service=one, theme=theme) for one in services)
    return services


def tables() -> dict[str, str]:
    """A print of every table of the catalogue, and of no history; without bare texts, which nobody reads (0016)."""
    names = [name for name in connection.introspection.table_names() if name.startswith(("actors_", "zones_"))]
    prints = {}
    with connection.cursor() as cursor:
        for name in sorted(set(names) - OURS):
            if not name.endswith("event"):
                known = [one.name for one in connection.introspection.get_table_description(cursor, name)]
                read = ", ".join(f'"{one}"' for one in known if f"{one}_nl" not in known)
                rows = f"SELECT row({read})::text AS one FROM {name}"
                cursor.execute(f"SELECT md5(coalesce(string_agg(one, '|' ORDER BY one), '')) FROM ({rows}) rows")
                prints[name] = cursor.fetchone()[0]
    return prints


def columns(services) -> dict[int, dict]:
    """What stands in every column of these services, with their themes."""
    rows = {row["id"]: row for row in Service.objects.values()}
    for link in ServiceTheme.objects.values("service", "theme"):
        rows[link["service"]].setdefault("themes", set()).add(link["theme"])
    return rows


def test_five_thousand_rows(many, member):
    began = time.process_time()
    before, rows_before = tables(), columns(many)
    sheet = Sheet(exported(member, "services"))
    assert sheet.page.max_row == ROWS + 1

    edited, rethemed = many[::20], set(many[::100])
    for one in edited:
        number = sheet.row_of_key(one.pk)
        sheet.set("In één zin (NL)", f"Nieuwe zin {one.pk}", number).set("Gratis", "nee", number)
        if one in rethemed:
            sheet.set("Thema's", "food NL; shower NL", number)
    faults = {7: ("Gratis", "misschien"), 2_500: ("Naam (NL)", '=cmd|"/C calc"!A0'), 5_001: ("Tot en met leeftijd", -3)}
    right = {number: (column, sheet.cell(column, number).value) for number, (column, _value) in faults.items()}
    for number, (column, value) in faults.items():
        sheet.set(column, value, number)
    found = checked(member, sheet.content)
    assert found.state == "done", found.failure
    assert [number for number, _name, _said in errors(found)] == sorted(faults)
    refused = goes_on(found, "save")
    assert refused.state == "failed", "all or nothing"
    assert tables() == before

    for number, (column, value) in right.items():
        sheet.set(column, value, number)
    found = checked(member, sheet.as_csv(encoding="cp1252"), "fiches.csv")  # as Belgian Excel saves it
    assert errors(found) == []
    changed = {(pk, name) for pk, name, _before, _after in differences(found)}
    free = {(one.pk, "free") for one in edited if one.free is not False}
    themes = {(one.pk, "themes") for one in rethemed}
    assert changed == free | themes | {(one.pk, "summary_nl") for one in edited}
    saved = goes_on(found, "save")
    assert saved.state == "done", saved.failure
    expected = {pk: dict(row) for pk, row in rows_before.items()}
    food = factories.theme("food").pk
    for one in edited:
        confirmed = {"admission_confirmed_on": Service.objects.get(pk=one.pk).admission_confirmed_on}
        sentence = f"Nieuwe zin {one.pk}"
        expected[one.pk] |= {"summary_nl": sentence, "summary": sentence, "free": False}
        expected[one.pk] |= confirmed if one.free is not False else {}
        if one in rethemed:
            expected[one.pk]["themes"] = expected[one.pk]["themes"] | {food}
    after = columns(many)
    assert [
        (name, row[name], expected[pk][name])
        for pk, row in after.items()
        for name in row
        if row[name] != expected[pk][name]
    ] == []
    others = {name for name, print_of in tables().items() if print_of != before[name]}
    assert others <= {"actors_service", "actors_servicetheme"}

    undone = goes_on(saved, "undo")
    assert undone.state == "done", undone.failure
    assert undone.left == []
    assert [name for name, print_of in tables().items() if print_of != before[name]] == []
    assert time.process_time() - began < 60, "seconds of this process for all of it: 30 as measured"
