"""Asking front desks by mail: one mail per actor, no more than wanted, and nothing lost."""

from datetime import timedelta
from io import BytesIO, StringIO
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected
from threading import Barrier, Thread

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from actors.frontdesk import reminders
from actors.frontdesk.links import token_of
from actors.models import Actor, FrontDesk, Refusal
from tests import factories


@pytest.fixture
def asked(shelter):
    """The shelter's front desk has an address."""
    return FrontDesk.objects.create(actor=shelter, email="onthaal@nacht.be", language="fr")


def remind():
    said = StringIO()
    call_command("remind", stdout=said)
    return said.getvalue().strip()


def said_long_ago(desk, days):
    FrontDesk.objects.filter(pk=desk.pk).update(asked_at=timezone.now() - timedelta(days=days))


class TestWords:
    """A mail says what comes after it, and nothing that does not: the second one promised yet another."""

    def test_the_first_says_that_one_more_may_come(self, asked):
        remind()
        assert "encore un rappel au plus" in mail.outbox[0].body

    def test_the_last_says_that_somebody_calls(self, asked):
        FrontDesk.objects.update(unanswered=1, asked_at=timezone.now() - timedelta(days=8))
        remind()
        assert "Sans réponse, nous vous téléphonerons" in mail.outbox[0].body
        assert "rappel" not in mail.outbox[0].body

    @pytest.mark.parametrize(("language", "subject"), [("nl", "Meldingen van weigering bij"), ("fr", "Refus signalés")])
    def test_refusals_are_in_the_subject(self, asked, beds, intake, language, subject):
        FrontDesk.objects.update(language=language)
        for service in (beds, intake):
            factories.availability("open", service=service, valid_until=timezone.now() + timedelta(days=3))
        for number in range(9):
            Refusal.objects.create(service=beds, reason="full", reporter=f"x{number}", weight=2)
        remind()
        assert mail.outbox[0].subject.startswith(subject)


class TestWhoIsAsked:
    def test_one_mail_for_all_services_in_the_language_of_the_desk(self, asked, client):
        assert remind() == "1 sent"
        (message,) = mail.outbox
        assert message.to == ["onthaal@nacht.be"]
        assert "Accueil de nuit" in message.subject
        link = next(line for line in message.body.splitlines() if line.startswith("http"))
        assert "/fr/accueil/" in link
        assert client.get(link.removeprefix("http://localhost:8000")).status_code == 200

    def test_not_a_second_time_by_a_second_run(self, asked):
        remind()
        assert remind() == "nobody to ask"
        assert len(mail.outbox) == 1

    def test_not_while_everything_counts(self, asked, beds, intake):
        factories.availability("full", service=intake)
        factories.availability("open", service=beds, valid_until=timezone.now() + timedelta(days=3))
        assert remind() == "nobody to ask"

    def test_where_one_of_them_ends_within_a_day(self, asked, beds, intake):
        factories.availability("full", service=intake)
        factories.availability("open", service=beds)  # beds count a day
        assert remind() == "1 sent"

    def test_a_month_after_two_without_an_answer_it_is_tried_anew(self, asked):
        for _time in range(2):
            remind()
            said_long_ago(asked, 8)
        assert remind() == "nobody to ask"
        said_long_ago(asked, 31)
        assert remind() == "1 sent"
        assert FrontDesk.objects.get().unanswered == 1

    def test_an_answer_by_telephone_is_one_too(self, asked, member, client, beds):
        FrontDesk.objects.update(unanswered=2, asked_at=timezone.now())
        client.force_login(member)
        client.post(reverse("staff-room", args=["bedden"]), {"status": "full", "how": "phone"})
        assert FrontDesk.objects.get().unanswered == 0

    def test_where_refusals_are_reported_once_a_day_until_it_is_answered(self, asked, desk, beds, intake):
        for service in (beds, intake):
            factories.availability("open", service=service, valid_until=timezone.now() + timedelta(days=3))
        for number in range(2):
            Refusal.objects.create(service=beds, reason="full", reporter=f"{number}")
        assert remind() == "nobody to ask"
        Refusal.objects.create(service=beds, reason="full", reporter="2")
        assert (remind(), remind()) == ("1 sent", "nobody to ask")
        assert "des personnes ont été refusées" in mail.outbox[0].body.casefold()
        said_long_ago(asked, 1)
        assert "3 meldingen van weigering" in desk.look().content.decode()
        desk.tap(beds, status="full")
        assert "meldingen van weigering" not in desk.look().content.decode()
        factories.Availability.objects.update(valid_until=timezone.now() + timedelta(days=3))
        said_long_ago(asked, 1)
        assert remind() == "nobody to ask"

    def test_again_after_a_week_and_then_no_more(self, asked):
        for _time in range(4):
            remind()
            said_long_ago(asked, 8)
        assert len(mail.outbox) == reminders.MOST_UNANSWERED
        assert list(reminders.to_call(Actor.objects.all())) == [asked.actor]

    def test_who_answers_is_asked_as_often_as_it_ends(self, asked, desk, beds, intake):
        remind()
        for service in (beds, intake):
            desk.tap(service, status="open")
        said_long_ago(asked, 1)
        assert remind() == "1 sent"

    @pytest.mark.parametrize(
        "fields", [{"email": ""}, {"unsubscribed_at": timezone.now()}, {"bounced_at": timezone.now()}]
    )
    def test_not_without_an_address_or_against_its_will_but_somebody_calls(self, asked, fields):
        FrontDesk.objects.update(**fields)
        assert remind() == "nobody to ask"
        assert list(reminders.to_call(Actor.objects.all())) == [asked.actor]

    def test_not_for_what_is_no_question(self, asked, shelter):
        shelter.services.update(asks_room=False)
        assert remind() == "nobody to ask"
        assert not reminders.to_call(Actor.objects.all()).exists()

    def test_not_of_what_is_not_published(self, asked, shelter):
        Actor.objects.filter(pk=shelter.pk).update(status="archived")
        assert remind() == "nobody to ask"


