"""School holidays: those of the Community that a service follows; where nobody said which, or none is loaded, unknown."""

import csv
from datetime import date, datetime, time, timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone, translation

from actors.holidays import SchoolCalendars, calendars, shipped, shipped_days, unmarked
from actors.hours import usual
from actors.models import SchoolHoliday, ServiceAtLocation
from actors.opening import BRUSSELS, is_open
from actors.search import engine
from tests import factories
from tests.staff.conftest import Form

HOURS = "Mo-Fr 09:00-17:00; SH off"
LATER = date(2031, 3, 3)  # a Monday


@pytest.fixture(autouse=True)
def _shipped_calendars():
    calendars.load(shipped_days())
    yield
    calendars.load(shipped_days())


def at_ten(day):
    return datetime.combine(day, time(10), BRUSSELS)


def hours_of(service):
    return engine().index.schedules(service.pk)[service.places.get().pk][0]


class TestCalendars:
    def test_every_day_has_its_source(self):
        assert all(row["source"] and row["remark"] for row in shipped())

    def test_a_year_that_lacks_between_two_is_not_known(self):
        known = SchoolCalendars(
            [("vg", date(2026, 7, 1), date(2026, 8, 31)), ("vg", date(2027, 7, 1), date(2027, 8, 31))]
        )
        assert known.is_holiday(date(2026, 7, 5), "vg.")
        assert known.is_holiday(date(2026, 12, 28), "vg.") is None
        assert known.is_holiday(date(2027, 9, 5), "vg.") is None

    def test_the_mark_is_no_part_of_the_hours(self):
        assert unmarked(calendars.marked(HOURS, "vg"))[0] == HOURS
        assert calendars.marked('Mo-Fr 09:00-17:00 "SH"', "vg") == 'Mo-Fr 09:00-17:00 "SH"', "only a word in a comment"

    def test_nobody_types_a_mark(self):
        with pytest.raises(ValidationError):
            ServiceAtLocation._meta.get_field("opening_hours").clean(calendars.marked(HOURS, "vg"), None)


@pytest.mark.parametrize(
    ("community", "nl", "fr"),
    [
        ("vg", ("in de schoolvakanties van de Vlaamse Gemeenschap", "gesloten"),
         ("pendant les vacances scolaires de la Communauté flamande", "fermé")),
        ("cf", ("in de schoolvakanties van de Franse Gemeenschap", "gesloten"),
         ("pendant les vacances scolaires de la Communauté française", "fermé")),
        ("", ("welke schoolvakanties", "niet bekend: Vlaamse of Franse Gemeenschap"),
         ("quelles vacances scolaires", "inconnu : Communauté flamande ou française")),
    ],
)  # fmt: skip
def test_whose_holidays_is_said(community, nl, fr):
    for language, line in (("nl", nl), ("fr", fr)):
        with translation.override(language):
            assert line in usual(calendars.marked(HOURS, community))


@pytest.fixture
def _begun(db):
    """The table as its migration fills it; tests that write for good leave it empty."""
    SchoolHoliday.objects.all().delete()
    import_module("actors.migrations.0003_school_holidays").fill(apps, None)


@pytest.mark.usefixtures("_begun")
class TestDatabase:
    def test_the_table_begins_with_what_is_shipped(self):
        assert sorted(SchoolHoliday.objects.values_list("community", "first", "last")) == sorted(shipped_days())

    def test_a_year_that_staff_add_counts_for_who_follows_it(self):
        follows = factories.service(at=True, hours=HOURS, school_calendar="vg")
        other = factories.service(at=True, hours=HOURS, school_calendar="cf")
        assert is_open(hours_of(follows), at_ten(LATER)) is None
        for first, name in ((LATER, "krokus"), (LATER + timedelta(weeks=6), "paas")):
            SchoolHoliday.objects.create(
                community="vg", first=first, last=first + timedelta(days=6), name=name, source="Besluit"
            )
        assert is_open(hours_of(follows), at_ten(LATER)) is False
        assert is_open(hours_of(follows), at_ten(LATER + timedelta(weeks=2))) is True
        assert is_open(hours_of(other), at_ten(LATER)) is None

    def test_without_a_source_it_is_refused(self):
        with pytest.raises(ValidationError) as error:
            SchoolHoliday(community="vg", first=LATER, last=LATER, name="krokus").full_clean()
        assert "source" in error.value.message_dict

    @pytest.mark.parametrize(
        ("community", "state"), [("vg", "Opent op 4 januari"), ("", "Nu niet bekend · Opent op 4 januari")]
    )
    def test_page_on_such_a_day(self, client, monkeypatch, community, state):
        monkeypatch.setattr(timezone, "now", lambda: at_ten(date(2026, 12, 28)))
        service = factories.service(at=True, hours=HOURS, school_calendar=community)
        page = client.get(service.get_absolute_url()).content.decode()
        place = page.partition('<div class="place">')[2].partition("</dl>")[0]
        assert state in place
        assert ("welke schoolvakanties" in place) == (not community)
        assert ("Nu niet bekend" in place) == (not community)
        assert "is-open-now" not in place

    def test_staff_choose_it_in_the_editor(self, client, admin_user):
        service = factories.service(at=True, hours=HOURS)
        client.force_login(admin_user)
        form = Form(client, reverse("staff-edit", args=[service.actor.slug]))
        form.send(**{f"service-{service.pk}-school_calendar": "cf"})
        service.refresh_from_db()
        assert service.school_calendar == "cf"


def days_of(community):
    with (settings.BASE_DIR / "actors" / "school_holidays.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["community"] == community]
    spans = [(date.fromisoformat(row["first"]), date.fromisoformat(row["last"])) for row in rows]
    return {first + timedelta(days=number) for first, last in spans for number in range((last - first).days + 1)}


def test_a_school_year_of_the_french_community_has_as_many_days_as_its_decree_says():
    """Whatever is copied wrongly by a week shows here: a school year has 180 to 184 days."""
    free = days_of("cf")
    for begins, ends in [(date(2025, 8, 25), date(2026, 7, 3)), (date(2026, 8, 24), date(2027, 7, 2))]:
        every = [begins + timedelta(days=number) for number in range((ends - begins).days + 1)]
        school = [day for day in every if day.weekday() < 5 and day not in free]
        assert 180 <= len(school) <= 184
        assert (begins - timedelta(days=1) in free, ends + timedelta(days=1) in free) == (True, True)


@pytest.mark.parametrize("community", ["vg", "cf"])
def test_holidays_of_a_week_or_more_begin_after_a_weekend_or_in_it(community):
    free = sorted(days_of(community))
    starts = [day for day in free if day - timedelta(days=1) not in free]
    weeks = [day for day in starts if {day + timedelta(days=number) for number in range(7)} <= set(free)]
    summer = {day for day in weeks if day.month == 7}
    assert all(day.weekday() in {0, 5} for day in set(weeks) - summer)
