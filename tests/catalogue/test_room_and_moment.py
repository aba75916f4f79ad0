"""Room at the moment that is asked for: what counts until tomorrow says nothing of Sunday, and the page says so."""

from datetime import datetime, timedelta
from html import unescape

import pytest
from django.utils import timezone

from actors.opening import BRUSSELS
from tests import factories

FRIDAY = datetime(2026, 11, 27, 11, tzinfo=BRUSSELS)
SUNDAY = "day=2026-11-29&hour=22:00"


@pytest.fixture
def shelter(db, monkeypatch):
    """A night shelter that said this morning that it has room."""
    monkeypatch.setattr(timezone, "now", lambda: FRIDAY)
    return factories.service(at=True, hours="24/7", name_nl="Nachtopvang", name_fr="Accueil de nuit", slug="nacht")


def said(shelter, until):
    factories.availability("open", service=shelter, confirmed_at=FRIDAY - timedelta(hours=2), valid_until=until)


def asked(client, query):
    answer = client.get(f"/nl/zoeken/?q=nachtopvang&{query}")
    page = answer.context["page"]
    text = unescape(answer.content.decode())
    return page, text, page.found.facets["has_room"]["yes"]


def test_what_counts_until_tomorrow_says_nothing_of_sunday(client, shelter):
    said(shelter, FRIDAY + timedelta(days=1))
    page, _text, count = asked(client, "room=on")
    assert (page.real, count) == (1, 1), "now there is room"
    page, text, count = asked(client, f"{SUNDAY}&room=on")
    assert (page.real, count) == (0, 0)
    assert "wordt beoordeeld voor zo 29 november om 22.00" in text
    page, text, count = asked(client, SUNDAY)
    assert (page.real, count) == (1, 0)
    assert "vrije plaatsen" in text.partition('<article class="card"')[2].partition("</article>")[0], "said last"
    assert page.cards[0].room.status == "unknown", "count and card agree"


def test_what_counts_for_a_week_counts_on_sunday(client, shelter):
    said(shelter, FRIDAY + timedelta(days=7))
    page, text, count = asked(client, f"{SUNDAY}&room=on")
    assert (page.real, count, page.cards[0].room.status) == (1, 1, "open")
    assert page.cards[0].room.when == "vandaag bevestigd", "today, and not two days before Sunday"
    assert "wordt beoordeeld voor" in text


@pytest.mark.parametrize("query", ["room=on", "room=on&open=on"])
def test_of_now_nothing_more_is_said(client, shelter, query):
    said(shelter, FRIDAY + timedelta(days=7))
    page, text, _count = asked(client, query)
    assert page.real == 1
    assert "wordt beoordeeld voor" not in text
