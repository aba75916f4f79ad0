"""Gunicorn as `make run` starts it, and a browser that asks it for pages."""

import gzip
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from socket import socket

from django.db import connection

PATIENCE = 900  # seconds for a worker to start, its index included


@contextmanager
def serving(workers: int = 1) -> Iterator[int]:
    """The port at which so many workers answer."""
    connection.close()
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "repertorium.wsgi", "--workers", str(workers), "--threads", "4"]
    process = subprocess.Popen([*command, "--bind", f"127.0.0.1:{port}", "--timeout", "300", "--log-level", "warning"])
    try:
        yield port
    finally:
        process.terminate()
        try:
            process.wait(60)  # gunicorn lets a worker finish what it is at
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


class Browser:
    """Fetches pages over one connection."""

    def __init__(self, port: int):
        self._connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        self.headers = {"Host": "localhost", "Accept-Encoding": "gzip"}

    def wait(self, path: str) -> None:
        """Until the worker answers."""
        until = time.monotonic() + PATIENCE
        while True:
            try:
                self.get(path)
                return
            except OSError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.2)

    def get(self, path: str) -> str:
        """The page of this address; anything but 200 is an error of the bench."""
        return self._ask("GET", path, None, self.headers)

    def post(self, path: str, form: str) -> str:
        """The page that comes after a form was sent."""
        return self._ask("POST", path, form, {**self.headers, "Content-Type": "application/x-www-form-urlencoded"})

    def _ask(self, method: str, path: str, body: str | None, headers: dict) -> str:
        try:
            self._connection.request(method, path, body, headers)
            response = self._connection.getresponse()
        except OSError:
            self._connection.close()
            raise
        answer = response.read()
        if response.headers["Content-Encoding"] == "gzip":
            answer = gzip.decompress(answer)
        if response.status != 200:
            raise RuntimeError(f"{path}: {response.status}")
        return answer.decode()
