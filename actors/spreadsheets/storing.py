"""The import itself: every row that was shown, in one transaction, or none; and the undo of it, in one step."""

from itertools import islice
from uuid import UUID

import pghistory
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, transaction
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from actors.history.changes import Change, RecordChange, whole_change
from actors.history.undo import undo_unchanged
from actors.history.words import Words
from actors.models import Actor, Spreadsheet, SpreadsheetRow
from actors.spreadsheets import writing
from actors.spreadsheets.checking import in_both_of
from actors.spreadsheets.files import SheetError
from actors.spreadsheets.sheets import Sheet
from actors.staff.saving import message_of

AT_ONCE = 200  # rows
CHANGED_SINCE = _(
    "Row %(row)s was changed by somebody since this page was made. Nothing was imported: check the file again."
)
REFUSED = _("Row %(row)s could not be saved, so nothing was imported. %(why)s")


def store(spreadsheet: Spreadsheet, step: writing.Step) -> UUID:
    """Write what the rows of a file change; the key of that in the history.

    Raises:
        SheetError: one of them cannot be saved as it was shown: then nothing is written.
    """
    sheet = Sheet(spreadsheet.table, spreadsheet.user)
    act = {"user": spreadsheet.user_id, "act": "import", "spreadsheet": spreadsheet.pk}
    rows = spreadsheet.rows.exclude(changes=[]).order_by("number").iterator(chunk_size=AT_ONCE)
    with pghistory.context(**act) as context:
        while part := list(islice(rows, AT_ONCE)):
            _store_part(sheet, part)
            step(len(part))
    return context.id


def _store_part(sheet: Sheet, part: list[SpreadsheetRow]) -> None:
    table = sheet.table
    owners = table.owners([row.record for row in part if row.record]) if not table.is_new else {}
    actors = sorted(set(owners.values()))
    list(Actor.objects.select_for_update(no_key=True).filter(pk__in=actors).order_by("pk").values_list("pk"))
    records = {record.pk: record for record in table.read(actors) if record.pk in owners} if actors else {}
    for row in part:
        record = records.get(row.record)
        if not table.is_new and not _is_as_shown(sheet, record, row):
            raise SheetError(CHANGED_SINCE, row=row.number)
        _store_row(sheet, record, row)


def _is_as_shown(sheet: Sheet, record, row: SpreadsheetRow) -> bool:
    """Whether the cells that change still say what the page of differences said that they do."""
    if record is None:
        return False
    now = sheet.canonical(sheet.table.state(record))
    return all(now[name] == before for name, before, _after in row.changes)


def _store_row(sheet: Sheet, record, row: SpreadsheetRow) -> None:
    changes = {name: after for name, _before, after in row.changes}
    try:
        with transaction.atomic():
            wrong = sheet.table.store(record, changes)
    except (IntegrityError, DataError) as error:  # a rule that only the database keeps
        raise SheetError(REFUSED, row=row.number, why=message_of(error)) from error
    if wrong:
        first = next(error for errors in wrong.values() for error in errors)
        raise SheetError(REFUSED, row=row.number, why=_Said(first)) from None


class _Said:
    """An error in the language that is active when it is read."""

    def __init__(self, error: ValidationError):
        self._both = in_both_of(error)

    def __str__(self):
        return self._both[get_language()]


def take_back(spreadsheet: Spreadsheet, step: writing.Step, total: writing.Step) -> list[str]:
    """Put back what an import changed, as one new change; the names of what stays, because it was changed since.

    Raises:
        SheetError: a rule forbids it, or a listing is not this user's any more: then nothing is written.
    """
    change = whole_change(Change(str(spreadsheet.change), spreadsheet.touched_at, {}))
    total(len(change.records))
    with pghistory.context(user=spreadsheet.user_id, spreadsheet=spreadsheet.pk):
        try:
            kept = undo_unchanged(actors=_listings(spreadsheet, change), change=change, step=step)
        except ValidationError as error:
            raise SheetError(_("This cannot be put back: %(why)s"), why=_Said(error)) from error
    words = Words(kept)
    return sorted({_told(words, one) for one in kept})


def _told(words: Words, since: RecordChange) -> str:
    """A record by its name, with what it says since in the fields that stay."""
    said = ", ".join(f"{one.label} = {one.after or '–'}" for one in words.said(since))
    return f"{words.record(since)} ({said})" if said else words.record(since)


def _listings(spreadsheet: Spreadsheet, change: Change) -> set[int]:
    """The actors whose listings an import changed, which its user must still be allowed to edit."""
    table = Sheet(spreadsheet.table, spreadsheet.user).table
    pks = {one.pk for one in change.records if one.model is table.model}
    pks |= set(spreadsheet.rows.exclude(changes=[]).exclude(record=None).values_list("record", flat=True))
    there = set(table.model.objects.filter(pk__in=pks).values_list("pk", flat=True))
    owners = table.owners(there)
    if there - owners.keys():
        raise SheetError(_("Some of these listings are not yours to edit any more. Nothing was put back."))
    return set(owners.values())
