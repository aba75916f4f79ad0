"""In an open transaction a search sees what was written there, at every moment, and reads no more than it must."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from actors.models import Service
from actors.search import Query, search
from tests import factories

pytestmark = pytest.mark.django_db


def found(words: str) -> list[int]:
    return search(Query(text=words), limit=10).pks


def rename(service: Service, name: str) -> None:
    Service.objects.filter(pk=service.pk).update(name_nl=name)


def test_each_write_is_seen_at_once():
    service = factories.service(name_nl="Eerste naam")
    assert found("eerste") == [service.pk]
    rename(service, "Tweede naam")
    assert found("eerste") == []
    rename(service, "Derde naam")
    assert found("derde") == [service.pk]


def test_what_was_taken_back_is_not_seen():
    service = factories.service(name_nl="Eerste naam")
    with transaction.atomic():
        rename(service, "Tweede naam")
        assert found("tweede") == [service.pk]
        transaction.set_rollback(True)
    assert found("eerste") == [service.pk]
    rename(service, "Derde naam")
    assert found("eerste") == found("tweede") == []


def test_nothing_is_read_again_while_nothing_is_written():
    factories.service(name_nl="Eerste naam")
    found("eerste")
    with CaptureQueriesContext(connection) as queries:
        found("eerste")
    assert len(queries) <= 2
