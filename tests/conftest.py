"""What tests have at hand.

`db` is an empty database, as pytest-django makes it. `real` is a database with all fixtures in it, read-only, shared
by all tests and processes and kept between runs until migrations or fixtures change.
"""

import fcntl
import hashlib
import os
from contextlib import contextmanager
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.test import Client
from django.utils import translation
from hypothesis import HealthCheck, Phase
from hypothesis import settings as hypothesis

from actors.exchange.fixtures.examples import renew_examples
from repertorium import embedded_postgres
from repertorium.pictograms import build_sprites
from repertorium.translations import compile_translations

MIGRATIONS = ("*/**/migrations/*.py", "constraints.txt")  # those of libraries change with their versions
READ_ONLY = "-c default_transaction_read_only=on"

# One database serves all examples of a test, each in a savepoint; on a busy machine nothing has a deadline. Making a
# failing example smaller takes minutes, so only who is looking for one waits for it.
ANY_TIME = {"deadline": None, "suppress_health_check": list(HealthCheck)}
hypothesis.register_profile(
    "steady", max_examples=40, derandomize=True, database=None, phases=set(Phase) - {Phase.shrink}, **ANY_TIME
)
hypothesis.register_profile("thorough", max_examples=2_000, print_blob=True, **ANY_TIME)
hypothesis.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


def pytest_configure(config):
    if "DATABASE_URL" not in os.environ:
        embedded_postgres.ensure_running()
    if not hasattr(config, "workerinput"):  # once, not in every xdist worker
        compile_translations()
        build_sprites()
        settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # whitenoise warns where it is missing


@pytest.fixture(autouse=True)
def plain_settings(settings):
    """Static files from their sources; Dutch, whatever the test before left behind; no search index on disk; passwords
    that cost nothing."""
    translation.activate("nl")
    settings.SEARCH_INDEX_DIR = None
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # a strong one takes half a second
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.WHITENOISE_AUTOREFRESH = settings.WHITENOISE_USE_FINDERS = True


@pytest.fixture(autouse=True)
def staff_logs_in_with_a_second_factor(monkeypatch):
    """Who is logged in by `force_login` went through all that a login asks: staff get the second factor they need."""
    from allauth.mfa.models import Authenticator

    from actors.people import second_factor

    force_login = Client.force_login

    def with_second_factor(client, user, backend=None):
        if second_factor.must_be_set_up(user):
            Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": ""})
        force_login(client, user, backend)

    monkeypatch.setattr(Client, "force_login", with_second_factor)


def _fingerprint(*globs: str) -> str:
    """Changes when any file of these does."""
    digest = hashlib.sha256()
    for path in sorted(path for glob in globs for path in settings.BASE_DIR.glob(glob) if path.is_file()):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


@contextmanager
def _database(name: str, options: str = ""):
    """Use another database for a while, in all threads."""
    values = connections.settings["default"]
    before = {"NAME": values["NAME"], "OPTIONS": values["OPTIONS"]}
    connection.close()
    values.update(NAME=name, OPTIONS={**values["OPTIONS"], "options": options} if options else values["OPTIONS"])
    try:
        yield
    finally:
        connection.close()
        values.update(before)


@contextmanager
def _once(prefix: str, name: str):
    """Whether this database is still to be made; those of the same kind from before are dropped. One process at a
    time: the others wait, and find it."""
    lock_path = settings.VAR_DIR / f"{prefix}.lock"
    lock_path.parent.mkdir(exist_ok=True)
    with open(lock_path, "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with _database("postgres"), connection.cursor() as cursor:
            cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [f"{prefix}_%"])
            known = {row[0] for row in cursor.fetchall()}
            for old in known - {name}:
                cursor.execute(f'DROP DATABASE "{old}" WITH (FORCE)')
        yield name not in known


@contextmanager
def _made(name: str, template: str = "template1"):
    """Use a new database while it is made; it gets its name when it is complete."""
    with _database("postgres"), connection.cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}_draft" TEMPLATE "{template}"')
    with _database(f"{name}_draft"):
        yield
    with _database("postgres"), connection.cursor() as cursor:
        cursor.execute(f'ALTER DATABASE "{name}_draft" RENAME TO "{name}"')


@pytest.fixture(scope="session")
def migrated_database(django_db_blocker) -> str:
    """The name of an empty database to copy: migrations take a minute, a copy a second."""
    name = f"test_migrated_{_fingerprint(*MIGRATIONS)}"
    with django_db_blocker.unblock(), _once("test_migrated", name) as missing:
        if missing:
            with _made(name):
                call_command("migrate", verbosity=0)
    return name


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings, migrated_database):
    settings.DATABASES["default"]["TEST"]["TEMPLATE"] = migrated_database


@pytest.fixture(scope="session")
def real_database(django_db_blocker, migrated_database) -> str:
    """The name of a database with all fixtures; made by the first process that asks."""
    name = f"test_real_{_fingerprint(*MIGRATIONS, 'fixtures/**/*')}"
    with django_db_blocker.unblock(), _once("test_real", name) as missing:
        if missing:
            with _made(name, migrated_database):
                call_command("load_data", no_places=True, stdout=StringIO())  # they would stand in every result
        with _database(name):
            renew_examples()
    return name


@pytest.fixture(scope="session")
def real_live():
    """The search engine over the real data, kept from test to test."""
    from actors.search.process import Live

    return Live()


@pytest.fixture
def real(real_database, real_live, django_db_blocker):
    """The real data, read-only: what writes here fails."""
    from actors.search.process import live

    before = dict(live.__dict__)
    live.__dict__.update(real_live.__dict__)
    try:
        with django_db_blocker.unblock(), _database(real_database, READ_ONLY):
            yield
    finally:
        real_live.__dict__.update(live.__dict__)
        live.__dict__.update(before)


@pytest.fixture
def new_engine():
    """Puts a new engine in the place of that of this process, as a restart does; after the test the old one is back."""
    from actors.search.process import Live, live

    before = dict(live.__dict__)
    yield lambda: live.__dict__.update(Live().__dict__)
    live.__dict__.update(before)
