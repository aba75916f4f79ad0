"""What can mean two things in rules that are otherwise understood; it is asked, with both readings."""

import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from itertools import pairwise

from actors.wording.rules import Rule, Time
from actors.wording.spans import NOON, clock, days_of, minutes, span_of, touch
from actors.wording.tokens import EndMissing, HoursMissing, OnlyClosed, TwoReadings
from actors.wording.vocabulary import DAYS, WORKWEEK
from actors.wording.writing import is_beside, write

EARLY = 6 * 60  # "2-6" may be in the afternoon


def check(rules: list[Rule], *, mapped: bool) -> None:
    """Ask what has to be asked. `mapped`: written in the syntax, where a later rule may replace hours.

    Raises:
        TwoReadings: something can mean two things.
        NotUnderstood: hours are lacking.
    """
    for at, rule in enumerate(rules):
        for one in (_check_hours, _check_days, _check_holiday, _check_workdays, _check_afternoon, _check_overlap):
            one(rules, at, rule)
        if not mapped:
            _check_replaced(rules, at, rule)
            _check_special(rules, at, rule)


def _other_way(rules: list[Rule], at: int, change: Callable[[Rule], None]) -> str:
    """What these rules say when one is another."""
    changed = deepcopy(rules)
    change(changed[at])
    return write(changed)


def _set(**values) -> Callable[[Rule], None]:
    def change(rule: Rule) -> None:
        for name, value in values.items():
            setattr(rule, name, value)

    return change


def check_only_closed(rules: list[Rule]) -> None:
    """Refuse hours that are closed, of days of which nothing else is said.

    Raises:
        OnlyClosed: there are such hours.
    """
    for at, rule in enumerate(rules):
        days = days_of(rule)
        if rule.state != "off" or not rule.times or days is None:
            continue
        others = [other for other in rules[:at] + rules[at + 1 :] if not other.state]
        if not any((days_of(other) or days) & days for other in others):
            raise OnlyClosed


def _check_hours(rules: list[Rule], at: int, rule: Rule) -> None:
    """Days of which no hours are said: open all day, closed, or with the hours of what follows?"""
    if rule.is_answered:
        return
    if rule.parts:
        raise HoursMissing
    if rule.opens:  # "ook open op feestdagen"
        raise EndMissing
    round_the_clock = _other_way(rules, at, _set(times=[Time("00:00", "24:00")]))
    after = rules[at + 1] if at + 1 < len(rules) else None
    if after and after.joint != "||" and after.is_answered and after.days and not (rule.dated or after.dated):
        together = deepcopy(rules)
        together[at + 1].days, together[at + 1].joint = f"{rule.days},{after.days}", rule.joint
        raise TwoReadings(write(together[:at] + together[at + 1 :]), round_the_clock)
    raise TwoReadings(_other_way(rules, at, _set(state="off")), round_the_clock)


def _check_days(rules: list[Rule], at: int, rule: Rule) -> None:
    """Hours of which no days are said, after others: on the days before, or on every day?"""
    before = rules[at - 1] if at else None
    if before is None or rule.selector or rule.joint == "||" or not before.selector:
        return
    if rule.state == "off" and rule.times:
        return  # closed then in either reading
    if rule.state == "off":
        raise TwoReadings(write(rules[:at] + rules[at + 1 :]), str(rule))
    if not rule.times:
        raise TwoReadings(
            write([*rules[: at - 1], replace(before, comment=rule.comment), *rules[at + 1 :]]),
            _other_way(rules, at, _set(joint="||")),
        )
    plain = rule.comment is None and before.comment is None and not rule.state and not before.state
    if not plain and rule.joint == "," and not rule.state:
        rule.dated, rule.days = before.dated, before.days  # "9-12 zonder afspraak en 13-16 op afspraak"
        return
    if plain:
        one = write([*rules[: at - 1], replace(before, times=before.times + rule.times), *rules[at + 1 :]])
    else:
        one = _other_way(rules, at, _set(dated=before.dated, days=before.days, joint=","))
    raise TwoReadings(one, _other_way(rules, at, _set(days="Mo-Su")))


def _check_holiday(rules: list[Rule], at: int, rule: Rule) -> None:
    """`PH Su off`: holidays and Sundays, or holidays that are a Sunday?"""
    if re.match(r"PH [A-Z]", rule.days):
        raise TwoReadings(_other_way(rules, at, _set(days=rule.days.replace("PH ", "PH,", 1))), write(rules))


def _check_workdays(rules: list[Rule], at: int, rule: Rule) -> None:
    """In Belgium Saturday is a working day for some."""
    if rule.workdays:
        raise TwoReadings(write(rules), _other_way(rules, at, _set(days=rule.days.replace(WORKWEEK, "Mo-Sa"))))


