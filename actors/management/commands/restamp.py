"""`manage.py restamp`: after a restore from a backup, let every process read the whole index again."""

from django.core.management.base import BaseCommand

from actors.search.stamps import restamp


class Command(BaseCommand):
    help = "Stamp every service, so that all processes read it again. Needed after a restore, harmless otherwise."

    def handle(self, **options):
        self.stdout.write(f"{restamp()} rows stamped.")
