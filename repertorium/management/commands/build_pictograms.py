"""`manage.py build_pictograms`: the SVG sprite of all pictograms."""

from django.core.management.base import BaseCommand

from repertorium.pictograms import SPRITE, build_sprite


class Command(BaseCommand):
    help = "Make the sprite of all pictograms, where it is missing or out of date."

    def handle(self, **options):
        written = build_sprite()
        self.stdout.write(f"{SPRITE} {'written' if written else 'is up to date'}")
