"""The digest of staff: counts and the most urgent, as often as each wants, nothing when nothing waits."""

from datetime import timedelta
from io import StringIO
from smtplib import SMTPServerDisconnected
from threading import Barrier, Thread

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from actors.models import Actor, StaffDigest
from actors.subscriptions import digest
from tests import factories
from tests.staff.conftest import listing, member, staff, user  # noqa: F401
from zones.models import ZoneMember


def run():
    said = StringIO()
    call_command("subscriptions", stdout=said)
    return said.getvalue().splitlines()[0]


def choose(browser, rhythm):
    return browser.post(reverse("staff-digest"), {"rhythm": rhythm})


def days_pass(number):
    StaffDigest.objects.update(mailed_on=timezone.localdate() - timedelta(days=number))


def test_nobody_gets_one_who_did_not_ask(staff, listing):  # noqa: F811
    assert run() == "digests: none due"


def test_says_how_much_waits_and_what_comes_first(staff, listing, member):  # noqa: F811
    choose(staff, "daily")
    assert run() == "digests: 1 sent"
    (message,) = mail.outbox
    assert message.to == [member.email]
    assert "Te bevestigen: 1" in message.body
    assert "  - De Douche" in message.body


def test_in_the_language_of_the_person(staff, listing, member):  # noqa: F811
    type(member).objects.update(language="fr")
    choose(staff, "daily")
    run()
    assert "À confirmer\xa0: 1" in mail.outbox[0].body
    assert "/fr/gestion/" in mail.outbox[0].body


def test_only_of_ones_own_zone(staff, listing, member):  # noqa: F811
    factories.actor(slug="noord", name_nl="Huis Noord", steward=factories.zone("nord"))
    choose(staff, "daily")
    run()
    assert "Huis Noord" not in mail.outbox[0].body


def test_names_no_person(staff, member):  # noqa: F811
    factories.actor(
        slug="dokter",
        name_nl="Dr. An Peeters",
        kind="practitioner",
        consent_on="2026-01-01",
        steward=factories.zone("sud"),
    )
    choose(staff, "daily")
    run()
    assert "Te bevestigen: 1" in mail.outbox[0].body
    assert "Peeters" not in mail.outbox[0].body


def test_no_mail_when_nothing_waits(staff, member):  # noqa: F811
    choose(staff, "daily")
    assert run() == "digests: 1 nothing"
    assert mail.outbox == []


@pytest.mark.parametrize(("rhythm", "days"), [("daily", 1), ("weekly", 7)])
def test_as_often_as_chosen(staff, listing, rhythm, days):  # noqa: F811
    choose(staff, rhythm)
    run()
    assert run() == "digests: none due"
    days_pass(days - 1)
    assert run() == "digests: none due"
    days_pass(days)
    assert run() == "digests: 1 sent"


def test_can_be_turned_off(staff, listing):  # noqa: F811
    choose(staff, "daily")
    choose(staff, "")
    assert run() == "digests: none due"


def link_of(message):
    return message.message()["List-Unsubscribe"].strip("<>").removeprefix("http://localhost:8000")


def test_ends_with_one_click_without_an_account_and_not_by_looking(staff, listing, client):  # noqa: F811
    choose(staff, "daily")
    run()
    assert mail.outbox[0].message()["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = link_of(mail.outbox[0])
    client.logout()
    assert client.get(address).status_code == 200
    assert StaffDigest.objects.wanted().exists()
    client.post(address, {"List-Unsubscribe": "One-Click"})
    assert not StaffDigest.objects.wanted().exists()
    assert client.get(address).status_code == 200
    days_pass(8)
    assert run() == "digests: none due"


def test_ended_by_mistake_is_taken_back_on_the_same_page(staff, listing, client):  # noqa: F811
    choose(staff, "daily")
    run()
    address = link_of(mail.outbox[0])
    client.logout()
    assert "Uw werk in het repertorium" in client.get(address).content.decode()
    assert "Ongedaan maken" in client.post(address).content.decode()
    assert "U krijgt weer e-mail over:" in client.post(address, {"again": "1"}).content.decode()
    days_pass(1)
    assert run() == "digests: 1 sent"


def test_what_was_ended_is_gone_after_a_week_and_the_link_still_says_so(staff, listing, client):  # noqa: F811
    choose(staff, "daily")
    run()
    address = link_of(mail.outbox[0])
    client.post(address)
    StaffDigest.objects.update(stopped_on=timezone.localdate() - timedelta(days=8))
    call_command("retention", stdout=StringIO())
    assert not StaffDigest.objects.exists()
    page = client.post(address, {"again": "1"}).content.decode()
    assert "U krijgt zulke e-mails niet meer" in page
    assert "Ongedaan maken" not in page


def test_who_ended_it_and_chooses_it_again_gets_it(staff, listing):  # noqa: F811
    choose(staff, "daily")
    run()
    staff.post(link_of(mail.outbox[0]))
    assert staff.get(reverse("staff-digest")).context["chosen"] == ""
    choose(staff, "weekly")
    assert staff.get(reverse("staff-digest")).context["chosen"] == "weekly"
    days_pass(7)
    assert run() == "digests: 1 sent"


def test_says_where_to_change_how_often(staff, listing):  # noqa: F811
    choose(staff, "daily")
    run()
    assert reverse("staff-digest") in mail.outbox[0].body
    assert mail.outbox[0].subject == "Uw werk in het repertorium: Te bevestigen (1)"


@pytest.mark.parametrize("token", ["x", "digest-1", "digest-1:x", "user-1:x"])
def test_what_we_never_signed_ends_nothing(staff, client, token):  # noqa: F811
    choose(staff, "daily")
    assert client.post(reverse("mail-stop", args=[token])).status_code == 404
    assert StaffDigest.objects.exists()


def test_who_left_the_team_gets_none(staff, listing, member):  # noqa: F811
    choose(staff, "daily")
    ZoneMember.objects.all().delete()
    assert run() == "digests: 1 nothing"


def test_a_server_that_is_away_is_tried_again(staff, listing, monkeypatch):  # noqa: F811
    choose(staff, "daily")

    def away(*args, **kwargs):
        raise SMTPServerDisconnected

    with monkeypatch.context() as broken:
        broken.setattr(digest, "send", away)
        assert run() == "digests: 1 failed"
    assert run() == "digests: 1 sent"


@pytest.mark.django_db(transaction=True)
def test_two_timers_at_once_send_one_each(transactional_db):
    zone = factories.zone("sud")
    Actor.objects.create(slug="huis", name_nl="Huis", name_fr="Maison", status="published", steward=zone)
    for number in range(5):
        somebody = user(f"collega-{number}")
        ZoneMember.objects.create(user=somebody, zone=zone)
        StaffDigest.objects.create(user=somebody, rhythm="daily")
    begin = Barrier(2)

    def both():
        begin.wait()
        list(digest.send_all())
        connection.close()

    runs = [Thread(target=both) for _run in range(2)]
    for one in runs:
        one.start()
    for one in runs:
        one.join()
    assert sorted(message.to[0] for message in mail.outbox) == [f"collega-{number}@example.org" for number in range(5)]
