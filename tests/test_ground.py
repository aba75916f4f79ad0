"""The ground: settings, the embedded database, the secret, logs."""

import logging
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.conf import settings

from repertorium import embedded_postgres
from repertorium.local_secret import local_secret
from repertorium.logs import WithoutQueryString


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


def test_logs_carry_no_query_string():
    record = logging.LogRecord("x", 20, "", 0, "GET %s 200", ("/nl/zoeken/?q=hiv&zone=sud",), None)
    WithoutQueryString().filter(record)
    assert record.getMessage() == "GET /nl/zoeken/ 200"
