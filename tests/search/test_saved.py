"""The index on disk: used where it is right, and everything is read anew where it is not."""

from pathlib import Path

import pytest
from django.db import ProgrammingError, connection

from actors.models import Service, Theme
from actors.search import Query, process, saved
from actors.search.process import Live
from actors.search.stamps import BEGINNING, changed_since, restamp
from actors.search.term_records import load_terms
from tests import factories

pytestmark = [pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path / "search"
    return settings.SEARCH_INDEX_DIR


@pytest.fixture
def read(monkeypatch):
    """The services that were read from the database."""
    pks = []

    def read_documents(wanted):
        pks.extend(wanted)
        return saved_read(wanted)

    saved_read = process.read_documents
    monkeypatch.setattr(process, "read_documents", read_documents)
    return pks


@pytest.fixture
def services():
    """Three services that one process has read and saved."""
    services = [factories.service(name_nl=name, at=True, hours="24/7") for name in ("Bakkerij", "Slagerij", "Kapper")]
    factories.availability("open", service=services[0])
    start()
    return services


def start() -> Live:
    """A process that starts."""
    started = Live()
    started.refresh(force=True)
    return started


def names(live: Live, **asked) -> set[str]:
    pks = live.engine.search(Query(**asked)).pks
    return set(Service.objects.filter(pk__in=pks).values_list("name_nl", flat=True))


def the_file(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


class TestUse:
    def test_what_did_not_change_is_not_read(self, services, read):
        assert names(start()) == {"Bakkerij", "Slagerij", "Kapper"}
        assert read == []

    def test_answers_as_who_read_everything(self, services, folder):
        from_disk = start()
        the_file(folder).unlink()
        anew = start()
        for asked in ({}, {"text": "slagerij"}, {"text": "slagerji"}, {"has_room": True}, {"open_at": Query().now}):
            one, other = (live.engine.search(Query(**asked)) for live in (from_disk, anew))
            assert (one.pks, one.facets, one.match.corrected) == (other.pks, other.facets, other.match.corrected)

    def test_what_changed_is_read(self, services, read):
        changed, deleted, _same = services
        Service.objects.filter(pk=changed.pk).update(name_nl="Beenhouwer")
        deleted.delete()
        added = factories.service(name_nl="Bloemist")
        live = start()
        assert names(live) == {"Beenhouwer", "Bloemist", "Kapper"}
        assert names(live, text="beenhouwer") == {"Beenhouwer"}
        assert names(live, text="bakkerij", literal=True) == set()
        assert sorted(read) == sorted([changed.pk, added.pk])

    def test_goes_on_learning_of_changes(self, services):
        live = start()
        Service.objects.filter(pk=services[0].pk).update(name_nl="Beenhouwer")
        live.refresh(force=True)
        assert names(live, text="beenhouwer") == {"Beenhouwer"}

    def test_is_written_anew_after_many_changes(self, services, read):
        Service.objects.update(name_nl="Beenhouwer")
        start()
        read.clear()
        assert names(start()) == {"Beenhouwer"}
        assert read == []

    def test_changed_taxonomy_is_read_with_everything(self, services, read):
        Theme.objects.update(synonyms_nl="bad")
        assert names(start(), text="bad", literal=True) == {"Bakkerij", "Slagerij", "Kapper"}
        assert len(read) == len(services)

    def test_changed_taxonomy_in_a_running_process(self, services, read):
        live = start()
        Theme.objects.update(synonyms_nl="bad")
        live.refresh(force=True)
        assert names(live, text="bad", literal=True) == {"Bakkerij", "Slagerij", "Kapper"}
        read.clear()
        start()
        assert read == []


class TestNoTrust:
    """Each of these must end with everything read from the database."""

    @pytest.mark.parametrize("part", ["mark", "digest", "stamps", "index"])
    def test_corrupted(self, services, folder, read, part):
        path = the_file(folder)
        content = bytearray(path.read_bytes())
        place = {"mark": 0, "digest": saved.DIGEST_SIZE, "stamps": 2 * saved.DIGEST_SIZE + 30, "index": -50}[part]
        content[place] ^= 1
        path.write_bytes(content)
        self.everything_is_read(services, read)

    @pytest.mark.parametrize("length", [0, 10, 150, 1_000])
    def test_cut_short(self, services, folder, read, length):
        path = the_file(folder)
        path.write_bytes(path.read_bytes()[:length])
        self.everything_is_read(services, read)

    def test_other_code(self, services, read, monkeypatch):
        monkeypatch.setattr(saved, "code", lambda: "another version")
        self.everything_is_read(services, read)

    def test_other_database_under_the_same_name(self, services, folder, read, monkeypatch):
        path = the_file(folder)
        monkeypatch.setattr(saved, "database", lambda: "another database")
        path.rename(saved.store().path)
        self.everything_is_read(services, read)

    def test_database_that_was_set_back(self, services, folder, read):
        """Its transaction numbers lie behind those of the file."""
        store = saved.store()
        (index, stamped) = store.load(*seen())
        store.save(index, 10**9, stamped)
        self.everything_is_read(services, read)

    def test_restored_tables(self, services, read):
        """Rows come back without their triggers, with stamps of another time."""
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE actors_service DISABLE TRIGGER USER")
            cursor.execute("UPDATE actors_service SET name_nl = 'Hersteld'")
            cursor.execute("ALTER TABLE actors_service ENABLE TRIGGER USER")
        restamp()
        self.everything_is_read(services, read)

    def test_truncated_tables(self, services):
        """No trigger tells of it, so that a running process does not learn of it; one that starts does."""
        with connection.cursor() as cursor:
            cursor.execute("TRUNCATE actors_service CASCADE")
        assert names(start()) == set()

    def test_what_is_no_part_of_an_index_is_not_made(self, services, read, monkeypatch):
        monkeypatch.setattr(saved, "CLASSES", saved.CLASSES - {("pyroaring", "BitMap")})
        self.everything_is_read(services, read)

    @staticmethod
    def everything_is_read(services, read):
        read.clear()
        assert len(names(start())) >= 1
        assert sorted(read) == [service.pk for service in services]


class TestWriting:
    def test_two_writers_leave_one_whole_file(self, services, folder, read):
        one, other = saved.store(), saved.store()
        index, stamped = one.load(*seen())
        for store in (one, other):
            store.save(index, seen()[1], stamped)
        start()
        assert read == []
        the_file(folder)

    def test_crash_while_writing_leaves_what_was_there(self, services, folder, read, monkeypatch):
        before = the_file(folder).read_bytes()

        def crash(*_arguments):
            raise OSError("the disk is full")

        monkeypatch.setattr(saved._Writer, "dump", crash)
        Service.objects.update(name_nl="Beenhouwer")
        assert names(start()) == {"Beenhouwer"}
        assert the_file(folder).read_bytes() == before

    def test_folder_that_cannot_be_written(self, services, folder, read):
        the_file(folder).unlink()
        folder.rmdir()
        folder.write_text("not a folder")
        assert len(names(start())) == len(services)

    def test_database_that_does_not_say_who_it_is(self, services, folder, monkeypatch):
        def refuse():
            raise ProgrammingError("permission denied for function pg_control_system")

        monkeypatch.setattr(saved, "database", refuse)
        assert len(names(start())) == len(services)

    def test_nobody_else_may_read_or_write_it(self, services, folder):
        assert the_file(folder).stat().st_mode & 0o077 == 0


def seen():
    """Terms, horizon and stamps of the database now."""
    return load_terms(), *changed_since(BEGINNING)
