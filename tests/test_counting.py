"""Counts of use and demand: nothing is written while somebody waits, nothing is lost, nothing is known of anybody."""

import re
import subprocess
import sys
from collections import Counter
from datetime import date
from threading import Thread

import pytest
from django.db import OperationalError, connection, connections
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from actors import counting
from actors.catalogue import views
from actors.counting import Counts, write
from actors.models import SearchDemand, ServiceUse
from actors.search import Query, engine, search
from actors.search.demand import demand
from tests import factories

TODAY, YESTERDAY = date(2026, 11, 22), date(2026, 11, 21)


@pytest.fixture
def counts(monkeypatch):
    """The counts of a process of its own, behind the pages."""
    mine = Counts()
    monkeypatch.setattr(views, "counts", mine)
    return mine


def uses():
    return dict(ServiceUse.objects.values_list("service", "count"))


def demands():
    return dict(SearchDemand.objects.values_list("need__code", "count"))


@pytest.mark.django_db
class TestWriting:
    def test_adds_to_what_is_there(self):
        service, other = factories.service(), factories.service()
        for _ in range(2):
            write(opened=Counter({(service.pk, TODAY): 3, (other.pk, TODAY): 1}), searched=Counter())
        write(opened=Counter({(service.pk, YESTERDAY): 4}), searched=Counter())
        assert set(ServiceUse.objects.values_list("service", "day", "count")) == {
            (service.pk, TODAY, 6),
            (other.pk, TODAY, 2),
            (service.pk, YESTERDAY, 4),
        }

    def test_leaves_alone_how_often_a_service_was_proposed(self):
        service = factories.service()
        ServiceUse.objects.create(service=service, day=TODAY, proposed=2)
        write(opened=Counter({(service.pk, TODAY): 1}), searched=Counter())
        assert ServiceUse.objects.values_list("count", "proposed").get() == (1, 2)

    def test_what_went_away_in_between_hinders_nothing(self):
        service, need = factories.service(), factories.need()
        searched = Counter({(TODAY, need.pk, None, True): 2, (TODAY, 999, None, True): 1, (TODAY, None, 999, True): 1})
        write(opened=Counter({(service.pk, TODAY): 1, (999, TODAY): 1}), searched=searched)
        assert uses() == {service.pk: 1}
        assert demands() == {need.code: 2, None: 2}

    def test_outcomes_are_counted_apart(self):
        zone = factories.zone()
        counts = Counts()
        counts.searched([(None, zone.pk)], had_results=True)
        counts.searched([(None, zone.pk)], had_results=False)
        counts.searched([(None, zone.pk)], had_results=False)
        counts.flush()
        assert dict(SearchDemand.objects.values_list("had_results", "count")) == {True: 1, False: 2}
        assert SearchDemand.objects.first().day == timezone.localdate()

    def test_is_kept_while_the_database_is_away(self, monkeypatch):
        service, counts = factories.service(), Counts()
        counts.opened(service.pk)

        def away(**_counts):
            raise OperationalError

        with monkeypatch.context() as patched:
            patched.setattr(counting, "write", away)
            counts.flush()
        counts.opened(service.pk)
        counts.flush()
        counts.flush()
        assert uses() == {service.pk: 2}


@pytest.mark.django_db(transaction=True)
def test_two_processes_lose_nothing():
    """Both write the same rows at once, many times, in whatever order they counted."""
    services = [factories.service().pk for _ in range(5)]

    def work(order):
        mine = Counts()
        for _ in range(20):
            for service in order:
                mine.opened(service)
            mine.flush()
        connections.close_all()

    processes = [Thread(target=work, args=(order,)) for order in (services, services[::-1])]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert uses() == dict.fromkeys(services, 40)


@pytest.mark.django_db(transaction=True)
def test_every_minute_and_a_crash_loses_only_what_came_after():
    service, counts = factories.service(), Counts()
    counts.opened(service.pk)
    stopped = counts.keep_writing(every=0.01)
    while not uses():
        stopped.wait(0.01)
    stopped.set()
    counts.opened(service.pk)  # and here it crashes
    assert uses() == {service.pk: 1}


def test_a_process_that_ends_writes_what_it_has():
    """By the way that Python ends a process, which is how gunicorn ends a worker."""
    script = (
        "import django; django.setup()\n"
        "from actors import counting\n"
        "counting.write = lambda **counted: print(sum(counted['opened'].values()))\n"
        "counting.counts.opened(1)\n"
        "counting.counts.keep_writing()\n"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "1"


@pytest.mark.usefixtures("real")
class TestPages:
    """The real data is read-only: a page that wrote would fail."""

    @pytest.mark.parametrize("path", ["/nl/aanbod/la-fontaine-douches/", "/fr/recherche/?q=douche&zone=sud"])
    def test_write_nothing(self, client, counts, path):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path).status_code == 200
        assert not [query["sql"] for query in queries if re.match("(INSERT|UPDATE|DELETE)", query["sql"].strip(), re.I)]
        assert counts._opened or counts._searched

    @pytest.mark.parametrize(
        ("path", "asked"),
        [
            ("?q=douche", {("hygiene", None)}),
            ("?theme=shower&zone=sud", {("hygiene", "sud")}),
            ("?q=xyzzyx&municipality=21004", {(None, "nord"), (None, "sud"), (None, "centre-ouest")}),
            ("?q=douche+voedselpakket", {("hygiene", None), ("food", None)}),
            ("", set()),
            ("?q=hulp&page=2", set()),
        ],
    )
    def test_what_counts_as_demand(self, client, counts, path, asked):
        page = client.get(f"/nl/zoeken/{path}").context["page"]
        terms = page.index.terms
        needs = {need.pk: need.code for need in terms["need"].values()} | {None: None}
        zones = {zone.pk: zone.code for zone in terms["zone"].values()} | {None: None}
        counted = {(needs[need], zones[zone], results) for _day, need, zone, results in counts._searched}
        assert counted == {(*each, page.total > 0) for each in asked}


@pytest.mark.django_db
def test_small_counts_are_not_told():
    zone = factories.zone()
    rows = [("hygiene", TODAY, 3), ("hygiene", YESTERDAY, 3), ("food", TODAY, 4), ("health", TODAY, 5)]
    for code, day, count in rows:
        SearchDemand.objects.create(day=day, need=factories.need(code), zone=zone, had_results=True, count=count)
    assert [(row["need__code"], row["total"]) for row in SearchDemand.objects.told()] == [("hygiene", 6), ("health", 5)]
    assert [row.need.code for row in SearchDemand.objects.large()] == ["health"]


@pytest.mark.django_db
def test_only_needs_and_zones_are_known():
    query = Query("Jan Peeters, Hoogstraat 12")
    assert demand(engine().index, query, search(query)) == [(None, None)]
