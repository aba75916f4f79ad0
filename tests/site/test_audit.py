"""What was changed anywhere: for the regional team, found quickly and read-only."""

from datetime import timedelta

import pghistory
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from actors.history import audit
from actors.models import Actor, ActorEditor, Contact, ServiceTheme
from tests import factories
from zones.models import Boundary

pytestmark = pytest.mark.django_db
MOST_QUERIES = 12


@pytest.fixture
def anna():
    return factories.user("anna@example.org", name="Anna", is_staff=True, is_superuser=True)


@pytest.fixture
def regional(client, anna):
    client.force_login(anna)
    return client


@pytest.fixture
def actor(anna):
    """An actor that was imported; Anna gave it another name."""
    actor = factories.actor(name_nl="Eerst", slug="eerst")
    with pghistory.context(user=anna.pk):
        Actor.objects.filter(pk=actor.pk).update(name_nl="Daarna")
    return actor


def page(client, **asked):
    return client.get(reverse("admin-changes"), asked).context["page"]


def records(client, **asked):
    return [(str(entry.kind), entry.record) for entry in page(client, **asked).entries]


class TestList:
    def test_who_what_and_where_to_read_more(self, regional, anna, actor):
        newest, *_between, first = page(regional, model="actor").entries
        assert (newest.who, str(newest.kind), newest.record) == ("Anna", _("Changed"), "Actor: Daarna")
        assert newest.page == reverse("staff-history", args=["eerst"])
        assert newest.who_page == reverse("admin:accounts_user_change", args=[anna.pk])
        assert [(one.before, one.after) for one in newest.said] == [("Eerst", "Daarna")]
        assert (str(first.kind), first.who) == (_("Added"), "automatisch (een import of het systeem)")

    def test_in_french(self, regional, actor):
        with translation.override("fr"):
            newest = page(regional, model="actor").entries[0]
            assert str(newest.kind) == _("Changed")
            assert newest.said[0].label == "Nom officiel (NL)"

    def test_what_is_gone_is_named_and_leads_nowhere(self, regional):
        need = factories.need("bed", name_nl="Bed")
        need.delete()
        newest = page(regional, model="need").entries[0]
        assert (str(newest.kind), newest.record, newest.page) == (_("Removed"), "Behoefte: Bed", "")

    def test_listing_stands_before_what_belongs_to_it(self, regional, actor):
        service = factories.service(actor=actor)
        newest = page(regional, model="servicetheme").entries[0]
        assert newest.listing == "Daarna"
        ServiceTheme.objects.filter(service=service).delete()
        assert page(regional, model="servicetheme", kind="delete").entries[0].listing == "Daarna"

    def test_whose_role_it_is_is_said(self, regional, actor):
        ActorEditor.objects.create(user=factories.user("bram@example.org", name="Bram"), actor=actor)
        assert "Bram" in page(regional, model="actoreditor").entries[0].record

    def test_command_is_named(self, regional):
        with pghistory.context(command="import_osm"):
            factories.actor()
        assert page(regional, model="actor").entries[0].who == "import_osm"

    def test_nothing_secret_of_accounts(self, regional, anna):
        text = regional.get(reverse("admin-changes"), {"model": "user"}).content.decode()
        assert anna.email in text
        assert anna.password not in text

    def test_lines_of_the_map_are_not_read(self, regional):
        Boundary.objects.create(
            level="zone", code="sud", geometry={"type": "Secret"}, attribution="x", imported_at=timezone.now()
        )
        assert "Secret" not in regional.get(reverse("admin-changes"), {"model": "boundary"}).content.decode()

    def test_nothing_yet(self, regional):
        text = regional.get(reverse("admin-changes"), {"model": "actor"}).content.decode()
        assert _("No change fits these filters.") in text


