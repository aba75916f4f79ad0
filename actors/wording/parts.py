"""A part of a day that is closed, by its name ("woensdagnamiddag gesloten") or its hours ("gesloten van 12 tot 13"): it
takes these hours away, and never the whole day.
"""

from collections.abc import Iterable
from dataclasses import replace

from actors.wording.rules import AFTERNOON, MORNING, Rule, Time
from actors.wording.spans import DAY, NOON, clock, days_of, span_of, touch, without
from actors.wording.tokens import HoursMissing
from actors.wording.vocabulary import DAYS

LATEST_MORNING = 13 * 60  # minutes after midnight: a morning may end so late
LATEST_AFTERNOON = 20 * 60
EVENING = 17 * 60  # what begins then is no afternoon


def close_parts(rules: list[Rule]) -> list[Rule]:
    """The rules with their closed parts of days worked out: such a day keeps its other hours, in a rule of its own.

    Raises:
        HoursMissing: it is not plain which hours the part takes, or which hours the day has besides.
    """
    open_rules: list[Rule] = []
    for rule in rules:
        if rule.parts and rule.state not in {"", "off"} and not rule.times:
            raise HoursMissing
        if rule.parts and rule.state == "off" and not rule.times:
            open_rules += _without(rule, open_rules)
        else:
            open_rules.append(rule)
    return open_rules


def _without(closed: Rule, before: list[Rule]) -> list[Rule]:
    part, days = _plain(closed, before)
    found: dict[tuple[str, ...], tuple[Rule, list[str]]] = {}
    for day in days:
        rule = hours_of_day(day, before)
        kept = hours_besides(part, rule.times)
        if kept == rule.times:
            continue  # it is closed then already
        if not closed.selector or days_of(rule) == set(days):
            raise HoursMissing  # these hours were said of the very days
        own = replace(rule, joint=";", times=kept, replaces=True)
        if not kept:
            own = Rule(state="off")
        found.setdefault(tuple(map(str, kept)), (own, []))[1].append(day)
    return [replace(rule, days=",".join(those)) for rule, those in found.values()]


def hours_besides(part: str, times: list[Time]) -> list[Time]:
    """The hours that do not lie in a part of the day.

    Raises:
        HoursMissing: it is not plain which do.
    """
    return [time for time in times if _kept(time, part)]


def close_hours(rules: list[Rule]) -> list[Rule]:
    """The rules without the hours of which somebody says that it is closed then; a later rule counts.

    Raises:
        HoursMissing: it is closed for a while of a night, of which nobody knows whose evening it is.
    """
    found: list[Rule] = []
    for rule in rules:
        if rule.state == "off" and rule.times and days_of(rule) is not None:
            found = _closed(rule, found)
        else:
            found.append(rule)
    return found


def _closed(closed: Rule, before: list[Rule]) -> list[Rule]:
    """The rules before without these hours: where all days of one lose them in itself, else in one for those days."""
    days = days_of(closed) if closed.selector else {day for rule in before for day in days_of(rule) or ()}
    spans = [span_of(time) for time in closed.times]
    if not before or None in spans or any(days_of(rule) is None or rule.joint == "||" for rule in before):
        return [*before, closed]
    nights = [(start + DAY, end + DAY) for start, end in spans]
    if any(touch(span_of(time) or (0, 0), night) for rule in before for time in rule.times for night in nights):
        raise HoursMissing
    lost = {number for number, rule in enumerate(before) if rule.times and not rule.state and days_of(rule) <= days}
    own, left = [], set(days)
    for number, rule in enumerate(before):
        times = _without_hours(rule.times, spans) if number in lost else rule.times
        is_empty = number in lost and not times
        own.append(replace(rule, times=times, state="off" if is_empty else rule.state))
        left -= days_of(rule) if number in lost else set()
    found: dict[tuple[str, ...], tuple[Rule, list[str]]] = {}
    for day in sorted(left, key=[*DAYS, "PH", "SH"].index):
        if not any(day in days_of(rule) for rule in before):
            continue
        try:
            rule = hours_of_day(day, before)
        except HoursMissing:
            return [*before, closed]
        kept = _without_hours(rule.times, spans)
        if kept != rule.times:
            rest = replace(rule, joint=";", times=kept, replaces=True) if kept else Rule(state="off")
            found.setdefault(tuple(map(str, kept)), (rest, []))[1].append(day)
    return [*own, *(replace(rule, days=",".join(those)) for rule, those in found.values())]


def _without_hours(times: list[Time], closed: list[tuple[int, int]]) -> list[Time]:
    left = []
    for time in times:
        span = span_of(time)
        pieces = without(span, closed) if span else [span]
        left += [time] if pieces == [span] else [Time(clock(start), clock(end)) for start, end in pieces]
    return left


def _plain(closed: Rule, before: list[Rule]) -> tuple[str, list[str]]:
    """Which part of which days; of "Wednesday and Friday afternoon" nobody knows whether it is two afternoons."""
    days = days_of(closed if closed.selector or not before else before[-1])
    named = closed.days.count(",") + 1
    if not days or len({*closed.parts}) > 1 or (named > 1 and len(closed.parts) != named):
        raise HoursMissing
    if not days <= {*DAYS} or closed.parts[0] not in {MORNING, AFTERNOON}:
        raise HoursMissing
    return closed.parts[0], sorted(days, key=DAYS.index)


def hours_of_day(day: str, rules: Iterable[Rule]) -> Rule:
    """The hours of one day, of which a later rule replaces or adds.

    Raises:
        HoursMissing: no hours are said of it, or with several remarks.
    """
    found = None
    for rule in rules:
        days = days_of(rule)
        if days is None or day not in days:
            continue
        if rule.joint != "," or found is None:
            found = rule
        elif found.comment is None and rule.comment is None:
            found = replace(found, times=found.times + rule.times)
        else:
            raise HoursMissing
    if found is None or not found.times or found.state:
        raise HoursMissing
    return found


def _kept(time: Time, part: str) -> bool:
    """Whether hours stay when a part of the day is closed."""
    start, end = span_of(time) or (0, 0)
    is_morning = start < NOON and start < end <= LATEST_MORNING
    if part == MORNING and (is_morning or start >= NOON):
        return not is_morning
    if part == AFTERNOON and (is_morning or (NOON <= start < EVENING and end <= LATEST_AFTERNOON)):
        return is_morning
    raise HoursMissing
