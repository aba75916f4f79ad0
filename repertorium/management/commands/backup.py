"""`manage.py backup FILE`: the whole database in one file. See `docs/operations.md`."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from repertorium.backup import BackupError, save


class Command(BaseCommand):
    help = "Write everything that the database holds to FILE, as it is at this moment; the site goes on meanwhile."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE")

    def handle(self, *, file, **options):
        try:
            manifest = save(file, progress=True)
        except (BackupError, OSError) as error:
            raise CommandError(error) from error
        rows, tables = sum(manifest["rows"].values()), len(manifest["rows"])
        self.stdout.write(f"{rows:,} rows of {tables} tables in {file} ({file.stat().st_size / 1e6:.1f} MB).")
        self.stdout.write("It holds accounts and hidden addresses: keep it where only the operators can read it.")
