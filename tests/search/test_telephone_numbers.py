"""Somebody has a number before them, whole or only its beginning, and wants to know whose it is."""

import pickle

import pytest

from actors.models import Contact
from actors.search import Query, search
from actors.search.numbers import typed_beginning
from actors.search.postings import Postings
from tests import factories


@pytest.fixture
def houses(db):
    made = {}
    for slug, number in {
        "samu": "+3225025678",
        "acv": "+3225029999",
        "gratis": "+3280035243",
        "gsm": "+32470123456",
    }.items():
        made[slug] = factories.service(slug=slug, name_nl=slug, name_fr=slug)
        Contact.objects.create(actor=made[slug].actor, kind="phone", value=number)
    return made


def found(text):
    return set(search(Query(text=text)).pks)


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("02 502 56 78", {"samu"}),
        ("02 502", {"samu", "acv"}),
        ("02/502.5", {"samu"}),
        ("02 5", set()),
        ("02 50", {"samu", "acv"}),
        ("025029", {"acv"}),
        ("+32 2 502", {"samu", "acv"}),
        ("0032 2 502 9", {"acv"}),
        ("+32 (0)2 502", {"samu", "acv"}),
        ("0800 35", {"gratis"}),
        ("0800", {"gratis"}),
        ("0470", {"gsm"}),
        ("02 503", set()),
    ],
)
def test_the_beginning_of_a_number_finds_whose_numbers_begin_so(houses, text, slugs):
    assert found(text) == {houses[slug].pk for slug in slugs}


def test_a_number_that_changed_is_found_no_more_by_the_old_beginning(houses):
    Contact.objects.filter(value="+3280035243").update(value="+3280012345")
    assert found("0800 35") == set()
    assert found("0800 12") == {houses["gratis"].pk}


@pytest.mark.parametrize(
    "text", ["1000", "1030", "112", "107", "18 jaar", "0-3", "02", "024", "bel 02 502", "02 502 x", ""]
)
def test_what_may_be_a_postal_code_an_age_or_words_is_no_beginning(text):
    assert typed_beginning(text) == ""


def test_marks_that_come_later_are_known_by_their_beginning_too():
    postings = Postings(("name",))
    postings.put(1, ["channel|02502", "name|02502"])
    assert postings.beginning_with("channel|025") == ["channel|02502"]
    postings = pickle.loads(pickle.dumps(postings))
    postings.put(2, ["channel|02501", "channel|0470"])
    assert postings.beginning_with("channel|025") == ["channel|02501", "channel|02502"]
    assert postings.beginning_with("channel|09") == []
