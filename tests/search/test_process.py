"""The index protocol: what is committed is found within a third of a second, what is not committed never."""

import threading
from contextlib import contextmanager

import pytest
from django.db import connection, connections, transaction
from django.test.utils import CaptureQueriesContext

from actors.models import Actor, Availability, Service, Theme
from actors.search import Query, search
from actors.search.process import Live, live
from actors.search.reading import read_documents
from actors.search.stamps import changed_since, restamp
from tests import factories

pytestmark = [pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def new_process(monkeypatch, new_engine):
    """An engine that has read nothing yet and looks before every search."""
    monkeypatch.setattr("actors.search.process.CHECK_SECONDS", 0)
    new_engine()


def names(text="", **asked):
    return {Service.objects.get(pk=pk).name_nl for pk in search(Query(text=text, **asked)).pks}


def looks_in_search():
    """For each query of one search, whether it looks for changes."""
    with CaptureQueriesContext(connection) as queries:
        search(Query())
    return ["search_stamp" in query["sql"] for query in queries]


@contextmanager
def another_session(work):
    """Do some work in another thread, with its own connection; it goes on until this block ends."""
    inside, finish, errors = threading.Event(), threading.Event(), []

    def run():
        try:
            work(inside, finish)
        except Exception as error:
            errors.append(error)
        finally:
            inside.set()
            connections.close_all()

    thread = threading.Thread(target=run)
    thread.start()
    assert inside.wait(10)
    try:
        yield finish
    finally:
        finish.set()
        thread.join(10)
        assert not errors, errors


class TestChanges:
    def test_new_changed_and_deleted_service(self):
        service = factories.service(name_nl="Bakkerij")
        assert names("bakkerij") == {"Bakkerij"}
        Service.objects.filter(pk=service.pk).update(name_nl="Slagerij")  # a bulk change, without signals
        assert names("bakkerij", literal=True) == set()
        assert names("slagerij") == {"Slagerij"}
        service.delete()
        assert names() == set()

    def test_status_change(self):
        status = factories.availability("full")
        assert search(Query(has_room=True)).total == 0
        Availability.objects.update(status="open")
        assert search(Query(has_room=True)).total == 1
        status.delete()
        assert search(Query(has_room=True)).total == 0

    @pytest.mark.parametrize("related", ["actor", "theme link", "language link", "place", "location"])
    def test_related_rows(self, related):
        service = factories.service(at=True, languages=["nl"], hours="24/7")
        search(Query())
        if related == "actor":
            Actor.objects.update(level="professionals")
            assert search(Query()).total == 0
        elif related == "theme link":
            service.theme_links.all().delete()
            assert search(Query(filters={"what": ("theme:shower",)})).total == 0
        elif related == "language link":
            service.language_links.all().delete()
            assert search(Query(filters={"language": ("language:nl",)})).total == 0
        elif related == "place":
            service.places.update(opening_hours="24/7 off")
            assert search(Query(open_at=Query().now)).total == 0
        else:
            service.places.get().location.delete()
            assert search(Query(filters={"zone": ("zone:sud",)})).total == 0

    def test_taxonomy_is_read_again(self):
        factories.service(themes=["shower"])
        assert search(Query(text="bad", literal=True)).total == 0
        Theme.objects.update(synonyms_nl="bad")
        assert search(Query(text="bad", literal=True)).total == 1

    def test_raw_sql(self):
        factories.service(name_nl="Bakkerij")
        search(Query())
        with connection.cursor() as cursor:
            cursor.execute("UPDATE actors_service SET name_nl = 'Slagerij'")
        assert names("slagerij") == {"Slagerij"}

    def test_idle_look_is_one_query(self):
        factories.service()
        search(Query())
        assert looks_in_search() == [True]

    def test_idle_look_is_one_query_while_a_long_transaction_runs(self):
        """The horizon stands still then; what was read already is not read at every look."""
        service = factories.service(themes=["shower"])

        def import_slowly(inside, finish):
            with transaction.atomic():
                Service.objects.filter(pk=service.pk).update(name_nl="Nog niet")
                inside.set()
                finish.wait(10)

        with another_session(import_slowly):
            Theme.objects.update(synonyms_nl="bad")  # all is to be read again: once
            search(Query())
            assert looks_in_search() == [True]


class TestLongImport:
    def test_is_found_as_a_whole_when_it_is_committed_and_not_before(self):
        def write(inside, finish):
            with transaction.atomic():
                for number in range(50):
                    factories.service(name_nl=f"Ingevoerd {number}")
                inside.set()
                finish.wait(10)

        factories.service(name_nl="Bakkerij")
        with another_session(write):
            assert names() == {"Bakkerij"}
        assert search(Query(text="ingevoerd")).total == 50

    def test_others_search_on_while_one_reads_it(self, monkeypatch):
        """A batch that takes long to read holds nobody up: they go on with what was there."""
        factories.service(name_nl="Bakkerij")
        search(Query())
        factories.service(name_nl="Ingevoerd")
        reading, go_on = threading.Event(), threading.Event()

        def slowly(pks=None):
            reading.set()
            go_on.wait(10)
            return read_documents(pks)

        monkeypatch.setattr("actors.search.process.read_documents", slowly)
        reader = threading.Thread(target=lambda: (search(Query()), connections.close_all()))
        reader.start()
        assert reading.wait(10)
        assert names() == {"Bakkerij"}
        go_on.set()
        reader.join(10)
        assert names() == {"Bakkerij", "Ingevoerd"}


class TestTransactions:
    def test_rolled_back_change_is_never_found(self):
        factories.service(name_nl="Bakkerij")
        search(Query())
        with transaction.atomic():
            Service.objects.update(name_nl="Slagerij")
            assert names("slagerij") == {"Slagerij"}  # the transaction itself sees it
            transaction.set_rollback(True)
        assert names("slagerij", literal=True) == set()
        assert names("bakkerij") == {"Bakkerij"}

    def test_uncommitted_change_is_found_after_its_commit_even_when_others_committed_in_between(self):
        """The case that a log with sequence numbers loses: an older transaction that commits later."""
        slow, fast = factories.service(name_nl="Traag"), factories.service(name_nl="Vlug")
        search(Query())

        def change_slowly(inside, finish):
            with transaction.atomic():
                Service.objects.filter(pk=slow.pk).update(name_nl="Traagveranderd")
                inside.set()
                finish.wait(10)

        with another_session(change_slowly):
            Service.objects.filter(pk=fast.pk).update(name_nl="Vlugveranderd")
            assert names("vlugveranderd", literal=True) == {"Vlugveranderd"}
            assert names("traagveranderd", literal=True) == set()
        assert names("traagveranderd", literal=True) == {"Traagveranderd"}

    def test_two_processes_read_the_same(self):
        one, other = Live(), Live()
        factories.service(name_nl="Eerste")
        one.refresh(force=True)
        factories.service(name_nl="Tweede")
        for process in (one, other):
            process.refresh(force=True)
        answers = [process.engine.search(Query()).pks for process in (one, other)]
        assert answers[0] == answers[1]
        assert len(answers[0]) == 2

    def test_crash_between_write_and_refresh_loses_nothing(self, monkeypatch):
        factories.service(name_nl="Bakkerij")
        search(Query())
        Service.objects.update(name_nl="Slagerij")

        def crash(pks=None):
            raise RuntimeError("the process ran out of memory")

        with monkeypatch.context() as patched:
            patched.setattr("actors.search.process.read_documents", crash)
            with pytest.raises(RuntimeError):
                search(Query())
        assert names("slagerij") == {"Slagerij"}

    def test_restore_from_a_backup(self):
        """Transaction numbers start anew in a restored database, so stamps mean nothing there."""
        factories.service(name_nl="Bakkerij")
        search(Query())
        with connection.cursor() as cursor:  # a restored row with a stamp from long ago
            cursor.execute("UPDATE actors_service SET name_nl = 'Hersteld'")
            cursor.execute("UPDATE search_stamp SET stamp = '3'::xid8")
        assert names("hersteld", literal=True) == set()
        assert restamp() == 2  # the service, and the row for everything
        assert names("hersteld", literal=True) == {"Hersteld"}

    def test_horizon_waits_for_the_oldest_transaction(self):
        service = factories.service()

        def stay_open(inside, finish):
            with transaction.atomic():
                Service.objects.filter(pk=service.pk).update(name_nl="Open")
                inside.set()
                finish.wait(10)

        horizon, _changed = changed_since(0)
        with another_session(stay_open):
            factories.service()
            next_horizon, _changed = changed_since(horizon)
            again, _changed = changed_since(next_horizon)
            assert again == next_horizon
        assert service.pk in changed_since(next_horizon)[1]


def test_many_writers_lose_nothing():
    """Four sessions write at once while the index is read all the time."""
    services = [factories.service(name_nl=f"Begin {number}") for number in range(8)]
    search(Query())
    stop = threading.Event()

    def write(mine):
        for round_ in range(15):
            with transaction.atomic():
                Service.objects.filter(pk__in=mine).update(name_nl=f"Ronde {round_}")
        connections.close_all()

    writers = [threading.Thread(target=write, args=([service.pk for service in services[n::4]],)) for n in range(4)]
    for writer in writers:
        writer.start()
    while any(writer.is_alive() for writer in writers) and not stop.is_set():
        search(Query())
    assert search(Query(text="ronde 14")).total == 8
    assert len({live.engine.index.kept[service.pk].sort_nl for service in services}) == 1
