"""The ground: settings, the embedded database, the secret, logs."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from repertorium import embedded_postgres
from repertorium.local_secret import local_secret
from tests.search.another_server import Server


def run_python(code, **environment):
    inherited = {name: value for name, value in os.environ.items() if name != "DJANGO_ALLOW_ASYNC_UNSAFE"}
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**inherited, "DJANGO_SETTINGS_MODULE": "repertorium.settings", **environment},
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )


def test_public_site_without_secret_key_says_how_to_make_one():
    environment = {"SITE_URL": "https://example.org"}
    result = run_python("import django; django.setup()", **environment)
    assert result.returncode
    assert 'export SECRET_KEY="$(python3' in result.stderr


def test_deploy_check_is_clean():
    environment = {
        "SITE_URL": "https://example.org",
        "SECRET_KEY": "x9" * 40 + "abcdefghij",
        "ALLOWED_HOSTS": "a.be",
        "EMAIL_URL": "smtp+tls://user:password@mail.example.org",
    }
    code = "from django.core.management import execute_from_command_line as go; go(['', 'check', '--deploy', '--fail-level', 'WARNING'])"
    result = run_python(code, **environment)
    assert result.returncode == 0, result.stderr


def test_local_secret_is_one_for_all_and_private(tmp_path):
    path = tmp_path / "var" / "secret_key"
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(local_secret, [path] * 8))
    assert len(keys) == 1
    assert len(keys.pop()) > 50
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.skipif("DATABASE_URL" in os.environ, reason="the database is not the embedded one")
def test_embedded_database_is_reused():
    before = (embedded_postgres.DATA_DIR / "postmaster.pid").read_text()
    embedded_postgres.ensure_running()
    assert (embedded_postgres.DATA_DIR / "postmaster.pid").read_text() == before


@pytest.mark.parametrize(
    ("content", "comm", "removed"),
    [("999999999\n", None, True), (f"{os.getpid()}\n", None, True)],
    ids=["no such process", "another program"],
)
def test_stale_pid_file_is_removed(tmp_path, monkeypatch, content, comm, removed):
    monkeypatch.setattr(embedded_postgres, "DATA_DIR", tmp_path)
    (tmp_path / "postmaster.pid").write_text(content)
    embedded_postgres._remove_stale_pid_file()
    assert (tmp_path / "postmaster.pid").exists() != removed


@pytest.fixture
def own_server():
    """An embedded server of this test's own, as a fresh machine has it."""
    folder = Path(tempfile.mkdtemp(prefix="own-", dir="/tmp"))
    own = Server(folder)
    own.start()
    yield own
    own.start()
    own.stop()
    shutil.rmtree(folder)


def postmaster(own):
    return int((own.folder / "pg18" / "postmaster.pid").read_text().split("\n", 1)[0])


@pytest.mark.xdist_group("faults")
class TestStartingAgain:
    def test_right_after_a_full_kill(self, own_server):
        """The pid file stays, the children need a moment, and the process may be a zombie that nobody took note of."""
        for _ in range(5):
            os.kill(postmaster(own_server), signal.SIGKILL)
            own_server.start()
            assert own_server.run("from django.db import connection as c; c.ensure_connection(); print('yes')") == "yes"

    def test_when_the_number_belongs_to_another_server(self, own_server):
        """After a restart of the machine the number in the pid file may be that of any process, of a PostgreSQL even."""
        mine = own_server.folder / "pg18" / "postmaster.pid"
        own_server.stop()
        mine.write_text((embedded_postgres.DATA_DIR / "postmaster.pid").read_text())
        own_server.start()
        assert own_server.run("from django.db import connection as c; c.ensure_connection(); print('yes')") == "yes"

    def test_a_killed_server_is_started_by_whoever_misses_it(self, own_server, monkeypatch):
        monkeypatch.setattr(embedded_postgres, "DATA_DIR", own_server.folder / "pg18")
        monkeypatch.setattr(embedded_postgres, "SOCKET_DIR", own_server.folder / "socket")
        os.kill(postmaster(own_server), signal.SIGKILL)
        embedded_postgres.recover()
        with embedded_postgres._recovering:  # whoever starts it has done so
            assert embedded_postgres._answers()


@pytest.mark.xdist_group("faults")
def test_two_first_starts_at_once_both_get_ready(own_server):
    """The second waits, finds the data loaded and loads nothing twice."""
    code = (
        "from repertorium.management.commands.serve import Command, one_at_a_time; c = Command()\n"
        "with one_at_a_time(): c._bring_up_to_date()\n"
        "from actors.models import Actor; print(Actor.objects.count())"
    )
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(lambda _: own_server.run(code, patience=600), range(2))
    assert int(first.split()[-1]) == int(second.split()[-1]) > 100
    assert ("is empty" in first) != ("is empty" in second)


class TestUploads:
    @pytest.mark.django_db
    @pytest.mark.parametrize("path", ["/nl/account/aanmelden/", "/fr/compte/connexion/", "/nl/zoeken/", "/nl/nergens/"])
    def test_a_file_that_nobody_asked_for_is_refused_unread(self, path, tmp_path, settings):
        settings.FILE_UPLOAD_TEMP_DIR = tmp_path
        file = SimpleUploadedFile("groot.bin", b"x" * 3_000_000)
        answer = Client().post(path, {"login": "x", "file": file})
        assert answer.status_code in {400, 404, 405, 413}
        assert list(tmp_path.iterdir()) == []
