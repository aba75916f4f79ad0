"""Whose editor somebody becomes is found by typing a name: a list of hundreds helps nobody."""

import pytest
from django.urls import reverse

from actors.models import Invitation
from tests import factories
from zones.models import ZoneMember

pytestmark = pytest.mark.django_db


@pytest.fixture
def team(client):
    user = factories.user("zone@huis.be")
    ZoneMember.objects.create(user=user, zone=factories.zone("sud"))
    client.force_login(user)
    return client


@pytest.fixture
def houses():
    here = factories.zone("sud")
    return [factories.actor(steward=here, name_nl=f"Huis {name}", name_fr=f"Maison {name}") for name in ("Een", "Twee")]


def invite(client, **data):
    return client.post(reverse("people"), {"email": "an@huis.be", "role": "editor", "language": "nl", **data})


def test_page_lists_no_actors(team, houses):
    page = team.get(reverse("people")).content.decode()
    assert "Huis Een" not in page
    assert 'name="actor_find"' in page


def test_by_its_whole_name_and_nothing_else(team, houses):
    assert invite(team, actor_find="maison twee").status_code == 302
    assert Invitation.objects.get().actor == houses[1]


def test_several_are_asked_and_the_choice_counts(team, houses):
    page = invite(team, actor_find="huis")
    assert page.status_code == 200
    assert all(name in page.content.decode() for name in ("Huis Een", "Huis Twee"))
    assert not Invitation.objects.exists()
    assert invite(team, actor_find="huis", actor=houses[0].pk).status_code == 302
    assert Invitation.objects.get().actor == houses[0]


def test_without_a_script_the_button_finds_and_sends_nothing(team, houses):
    page = invite(team, actor_find="een", find="1").content.decode()
    assert "Huis Een" in page
    assert 'value="an@huis.be"' in page
    assert not Invitation.objects.exists()


def test_only_what_one_may_edit_is_found(team, houses):
    other = factories.actor(steward=factories.zone("nord"), name_nl="Huis Drie", name_fr="Maison Drie")
    assert "Huis Drie" not in invite(team, actor_find="huis").content.decode()
    assert invite(team, actor=other.pk).status_code == 200
    found = team.get(reverse("staff-actors"), {"field": "actor", "actor_find": "huis"}).content.decode()
    assert "Huis Een" in found
    assert "Huis Drie" not in found
    assert not Invitation.objects.exists()
