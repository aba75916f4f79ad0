"""The rows of a file, one by one: of an xlsx as a stream, so that 20,000 take no more memory than a few."""

import csv
import re
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO, StringIO

from django.utils.translation import gettext_lazy as _
from openpyxl import load_workbook

from actors.spreadsheets.cells import Faulty, Formula, Value
from actors.spreadsheets.files import SheetError, kind_of, text_of
from repertorium.spreadsheets import DELIMITERS

MOST_ROWS = 20_000
MOST_COLUMNS = 200
EMPTY_ROWS = 2_000  # in a row: a sheet that was formatted to its end has a million of them
LONGEST_CELL = 32_767  # as in Excel
MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s+ref="([A-Z0-9:]+)"')
CHUNK = 1 << 20

Row = tuple[int, list[Value]]  # its number in the file, and its cells


def read(content: bytes) -> Iterator[Row]:
    """The rows of a file that are not empty, the first one being its head.

    Raises:
        SheetError: it is no spreadsheet, is damaged, has merged cells, or has more rows than are taken.
    """
    rows = _rows_of_package(content) if kind_of(content) == "xlsx" else _rows_of_text(text_of(content))
    number = 0
    for number, row in enumerate(_not_empty(rows)):
        if number > MOST_ROWS:
            raise SheetError(
                _("This file has more than %(most)s rows. Send it in parts."), most=f"{MOST_ROWS:,}".replace(",", " ")
            )
        if len(row[1]) > MOST_COLUMNS:
            raise SheetError(_("This file has more columns than any of our tables."))
        yield row


def about_so_many(content: bytes) -> int:
    """How many rows a file says that it has: for a progress bar alone, as it may be wrong.

    Raises:
        SheetError: it is no spreadsheet, or damaged.
    """
    if kind_of(content) == "csv":
        return min(content.count(b"\n"), MOST_ROWS)
    with _opened(content) as sheet:
        return min(sheet.max_row or 0, MOST_ROWS)


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
    head = text.partition("\n")[0]
    reader = csv.reader(StringIO(text, newline=""), delimiter=max(DELIMITERS, key=head.count))
    try:
        for cells in reader:
            yield reader.line_num, list(cells)
    except csv.Error as error:
        raise SheetError(_("This file is damaged from row %(row)s on."), row=reader.line_num) from error


def _rows_of_package(content: bytes) -> Iterator[Row]:
    with _opened(content) as sheet:
        if ref := _merged(content, sheet._worksheet_path):
            raise SheetError(
                _("Cells are merged in this file (%(cells)s). Split them: each row is one record."), cells=ref
            )
        sheet.reset_dimensions()  # what a file says of its own size is often wrong
        for number, cells in enumerate(sheet.iter_rows(), start=1):
            yield number, [_value(cell) for cell in cells]


@contextmanager
def _opened(content: bytes):
    """The first sheet that is not hidden. Whatever a library says of a file that it cannot read: it is damaged."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what else is in the file: drawings, rules for drop-downs
        try:
            book = load_workbook(BytesIO(content), read_only=True, keep_links=False)
            sheet = next((one for one in book.worksheets if one.sheet_state == "visible"), None)
        except Exception as error:
            raise SheetError(_("This file is damaged: it cannot be opened.")) from error
        if sheet is None:
            raise SheetError(_("There is no sheet with rows in this file."))
        try:
            yield sheet
        except SheetError:
            raise
        except Exception as error:
            raise SheetError(_("This file is damaged: it cannot be opened.")) from error
        finally:
            book.close()


def _merged(content: bytes, path: str) -> str:
    """The first merged cells of a sheet, which reading it as a stream would pass over."""
    with zipfile.ZipFile(BytesIO(content)) as package, package.open(path.lstrip("/")) as part:
        before = b""
        while piece := part.read(CHUNK):
            if found := MERGED.search(before + piece):
                return found[1].decode()
            before = piece[-100:]
    return ""


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
