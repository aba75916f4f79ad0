"""The simulated year keeps its own rules, and no surface says room that ended."""

from dataclasses import replace

import pytest

from tests.simulation import year
from tests.simulation.rates import PESSIMISTIC
from tests.simulation.reads import stale_reads

SMALL = replace(PESSIMISTIC, actors=200, minutes_a_week=24)  # a fifth of the houses, and of the time


def test_the_same_seed_is_the_same_year():
    assert year.simulate(SMALL, 7) == year.simulate(SMALL, 7)


def test_nobody_works_longer_than_they_have():
    assert max(year.simulate(SMALL, 1).minutes) <= SMALL.minutes_a_week


@pytest.mark.parametrize(("better", "field"), [(1.0, "taps"), (1.0, "with_address"), (0.9, "reads")])
def test_who_answers_more_is_known_better(better, field):
    usual, more = year.simulate(SMALL, 3), year.simulate(replace(SMALL, **{field: better}), 3)
    assert sum(more.share) > sum(usual.share)


def test_where_nobody_answers_nothing_is_known():
    nobody = replace(SMALL, reads=0, by_itself=0, beds_by_itself=0, reached=0)
    assert max(year.simulate(nobody, 1).share) == 0


def test_no_surface_says_room_that_ended():
    reads, stale = stale_reads(30_000, seed=2)
    assert reads >= 30_000
    assert stale == dict.fromkeys(stale, 0)
