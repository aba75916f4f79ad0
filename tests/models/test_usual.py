"""The usual week in words, in both languages: seasons and days of the month as people say them."""

from datetime import date

import pytest
from django.utils import translation

from actors.catalogue.jsonld_hours import specifications
from actors.hours import usual
from actors.usual import parts_of

ADVENT = date(2026, 11, 29)
IN_WORDS = {
    "Mo[1] 14:00-16:00": (
        [("eerste maandag van de maand", "14.00–16.00")],
        [("premier lundi du mois", "14h00–16h00")],
    ),
    "Mo-Fr 09:00-12:00; Tu[1,3] off": (
        [("ma–vr", "9.00–12.00"), ("eerste en derde dinsdag van de maand", "gesloten")],
        [("lun–ven", "9h00–12h00"), ("premier et troisième mardi du mois", "fermé")],
    ),
    "Nov-Mar Mo-Su 20:00-08:00": (
        [("van november tot maart", "20.00–8.00 (volgende dag)")],
        [("de novembre à mars", "20h00–8h00 (le lendemain)")],
    ),
    "Apr-Oct Mo-Fr 09:00-12:00; Nov-Mar Mo-Fr 10:00-12:00": (
        [("van april tot oktober, ma–vr", "9.00–12.00"), ("van november tot maart, ma–vr", "10.00–12.00")],
        [("d’avril à octobre, lun–ven", "9h00–12h00"), ("de novembre à mars, lun–ven", "10h00–12h00")],
    ),
    "Mo-Fr 09:00-17:00; Jul off": (
        [("ma–vr", "9.00–17.00"), ("in juli", "gesloten")],
        [("lun–ven", "9h00–17h00"), ("en juillet", "fermé")],
    ),
    "Jul 01-Aug 31 09:00-12:00": (
        [("van 1 juli tot 31 augustus", "9.00–12.00")],
        [("du 1er juillet au 31 août", "9h00–12h00")],
    ),
    "24/7; Dec 25 off": (
        [("ma–zo", "24 uur per dag"), ("25 december", "gesloten")],
        [("lun–dim", "24 heures sur 24"), ("25 décembre", "fermé")],
    ),
    "week 1-53/2 Mo 09:00-12:00": (
        [("in oneven weken, ma", "9.00–12.00")],
        [("les semaines impaires, lun", "9h00–12h00")],
    ),
    'Mo-Fr 09:00-12:00 || "bel"': (
        [("ma–vr", "9.00–12.00"), ("anders", "bel")],
        [("lun–ven", "9h00–12h00"), ("sinon", "bel")],
    ),
    "Mo-Fr 09:00-12:00; SH off": (
        [
            ("ma–vr", "9.00–12.00"),
            ("in de schoolvakanties", "gesloten"),
            ("welke schoolvakanties", "niet bekend: Vlaamse of Franse Gemeenschap"),
        ],
        [
            ("lun–ven", "9h00–12h00"),
            ("pendant les vacances scolaires", "fermé"),
            ("quelles vacances scolaires", "inconnu : Communauté flamande ou française"),
        ],
    ),
}


@pytest.mark.parametrize(("text", "both"), IN_WORDS.items())
def test_seasons_and_days_of_the_month_are_said_in_words(text, both):
    for language, lines in zip(("nl", "fr"), both, strict=True):
        with translation.override(language):
            assert usual(text) == lines


def told(text):
    """The specifications, without what is the same in all."""
    return [
        (one["dayOfWeek"][len("https://schema.org/") :][:2], one["opens"], one["closes"], one.get("validFrom", ""))
        for one in specifications(text, ADVENT)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fr 18:00-09:00; Sa 20:00-08:00", [("Fr", "18:00", "09:00", ""), ("Sa", "20:00", "08:00", "")]),
        ("Mo 20:00-24:00", [("Mo", "20:00", "23:59", "")]),
        ('"sur rendez-vous"', []),
        ('Mo 09:00-12:00 "op afspraak"', []),
        ("Nov-Mar Mo 20:00-08:00", [("Mo", "20:00", "08:00", "2026-11-01")]),
        ("Jul-Aug Mo 09:00-10:00", [("Mo", "09:00", "10:00", "2027-07-01")]),
        ("2025 Jul Mo 09:00-10:00", []),
        (
            "Mo[1] 14:00-16:00",
            [("Mo", "14:00", "16:00", day) for day in ("2026-12-07", "2027-01-04", "2027-02-01", "2027-03-01")],
        ),
    ],
)
def test_machines_are_told_the_same(text, expected):
    assert told(text) == expected


def test_a_season_has_its_last_day():
    (one,) = specifications("Nov-Feb Mo 20:00-08:00", ADVENT)
    assert (one["validFrom"], one["validThrough"]) == ("2026-11-01", "2027-02-28")


@pytest.mark.parametrize("text", ["Mo-Fr sunrise-sunset", "Mar Su[-1]-Oct Su[-1] Mo-Fr 09:00-18:00"])
def test_what_no_week_is_like_is_not_said_as_one(text):
    """The sun of March, or a season that is not taken apart, would be told as the hours of every week."""
    assert parts_of(text) == ()
    assert [words for _label, words in usual(text)] == [text]


def test_an_open_end_is_no_hour_that_nobody_said():
    with translation.override("nl"):
        assert usual("Mo-Fr 09:00+") == [("ma–vr", "vanaf 9.00, tot wanneer is niet bekend")]
