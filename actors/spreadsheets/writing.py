"""Files that go out: rows as xlsx, with drop-downs for choices, or as the CSV of Belgian spreadsheets."""

from collections.abc import Callable, Iterable
from datetime import date
from io import BytesIO, StringIO

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from actors.spreadsheets.cells import Value
from actors.spreadsheets.sheets import AT_ONCE, Sheet, title_of_sheet
from repertorium.spreadsheets import Writer, as_text

XLSX, CSV = "xlsx", "csv"
CONTENT_TYPES = {
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    CSV: "text/csv; charset=utf-8",
}
LISTS = "lists"  # the hidden sheet with what drop-downs offer
DELIMITER = ";"  # as Belgian spreadsheets write and expect it
SPARE_ROWS = 1_000  # below the last one, with drop-downs too
WIDTH, NARROW = 28, 12  # in letters
HEAD = {"font": Font(bold=True), "alignment": Alignment(wrap_text=True, vertical="top")}
NOT_TO_CHANGE = PatternFill("solid", fgColor="E4E7EB")
Step = Callable[[int], None]  # how many rows more are done


def write(sheet: Sheet, actors: list[int], kind: str, step: Step) -> bytes:
    """The records of these actors as a file; `step` is told as actors are done."""
    rows = _stepped(sheet, actors, step)
    return _csv(sheet, rows) if kind == CSV else _xlsx(sheet, rows, len(actors))


def template(sheet: Sheet) -> bytes:
    """A file with a head and drop-downs, and no rows."""
    return _xlsx(sheet, [], 0)


def _stepped(sheet: Sheet, actors: list[int], step: Step) -> Iterable[list[Value]]:
    for start in range(0, len(actors), AT_ONCE):
        part = actors[start : start + AT_ONCE]
        yield from sheet.rows(part)
        step(len(part))


def _csv(sheet: Sheet, rows: Iterable[list[Value]]) -> bytes:
    file = StringIO(newline="")
    writer = Writer(file, delimiter=DELIMITER)
    writer.writerow(sheet.headers.values())
    for row in rows:
        writer.writerow([_in_text(value) for value in row])
    return file.getvalue().encode("utf-8-sig")  # spreadsheets know UTF-8 by its mark only


def _in_text(value: Value) -> Value:
    """Numbers with a comma: with a full stop Belgian spreadsheets make dates of them."""
    if isinstance(value, float):
        return str(value).replace(".", ",")
    return value.strftime("%d/%m/%Y") if isinstance(value, date) else value


def _xlsx(sheet: Sheet, rows: Iterable[list[Value]], expected: int) -> bytes:
    book = Workbook(write_only=True)
    page = book.create_sheet(title_of_sheet(type(sheet.table)))
    page.freeze_panes = "B2"
    _set_widths(page, sheet)
    last = expected + SPARE_ROWS
    lists = _add_drop_downs(page, sheet, last)
    page.append([_head(page, sheet, name, words) for name, words in sheet.headers.items()])
    count = 1
    for row in rows:
        page.append([_safe(value) for value in row])
        count += 1
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.headers))}{max(count, 2)}"
    _write_lists(book, lists)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _set_widths(page, sheet: Sheet) -> None:
    for place, name in enumerate(sheet.headers, start=1):
        narrow = name not in sheet.columns or sheet.columns[name].is_number or sheet.columns[name].is_day
        page.column_dimensions[get_column_letter(place)].width = NARROW if narrow else WIDTH


def _head(page, sheet: Sheet, name: str, words: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(page, words)
    for what, how in HEAD.items():
        setattr(cell, what, how)
    if name not in sheet.columns:
        cell.fill = NOT_TO_CHANGE
    return cell


def _safe(value: Value) -> Value:
    """A cell that no spreadsheet runs, without signs that its format cannot hold."""
    return as_text(ILLEGAL_CHARACTERS_RE.sub("", value)) if isinstance(value, str) else value


def _add_drop_downs(page, sheet: Sheet, last: int) -> list[list[str]]:
    """The lists of words from which cells are chosen; each is a column of a sheet of its own."""
    lists: list[list[str]] = []
    for place, name in enumerate(sheet.headers, start=1):
        options = sheet.columns[name].options if name in sheet.columns else []
        if not options:
            continue
        if options not in lists:
            lists.append(options)
        column = get_column_letter(lists.index(options) + 1)
        rule = DataValidation("list", f"={LISTS}!${column}$1:${column}${len(options)}", allow_blank=True)
        rule.showErrorMessage, rule.error = True, _("Choose one of the list, or leave the cell empty.")
        rule.add(f"{get_column_letter(place)}2:{get_column_letter(place)}{last + 1}")
        page.data_validations.append(rule)
    return lists


def _write_lists(book: Workbook, lists: list[list[str]]) -> None:
    page = book.create_sheet(LISTS)
    page.sheet_state = "hidden"
    for place in range(max(map(len, lists), default=0)):
        page.append([_safe(options[place]) if place < len(options) else None for options in lists])
