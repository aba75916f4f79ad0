"""`manage.py retention`: remove what is known of people longer than `actors/people/retention.py` allows."""

from django.core.management.base import BaseCommand

from actors.people.retention import clean_up


class Command(BaseCommand):
    help = "Remove ended invitations, old drafts, ended sessions and names of removed accounts. For a daily timer."

    def handle(self, **options):
        for what, number in clean_up().items():
            self.stdout.write(f"{number:>6} {what}")
