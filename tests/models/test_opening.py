"""Opening hours: OpenStreetMap syntax, Belgian holidays, closures, and what is not known."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from actors.hours import state_words, usual
from actors.opening import BRUSSELS, OpenState, is_open, open_intervals, validate_opening_hours

WEEK = "Mo-Fr 09:00-12:00,13:00-16:00"


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=BRUSSELS)


@pytest.mark.parametrize(
    ("hours", "moment", "expected"),
    [
        pytest.param(WEEK, "2026-11-23T10:00", True, id="in the morning"),
        pytest.param(WEEK, "2026-11-23T12:30", False, id="at noon"),
        pytest.param(WEEK, "2026-11-22T10:00", False, id="on Sunday"),
        pytest.param(WEEK, "2026-12-25T10:00", None, id="on Christmas, of which it says nothing"),
        pytest.param(f"{WEEK}; PH off", "2026-12-25T10:00", False, id="on Christmas, when it is closed"),
        pytest.param("24/7", "2026-12-25T03:00", True, id="always"),
        pytest.param("", "2026-11-23T10:00", None, id="not known"),
        pytest.param("Mo-Su 22:00-08:00", "2026-11-23T03:00", True, id="after midnight"),
        pytest.param(
            "Mo-Su 03:00-04:00", "2026-03-29T02:30", True, id="half past two, which clocks skip: half past three"
        ),
    ],
)
def test_is_open(hours, moment, expected):
    assert is_open(hours, at(moment)) is expected


def test_closure_counts_also_where_hours_are_not_known():
    closed = [(date(2026, 11, 23), date(2026, 11, 25))]
    assert is_open("", at("2026-11-24T10:00"), closed) is False
    assert is_open(WEEK, at("2026-11-25T10:00"), closed) is True


def test_moments_of_other_zones_are_understood():
    assert is_open(WEEK, datetime(2026, 11, 23, 8, 30, tzinfo=UTC)) is True


def test_a_closure_takes_the_night_that_begins_on_its_day():
    closed = [(date(2026, 11, 24), date(2026, 11, 25))]
    night = open_intervals("Mo-Su 22:00-08:00", at("2026-11-23T12:00"), at("2026-11-25T12:00"), closed)
    assert night == [(at("2026-11-23T22:00"), at("2026-11-24T08:00"))]


@pytest.mark.parametrize("text", ["9 tot 5", "lundi 9h-12h", "Mo 9-12 na afspraak"])
def test_other_syntax_is_refused_with_an_example(text):
    with pytest.raises(ValidationError, match="Mo-Fr 09:00"):
        validate_opening_hours(text)


class TestState:
    def test_until(self):
        assert OpenState.at(WEEK, at("2026-11-23T10:00")).until == at("2026-11-23T12:00")

    def test_opens_at(self):
        state = OpenState.at(WEEK, at("2026-11-22T10:00"))
        assert (state.now, state.opens_at) == (False, at("2026-11-23T09:00"))

    def test_best_of_several_places(self):
        closed, opened, unknown = (
            OpenState.at(hours, at("2026-11-23T10:00")) for hours in ("Sa 09:00-12:00", WEEK, "")
        )
        assert OpenState.best([closed, opened]).now is True
        assert OpenState.best([closed, unknown]).opens_at == at("2026-11-28T09:00")
        assert OpenState.best([unknown]).now is None
        assert OpenState.best([]).now is None


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        ("24/7", "24 uur per dag open"),
        ("24/7; Dec 25 off", "Open tot 25 december, 0.00"),
        ("Mo-Su 00:00-24:00; Dec 25 off", "Open tot 25 december, 0.00"),
        ("Mo-Su 20:00-08:00", "Open tot 8.00"),
    ],
)
def test_what_is_open_says_until_when_with_the_day_where_it_is_far(hours, words):
    now = datetime(2026, 12, 7, 23, 0, tzinfo=BRUSSELS)
    assert state_words(OpenState.at(hours, now), now) == words


def test_the_usual_week_says_what_is_by_appointment_and_a_night_as_one():
    each = "9.00–12.00 (op afspraak), 13.00–16.00 (op afspraak)"
    assert usual('Mo-Fr 09:00-12:00,13:00-16:00 "op afspraak"') == [("ma–vr", each)]
    assert usual('"op afspraak"') == [("ma–zo", "op afspraak")]
    assert usual("Mo-Th,Su 20:00-08:00; Fr-Sa 18:00-09:00")[:2] == [
        ("ma–do", "20.00–8.00 (volgende dag)"),
        ("vr–za", "18.00–9.00 (volgende dag)"),
    ]
