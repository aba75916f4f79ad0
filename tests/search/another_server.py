"""A PostgreSQL server of a test's own, which it may stop and start while the site runs on it."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connections

from repertorium import embedded_postgres

PATIENCE = 60  # seconds; a busy machine is slow, which is no fault of the site


class Server:
    """Runs beside the one of the tests; its folder is short, because it has the socket in it."""

    def __init__(self, folder: Path):
        self.folder = folder
        url = f"postgres://postgres@{quote(str(folder / 'socket'), safe='')}/{embedded_postgres.DATABASE}"
        inherited = {name: value for name, value in os.environ.items() if name != "DJANGO_ALLOW_ASYNC_UNSAFE"}
        self.environment = {
            **inherited,
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "repertorium.settings",
            "STATIC_ROOT": str(folder / "static"),  # that of the project may be in use, or being filled
        }

    @contextmanager
    def _here(self):
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(embedded_postgres, "DATA_DIR", self.folder / "pg18")
            patched.setattr(embedded_postgres, "SOCKET_DIR", self.folder / "socket")
            yield

    def start(self) -> None:
        with self._here():
            embedded_postgres.ensure_running()

    def stop(self) -> None:
        """As an administrator does it: open connections are cut."""
        with self._here():
            embedded_postgres._run("pg_ctl", "stop", "--mode=fast", "--wait")

    def restore(self, backup: str) -> None:
        """Fill the empty database from a backup."""
        where = {**os.environ, "PGHOST": str(self.folder / "socket"), "PGUSER": "postgres"}
        command = [
            program("psql"),
            "--quiet",
            "--set=ON_ERROR_STOP=1",
            "--output=/dev/null",
            embedded_postgres.DATABASE,
        ]
        subprocess.run(command, env=where, input=backup, text=True, check=True)

    def start_anew(self, backup: str) -> None:
        """As after the loss of a disk: a new server from a backup, whose transaction numbers begin anew."""
        self.stop()
        shutil.rmtree(self.folder / "pg18")
        self.start()
        self.restore(backup)

    def begin(self, code: str) -> subprocess.Popen:
        """A process that runs Python with Django on this server."""
        command = [sys.executable, "-c", f"import django; django.setup()\n{code}"]
        return subprocess.Popen(command, env=self.environment, cwd=settings.BASE_DIR, stdout=subprocess.PIPE, text=True)

    def run(self, code: str, patience: float = PATIENCE) -> str:
        """What such a process prints until its end, which must be a good one."""
        process = self.begin(code)
        output, _errors = process.communicate(timeout=patience)
        assert process.returncode == 0
        return output.strip()


def program(name: str) -> str:
    """A program of PostgreSQL, of the version that the embedded server has."""
    return str(embedded_postgres._binaries() / name)


def backup_of(database: str) -> str:
    """A backup of a database on the server of the tests."""
    values = connections.settings["default"]
    fields = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}
    where = {name: str(value) for name, field in fields.items() if (value := values.get(field))}
    command = [program("pg_dump"), "--no-owner", database]
    return subprocess.run(command, env={**os.environ, **where}, check=True, capture_output=True, text=True).stdout


@contextmanager
def server(backup: str):
    """A server with what a backup has, gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="faults-", dir="/tmp"))
    own = Server(folder)
    own.start()
    try:
        own.restore(backup)
        yield own
    finally:
        own.stop()
        shutil.rmtree(folder)


class Site:
    """The site on gunicorn, as it is served."""

    def __init__(self, own: Server, workers: int):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        command = [sys.executable, "-m", "gunicorn", "repertorium.wsgi", "--bind", f"127.0.0.1:{self.port}"]
        command += ["--workers", str(workers), "--threads", "4", "--log-level", "error"]
        command += ["--logger-class", "repertorium.logs.GunicornLogger"]
        self.log = own.folder / "site.log"  # all that the terminal would show
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                command, env=own.environment, cwd=settings.BASE_DIR, stdout=log, stderr=subprocess.STDOUT
            )
        self._wait()

    def _wait(self) -> None:
        """Until it answers for the first time."""
        deadline = time.monotonic() + PATIENCE
        while self.get("/robots.txt")[0] != HTTPStatus.OK:
            assert time.monotonic() < deadline, "gunicorn does not start"
            time.sleep(0.1)

    @property
    def workers(self) -> set[str]:
        """The process ids of the workers."""
        return set(Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split())

    def get(self, path: str, method: str = "GET", body: str | None = None, headers=()) -> tuple[int, str, str]:
        """Status, Retry-After and text of a page; status 0 where nobody answers."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body, dict(headers))
            answer = connection.getresponse()
            return answer.status, answer.headers.get("Retry-After", ""), answer.read().decode()
        except (OSError, HTTPException):
            return 0, "", ""
        finally:
            connection.close()

    def end(self, how=signal.SIGTERM) -> None:
        self.process.send_signal(how)
        self.process.wait(PATIENCE)


@contextmanager
def site(own: Server, workers: int = 2):
    """The site running on a server until the end of the block."""
    running = Site(own, workers)
    try:
        yield running
    finally:
        if running.process.poll() is None:
            running.end()
