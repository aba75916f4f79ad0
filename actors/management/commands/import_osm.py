"""`manage.py import_osm PATH`: places of OpenStreetMap, as listings that nobody confirmed yet."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from actors.exchange.osm.report import Report
from actors.exchange.osm.run import import_osm
from actors.exchange.osm.tags import TABLE
from repertorium.fixtures import FixtureError


class Command(BaseCommand):
    help = (
        "Import places of OpenStreetMap from a JSON file (a list, an answer of Overpass, GeoJSON). A faulty place is "
        "left out with its reason; a second run changes nothing; what a person edited is left alone. Places that may "
        "be in the repertorium already are listed for decision."
    )

    def add_arguments(self, parser):
        parser.add_argument("path", type=Path, help="JSON file: a list of places with their tags")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, write nothing")
        parser.add_argument("--all-or-nothing", action="store_true", help="import nothing when a place is faulty")
        parser.add_argument("--report", type=Path, help="write what became of every place to this CSV file")
        parser.add_argument("--decisions", type=Path, help="such a report with its column 'decision' filled in")
        parser.add_argument("--tags", type=Path, default=TABLE, help="table of tags and themes")

    def handle(self, *, path, report, dry_run, **options):
        try:
            wanted = {name: options[name] for name in ("decisions", "tags", "all_or_nothing")}
            done = import_osm(path, dry_run=dry_run, **wanted)
        except FixtureError as error:
            raise CommandError(f"{len(error.problems)} problems, nothing was imported:\n{error}") from error
        self._show(done)
        if report:
            done.write(report)
            self.stdout.write(f"Every place stands in {report}.")
        if dry_run:
            self.stdout.write(self.style.WARNING("Dry run: nothing was written."))

    def _show(self, done: Report) -> None:
        for outcome, count in done.outcomes.most_common():
            self.stdout.write(f"{count:>6} {outcome}")
        for left, count in done.left.most_common():
            self.stdout.write(f"{count:>6} left out: {left}")
        for slug, facts in done.filled.items():
            if facts:
                self.stdout.write(f"  + {slug}: {', '.join(dict.fromkeys(map(str, facts)))}")
        for problem in done.faults:
            self.stdout.write(f"  ! {problem.record}: {problem.message}")
        for line in done.unsure:
            listing = f"  =  {line.actor.slug}?" if line.actor else ""
            self.stdout.write(f"  ? {line.place.name}{listing} ({line.why})")
        for actor in done.gone:
            self.stdout.write(f"  no longer in the file: {actor.slug}")
