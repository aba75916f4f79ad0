"""Pages are read while listings change: each page is made of one state of the index."""

import sys
import threading
import time

import pytest
from django.db import connection, connections
from django.test import Client

from actors.models import Service
from actors.search import Query, Sort, engine, reader, search
from actors.search.gate import Gate
from actors.search.process import live
from tests import factories

pytestmark = [pytest.mark.django_db(transaction=True)]

SERVICES = 120
SECONDS = 3
PAGES = (
    "/nl/zoeken/?q=dienst&where=Bosni%C3%AB&sort=nearest",  # list, counts, distances
    "/fr/recherche/?theme=shower&theme=meal&theme=bed",  # the fewest places that cover several needs
    "/nl/zoeken/kaart/plaatsen/?bbox=50.7,4.2,51,4.6",
    "/fr/aide/adresses/?need=hygiene",
)
MOVE = "UPDATE actors_location SET lat = 50.80 + random() / 20 WHERE id %% 40 = %s"
RENAME = "UPDATE actors_service SET name_nl = 'Dienst ' || md5(random()::text) WHERE id %% 40 = %s"


@pytest.fixture(autouse=True)
def new_process(monkeypatch, new_engine):
    """An engine that has read nothing yet and looks before every search; threads take turns often."""
    monkeypatch.setattr("actors.search.process.CHECK_SECONDS", 0)
    interval = sys.getswitchinterval()
    new_engine()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(interval)


def in_threads(*works):
    """Do each work again and again, all at once, for some seconds; what went wrong."""
    wrong, until = [], time.monotonic() + SECONDS

    def run(work):
        try:
            while time.monotonic() < until and not wrong:
                work()
        except Exception as error:
            wrong.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return wrong


def test_pages_are_right_while_listings_change_all_the_time():
    for number in range(SERVICES):
        factories.service(at=True, themes=[("shower", "meal", "bed")[number % 3]])
    for page in PAGES:  # Django reads addresses and translations at the first request
        assert Client().get(page).status_code == 200
    turn = iter(range(1_000_000))

    def write():
        with connection.cursor() as cursor:
            for change in (MOVE, RENAME):
                cursor.execute(change, [next(turn) % 40])

    def visit(page):
        return lambda: check(Client().get(page))

    def check(answer):
        assert answer.status_code == 200

    assert not in_threads(write, *map(visit, PAGES))


def test_new_services_are_ordered_by_name_and_distance_at_once():
    """Arrays are as long as there are services: nobody sees those of the moment before."""
    factories.service(at=True)

    def add():
        factories.service(at=True)

    def look():
        with reader() as current:
            index = current.index
            assert len(index.name_ranks["nl"]) == len(index.confirmed_days) == index.size
            assert set(index.points.pk.tolist()) == {pk for pk, kept in index.kept.items() if kept.points}
            found = current.search(Query(sort=Sort.RECENT), limit=10_000)
            assert len(found.pks) == len(index.all)

    assert not in_threads(add, look, look, look)


class TestRequest:
    def test_one_request_reads_one_state(self):
        factories.service(name_nl="Bakkerij")
        with live.request():
            before = engine()
            size = len(before.index)
            thread = threading.Thread(target=lambda: (factories.service(), search(Query()), connections.close_all()))
            thread.start()
            thread.join()
            assert engine() is before
            assert len(engine().index) == size
        assert search(Query()).total == 2

    def test_a_slow_reader_holds_nobody_up_for_long(self):
        """A change that cannot come in is left to the next look; others go on with what was there."""
        service = factories.service(name_nl="Bakkerij")
        search(Query())
        answers = []

        def search_on():
            answers.append(search(Query(text="bakkerij", literal=True)).total)
            connections.close_all()

        with reader():
            Service.objects.filter(pk=service.pk).update(name_nl="Slagerij")
            other = threading.Thread(target=search_on)
            other.start()
            other.join(10)
            assert answers == [1]
        assert search(Query(text="bakkerij", literal=True)).total == 0

    def test_a_reader_in_a_reader_is_the_same(self):
        factories.service()
        with reader() as outer, reader() as inner:
            assert inner is outer


def test_a_writer_gets_its_turn_among_readers_without_end():
    gate, stop, alone = Gate(), threading.Event(), []

    def read():
        while not stop.is_set():
            with gate.reading():
                time.sleep(0.002)

    readers = [threading.Thread(target=read) for _ in range(4)]
    for thread in readers:
        thread.start()
    for _ in range(20):
        with gate.changing(10) as mine:
            alone.append(mine and not gate._readers)
    stop.set()
    for thread in readers:
        thread.join()
    assert all(alone)
