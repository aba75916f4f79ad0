"""`manage.py subscriptions`: send digests to staff, and what is new in saved searches. For a timer."""

from collections import Counter

from django.core.management.base import BaseCommand
from tqdm import tqdm

from actors.subscriptions import digest, news


class Command(BaseCommand):
    help = (
        "Mail each digest that is due, and each person what is new in their saved searches, once a day at most. "
        "Safe to run twice, and in two places at once."
    )

    def handle(self, **options):
        for what, kind in (("digests", digest), ("searches", news)):
            number = kind.due().values("user").distinct().count()
            came = Counter(tqdm(kind.send_all(), total=number, desc=what, unit="", disable=not number))
            said = ", ".join(f"{count} {outcome}" for outcome, count in sorted(came.items())) or "none due"
            self.stdout.write(f"{what}: {said}")
