"""What the pages about spreadsheets read."""

from dataclasses import dataclass
from functools import cached_property

from django.core.paginator import Paginator
from django.db.models import Func, IntegerField, Sum
from django.db.models.expressions import RawSQL
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from actors import permissions
from actors.models import Need, Spreadsheet, SpreadsheetRow, Theme
from actors.models.spreadsheet import SpreadsheetAct, SpreadsheetState
from actors.spreadsheets import jobs
from actors.spreadsheets.cells import BETWEEN
from actors.spreadsheets.files import MOST_BYTES, in_both
from actors.spreadsheets.reading import MOST_ROWS
from actors.spreadsheets.selection import NAMES, NO_ZONE, in_words, selected
from actors.spreadsheets.sheets import ALL_TABLES, KEY, VERSION, Sheet
from actors.spreadsheets.tables import TABLES
from actors.staff.listings import FILTERS
from repertorium.paging import Paged
from zones.models import CareZone

A_PAGE = 40
LATEST = 20
# the changes of a row that leave nothing
EMPTIED = "jsonb_path_query_array(changes, 'strict $[*] ? (@[2].size() == 0)')"
PARTS = {  # what a row may have to say, in the order in which it is read
    "errors": _("Errors"),
    "conflicts": _("Changed by others since"),
    "changes": _("What changes"),
}
CHANGED = _("What changed")


def own(user):
    """The spreadsheets of this person; their files are read when they are sent."""
    return Spreadsheet.objects.filter(user=user).defer("content")


class Limits:
    """What a file may have at most, for the form that takes one."""

    most_rows, most_megabytes = f"{MOST_ROWS:,}".replace(",", "\u00a0"), MOST_BYTES // 1_000_000


class StartPage(Limits):
    """Where listings go out and files come in."""

    def __init__(
        self, request: HttpRequest, error: dict[str, str] | None = None, *, earlier: Spreadsheet | None = None
    ):
        """`earlier`: the one that is still being worked on, where it is in the way."""
        self.user, self.asked, self.earlier = request.user, request.GET, earlier
        self._error = error

    @property
    def error(self) -> str:
        """Why a file or an export was refused."""
        return self._error[get_language()] if self._error else ""

    @property
    def tables(self) -> list[tuple]:
        """What may stand in a row: its code, its name, and what is in its columns."""
        return [(code, table.title, table.holds) for code, table in TABLES.items()]

    @property
    def chosen(self) -> dict[str, str]:
        """What the list of listings showed, from which somebody comes."""
        return {name: self.asked.get(name, "") for name in NAMES}

    @property
    def filters(self) -> list[tuple[str, str]]:
        return [(code, words) for code, (words, _condition) in FILTERS.items()]

    @cached_property
    def zones(self) -> list[tuple[str, str]]:
        """The zones among whose listings this person may choose."""
        if permissions.is_regional(self.user):
            own = [(zone.code, zone.name) for zone in CareZone.objects.all()]
            return [*own, (NO_ZONE, _("kept by the regional team"))]
        found = [(zone.code, zone.name) for zone in CareZone.objects.filter(members__user=self.user)]
        return found if len(found) > 1 else []

    @cached_property
    def needs(self) -> list[tuple[Need, list[Theme]]]:
        """What listings may offer: needs with their themes."""
        return [(need, list(need.themes.all())) for need in Need.objects.prefetch_related("themes")]

    @cached_property
    def number(self) -> int:
        """How many listings are chosen now."""
        return selected(self.user, self.chosen).count()

    @cached_property
    def latest(self) -> list["Entry"]:
        return [Entry(one) for one in own(self.user)[:LATEST]]


class Entry:
    """One spreadsheet, in words."""

    def __init__(self, spreadsheet: Spreadsheet):
        self.spreadsheet = spreadsheet

    @property
    def title(self) -> str:
        one = self.spreadsheet
        return one.name or (str(ALL_TABLES[one.table].title) if one.table else str(one))

    @cached_property
    def chosen_words(self) -> str:
        """Of an export, which listings were chosen, in words; nothing where all were."""
        return " · ".join(in_words(self.spreadsheet.selection)) if self.spreadsheet.act == SpreadsheetAct.EXPORT else ""

    @cached_property
    def has_stopped(self) -> bool:
        return jobs.has_stopped(self.spreadsheet)

    @property
    def is_waiting(self) -> bool:
        return self.spreadsheet.state == SpreadsheetState.WAITING and not self.has_stopped

    def _is(self, act: SpreadsheetAct, state: SpreadsheetState = SpreadsheetState.DONE) -> bool:
        return self.spreadsheet.act == act and self.spreadsheet.state == state

    @property
    def is_exported(self) -> bool:
        return self._is(SpreadsheetAct.EXPORT)

    @property
    def is_checked(self) -> bool:
        return self._is(SpreadsheetAct.CHECK)

    @property
    def is_saved(self) -> bool:
        return self._is(SpreadsheetAct.SAVE) or self._is(SpreadsheetAct.UNDO, SpreadsheetState.FAILED)

    @property
    def is_undone(self) -> bool:
        return self._is(SpreadsheetAct.UNDO)

    @property
    def has_failed(self) -> bool:
        return self.spreadsheet.state == SpreadsheetState.FAILED

    @property
    def words(self) -> str:
        """What came of it."""
        if self.is_waiting:
            return str(BUSY[self.spreadsheet.act])
        return str(STOPPED if self.has_stopped else (FAILED if self.has_failed else DONE)[self.spreadsheet.act])


