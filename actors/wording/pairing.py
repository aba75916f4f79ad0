"""Rules that people write in parts, put together: hours before their days, exceptions, what also holds."""

from dataclasses import replace

from actors.wording.rules import AFTERNOON, MORNING, NOON, Rule
from actors.wording.spans import days_of
from actors.wording.tokens import HoursMissing
from actors.wording.vocabulary import EVERY_DAY


def paired(rules: list[Rule]) -> list[Rule]:
    """Times written before their days ("9h-12h du lundi au vendredi") find their days, and days their times."""
    found: list[Rule] = []
    for rule in rules:
        before = found[-1] if found else None
        is_bare = rule.selector and not rule.is_answered and not rule.except_for
        if is_bare and rule.also and before and before.is_answered and not (rule.dated or before.dated):
            _add(rule, before)
        elif is_bare and before and before.is_answered and not before.selector and _follows(rule, found):
            before.dated, before.days = rule.dated, rule.days
            before.workdays = rule.workdays
        elif is_bare and not rule.days and not rule.is_apart and before and before.times and not before.dated:
            before.dated = rule.dated  # "alle dagen van 20u tot 8u van november tot maart"
        else:
            found.append(rule)
    for at in range(len(found) - 1, 0, -1):
        rule, twin = found[at], found[at - 1]
        if twin.is_twin and not twin.is_answered:
            twin.times, twin.state, twin.comment = [*rule.times], rule.state, rule.comment
    return _with_exceptions(found)


def _follows(rule: Rule, found: list[Rule]) -> bool:
    """Whether days follow their hours: after a comma only where these are the first ("9-12, ma-vr")."""
    return rule.joint == ";" or (rule.joint == "," and len(found) == 1 and bool(found[0].times))


def _add(rule: Rule, before: Rule) -> None:
    """Days that also have the answer of those before: "ma-vr 9-17u, ook op feestdagen"."""
    if before.always and not before.selector:
        return
    every = before.days or EVERY_DAY
    names = [name for name in rule.days.split(",") if EVERY_DAY not in every or name in {"PH", "SH"}]
    before.days = ",".join(dict.fromkeys([*every.split(","), *names]))


def _lies_in_part(rule: Rule) -> bool:
    """Whether the hours of a rule are those of the part of the day that it names."""
    if AFTERNOON in rule.parts:
        return all(time.start >= NOON for time in rule.times)
    return MORNING in rule.parts and all(time.end <= NOON for time in rule.times)


def _with_exceptions(rules: list[Rule]) -> list[Rule]:
    """What is excepted is closed, wherever that is said: "tous les jours sauf le mercredi de 9h à 17h"."""
    for at, rule in enumerate(rules):
        before = next((one for one in reversed(rules[:at]) if not one.except_for or one.is_answered), None)
        if rule.except_for and rule.times and before and _waits(before):
            if _lies_in_part(rule):  # "tous les jours sauf le mercredi après-midi 14h-17h": and on the others?
                raise HoursMissing
            before.times, before.state, rule.times = rule.times, "", []
    exceptions = [rule for rule in rules if rule.except_for]
    for rule in exceptions:
        rule.joint = ";"
        rule.state = rule.state or ("" if rule.is_answered else "off")
    of_school = [rule for rule in rules if not rule.except_for and _is_of_school(rule, exceptions)]
    return [*(rule for rule in rules if not rule.except_for and rule not in of_school), *exceptions, *of_school]


def _waits(rule: Rule) -> bool:
    """Whether its hours may come after an exception: "elke dag open, behalve zondag: 11-13"."""
    return not rule.is_answered or (rule.state == "open" and not rule.times and rule.comment is None)


def _is_of_school(rule: Rule, exceptions: list[Rule]) -> bool:
    """Whether it says what holds in school holidays that others except: it stands after these, which would close."""
    return "SH" in rule.days and any(one.days == "SH" and not one.times for one in exceptions)


def remarks_instead(rules: list[Rule]) -> list[Rule]:
    """A remark of some days instead of the hours that were said of these and others, whichever comes first.

    "Ma-vr 9-17u, woensdag enkel op afspraak": nobody who reads that walks in on Wednesday.
    """
    if any(rule.joint == "||" for rule in rules[1:]):
        return rules
    kept, moved = [], []
    for rule in rules:
        (moved if _is_instead(rule, rules) else kept).append(rule)
    return [*kept, *(replace(rule, joint=";") for rule in moved)]


def _is_instead(rule: Rule, rules: list[Rule]) -> bool:
    own = None if rule.dated else days_of(rule)
    is_remark = rule.comment is not None and not (rule.times or rule.state or rule.also)
    if not own or not rule.selector or not is_remark:
        return False
    return any(own < (days_of(other) or set()) for other in rules if other.times and not other.state)
