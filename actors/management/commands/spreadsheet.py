"""`manage.py spreadsheet KEY`: do what is to be done with a spreadsheet; the pages of staff start it by themselves."""

import os

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from tqdm import tqdm

from actors.models import Spreadsheet
from actors.models.spreadsheet import SpreadsheetState
from actors.spreadsheets.jobs import Progress, run

AFTER_PAGES = 5  # niceness: whoever reads a page goes first


class Command(BaseCommand):
    help = "Export, check, import or undo one spreadsheet: what its page asked for. Started by the pages of staff."

    def add_arguments(self, parser):
        parser.add_argument("key", type=int, help="its key, as in the address of its page")

    def handle(self, *, key: int, **options):
        os.nice(AFTER_PAGES)
        if not Spreadsheet.objects.filter(pk=key).exists():
            raise CommandError(f"There is no spreadsheet {key}.")
        watch = connection.copy()
        try:
            with tqdm(unit=" rows", disable=None) as bar:
                progress = Progress(key, watch, bar)
                if not progress.take():
                    raise CommandError("Another process is at this spreadsheet.")
                done = run(key, progress)
        finally:
            watch.close()
        if done.state == SpreadsheetState.FAILED:
            raise CommandError(done.failure.get(done.language, "Nothing was done."))
