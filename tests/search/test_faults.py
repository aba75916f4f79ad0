"""What goes wrong in the world: servers restart, processes die, imports take long. Real processes, a real server."""

import os
import signal
import threading
import time
from collections import Counter

import pytest

from tests.search.another_server import PATIENCE, backup_of, server, site

pytestmark = pytest.mark.xdist_group("faults")  # one server
SEARCH, SERVICE = "/nl/zoeken/?q=douche", "/nl/aanbod/la-fontaine-douches/"
RENAME = "from actors.models import Service; Service.objects.filter(slug='la-fontaine-douches').update(name_nl='{}')"
COLLECT = """
from django.core.management import call_command
call_command("collectstatic", interactive=False, verbosity=0)
"""
BURN = "DO $$ BEGIN FOR i IN 1..5000 LOOP PERFORM pg_current_xact_id(); COMMIT; END LOOP; END $$"


@pytest.fixture(scope="module")
def backup(real_database):
    """A backup of the real data."""
    return backup_of(real_database)


@pytest.fixture(scope="module")
def own(backup):
    """A server of our own, with the real data, and static files as workers serve them."""
    with server(backup) as restored:
        restored.run(COLLECT)
        yield restored


INDEX = """
from actors.search.process import Live
live, last = Live(), False
while not last:
    live.refresh(force=True)
    last = any(kept.sort_nl == 'the last one' for kept in live.engine.index.kept.values())
print(sorted((pk, kept.sort_nl) for pk, kept in live.engine.index.kept.items()))
"""
WRITE = """
import time
from actors.models import Service
some = Service.objects.filter(status='published', actor__status='published').order_by('pk')
for number, service in enumerate(some[:40]):
    Service.objects.filter(pk=service.pk).update(name_nl=f'Round {number}')
    time.sleep(0.05)  # so that both readers begin in the midst of it
    Service.objects.filter(pk__gt=service.pk, pk__lt=service.pk + 9).update(name_nl=f'Around {number}')
Service.objects.filter(pk=some[5].pk).update(status='archived')
Service.objects.filter(pk=some[50].pk).update(name_nl='The last one')
print(sorted(some.values_list('pk', 'sort_nl')))
"""


class Load:
    """People who go on searching; what they got."""

    def __init__(self, visited, people=4):
        self.answers = Counter()
        self._stop = threading.Event()
        self._people = [threading.Thread(target=self._search, args=(visited,)) for _ in range(people)]

    def _search(self, visited):
        while not self._stop.wait(0.02):
            status, retry_after, _text = visited.get(SEARCH)
            self.answers[status, retry_after] += 1

    def wait_for(self, answer):
        """Until somebody gets this answer once more, which must be soon."""
        deadline, before = time.monotonic() + PATIENCE, self.answers[answer]
        while self.answers[answer] == before:
            assert time.monotonic() < deadline, self.answers
            time.sleep(0.05)

    def __enter__(self):
        for person in self._people:
            person.start()
        return self

    def __exit__(self, *error):
        self._stop.set()
        for person in self._people:
            person.join()


OK, AWAY = (200, ""), (503, "10")


def test_database_restarts_under_load(own):
    """503 with Retry-After for its seconds; afterwards the same workers answer, with what changed in between."""
    with site(own) as visited:
        with Load(visited) as load:
            load.wait_for(OK)
            workers = visited.workers
            own.stop()
            load.wait_for(AWAY)
            own.start()
            load.wait_for(OK)
        assert set(load.answers) <= {OK, AWAY}
        own.run(RENAME.format("Wasplaats na de storing"))
        time.sleep(0.5)  # longer than a worker waits until it looks again
        answers = [visited.get("/nl/zoeken/?q=wasplaats") for _ in range(8)]
        assert [status for status, _retry, _text in answers] == [200] * 8
        assert all("Wasplaats na de storing" in text for _status, _retry, text in answers)
        assert visited.workers == workers


def test_two_processes_index_at_once_while_a_third_writes(own):
    """Both start from nothing at the same time, and end with what is in the database."""
    readers = [own.begin(INDEX) for _ in range(2)]
    written = own.run(WRITE)
    assert [reader.communicate(timeout=PATIENCE)[0].strip() for reader in readers] == [written, written]


def test_a_worker_that_is_stopped_writes_its_counts_and_one_that_is_killed_loses_only_them(own):
    def counted():
        return int(
            own.run("from actors.models import ServiceUse; print(sum(u.count for u in ServiceUse.objects.all()))")
        )

    before = counted()
    with site(own, workers=1) as visited:
        visited.get(SERVICE)
        assert counted() == before  # a request writes nothing
        (worker,) = visited.workers
        os.kill(int(worker), signal.SIGKILL)
        for _ in range(2):
            assert visited.get(SERVICE)[0] == 200  # by the next worker
    assert counted() == before + 2


def test_workers_go_on_after_a_restore_from_a_backup(own, backup):
    """In a restored database transaction numbers begin anew, so all that changes there lies in a worker's past."""
    own.run(f"from django.db import connection; connection.cursor().execute({BURN!r})")
    with site(own, workers=1) as visited:
        assert visited.get(SEARCH)[0] == 200
        own.start_anew(backup)
        own.run(RENAME.format("Badkoets"))
        status, _retry, text = visited.get("/nl/zoeken/?q=badkoets&literal=on")
    assert status == 200
    assert "1 dienst" in text
