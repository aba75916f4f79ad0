"""`manage.py restore FILE`: put a backup in place of everything in the database. See `docs/operations.md`."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from repertorium import backup


class Command(BaseCommand):
    help = (
        "Put what FILE holds in place of everything in the database. A database that is in use needs --replace, and "
        "is first saved in var/ itself."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--replace", action="store_true", help="also when the database is in use")

    def handle(self, *, file, replace, **options):
        try:
            backup.read_manifest(file)  # before anything is touched
            if backup.is_in_use():
                self._save_what_is_there(replace)
            manifest = backup.restore(file, progress=True)
        except (backup.BackupError, OSError) as error:
            raise CommandError(error) from error
        rows = sum(manifest["rows"].values())
        self.stdout.write(f"{rows:,} rows of {manifest['made']} are back.")

    def _save_what_is_there(self, replace: bool) -> None:
        if not replace:
            raise CommandError("This database is in use. With --replace all that it holds makes way for the file.")
        path = settings.VAR_DIR / f"before-restore-{timezone.now():%Y%m%d-%H%M%S}.zip"
        backup.save(path)
        self.stdout.write(f"What was here is kept in {path}.")
