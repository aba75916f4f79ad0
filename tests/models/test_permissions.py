"""Who may edit which actor."""

import pytest
from django.contrib.auth.models import AnonymousUser

from actors import permissions
from actors.enums import Status
from actors.models import ActorEditor
from repertorium.accounts.models import User
from tests import factories
from zones.models import ZoneMember


@pytest.fixture
def actors(db):
    """An actor of a zone, one of another zone, and one of the whole Region."""
    here, there = factories.zone("sud"), factories.zone("nord")
    return [factories.actor(slug=f"actor-{n}", steward=zone) for n, zone in enumerate([here, there, None])]


def user(**fields):
    return User.objects.create_user(f"user{User.objects.count()}@example.org", **fields)


def editable(somebody):
    return set(permissions.editable_actors(somebody))


def test_visitors_professionals_and_blocked_accounts_edit_nothing(actors):
    blocked = user(is_active=False, is_staff=True)
    assert editable(AnonymousUser()) == editable(user()) == editable(blocked) == set()


def test_a_zone_team_edits_the_actors_that_are_seated_there(actors):
    member = user()
    ZoneMember.objects.create(user=member, zone=actors[0].steward)
    assert editable(member) == {actors[0]}
    assert not permissions.can_edit(member, actors[1])
    assert permissions.is_zone_staff(member)
    assert not permissions.is_regional(member)


def test_an_editor_edits_their_own_actor(actors):
    editor = user()
    ActorEditor.objects.create(user=editor, actor=actors[2])
    assert editable(editor) == {actors[2]}
    assert not permissions.is_zone_staff(editor)


def test_the_regional_team_edits_everything_but_what_was_merged(actors):
    actors[1].status, actors[1].merged_into = Status.MERGED, actors[0]
    actors[1].save()
    assert editable(user(is_staff=True)) == {actors[0], actors[2]}
