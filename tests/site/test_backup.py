"""A backup comes back word for word; what is no backup, or not ours to replace, is refused before anything is touched."""

import json
import os
import subprocess
import sys
import zipfile
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection

from tests.conftest import _database

pytestmark = pytest.mark.xdist_group("backup")


def address_of(database):
    values = connection.settings_dict
    host = quote(values["HOST"], safe="")
    password = f":{quote(values['PASSWORD'], safe='')}" if values.get("PASSWORD") else ""
    port = f":{values['PORT']}" if values.get("PORT") else ""
    return f"postgres://{values['USER']}{password}@{host}{port}/{database}"


def manage(database, *arguments):
    inherited = {name: value for name, value in os.environ.items() if name != "DJANGO_ALLOW_ASYNC_UNSAFE"}
    return subprocess.run(
        [sys.executable, "manage.py", *map(str, arguments)],
        env={**inherited, "DATABASE_URL": address_of(database)},
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )


def in_database(database, sql, parameters=()):
    with _database(database), connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall() if cursor.description else None


@pytest.fixture(autouse=True)
def outside_of_transactions(django_db_blocker):
    """The commands run in processes of their own, which would not see what a test's transaction holds."""
    with django_db_blocker.unblock():
        yield


@pytest.fixture(scope="module")
def empty_database(django_db_blocker):
    """The name of a new database with nothing in it."""
    name = f"test_backup_{os.getpid()}"
    with django_db_blocker.unblock():
        in_database("postgres", f'CREATE DATABASE "{name}"')
        yield name
        in_database("postgres", f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(scope="module")
def backup_of_real(real_database, tmp_path_factory):
    path = tmp_path_factory.mktemp("backup") / "saved.zip"
    result = manage(real_database, "backup", path)
    assert result.returncode == 0, result.stderr
    return path


def contents(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name.startswith("tables/")}


def test_drill_everything_comes_back_and_goes_on(backup_of_real, empty_database, tmp_path):
    result = manage(empty_database, "restore", backup_of_real)
    assert result.returncode == 0, result.stderr
    manage(empty_database, "backup", tmp_path / "again.zip")
    before, after = contents(backup_of_real), contents(tmp_path / "again.zip")
    assert before.keys() == after.keys()
    assert [name for name in before if before[name] != after[name]] == []

    # New rows are counted on from the last ones, the triggers are there again, and the search reads anew.
    events = "SELECT count(*) FROM actors_actorevent"
    known = in_database(empty_database, events)[0][0]
    in_database(
        empty_database, "UPDATE actors_actor SET name_nl = 'Anders' WHERE id = (SELECT min(id) FROM actors_actor)"
    )
    assert in_database(empty_database, events) == [(known + 1,)]
    highest = in_database(empty_database, "SELECT max(id) FROM actors_theme")[0][0]
    assert in_database(empty_database, "SELECT nextval(pg_get_serial_sequence('actors_theme', 'id'))") == [
        (highest + 1,)
    ]
    stamped, services = in_database(
        empty_database, "SELECT (SELECT count(*) FROM search_stamp), (SELECT count(*) FROM actors_service)"
    )[0]
    assert stamped == services + 1

    # A second time the database is in use: refused, and replaced only when asked, with a copy of what was there.
    refused = manage(empty_database, "restore", backup_of_real)
    assert refused.returncode
    assert "--replace" in refused.stderr
    in_database(empty_database, "DELETE FROM accounts_user")
    replaced = manage(empty_database, "restore", "--replace", backup_of_real)
    assert replaced.returncode == 0, replaced.stderr
    kept = settings.BASE_DIR / replaced.stdout.split("is kept in ")[1].split(".zip")[0]
    kept.with_suffix(".zip").unlink()
    assert in_database(empty_database, "SELECT count(*) FROM actors_actor WHERE name_nl = 'Anders'") == [(0,)]


def test_backup_is_readable_by_its_owner_only(backup_of_real):
    assert backup_of_real.stat().st_mode & 0o077 == 0


def test_no_session_and_no_limit_is_in_a_backup(backup_of_real):
    names = set(contents(backup_of_real))
    assert not names & {"tables/django_session.copy", "tables/accounts_cache.copy"}
    assert "tables/actors_service.copy" in names


def planted(path, source, change):
    """A copy of a backup with another manifest."""
    with zipfile.ZipFile(source) as archive, zipfile.ZipFile(path, "w") as changed:
        manifest = json.loads(archive.read("manifest.json"))
        change(manifest)
        changed.writestr("manifest.json", json.dumps(manifest))
    return path


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path, _source: path.write_text("id;name\n"), "no backup of the repertorium"),
        (lambda _path, _source: None, "no backup of the repertorium"),
        (lambda path, source: path.write_bytes(source.read_bytes()[:20_000]), "no backup of the repertorium"),
        (
            lambda path, source: planted(
                path, source, lambda m: m["migrations"].append(["actors", "9999_of_tomorrow"])
            ),
            "made by a later version",
        ),
        (lambda path, source: planted(path, source, lambda m: m.update(format=2)), "has format 2"),
    ],
    ids=["a spreadsheet", "no file", "half a file", "of a later version", "of another format"],
)
def test_what_cannot_be_restored_says_why_and_touches_nothing(make, words, backup_of_real, real_database, tmp_path):
    path = tmp_path / "file.zip"
    make(path, backup_of_real)
    before = in_database(real_database, "SELECT count(*) FROM actors_service")
    result = manage(real_database, "restore", "--replace", path)
    assert result.returncode
    assert words in result.stderr
    assert "Traceback" not in result.stderr
    assert in_database(real_database, "SELECT count(*) FROM actors_service") == before
