"""Somebody asks what is open on another day than today: what is surely open then, and apart from it what one asks."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone, translation

from actors.opening import BRUSSELS
from actors.pictograms.day import Day, coming_days
from tests import factories
from tests.pictograms.conftest import code

MONDAY = datetime(2026, 11, 30, 10, 33, tzinfo=BRUSSELS)
SUNDAY, TODAY, TUESDAY = Day.of(7, MONDAY), Day.of(1, MONDAY), Day.of(2, MONDAY)


def words(day, hours, closed=()):
    return day.sign(*day.state(hours, closed)).words


def test_the_coming_seven_days_begin_today():
    with translation.override("nl"):
        named = [day.words for day in coming_days(MONDAY)]
    assert named == ["Vandaag", "Morgen", "Woensdag", "Donderdag", "Vrijdag", "Zaterdag", "Zondag"]
    assert SUNDAY.date.isoformat() == "2026-12-06"


@pytest.mark.parametrize(
    ("day", "hours", "said"),
    [
        (SUNDAY, "Su 09:00-10:30,18:00-20:00", "Zondag: open van 9 uur tot 10.30 uur, van 18 uur tot 20 uur"),
        (SUNDAY, "Mo-Fr 09:00-17:00; PH off", "Zondag: gesloten"),
        (SUNDAY, "24/7", "Zondag: open de hele dag"),
        (SUNDAY, "", "Uren niet bekend"),
        (SUNDAY, '"op afspraak"', "Op afspraak"),
        (TUESDAY, "Mo-Su 00:00-08:00; PH off", "Morgen: open van 0 uur tot 8 uur"),
        (TODAY, "Mo 09:00-12:00; PH off", "Vandaag: open tot 12 uur"),
        (TODAY, "Mo 08:00-10:00; PH off", "Vandaag: gesloten"),
        (TODAY, "Mo 14:00-16:00; PH off", "Vandaag: open van 14 uur tot 16 uur"),
    ],
)
def test_a_card_says_when_it_is_open_on_that_day(day, hours, said):
    assert words(day, hours).replace("\u00a0", " ") == said


def test_a_closure_of_that_day_counts():
    closed = ((SUNDAY.date, SUNDAY.end.date()),)
    assert words(SUNDAY, "Su 09:00-10:00", closed) == "Zondag: gesloten"


def test_hours_of_which_a_part_is_not_known_are_not_said_to_be_closed():
    assert SUNDAY.state('Su 09:00-12:00 unknown "op afspraak"; Mo 09:00-10:00')[0].now is None


@pytest.mark.django_db
def test_open_first_then_unknown_and_nothing_that_is_closed(see, new_engine):
    tomorrow, week = timezone.localdate() + timedelta(days=1), ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
    opened = f"{week[tomorrow.weekday()]} 10:00-12:00; PH 10:00-12:00"
    closed = f"{week[tomorrow.weekday() - 2]} 10:00-12:00; PH off"
    factories.theme("food-parcels", need=factories.need("food", for_residents=True))
    for name, hours in {"Dicht": closed, "Weet niet": "", "Open": opened}.items():
        actor = factories.actor(name_nl=name)
        factories.service(actor=actor, themes=["food-parcels"], at=True, hours=hours, serves="both")
    new_engine()
    shown = see(f"/nl/hulp/adressen/?b={code('food')}&d={tomorrow.isoweekday()}")
    assert [card.split()[0] for card in shown.cards] == ["Open", "Weet"]
    assert "Morgen: open van 10 uur tot 12 uur" in shown.cards[0].replace("\u00a0", " ")
    assert "wij weten niet wanneer het open is (1)" in shown.text
    assert f"d={tomorrow.isoweekday()}" in next(link for link in shown.links if "/papier/" in link)


@pytest.mark.django_db
def test_a_day_that_is_none_is_said_and_left_out(see, new_engine):
    new_engine()
    assert "Dit adres klopt niet helemaal" in see("/nl/hulp/?d=8").text
