"""Prepared questions give what the queryset gives, with the columns that were asked for."""

from datetime import timedelta

import pytest
from django.utils import timezone

from actors.models import Actor, Service, ServiceAtLocation, Viewer
from repertorium.prepared import Given, Prepared, columns
from tests import factories

NAMES = columns(Actor, "id", "slug", "name")
SERVICES = Prepared(
    Service,
    lambda viewer: Service.objects.visible_to(viewer).filter(pk__any=Given("services")),
    columns(Service),
    actor=NAMES,
    dispatched_by=("id", "slug"),
)
PLACES = Prepared(
    ServiceAtLocation,
    lambda: ServiceAtLocation.objects.filter(service__any=Given("services")),
    columns(ServiceAtLocation),
    location=("id", "actor_id"),
    location__actor=NAMES,
)


def test_columns_of_a_translated_field_are_those_per_language():
    assert NAMES == ("id", "slug", "name_nl", "name_fr")


@pytest.mark.django_db
class TestRecords:
    def test_are_those_that_the_queryset_gives(self, django_assert_num_queries):
        services = [factories.service(), factories.service(level="professionals"), factories.service()]
        pks = [service.pk for service in services]
        with django_assert_num_queries(1):
            found = {service.pk: service for service in SERVICES.read(Viewer.VISITOR, services=pks)}
            assert [service.actor.name for service in found.values()] == [services[n].actor.name for n in (0, 2)]
            assert [service.dispatched_by for service in found.values()] == [None, None]
        assert found.keys() == {pks[0], pks[2]}
        whole = Service.objects.get(pk=pks[0])
        assert all(getattr(found[pks[0]], name) == getattr(whole, name) for name in columns(Service))
        assert len(list(SERVICES.read(Viewer.PROFESSIONAL, services=pks))) == 3

    def test_columns_that_were_not_read_come_when_asked_for(self, django_assert_num_queries):
        service = factories.service()
        (found,) = SERVICES.read(Viewer.VISITOR, services=[service.pk])
        with django_assert_num_queries(1):
            assert found.actor.kind == service.actor.kind

    def test_are_tied_over_two_steps(self, django_assert_num_queries):
        location = factories.location()
        service = factories.service(actor=location.actor, at=location)
        with django_assert_num_queries(1):
            (place,) = PLACES.read(services=[service.pk])
            assert place.location.actor.slug == location.actor.slug

    def test_of_none(self):
        factories.service()
        assert list(SERVICES.read(Viewer.VISITOR, services=[])) == []


@pytest.mark.django_db
def test_the_day_is_that_of_reading(monkeypatch):
    service = factories.service(ends_on=timezone.localdate())
    assert list(SERVICES.read(Viewer.VISITOR, services=[service.pk]))
    tomorrow = timezone.localdate() + timedelta(days=1)
    monkeypatch.setattr(timezone, "localdate", lambda *args: tomorrow)
    assert not list(SERVICES.read(Viewer.VISITOR, services=[service.pk]))
