"""A database per size on the same server, kept between runs; never the one that people work with.

All are copies of one that has territory and taxonomy only, so the tables are made once.
"""

import hashlib
import os
import sys
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg
from psycopg import sql

from repertorium import embedded_postgres
from tests.bench import SEED
from tests.bench.child import run

ROOT = Path(__file__).parents[2]
SOURCES = ("*/migrations/*.py", "fixtures/**/*", "tests/bench/region.py", "tests/bench/fill.py", "tests/bench/texts.py")
RESULTS = ROOT / "var" / "bench"
ADMIN = "postgres"  # the database from which others are made


def url(name: str) -> str:
    """The address of a database of this name: on the server of DATABASE_URL, else on the embedded one."""
    if given := os.environ.get("DATABASE_URL"):
        return urlunsplit(urlsplit(given)._replace(path=f"/{name}"))
    settings = embedded_postgres.connection_settings()
    return f"postgres://{settings['USER']}@{quote(settings['HOST'], safe='')}/{name}"


def environment(services: int) -> dict[str, str]:
    """The environment of a process that works on the region of this size, which is made when it is not there."""
    if "DATABASE_URL" not in os.environ:
        embedded_postgres.ensure_running()
    if services:
        environment(0)
    name, mark = f"repertorium_bench_{services}", _mark()
    if _comment(name) != mark:
        _make(name, services, mark)
    return _environment(name)


def _environment(name: str) -> dict[str, str]:
    return {**os.environ, "DATABASE_URL": url(name), "DJANGO_SETTINGS_MODULE": "repertorium.settings"}


def _mark() -> str:
    """Changes when anything that a region is made of does; stands as a comment on its database."""
    digest = hashlib.sha256()
    for path in sorted(path for pattern in SOURCES for path in ROOT.glob(pattern) if path.is_file()):
        digest.update(path.read_bytes())
    return f"seed {SEED}, version {digest.hexdigest()[:12]}"


def _comment(name: str) -> str | None:
    with psycopg.connect(url(ADMIN)) as connection:
        found = connection.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [name]
        ).fetchone()
    return found and found[0]


def _make(name: str, services: int, mark: str) -> None:
    """Make it under another name first: what was interrupted is never taken for whole."""
    sys.stderr.write(f"Making {name}: once, then it is kept\n")
    draft = f"{name}_draft"
    empty = "template1" if not services else "repertorium_bench_0"
    _run("DROP DATABASE IF EXISTS {} WITH (FORCE)", draft)
    _run("CREATE DATABASE {} TEMPLATE {}", draft, empty)
    run("fill", services, environment=_environment(draft))
    _run("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)
    _run("ALTER DATABASE {} RENAME TO {}", draft, name)
    with psycopg.connect(url(ADMIN), autocommit=True) as connection:
        connection.execute(sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(name), sql.Literal(mark)))


def _run(statement: str, *names: str) -> None:
    with psycopg.connect(url(ADMIN), autocommit=True) as connection:
        connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))
