"""The dry run of a file: what each row would change, what is wrong in which cell, what others changed since.

Nothing of a listing is written. Rows with something to say are kept beside the file, so that the page that shows them
and the import that follows read the same.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from django.core.exceptions import ValidationError
from django.utils.functional import lazy
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from openpyxl.utils import get_column_letter

from actors.models import Spreadsheet, SpreadsheetRow
from actors.spreadsheets.cells import Value
from actors.spreadsheets.files import SheetError, in_both
from actors.spreadsheets.reading import Reading, Row
from actors.spreadsheets.sheets import KEY, VERSION, Sheet, sheet_of, titles_of_sheets
from actors.spreadsheets.tables import Messages
from actors.spreadsheets.versions import print_of, prints_of
from actors.spreadsheets.writing import Step
from repertorium.door import key_of

AT_ONCE = 200  # rows
MOST_ERRORS = 1_000  # cells; a file with more is wrong in one way, which the first of them say
MOST_ABOVE = 9  # rows above the names of the columns: a title, a date
MOST_TOLD = 20  # columns, sheets or rows that are named in a remark
NOT_YOURS = _("There is no such record among those that you may edit.")


class Check:
    """One file, held against the database."""

    def __init__(self, spreadsheet: Spreadsheet):
        self.spreadsheet = spreadsheet
        self.places: dict[int, str] = {}
        self.missing: list[str] = []
        self.unread: list[str] = []
        self.hidden: list[int] = []  # rows that change and that whoever sends the file may not have seen
        self.numbers: dict[object, int] = {}  # record, or name of a new one: the row in which it stood first
        self.errors = 0

    def run(self, step: Step, total: Step) -> None:
        """Keep the rows of the file in which there is something to say.

        Raises:
            SheetError: the file as a whole is not taken.
        """
        self.file = Reading(bytes(self.spreadsheet.content), titles_of_sheets())
        total(self.file.about_so_many())
        rows = self.file.rows()
        first = list(islice(rows, MOST_ABOVE + 1))
        if not first:
            raise SheetError(_("This file is empty."))
        rows = chain(first[self._take_head([cells for _number, cells in first]) + 1 :], rows)
        SpreadsheetRow.objects.filter(spreadsheet=self.spreadsheet).delete()
        count = 0
        for part in _parts(rows):
            kept = self._new(part) if self.table.is_new else self._known(part)
            SpreadsheetRow.objects.bulk_create(kept)
            self.hidden += [row.number for row in kept if row.changes and row.number in self.file.hidden]
            count += len(part)
            step(len(part))
            if self.errors > MOST_ERRORS:
                break
        if not count:
            raise SheetError(_("There are no rows in this file, only the names of the columns."))

    def _take_head(self, rows: list[list[Value]]) -> int:
        """Find out which of the first rows names the columns, which table this is, and where its columns stand."""
        place, self.sheet = sheet_of(rows, self.spreadsheet.user)
        self.table = self.sheet.table
        found = self.sheet.find_columns(rows[place])
        self.places, self.missing, self.unread = found.places, found.missing, found.unread
        letters = {name: get_column_letter(place + 1) for place, name in self.places.items()}
        self.spreadsheet.table, self.spreadsheet.selection = self.table.code, {"letters": letters}
        return place

    @property
    def remarks(self) -> list[dict[str, str]]:
        """What is good to know of the file, by language."""
        found = []
        if self.missing and not self.table.is_new:
            said = _("These columns are not in the file and stay as they are: %(columns)s")
            found.append(in_both(said, columns=_headers(self.sheet, self.missing)))
        if self.unread:
            said = _("These columns are none of ours, and were not read: %(columns)s")
            found.append(in_both(said, columns=_quoted(self.unread)))
        if self.file.others:
            said = _(
                "Only the sheet “%(read)s” was read, not %(others)s. If listings stand there too, send them as a file "
                "of their own."
            )
            found.append(in_both(said, read=self.file.title, others=_quoted(self.file.others)))
        if self.hidden:
            numbers = ", ".join(str(number) for number in self.hidden[:MOST_TOLD])
            said = _("Rows that are hidden in your file, by a filter perhaps, change too: row %(numbers)s")
            found.append(in_both(said, numbers=numbers + (" …" if len(self.hidden) > MOST_TOLD else "")))
        if self.errors > MOST_ERRORS:
            found.append(in_both(_("There are more than %(most)s errors: the rest was not read."), most=MOST_ERRORS))
        return found

    # --- rows ---------------------------------------------------------------------------------------------------

    def _known(self, part: list[Row]) -> list[SpreadsheetRow]:
        """Rows of records that are there: compared cell by cell."""
        cells = {number: self._cells(values) for number, values in part}
        keys = {number: key_of(_plain(row.get(KEY))) for number, row in cells.items()}
        records = self._records({pk for pk in keys.values() if pk is not None})
        kept = []
        for number, row in cells.items():
            record = records.get(keys[number])
            kept.append(self._compared(number, row, record) if record else self._stranger(number, row))
        return [row for row in kept if row.changes or row.errors or row.conflicts]

    def _records(self, pks: set[int]) -> dict[int, object]:
        owners = self.table.owners(pks)
        return {record.pk: record for record in self.table.read(list(set(owners.values()))) if record.pk in owners}

    def _stranger(self, number: int, row: dict[str, Value]) -> SpreadsheetRow:
        found = SpreadsheetRow(spreadsheet=self.spreadsheet, number=number)
        if _plain(row.get(KEY)):
            self._refuse(found, KEY, NOT_YOURS)
        else:
            self._refuse(
                found, KEY, _("This row has no id. New organisations are sent in the file that is made for them.")
            )
        return found

    def _compared(self, number: int, row: dict[str, Value], record) -> SpreadsheetRow:
        found = SpreadsheetRow(
            spreadsheet=self.spreadsheet, number=number, record=record.pk, label=self.table.label(record)[:300]
        )
        self._say_once(found, record.pk, KEY)
        prints = prints_of(_plain(row.get(VERSION)), self.table.names)
        if prints is None:
            self._refuse(
                found, VERSION, _("The version of this row was changed, or is of another table. Export it again.")
            )
            return found
        now = self.sheet.canonical(self.table.state(record))
        for name in self.places.values():
            if name in self.sheet.columns:
                self._compare(found, name, now[name], row.get(name), prints)
        changes = {name: after for name, _before, after in found.changes}
        if changes:
            self._judge(found, self.table.judge(record, changes))
        return found

    def _compare(self, found: SpreadsheetRow, name: str, now: list[str], cell: Value, prints: dict[str, str]) -> None:
        """One cell: who changed it since the export, if anybody did."""
        try:
            said = self.sheet.columns[name].read(cell)
        except ValidationError as error:
            self._refuse(found, name, error)
            return
        if said == now:
            return
        key = f"{self.table.code}-{found.record}"
        if print_of(key, name, said) == prints[name]:
            return  # as it was exported: others changed it, and nobody here did
        if print_of(key, name, now) == prints[name]:
            found.changes.append([name, now, said])
        else:
            found.conflicts.append([name, now, said])

    def _new(self, part: list[Row]) -> list[SpreadsheetRow]:
        """Rows of organisations that are to be made."""
        kept = []
        for number, values in part:
            found = SpreadsheetRow(spreadsheet=self.spreadsheet, number=number)
            said: dict[str, list[str]] = {}
            for name, cell in self._cells(values).items():
                try:
                    if value := self.sheet.columns[name].read(cell):
                        said[name] = value
                except ValidationError as error:
                    self._refuse(found, name, error)
            found.label = (said.get("name_nl") or said.get("name_fr") or [""])[0][:300]
            found.changes = [[name, [], value] for name, value in said.items()]
            for same in self.table.same(said):
                self._say_once(found, same, "name_nl")
            self._judge(found, self.table.judge(None, said))
            kept.append(found)
        return kept

    def _cells(self, values: list[Value]) -> dict[str, Value]:
        return {name: values[place] if place < len(values) else None for place, name in self.places.items()}

    # --- what is wrong ------------------------------------------------------------------------------------------

    def _say_once(self, found: SpreadsheetRow, what: object, name: str) -> None:
        first = self.numbers.setdefault(what, found.number)
        if first != found.number:
            self._refuse(found, name, _("This stands in row %(row)s already."), row=first)

    def _judge(self, found: SpreadsheetRow, messages: Messages) -> None:
        told = {name for name, _message in found.errors}
        for name, errors in messages.items():
            for error in errors if name not in told else ():
                self._refuse(found, name, error)

    def _refuse(self, found: SpreadsheetRow, name: str, error, **values) -> None:
        self.errors += 1
        found.errors.append([name, in_both_of(error, **values)])


def in_both_of(error, **values) -> dict[str, str]:
    """What an error says, in both languages."""
    if isinstance(error, ValidationError):
        return in_both(_Message(error))
    return in_both(error, **values)


class _Message:
    """The message of an error, said in the language that is active when it is read."""

    def __init__(self, error: ValidationError):
        self.error = error

    def __str__(self):
        return " ".join(str(message) for message in self.error.messages)


def _in_quotes(names: list[str]) -> str:
    """Some names that somebody gave, one after another."""
    return ", ".join(gettext("“%(name)s”") % {"name": name[:60]} for name in names[:MOST_TOLD])


def _in_words(sheet: Sheet, names: list[str]) -> str:
    """What columns are called."""
    headers = sheet.headers_in(get_language())
    return ", ".join(headers[name] for name in names)


_headers = lazy(_in_words, str)
_quoted = lazy(_in_quotes, str)  # in the language of whoever reads the remark


def _plain(value: Value) -> str:
    """An id or a version as text, also where a spreadsheet made a number of it."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip() if value is not None and not isinstance(value, bool) else ""


def _parts(rows: Iterable[Row]) -> Iterator[list[Row]]:
    rows = iter(rows)
    while part := list(islice(rows, AT_ONCE)):
        yield part