def _check_afternoon(rules: list[Rule], at: int, rule: Rule) -> None:
    """`9-5`: until five in the afternoon, or in the night?"""
    later = [_later(time) for time in rule.times]
    if later != rule.times:
        exact = [replace(time, loose=False) for time in rule.times]
        raise TwoReadings(_other_way(rules, at, _set(times=later)), _other_way(rules, at, _set(times=exact)))


def _later(time: Time) -> Time:
    """A time whose hours are perhaps those of the afternoon, so."""
    if not time.loose or not time.end:
        return time
    start, end = minutes(time.start), minutes(time.end)
    if start <= NOON and end <= start:
        return replace(time, end=clock(end + NOON), loose=False)
    if 0 < start < end <= EARLY:
        return replace(time, start=clock(start + NOON), end=clock(end + NOON), loose=False)
    return time


def _check_overlap(rules: list[Rule], at: int, rule: Rule) -> None:
    """Hours of one day that overlap: all of them together, or only the last?"""
    spans = [span_of(time) for time in rule.times]
    if None in spans:
        return
    for number, (start, end) in enumerate(spans):
        for first, last in spans[:number]:
            if start < last and first < end:
                whole = Time(clock(min(start, first)), clock(max(end, last)))
                rest = [one for one, span in zip(rule.times, spans, strict=True) if not touch(span, (start, end))]
                other = rule.times[number]
                if (other.start, other.end) == (whole.start, whole.end):
                    other = next(one for one in rule.times if touch(span_of(one), (start, end)))
                one, two = (sorted([*rest, time], key=lambda time: time.start) for time in (whole, other))
                raise TwoReadings(_other_way(rules, at, _set(times=one)), _other_way(rules, at, _set(times=two)))


def _check_replaced(rules: list[Rule], at: int, rule: Rule) -> None:
    """Days that are named again with other hours: these alone, or also those?

    Hours that overlap ("ma-vr 9-12 en 13-17, wo 9-12") replace, as after a semicolon in OpenStreetMap.
    """
    own = days_of(rule)
    if rule.joint == "||" or rule.replaces or rule.except_for or not own or not rule.times or rule.state:
        return
    for number, before in enumerate(rules[:at]):
        theirs = days_of(before)
        if not theirs or not own & theirs or own == theirs or not before.times or before.state:
            continue
        alone = _other_way(rules, at, _set(joint=";"))
        if is_beside(rule, before):
            if rule.also:  # "woensdag ook van 13 tot 16u"
                rule.joint = ","
                return
            raise TwoReadings(_other_way(rules, at, _set(joint=",")), alone)
        if not own < theirs:
            moved = [*rules[:number], *rules[number + 1 : at + 1], before, *rules[at + 1 :]]
            raise TwoReadings(write([replace(one, joint=";") for one in moved]), alone)
        rest = [time for time in before.times if not _touch_any(time, rule.times)]
        if rest and rule.comment != before.comment:
            own_rest = replace(before, joint=";", days=rule.days, times=rest)
            raise TwoReadings(write([*rules[:at], own_rest, replace(rule, joint=","), *rules[at + 1 :]]), alone)
        rule.joint = ";"


def _check_special(rules: list[Rule], at: int, rule: Rule) -> None:
    """Hours of a date, a season or a day of the month: instead of the usual ones, or (of the last) besides them?"""
    if rule.state or not rule.times or not is_special(rule) or rule.joint == "||":
        return
    rule.joint = "," if rule.also and at else ";"
    if rule.also:
        return
    weekday = rule.days.partition("[")[0]
    for before in rules[:at] if weekday in DAYS and not rule.dated else ():
        if weekday in (days_of(before) or ()) and before.times and not before.state and is_beside(rule, before):
            raise TwoReadings(_other_way(rules, at, _set(joint=",")), _other_way(rules, at, _set(joint=";")))


def _touch_any(time: Time, times: list[Time]) -> bool:
    spans = [span_of(one) for one in (time, *times)]
    return None in spans or any(touch(spans[0], span) for span in spans[1:])


def is_special(rule: Rule) -> bool:
    """Whether a rule is of a date, a season, days of the month or school holidays."""
    return bool(rule.dated or "SH" in rule.days or "[" in rule.days)


def perhaps_later(times: list[Time]) -> list[Time]:
    """Hours that go back in the day ("8.30-12, 1.30-5") may be those of the afternoon."""
    found = times[:1]
    for before, time in pairwise(times):
        goes_back = before.start < before.end and time.start < min(time.end, before.start) and time.end <= clock(EARLY)
        found.append(replace(time, loose=time.loose or goes_back))
    return found
