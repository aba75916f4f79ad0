"""The rows of a file, one by one: of an xlsx as a stream, so that 20,000 take no more memory than a few."""

import csv
import re
import warnings
import zipfile
from collections.abc import Container, Iterator
from contextlib import contextmanager
from io import BytesIO, StringIO

from django.utils.translation import gettext_lazy as _
from openpyxl import load_workbook

from actors.spreadsheets.cells import Faulty, Formula, Value
from actors.spreadsheets.files import SheetError, kind_of, text_of
from repertorium.spreadsheets import delimiter_of

MOST_ROWS = 20_000
MOST_COLUMNS = 200
EMPTY_ROWS = 2_000  # in a row: a sheet that was formatted to its end has a million of them
LONGEST_CELL = 32_767  # as in Excel
MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s+ref="([A-Z0-9:]+)"')
HIDDEN = re.compile(rb'<(?:\w+:)?row\b[^>]*\bhidden="(?:1|true)"[^>]*>')
ROW_NUMBER = re.compile(rb'\br="([0-9]{1,7})"')
LONGEST_TAG = 400  # bytes
CHUNK = 1 << 20

Row = tuple[int, list[Value]]  # its number in the file, and its cells


class Reading:
    """A file that is read row by row. `others`: its sheets that are not read; `hidden`: rows that its reader does not
    see, by a filter mostly."""

    def __init__(self, content: bytes, titles: Container[str] = ()):
        """`titles`: what our own sheets are called, which people put others of theirs before."""
        self._content, self._titles = content, titles
        self._kind = kind_of(content)
        self.title, self.others = "", []
        self.hidden: set[int] = set()

    def rows(self) -> Iterator[Row]:
        """The rows that are not empty, the names of the columns among the first.

        Raises:
            SheetError: it is damaged, has merged cells, or has more rows than are taken.
        """
        found = self._rows_of_package() if self._kind == "xlsx" else _rows_of_text(text_of(self._content))
        for number, row in enumerate(_not_empty(found)):
            if number > MOST_ROWS:
                raise SheetError(
                    _("This file has more than %(most)s rows. Send it in parts."),
                    most=f"{MOST_ROWS:,}".replace(",", " "),
                )
            if len(row[1]) > MOST_COLUMNS:
                raise SheetError(_("This file has more columns than any of our tables."))
            yield row

    def about_so_many(self) -> int:
        """How many rows the file says that it has: for a progress bar alone, as it may be wrong.

        Raises:
            SheetError: it is damaged.
        """
        if self._kind == "csv":
            return min(self._content.count(b"\n"), MOST_ROWS)
        with self._opened() as sheet:
            return min(sheet.max_row or 0, MOST_ROWS)

    def _rows_of_package(self) -> Iterator[Row]:
        with self._opened() as sheet:
            ref, self.hidden = _scanned(self._content, sheet._worksheet_path)
            if ref:
                raise SheetError(
                    _("Cells are merged in this file (%(cells)s). Split them: each row is one record."), cells=ref
                )
            sheet.reset_dimensions()  # what a file says of its own size is often wrong
            for number, cells in enumerate(sheet.iter_rows(), start=1):
                yield number, [_value(cell) for cell in cells]

    @contextmanager
    def _opened(self):
        """The first sheet of ours, else the first one that is not hidden. Whatever a library says of a file that it
        cannot read: it is damaged."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what else is in the file: drawings, rules for drop-downs
            try:
                book = load_workbook(BytesIO(self._content), read_only=True, keep_links=False)
                sheets = [one for one in book.worksheets if one.sheet_state == "visible"]
            except Exception as error:
                raise SheetError(_("This file is damaged: it cannot be opened.")) from error
            if not sheets:
                raise SheetError(_("There is no sheet with rows in this file."))
            sheet = next((one for one in sheets if one.title in self._titles), sheets[0])
            self.title, self.others = sheet.title, [one.title for one in sheets if one is not sheet]
            try:
                yield sheet
            except SheetError:
                raise
            except Exception as error:
                raise SheetError(_("This file is damaged: it cannot be opened.")) from error
            finally:
                book.close()


def _not_empty(rows: Iterator[Row]) -> Iterator[Row]:
    last = 0
    for number, cells in rows:
        while cells and (cells[-1] is None or cells[-1] == ""):
            cells.pop()
        if any(cell is not None and cell != "" for cell in cells):
            last = number
            yield number, cells
        elif number - last > EMPTY_ROWS:
            return


def _rows_of_text(text: str) -> Iterator[Row]:
    if text[:4].lower() == "sep=":  # a hint to Excel, which some programs write first
        text = text.partition("\n")[2]
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter_of(text))
    try:
        for cells in reader:
            yield reader.line_num, list(cells)
    except csv.Error as error:
        raise SheetError(_("This file is damaged from row %(row)s on."), row=reader.line_num) from error


def _scanned(content: bytes, path: str) -> tuple[str, set[int]]:
    """What reading a sheet as a stream passes over: its first merged cells, and its hidden rows."""
    hidden: set[int] = set()
    with zipfile.ZipFile(BytesIO(content)) as package, package.open(path.lstrip("/")) as part:
        before = b""
        while piece := part.read(CHUNK):
            seen = before + piece
            if found := MERGED.search(seen):
                return found[1].decode(), hidden
            hidden |= {int(number[1]) for tag in HIDDEN.finditer(seen) if (number := ROW_NUMBER.search(tag[0]))}
            before = piece[-LONGEST_TAG:]
    return "", hidden


def _value(cell) -> Value:
    if cell.value is None:
        return None
    if cell.data_type == "f":
        return Formula(cell.value)
    if cell.data_type == "e":
        return Faulty(cell.value)
    if isinstance(cell.value, str):
        return cell.value[: LONGEST_CELL + 1]
    return cell.value
