"""Invented examples decide nothing for a professional: what exists is found as if they were not there, and stands
before them; where nothing else is found, the page says so."""

import re

import pytest
from django.utils import timezone, translation
from django.utils.html import strip_tags

from actors.catalogue.map_data import _pins
from actors.models import Service, Viewer
from actors.pictograms.cards import help_cards
from actors.search import engine

pytestmark = pytest.mark.usefixtures("real")

FACES = [("nl", "zoeken", "Verzonnen voorbeelden"), ("fr", "recherche", "Exemples inventés")]


def search(client, language, path, **asked):
    response = client.get(f"/{language}/{path}/", asked)
    return response.context["page"], strip_tags(response.content.decode())


def slugs(cards):
    return [card.service.slug for card in cards]


@pytest.mark.parametrize(("language", "path", "title"), FACES)
@pytest.mark.parametrize(
    "words",
    [("slapen met hond", "dormir avec chien"), ("vannacht slapen met hond", "dormir cette nuit avec mon chien")],
)
def test_a_bed_that_exists_stands_before_an_invented_one_where_dogs_may_come(client, language, path, title, words):
    page, text = search(client, language, path, q=words[language == "fr"])
    assert {"samusocial-nachtopvang", "pierre-d-angle-nachtopvang"} & {*slugs(page.cards)[:1]}
    assert page.examples or page.real > 20  # on a later page
    assert title not in text or text.index("Samusocial") < text.index(title)
    unknown = {"nl": "Van geen van deze diensten is dat bekend", "fr": "Ce n'est connu pour aucun de ces services"}
    assert unknown[language] in text.replace("\xa0", " "), "a dog is a wish: nobody says that it may come along"


@pytest.mark.parametrize(("language", "path", "title"), FACES)
def test_on_saturday_night_who_answers_day_and_night_is_open_and_first(client, language, path, title):
    words = {"nl": "slapen vannacht", "fr": "dormir cette nuit"}[language]
    page, text = search(client, language, path, q=words, day="2026-11-28", hour="21:30")
    assert slugs(page.cards)[0] == "samusocial-nachtopvang"
    assert all(card.service.is_example for card in page.examples)
    assert text.index("Samusocial") < text.index(title)
    assert {"nl": "1 dienst", "fr": "1 service"}[language] in re.sub(r"\s+", " ", text.replace("\xa0", " "))


@pytest.mark.parametrize(("language", "path", "title"), FACES)
def test_what_may_be_open_stands_before_examples_and_where_only_they_are_it_is_said(client, language, path, title):
    """Debt mediation in the Marolles: only examples are known there."""
    page, text = search(client, language, path, theme="debt-mediation", where="Marolles")
    assert page.examples
    assert not page.real
    nothing = {"nl": "geen bestaande dienst", "fr": "aucun service existant"}[language]
    assert text.index(nothing) < text.index(title)
    assert "02 880 29 88" in text.replace("\xa0", " ")  # the contact point of the care zone


@pytest.mark.parametrize("language", ["nl", "fr"])
def test_the_page_of_an_example_gives_no_number_of_somebody_who_exists(client, language):
    """Neither of an OCMW/CPAS nor of a crisis line: nobody there knows an organisation that does not exist."""
    for service in Service.objects.visible_to(Viewer.VISITOR).filter(is_example=True):
        with translation.override(language):
            page = client.get(service.get_absolute_url()).context["page"]
        assert page.helpline is None, service.slug
        assert not service.dispatched_by_id
        cards = help_cards(engine().index, [service.pk], language, "", timezone.now())
        assert not any(card.helpline for card in cards), service.slug


@pytest.mark.parametrize(("language", "path", "_title"), FACES)
@pytest.mark.parametrize("asked", [{"theme": "debt-mediation", "where": "Marolles"}, {"q": "hond"}, {"q": "chien"}])
def test_a_count_promises_no_example(client, language, path, _title, asked):
    """ "Has room (1)" that leads to no service at all."""
    page, _text = search(client, language, path, **asked)
    now, _needs, admission = page.groups[:3]
    counts = {value.id: value.count for group in (now, admission) for value in (*group.values, *group.more)}
    assert max(counts.values()) <= page.real, counts


def test_an_example_is_no_pin_on_the_map(client):
    page, _text = search(client, "nl", "zoeken", theme="debt-mediation", where="Marolles")
    assert page.examples
    assert not _pins(page.examples)


@pytest.mark.parametrize("sort", ["best", "nearest", "soonest", "recent"])
def test_in_every_order_and_on_every_page_examples_are_last(client, sort):
    examples = set(Service.objects.filter(is_example=True).values_list("slug", flat=True))
    page, _text = search(client, "nl", "zoeken", need="homelessness", where="Brussel", radius="0", sort=sort)
    kinds = [slug in examples for slug in slugs(page.cards)]
    assert kinds == sorted(kinds)


def test_numbers_go_on_from_what_exists(client):
    response = client.get("/nl/zoeken/?q=slapen+vannacht")
    numbers = [card.number for card in response.context["page"].cards]
    assert numbers == list(range(1, len(numbers) + 1))
    assert re.search(
        rf'<ol class="results" start="{response.context["page"].examples[0].number}">', response.content.decode()
    )
