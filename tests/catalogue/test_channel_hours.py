"""The telephone is answered at other hours than the door is open: both are said, and neither stands for the other."""

import json
import re
from datetime import datetime
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from actors.hours import answered_words
from actors.models import Actor, Closure, Contact
from actors.opening import BRUSSELS
from actors.pictograms.bundle import bundle
from actors.pictograms.choice import neutral
from actors.staff.merging import merge_actors
from tests import factories

MONDAY = datetime(2026, 11, 23, 10, tzinfo=BRUSSELS)
DAYS = (MONDAY.date(), MONDAY.date().replace(day=27))


@pytest.mark.parametrize(
    ("hours", "closed", "nl", "fr"),
    [
        ("Mo-Fr 09:00-12:00", (), "vandaag 9.00–12.00", "aujourd'hui 9h00–12h00"),
        ("Mo-Fr 08:00-09:30", (), "morgen vanaf 8.00", "demain dès 8h00"),
        ("We 08:00-09:30", (), "woensdag vanaf 8.00", "mercredi dès 8h00"),
        ("Mo-Fr 09:00-12:00", (DAYS,), "vrijdag vanaf 9.00", "vendredi dès 9h00"),
        ("24/7", (), "24 uur per dag", "24 heures sur 24"),
        ("Mar off", (), "vandaag niet bekend", "aujourd'hui inconnu"),
        ("Mar Mo 09:00-10:00", (), "niet vandaag", "pas aujourd'hui"),
        ("", (), "", ""),
    ],
)
def test_in_words(hours, closed, nl, fr):
    for language, words in (("nl", nl), ("fr", fr)):
        with translation.override(language):
            assert answered_words(hours, MONDAY, closed) == words


@pytest.fixture
def service(db, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: MONDAY)
    made = factories.service(at=True, hours="Mo-Fr 13:00-17:00", name_nl="Douches", name_fr="Douches")
    Contact.objects.create(actor=made.actor, value="+3225123456", opening_hours="Mo-Fr 09:00-12:00")
    return made


@pytest.mark.parametrize(
    ("community", "nl"),
    [("vg", "10 november vanaf 15.00"), ("cf", "vandaag 15.00–19.00"), ("", "vandaag niet bekend")],
)
def test_telephone_follows_the_school_calendar_of_its_service(client, service, monkeypatch, community, nl):
    """In the Flemish autumn holiday, after the French one; where nobody said which one counts, not known."""
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 11, 3, 10, tzinfo=BRUSSELS))
    Contact.objects.update(opening_hours="Mo off; Tu-Fr 15:00-19:00; SH off")
    type(service).objects.update(school_calendar=community)
    with translation.override("nl"):
        pages = reverse("search") + "?q=douche", service.get_absolute_url()
    for address in pages:
        page = unescape(client.get(address).content.decode())
        assert nl in page, address
        assert "@" not in re.sub(r"<[^>]+>", "", page.partition('<ul class="contacts">')[2].partition("</ul>")[0])


class TestFaces:
    @pytest.mark.parametrize(
        ("language", "words"),
        [("nl", "telefoon: vandaag 9.00–12.00"), ("fr", "téléphone : aujourd'hui 9h00–12h00")],
    )
    def test_card_says_both_and_open_is_the_door(self, client, service, language, words):
        with translation.override(language):
            address = reverse("search")
        card = unescape(client.get(address, {"all": "on"}).content.decode()).partition('<article class="card"')[2]
        assert words in card
        assert "13" in card
        assert "is-open-now" not in card

    @pytest.mark.parametrize("language", ["nl", "fr"])
    def test_page_of_the_service(self, client, service, language):
        with translation.override(language):
            page = client.get(service.get_absolute_url()).content.decode()
        contacts = page.partition('<ul class="contacts">')[2].partition("</ul>")[0]
        assert ("9.00–12.00" if language == "nl" else "9h00–12h00") in contacts
        data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])
        point = data["availableChannel"][0]["servicePhone"]
        assert [(one["opens"], one["closes"]) for one in point["hoursAvailable"]] == [("09:00", "12:00")] * 5

    @pytest.mark.parametrize(
        ("language", "words"),
        [("nl", "Telefoon: nu open, tot 12 uur"), ("fr", "Téléphone : ouvert maintenant, jusqu'à 12 h")],
    )
    def test_residents_read_both(self, client, service, language, words):
        with translation.override(language):
            page = client.get(f"{reverse('help-cards')}?b={neutral('need:hygiene')}").content.decode()
        assert words in unescape(page).replace("\xa0", " ")

    def test_device_is_told_both(self, service):
        with translation.override("nl"):
            data = bundle("region", "nl", "", MONDAY)
        kind, address, words, number = data["cards"][0]["call"]
        assert (kind, address, words) == ("phone", "tel:+3225123456", "02 512 34 56")
        start = int(MONDAY.timestamp() // 60)
        assert data["hours"][number].startswith(f"{start}-{start + 120};")

    def test_nobody_answers_while_all_is_closed(self, client, service):
        Closure.objects.create(actor=service.actor, days=DAYS)
        page = client.get(reverse("search"), {"all": "on"}).content.decode()
        assert "vandaag 9.00" not in page
        assert "telefoon: vrijdag vanaf 9.00" in page


def test_hours_of_a_channel_that_both_have_stay_when_they_are_merged(db):
    absorbed, heir = factories.actor(slug="weg"), factories.actor(slug="blijft")
    Contact.objects.create(actor=absorbed, value="+3225123456", opening_hours="Mo-Fr 09:00-12:00")
    Contact.objects.create(actor=heir, value="+3225123456")
    merge_actors(absorbed=absorbed, heir=heir, taken=set())
    assert Actor.objects.get(slug="blijft").contacts.get().opening_hours == "Mo-Fr 09:00-12:00"
