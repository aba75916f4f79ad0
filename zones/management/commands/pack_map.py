"""`manage.py pack_map [--streets FILE]`: the ground of the maps, from border lines and streets to `static/map/`."""

import json
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from zones import ground

FOLDER = settings.BASE_DIR / "static" / "map"


class Command(BaseCommand):
    help = (
        "Pack the border lines of fixtures/borders/, and with --streets the lines of streets of a GeoJSON file (with "
        "the properties fr, nl and m), into the files that maps draw."
    )

    def add_arguments(self, parser):
        parser.add_argument("--streets", type=Path, help="GeoJSON; without it the streets stay as they are")

    def handle(self, *, streets, **options):
        self._write("borders.json", ground.borders())
        if streets:
            self._write("streets.json", ground.streets(streets))

    def _write(self, name: str, content: dict) -> None:
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        (FOLDER / name).write_text(f"{text}\n", encoding="utf-8")
        self.stdout.write(f"{FOLDER / name}: {len(text) // 1000} kB")