class TestFilters:
    def test_person(self, regional, actor):
        with pghistory.context(user=None):
            factories.user("bram@example.org")
        assert records(regional, person="ann") == [(_("Changed"), "Actor: Daarna")]
        assert records(regional, person="bram") == []

    def test_nobody_and_too_many_are_told(self, regional, monkeypatch):
        assert page(regional, person="nobody").form.errors["person"]
        monkeypatch.setattr("actors.admin.audit.MOST_PEOPLE", 0)
        assert page(regional, person="anna").form.errors["person"]

    def test_by_people_or_automatic(self, regional, actor):
        assert records(regional, origin="people", model="actor") == [(_("Changed"), "Actor: Daarna")]
        assert records(regional, origin="automatic", model="actor") == [(_("Added"), "Actor: Eerst")]

    def test_visitors_are_not_people(self, regional):
        with pghistory.context(user=None):
            factories.actor()
        assert records(regional, origin="people") == []
        assert len(records(regional, origin="automatic", model="actor")) == 1

    def test_kind(self, regional, actor):
        actor.delete()
        assert records(regional, kind="delete") == [(_("Removed"), "Actor: Daarna")]

    def test_days_are_whole(self, regional, actor):
        today = timezone.localdate()
        day = timedelta(days=1)
        assert len(records(regional, model="actor", since=today, until=today)) == 2
        assert records(regional, model="actor", since=today + day) == []
        assert records(regional, model="actor", until=today - day) == []

    @pytest.mark.parametrize("asked", [{"model": "nonsense"}, {"since": "soon"}, {"kind": "x"}, {"origin": "x"}])
    def test_nonsense_is_told(self, regional, asked):
        assert page(regional, **asked).form.errors

    @pytest.mark.parametrize("after", ["x", "2026-01-01~x~actor", "2026-01-01~1~nonsense", "~~"])
    def test_nonsense_as_position_is_the_first_page(self, regional, actor, after):
        assert len(records(regional, model="actor", after=after)) == 2


class TestPages:
    def test_every_change_once_and_in_order(self, regional, actor):
        for _number in range(4):
            factories.service(actor=actor, at=True, languages=["nl"])
        everything, _end = audit.newest(audit.Asked(), number=1_000)
        found, after = [], None
        while True:
            events, after = audit.newest(audit.Asked(), after, number=7)
            found += events
            if after is None:
                break
        assert [event.position for event in found] == [event.position for event in everything]
        assert [event.at for event in found] == sorted((event.at for event in found), reverse=True)
        assert len(found) == sum(model.pgh_event_model.objects.count() for model in audit.tracked().values())

    def test_address_of_the_next_page_keeps_the_filters(self, regional, actor):
        for number in range(60):
            Actor.objects.filter(pk=actor.pk).update(name_nl=f"Naam {number}")
        first = page(regional, model="actor", kind="update")
        response = regional.get(f"{reverse('admin-changes')}?{first.older_query}")
        second = response.context["page"]
        assert len(first.entries) == audit.A_PAGE
        assert len(second.entries) == 61 - audit.A_PAGE
        assert second.older_query == ""

    def test_few_queries_whatever_changed(self, regional, anna, actor):
        """One save of a full listing, and something that is gone, of every kind."""
        with pghistory.context(user=anna.pk):
            services = [
                factories.service(actor=actor, at=True, languages=[f"l{n}"], targets=[f"t{n}"], themes=[f"th{n}"])
                for n in range(2)
            ]
            factories.availability(service=services[0])
            Contact.objects.create(service=services[0], kind="email", value="x@example.org").delete()
            factories.need("gone").delete()
            services[1].delete()
        regional.get(reverse("admin-changes"))
        with CaptureQueriesContext(connection) as queries:
            entries = page(regional, person="anna").entries
        assert len(entries) > 12
        assert len(queries) <= MOST_QUERIES


def test_nothing_can_be_sent(regional):
    assert regional.post(reverse("admin-changes")).status_code == 405
    assert regional.delete(reverse("admin-changes")).status_code == 405


def test_first_page_of_the_admin_leads_here(regional):
    assert reverse("admin-changes") in regional.get(reverse("admin:index")).content.decode()
