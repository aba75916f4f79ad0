"""Secrets and searches are planted everywhere; afterwards no file and no line on the terminal has one of them."""

from urllib.parse import quote, urlencode

import pytest

from repertorium.logs import scrubbed
from tests.search.another_server import backup_of, server, site

pytestmark = pytest.mark.xdist_group("faults")  # one server
SEARCHED = "kanarievogel"
TOKEN = "Kanarie" + "0123456789abcdef" * 2
PASSWORD = "kanarie-wachtwoord-9"
ADDRESS = "kanarie.person@example.org"
BREAK = """
from django.db import connection
with connection.cursor() as cursor:
    for name in ("actors_service", "actors_invitation", "account_emailaddress"):
        cursor.execute(f"ALTER TABLE {name} RENAME TO {name}_gone")
"""
FAIL = f"""
from django.db import connection
for sql in ("SELECT '{SEARCHED}'::int", "INSERT INTO accounts_user (password) VALUES ('{PASSWORD}')", "SELECT %s::int"):
    try:
        with connection.cursor() as cursor:
            cursor.execute(sql, ["{TOKEN}"] if "%s" in sql else None)
    except Exception as error:
        pass
"""
PAGES = (
    f"/nl/zoeken/?q={SEARCHED}&where={SEARCHED}",
    f"/fr/recherche/?q={SEARCHED}&page=x",
    f"/nl/zoeken/suggesties/?q={SEARCHED}",
    f"/nl/account/uitnodiging/{TOKEN}/",
    f"/fr/compte/invitation/{TOKEN}/",
    f"/nl/nergens/?mail={quote(ADDRESS)}",
    f"/nl/zoeken/kaart/plaatsen/?bbox={SEARCHED}",
)


@pytest.fixture(scope="module")
def own(real_database):
    with server(backup_of(real_database)) as made:
        yield made


def visit_all(visited):
    """Look for something, follow a link, log in: with what nobody else may read."""
    form = urlencode({"login": ADDRESS, "password": PASSWORD})
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    statuses = [visited.get(page)[0] for page in PAGES]
    statuses += [visited.get(path, "POST", form, kind.items())[0] for path in ("/nl/account/aanmelden/", "/nl/zoeken/")]
    return statuses


def test_nothing_planted_is_in_a_file_or_on_the_terminal(own):
    with site(own, workers=1) as visited:
        visit_all(visited)
        own.run(FAIL)
        own.run(BREAK)
        assert {500, 503} & set(visit_all(visited)), "something must have failed, or this shows nothing"
    logs = [visited.log, own.folder / "pg18" / "log", *own.folder.glob("pg18-setup.log")]
    texts = {log.name: log.read_text(errors="replace") for log in logs}
    assert "Traceback" in texts["site.log"]
    planted = (SEARCHED, TOKEN, PASSWORD, ADDRESS)
    assert [(name, secret) for name, text in texts.items() for secret in planted if secret in text] == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Not Found: /nl/account/uitnodiging/Ab3dEf6hIj9kLmNoPq:1abc/", "Not Found: /nl/account/uitnodiging/…/"),
        ("Error handling request /nl/zoeken/?q=vrouwenopvang", "Error handling request /nl/zoeken/"),
        ("Not Found: /nl/aanbod/pierre-d-angle-nachtopvang/", "Not Found: /nl/aanbod/pierre-d-angle-nachtopvang/"),
        (
            "Not Found: /fr/compte/mot-de-passe/5-ckq8xx-0123456789abcdef0123456789abcdef/",
            "Not Found: /fr/compte/mot-de-passe/…/",
        ),
        ("Mail refused for somebody@example.org", "Mail refused for …"),
        (
            'psycopg.errors.UniqueViolation: duplicate key value violates unique constraint "once"\n'
            "DETAIL:  Key (email)=(x) already exists.\n",
            "psycopg.errors.UniqueViolation: duplicate key value violates unique constraint …\n",
        ),
        ("ValueError: invalid literal for int(): '0470 12 34 56'", "ValueError: invalid literal for int(): …"),
        ("Search index: 120 services, 120 read, in 0.3 s", "Search index: 120 services, 120 read, in 0.3 s"),
    ],
)
def test_what_a_line_leaves_out(line, expected):
    assert scrubbed(line) == expected
