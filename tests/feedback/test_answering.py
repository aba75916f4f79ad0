"""Whoever may edit a listing answers what was reported of it: with one click, or by saying that it was looked into."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from actors.models import Refusal
from tests import factories


def report(service, count=3, reason="full"):
    return [Refusal.objects.create(service=service, reporter=f"{reason}{n}", reason=reason) for n in range(count)]


@pytest.fixture
def douches(listing):
    return listing.services.get()


@pytest.fixture
def museum(listing):
    """A service where room is no question."""
    return factories.service(actor=listing, slug="museum", asks_room=False, name_nl="Museum")


def text_of(client, name):
    return client.get(reverse(name)).content.decode()


def test_the_first_page_of_the_team_has_one_item_for_each_service(staff, douches):
    assert "Gemelde weigeringen" not in text_of(staff, "staff-home")
    report(douches, 2)
    assert "Gemelde weigeringen" not in text_of(staff, "staff-home"), "two people are not yet work for the team"
    report(douches, 9, "closed")
    page = staff.get(reverse("staff-home"))
    assert "Gemelde weigeringen" in page.content.decode()
    assert page.context["page"].counts["refused"] == 1
    text = text_of(staff, "refusals")
    assert "11 meldingen van weigering" in text
    assert "gesloten (9), volzet (2)" in text


def test_the_house_reads_of_the_first_report_and_answers_with_one_click(client, own_editor, douches):
    client.force_login(own_editor)
    report(douches, 1, "no-answer")
    text = text_of(client, "staff-rooms")
    assert "1 melding van weigering" in text
    assert "geen antwoord (1)" in text
    client.post(reverse("staff-room", args=["douches"]), {"status": "full"})
    assert "melding van weigering" not in text_of(client, "staff-rooms")
    assert not Refusal.objects.open().exists()


def test_taking_the_click_back_lets_the_reports_wait_again(staff, douches):
    report(douches)
    answer = staff.post(reverse("staff-room", args=["douches"]), {"status": "full"})
    assert not Refusal.objects.open().exists()
    staff.post(reverse("staff-room", args=["douches"]), {"undo": answer.context["room"].after.undo})
    assert Refusal.objects.open().count() == 3


def test_what_is_reported_stands_first(staff, listing, douches):
    factories.availability(service=douches, confirmed_at=timezone.now() - timedelta(hours=1))
    other = factories.service(actor=listing, slug="eerder")

    def shown():
        return [room.service for room in staff.get(reverse("staff-rooms")).context["page"].rooms]

    factories.availability(service=other, confirmed_at=timezone.now() - timedelta(days=9))
    assert shown() == [other, douches]
    report(douches)
    assert shown() == [douches, other]


def test_where_room_is_no_question_somebody_says_that_it_was_looked_into(staff, museum, member):
    report(museum, 3, "closed")
    assert "Museum" in text_of(staff, "refusals")
    answer = staff.post(reverse("refusals-answer", args=["museum"]), follow=True)
    text = answer.content.decode()
    assert "Nagekeken:" in text
    assert Refusal.objects.filter(answered_by=member).count() == 3
    note = answer.context["page"].undo
    staff.post(reverse("refusals-undo"), {"undo": note})
    assert Refusal.objects.open().count() == 3
    assert "Museum" in text_of(staff, "refusals")


def test_others_neither_read_nor_answer(staff, other, client):
    report(other.services.get())
    assert "Er is niets gemeld" in text_of(staff, "refusals")
    assert staff.post(reverse("refusals-answer", args=["elders-1"])).status_code == 404
    client.force_login(factories.user())
    assert client.get(reverse("refusals")).status_code == 404
    assert Refusal.objects.open().count() == 3


@pytest.mark.parametrize("note", ["", "x", "WzEsIjIwMjYiXQ:abc"])
def test_a_made_up_note_undoes_nothing(staff, museum, note):
    report(museum)
    Refusal.objects.answer(museum, None)
    assert staff.post(reverse("refusals-undo"), {"undo": note}).status_code == 404
    assert not Refusal.objects.open().exists()
    assert staff.get(reverse("refusals"), {"undo": note or "x"}).status_code == 200
