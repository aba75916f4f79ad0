"""Byte strings that lie together, and the rows that filter values are counted in."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from actors.search.packed import Packed
from actors.search.postings import Postings
from actors.search.tally import STEP, Tally
from actors.search.terms import Term, Terms

CHANGES = st.lists(st.tuples(st.integers(0, 12), st.binary(max_size=9)), max_size=60)


@given(CHANGES)
def test_packed_is_a_dictionary(changes):
    """Longer, shorter, the same and again: also when what is not used any more is left out, and after saving."""
    packed, known = Packed(), {}
    for number, content in changes:
        packed[number] = content
        known[number] = content
    for one in (packed, pickle.loads(pickle.dumps(packed))):
        assert [one[number] for number in range(20)] == [known.get(number, b"") for number in range(20)]


def test_what_is_not_used_is_left_out():
    packed = Packed()
    for size in range(100):
        packed[0] = bytes(size)
    assert len(packed._content) < 300


@given(st.lists(st.tuples(st.integers(1, 9), st.sets(st.sampled_from("abcdef")), st.sets(st.sampled_from("xyz")))))
def test_postings_after_any_changes(changes):
    """Marks and words of services that were put, put again or taken out, with a save in between."""
    postings, known = Postings(("name", "summary")), {}
    for pk, marks, lexemes in changes:
        if marks or lexemes:
            postings.put(pk, marks, {("summary", lexeme) for lexeme in lexemes})
        else:
            postings.remove(pk)
        known[pk] = marks, lexemes
        postings = pickle.loads(pickle.dumps(postings)) if pk == 5 else postings
    for mark in "abcdef":
        having = {pk for pk, (marks, _lexemes) in known.items() if mark in marks}
        assert set(postings[mark]) == having
        assert [pk for pk in range(12) if postings.carried(pk, [mark])] == sorted(having)
    for lexeme in "xyz":
        having = {pk for pk, (_marks, lexemes) in known.items() if lexeme in lexemes}
        assert {field: set(found) for field, found in postings.in_fields([lexeme]).items()} == (
            {"summary": having} if having else {}
        )


def test_fields_come_in_their_order():
    """Of fields that speak as strongly, the first is the reason that a page tells."""
    postings = Postings(("name", "place", "summary"))
    postings.put(1, (), [("summary", "n:brussel"), ("place", "f:bruxel"), ("name", "f:bruxel")])
    assert list(postings.in_fields(["n:brussel", "f:bruxel"])) == ["name", "place", "summary"]


class TestTally:
    @pytest.fixture
    def tally(self):
        targets = [Term("target", f"t{number}", {"nl": str(number)}) for number in range(3 * STEP)]
        return Tally(Terms(targets, {}, [], {}))

    def count(self, tally, *pks, knows_all=False):
        counts = tally.count(BitMap(pks), ["target"], knows_all=knows_all)["target"]
        return {key: count for key, count in counts.items() if count}

    def test_more_values_than_any_service_had(self, tally):
        few, many = {"target:t1"}, {f"target:t{number}" for number in range(2 * STEP + 1)}
        tally.put(3, few, set())
        tally.put(4, many, set())
        tally = pickle.loads(pickle.dumps(tally))
        assert self.count(tally, 3) == {"target:t1": 1}
        assert self.count(tally, 3, 4) == {key: 1 + (key == "target:t1") for key in many}

    def test_what_only_professionals_know(self, tally):
        tally.put(3, {"target:t1"}, {"target:t1", "target:t2"})
        assert self.count(tally, 3) == {"target:t1": 1}
        assert self.count(tally, 3, knows_all=True) == {"target:t1": 1, "target:t2": 1}

    def test_put_again_and_taken_out(self, tally):
        tally.put(3, {"target:t1", "target:t2"}, {"target:t4"})
        tally.put(3, {"target:t3"}, set())
        assert self.count(tally, 3, knows_all=True) == {"target:t3": 1}
        tally.remove(3)
        assert self.count(tally, 3, knows_all=True) == {}

    def test_every_value_is_there(self, tally):
        counts = tally.count(BitMap(), ["target"], knows_all=False)["target"]
        assert list(counts) == [f"target:t{number}" for number in range(3 * STEP)]
        assert counts["target:t0"] == 0
        assert "target:elsewhere" not in counts
