"""What is kept of people, and for how long: a removed account leaves no name and no address anywhere."""

from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from actors.models import Draft, Invitation
from actors.people import invitations, roles
from repertorium.accounts.models import User
from tests import factories

pytestmark = pytest.mark.django_db


def everything_in_the_database() -> str:
    """Every row of every table, as text."""
    rows = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT to_jsonb(t)::text FROM "{table}" AS t')
            rows += [row[0] for row in cursor.fetchall()]
    return "\n".join(rows)


@pytest.fixture
def anna():
    """An editor of whom much is known: invited, renamed, gave somebody a role, was typing something."""
    regional = factories.user("regional@example.org", is_staff=True, is_superuser=True)
    actor = factories.actor(slug="huis")
    invitations.invite(by=regional, email="anna.verstraeten@huis.be", role="editor", actor=actor)
    user = invitations.open_account(
        invitation=Invitation.objects.get(), name="Anna Verstraeten", password="a long enough password"
    )
    user.name = "Anna Verstraeten-Claes"
    user.save()
    Draft.objects.create(user=user, actor=actor, data=[])
    return user


def test_a_removed_account_leaves_no_name_and_no_address(anna):
    assert everything_in_the_database().lower().count("verstraeten") > 3
    anna.delete()
    assert "verstraeten" not in everything_in_the_database().lower()
    assert User.pgh_event_model.objects.filter(email__startswith="removed-").exists()  # that somebody was there stays


def test_removed_past_django_is_forgotten_by_the_clean_up(anna):
    roles.take(user=anna, role="editor", actor=anna.actor_editorships.get().actor)
    with connection.cursor() as cursor:
        for table in ("account_emailaddress", "actors_draft"):
            cursor.execute(f"DELETE FROM {table} WHERE user_id = %s", [anna.pk])
        cursor.execute("UPDATE actors_invitation SET accepted_by_id = NULL")
        cursor.execute("DELETE FROM accounts_user WHERE id = %s", [anna.pk])
    call_command("retention", stdout=StringIO())
    assert "verstraeten" not in everything_in_the_database().lower()


def test_an_ended_invitation_is_kept_for_a_year(anna):
    call_command("retention", stdout=StringIO())
    assert Invitation.objects.count() == 1
    Invitation.objects.update(accepted_at=timezone.now() - timedelta(days=366))
    call_command("retention", stdout=StringIO())
    assert Invitation.objects.count() == Invitation.pgh_event_model.objects.count() == 0


def test_what_was_never_saved_and_sessions_that_ended_go(anna):
    Draft.objects.update(saved_at=timezone.now() - timedelta(days=91))
    for name, days in (("old", -1), ("new", 1)):
        Session.objects.create(session_key=name, session_data="", expire_date=timezone.now() + timedelta(days=days))
    said = StringIO()
    call_command("retention", stdout=said)
    assert not Draft.objects.exists()
    assert Session.objects.get().session_key == "new"
    assert "1 forms that were never saved" in said.getvalue()
    call_command("retention", stdout=StringIO())  # twice does no harm
