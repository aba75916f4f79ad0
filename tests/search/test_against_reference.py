"""The engine finds what its obvious reference finds: on random regions, for random questions.

Runs the same examples every time; HYPOTHESIS_PROFILE=thorough looks at many more, others in every run.
"""

from dataclasses import replace

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from actors.models import Viewer
from actors.search import Sort
from actors.search.process import Live, fresh_engine
from tests.search.build_region import Builder, create_territory
from tests.search.reference import Reference
from tests.search.regions import SINGLE, queries, regions, services

pytestmark = pytest.mark.django_db


SORTS = st.permutations([sort for sort in Sort if sort is not Sort.RESIDENT])  # that: tests/pictograms/test_order.py
PAGES = [(30, 0), (3, 0), (3, 1), (30, 2)]  # limit and offset


@pytest.fixture
def neighbourhoods():
    return create_territory()


def agree(engine, reference, query, limit, offset):
    """The same services in the same order, and the same counts."""
    found = engine.search(query, limit=limit, offset=offset)
    expected = reference.search(query)
    assert found.pks == expected[offset : offset + limit]
    assert found.total == len(expected)
    assert engine.count(query) == sum(not service.is_example for service in reference.found(query))
    assert set(found.services) == set(expected)
    assert found.facets == reference.facets(query)


def ask(data, engine, day, questions, **options):
    """Random questions, each by every viewer. Words that nobody uses, of whom the viewer may know, are
    searched as they stand: the reference corrects nothing."""
    reference = Reference()
    for _number in range(questions):
        drawn = data.draw(queries(day, **options))
        for viewer, sort, page in zip(Viewer, data.draw(SORTS), PAGES, strict=True):
            query = replace(drawn, viewer=viewer, sort=sort)
            if not reference.is_known(query):
                query = replace(query, literal=True)
            agree(engine, reference, query, *page)


@given(region=regions(), data=st.data())
def test_region(neighbourhoods, region, data):
    with transaction.atomic():
        Builder(region, neighbourhoods)
        ask(data, fresh_engine(), region["day"], 8)
        transaction.set_rollback(True)


@given(region=regions(SINGLE, most=8), changes=st.lists(services(SINGLE), min_size=1, max_size=4), data=st.data())
def test_changed_region(neighbourhoods, region, changes, data):
    """An index that read changes is that of a new process. (What nobody uses any more stays in the spelling and in
    the parts of compounds until the process ends; these words make no compounds.)"""
    with transaction.atomic():
        builder = Builder(region, neighbourhoods)
        process = Live()
        process.engine = fresh_engine()
        ask(data, process.engine, region["day"], 2, words=SINGLE)
        touched = [service.pk for service in builder.services[: len(changes)]]
        for service, change in zip(builder.services, changes, strict=False):
            builder.change(service, change)
        touched += [service.pk for service in builder.add(changes)]
        touched.append(builder.services[-1].pk)
        builder.services[-1].delete()
        process._read_changed(touched)
        ask(data, process.engine, region["day"], 4, words=SINGLE)
        transaction.set_rollback(True)
