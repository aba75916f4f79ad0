"""CSV files for people: what a spreadsheet opens without running it, and what a spreadsheet gives back."""

import codecs
import csv
import re
from collections.abc import Iterable
from io import StringIO
from pathlib import Path

RUNS = (  # a text that begins so is a formula to spreadsheets, also with the wide signs of East Asian keyboards
    "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
)  # fmt: skip
AS_TEXT = "'"  # before such a text; spreadsheets then show it as it is
BELGIAN = ";"  # what Belgian spreadsheets write and read between cells
DELIMITERS = ";\t,"  # a comma stands in many a name of a column
ENDS_CELL = re.compile(r"(?<=[;,\t\r\n])(?=[=@＝＠])")  # where others part cells there, the next one would run
MARKED = re.compile(r"(?<=[;,\t\r\n])'(?=[=@＝＠])")
QUOTED = re.compile(r'"[^"]*"')
HEAD = 20_000  # signs in which the names of the columns stand, with what people write above them


class Writer:
    """Writes rows in which no cell runs: texts that a spreadsheet takes for a formula get a `'` before them."""

    def __init__(self, file, delimiter: str = ","):
        self._writer = csv.writer(file, lineterminator="\n", delimiter=delimiter)

    def writerow(self, row: Iterable) -> None:
        self._writer.writerow([as_text(cell) for cell in row])

    def writerows(self, rows: Iterable[Iterable]) -> None:
        for row in rows:
            self.writerow(row)


def as_text(cell: object) -> object:
    """A cell that no spreadsheet runs; numbers stay numbers."""
    if not isinstance(cell, str):
        return cell
    return (AS_TEXT if cell.startswith(RUNS) else "") + ENDS_CELL.sub(AS_TEXT, cell)


def as_written(cell: str) -> str:
    """The text as it was before `as_text`."""
    whole = MARKED.sub("", cell)
    return whole[1:] if whole.startswith(tuple(AS_TEXT + sign for sign in RUNS)) else whole


def decoded(content: bytes) -> str:
    """The text of a file: in UTF-8, or in UTF-16 as Windows saves "Unicode", with or without byte order mark.

    Raises:
        UnicodeDecodeError: it is in neither.
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16")
    if content[:4].count(0) == 2:  # noqa: PLR2004 (of two plain signs one byte each is zero)
        return content.decode("utf-16-be" if content[0] == 0 else "utf-16-le")
    return content.decode("utf-8-sig")


def delimiter_of(text: str) -> str:
    """What stands between the cells of a CSV: what its first line with several cells has, outside of quotes."""
    for line in QUOTED.sub("", text[:HEAD]).splitlines():
        if sign := next((sign for sign in DELIMITERS if line.count(sign) > 1), None):
            return sign
    return max(DELIMITERS, key=text.partition("\n")[0].count)


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a file with a head line, with or without byte order mark, as a spreadsheet saved it.

    Raises:
        UnicodeDecodeError: it is no text.
    """
    text = decoded(path.read_bytes())
    rows = csv.DictReader(StringIO(text, newline=""), delimiter=delimiter_of(text), restkey="", restval="")
    return [{key: as_written(cell.strip()) for key, cell in row.items() if key} for row in rows]
