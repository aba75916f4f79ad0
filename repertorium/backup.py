"""Everything that the database holds, in one file that every version of PostgreSQL can read.

A zip: `manifest.json` (when, which migrations, how many rows) and per table its rows as `COPY` writes them. Tables
are not described in it: the migrations that the manifest names make them anew. See `docs/decisions/0030-backup.md`
for why this is not `pg_dump`.
"""

import json
import os
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone
from tqdm import tqdm

from actors.search.stamps import restamp

FORMAT = 1
MANIFEST = "manifest.json"
CHUNK = 1 << 20  # bytes read at once
# Worth nothing on another day: who is logged in, what is counted against limits, what the search has seen.
LEFT_OUT = {"django_session", "accounts_cache", "search_stamp"}


class BackupError(RuntimeError):
    """A file that cannot be restored here, or a database that cannot be saved; the message says why."""


@dataclass(frozen=True)
class Table:
    """A table of the public schema with its columns that hold data of their own (generated ones do not)."""

    name: str
    columns: tuple[str, ...]

    @property
    def member(self) -> str:
        """Its name in the zip."""
        return f"tables/{self.name}.copy"

    @property
    def sql(self) -> str:
        """The table and its columns, as `COPY` wants them."""
        columns = ", ".join(map(connection.ops.quote_name, self.columns))
        return f"{connection.ops.quote_name(self.name)} ({columns})"


def save(path: Path, *, progress: bool = False) -> dict:
    """Write the whole database, as it is at one moment, to `path`; readable by its owner only.

    Returns the manifest. The file appears under its name when it is whole, not before.

    Raises:
        BackupError: the database has no tables of ours, or migrations wait.
    """
    with _one_moment():
        manifest = {
            "format": FORMAT,
            "made": timezone.now().isoformat(timespec="seconds"),
            "postgresql": connection.pg_version,
            "migrations": sorted(MigrationRecorder(connection).applied_migrations()),
            "rows": {},
        }
        if not manifest["migrations"]:
            raise BackupError("This database is empty: there is nothing to save.")
        with _whole_file(path) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for table in tqdm(_tables(), desc="Saving", unit=" tables", disable=not progress):
                manifest["rows"][table.name] = _copy_out(table, archive)
            archive.writestr(MANIFEST, json.dumps(manifest, indent=1))
    return manifest


def read_manifest(path: Path) -> dict:
    """What a file says of itself, once all of it was read and found sound.

    Raises:
        BackupError: it is no backup of ours, it is damaged, or a later version of the product wrote it.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = json.loads(archive.read(MANIFEST))
            damaged = archive.testzip()
    except (OSError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise BackupError(f"{path} is no backup of the repertorium: {error}") from error
    if damaged:
        raise BackupError(f"{path} is damaged in {damaged}.")
    if manifest["format"] != FORMAT:
        raise BackupError(f"{path} has format {manifest['format']}; this version reads {FORMAT}.")
    known = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    if later := [f"{app}.{name}" for app, name in manifest["migrations"] if (app, name) not in known]:
        raise BackupError(f"{path} was made by a later version, whose {later[0]} is not known here: update first.")
    return manifest


def restore(path: Path, *, progress: bool = False) -> dict:
    """Put what `path` holds in place of **everything** in the database. Returns the manifest.

    Tables are made by the migrations of the file, filled, and brought up to date by those that came after. Workers
    that run read their search index anew.

    Raises:
        BackupError: the file is not to be restored here; then nothing was touched.
    """
    manifest = read_manifest(path)
    with connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA public CASCADE")
        cursor.execute("CREATE SCHEMA public")
    _make_tables(manifest, progress=progress)
    with transaction.atomic():
        _fill(path, progress=progress)
    call_command("migrate", verbosity=0)
    restamp()
    return manifest


def is_in_use() -> bool:
    """Whether the database holds anything that a restore would throw away."""
    if "actors_actor" not in connection.introspection.table_names():
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM actors_actor) OR EXISTS (SELECT FROM accounts_user)")
        return cursor.fetchone()[0]


@contextmanager
def _one_moment() -> Iterator[None]:
    """A transaction that sees the database as it was when it began, and changes nothing."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


@contextmanager
def _whole_file(path: Path) -> Iterator:
    """A file (mode 0600) that gets its name when all was written to the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, unfinished = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(unfinished).replace(path)
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)
        raise


def _tables() -> list[Table]:
    with connection.cursor() as cursor:
        cursor.execute("""
            SELECT relname, array_agg(attname::text ORDER BY attnum)
            FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
            WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
                AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
            GROUP BY relname ORDER BY relname
        """)
        found = [Table(name, tuple(columns)) for name, columns in cursor.fetchall()]
    return [table for table in found if table.name not in LEFT_OUT | {"django_migrations"}]


def _copy_out(table: Table, archive: zipfile.ZipFile) -> int:
    """Write the rows of a table; how many there were."""
    with connection.cursor() as cursor, archive.open(table.member, "w", force_zip64=True) as member:
        with cursor.copy(f"COPY {table.sql} TO STDOUT") as rows:
            for row in rows:
                member.write(row)
        return cursor.rowcount


def _make_tables(manifest: dict, *, progress: bool) -> None:
    """Make the tables as they were when the file was made, by the migrations that had made them then."""
    last_of_app = dict(manifest["migrations"])  # they are sorted, and every app numbers its own
    executor = MigrationExecutor(connection)
    targets = [target for target in last_of_app.items() if target in executor.loader.graph.nodes]
    plan = executor.migration_plan(targets)
    with tqdm(total=len(plan), desc="Making tables", unit=" steps", disable=not progress) as bar:
        executor.progress_callback = lambda action, *_details: bar.update(action == "apply_success")
        executor.migrate(targets, plan)


def _fill(path: Path, *, progress: bool) -> None:
    """Fill the tables, without triggers: history and stamps were written when it happened, and are in the file."""
    with zipfile.ZipFile(path) as archive, connection.cursor() as cursor:
        held = set(archive.namelist())
        tables = [table for table in _tables() if table.member in held]
        names = ", ".join(connection.ops.quote_name(table.name) for table in _tables())
        cursor.execute(f"TRUNCATE {names}")
        for table in tables:
            cursor.execute(f"ALTER TABLE {connection.ops.quote_name(table.name)} DISABLE TRIGGER USER")
        for table in tqdm(tables, desc="Restoring", unit=" tables", disable=not progress):
            with cursor.copy(f"COPY {table.sql} FROM STDIN") as rows, archive.open(table.member) as member:
                while chunk := member.read(CHUNK):
                    rows.write(chunk)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # what refers to nothing is found here
        for table in tables:
            cursor.execute(f"ALTER TABLE {connection.ops.quote_name(table.name)} ENABLE TRIGGER USER")
        _count_on(cursor)


def _count_on(cursor) -> None:
    """Let every identity column go on after the highest number in use."""
    cursor.execute("""
        SELECT relname, attname, pg_get_serial_sequence(quote_ident(relname), attname)
        FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
        WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND attnum > 0 AND NOT attisdropped
            AND pg_get_serial_sequence(quote_ident(relname), attname) IS NOT NULL
    """)
    for table, column, sequence in cursor.fetchall():
        quoted = connection.ops.quote_name
        cursor.execute(
            f"SELECT setval(%s, coalesce(max({quoted(column)}), 1), max({quoted(column)}) IS NOT NULL)"  # noqa: S608 - names of our own tables
            f" FROM {quoted(table)}",
            [sequence],
        )
