"""The proxy that is shipped: slow visitors stop nobody, a visitor does not say who they are, nothing is logged."""

import os
import shutil
import socket
import subprocess
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.request import Request, urlopen

import pytest
from django.conf import settings

CONFIGURATION = settings.BASE_DIR / "deploy" / "haproxy.cfg"
SLOW_ONES = 60

pytestmark = pytest.mark.skipif(shutil.which("haproxy") is None, reason="haproxy is not installed")


class OneAtATime(BaseHTTPRequestHandler):
    """A site of one worker, that says what it was told of the visitor."""

    def do_GET(self):
        body = f"{self.headers['X-Forwarded-For']} {self.headers['X-Forwarded-Proto']}".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET  # noqa: N815

    def log_message(self, *_arguments):
        pass


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@pytest.fixture
def proxy(tmp_path):
    """The address of the proxy, with a site behind it."""
    site = HTTPServer(("127.0.0.1", 0), OneAtATime)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    port = free_port()
    environment = {**os.environ, "BIND": f"127.0.0.1:{port}", "WEB": f"127.0.0.1:{site.server_port}", "PLAIN": "1"}
    with open(tmp_path / "log", "wb") as log:
        process = subprocess.Popen(["haproxy", "-db", "-f", CONFIGURATION], env=environment, stdout=log, stderr=log)
    try:
        wait_until_answered(port)
        yield port
        log = (tmp_path / "log").read_text()
        assert "WARNING" not in log
        assert "douche" not in log
    finally:
        process.kill()
        process.wait()
        site.shutdown()
        site.server_close()


def wait_until_answered(port):
    for _ in range(200):
        try:
            return ask(port)
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the proxy does not answer")


def ask(port, **headers):
    with urlopen(Request(f"http://127.0.0.1:{port}/nl/zoeken/?q=douche", headers=headers), timeout=20) as answer:
        return answer.read().decode()


def test_a_visitor_does_not_say_from_where_they_come(proxy):
    assert ask(proxy, **{"X-Forwarded-For": "198.51.100.1", "X-Forwarded-Proto": "https"}) == "127.0.0.1 http"


@pytest.mark.parametrize(
    "beginning",
    [b"GET / HTTP/1.1\r\nHost: x\r\nX-", b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nab"],
    ids=["headers that never end", "a body that never ends"],
)
def test_slow_visitors_stop_nobody(proxy, beginning):
    slow = [socket.create_connection(("127.0.0.1", proxy)) for _ in range(SLOW_ONES)]
    try:
        for connection in slow:
            connection.sendall(beginning)
        started = time.monotonic()
        assert ask(proxy) == "127.0.0.1 http"
        assert time.monotonic() - started < 5  # seconds; without the proxy it would never be answered
        slow[0].settimeout(20)
        assert b"200" not in slow[0].recv(1000)  # and they are sent away
    finally:
        for connection in slow:
            connection.close()


def test_what_is_too_large_for_any_form_is_refused_at_the_door(proxy):
    """By its announced length, when a buffer of it has come."""
    with socket.create_connection(("127.0.0.1", proxy)) as connection:
        connection.settimeout(20)
        connection.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3100000\r\n\r\n" + b"x" * 50_000)
        assert b" 413 " in connection.recv(1000)
