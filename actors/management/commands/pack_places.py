"""`manage.py pack_places FILE --dated DAY`: the places of OpenStreetMap that the product starts with."""

from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand

from actors.exchange.osm.pack import PACKED, pack


class Command(BaseCommand):
    help = (
        "Pack the places of a file of OpenStreetMap into fixtures/osm_places.json.gz: only those that an import takes "
        "into this database, without telephone numbers and addresses that are a person's."
    )

    def add_arguments(self, parser):
        parser.add_argument("path", type=Path, help="JSON file, as for import_osm")
        parser.add_argument("--dated", type=date.fromisoformat, required=True, help="the day on which it was taken")

    def handle(self, *, path, dated, **options):
        count = pack(path, dated)
        self.stdout.write(f"{PACKED}: {count} places, {PACKED.stat().st_size // 1000} kB")
