"""A part of a day that is closed ("woensdagnamiddag gesloten"): it takes its hours away, and never the whole day."""

from collections.abc import Iterable
from dataclasses import replace

from actors.wording.grammar import AFTERNOON, MORNING, Rule, Time
from actors.wording.spans import NOON, days_of, span_of
from actors.wording.tokens import HoursMissing, NotUnderstood
from actors.wording.vocabulary import DAYS

LATEST_MORNING = 13 * 60  # minutes after midnight: a morning may end so late
LATEST_AFTERNOON = 20 * 60
EVENING = 17 * 60  # what begins then is no afternoon


def close_parts(rules: list[Rule]) -> list[Rule]:
    """The rules with their closed parts of days worked out: such a day keeps its other hours, in a rule of its own.

    Raises:
        HoursMissing: it is not plain which hours the part takes, or which hours the day has besides.
        NotUnderstood: hours are said of the part that is excepted.
    """
    open_rules: list[Rule] = []
    for rule in rules:
        if rule.except_for and rule.parts and rule.times:
            raise NotUnderstood(rule.selector)
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
        rule = _of_day(day, before)
        kept = [time for time in rule.times if _kept(time, part)]
        if kept == rule.times:
            continue  # it is closed then already
        if not closed.selector or days_of(rule) == set(days):
            raise HoursMissing  # these hours were said of the very days
        own = replace(rule, joint=";", times=kept, replaces=True)
        if not kept:
            own = Rule(state="off")
        found.setdefault(tuple(map(str, kept)), (own, []))[1].append(day)
    return [replace(rule, days=",".join(those)) for rule, those in found.values()]


def _plain(closed: Rule, before: list[Rule]) -> tuple[str, list[str]]:
    """Which part of which days; of "Wednesday and Friday afternoon" nobody knows whether it is two afternoons."""
    days = days_of(closed if closed.selector or not before else before[-1])
    named = closed.days.count(",") + 1
    if not days or len({*closed.parts}) > 1 or (named > 1 and len(closed.parts) != named):
        raise HoursMissing
    if not days <= {*DAYS} or closed.parts[0] not in {MORNING, AFTERNOON}:
        raise HoursMissing
    return closed.parts[0], sorted(days, key=DAYS.index)


def _of_day(day: str, rules: Iterable[Rule]) -> Rule:
    """The hours of one day, of which a later rule replaces or adds."""
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
