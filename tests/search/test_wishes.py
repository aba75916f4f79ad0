"""Conditions in words (a language, a day, what it costs), names that nobody here bears, themes that nobody has."""

from datetime import datetime

import pytest
from django.http import QueryDict
from django.utils import translation

from actors.catalogue.said_first import themes_without_service, unlisted, wishes
from actors.helplines import helplines
from actors.models import Service, Viewer
from actors.opening import BRUSSELS
from actors.search import engine, search
from actors.search.document import speaks
from actors.search.filters import ServiceFilterSet, to_query

pytestmark = pytest.mark.usefixtures("real")

A_MONDAY = datetime(2026, 11, 30, 10, tzinfo=BRUSSELS)


def ask(language, q, now=A_MONDAY):
    with translation.override(language):
        query = to_query(ServiceFilterSet(QueryDict(mutable=True) | {"q": q}), language=language, viewer=Viewer.VISITOR)
        query = type(query)(**{**{name: getattr(query, name) for name in query.__dataclass_fields__}, "now": now})
        return query, search(query, limit=10)


def services(found):
    by_pk = Service.objects.select_related("actor").in_bulk(found.pks)
    return [by_pk[pk] for pk in found.pks]


@pytest.mark.parametrize(
    ("language", "q", "spoken", "theme"),
    [
        ("nl", "Nederlandstalig psycholoog", "nl", "mental-health"),
        ("fr", "psychologue néerlandophone", "nl", "mental-health"),
        ("fr", "psychologue francophone", "fr", "mental-health"),
        ("nl", "Franstalige dokter", "fr", "primary-care"),
        ("fr", "médecin qui parle arabe", "ar", "primary-care"),
        ("nl", "dokter die Turks spreekt", "tr", "primary-care"),
    ],
)
def test_a_language_is_a_wish_and_no_name_of_a_library(language, q, spoken, theme):
    _query, found = ask(language, q)
    postings = engine().index.postings
    having = postings[speaks(spoken) if spoken in ("nl", "fr") else f"language:{spoken}"]
    first = services(found)[:5]
    assert not [one.name for one in first if "bibliothe" in f"{one.name} {one.actor.name}".lower()]
    asked = [pk for pk in found.pks if pk in postings[f"theme:{theme}"]]
    known = [pk in having for pk in asked]
    assert known == sorted(known, reverse=True)


@pytest.mark.parametrize(
    ("language", "q", "said"),
    [
        ("nl", "tandarts Arabisch", "taal: Arabisch"),
        ("fr", "dentiste néerlandophone", "langue : néerlandais"),
        ("nl", "slapen met mijn hond", "Honden toegelaten"),
        ("nl", "voedselpakket zaterdag", "open op zaterdag 5 december"),
        ("fr", "colis alimentaire demain", "ouvert le mardi 1 décembre"),
        ("fr", "repas gratuit ce week-end", "ouvert le samedi 5 décembre, dimanche 6 décembre"),
        ("nl", "gratis tandarts", "Gratis"),
    ],
)
def test_what_was_read_as_a_wish_is_said(language, q, said):
    query, found = ask(language, q)
    with translation.override(language):
        assert said in [wish.label for wish in wishes(found, query, str)]


@pytest.mark.parametrize(("language", "q"), [("nl", "ik spreek geen Frans tolk"), ("fr", "je ne parle pas français")])
def test_a_language_that_is_not_spoken_is_no_wish(language, q):
    assert not ask(language, q)[1].match.conditions


@pytest.mark.parametrize(("language", "q"), [("nl", "Nederlandse les"), ("fr", "cours de néerlandais")])
def test_a_language_that_is_learned_is_the_subject(language, q):
    _query, found = ask(language, q)
    assert not found.match.conditions
    assert found.pks[0] in engine().index.postings["theme:language-course"]


@pytest.mark.parametrize(
    ("language", "q"),
    [
        ("nl", "voedselpakket zaterdag"),
        ("fr", "colis alimentaire samedi"),
        ("fr", "douche dimanche"),
        ("nl", "sociaal restaurant woensdagavond"),
        ("nl", "dagopvang in het weekend"),
    ],
)
def test_who_is_known_to_be_open_that_day_stands_before_who_is_known_to_be_closed(language, q):
    _query, found = ask(language, q)
    (day,) = found.match.conditions
    named = [group for group in found.match.groups if group.terms]
    asked = [pk for pk in found.pks if any(pk in group.found.get("exact theme", ()) for group in named)]
    order = [2 if pk in day.found.get("condition", ()) else int(pk in day.unknown) for pk in asked]
    assert order == sorted(order, reverse=True)


@pytest.mark.parametrize(
    ("language", "q", "name", "theme"),
    [
        ("nl", "Rode Kruis", "Rode Kruis", "social-service"),
        ("fr", "croix rouge", "Croix-Rouge", "social-service"),
        ("nl", "TEJO", "TEJO", "youth-support"),
        ("nl", "OverKop", "OverKop", "youth-support"),
        ("nl", "ombudsman", "Ombudsman", "legal-aid"),
        ("fr", "Infirmiers de rue", "Infirmiers de rue", "street-work"),
    ],
)
def test_a_well_known_name_that_nobody_bears_is_said_and_what_comes_nearest_is_shown(language, q, name, theme):
    _query, found = ask(language, q)
    index = engine().index
    assert [one.name for one in unlisted(index, found, language)] == [name]
    assert found.pks
    assert set(found.services) <= set(index.postings[f"theme:{theme}"])


@pytest.mark.parametrize(
    ("language", "q"),
    [
        ("fr", "repas chaud à domicile"),
        ("nl", "warme maaltijden aan huis"),
        ("nl", "oude luiers en een grote fles"),
        ("fr", "repas livrés pas chers"),
        ("nl", "goedkope luiers"),
        ("fr", "wc publics marolles"),
    ],
)
def test_of_a_theme_that_nobody_has_is_said_where_to_go_and_no_adjective_finds_something_else(language, q):
    query, found = ask(language, q)
    index = engine().index
    lacking = themes_without_service(index, query, found, helplines)
    assert [theme.elsewhere for theme in lacking if theme.elsewhere]
    named = {term.key for group in found.match.groups for term in group.terms}
    asked = {f"theme:{index.terms.get(key).ask_at}" for key in named if key.startswith("theme:")}
    assert found.pks
    assert set(found.services) <= set(index.postings.any_of(named | asked))


def test_an_exact_name_finds_that_one_and_not_all_that_its_words_mean():
    _query, found = ask("fr", "Comité de la Samaritaine")
    assert {one.actor.slug for one in services(found)} == {"comite-de-la-samaritaine"}


def test_few_near_a_place_are_followed_by_those_further_away():
    _query, found = ask("nl", "psycholoog in Jette")
    assert len(found.pks) > 5
    professional = engine().index.postings["serves:professionals"]
    assert not [pk for pk in found.pks[:3] if pk in professional]
