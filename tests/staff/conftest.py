"""People of every role, and a listing of each of two zones."""

import pytest
from django.urls import reverse

from actors.models import Actor, ActorEditor, Contact, Service
from actors.staff.ticket import Ticket
from repertorium.accounts.models import User
from tests import factories
from zones.models import ZoneMember


def user(name, **fields):
    return User.objects.create_user(f"{name}@example.org", "x", **fields)


@pytest.fixture
def listing(db) -> Actor:
    """An actor of zone Sud with a service at a place, and a telephone number."""
    actor = factories.actor(slug="douche", steward=factories.zone("sud"), name_nl="De Douche", name_fr="La Douche")
    service = factories.service(actor=actor, at=True, hours="Mo-Fr 09:00-12:00; PH off", slug="douches", free=True)
    Contact.objects.create(actor=actor, kind="phone", value="+3225100910")
    assert service.pk
    return actor


@pytest.fixture
def other(db) -> Actor:
    """An actor of another zone, with everything."""
    actor = factories.actor(slug="elders", steward=factories.zone("nord"))
    factories.service(actor=actor, at=True, slug="elders-1")
    Contact.objects.create(actor=actor, kind="phone", value="+3225100911")
    return actor


@pytest.fixture
def member(db) -> User:
    """Of the team of zone Sud."""
    somebody = user("zone")
    ZoneMember.objects.create(user=somebody, zone=factories.zone("sud"))
    return somebody


@pytest.fixture
def own_editor(listing) -> User:
    """Of the house of `listing`."""
    somebody = user("house")
    ActorEditor.objects.create(user=somebody, actor=listing)
    return somebody


@pytest.fixture
def staff(client, member):
    """A browser of the zone team."""
    client.force_login(member)
    return client


class Form:
    """A listing's form as a browser has it: opened, changed, sent."""

    def __init__(self, client, address):
        self.client, self.address = client, address
        page = client.get(address)
        assert page.status_code == 200
        self.read(page)

    def read(self, page):
        editor = page.context["editor"]
        forms = editor.listing.forms
        shown = {key: form for key, form in forms.items() if not editor_folds(forms, form)}
        self.data = {"ticket": str(editor.next_ticket), "record": list(shown)}
        for key, form in shown.items():
            self.data[f"{key}-of"] = form.owner
            for name in form.fields:
                if values := form.shown(name):
                    self.data[f"{key}-{name}"] = values

    def send(self, action="save", **changes):
        data = {**self.data, "action": action, **{name.replace("__", "-"): value for name, value in changes.items()}}
        return self.client.post(self.address, {name: value for name, value in data.items() if value is not None})


def editor_folds(forms, form) -> bool:
    return getattr(form, "folded", False) or (form.owner in forms and editor_folds(forms, forms[form.owner]))


@pytest.fixture
def form(staff, listing):
    """The open form of `listing`."""
    return Form(staff, reverse("staff-edit", args=[listing.slug]))


def key(record) -> str:
    """The key of a record on the page."""
    return f"{ {'Actor': 'actor', 'Service': 'service', 'Contact': 'contact'}[type(record).__name__] }-{record.pk}"


def service_of(actor) -> Service:
    return actor.services.get()


def ticket(somebody, actor) -> str:
    return str(Ticket(somebody.pk, actor and actor.pk))
