"""Hours that are no plain week: by appointment on some days, and open on one date other than usual."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from actors.staff.dated import take_dates, with_dates
from tests.staff.conftest import Form, service_of

SOON = localdate() + timedelta(days=30)
ON = f"{SOON.year} {SOON:%b %d}"  # as the syntax has it


@pytest.fixture
def place(listing):
    return service_of(listing).places.get()


def send(staff, listing, place, **changes):
    form = Form(staff, reverse("staff-edit", args=[listing.slug]))
    answer = form.send(**{f"at-{place.pk}-{name}": value for name, value in changes.items()})
    place.refresh_from_db()
    return answer


def test_by_appointment_on_some_days(staff, listing, place):
    send(staff, listing, place, mo="09:00-12:00 op afspraak", tu="sur rendez-vous")
    assert '09:00-12:00 "op afspraak"' in place.opening_hours
    form = Form(staff, reverse("staff-edit", args=[listing.slug]))
    assert form.data[f"at-{place.pk}-mo"] == ['09:00-12:00 "op afspraak"']
    assert form.data[f"at-{place.pk}-tu"] == ['"sur rendez-vous"']


def test_open_on_one_date_is_filled_in_without_syntax(staff, listing, place):
    send(staff, listing, place, date_1=SOON.isoformat(), date_hours_1="10u tot 14u")
    assert place.opening_hours == f"Mo-Fr 09:00-12:00; PH off; {ON} 10:00-14:00"
    form = Form(staff, reverse("staff-edit", args=[listing.slug]))
    assert form.data[f"at-{place.pk}-date_1"] == [SOON.isoformat()]
    assert form.data[f"at-{place.pk}-date_hours_1"] == ["10:00-14:00"]
    assert f"at-{place.pk}-rest" not in form.data


def test_date_without_hours_is_asked(staff, listing, place):
    answer = send(staff, listing, place, date_1=SOON.isoformat())
    assert answer.status_code == 422
    assert "van wanneer tot wanneer" in answer.content.decode()
    assert ON not in place.opening_hours


def test_preview_shows_the_date(staff):
    asked = {"mo": "9-12", "date_1": SOON.isoformat(), "date_hours_1": "10-14"}
    assert f"{ON} 10:00-14:00" in staff.get(reverse("staff-hours"), asked).content.decode()


@pytest.mark.parametrize(
    "rest",
    [
        f"{ON} 10:00-14:00; {SOON:%b} off",  # the later rule takes the day: their order has a meaning
        "2026 Feb 31 10:00-14:00",
        "; ".join(f"2026 Dec {day:02} 10:00-14:00" for day in range(10, 15)),  # more than the form has room for
        f"{SOON:%b %d} 10:00-14:00",  # of every year
    ],
)
def test_what_dates_do_not_say_stays_as_it_is(rest):
    assert take_dates(rest) == ([], rest)


def test_there_and_back():
    rest = "Jul-Aug Mo 09:00-12:00; 2026 Dec 24 10:00-14:00; 2027 Jan 02 10:00-12:00"
    dates, left = take_dates(rest)
    assert left == "Jul-Aug Mo 09:00-12:00"
    assert with_dates(left, dates) == rest