STOPPED = _("stopped half-way: nothing was changed")
BUSY = {
    SpreadsheetAct.EXPORT: _("the file is being made"),
    SpreadsheetAct.CHECK: _("the file is being read"),
    SpreadsheetAct.SAVE: _("the changes are being saved"),
    SpreadsheetAct.UNDO: _("the import is being undone"),
}
DONE = {
    SpreadsheetAct.EXPORT: _("ready to download"),
    SpreadsheetAct.CHECK: _("read, not imported yet"),
    SpreadsheetAct.SAVE: _("imported"),
    SpreadsheetAct.UNDO: _("undone"),
}
FAILED = {
    SpreadsheetAct.EXPORT: _("not made"),
    SpreadsheetAct.CHECK: _("refused"),
    SpreadsheetAct.SAVE: _("not imported"),
    SpreadsheetAct.UNDO: _("imported, not undone"),
}


@dataclass(frozen=True)
class Difference:
    """One cell of a row: where it stands, what it says now, and what the file says."""

    cell: str
    column: str
    before: str
    after: str
    message: str = ""
    language: str = ""


@dataclass(frozen=True)
class ShownRow:
    """One row of a file with its cells."""

    row: SpreadsheetRow
    cells: list[Difference]


class SpreadsheetPage(Paged, Limits, Entry):
    """One spreadsheet: what came of it, and what its rows have to say."""

    def __init__(self, request: HttpRequest, spreadsheet: Spreadsheet):
        super().__init__(spreadsheet)
        self.user, self.asked = request.user, request.GET

    @property
    def failure(self) -> str:
        return self.spreadsheet.failure.get(get_language(), "")

    @property
    def remarks(self) -> list[str]:
        return [one[get_language()] for one in self.spreadsheet.remarks]

    @property
    def is_new(self) -> bool:
        """Whether its rows are new organisations."""
        return bool(self.spreadsheet.table) and ALL_TABLES[self.spreadsheet.table].is_new

    @property
    def can_try_again(self) -> bool:
        """A file that was refused for what is in it would be refused again."""
        if self.spreadsheet.act == SpreadsheetAct.CHECK and self.has_failed:
            return self.spreadsheet.failure == in_both(jobs.UNEXPECTED)
        return (self.has_stopped or self.has_failed) and bool(self.spreadsheet.content or self.spreadsheet.change)

    @cached_property
    def counts(self) -> dict[str, tuple[int, int]]:
        """Of each part: how many rows, and how many cells."""
        lengths = {part: Sum(Func(part, function="jsonb_array_length", output_field=IntegerField())) for part in PARTS}
        cells = self.spreadsheet.rows.aggregate(**lengths)
        return {part: (self.spreadsheet.rows.exclude(**{part: []}).count(), cells[part] or 0) for part in PARTS}

    @cached_property
    def emptied(self) -> int:
        """How many fields would hold nothing any more, as happens when somebody deletes more cells than they meant."""
        length = RawSQL(f"jsonb_array_length({EMPTIED})", (), output_field=IntegerField())  # noqa: S611 - no value in it
        return self.spreadsheet.rows.aggregate(number=Sum(length))["number"] or 0

    @property
    def can_import(self) -> bool:
        return self.is_checked and not self.counts["errors"][0] and bool(self.counts["changes"][0])

    @property
    def part(self) -> str:
        """Which part is shown: the one that is asked for, else the first in which there is anything."""
        asked = self.asked.get("part", "")
        first = next((part for part, (rows, _cells) in self.counts.items() if rows), "changes")
        return asked if asked in PARTS else first

    @property
    def parts(self) -> list[tuple[str, str, bool, int]]:
        """Each part of which there is any: its words, its address, whether it is shown, how many rows."""
        return [
            (
                PARTS[part] if part != "changes" or self.is_proposed else CHANGED,
                self.query(part=part),
                part == self.part,
                rows,
            )
            for part, (rows, _cells) in self.counts.items()
            if rows
        ]

    @property
    def is_proposed(self) -> bool:
        """Whether the listings still say what stood in them when the file was read."""
        return not (self.is_saved or self.is_undone)

    def kept(self):
        return {"part": self.asked.get("part", "")}

    @cached_property
    def page(self):
        found = self.spreadsheet.rows.exclude(**{self.part: []}).order_by("number")
        return Paginator(found, A_PAGE).get_page(self.asked.get("page"))

    @property
    def rows(self) -> list[ShownRow]:
        return [ShownRow(row, [self._cell(row, *one) for one in getattr(row, self.part)]) for row in self.page]

    @cached_property
    def _sheet(self) -> Sheet:
        return Sheet(self.spreadsheet.table, self.user)

    def _cell(self, row: SpreadsheetRow, name: str, *said) -> Difference:
        letter = self.spreadsheet.selection.get("letters", {}).get(name, "")
        place, column = f"{letter}{row.number}" if letter else "", self._sheet.headers.get(name, "")
        if name in {KEY, VERSION}:
            column = name
        if self.part == "errors":
            return Difference(place, column, "", "", said[0][get_language()])
        before, after = (self._words(name, values) for values in said)
        return Difference(place, column, before, after, language=name[-2:] if name[-3:] in {"_nl", "_fr"} else "")

    def _words(self, name: str, values: list[str]) -> str:
        cells = self._sheet.columns.get(name)
        if cells is None:
            return BETWEEN.join(values)
        shown = cells.shown(values)
        return shown.strftime("%d/%m/%Y") if hasattr(shown, "strftime") else "" if shown is None else str(shown)
