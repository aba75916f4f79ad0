"""Hours that are no plain week: by appointment on some days, and open on one date other than usual."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from actors.staff import special
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
    assert form.data[f"at-{place.pk}-tu"] == ['"op afspraak"'], "in the language of the page"


def test_open_on_one_date_is_filled_in_without_syntax(staff, listing, place):
    send(staff, listing, place, date_1=SOON.isoformat(), date_hours_1="10u tot 14u")
    assert place.opening_hours == f"Mo-Fr 09:00-12:00; PH off; {ON} 10:00-14:00"
    form = Form(staff, reverse("staff-edit", args=[listing.slug]))
    assert form.data[f"at-{place.pk}-date_1"] == [SOON.isoformat()]
    assert form.data[f"at-{place.pk}-date_hours_1"] == ["10:00-14:00"]
    assert f"at-{place.pk}-rest" not in form.data


def test_morning_open_and_afternoon_by_appointment(staff, listing, place):
    send(staff, listing, place, mo="9-12; 13-16 op afspraak")
    assert place.opening_hours.startswith('Mo 09:00-12:00, Mo 13:00-16:00 "op afspraak"; ')
    form = Form(staff, reverse("staff-edit", args=[listing.slug]))
    assert form.data[f"at-{place.pk}-mo"] == ['09:00-12:00; 13:00-16:00 "op afspraak"']


def test_closed_on_all_seven_days_is_not_the_same_as_not_known(staff, listing, place):
    week = dict.fromkeys(("mo", "tu", "we", "th", "fr", "sa", "su"), "gesloten")
    send(staff, listing, place, ph="", **week)
    assert place.opening_hours == "Mo-Su off"
    form = Form(staff, reverse("staff-edit", args=[listing.slug]))
    assert {form.data[f"at-{place.pk}-{day}"][0] for day in week} == {"gesloten"}
    send(staff, listing, place, ph="", **dict.fromkeys(week, ""))
    assert place.opening_hours == ""


class TestSeasonsAndDaysOfTheMonth:
    def test_are_chosen_without_syntax(self, staff, listing, place):
        send(
            staff, listing, place,
            nth_1="1", nth_day_1="Sa", nth_hours_1="14u tot 16u",
            season_1="Nov", season_to_1="Mar", season_hours_1="20-8",
            season_2="Jul", season_to_2="Aug", season_hours_2="gesloten", nights="shown",  # as the script sends it
        )  # fmt: skip
        usual = "Mo-Fr 09:00-12:00; PH off"
        special = "Nov-Mar Mo-Su 20:00-08:00; Jul-Aug off; Sa[1] 14:00-16:00"
        assert place.opening_hours == f"{usual}; {special}"
        data = Form(staff, reverse("staff-edit", args=[listing.slug])).data
        shown = {
            name.removeprefix(f"at-{place.pk}-"): values
            for name, values in data.items()
            if name.startswith(f"at-{place.pk}-")
        }
        assert [shown["nth_1"], shown["nth_day_1"], shown["nth_hours_1"]] == [["1"], ["Sa"], ["14:00-16:00"]]
        assert [shown["season_1"], shown["season_to_1"], shown["season_hours_1"]] == [["Nov"], ["Mar"], ["20:00-08:00"]]
        assert [shown["season_2"], shown["season_to_2"], shown["season_hours_2"]] == [["Jul"], ["Aug"], ["gesloten"]]
        assert "rest" not in shown

    @pytest.mark.parametrize("row", [{"nth_1": "1", "nth_day_1": "Sa"}, {"season_1": "Nov"}, {"nth_hours_1": "9-12"}])
    def test_half_of_one_is_asked(self, staff, listing, place, row):
        answer = send(staff, listing, place, **row)
        assert answer.status_code == 422
        assert "Zeg wanneer dat geldt" in answer.content.decode()

    def test_saving_something_else_confirms_no_hours(self, staff, listing, place):
        form = Form(staff, reverse("staff-edit", args=[listing.slug]))
        form.send(**{"actor-acronym_nl": "ABC"})
        place.refresh_from_db()
        assert place.hours_confirmed_on is None

    @pytest.mark.parametrize(
        "rest",
        [
            "Nov-Mar Mo-Su 20:00-08:00; Dec off; Nov off; Mar off",  # more than there is room for
            "Mo[1] 14:00-16:00; Nov-Mar Mo-Su 20:00-08:00",  # the season takes the Mondays in it: the order counts
            "Nov 01-Mar 15 Mo-Su 20:00-08:00",
            "week 1-53/2 Mo 09:00-12:00",
        ],
    )
    def test_what_the_rows_do_not_say_stays_as_it_is(self, rest):
        assert special.take(rest) == ([], rest)


def test_date_without_hours_is_asked(staff, listing, place):
    answer = send(staff, listing, place, date_1=SOON.isoformat())
    assert answer.status_code == 422
    assert "van wanneer tot wanneer" in answer.content.decode()
    assert ON not in place.opening_hours


class TestTwice:
    """Two rows about one day: both count where they can, and nothing is lost unsaid where they cannot."""

    def test_hours_beside_each_other_both_count(self, staff, listing, place):
        date = SOON.isoformat()
        send(staff, listing, place, date_1=date, date_hours_1="9-12", date_2=date, date_hours_2="13-16")
        assert f"{ON} 09:00-12:00,13:00-16:00" in place.opening_hours
        send(
            staff, listing, place, nth_1="1", nth_day_1="Sa", nth_hours_1="9-12",
            nth_2="1", nth_day_2="Sa", nth_hours_2="14-16",
        )  # fmt: skip
        assert "Sa[1] 09:00-12:00,14:00-16:00" in place.opening_hours

    @pytest.mark.parametrize("other", ["10-13", "gesloten"])
    def test_hours_that_overlap_are_asked(self, staff, listing, place, other):
        date = SOON.isoformat()
        answer = send(staff, listing, place, date_1=date, date_hours_1="9-12", date_2=date, date_hours_2=other)
        assert answer.status_code == 422
        assert [*answer.context["listing"].forms[f"at-{place.pk}"].errors] == ["date_hours_2"]
        assert ON not in place.opening_hours

    def test_a_season_twice_is_asked(self, staff, listing, place):
        season = {"season_1": "Jul", "season_hours_1": "9-12", "season_2": "Jul", "season_hours_2": "11-14"}
        assert send(staff, listing, place, **season).status_code == 422


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
