"""The work queue by keyboard: ten listings in a row, and one of them taken back."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.timezone import localdate
from playwright.sync_api import expect

from actors.models import Actor, QueueHold
from tests import factories
from tests.browser.test_editing import log_in


@pytest.fixture
def site(empty_site):
    return empty_site


def test_ten_listings_are_confirmed_in_a_row_by_keyboard(page):
    for number in range(12):
        actor = factories.actor(slug=f"huis-{number:02}", name_nl=f"Huis {number}", steward=factories.zone("sud"))
        factories.service(actor=actor, at=True, hours="Mo-Fr 09:00-12:00")
    log_in(page.context, page.site, "zone")
    page.goto(page.site + reverse("staff-home") + "?kind=due")
    page.keyboard.press("ArrowDown")  # as one arrives
    for number in range(10):
        waiting = page.locator(".queue-item:not(.is-done)")
        expect(waiting).to_have_count(12 - number)
        expect(waiting.first).to_be_focused()
        page.keyboard.press("Enter")
    expect(page.locator(".queue-item.is-done")).to_have_count(10)
    assert Actor.objects.filter(confirmed_on=localdate()).count() == 10

    expect(page.locator(".queue-kinds [aria-current] .count")).to_have_text("2")
    page.keyboard.press("u")  # the last, wherever the focus is by now
    expect(page.locator(".queue-item.is-done")).to_have_count(9)
    expect(page.locator(".queue-kinds [aria-current] .count")).to_have_text("3")
    assert Actor.objects.filter(confirmed_on=localdate()).count() == 9
    page.keyboard.press("l")
    expect(page.locator(".queue-item.is-done").last).to_contain_text("Uitgesteld tot morgen")
    page.goto(page.site + reverse("staff-listings"))
    assert QueueHold.objects.filter(is_put_off=False).count() == 0, "who goes on gives back what they held"


def test_a_status_is_said_in_the_queue_itself(page):
    actor = factories.actor(slug="nacht", name_nl="Nacht", steward=factories.zone("sud"))
    service = factories.service(actor=actor, at=True, slug="bed", name_nl="Bed")
    factories.availability("open", service=service, confirmed_at=timezone.now() - timedelta(days=60))
    log_in(page.context, page.site, "zone")
    page.goto(page.site + reverse("staff-home") + "?kind=ending")
    page.get_by_role("button", name="Volzet: Bed").click()
    expect(page.get_by_text("Bewaard.")).to_be_visible()
    page.get_by_role("button", name="Ongedaan maken: Bed").click()
    expect(page.get_by_text("Het is weer zoals voordien").or_(page.get_by_text("Ongedaan gemaakt"))).to_be_visible()


@pytest.mark.parametrize(
    ("language", "take", "leave", "confirm", "done", "undo"),
    [
        ("nl", "Ik ben hiermee bezig", "Aan anderen laten", "Alles klopt nog", "Vandaag bevestigd.", "Ongedaan maken"),
        ("fr", "Je m'en occupe", "Laisser à d'autres", "Tout est encore juste", "C'est confirmé aujourd'hui.", "Revenir en arrière"),
    ],
)  # fmt: skip
def test_on_a_phone_an_item_is_taken_done_and_taken_back(page, language, take, leave, confirm, done, undo):
    actor = factories.actor(slug="huis", name_nl="Huis", name_fr="Maison", steward=factories.zone("sud"))
    factories.service(actor=actor, at=True, hours="Mo-Fr 09:00-12:00")
    page.set_viewport_size({"width": 390, "height": 844})
    log_in(page.context, page.site, "zone")
    with translation.override(language):
        page.goto(page.site + reverse("staff-home") + "?kind=due")
    item = page.locator(".queue-item")
    expect(item.get_by_role("button", name=confirm)).to_be_hidden()
    item.locator("summary").first.click()
    item.get_by_role("button", name=take).click()
    expect(item.get_by_role("button", name=leave)).to_be_visible()
    assert QueueHold.objects.get().kind == "due"
    item.get_by_role("button", name=confirm).click()
    expect(item).to_contain_text(done)
    assert Actor.objects.get().confirmed_on == localdate()
    assert not QueueHold.objects.exists()
    item.get_by_role("button", name=undo).click()
    expect(item.get_by_role("button", name=confirm)).to_be_visible()
    assert Actor.objects.get().confirmed_on is None
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "it scrolls sideways"


def test_on_a_phone_twenty_listings_are_short_rows_and_by_keyboard_nothing_unseen_is_confirmed(page):
    for number in range(20):
        actor = factories.actor(slug=f"huis-{number:02}", name_nl=f"Huis {number}", steward=factories.zone("sud"))
        for _service in range(3):
            factories.service(actor=actor, at=True, hours="Mo-Fr 09:00-12:00")
    page.set_viewport_size({"width": 390, "height": 844})
    log_in(page.context, page.site, "zone")
    page.goto(page.site + reverse("staff-home") + "?kind=due")
    expect(page.locator(".queue-item")).to_have_count(20)
    assert page.evaluate("document.documentElement.scrollHeight") < 3_500
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".queue-item").first.get_by_role("button", name="Alles klopt nog")).to_be_visible()
    assert not Actor.objects.exclude(confirmed_on=None).exists()
    page.keyboard.press("Enter")
    expect(page.locator(".queue-item.is-done")).to_have_count(1)
    expect(page.locator("[data-saying]")).to_have_text("Vandaag bevestigd.")
    following = page.locator(".queue-item:not(.is-done)").first
    expect(following.get_by_role("button", name="Alles klopt nog")).to_be_visible()  # the next one is open at once


def test_what_a_colleague_is_at_can_be_looked_at_and_stays_theirs(page):
    actor = factories.actor(slug="huis", name_nl="Huis", steward=factories.zone("sud"))
    colleague = factories.user("an@house.be", name="An Peeters")
    QueueHold.objects.create(kind="due", record=actor.pk, user=colleague, until=timezone.now() + timedelta(minutes=9))
    page.set_viewport_size({"width": 390, "height": 844})
    log_in(page.context, page.site, "zone")
    page.goto(page.site + reverse("staff-home") + "?kind=due")
    expect(page.locator(".queue-item summary").first).to_contain_text("An Peeters is hiermee bezig")
    page.locator(".queue-item summary").first.click()
    expect(page.get_by_role("button", name="Alles klopt nog")).to_be_visible()
    page.goto(page.site + reverse("staff-listings"))
    assert QueueHold.objects.get().user == colleague
