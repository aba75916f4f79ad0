"""After one click about room: an undo, how many, and no status that its numbers contradict."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone, translation

from actors.models import Availability, Service
from actors.models.contradictions import contradiction
from tests import factories
from tests.staff.conftest import Form, service_of

ADDRESS = ("staff-room", ["douches"])


@pytest.fixture
def beds(listing):
    """A service that counts its beds, of which 4 of 10 are free."""
    Service.objects.update(availability_kind="beds")
    return factories.availability("open", service=service_of(listing), places_total=10, places_free=4)


def click(client, **data):
    return client.post(reverse(ADDRESS[0], args=ADDRESS[1]), data).content.decode()


def counts():
    return [(one.status, one.places_free, one.places_total, one.waiting_days) for one in Availability.objects.all()]


def undo_of(page):
    return re.search(r'name="undo" value="([^"]+)"', page)[1]


class TestUndo:
    def test_puts_back_what_was_said_as_it_was_said(self, staff, beds):
        page = click(staff, status="full")
        assert counts() == [("full", 0, 10, None)]
        click(staff, undo=undo_of(page))
        before, after = beds, Availability.objects.get()
        assert counts() == [("open", 4, 10, None)]
        assert (after.confirmed_at, after.valid_until, after.confirmed_by_id) == (
            before.confirmed_at,
            before.valid_until,
            before.confirmed_by_id,
        )

    def test_where_nothing_was_said_nothing_is_said_again(self, staff, listing):
        click(staff, undo=undo_of(click(staff, status="full")))
        assert counts() == []

    def test_not_over_what_somebody_else_said_meanwhile(self, staff, beds):
        first = click(staff, status="full")
        click(staff, status="limited")
        assert 'role="alert"' in click(staff, undo=undo_of(first))
        assert counts()[0][0] == "limited"

    @pytest.mark.parametrize("token", ["x", "a:b:c"])
    def test_nothing_but_our_own_note_undoes(self, staff, beds, token):
        assert 'role="alert"' in click(staff, undo=token)
        assert counts() == [("open", 4, 10, None)]

    def test_of_one_place_alone(self, staff, listing):
        place = service_of(listing).places.get()
        page = click(staff, status="full", place=place.pk)
        assert counts() == [("full", None, None, None)]
        click(staff, undo=undo_of(page), place=place.pk)
        assert counts() == []


class TestHowMany:
    def test_is_asked_where_beds_are_counted(self, staff, beds):
        assert 'name="places_free"' in click(staff, status="limited")
        click(staff, status="limited", places_free="1", places_total="10")
        assert counts() == [("limited", 1, 10, None)]

    def test_is_not_asked_where_nothing_is_counted(self, staff, listing):
        assert 'name="places_free"' not in click(staff, status="open")

    def test_a_bed_count_never_goes_by_itself(self, staff, beds):
        for status in ("limited", "open", "full", "open"):
            click(staff, status=status)
            assert counts()[0][2] == 10
        assert counts() == [("open", None, 10, None)]  # full in between: how many is asked anew
        click(staff, status="full")
        assert counts() == [("full", 0, 10, None)], "full is none of ten, however often one changes one's mind"

    def test_days_are_asked_of_a_waiting_list(self, staff, listing):
        assert 'name="waiting_days"' in click(staff, status="waiting_list")
        click(staff, status="waiting_list", waiting_days="30")
        click(staff, status="waiting_list")  # still so
        assert counts() == [("waiting_list", None, None, 30)]

    def test_the_right_status_is_offered(self, staff, beds):
        page = click(staff, status="open", places_free="0", places_total="10")
        assert 'name="status" value="full"' in page
        assert counts() == [("open", 4, 10, None)]
        click(staff, status="full", places_free="0", places_total="10")
        assert counts() == [("full", 0, 10, None)]


CONTRADICTIONS = {  # status, numbers: field, status that is offered
    ("open", (None, 10, 0)): ("places_free", "full"),
    ("limited", (None, 10, 0)): ("places_free", "full"),
    ("open", (None, 0, None)): ("places_free", "full"),
    ("full", (None, 10, 4)): ("places_free", "open"),
    ("full", (None, 10, 1)): ("places_free", "limited"),
    ("waiting_list", (None, 10, 4)): ("places_free", "open"),
    ("unknown", (None, 10, 4)): ("places_free", "open"),
    ("open", (None, None, 4)): ("places_total", ""),
    ("waiting_list", (0, None, None)): ("waiting_days", "open"),
    ("full", (0, None, None)): ("waiting_days", "open"),
}
FINE = [
    ("open", (None, 10, 4)),
    ("open", (0, None, None)),
    ("open", (None, 10, None)),
    ("limited", (20, 10, 1)),
    ("full", (None, 10, 0)),
    ("full", (30, None, None)),
    ("waiting_list", (30, 10, 0)),
]


def numbers(values):
    return dict(zip(("waiting_days", "places_total", "places_free"), values, strict=True))


@pytest.mark.parametrize(("said", "expected"), CONTRADICTIONS.items(), ids=str)
def test_contradiction_is_told_with_what_was_meant(said, expected):
    found = contradiction(said[0], **numbers(said[1]))
    assert (found.field, found.offered) == expected


@pytest.mark.parametrize("said", FINE, ids=str)
def test_what_agrees_is_fine(said):
    assert contradiction(said[0], **numbers(said[1])) is None


@pytest.mark.parametrize(("status", "values"), [*CONTRADICTIONS, *FINE], ids=str)
def test_model_and_editor_keep_the_same_rule(staff, listing, status, values):
    wrong = (status, values) in CONTRADICTIONS
    record = Availability(service=service_of(listing), status=status, **numbers(values))
    if wrong:
        with pytest.raises(ValidationError):
            record.full_clean()
    else:
        record.full_clean()
    room = f"room-service-{service_of(listing).pk}"
    changes = {f"{room}-{name}": str(value) for name, value in numbers(values).items() if value is not None}
    answer = Form(staff, reverse("staff-edit", args=[listing.slug])).send(**{f"{room}-status": status, **changes})
    assert answer.status_code == (422 if wrong else 302)


class TestWhereRoomIsAQuestion:
    def slugs(self, staff):
        return [room.service.slug for room in staff.get(reverse("staff-rooms")).context["page"].rooms]

    def test_a_museum_is_not_asked(self, staff, listing):
        museum = factories.service(actor=listing, slug="museum", themes=("culture",))
        factories.theme("culture").__class__.objects.filter(code="culture").update(asks_room=False)
        assert self.slugs(staff) == ["douches"]
        page = staff.get(reverse("staff-edit", args=[listing.slug]) + f"?open=service-{museum.pk}").content.decode()
        assert f'name="room-service-{museum.pk}-status"' not in page
        Service.objects.filter(pk=museum.pk).update(asks_room=True)
        assert self.slugs(staff) == ["douches", "museum"]

    def test_with_other_themes_it_is(self, staff, listing):
        factories.theme("culture", asks_room=False)
        factories.service(actor=listing, slug="kamer", themes=("culture", "night"))
        assert self.slugs(staff) == ["douches", "kamer"]


@pytest.mark.parametrize(("language", "words"), [("nl", "wat het eerst afloopt"), ("fr", "ce qui expire le plus tôt")])
def test_the_list_says_its_order_and_keeps_it(staff, listing, language, words):
    """First what ends soonest; what was never said last."""
    ends = {"laat": 9, "vroeg": 1, "voorbij": -3}
    for slug, days in ends.items():
        service = factories.service(actor=listing, slug=slug)
        until = timezone.now() + timedelta(days=days)
        factories.availability("open", service=service, confirmed_at=until - timedelta(days=30), valid_until=until)
    with translation.override(language):
        answer = staff.get(reverse("staff-rooms"))
    assert [room.service.slug for room in answer.context["page"].rooms] == ["voorbij", "vroeg", "laat", "douches"]
    assert words in unescape(answer.content.decode())
