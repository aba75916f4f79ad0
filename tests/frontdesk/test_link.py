"""Whose link it is, how long it works, and what one that does not work says."""

import pytest
from django.core.signing import TimestampSigner
from django.test import Client

from actors.frontdesk import links
from actors.frontdesk.links import link_of, token_of
from actors.models import Availability
from actors.models.front_desk import renew_link
from repertorium.logs import scrubbed
from tests import factories

WORDS = {  # what the receptionist reads
    "broken": "niet volledig",
    "old": "ouder dan een jaar",
    "replaced": "vervangen door een nieuwere",
    "gone": "niet meer onder deze naam",
}


def refused(answer, reason, status=410):
    page = answer.content.decode()
    assert answer.status_code == status
    assert WORDS[reason] in page
    assert "Nachtopvang" not in page
    assert Availability.objects.count() == 0


class TestLooking:
    def test_changes_nothing_and_needs_no_cookie(self, desk, beds):
        for _time in range(2):
            answer = desk.look()
        assert answer.status_code == 200
        assert not answer.cookies
        assert "Bedden" in answer.content.decode()
        assert Availability.objects.count() == 0
        assert not hasattr(desk.actor, "front_desk")

    def test_is_kept_nowhere_and_found_nowhere(self, desk):
        answer = desk.look()
        assert "no-store" in answer["Cache-Control"]
        assert answer["X-Robots-Tag"] == "noindex"

    def test_stands_in_no_log(self, shelter):
        assert token_of(shelter) not in scrubbed(f"Not Found: /nl/balie/{token_of(shelter)}/")

    def test_is_small(self, desk, beds):
        """One page and one style sheet, 15 kB together as they are sent."""
        import gzip
        import re
        from pathlib import Path

        factories.availability("open", service=beds, places_total=10, places_free=4)
        page = desk.look().content
        assert len(re.findall(rb'<(?:link[^>]+stylesheet|script|img|use href="[^#])', page)) == 1
        style = Path("static/css/frontdesk.css").read_bytes()
        assert len(gzip.compress(page)) + len(gzip.compress(style)) < 15_000


class TestALinkThatDoesNotWork:
    @pytest.mark.parametrize("change", [lambda t: t[:-3], lambda t: t + "x", lambda t: "x", lambda t: "0" + t])
    def test_of_which_a_piece_was_lost_or_altered(self, desk, beds, change):
        desk.token = change(desk.token)
        refused(desk.tap(beds, status="full"), "broken", 404)

    def test_of_more_than_a_year_ago(self, desk, beds, monkeypatch):
        in_a_year = links._today() + 366
        monkeypatch.setattr(links, "_today", lambda: in_a_year)
        refused(desk.tap(beds, status="full"), "old")

    def test_that_was_replaced(self, desk, shelter, beds):
        renew_link(shelter)
        refused(desk.tap(beds, status="full"), "replaced")
        desk.token = token_of(shelter)
        assert desk.tap(beds, status="full").status_code == 200

    @pytest.mark.parametrize("fields", [{"status": "archived"}, {"status": "draft"}])
    def test_of_an_actor_that_is_not_there_any_more(self, desk, shelter, beds, fields):
        type(shelter).objects.filter(pk=shelter.pk).update(**fields)
        refused(desk.tap(beds, status="full"), "gone")

    def test_of_an_actor_that_was_merged(self, desk, shelter, beds):
        type(shelter).objects.filter(pk=shelter.pk).update(status="merged", merged_into=factories.actor())
        refused(desk.tap(beds, status="full"), "gone")

    def test_that_was_signed_for_something_else(self, desk, beds):
        desk.token = TimestampSigner(salt="actors.other").sign("1-1")
        refused(desk.tap(beds, status="full"), "broken", 404)

    def test_of_another_house_changes_nothing_here(self, desk, beds):
        desk.token = token_of(factories.actor(slug="elders"))
        assert "gevraagd" in desk.tap(beds, status="full").content.decode()
        assert Availability.objects.count() == 0


def test_who_looks_twice_on_a_day_sees_one_link(shelter):
    assert token_of(shelter) == token_of(shelter)


def test_the_link_leads_to_the_page_in_its_language(shelter, client):
    for language, words in (("nl", "Is er plaats"), ("fr", "Y a-t-il")):
        address = link_of(shelter, language).removeprefix("http://localhost:8000")
        assert Client().get(address).status_code == 200, words
