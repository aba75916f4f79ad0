"""A night shelter that keeps other hours at the weekend, typed in the week editor, is found open in the night."""

import json
from datetime import datetime, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from actors.models import Contact
from actors.opening import BRUSSELS
from actors.pictograms.choice import neutral
from tests import factories
from tests.browser.test_editing import log_in, save
from tests.browser.test_resident import keep

HOURS = "Mo-Th,Su 20:00-08:00; Fr-Sa 18:00-09:00; PH 20:00-08:00"
CARDS = "/nl/hulp/adressen/"


def coming(weekday, clock):
    """The next such day, at a time: Friday at 2 is the night of Thursday."""
    today = timezone.localdate()
    day = today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    return datetime.combine(day, clock, BRUSSELS)


@pytest.fixture
def site(empty_site):
    return empty_site


@pytest.fixture
def shelter(transactional_db):
    owner = factories.actor(slug="nachtopvang", steward=factories.zone("sud"), name_nl="De Slaapplaats")
    factories.service(actor=owner, at=True, slug="slapen", name_nl="Slapen", anonymous=True)
    Contact.objects.create(actor=owner, kind="phone", value="+3225112233")
    return owner


def type_hours(page, day, start, end):
    """Hours of one day, as somebody does who clicks; 0 is Monday."""
    row = page.locator("[data-day]").nth(day)
    if not row.locator("input[type=time]").count():
        row.locator(".icon-button").last.click()
    row.locator("input[type=time]").nth(0).fill(start)
    row.locator("input[type=time]").nth(1).fill(end)


def copy(page, day, *others):
    """The hours of a day to others, from its menu."""
    page.get_by_role("button", name=f"Kopiëren naar… ({day})").click()
    for other in others:
        page.locator(".copy-menu").get_by_role("button", name=other, exact=True).click()
    page.get_by_role("button", name=f"Kopiëren naar… ({day})").click()


def test_open_at_two_in_the_night(page, shelter, monkeypatch):
    log_in(page.context, page.site, "een")
    page.goto(page.site + reverse("staff-edit", args=[shelter.slug]))
    type_hours(page, 0, "20:00", "08:00")
    copy(page, "maandag", "dinsdag", "woensdag", "donderdag", "zondag")
    type_hours(page, 4, "18:00", "09:00")
    copy(page, "vrijdag", "zaterdag")
    page.locator('[name$="-ph"]').select_option("open")
    page.locator('[name$="-ph_hours"]').fill("20-8")
    save(page)
    expect(page.locator(".saved")).to_be_visible()
    service = shelter.services.get()
    assert service.places.get().opening_hours == HOURS

    night, morning = coming(4, time(2)), coming(6, time(8, 30))
    for moment in (night, morning):
        page.goto(f"{page.site}{reverse('search')}?open_at={moment:%Y-%m-%dT%H:%M}")
        expect(page.locator("article.card")).to_contain_text("De Slaapplaats")

    page.goto(page.site + service.get_absolute_url())
    data = json.loads(page.locator('script[type="application/ld+json"]').inner_text())
    told = data["availableChannel"][0]["serviceLocation"]["openingHoursSpecification"]
    friday = [(one["opens"], one["closes"]) for one in told if one["dayOfWeek"].endswith("/Friday")]
    assert friday == [("18:00", "09:00")], "one specification across midnight"

    monkeypatch.setattr(timezone, "now", lambda: night)
    page.clock.set_fixed_time(night)
    address = f"{CARDS}?b={neutral('need:hygiene')}"
    page.goto(page.site + address)
    expect(page.locator("article.card [data-slot=hours]")).to_contain_text("tot 8 uur")
    keep(page, "/nl/hulp/")
    page.context.set_offline(True)
    page.goto(page.site + address)
    assert page.evaluate("document.documentElement.dataset.saved")
    expect(page.locator("article.card [data-slot=hours]")).to_contain_text("tot 8 uur")
