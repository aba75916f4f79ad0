"""What may be seen by whom: the table of `actors.models.visibility`, cell by cell, on models and in the index."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from actors.enums import Level, Status
from actors.models import Actor, Service, Viewer
from actors.search import Query, search
from repertorium.accounts.models import User
from tests import factories
from zones.models import ZoneMember

YESTERDAY = timezone.localdate() - timedelta(days=1)
LONG_AGO = timezone.localdate() - timedelta(days=400)

R, V, P, S = Viewer.RESIDENT, Viewer.VISITOR, Viewer.PROFESSIONAL, Viewer.STAFF
RECORDS = {
    "public": ({}, {R, V, P, S}),
    "professionals": ({"level": Level.PROFESSIONALS}, {P, S}),
    "undisclosed": ({"level": Level.UNDISCLOSED}, {R, V, P, S}),
    "automatic, not confirmed": ({"is_automatic": True}, {V, P, S}),
    "automatic, confirmed": ({"is_automatic": True, "confirmed_on": timezone.localdate()}, {R, V, P, S}),
    "missed two reviews": ({"entered_on": LONG_AGO}, {V, P, S}),
    "confirmed in time": ({"entered_on": LONG_AGO, "confirmed_on": YESTERDAY}, {R, V, P, S}),
    "draft": ({"status": Status.DRAFT}, {S}),
    "archived": ({"status": Status.ARCHIVED}, {S}),
    "past its end": ({"ends_on": YESTERDAY}, {S}),
    "ends today": ({"ends_on": timezone.localdate()}, {R, V, P, S}),
}
CELLS = [
    pytest.param(fields, viewer, viewer in seen_by, id=f"{name} / {viewer.value}")
    for name, (fields, seen_by) in RECORDS.items()
    for viewer in Viewer
]


@pytest.mark.parametrize(("fields", "viewer", "seen"), CELLS)
@pytest.mark.django_db
class TestTable:
    def test_actor(self, fields, viewer, seen):
        factories.actor(**fields)
        assert Actor.objects.visible_to(viewer).exists() is seen

    def test_service(self, fields, viewer, seen):
        record = factories.service(**fields)
        assert record.is_visible_to(viewer) is seen

    def test_service_of_such_an_actor(self, fields, viewer, seen):
        factories.service(actor=factories.actor(**fields))
        assert Service.objects.visible_to(viewer).exists() is seen

    def test_search(self, fields, viewer, seen):
        """The index holds the same table; drafts and archived records are not in it, even for staff."""
        factories.service(**fields)
        searched = fields.get("status", Status.PUBLISHED) == Status.PUBLISHED
        assert bool(search(Query(viewer=viewer)).total) is (seen and searched)


@pytest.mark.parametrize("viewer", list(Viewer))
@pytest.mark.django_db
def test_merged_actor_is_seen_by_staff_only(viewer):
    factories.actor(status=Status.MERGED, merged_into=factories.actor())
    assert (Actor.objects.visible_to(viewer).count() == 2) is (viewer is S)


@pytest.mark.django_db
class TestViewer:
    def test_anonymous_is_visitor(self):
        assert Viewer.of(AnonymousUser()) is V

    def test_account_is_professional(self):
        assert Viewer.of(factories.user()) is P

    def test_account_that_nobody_confirmed_is_visitor(self):
        assert Viewer.of(factories.user(confirmed=False)) is V

    def test_zone_team_is_staff(self):
        user = User.objects.create_user("a@example.org")
        ZoneMember.objects.create(user=user, zone=factories.zone())
        assert Viewer.of(user) is S

    def test_regional_team_is_staff(self):
        assert Viewer.of(User.objects.create_superuser("a@example.org")) is S
