"""Closures that come, said with the usual week: who reads it before Christmas is told that nobody is there then."""

from datetime import date, datetime

from django.utils import translation

from actors.hours import week_of
from actors.opening import BRUSSELS

HOURS, NOW = "Mo-Fr 09:00-12:00; PH off", datetime(2026, 11, 29, 12, tzinfo=BRUSSELS)


def said(*closed):
    return [line for line in week_of(HOURS, NOW, closed).usual if line[1] in {"gesloten", "fermé"}]


def test_three_weeks_ahead_with_its_days():
    christmas = (date(2026, 12, 21), date(2026, 12, 28))
    assert ("21 december – 27 december", "gesloten") in said(christmas)
    with translation.override("fr"):
        assert ("21 décembre – 27 décembre", "fermé") in said(christmas)


def test_one_day_and_another_year():
    closed = [(date(2026, 12, 7), date(2026, 12, 8)), (date(2026, 12, 24), date(2027, 1, 4))]
    assert [days for days, _closed in said(*closed) if "december" in days] == [
        "7 december",
        "24 december – 3 januari 2027",
    ]


def test_what_is_over_or_far_away_is_not_said():
    over, far = (date(2026, 11, 1), date(2026, 11, 29)), (date(2027, 7, 1), date(2027, 8, 1))
    assert said(over, far) == said()
