"""CSV files for people: what a spreadsheet opens without running it, and what a spreadsheet gives back."""

import csv
from collections.abc import Iterable
from pathlib import Path

RUNS = ("=", "+", "-", "@", "\t", "\r")  # a text that begins so is a formula to spreadsheets
AS_TEXT = "'"  # before such a text; spreadsheets then show it as it is
DELIMITERS = ",;\t"  # Belgian spreadsheets write semicolons


class Writer:
    """Writes rows in which no cell runs: texts that a spreadsheet takes for a formula get a `'` before them."""

    def __init__(self, file):
        self._writer = csv.writer(file, lineterminator="\n")

    def writerow(self, row: Iterable) -> None:
        self._writer.writerow([as_text(cell) for cell in row])

    def writerows(self, rows: Iterable[Iterable]) -> None:
        for row in rows:
            self.writerow(row)


def as_text(cell: object) -> object:
    """A cell that no spreadsheet runs; numbers stay numbers."""
    return f"{AS_TEXT}{cell}" if isinstance(cell, str) and cell.startswith(RUNS) else cell


def as_written(cell: str) -> str:
    """The text as it was before `as_text`."""
    return cell[1:] if cell.startswith(tuple(AS_TEXT + sign for sign in RUNS)) else cell


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a file with a head line, with or without byte order mark, as a spreadsheet saved it."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        head = file.readline()
        file.seek(0)
        delimiter = max(DELIMITERS, key=head.count)
        rows = csv.DictReader(file, delimiter=delimiter, restkey="", restval="")
        return [{key: as_written(cell.strip()) for key, cell in row.items() if key} for row in rows]
