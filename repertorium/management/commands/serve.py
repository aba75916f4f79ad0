"""`manage.py serve`: everything that a first page needs, then the web server. `make run` calls it."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection, connections

from actors.exchange.fixtures.examples import renew_examples
from actors.models import Actor
from actors.people import demo
from repertorium.pictograms import build_sprites
from repertorium.translations import compile_translations

WORKERS = 2
NONE = "0"  # of DEMO and OSM


class Command(BaseCommand):
    help = (
        "Bring database, translations and static files up to date, load the data into an empty database, then "
        "serve the site. PORT, WORKERS, DEMO (0: without the example actors) and OSM (0: without places of "
        "OpenStreetMap; else a file of more of them for import_osm) come from the environment."
    )

    def handle(self, **options):
        started = time.monotonic()
        port = os.environ.get("PORT", "8000")
        with one_at_a_time():
            self._bring_up_to_date()
        self._say(f"Ready in {time.monotonic() - started:.0f} seconds. Open one of:")
        for path in ("nl/", "fr/", "nl/zoeken/?q=douche", "fr/recherche/?q=douche", "nl/admin/"):
            self.stdout.write(f"    http://localhost:{port}/{path}")
        self._print_demo_accounts()
        # A connection that is open before the workers split off would be shared between them.
        connections.close_all()
        self._gunicorn(port)

    def _say(self, words: str) -> None:
        self.stdout.write(self.style.MIGRATE_HEADING(words))
        self.stdout.flush()

    def _bring_up_to_date(self) -> None:
        self._say("Database")
        call_command("migrate", verbosity=0)
        self._load_data()
        self._say("Translations and pictograms")
        compile_translations()
        build_sprites()
        self._collect_static()

    def _load_data(self) -> None:
        places = os.environ.get("OSM", "")
        if not Actor.objects.exists():
            self._say("Data (the database is empty)")
            call_command("load_data", no_examples=os.environ.get("DEMO") == NONE, no_places=places == NONE)
        renew_examples()
        if places and places != NONE:
            self._say("Places of OpenStreetMap")
            call_command("import_osm", places)

    def _print_demo_accounts(self) -> None:
        if accounts := demo.renew_accounts():
            self.stdout.write(f"Log in as one of these, with the password {demo.password()}")
            for user in accounts:
                self.stdout.write(f"    {user.email}")

    def _collect_static(self) -> None:
        """Collect static files when any is newer than the last time: it takes seconds."""
        manifest = settings.STATIC_ROOT / "staticfiles.json"
        if not manifest.exists() or newest(settings.STATICFILES_DIRS) > manifest.stat().st_mtime:
            self._say("Static files")
            call_command("collectstatic", interactive=False, verbosity=0, clear=True)

    @staticmethod
    def _gunicorn(port: str) -> None:
        sys.stdout.flush()
        os.execvp(  # noqa: S606 - this process becomes the server, so that Ctrl-C reaches it
            sys.executable,
            [
                sys.executable, "-m", "gunicorn", "repertorium.wsgi",
                "--bind", f"0.0.0.0:{port}",
                "--workers", os.environ.get("WORKERS", str(WORKERS)),
                "--threads", "4",
                "--logger-class", "repertorium.logs.GunicornLogger",
                "--log-level", "warning",  # no access log: what somebody opened is nobody else's business
            ],
        )  # fmt: skip


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Two servers that start at once on one database and one folder get ready one after the other.

    The lock is of the database, because servers on several machines may share it: the second finds tables and data
    made. It ends with this connection, so a start that was killed holds nobody up.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(hashtext('repertorium serve'))")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(hashtext('repertorium serve'))")


def newest(folders: list) -> float:
    """When the newest file of these folders was changed."""
    paths = [Path(entry[1] if isinstance(entry, tuple) else entry) for entry in folders]
    return max((file.stat().st_mtime for path in paths for file in path.rglob("*") if file.is_file()), default=0)
