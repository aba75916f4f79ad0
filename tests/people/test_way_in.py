"""Who logs in begins at their work, and finds the way back to it in the head of every page."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from actors.models import ActorEditor
from tests import factories
from zones.models import ZoneMember

pytestmark = pytest.mark.django_db
PASSWORD = "a long enough password"
NAMES = {  # role: what the first page of the staff is called in Dutch and in French
    "professional": None,
    "editor": ("Mijn fiches", "Mes fiches"),
    "zone": ("Beheer", "Gestion"),
    "regional": ("Beheer", "Gestion"),
}


@pytest.fixture
def people():
    found = {role: factories.user(f"{role}@huis.be", password=PASSWORD) for role in NAMES}
    ActorEditor.objects.create(user=found["editor"], actor=factories.actor())
    ZoneMember.objects.create(user=found["zone"], zone=factories.zone())
    found["regional"].is_staff = found["regional"].is_superuser = True
    found["regional"].save()
    return found


def head_of(client, address):
    page = client.get(address).content.decode()
    return page.partition('<header class="site-header">')[2].partition("</header>")[0]


@pytest.mark.parametrize("role", NAMES)
def test_head_of_every_page_leads_to_ones_work(people, role):
    client = Client()
    client.force_login(people[role])
    for number, language in enumerate(("nl", "fr")):
        with translation.override(language):
            work = reverse("staff-home")
            for address in map(reverse, ("home", "search", "zones", "about", "account")):
                head = head_of(client, address)
                assert (f'href="{work}"' in head) == bool(NAMES[role]), address
                if NAMES[role]:
                    assert f">{NAMES[role][number]}</a>" in head
            if NAMES[role]:
                assert f"<h1>{NAMES[role][number]}</h1>" in client.get(work).content.decode()


def test_head_of_visitors_says_nothing_of_staff_and_may_be_kept(client):
    response = client.get(reverse("about"))
    assert reverse("staff-home") not in response.content.decode()
    assert "public" in response["Cache-Control"]


@pytest.mark.parametrize(("role", "page"), [("professional", "search"), ("editor", "staff-home")])
def test_who_logs_in_begins_at_their_work(client, people, role, page):
    answer = client.post(reverse("account_login"), {"login": people[role].email, "password": PASSWORD})
    assert answer.url == reverse(page)


def test_logging_in_from_the_home_page_leads_to_ones_work_from_others_back_there(client):
    assert "?next" not in head_of(client, reverse("home"))
    assert f"?next={reverse('zones')}" in head_of(client, reverse("zones"))


def test_staff_find_their_other_pages_from_the_first(people):
    client = Client()
    client.force_login(people["zone"])
    page = client.get(reverse("staff-home")).content.decode()
    assert all(f'href="{reverse(name)}"' in page for name in ("people", "quality", "staff-new"))
    assert reverse("duplicates") not in page
    client.force_login(people["regional"])
    page = client.get(reverse("staff-home")).content.decode()
    assert all(f'href="{reverse(name)}"' in page for name in ("duplicates", "admin:index"))
