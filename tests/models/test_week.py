"""The plain week in a schedule: read, written, and never another meaning."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from actors.understood import tidy_hours
from actors.week import DAYS, Week, read_week, same_hours

MORNING, WHOLE = "09:00-12:00", "09:00-12:00,13:00-16:00"


def week(**days):
    return Week(tuple(days.get(name, "") for name in DAYS), days.get("ph", ""), days.get("rest", ""))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", week()),
        ("Mo,We 09:00-12:00; PH off", week(mo=MORNING, we=MORNING, ph="off")),
        ("Mo-We 09:00-12:00,13:00-16:00; Tu off", week(mo=WHOLE, we=WHOLE)),
        ("Sa-Mo 09:00-12:00", week(mo=MORNING, sa=MORNING, su=MORNING)),
        ("Mo 09:00-12:00; Jul-Aug off; PH off", week(mo=MORNING, ph="off", rest="Jul-Aug off")),
        ("Mo[1] 09:00-12:00", week(rest="Mo[1] 09:00-12:00")),
        ("Mo-Fr 09:00-12:00, 13:00-16:00; PH off", Week((WHOLE,) * 5 + ("", ""), "off")),
        ('Mo 09:00-12:00 "op afspraak"; Sa "bel"', week(mo=f'{MORNING} "op afspraak"', sa='"bel"')),
        ("PH off; Mo 09:00-12:00", week(mo=MORNING, ph="off")),
        ('Mo 09:00-12:00, Mo 13:00-16:00 "op afspraak"', week(mo=f'{MORNING}; 13:00-16:00 "op afspraak"')),
        ("Mo-We 09:00-12:00, We 13:00-16:00", week(mo=MORNING, tu=MORNING, we=WHOLE)),
        ("off", Week(("off",) * 7)),
        ("Mo-Su off", Week(("off",) * 7)),
        ("Tu off", week(tu="off")),
    ],
)
def test_reading(text, expected):
    assert read_week(text) == expected


@pytest.mark.parametrize("text", ["24/7", "Mo-Fr 09:00-12:00; PH off", "Mo,We-Fr 20:00-02:00", "Mo-Su,PH 20:00-08:00"])
def test_written_as_it_was_read(text):
    assert read_week(text).text() == text


HOURS = st.sampled_from(["", MORNING, WHOLE, "20:00-02:00", "00:00-24:00"])


@pytest.mark.parametrize(
    "text",
    [
        'Mo-We 08:00-12:30, Mo-We 12:30-16:30 "Sur rendez-vous"; Th-Fr 08:00-12:30',
        'PH 09:00-12:00, PH 13:00-16:00 "op afspraak"',
        "Mo-Su off",
    ],
)
def test_parts_of_a_day_and_closed_are_written_as_they_were_read(text):
    assert read_week(text).text() == text


@given(st.tuples(*[HOURS] * 7), st.sampled_from(["", "off", MORNING]))
def test_what_is_written_is_read_back(days, holidays):
    written = Week(days, holidays).text()
    assert same_hours(read_week(written).text(), written)


@given(
    st.lists(
        st.sampled_from(["Mo-Fr 09:00-12:00", "We off", "PH off", "Fr,PH 10:00-11:00", "Apr Su 10:00-12:00", "off"])
    )
)
def test_taking_apart_never_changes_the_meaning(rules):
    text = "; ".join(rules)
    assert same_hours(read_week(text).text(), text)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("9-12", MORNING),
        ("13u-16u00; 9.00 – 12:00", WHOLE),
        ("9h à 12h et 13h00 à 16h", WHOLE),
        ("0-24", "00:00-24:00"),
        ("24h/24", "00:00-24:00"),
        ("de 9h à 12h", MORNING),
        ("fermé", "off"),
        ("9-12; 13-16 op afspraak", '09:00-12:00; 13:00-16:00 "op afspraak"'),
        ("9-12 op afspraak", '09:00-12:00 "op afspraak"'),
        ("sur rendez-vous", '"sur rendez-vous"'),
    ],
)
def test_hours_as_people_type_them(typed, kept):
    assert tidy_hours(typed) == kept


@pytest.mark.parametrize(
    "typed", ["morning", "9-12-13", "9-25", "9:70-12", "9-9", "9-5", "ma 9-12", "9-13, 12-15", "<b>"]
)
def test_what_is_no_time_is_refused(typed):
    with pytest.raises(ValidationError):
        tidy_hours(typed)
