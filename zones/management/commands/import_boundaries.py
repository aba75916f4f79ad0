"""`manage.py import_boundaries PATH-or-URL --level piece --code-field code`"""

from django.core.management.base import BaseCommand, CommandError

from zones.boundaries import BoundaryError, import_boundaries
from zones.models.boundary import BoundaryLevel


class Command(BaseCommand):
    help = (
        "Import border lines from a GeoJSON file or address. The level 'piece' decides where a point lies; the "
        "others are drawn on maps. Everything of the level is replaced, or nothing when a feature is wrong."
    )

    def add_arguments(self, parser):
        parser.add_argument("source", help="path or https address of a GeoJSON FeatureCollection")
        parser.add_argument("--level", choices=BoundaryLevel.values, default=BoundaryLevel.PIECE, help="default: piece")
        parser.add_argument(
            "--code-field",
            default="code",
            help="property that holds the code of the territory (default: code)",
        )
        parser.add_argument("--attribution", default="", help="default: what the file says of itself")
        parser.add_argument("--dry-run", action="store_true", help="check the file, write nothing")

    def handle(self, *, source, level, code_field, attribution, dry_run, **options):
        try:
            count = import_boundaries(
                source, level=level, code_field=code_field, attribution=attribution, dry_run=dry_run
            )
        except BoundaryError as error:
            raise CommandError(f"Nothing was imported.\n{error}") from error
        verb = "checked, nothing written" if dry_run else "imported"
        self.stdout.write(f"{count} boundaries of level '{level}' {verb}.")
