"""`manage.py remind`: ask front desks by mail whether there is room, and what campaigns ask. For a timer."""

from collections import Counter

from django.core.management.base import BaseCommand
from tqdm import tqdm

from actors.frontdesk.reminders import due, remind_all


class Command(BaseCommand):
    help = (
        "Mail each front desk of which something stops counting or a campaign asks something, once a day at most. "
        "Safe to run twice, and in two places at once."
    )

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="say how many would be asked, and send nothing")

    def handle(self, *, dry_run, **options):
        number = due().count()
        if dry_run:
            self.stdout.write(f"{number} to ask")
            return
        came = Counter(what for _desk, what in tqdm(remind_all(), total=number, unit="desk", disable=not number))
        self.stdout.write(", ".join(f"{count} {what}" for what, count in sorted(came.items())) or "nobody to ask")
