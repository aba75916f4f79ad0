"""Files that go out and come back, and the people and listings of the staff's tests."""

import csv
from io import BytesIO, StringIO

import pytest
from openpyxl import Workbook, load_workbook

from actors.models import Spreadsheet
from actors.spreadsheets import jobs
from tests.staff.conftest import listing, member, other, staff

__all__ = ["listing", "member", "other", "staff"]


@pytest.fixture(autouse=True)
def at_once(monkeypatch, request):
    """What a page begins is done when it answers, in this process and this transaction."""
    if "process" not in request.keywords:
        monkeypatch.setattr(jobs, "start", lambda spreadsheet: jobs.run(spreadsheet.pk))


class Sheet:
    """An xlsx as somebody has it open: its cells by column and row."""

    def __init__(self, content: bytes):
        self.book = load_workbook(BytesIO(content))
        self.page = self.book.worksheets[0]
        self.columns = {cell.value: cell.column for cell in self.page[1]}

    def cell(self, column: str, number: int = 2):
        return self.page.cell(number, self.columns[column])

    def set(self, column: str, value, number: int = 2) -> "Sheet":
        self.cell(column, number).value = value
        return self

    def row_of_key(self, pk: int) -> int:
        if not hasattr(self, "_numbers"):
            self._numbers = {row[0].value: row[0].row for row in self.page.iter_rows(min_row=2, max_col=1)}
        return self._numbers[pk]

    @property
    def content(self) -> bytes:
        file = BytesIO()
        self.book.save(file)
        return file.getvalue()

    def as_csv(self, *, delimiter=";", encoding="utf-8-sig") -> bytes:
        file = StringIO(newline="")
        writer = csv.writer(file, delimiter=delimiter, lineterminator="\r\n")
        writer.writerows([["" if v is None else v for v in row] for row in self.page.iter_rows(values_only=True)])
        return file.getvalue().encode(encoding)


def exported(user, table="actors", kind="xlsx", language="nl", **selection) -> bytes:
    made = Spreadsheet.objects.create(
        user=user, act="export", table=table, format=kind, language=language, selection=selection
    )
    done = jobs.run(made.pk)
    assert done.state == "done", done.failure
    return bytes(done.content)


def checked(user, content: bytes, name="fiches.xlsx", language="nl") -> Spreadsheet:
    made = Spreadsheet.objects.create(user=user, act="check", name=name, language=language, content=content)
    return jobs.run(made.pk)


def goes_on(spreadsheet: Spreadsheet, act: str) -> Spreadsheet:
    spreadsheet.act, spreadsheet.state = act, "waiting"
    spreadsheet.save()
    return jobs.run(spreadsheet.pk)


def differences(spreadsheet: Spreadsheet) -> list[tuple]:
    return [(row.record, *change) for row in spreadsheet.rows.all() for change in row.changes]


def errors(spreadsheet: Spreadsheet, language="nl") -> list[tuple]:
    return [(row.number, name, said[language]) for row in spreadsheet.rows.all() for name, said in row.errors]


def workbook(rows) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()
