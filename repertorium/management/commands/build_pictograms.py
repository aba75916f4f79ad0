"""`manage.py build_pictograms`: the SVG sprite of all pictograms."""

from django.core.management.base import BaseCommand

from repertorium.pictograms import GENERATED, build_sprites


class Command(BaseCommand):
    help = "Make the sprite of all pictograms, where it is missing or out of date."

    def handle(self, **options):
        written = build_sprites()
        self.stdout.write(f"{GENERATED} {'written' if written else 'is up to date'}")
