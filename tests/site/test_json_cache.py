"""What is counted against limits: the same for every worker, nothing that runs, nothing that tells who it was."""

import json
import pickle
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _empty(db):
    """The table is of no model: what tests that write for good leave there, nothing else empties."""
    cache.clear()


def rows():
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key, value FROM accounts_cache")
        return cursor.fetchall()


def test_what_was_set_is_got_until_it_ends():
    cache.set("name", [1.5, "x"], 60)
    assert cache.get("name") == [1.5, "x"]
    cache.set("name", 2, 0)
    assert cache.get("name", "gone") == "gone"
    cache.set("name", 3, None)
    assert cache.get("name") == 3
    assert cache.touch("name", 60)
    assert cache.delete("name")
    assert not cache.delete("name")
    assert not cache.touch("name", 60)


def test_what_is_counted_starts_with_what_was_set_and_ends_with_it():
    cache.set("count", 2, 60)
    assert (cache.incr("count"), cache.incr("count", 5), cache.get("count")) == (3, 8, 8)
    for ended in ("count", "never set"):
        cache.set("count", 2, 0)
        with pytest.raises(ValueError, match="nothing is counted"):
            cache.incr(ended)


def test_add_is_for_the_first_only_and_again_after_the_end():
    assert cache.add("once", 1, 60)
    assert not cache.add("once", 2, 60)
    assert cache.get("once") == 1
    cache.set("once", 1, 0)
    assert cache.add("once", 3, 60)


@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_one_adds():
    def add(_):
        try:
            return cache.add("at once", 1, 60)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(add, range(16))) == 1


def test_what_has_ended_is_thrown_away_by_the_next_write():
    cache.set("old", 1, 0)
    cache.set("new", 1, 60)
    assert len(rows()) == 1


def test_a_planted_pickle_is_nothing():
    class Planted:
        def __reduce__(self):
            return (pytest.fail, ("a pickle was run",))

    cache.set("name", 1, 60)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_cache SET value = %s", [pickle.dumps(Planted(), 0).decode("latin-1")])
    assert cache.get("name", "nothing") == "nothing"


def test_after_logging_in_no_address_of_anybody_is_there():
    Client(REMOTE_ADDR="203.0.113.77").post("/nl/account/aanmelden/", {"login": "an@huis.be", "password": "wrong"})
    kept = json.dumps(rows())
    assert rows()
    assert "203.0.113.77" not in kept
    assert "an@huis.be" not in kept
