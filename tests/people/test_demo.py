"""Demo accounts: on one's own machine, with demo data, and nowhere else."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.urls import reverse

from actors.enums import Role
from actors.models import Invitation
from actors.people import demo, second_factor
from actors.people.holdings import held_by
from repertorium.accounts.models import User
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def local(settings):
    settings.ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
    settings.SITE_URL = "http://localhost:8000"


@pytest.fixture
def example():
    return factories.actor(is_example=True, steward=factories.zone())


def test_one_per_role_without_second_factor(local, example, client):
    users = demo.renew_accounts()
    assert [[holding.role for holding in held_by(user)] for user in users] == [[], ["editor"], ["zone"], ["regional"]]
    assert not any(second_factor.must_be_set_up(user) for user in users)
    data = {"login": f"{Role.REGIONAL}@example.org", "password": demo.password()}
    assert client.post(reverse("account_login"), data, headers={"host": "localhost"}).url == reverse("staff-home")
    assert client.get(reverse("people"), headers={"host": "localhost"}).status_code == 200


def test_none_without_demo_data(local):
    factories.actor(steward=factories.zone())
    assert demo.renew_accounts() == []
    assert not User.objects.exists()


@pytest.mark.parametrize(
    "public", [{"ALLOWED_HOSTS": ["localhost", "repertorium.brussels"]}, {"SITE_URL": "https://repertorium.brussels"}]
)
def test_closed_where_the_site_has_another_name(local, example, settings, client, public):
    demo.renew_accounts()
    for name, value in public.items():
        setattr(settings, name, value)
    regional = User.objects.get(is_staff=True)
    assert second_factor.must_be_set_up(regional)
    data = {"login": regional.email, "password": demo.password()}
    assert client.post(reverse("account_login"), data, headers={"host": "localhost"}).url == reverse("account_inactive")
    assert demo.renew_accounts() == []
    assert not User.objects.filter(is_active=True).exists()


def test_password_differs_between_machines(settings):
    before = demo.password()
    settings.SECRET_KEY = "another machine"
    assert demo.password() != before


class TestInviteCommand:
    def test_prints_a_link_to_become_regional(self, capsys, client):
        call_command("invite", "first@example.org")
        link = capsys.readouterr().out.split()[-1]
        data = {"name": "First", "password": "a long enough password"}
        client.post("/" + link.split("/", 3)[3], data)
        assert User.objects.get(email="first@example.org").is_superuser

    @pytest.mark.parametrize(
        "arguments", [["--role", "editor"], ["--zone", "sud"], ["--role", "zone", "--zone", "mars"]]
    )
    def test_refuses_what_makes_no_sense(self, arguments):
        with pytest.raises(CommandError):
            call_command("invite", "first@example.org", *arguments)
        assert not Invitation.objects.exists()