class TestNoMailAnyMore:
    def test_with_one_click_of_a_program_for_mail(self, asked, client):
        remind()
        head = mail.outbox[0].message()
        assert head["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        address = head["List-Unsubscribe"].strip("<>").removeprefix("http://localhost:8000")
        assert client.get(address).status_code == 200
        assert FrontDesk.objects.get().unsubscribed_at is None  # looking changes nothing
        assert client.post(address, {"List-Unsubscribe": "One-Click"}).status_code == 200
        assert FrontDesk.objects.get().unsubscribed_at is not None

    def test_and_again_when_wanted(self, asked, client, shelter):
        address = reverse("front-desk-mail", args=[token_of(shelter)])
        client.post(address)
        client.post(address, {"again": "1"})
        assert FrontDesk.objects.get().unsubscribed_at is None


class TestMailThatDoesNotArrive:
    def test_an_address_that_is_refused_is_not_asked_again(self, asked, monkeypatch):
        def refuse(*args):
            raise SMTPRecipientsRefused({"onthaal@nacht.be": (550, b"no such user")})

        monkeypatch.setattr(reminders, "_send", refuse)
        assert remind() == "1 bounced"
        assert remind() == "nobody to ask"

    def test_a_server_that_is_away_is_tried_again(self, asked, monkeypatch):
        def away(*args):
            raise SMTPServerDisconnected

        with monkeypatch.context() as broken:
            broken.setattr(reminders, "_send", away)
            assert remind() == "1 failed"
        assert remind() == "1 sent"

    def test_a_report_of_the_mail_server_is_read(self, asked, monkeypatch):
        report = (
            b"From: MAILER-DAEMON@mx.be\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n"
            b"\r\n--b\r\nContent-Type: text/plain\r\n\r\nsorry\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
            b"Reporting-MTA: dns; mx.be\r\n\r\nFinal-Recipient: rfc822; Onthaal@nacht.be\r\nAction: failed\r\n"
            b"Status: 5.1.1\r\n\r\n--b--\r\n"
        )
        monkeypatch.setattr("sys.stdin", type("Stdin", (), {"buffer": BytesIO(report)})())
        said = StringIO()
        call_command("bounce", stdout=said)
        assert said.getvalue().strip() == "1 addresses failed, 1 of a front desk, 0 of an account"
        assert FrontDesk.objects.get().bounced_at is not None

    def test_a_delay_is_no_failure(self, asked, monkeypatch):
        report = b"Content-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822; onthaal@nacht.be\r\nAction: delayed\r\n"
        monkeypatch.setattr("sys.stdin", type("Stdin", (), {"buffer": BytesIO(report)})())
        call_command("bounce", stdout=StringIO())
        assert FrontDesk.objects.get().bounced_at is None


@pytest.mark.django_db(transaction=True)
def test_two_runs_at_once_send_one_mail_each_desk(transactional_db):
    """Two machines with the same timer."""
    for number in range(6):
        actor = factories.actor(slug=f"huis-{number}")
        factories.service(actor=actor, at=True)
        FrontDesk.objects.create(actor=actor, email=f"onthaal@huis{number}.be")
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
    assert sorted(message.to[0] for message in mail.outbox) == [f"onthaal@huis{number}.be" for number in range(6)]
