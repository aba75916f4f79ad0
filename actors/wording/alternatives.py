"""What a rule may mean that people write with one sentence for two things, before it is written down.

from Friday 18.00 until Monday 8.00    all that while, or at these hours of each day
except on Wednesday from 14 to 17      closed then, or open only then
"""

from dataclasses import replace

from actors.wording.grammar import Rule, Time
from actors.wording.parts import hours_besides, hours_of_day
from actors.wording.spans import days_of, span_of, touch
from actors.wording.tokens import HoursMissing, NotUnderstood
from actors.wording.vocabulary import DAYS


def alternatives(rules: list[Rule]) -> list[list[Rule]]:
    """The rules in each way in which they can be meant: mostly one, else two.

    Raises:
        NotUnderstood: hours that end on another day stand with others.
    """
    for at, rule in enumerate(rules):
        found = None
        if rule.until_day:
            found = _until_another_day(rule)
        elif rule.except_for and rule.times and not rule.state:
            found = _excepted(rule, rules[:at])
        if found:
            return [[*rules[:at], *one, *rules[at + 1 :]] for one in found]
    return [rules]


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
