"""One process for each act: what takes longer than a page may wait, with its progress in the database.

There is no queue of tasks: the web server starts `manage.py spreadsheet KEY` and the page asks how far it is. The
process holds a lock of the database for as long as it lives, so that a page knows when it died. Each act is one
transaction: what dies half-way changed nothing.
"""

import logging
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from actors import permissions
from actors.models import Spreadsheet
from actors.models.spreadsheet import SpreadsheetAct, SpreadsheetState
from actors.spreadsheets import storing, writing
from actors.spreadsheets.checking import Check
from actors.spreadsheets.files import SheetError, in_both
from actors.spreadsheets.selection import offers, selected
from actors.spreadsheets.sheets import Sheet, of_actors

logger = logging.getLogger(__name__)

LOCK = "hashtext('actors_spreadsheet'), %s"
START = timedelta(seconds=30)  # that a process may take to begin
PAUSE = 0.4  # seconds between two notes of the progress
UNEXPECTED = _(
    "Something went wrong that we did not foresee. Nothing was changed. Try again, or tell the regional team."
)
NOT_ALLOWED = _("This account may not do this any more. Nothing was changed.")

_children: list[subprocess.Popen] = []


def start(spreadsheet: Spreadsheet) -> None:
    """Begin what is to be done with a spreadsheet, once it is in the database."""
    transaction.on_commit(lambda: _spawn(spreadsheet.pk))


def _spawn(pk: int) -> None:
    _children[:] = [child for child in _children if child.poll() is None]
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "spreadsheet", str(pk)]
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL}
    _children.append(subprocess.Popen(command, **quiet, start_new_session=True))  # noqa: S603 - a number is added


def begin(spreadsheet: Spreadsheet, act: SpreadsheetAct) -> None:
    """Do this next with a spreadsheet."""
    now = timezone.now()
    values = {"act": act, "state": SpreadsheetState.WAITING, "rows_done": 0, "rows_total": 0, "touched_at": now}
    for name, value in {**values, "failure": {}}.items():
        setattr(spreadsheet, name, value)
    spreadsheet.save()
    start(spreadsheet)


def has_stopped(spreadsheet: Spreadsheet) -> bool:
    """Whether nobody works on a spreadsheet that waits: its process died, or never began."""
    if spreadsheet.state != SpreadsheetState.WAITING or spreadsheet.touched_at > timezone.now() - START:
        return False
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SELECT pg_try_advisory_xact_lock({LOCK})", [spreadsheet.pk])
        return cursor.fetchone()[0]


class Progress:
    """How far an act is, noted where the page reads it: in a connection of its own, as the act is one transaction."""

    def __init__(self, pk: int, watch=connection, bar=None):
        self.pk, self.watch, self.bar = pk, watch, bar
        self._done = self._total = 0
        self._noted = 0.0

    def take(self) -> bool:
        """Take the lock of the spreadsheet for as long as this connection lives; False: another has it."""
        with self.watch.cursor() as cursor:
            cursor.execute(f"SELECT pg_try_advisory_lock({LOCK})", [self.pk])
            return cursor.fetchone()[0]

    def total(self, number: int) -> None:
        """There are so many rows in all."""
        self._total = max(number, 0)
        if self.bar is not None:
            self.bar.reset(self._total)
        self._note()

    def step(self, number: int) -> None:
        """So many rows more are done."""
        self._done += number
        if self.bar is not None:
            self.bar.update(number)
        if time.monotonic() - self._noted > PAUSE:
            self._note()

    def _note(self) -> None:
        self._noted = time.monotonic()
        with self.watch.cursor() as cursor:
            cursor.execute(
                "UPDATE actors_spreadsheet SET rows_done = %s, rows_total = %s, touched_at = now() WHERE id = %s",
                [min(self._done, self._total), self._total, self.pk],
            )


def run(pk: int, progress: Progress | None = None) -> Spreadsheet:
    """Do what is to be done with a spreadsheet; whatever comes of it stands in the spreadsheet afterwards."""
    spreadsheet = Spreadsheet.objects.select_related("user").get(pk=pk)
    if spreadsheet.state != SpreadsheetState.WAITING:
        return spreadsheet
    with translation.override(spreadsheet.language):
        try:
            with transaction.atomic():
                if not permissions.is_zone_staff(spreadsheet.user):
                    raise SheetError(NOT_ALLOWED)
                values = ACTS[spreadsheet.act](spreadsheet, progress or Progress(pk))
                _end(spreadsheet, SpreadsheetState.DONE, **values)
        except SheetError as error:
            _end(spreadsheet, SpreadsheetState.FAILED, failure=error.messages)
        except Exception:
            logger.exception("spreadsheet %s: %s", pk, spreadsheet.act)
            _end(spreadsheet, SpreadsheetState.FAILED, failure=in_both(UNEXPECTED))
    return spreadsheet


def _end(spreadsheet: Spreadsheet, state: SpreadsheetState, **values) -> None:
    values |= {"state": state, "touched_at": timezone.now()}
    for name, value in values.items():
        setattr(spreadsheet, name, value)
    spreadsheet.save(update_fields=list(values))


def _export(spreadsheet: Spreadsheet, progress: Progress) -> dict:
    sheet = Sheet(spreadsheet.table, spreadsheet.user)
    sheet.table.offers = offers(spreadsheet.selection)
    actors = of_actors(sheet, selected(spreadsheet.user, spreadsheet.selection))
    progress.total(len(actors))
    return {"content": writing.write(sheet, actors, spreadsheet.format, progress.step)}


def _check(spreadsheet: Spreadsheet, progress: Progress) -> dict:
    check = Check(spreadsheet)
    check.run(progress.step, progress.total)
    return {"remarks": check.remarks, "table": spreadsheet.table, "selection": spreadsheet.selection}


def _save(spreadsheet: Spreadsheet, progress: Progress) -> dict:
    if spreadsheet.rows.exclude(errors=[]).exists():
        raise SheetError(_("There are still errors in this file. Nothing was imported."))
    progress.total(spreadsheet.rows.exclude(changes=[]).count())
    return {"change": storing.store(spreadsheet, progress.step), "content": b""}


def _undo(spreadsheet: Spreadsheet, progress: Progress) -> dict:
    return {"left": storing.take_back(spreadsheet, progress.step, progress.total)}


ACTS: dict[str, Callable[[Spreadsheet, Progress], dict]] = {
    SpreadsheetAct.EXPORT: _export,
    SpreadsheetAct.CHECK: _check,
    SpreadsheetAct.SAVE: _save,
    SpreadsheetAct.UNDO: _undo,
}
