"""Three hundred houses without a front desk do not fill the queue of one morning."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from actors.campaigns import calls
from actors.models import Actor, Campaign, CampaignRequest, Contact, FrontDesk
from actors.queue.kinds import KINDS
from tests.campaigns.conftest import ask, house
from tests.campaigns.test_staff import look

MONDAY = datetime(2026, 11, 30, 9, 0, tzinfo=timezone.get_default_timezone())


@pytest.fixture(autouse=True)
def few(monkeypatch):
    """Three calls a day, so that a test makes no three hundred houses."""
    monkeypatch.setattr(calls, "A_DAY", 3)


def houses(number, zone="sud"):
    return [house(f"{zone}-{one}", zone=zone, email="") for one in range(number)]


def to_call():
    return KINDS["campaign"].to_do(Actor.objects.all()).count()


def days_pass(number):
    for asked in CampaignRequest.objects.all():
        CampaignRequest.objects.filter(pk=asked.pk).update(due_at=asked.due_at - timedelta(days=number))


def planned(number, days, now=MONDAY, **kwargs):
    """How many are called on which day of the month, of so many of one team."""
    actors = [Actor(pk=pk) for pk in range(number)]
    for actor in actors:
        actor.has_phone = True
    campaign = Campaign(ends_on=now.date() + timedelta(days=days))
    counted = {}
    for moment in calls.planned(actors, campaign, now, **kwargs).values():
        day = timezone.localdate(moment)
        counted[day.isoformat()] = counted.get(day.isoformat(), 0) + 1
    return counted


class TestThePlan:
    def test_few_are_called_at_once(self):
        assert planned(3, days=14) == {"2026-11-30": 3}

    def test_more_by_working_day_and_not_at_the_weekend(self):
        friday = MONDAY + timedelta(days=4)
        assert planned(8, days=14, now=friday) == {"2026-12-04": 3, "2026-12-07": 3, "2026-12-08": 2}

    def test_as_many_a_day_as_there_must_be_until_the_last_one(self):
        assert planned(10, days=1) == {"2026-11-30": 5, "2026-12-01": 5}
        assert planned(10, days=0) == {"2026-11-30": 10}

    def test_a_campaign_that_begins_on_a_sunday_has_work_at_once(self):
        assert planned(4, days=7, now=MONDAY - timedelta(days=1)) == {"2026-11-29": 3, "2026-11-30": 1}


class TestTheQueue:
    def test_has_what_can_be_done_today_and_the_rest_by_and_by(self, db, staff):
        houses(8)
        campaign = ask(kind="yes-no", days=28)
        assert to_call() == 3
        page = look(staff, campaign)
        counted = {words: number for words, _query, _chosen, number, _percent in page.context["page"].lines}
        assert counted["niet bereikt: te bellen"] == 3
        assert counted["niet bereikt: te bellen op een latere dag"] == 5
        days_pass(20)
        assert to_call() == 8

    def test_of_each_team_has_its_own(self, db):
        houses(4), houses(4, zone="nord")
        ask(kind="yes-no", zone=None)
        assert to_call() == 6

    def test_begins_with_those_that_have_a_number(self, db):
        mute = houses(3)
        Contact.objects.filter(actor__in=mute).delete()
        spoken = [house(f"met-{one}", email="") for one in range(3)]
        ask(kind="yes-no")
        assert {one.actor for one in KINDS["campaign"].to_do(Actor.objects.all())} == set(spoken)

    def test_whoever_gets_an_address_meanwhile_is_written_to_at_once(self, db):
        last = houses(8)[-1]
        campaign = ask(kind="yes-no")
        FrontDesk.objects.create(actor=last, email="onthaal@house.be", language="nl")
        assert [one.actor for one in CampaignRequest.objects.to_mail().filter(actor=last)] == [last]
        assert campaign.requests.get(actor=last).due_at > timezone.now()

    def test_whoever_calls_more_today_can_write_it_down(self, db, staff):
        houses(8)
        campaign = ask(kind="yes-no")
        rows = look(staff, campaign, show="to-call-later").content.decode()
        assert rows.count("tel:+3225100910") == 5

    def test_the_draft_says_so_before_anybody_is_asked(self, db, staff):
        Contact.objects.filter(actor=houses(8)[0]).delete()
        page = look(staff, ask(kind="yes-no", started=False)).content.decode()
        assert "Niemand krijgt een e-mail" in page
        assert "3 staan meteen in de werklijst" in page
        assert "Van 1 is geen telefoonnummer bekend" in page

    def test_where_nobody_gets_a_mail_no_mail_is_promised(self, db, staff):
        houses(1)
        draft = ask(kind="yes-no", started=False)
        address = reverse("campaign", args=[draft.pk])
        page = staff.post(address, {"act": "start", "number": "1"}, follow=True).content.decode()
        assert "Er vertrekt geen e-mail" in page


def test_an_answer_on_the_page_renews_the_numbers_above_it(staff, db):
    """Somebody wrote Yes down, and above it stood "0 of 1 answered"."""
    houses(1)
    campaign = ask(kind="yes-no")
    asked = campaign.requests.get()
    address = reverse("campaign-answer", args=[campaign.pk, asked.pk])
    response = staff.post(address, {"act": "answer", "answer": "yes", "seen": ""}, HTTP_HX_REQUEST="true")
    assert response["HX-Trigger"] == "campaign-answered"
    assert "campaign-answered from:body" in look(staff, campaign).content.decode()
    assert "1 van 1 antwoordde" in look(staff, campaign).content.decode()
