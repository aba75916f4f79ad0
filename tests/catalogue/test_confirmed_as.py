"""Professionals read as what somebody confirmed a listing, and never who; visitors read the date alone."""

from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from actors.models import ActorEditor
from tests import factories
from tests.staff.conftest import listing, member, staff  # noqa: F401 - of the team that keeps it


def page(client, record, language="nl"):
    with translation.override(language):
        return unescape(client.get(record.get_absolute_url()).content.decode())


def confirm(client, actor, part):
    client.post(reverse("queue-item", args=["due", actor.pk]), {"act": "confirm", "part": part})


@pytest.fixture
def professional(db):
    client = Client()
    client.force_login(factories.user("pro@example.org"))
    return client


def test_the_zone_team_and_each_part(staff, listing, professional, member):  # noqa: F811
    confirm(staff, listing, "contacts")
    assert "contactgegevens – team van zorgzone sud NL" in page(professional, listing)
    confirm(staff, listing, "admission")
    service = listing.services.get()
    assert "voorwaarden – team van zorgzone" in page(professional, service)
    assert "conditions – équipe du bassin" in page(professional, service, "fr")
    assert member.email not in page(professional, service)
    assert "team van zorgzone" not in page(Client(), service).partition('id="sources"')[2]


def test_the_organisation_itself(listing, professional):  # noqa: F811
    editor = factories.user("huis@example.org")
    ActorEditor.objects.create(user=editor, actor=listing)
    client = Client()
    client.force_login(editor)
    confirm(client, listing, "contacts")
    assert "contactgegevens – de organisatie zelf" in page(professional, listing)


def test_where_nobody_is_known_nothing_is_said(listing, professional):  # noqa: F811
    listing.confirm()
    assert "Bevestigd door" not in page(professional, listing)
