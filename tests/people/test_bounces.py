"""Mail to somebody's own address that comes back: noticed, said, and ended by the person alone."""

from io import BytesIO, StringIO

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from actors.models import SavedSearch
from actors.people import bounces
from repertorium.accounts.models import User
from tests import factories

NOTE = "Onze e-mail naar u komt terug"


@pytest.fixture
def professional(db):
    browser = Client()
    browser.force_login(factories.user("an@house.be"))
    return browser


def report(monkeypatch, status="5.1.1", address="An@House.be"):
    """What the mail server pipes to us."""
    text = f"Content-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822; {address}\r\nAction: failed\r\n"
    content = (text + f"Status: {status}\r\n").encode()
    monkeypatch.setattr("sys.stdin", type("Stdin", (), {"buffer": BytesIO(content)})())
    said = StringIO()
    call_command("bounce", stdout=said)
    return said.getvalue().strip()


def link():
    line = next(
        line for line in mail.outbox[-1].body.splitlines() if line.startswith("http://localhost:8000/nl/account")
    )
    return line.removeprefix("http://localhost:8000")


def test_the_report_of_the_mail_server_stops_what_was_asked_for(professional, monkeypatch):
    factories.service(at=True, slug="douche")
    professional.post(reverse("saved-searches"), {"query": "theme=shower"})
    factories.service(at=True, slug="nieuw")
    SavedSearch.objects.update(mailed_on="2026-01-01")
    assert report(monkeypatch) == "1 addresses failed, 0 of a front desk, 1 of an account"
    call_command("subscriptions", stdout=StringIO())
    assert mail.outbox == []


def test_a_mailbox_that_was_away_for_days_is_tried_again(professional, monkeypatch):
    assert report(monkeypatch, status="4.4.7").startswith("0 addresses failed")
    assert User.objects.get().bounced_at is None


def test_the_person_is_told_on_every_page_and_nobody_else_is(professional, monkeypatch, client):
    assert NOTE not in professional.get(reverse("search")).content.decode()
    report(monkeypatch)
    for name in ("search", "account", "saved-searches", "home"):
        assert NOTE in professional.get(reverse(name)).content.decode()
        assert client.get(reverse(name)).status_code in {200, 302}
    assert NOTE not in client.get(reverse("search")).content.decode()


def test_they_confirm_it_again_by_a_link_that_looking_does_not_use(professional, monkeypatch, client):
    report(monkeypatch)
    assert "een e-mail gestuurd" in professional.post(reverse("account-mail"), follow=True).content.decode()
    assert mail.outbox[0].to == ["an@house.be"]
    client.get(link())
    assert User.objects.get().bounced_at is not None
    assert "U krijgt weer e-mail." in client.post(link()).content.decode()
    assert User.objects.get().bounced_at is None
    assert NOTE not in professional.get(reverse("search")).content.decode()


def test_who_gets_all_mail_is_sent_nothing(professional):
    professional.post(reverse("account-mail"))
    assert mail.outbox == []


@pytest.mark.parametrize("token", ["x", "x:y:z"])
def test_a_link_that_we_never_made_says_why(client, db, token):
    answer = client.get(reverse("account-mail-arrives", args=[token]))
    assert answer.status_code == 410
    assert "Deze link werkt niet meer" in answer.content.decode()


def test_a_link_confirms_no_other_address(professional, client):
    somebody = User.objects.get()
    bounces.ask(somebody)
    User.objects.update(email="ander@house.be", bounced_at=timezone.now())
    assert client.post(link()).status_code == 410
    assert User.objects.get().bounced_at is not None
