"""`manage.py load_data`: the data of `fixtures/`, all or nothing."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from actors.exchange.fixtures import load_catalogue
from actors.exchange.fixtures.reference import load_reference
from actors.exchange.osm.start import load_places
from repertorium.fixtures import FOLDER, FixtureError, loading
from zones.fixtures import load_territory


class Command(BaseCommand):
    help = (
        "Load the territory, the taxonomy, the actors and the places of OpenStreetMap of fixtures/. What is there "
        "already is left alone, but for the words that people search by: those of the files are brought up to date "
        "beside what staff made of them. When anything is wrong, every problem is listed and the database stays as it "
        "was."
    )

    def add_arguments(self, parser):
        parser.add_argument("--folder", type=Path, default=FOLDER, help="default: fixtures/")
        parser.add_argument("--dry-run", action="store_true", help="check the files, write nothing")
        parser.add_argument("--no-examples", action="store_true", help="leave the invented example actors out")
        parser.add_argument("--no-places", action="store_true", help="leave the places of OpenStreetMap out")

    def handle(self, *, folder, no_examples, no_places, dry_run, **options):
        try:
            with loading(dry_run=dry_run) as loader:
                load_territory(loader, folder)
                load_reference(loader, folder)
                load_catalogue(loader, folder / "actors", examples=not no_examples)
                if not no_places and not loader.problems:
                    load_places(loader, folder)
        except FixtureError as error:
            raise CommandError(f"{len(error.problems)} problems, nothing was loaded:\n{error}") from error
        for name, count in sorted(loader.created.items()):
            self.stdout.write(f"{count:>6} {name}")
        if not loader.created:
            self.stdout.write("Everything was there already.")
