"""Another last day: mails and calls fit before it, none comes after it, and nobody gets all of them in one morning."""

from datetime import datetime, timedelta

import pytest
from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from actors.campaigns import calls
from actors.models import Actor, Campaign, CampaignRequest, FrontDesk
from actors.queue.kinds import KINDS
from tests.campaigns.conftest import act, ask, house, in_days
from tests.campaigns.test_mail import remind

WEDNESDAY = datetime(2026, 12, 2, 9, 0, tzinfo=timezone.get_default_timezone())


@pytest.fixture(autouse=True)
def few(monkeypatch):
    """Three calls a day, so that a test makes no three hundred houses."""
    monkeypatch.setattr(calls, "A_DAY", 3)


def to_call():
    return KINDS["campaign"].to_do(Actor.objects.all()).count()


def days_pass(number):
    """As if all of it was so many days earlier."""
    days = timedelta(days=number)
    CampaignRequest.objects.update(due_at=F("due_at") - days)
    FrontDesk.objects.update(asked_at=F("asked_at") - days)
    for one in Campaign.objects.all():
        Campaign.objects.filter(pk=one.pk).update(ends_on=one.ends_on - days, started_at=one.started_at - days)


def change(staff, campaign, days):
    campaign.refresh_from_db()
    address = reverse("campaign-edit", args=[campaign.pk])
    assert staff.post(address, {"ends_on": in_days(days), "version": campaign.version}).status_code == 302


def what_comes(days):
    """What comes on each day from now on: mails that go out, and tasks that stand in the queue."""
    came = []
    for _day in range(days):
        came.append((remind(), to_call()))
        days_pass(1)
    return came


class TestSooner:
    """Reminders of other tools stay where they were put (Indico 2007) or come after the end (WikiEduDashboard 926)."""

    def test_the_reminder_still_comes_before_it(self, staff, anna):
        campaign = ask(days=28)
        CampaignRequest.objects.update(mails=1, due_at=timezone.now() + timedelta(days=7))
        change(staff, campaign, 3)
        assert CampaignRequest.objects.get().due_at <= timezone.now() + timedelta(days=1)

    def test_late_in_a_long_one_what_is_left_still_fits(self, staff, anna):
        """It was counted from the first day: nine days before the end of four weeks, a reminder came after it."""
        campaign = ask(days=28)
        remind()
        days_pass(20)
        CampaignRequest.objects.update(mails=2, due_at=timezone.now() + timedelta(days=6))
        change(staff, campaign, 4)
        (asked,) = CampaignRequest.objects.all()
        assert asked.due_at <= timezone.now() + timedelta(days=4 / 3, minutes=1)

    def test_nothing_comes_after_it(self, staff, anna):
        houses = [house(f"zonder-{one}", email="") for one in range(7)]
        campaign = ask(kind="yes-no", days=60)
        remind()
        change(staff, campaign, 2)
        came = what_comes(8)
        assert came[3:] == [("nobody to ask", 0)] * 5
        assert max(number for _mail, number in came) >= len(houses)

    def test_the_calls_are_spread_over_what_is_left(self, staff, db):
        for one in range(12):
            house(f"huis-{one}", email="")
        campaign = ask(kind="yes-no", days=28)
        change(staff, campaign, 1)
        days_pass(1)
        assert to_call() == 12


class TestLater:
    def test_nobody_is_asked_again(self, staff, anna):
        campaign = ask(days=3)
        CampaignRequest.objects.update(mails=1, due_at=timezone.now() + timedelta(days=1))
        before = CampaignRequest.objects.get().due_at
        change(staff, campaign, 60)
        assert CampaignRequest.objects.get().due_at == before

    def test_what_stood_in_one_morning_is_spread(self, staff, db):
        for one in range(8):
            house(f"huis-{one}", email="")
        campaign = ask(kind="yes-no", days=0)
        assert to_call() == 8
        change(staff, campaign, 28)
        assert to_call() == 3

    def test_one_that_is_over_goes_on(self, staff, anna):
        campaign = ask(days=2)
        days_pass(9)
        assert remind() == "nobody to ask"
        change(staff, campaign, 7)
        assert remind() == "1 sent"

    def test_one_that_was_closed_for_weeks_does_not_bring_all_its_calls_at_once(self, staff, db):
        for one in range(8):
            house(f"huis-{one}", email="")
        campaign = ask(kind="yes-no", days=60)
        act(staff, campaign, "close")
        days_pass(21)
        act(staff, campaign, "open")
        assert to_call() == 3


class TestAfterTheLastReminder:
    def test_those_who_answer_none_are_called_by_the_day_too(self, db):
        """Two hundred houses got their last mail on one day, and would have been two hundred calls on another."""
        for one in range(8):
            house(f"huis-{one}")
        ask(kind="yes-no", days=40)
        CampaignRequest.objects.update(mails=2)
        assert remind() == "8 sent"
        days = sorted(timezone.localdate(one.due_at) for one in CampaignRequest.objects.all())
        assert [days.count(day) for day in sorted(set(days))] == [3, 3, 2]
        assert all(day.weekday() < 5 for day in days)

    def test_and_as_many_a_day_as_there_must_be_where_time_is_short(self, db):
        for one in range(8):
            house(f"huis-{one}")
        campaign = ask(kind="yes-no", days=3)
        CampaignRequest.objects.update(mails=2)
        remind()
        assert all(timezone.localdate(one.due_at) <= campaign.ends_on for one in CampaignRequest.objects.all())


class TestOnTheLastDay:
    """A reminder that is due on it would be read when the question is over: somebody calls."""

    def test_a_house_that_was_written_to_is_called(self, anna, monkeypatch):
        monkeypatch.setattr(timezone, "now", lambda: WEDNESDAY)
        ask(kind="yes-no", days=1)
        remind()
        monkeypatch.setattr(timezone, "now", lambda: WEDNESDAY + timedelta(hours=23))
        assert (remind(), to_call()) == ("nobody to ask", 1)

    def test_before_a_weekend_already(self, anna, monkeypatch):
        friday = WEDNESDAY + timedelta(days=2)
        monkeypatch.setattr(timezone, "now", lambda: friday - timedelta(days=1))
        ask(kind="yes-no", days=3)
        CampaignRequest.objects.update(mails=1, due_at=friday)
        monkeypatch.setattr(timezone, "now", lambda: friday + timedelta(hours=1))
        assert (remind(), to_call()) == ("nobody to ask", 1)

    def test_not_on_the_day_of_its_mail(self, anna, monkeypatch):
        monkeypatch.setattr(timezone, "now", lambda: WEDNESDAY)
        ask(kind="yes-no", days=0)
        assert (remind(), to_call()) == ("1 sent", 0)
