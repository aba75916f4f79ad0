"""What a rule may mean that people write with one sentence for two things, before it is written down.

from Friday 18.00 until Monday 8.00    all that while, or at these hours of each day
except on Wednesday from 14 to 17      closed then, or open only then
9-12 and 14-17 by appointment          all of it, or the last hours
by appointment, on Monday 9-12         then, or besides these hours
Mo-Fr 9-17, in July 9-13               on these days, or on every day
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from actors.wording.parts import hours_besides, hours_of_day
from actors.wording.rules import Rule, Time
from actors.wording.spans import days_of, span_of, touch
from actors.wording.tokens import HoursMissing, NotUnderstood
from actors.wording.vocabulary import DAYS

DATES = re.compile(r"(?:20\d\d )?[A-Z][a-z]{2} \d\d(?:,(?:20\d\d )?[A-Z][a-z]{2} \d\d)*")  # no season


def alternatives(rules: list[Rule], *, typed: bool) -> list[list[Rule]]:
    """The rules in each way in which they can be meant: mostly one, else two. `typed`: by people, not by mappers.

    Raises:
        NotUnderstood: hours that end on another day stand with others.
    """
    for at, rule in enumerate(rules):
        found = None
        if rule.until_day:
            found = _until_another_day(rule)
        elif rule.except_for and rule.times and not rule.state:
            found = _excepted(rule, rules[:at])
        elif typed and rule.remarked_late:
            found = _remarked(rule)
        elif typed and rule.times and not (rule.state or rule.on_every_day) and _is_of_season(rule):
            found = _in_season(rule, rules[:at])
        if found:
            return [[*rules[:at], *one, *rules[at + 1 :]] for one in found]
    return _led_by_remark(rules) if typed else [rules]


def _remarked(rule: Rule) -> list[list[Rule]]:
    """Several hours and then a remark."""
    whole = replace(rule, remarked_late=False)
    before = replace(whole, times=rule.times[:-1], comment=None)
    return [[whole], [before, replace(whole, joint=",", times=rule.times[-1:])]]


def _led_by_remark(rules: list[Rule]) -> list[list[Rule]]:
    """A remark alone, a comma, and then hours of days."""
    if not rules[1:] or rules[1].joint == "||" or rules[1].except_for:
        return [rules]
    (first, second), others = rules[:2], rules[2:]
    if first.leads and first.comment is not None and first.times:
        return _of_all(rules)
    is_alone = first.leads and first.comment is not None and not (first.selector or first.times or first.state)
    if not is_alone or second.joint != "," or not second.selector or not second.times or second.comment is not None:
        return [rules]
    rest = [one for one in others if not one.except_for]
    exceptions = [one for one in others if one.except_for]
    of_them = [replace(second, comment=first.comment), *others]
    return [of_them, [second, *rest, *exceptions, replace(first, joint="||")]]


def _of_all(rules: list[Rule]) -> list[list[Rule]]:
    """A remark before several days with hours: of all of them, or of the first?"""
    first, *others = (replace(rule, leads=False) for rule in rules)
    silent = [rule for rule in others if rule.times and not (rule.state or rule.except_for)]
    if not silent or any(rule.comment is not None for rule in others):
        return [rules]
    every = [replace(rule, comment=first.comment) if rule in silent else rule for rule in others]
    return [[first, *every], [first, *others]]


def _is_of_season(rule: Rule) -> bool:
    return rule.days == "SH" if not rule.dated else not rule.days and not DATES.fullmatch(rule.dated)


def _in_season(rule: Rule, before: list[Rule]) -> list[list[Rule]] | None:
    """Hours of a season without days of the week, where not every day had hours."""
    ordinary = [one for one in before if one.times and not one.state and days_of(one) and one.selector]
    days = {day for one in ordinary for day in days_of(one) or ()} & {*DAYS}
    if not days or len(days) == len(DAYS):
        return None
    names = ",".join(dict.fromkeys(_names(ordinary)))
    school = f"{rule.days} " if rule.days else ""
    return [[replace(rule, joint=";", days=school + names)], [replace(rule, joint=";", on_every_day=True)]]


def _names(rules: Iterable[Rule]) -> list[str]:
    return [name for rule in rules for name in rule.days.split(",") if name not in {"PH", "SH"}]


def _until_another_day(rule: Rule) -> list[list[Rule]]:
    if len(rule.times) > 1:
        raise NotUnderstood
    (time,) = rule.times
    start, end = span_of(time)
    first, days = DAYS.index(rule.days), (DAYS.index(rule.until_day) - DAYS.index(rule.days)) % len(DAYS)
    is_night = time.end <= time.start
    own = replace(rule, until_day="")
    if (is_night and days == 1) or not days:
        return [[own]]
    names = [DAYS[(first + more) % len(DAYS)] for more in range(days + 1)]
    each = replace(own, days=",".join(names[:-1] if is_night else names))
    through = [
        replace(own, times=[Time(time.start, "24:00")]),
        *([replace(own, joint=";", days=",".join(names[1:-1]), times=[Time("00:00", "24:00")])] if days > 1 else []),
        replace(own, joint=";", days=names[-1], times=[Time("00:00", time.end)]),
    ]
    return [[each], through] if start < end and not is_night else [through, [each]]


def _excepted(rule: Rule, before: list[Rule]) -> list[list[Rule]] | None:
    """Hours that are excepted. Where it is open then by what stands before, that may be when it is closed."""
    closed = replace(rule, state="off", except_for=False, parts=[])
    if not rule.selector:
        return [[closed]]
    days = days_of(rule)
    if days is None:
        return None
    spoken = [hours_of_day(day, before) for day in days if any(day in (days_of(one) or ()) for one in before)]
    other = replace(rule, except_for=False, parts=[], replaces=True, times=[*_besides(rule, spoken), *rule.times])
    if any(_overlap(one.times, rule.times) for one in spoken):
        return [[other], [closed]]
    return [[other]]


def _besides(rule: Rule, spoken: list[Rule]) -> list[Time]:
    """The hours that days keep besides the part of the day that is excepted."""
    if not rule.parts or not spoken:
        return []
    try:
        kept = [hours_besides(rule.parts[0], one.times) for one in spoken]
    except HoursMissing:
        return []
    return kept[0] if all(one == kept[0] for one in kept) else []


def _overlap(times: list[Time], others: list[Time]) -> bool:
    spans, excepted = ([span_of(time) for time in one] for one in (times, others))
    return None in {*spans, *excepted} or any(touch(span, other) for span in spans for other in excepted)
