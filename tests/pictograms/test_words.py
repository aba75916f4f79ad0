"""Hours, distances and conditions in plain words."""

from datetime import datetime

import pytest
from django.utils import translation

from actors.opening import BRUSSELS, OpenState
from actors.pictograms.told import told_hours
from actors.pictograms.words import CONDITIONS, hours_sign
from actors.walking import way_words

SUNDAY = datetime(2026, 11, 22, 10, 0, tzinfo=BRUSSELS)


@pytest.mark.parametrize(
    ("hours", "dutch", "french"),
    [
        ("24/7", "Nu open, dag en nacht", "Ouvert maintenant, jour et nuit"),
        ("Su 09:00-16:00", "Nu open, tot 16 uur", "Ouvert maintenant, jusqu'à 16 h"),
        ("Su 09:00-16:30", "Nu open, tot 16.30 uur", "Ouvert maintenant, jusqu'à 16 h 30"),
        ("Su 14:00-16:00", "Opent vandaag om 14 uur", "Ouvre aujourd'hui à 14 h"),
        ("Mo 09:00-16:00", "Opent morgen om 9 uur", "Ouvre demain à 9 h"),
        ("We 09:05-16:00", "Open op woensdag om 9.05 uur", "Ouvre mercredi à 9 h 05"),
        ("Su 08:00-09:00", "Open op zondag 29/11 om 8 uur", "Ouvre dimanche 29/11 à 8 h"),
        ("Dec 24-25 08:00-09:00", "Nu gesloten", "Fermé maintenant"),
        ("", "Uren niet bekend", "Horaire inconnu"),
    ],
)
def test_hours(hours, dutch, french):
    state = OpenState.at(hours, SUNDAY)
    assert hours_sign(state, SUNDAY).words == dutch
    with translation.override("fr"):
        assert hours_sign(state, SUNDAY).words == french


@pytest.mark.parametrize(
    ("metres", "words"),
    [
        (0, "2 minuten te voet"),
        (400, "7 minuten te voet"),
        (700, "15 minuten te voet"),
        (2_000, "35 minuten te voet"),
        (3_000, "3 km ver"),
        (None, ""),
    ],
)
def test_way(metres, words):
    assert way_words(metres) == words


class TestTold:
    def test_nothing_is_told_of_unknown_hours(self):
        assert told_hours("", SUNDAY) == ""

    def test_day_and_night(self):
        assert told_hours("24/7", SUNDAY) == "always"

    def test_stretches_of_two_weeks_in_minutes(self):
        told = told_hours("Su 09:00-16:00; PH off", SUNDAY).split(";")
        assert len(told) == 3  # this Sunday and the next two
        start, end = map(int, told[0].split("-"))
        assert start * 60 == SUNDAY.timestamp()  # from now on
        assert end - start == 6 * 60

    def test_a_holiday_of_which_nothing_is_said_is_unknown(self):
        before = datetime(2026, 12, 20, 10, tzinfo=BRUSSELS)
        told = told_hours("Mo-Fr 09:00-16:00", before).split(";")
        assert sum(stretch.startswith("?") for stretch in told) >= 2  # Christmas and New Year

    def test_closed_for_longer_than_is_told(self):
        assert told_hours("Jul 09:00-16:00; PH off", SUNDAY) == "-"


@pytest.mark.parametrize(("language", "word"), [("nl", "Gratis"), ("fr", "Gratuit")])
def test_what_costs_nothing_is_not_said_to_be_vacant(language, word):
    """What was broken: the register of beds wrote "Vrij" over the word that residents read under the crossed coins."""
    free = next(condition for condition in CONDITIONS if condition.fact.code == "free")
    with translation.override(language):
        assert free.answered(True).words == str(free.fact.yes) == word
