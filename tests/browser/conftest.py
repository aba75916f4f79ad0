"""A real browser on the real data. Without Chromium these tests skip, except in CI, where its absence fails."""

import os
import shutil
from contextlib import contextmanager

import pytest
from django.test.testcases import LiveServerThread
from playwright.sync_api import expect

# Debian's shell is the same engine without the windows of a browser around it: it takes half the time of `chromium`.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser")
CHROMIUM = next(filter(None, map(shutil.which, BROWSERS)), None)
QUIET = [  # Chromium must not look for its makers
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

expect.set_options(timeout=20_000)  # milliseconds; a busy machine is slow, which is no fault of the page
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright runs a loop of its own in this thread


def pytest_collection_modifyitems(items):
    here = [item for item in items if "tests/browser" in str(item.path)]
    for item in here:
        item.add_marker(pytest.mark.browser)
        item.add_marker(pytest.mark.xdist_group("browser"))
        if CHROMIUM is None and not os.environ.get("CI"):
            item.add_marker(pytest.mark.skip(reason="there is no Chromium on this machine"))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    if CHROMIUM is None:
        pytest.fail("CI has no Chromium: .ci/run installs Debian's package")
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": QUIET}


@contextmanager
def serving():
    """The address of a running site; whitenoise serves the static files from their sources."""
    server = LiveServerThread("localhost", static_handler=lambda application: application)
    server.daemon = True
    server.start()
    server.is_ready.wait()
    assert not server.error, server.error
    yield f"http://localhost:{server.port}"
    server.terminate()


@pytest.fixture
def site(real):
    """The address of a running site with the real data, read-only."""
    with serving() as address:
        yield address


@pytest.fixture
def empty_site(transactional_db, new_engine):
    """The address of a running site on an empty database that may be written: modules that write call it `site`."""
    new_engine()
    with serving() as address:
        yield address


@pytest.fixture
def page(page, site):
    """A page of that site that fails on console errors and on requests that leave the machine."""
    problems = []
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("request", lambda request: problems.append(request.url) if not request.url.startswith(site) else None)
    page.site, page.problems = site, problems
    yield page
    assert problems == []
