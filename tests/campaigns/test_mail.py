"""Mail of a campaign: one per actor and day, three at most, none against its will, then a call."""

from datetime import timedelta
from io import StringIO
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected
from threading import Barrier, Thread

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from actors.frontdesk import reminders
from actors.models import Actor, Campaign, CampaignRequest, FrontDesk
from actors.queue.kinds import KINDS
from tests import factories
from tests.campaigns.conftest import answer_of, ask, house, in_days


def remind():
    said = StringIO()
    call_command("remind", stdout=said)
    return said.getvalue().strip()


def days_pass(number):
    """All that happened was so many days earlier."""
    for desk in FrontDesk.objects.exclude(asked_at=None):
        desk.asked_at -= timedelta(days=number)
        desk.save()
    for asked in CampaignRequest.objects.all():
        CampaignRequest.objects.filter(pk=asked.pk).update(due_at=asked.due_at - timedelta(days=number))


def to_call():
    return [one.actor.slug for one in KINDS["campaign"].to_do(Actor.objects.all())]


class TestTheQuestion:
    def test_goes_out_in_the_language_of_the_desk_with_its_link(self, desk, campaign):
        FrontDesk.objects.update(language="fr")
        assert remind() == "1 sent"
        (message,) = mail.outbox
        assert message.subject == "Ouvert pendant les fêtes : une question pour Maison anna"
        assert "Êtes-vous ouverts entre Noël et le Nouvel An ?" in message.body
        link = next(line for line in message.body.splitlines() if line.startswith("http"))
        page = desk.client.get(link.removeprefix("http://localhost:8000")).content.decode()
        assert "Êtes-vous ouverts entre Noël et le Nouvel An ?" in page

    def test_once_however_often_the_timer_runs(self, campaign):
        remind()
        assert remind() == "nobody to ask"

    def test_one_mail_for_two_campaigns_and_room(self, anna, campaign):
        ask(kind="yes-no", question_nl="Hebt u een koele kamer?")
        for _number in range(3):
            factories.service(actor=anna, at=True)
        assert remind() == "1 sent"
        (message,) = mail.outbox
        assert "koele kamer" in message.body
        assert "Kerstmis" in message.body
        assert "Zijn er vrije plaatsen" in message.subject

    def test_not_on_the_day_of_another_mail(self, anna):
        factories.service(actor=anna, at=True)
        remind()
        ask()
        assert remind() == "nobody to ask"
        days_pass(1)
        assert remind() == "1 sent"

    def test_and_room_is_not_asked_on_the_day_of_a_campaign(self, anna, campaign):
        remind()
        factories.service(actor=anna, at=True)
        assert remind() == "nobody to ask"

    def test_one_mail_a_day_also_just_after_midnight_and_in_the_evening(self, anna, campaign, monkeypatch):
        midnight = timezone.localtime().replace(hour=0, minute=5)
        FrontDesk.objects.update(asked_at=midnight)
        monkeypatch.setattr(timezone, "now", lambda: midnight.replace(hour=21))
        assert not reminders.due().exists()

    def test_a_mail_about_the_question_alone_does_not_count_as_one_about_room(self, anna, campaign):
        remind()
        assert FrontDesk.objects.get().unanswered == 0


class TestReminders:
    def test_stop_at_the_answer(self, desk, campaign):
        remind()
        desk.say(campaign, answer="as-usual")
        days_pass(30)
        assert remind() == "nobody to ask"

    def test_two_at_most_then_somebody_calls(self, anna, campaign):
        came = []
        for _week in range(5):
            came.append(remind())
            days_pass(7)
        assert came == ["1 sent"] * 3 + ["nobody to ask"] * 2
        assert to_call() == ["anna"]

    def test_a_week_apart_and_closer_where_there_is_less_time(self, anna):
        assert ask(days=28).until_next_step(1) == timedelta(days=7)
        assert ask(days=8).until_next_step(1) == timedelta(days=2)
        assert ask(days=0).until_next_step(1) == timedelta(days=1)

    def test_nobody_is_called_between_the_mails(self, anna, campaign):
        remind()
        assert to_call() == []

    @pytest.mark.parametrize("over", [{"ends_on": in_days(-1)}, {"closed_at": timezone.now()}])
    def test_end_with_the_campaign(self, anna, campaign, over):
        remind()
        days_pass(7)
        Campaign.objects.update(**over)
        assert remind() == "nobody to ask"
        assert to_call() == []

    def test_end_with_the_listing(self, anna, campaign):
        Actor.objects.update(status="archived")
        assert remind() == "nobody to ask"
        assert to_call() == []
        Actor.objects.update(status="published")
        assert remind() == "1 sent"

    @pytest.mark.parametrize(
        "fields", [{"email": ""}, {"unsubscribed_at": timezone.now()}, {"bounced_at": timezone.now()}]
    )
    def test_none_against_its_will_or_without_an_address_but_a_call_at_once(self, anna, campaign, fields):
        FrontDesk.objects.update(**fields)
        assert remind() == "nobody to ask"
        assert to_call() == ["anna"]

    def test_a_house_without_a_front_desk_is_called(self, db):
        house("zonder", email="")
        ask()
        assert to_call() == ["zonder"]


class TestMailThatDoesNotArrive:
    def test_an_address_that_is_refused_is_called(self, anna, campaign, monkeypatch):
        def refuse(*args):
            raise SMTPRecipientsRefused({"onthaal@anna.be": (550, b"no such user")})

        monkeypatch.setattr(reminders, "_send", refuse)
        assert remind() == "1 bounced"
        assert to_call() == ["anna"]
        assert answer_of(campaign, anna).mails == 0

    def test_a_server_that_is_away_costs_no_reminder(self, anna, campaign, monkeypatch):
        def away(*args):
            raise SMTPServerDisconnected

        with monkeypatch.context() as broken:
            broken.setattr(reminders, "_send", away)
            assert remind() == "1 failed"
        assert answer_of(campaign, anna).mails == 0
        assert remind() == "1 sent"


@pytest.mark.django_db(transaction=True)
def test_two_timers_at_once_send_one_mail_each(transactional_db):
    for number in range(6):
        house(f"huis-{number}")
    ask()
    begin = Barrier(2)

    def run():
        begin.wait()
        list(reminders.remind_all())
        connection.close()

    runs = [Thread(target=run) for _run in range(2)]
    for one in runs:
        one.start()
    for one in runs:
        one.join()
    assert sorted(message.to[0] for message in mail.outbox) == [f"onthaal@huis-{number}.be" for number in range(6)]
    assert set(CampaignRequest.objects.values_list("mails", flat=True)) == {1}


@pytest.mark.django_db(transaction=True)
def test_two_who_answer_at_once_are_one_answer(transactional_db):
    from django.test import Client

    from tests.campaigns.conftest import Desk

    anna = house("anna")
    campaign = ask()
    begin, answers = Barrier(2), []

    def tap(data):
        begin.wait()
        answers.append(Desk(Client(), anna).say(campaign, **data).status_code)
        connection.close()

    taps = [{"answer": "as-usual"}, {"answer": "closed", "closed_from": in_days(2), "closed_until": in_days(3)}]
    desks = [Thread(target=tap, args=[data]) for data in taps]
    for one in desks:
        one.start()
    for one in desks:
        one.join()
    assert answers == [200, 200]
    said = answer_of(campaign, anna)
    assert (said.answer == "closed") == bool(said.closed_from)
