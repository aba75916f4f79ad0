"""One table of schedules (`@vg`: of a service that follows the Flemish school calendar), moments and answers; and the week editor's schedules against a reference by the minute."""

import csv
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actors.holidays import calendars, is_legal_holiday, shipped_days
from actors.opening import BRUSSELS, is_open
from actors.understood import tidy_hours
from actors.week import Week, read_week
from actors.wording.reading import settle

ANSWERS = {"open": True, "closed": False, "unknown": None}
LINES = Path(__file__).with_name("opening_table.tsv").read_text(encoding="utf-8").splitlines()
TABLE = list(csv.DictReader(LINES, delimiter="\t", quoting=csv.QUOTE_NONE))
DAY = 24 * 60
STEP = 30  # minutes
FROM = date(2026, 12, 21)  # with Christmas, a Friday
DAYS_LOOKED_AT = 10


@pytest.fixture(autouse=True)
def _shipped_calendars():
    """Whatever another test loaded."""
    calendars.load(shipped_days())


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row['text']} @ {row['moment']}: {row['why']}")
def test_table(row):
    moment = datetime.fromisoformat(row["moment"]).replace(tzinfo=BRUSSELS)
    hours, _at, community = row["text"].partition(" @")
    assert is_open(calendars.marked(settle(hours), community), moment) is ANSWERS[row["answer"]]


def clock(minute):
    return f"{minute // 60:02}:{minute % 60:02}"


@st.composite
def rows(draw):
    """The hours of one day as pairs of minutes; the last may be a night, whose end is not after its start."""
    times = sorted(draw(st.sets(st.integers(1, DAY // STEP - 1), max_size=6)))
    pairs = list(zip(times[::2], times[1::2], strict=False))
    spans = [(first * STEP, last * STEP) for first, last in pairs]
    night = draw(st.integers(0, 16)) * STEP
    if draw(st.booleans()) and (not spans or night < spans[0][0]):
        begin = spans[-1][1] + STEP if spans else draw(st.integers(33, 47)) * STEP
        spans += [(begin, night or DAY)] if begin < DAY and begin != night else []
    return tuple(spans)


def written(spans):
    return ",".join(f"{clock(start)}-{clock(end) if end < DAY else '24:00'}" for start, end in spans)


def reference(days, holiday, day, minute):
    """The answer, minute by minute: own hours, else the end of the night before; a silent holiday is not known.

    `holiday`: None where nothing is said of holidays, else their hours. Without any hours nothing is known.
    """
    answers = []
    for one, at in ((day, minute), (day - timedelta(days=1), minute + DAY)):
        is_holiday = is_legal_holiday(one)
        spans = days[one.weekday()] if not is_holiday or holiday is None else holiday
        ends = [end if end > start else end + DAY for start, end in spans]
        if (is_holiday and holiday is None) or (not is_holiday and not any(days) and not holiday):
            answers.append(None if at < max([DAY, *ends]) else False)
        else:
            answers.append(any(start <= at < end for (start, _end), end in zip(spans, ends, strict=True)))
    return True if True in answers else None if None in answers else False


@settings(max_examples=100)
@given(days=st.tuples(*[rows()] * 7), holiday=st.one_of(st.none(), st.just(()), rows()))
def test_weeks_of_the_editor_against_a_reference(days, holiday):
    holidays = "" if holiday is None else written(holiday) or "off"
    week = Week(tuple(written(spans) for spans in days), holidays)
    text = week.text()
    assert read_week(text) == week, "rows → text → rows"
    for ahead in range(DAYS_LOOKED_AT):
        day = FROM + timedelta(days=ahead)
        midnight = datetime(day.year, day.month, day.day, tzinfo=BRUSSELS)
        for minute in range(0, DAY, STEP):
            moment = midnight + timedelta(minutes=minute)
            assert is_open(text, moment) is reference(days, holiday, day, minute), f"{text} @ {moment}"


@given(rows())
def test_hours_that_are_shown_are_typed_again(spans):
    assert tidy_hours(written(spans).replace(",", ", ")) == written(spans)
