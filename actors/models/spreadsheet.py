"""Spreadsheets: listings that somebody took out to edit, and files that came back, with what each row would change."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

KEPT = timedelta(days=14)  # what was exported or uploaded; what an import changed stays in the history


class SpreadsheetAct(models.TextChoices):
    """What is done, or was done last, with a spreadsheet."""

    EXPORT = "export", _("export")
    CHECK = "check", _("check")
    SAVE = "save", _("import")
    UNDO = "undo", _("undo")


class SpreadsheetState(models.TextChoices):
    """How far that is. Whether anybody is at what waits is a lock in the database, not a column."""

    WAITING = "waiting", _("busy")
    DONE = "done", _("done")
    FAILED = "failed", _("not done")


class Spreadsheet(models.Model):
    """A file that goes out to be edited, or that came in. One process at a time works on it (`actors.spreadsheets`).

    `table` says what stands in a row; `selection` of an export, which listings. `failure` is what is wrong with the
    file as a whole, by language; `left` what an undo left as it is, because it was changed since.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("user"))
    act = models.CharField(_("what is done"), max_length=6, choices=SpreadsheetAct)
    state = models.CharField(_("state"), max_length=7, choices=SpreadsheetState, default=SpreadsheetState.WAITING)
    table = models.CharField(_("what stands in a row"), max_length=10)
    format = models.CharField(_("format"), max_length=4, default="xlsx")
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    selection = models.JSONField(_("selection"), default=dict, blank=True)
    name = models.CharField(_("name of the file"), max_length=200, blank=True)
    content = models.BinaryField(_("file"), blank=True, default=b"")
    rows_done = models.PositiveIntegerField(_("rows done"), default=0)
    rows_total = models.PositiveIntegerField(_("rows in all"), default=0)
    failure = models.JSONField(_("why it was refused"), default=dict, blank=True)
    remarks = models.JSONField(_("remarks"), default=list, blank=True)
    left = models.JSONField(_("left as it is by an undo"), default=list, blank=True)
    change = models.UUIDField(_("key of the change in the history"), null=True, blank=True)
    made_at = models.DateTimeField(_("made at"), default=timezone.now)
    touched_at = models.DateTimeField(_("last sign of life"), default=timezone.now)

    class Meta:
        verbose_name = _("spreadsheet")
        verbose_name_plural = _("spreadsheets")
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["made_at"], name="actors_spreadsheet_made_at")]
        constraints = [
            models.CheckConstraint(condition=Q(act__in=SpreadsheetAct.values), name="actors_spreadsheet_act_is_known"),
            models.CheckConstraint(
                condition=Q(state__in=SpreadsheetState.values), name="actors_spreadsheet_state_is_known"
            ),
            models.UniqueConstraint(
                fields=["user"],
                condition=Q(state=SpreadsheetState.WAITING),
                name="actors_spreadsheet_one_at_a_time",
                violation_error_message=_("An earlier spreadsheet of yours is still being worked on."),
            ),
        ]

    def __str__(self):
        return self.name or f"{self.table}.{self.format}"


class SpreadsheetRow(models.Model):
    """A row of a file in which something is new, wrong, or was changed by others since.

    Values are as forms post them, so that they read in either language: `changes` and `conflicts` are lists of
    (column, now, in the file), `errors` of (column, message by language); an empty column is the row as a whole.
    """

    spreadsheet = models.ForeignKey(Spreadsheet, models.CASCADE, related_name="rows", verbose_name=_("spreadsheet"))
    number = models.PositiveIntegerField(_("row in the file"))
    record = models.PositiveBigIntegerField(_("record"), null=True, blank=True)
    label = models.CharField(_("name of the record"), max_length=300, blank=True)
    changes = models.JSONField(_("changes"), default=list, blank=True)
    conflicts = models.JSONField(_("changed by others since"), default=list, blank=True)
    errors = models.JSONField(_("errors"), default=list, blank=True)

    class Meta:
        verbose_name = _("row of a spreadsheet")
        verbose_name_plural = _("rows of spreadsheets")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["spreadsheet", "number"], name="actors_row_once_per_spreadsheet")
        ]

    def __str__(self):
        return f"{self.number}: {self.label}"
