"""In which order a search lists what it found, where no rule of its own decides."""

from datetime import date

import pytest

from actors.search import Query, Sort, search
from tests import factories
from tests.search.test_search import found, named

pytestmark = pytest.mark.django_db


def test_recently_confirmed_first():
    old = factories.service(confirmed_on=date(2026, 1, 1)).pk
    new = factories.service(confirmed_on=date(2026, 6, 1)).pk
    assert found(sort=Sort.RECENT) == [new, old]


def test_equal_ones_stand_in_the_order_of_names():
    zebra, ete, avond = named("Zebra"), named("Été"), named("avond")
    assert found() == [avond, ete, zebra]


def test_pages_do_not_overlap():
    everything = {named(f"Dienst {number:02}") for number in range(25)}
    first, second = (search(Query(), offset=offset).pks for offset in (0, 20))
    assert (len(first), len(second)) == (20, 5)
    assert {*first, *second} == everything
