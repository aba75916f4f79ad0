"""A status of one place alone: said, taken away, merged and put back as everything else, in the editor and at one click."""

import pytest
from django.urls import reverse
from django.utils.translation import gettext as _

from actors.models import Availability, Service, ServiceAtLocation
from tests import factories
from tests.staff.conftest import Form, service_of
from tests.staff.test_undo import agree, everything, last_change


@pytest.fixture
def place(listing):
    return service_of(listing).places.get()


@pytest.fixture
def room(place):
    """The key of its status in the editor."""
    return f"room-at-{place.pk}"


def said(**where):
    return [(one.status, one.waiting_days, (one.valid_until - one.confirmed_at).days)
            for one in Availability.objects.filter(**where)]  # fmt: skip


class TestEditor:
    def test_counts_beside_that_of_the_whole(self, form, listing, place, room):
        service = service_of(listing)
        changes = {f"room-service-{service.pk}-status": "open", f"{room}-status": "waiting_list"}
        assert form.send(**changes, **{f"{room}-waiting_days": "20"}).status_code == 302
        assert said(place=place) == [("waiting_list", 20, 14)]
        assert said(place=None) == [("open", None, 14)]

    def test_taken_away_with_all_that_it_said(self, staff, listing, place, room):
        factories.availability(service=place.service, place=place, waiting_days=20, note_nl="tot mei")
        factories.availability(service=place.service)
        form = Form(staff, reverse("staff-edit", args=[listing.slug]))
        answer = form.send("review", **{f"{room}-status": None})
        assert [(one.field, one.after) for one in answer.context["editor"].own_changes] == [
            ("status", _("as the whole service"))
        ]
        assert form.send(**{f"{room}-status": None}).status_code == 302
        assert (said(place=place), len(said(place=None))) == ([], 1)

    def test_put_back_and_taken_away_again(self, staff, listing, place, room):
        factories.availability(service=place.service, place=place, waiting_days=20)
        before = everything()
        Form(staff, reverse("staff-edit", args=[listing.slug])).send(**{f"{room}-status": None})
        after = everything()
        assert agree(staff, last_change(staff, listing)).status_code == 302
        assert everything() == before
        assert agree(staff, last_change(staff, listing, "undo")).status_code == 302
        assert everything() == after != before

    def test_statutory_is_never_full_there_either(self, staff, listing, room):
        Service.objects.update(is_statutory=True)
        form = Form(staff, reverse("staff-edit", args=[listing.slug]))
        assert form.send(**{f"{room}-status": "full"}).status_code == 422
        assert not Availability.objects.exists()

    def test_waiting_time_without_a_status_is_asked_for_and_kept(self, form, room):
        answer = form.send(**{f"{room}-waiting_days": "77"})
        assert answer.status_code == 422
        assert f'id="id_{room}-status_error"' in answer.content.decode()
        assert 'value="77"' in answer.content.decode()

    def test_both_changed_it_is_asked(self, staff, form, listing, place, room):
        form.send(**{f"{room}-status": "full"})
        first, second = (Form(staff, form.address) for _twice in range(2))
        first.send(**{f"{room}-status": None})
        answer = second.send(**{f"{room}-status": "open"})
        assert answer.status_code == 409
        [conflict] = answer.context["editor"].conflicts
        assert (conflict.before, conflict.after) == (_("as the whole service"), _("has room"))

    def test_at_a_new_place(self, form, listing):
        service, location = service_of(listing), listing.locations.get()
        service.places.all().delete()
        form.data["record"] = [key for key in form.data["record"] if "at-" not in key]
        page = form.send(add=f"at:service-{service.pk}")
        form.read(page)
        form.send(**{"at-n1-location": f"location-{location.pk}", "room-at-n1-status": "limited"})
        assert [one.place.location for one in Availability.objects.all()] == [location]


class TestOneClick:
    def send(self, browser, place, status, **options):
        data = {"place": place.pk, "status": status}
        return browser.post(reverse("staff-room", args=["douches"]), data, **options)

    def test_said_and_taken_away(self, staff, place):
        answer = self.send(staff, place, "full", HTTP_HX_REQUEST="true").content.decode()
        assert said(place=place) == [("full", None, 14)]
        assert "<details" in answer
        self.send(staff, place, "")
        assert said() == []

    def test_places_are_spoken_of_where_there_are_several(self, staff, listing, place):
        assert [room.places for room in staff.get(reverse("staff-rooms")).context["page"].rooms] == [[]]
        ServiceAtLocation.objects.create(service=place.service, location=factories.location(actor=listing))
        (room,) = staff.get(reverse("staff-rooms")).context["page"].rooms
        assert len(room.places) == 2

    def test_place_of_another_service_is_none(self, staff, listing, other):
        foreign = service_of(other).places.get()
        assert self.send(staff, foreign, "full").status_code == 404
        assert self.send(staff, foreign, "").status_code == 404
        assert said() == []
