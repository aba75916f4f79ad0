"""Every page, in both languages: it answers, it has one title and one first heading, it points to its other half."""

import re
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from actors.models import Actor, Service, Viewer
from zones.models import CareZone

pytestmark = pytest.mark.usefixtures("real")

PLAIN = ["home", "search", "taxonomy", "zones", "about", "data", "accessibility", "privacy", "components"]
LANGUAGES = ["nl", "fr"]


class Page(HTMLParser):
    """What a test asks of a page."""

    def __init__(self, response):
        super().__init__()
        self.headings, self.links, self.alternates, self.ids, self.attributes = [], [], {}, [], []
        self.language = self.canonical = None
        self.feed(response.content.decode())

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.attributes += [(tag, name, value) for name, value in attrs]
        if "id" in found:
            self.ids.append(found["id"])
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "html":
            self.language = found["lang"]
        if tag == "a":
            self.links.append(found.get("href", ""))
        if tag == "link" and found.get("rel") == "alternate":
            self.alternates[found["hreflang"]] = found["href"]
        if tag == "link" and found.get("rel") == "canonical":
            self.canonical = found["href"]


def addresses(language):
    with translation.override(language):
        yield from (reverse(name) for name in PLAIN)
        yield from (zone.get_absolute_url() for zone in CareZone.objects.all())
        for model in (Actor, Service):
            yield from (record.get_absolute_url() for record in model.objects.visible_to(Viewer.VISITOR).order_by("pk"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_the_site(language):
    client = Client()
    problems = []
    for address in addresses(language):
        response = client.get(address)
        page = Page(response)
        checks = {
            "status": response.status_code == 200,
            "language": page.language == language,
            "one first heading": page.headings.count(1) == 1 and page.headings[0] == 1,
            "no heading is skipped": all(b - a <= 1 for a, b in zip(page.headings, page.headings[1:], strict=False)),
            "ids are unique": len(page.ids) == len(set(page.ids)),
            "both languages": set(page.alternates) == {"nl", "fr"},
            "points to itself": page.alternates[language].endswith(address),
            "canonical": page.canonical.endswith(address),
            "no inline style or handler": not any(
                name == "style" or name.startswith("on") for _tag, name, _value in page.attributes
            ),
        }
        problems += [f"{address}: {name}" for name, right in checks.items() if not right]
    assert problems == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_language_switch_is_reciprocal_and_keeps_the_query(language):
    client = Client()
    for address in [*addresses(language)][:40]:
        other = ({*LANGUAGES} - {language}).pop()
        there = Page(client.get(f"{address}?q=douche&zone=sud")).alternates[other].removeprefix("http://localhost:8000")
        assert there.endswith("?q=douche&zone=sud")
        back = Page(client.get(there)).alternates[language]
        assert back.endswith(f"{address}?q=douche&zone=sud")


class TestHeaders:
    def test_security(self, client):
        headers = client.get("/nl/").headers
        assert "'unsafe" not in headers["Content-Security-Policy"]
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "camera=()" in headers["Permissions-Policy"]

    def test_public_pages_set_no_cookie_and_may_be_kept_shortly(self, client):
        response = client.get("/nl/zoeken/?q=douche")
        assert not response.cookies
        assert response["Cache-Control"] == "public, max-age=60"
        assert {"HX-Request", "HX-History-Restore-Request", "Cookie"} <= set(response["Vary"].split(", "))

    def test_a_page_of_results_is_small_over_the_wire(self, client):
        response = client.get("/fr/recherche/?q=aide", headers={"Accept-Encoding": "gzip"})
        assert response["Content-Encoding"] == "gzip"
        assert len(response.content) < 25_000  # bytes; the budget of the design

    def test_with_a_session_nothing_is_kept(self, client):
        client.cookies["sessionid"] = "abc"
        assert "no-store" in client.get("/nl/")["Cache-Control"]


class TestDoor:
    @pytest.mark.parametrize(
        ("asks", "gets"), [("fr-BE,fr;q=0.9", "/fr/"), ("nl", "/nl/"), ("de", "/nl/"), ("", "/nl/")]
    )
    def test_language_of_the_browser(self, client, asks, gets):
        response = client.get("/", headers={"accept-language": asks})
        assert (response.status_code, response["Location"]) == (302, gets)
        assert "Accept-Language" in response["Vary"]

    def test_robots(self, client):
        text = client.get("/robots.txt").content.decode()
        assert "Disallow: /nl/zoeken/?" in text
        assert "Disallow: /fr/recherche/?" in text
        assert "/sitemap.xml" in text

    def test_sitemap_lists_every_visible_page_in_both_languages(self, client):
        text = client.get("/sitemap.xml").content.decode()
        assert text.count("<loc>") == 2 * (
            10
            + 5
            + Actor.objects.visible_to(Viewer.VISITOR).exclude(is_example=True).count()
            + Service.objects.visible_to(Viewer.VISITOR).exclude(is_example=True).count()
        )
        assert 'hreflang="fr"' in text


class TestErrors:
    @pytest.mark.parametrize(
        ("address", "status", "words"),
        [
            ("/nl/bestaat-niet/", 404, "112"),
            ("/fr/n-existe-pas/", 404, "Samusocial"),
            ("/nl/aanbod/bestaat-niet/", 404, "112"),
            ("/fr/acteurs/nulle-part/", 404, "112"),
            ("/nl/zones/mars/", 404, "112"),
            ("/nl/zoeken/?q=%00", 400, "112"),
            ("/nl/zoe%00ken/", 400, "112"),
        ],
    )
    def test_page_helps(self, client, address, status, words):
        response = client.get(address)
        assert response.status_code == status
        assert words in response.content.decode()
        assert f'<html lang="{address[1:3]}">' in response.content.decode()

    def test_database_away(self, client, monkeypatch):
        from django.db import OperationalError

        def away(*args, **kwargs):
            raise OperationalError("the database system is shutting down")

        monkeypatch.setattr("actors.catalogue.views.SearchPage", away)
        response = client.get("/nl/zoeken/")
        assert (response.status_code, response["Retry-After"]) == (503, "10")
        assert "112" in response.content.decode()

    def test_zone_by_its_other_slug(self, client):
        response = client.get("/nl/zones/sud/")
        assert (response.status_code, response["Location"]) == (301, "/nl/zones/zuid/")

    def test_own_mistake(self, monkeypatch):
        def broken(*args, **kwargs):
            raise ZeroDivisionError

        monkeypatch.setattr("actors.catalogue.views.SearchPage", broken)
        response = Client(raise_request_exception=False).get("/fr/recherche/")
        assert response.status_code == 500
        assert "112" in response.content.decode()


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_public_pages_only_read(client, method):
    assert getattr(client, method)("/nl/zoeken/").status_code == 405
