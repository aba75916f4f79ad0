"""Kinds of words that strangers used and nothing was found for: a dog, neighbours, a number, a psychologist."""

import pytest

from tests.scenarios.everyday import Everyday
from tests.search.test_competence import slugs

pytestmark = pytest.mark.usefixtures("real")


@pytest.mark.parametrize(
    ("language", "q", "first"),
    [
        ("fr", "abri pour la nuit avec mon chien", "samusocial"),
        ("nl", "waar slapen met twee honden", "nachtopvang"),
        ("fr", "numéro vert sans abri", "samusocial"),
        ("nl", "gratis nummer daklozen", "samusocial"),
        ("nl", "buren maken ruzie", "hallo-welzijnswerk"),
        ("fr", "conflit de voisinage", "hallo-welzijnswerk"),
        ("fr", "tapage nocturne", "hallo-welzijnswerk"),
        ("nl", "CLB", "jeugd"),
        ("fr", "centre PMS", "jeugd"),
        ("nl", "TEJO", "jongeren"),
        ("nl", "OverKop", "jongeren"),
        ("nl", "JAC", "jeugd"),
        ("fr", "psy pour ado", "jeugd"),
    ],
)
def test_leads_to_who_helps(language, q, first):
    asked = Everyday(language, q, (first,))
    assert asked.is_answered_by(asked.first_five())


@pytest.mark.parametrize(("language", "q"), [("nl", "hond"), ("fr", "chien")])
def test_a_dog_is_a_condition_and_no_name(language, q):
    """Who takes dogs is known of nobody that exists, and is said to be not found."""
    text = {"nl": f"slapen met {q}", "fr": f"dormir avec mon {q}"}[language]
    _found, answer = slugs(language, q=text)
    assert answer.match.unmet(answer.services) == [q]


@pytest.mark.parametrize(("language", "q"), [("nl", "psycholoog"), ("fr", "psychologue")])
@pytest.mark.parametrize("where", ["", "Jette"])
def test_poison_rape_and_suicide_lines_are_no_psychologists(language, q, where):
    found, _answer = slugs(language, q=q, where=where)
    lines = {"antigifcentrum-lijn", "sos-viol-lijn", "zelfmoordlijn-1813", "child-focus-116000", "1712-hulplijn"}
    assert not lines & set(found)


@pytest.mark.parametrize(("language", "q"), [("nl", "zelfmoord"), ("fr", "suicide")])
def test_suicide_lines_are_found_by_what_they_are_for(language, q):
    assert {"zelfmoordlijn-1813", "centre-prevention-suicide-ecoute"} & {*slugs(language, q=q)[0][:3]}


@pytest.mark.parametrize(
    ("language", "plain", "with_time"),
    [("fr", "fume du cannabis", "fume du cannabis tous les jours"), ("nl", "gamen", "de hele nacht gamen")],
)
def test_how_long_or_how_often_decides_nothing(language, plain, with_time):
    """A restaurant "of every day" was found for who smokes every day."""
    assert set(slugs(language, q=plain)[0]) == set(slugs(language, q=with_time)[0])


@pytest.mark.parametrize(("language", "q"), [("nl", "dove man"), ("fr", "homme sourd")])
def test_who_is_deaf_is_not_sent_to_the_blind_first(language, q):
    found = slugs(language, q=q)[0]
    assert found.index("phare-hulp") < min(found.index("brailleliga-hulp"), found.index("eqla-hulp"))


@pytest.mark.parametrize("q", ["mijn zoon", "zonen"])
def test_sons_are_no_care_zones(q):
    assert not [slug for slug in slugs("nl", q=q)[0] if slug.startswith("zorgzone-")]
