"""A page of cards in groups, and each offer once."""

from dataclasses import replace

import pytest

from actors.models.location import Whereabouts
from actors.opening import OpenState
from actors.pictograms.cards import BLANK, Button, HelpPlace
from actors.pictograms.drawing import draw_card
from actors.pictograms.groups import grouped, without_twins
from actors.pictograms.interface import Words
from actors.pictograms.words import Sign
from tests.pictograms.conftest import code


def card(pk, **fields):
    return replace(BLANK, pk=pk, name="Huis", also=[], **fields)


def place(*, is_open=None):
    where = Whereabouts("", "Nieuwstraat 1", "1000", None, None, None, None, withheld=False, approximate=False)
    return [HelpPlace(where, "", (), OpenState(is_open))]


def test_where_to_go_then_whom_to_call_first_then_by_telephone():
    unknown, by_phone, opened = card(1, places=place()), card(2), card(3, places=place(is_open=True))
    nobody_knows_when_again, invented = card(4, places=place(is_open=False)), card(5, is_example=True)
    groups = grouped([by_phone, unknown, nobody_knows_when_again, opened, invented], several=False)
    assert [(group.title, [one.pk for one in group.cards]) for group in groups] == [
        ("Waar u naartoe kunt", [3]),
        ("Bel eerst: wij weten niet wanneer het open is (2)", [1, 4]),
        ("Per telefoon of online", [2]),
        ("Voorbeeld: dit bestaat niet", [5]),
    ]


def test_one_group_needs_no_heading():
    assert [group.title for group in grouped([card(1, places=place())], several=False)] == [""]
    assert grouped([], several=False) == []


def test_examples_are_said_to_be_none_also_where_they_stand_alone():
    invented, real = card(1, places=place(is_open=True), is_example=True), card(2, places=place(is_open=True))
    title = "Voorbeeld: dit bestaat niet"
    for several in (True, False):
        assert [group.title for group in grouped([invented], several=several)] == [title]
        assert [(group.title, group.cards) for group in grouped([invented, real], several=several)] == [
            ("", [real]),
            (title, [invented]),
        ]


def test_of_several_needs_what_covers_the_most_stays_first():
    cards = [card(1, places=place()), card(2, places=place(is_open=True))]
    assert [one.pk for one in grouped(cards, several=True)[0].cards] == [1, 2]


def in_order(html, *words):
    """These words in the order in which they are read; a word that is not there is an error."""
    return sorted(words, key=html.index)


def test_the_best_news_stands_above_the_buttons_and_the_rest_below():
    """What was broken: with an address and conditions in between, "open now" and the number were far down."""
    everything = card(
        1,
        sentence=Words("U kunt hier eten"),
        hours=Sign("door-open", "Nu open", "good"),
        room=Sign("circle-check", "Er is vrij", "good"),
        button=Button("phone", "tel:+3225123456", "02 512 34 56"),
        places=place(is_open=True),
        conditions=[Sign("coins-crossed", "Gratis", "good")],
    )
    read = ("Huis", "U kunt hier eten", "Nu open", "Er is vrij", "02 512 34 56", "Nieuwstraat 1", "Gratis")
    assert in_order(draw_card(everything), *read) == list(read)


def test_on_a_full_card_where_there_is_room_stands_above_its_own_number():
    other = card(2, button=Button("phone", "tel:+3225000000", "02 500 00 00"))
    full = card(
        1,
        room=Sign("circle-xmark", "Vol vandaag", "stop"),
        button=Button("phone", "tel:+3225123456", "02 512 34 56"),
        instead=other,
    )
    read = ("Vol vandaag", "02 500 00 00", "02 512 34 56")
    assert in_order(draw_card(full), *read) == list(read)


def test_services_that_differ_in_their_sentence_only_are_one_card():
    food, parcels = Words("Eten"), Words("Pakketten")
    women, twin = card(2, sentence=food, women_only=True), card(3, sentence=parcels)
    kept = without_twins([card(1, sentence=food), women, twin])
    assert [(one.pk, one.also) for one in kept] == [(1, [parcels]), (2, [])]


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize(
    ("address", "town"), [("/nl/hulp/adressen/", "in Anderlecht"), ("/fr/aide/adresses/", "à Anderlecht")]
)
def test_who_chose_a_municipality_sees_what_lies_in_it_and_no_walk_from_its_middle(see, address, town):
    text = see(f"{address}?b={code('health')}&g=21001").text
    assert town in text
    assert "minuten te voet" not in text
    assert "minutes à pied" not in text


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize(
    ("address", "nobody", "line"),
    [
        ("/nl/hulp/adressen/", "Wij kennen hier geen adres hiervoor", "0800 35 243"),
        ("/fr/aide/adresses/", "Nous ne connaissons pas d'adresse pour cela ici", "0800 35 243"),
    ],
)
def test_where_only_examples_are_known_it_is_said_and_numbers_stand_first(see, address, nobody, line):
    """Help with debts in Schaerbeek: the one service that exists is for people of another municipality."""
    text = see(f"{address}?b={code('money')}&t={code('debt-mediation', 'theme')}&g=21015").text
    example = {"nl": "dit bestaat niet", "fr": "n'existe pas"}[address[1:3]]
    assert text.index(line) < text.index(nobody) < text.index(example)
