"""From a text to the one way in which opening hours are kept; where it can mean two things, both are said."""

import re
from copy import deepcopy
from dataclasses import replace
from functools import lru_cache

from opening_hours import OpeningHours, ParserError

from actors.wording.alternatives import alternatives
from actors.wording.checks import check, check_only_closed, is_special, perhaps_later
from actors.wording.grammar import Grammar
from actors.wording.pairing import remarks_instead
from actors.wording.parts import close_hours, close_parts
from actors.wording.rules import Rule, Time
from actors.wording.spans import days_of
from actors.wording.tokens import NotUnderstood, TwoReadings, plain_signs, tokens_of
from actors.wording.vocabulary import DAYS, DUTCH, FRENCH, OTHERS
from actors.wording.writing import is_apart, is_beside, write

SPAN = 2  # clocks: from, to
NAMES = r"(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)(?:-(?:Mo|Tu|We|Th|Fr|Sa|Su))?"
SPANS = r"\d\d:\d\d-\d\d:\d\d(?:,\d\d:\d\d-\d\d:\d\d)*"
SETTLED_TEXT = re.compile(rf"24/7|{NAMES}(?:,{NAMES})* (?:{SPANS}|off)(?:; {NAMES}(?:,{NAMES})* (?:{SPANS}|off))*")


@lru_cache(maxsize=20_000)
def understand(text: str) -> str:
    """Opening hours as somebody wrote them, in the one way in which they are kept; an empty text stays empty.

    Raises:
        TwoReadings: they can mean two things.
        HoursMissing: a part of a day stands without hours.
        NotUnderstood: they are no opening hours.
    """
    text = plain_signs(text)
    if not text or _is_settled(text):
        return text
    try:
        return _understood(text)
    except TwoReadings as error:
        if all(map(_parses, error.readings)):
            raise
        raise NotUnderstood(text) from error  # "feestdagen maandag": there is nothing to choose from


def _understood(text: str) -> str:
    is_osm = _parses(re.sub(r",(?=[A-Z])", ", ", text))  # "Mo-Fr 10:00-12:00,Th 18:00-20:00" adds, too
    try:
        rules = _rules(text, typed=not is_osm)
    except NotUnderstood:
        if _parses(text):  # something rare of the syntax, kept as it is
            return text
        raise
    written = _settled(rules, mapped=is_osm)
    if not _parses(written):
        if _parses(text):
            return text
        raise NotUnderstood(text)
    return written


def settle(text: str) -> str:
    """The one way of writing; a text that can mean two things stays, by the letter."""
    try:
        return understand(text)
    except (TwoReadings, NotUnderstood):
        return text


def _is_settled(text: str) -> bool:
    """Whether a text is plainly written as it is kept: most are, and the search reads many."""
    if not SETTLED_TEXT.fullmatch(text):
        return False
    days = [rule.partition(" ")[0] for rule in text.split("; ")]
    return len({*days}) == len(days) and all(
        _is_in_order(spans.replace("-", ",").split(",")) for spans in re.findall(SPANS, text)
    )


def _is_in_order(clocks: list[str]) -> bool:
    """Whether hours follow each other in the day; one span may be a night."""
    return clocks[-1] not in {"00:00", "23:59"} and (
        clocks == sorted({*clocks}) or (len({*clocks}) == len(clocks) == SPAN)
    )


def _rules(text: str, *, typed: bool) -> list[Rule]:
    tokens = tokens_of(text)
    if any(token.loose for token in tokens if token.kind == "day"):
        raise TwoReadings(*(_settled(Grammar(tokens_of(text, one), typed=typed).read()) for one in (DUTCH, FRENCH)))
    return Grammar(tokens, typed=typed).read()


def _parses(text: str) -> bool:
    try:
        OpeningHours(text)
    except ParserError:
        return False
    return True


def _settled(rules: list[Rule], *, mapped: bool = False) -> str:
    """These rules in the one way of writing. `mapped`: written in the syntax, where a later rule may replace hours."""
    for at, rule in enumerate(rules):
        rule.times = [_tidy(time) for time in rule.times]
        if rule.days == OTHERS:
            rule.days = _other_days(rules[:at])
        if not mapped:
            rule.times = perhaps_later(rule.times)
    meant = alternatives(rules, typed=not mapped)
    if len(meant) > 1:
        return _one_of([deepcopy(one) for one in meant])
    rules = close_parts(_joined(meant[0], mapped=mapped))
    if not mapped:
        rules = close_hours(_closed_last(rules))
        check_only_closed(rules)
        rules = remarks_instead(rules)
    rules = _special_last(rules, mapped=mapped)
    for rule in rules:
        rule.times = sorted({str(time): time for time in rule.times}.values(), key=lambda time: time.start)
    check(rules, mapped=mapped)
    return write(rules)


def _one_of(meant: list[list[Rule]]) -> str:
    """What is meant, where only one way of reading makes hours.

    Raises:
        TwoReadings: both do, and say different things.
    """
    readings, refused = [], NotUnderstood()
    for rules in meant:
        try:
            readings.append(_settled(rules))
        except NotUnderstood as error:
            refused = error
    if not readings:
        raise refused
    if len({*readings}) > 1:
        raise TwoReadings(*readings)
    return readings[0]


def _closed_last(rules: list[Rule]) -> list[Rule]:
    """Hours that are closed after those of which they are taken: "fermé de 12h à 13h, lu-ve 9h-17h"."""
    if any(rule.joint == "||" for rule in rules):
        return rules
    return sorted(rules, key=lambda rule: rule.state == "off" and bool(rule.times) and days_of(rule) is not None)


def _other_days(rules: list[Rule]) -> str:
    """The days of the week of which these rules say nothing."""
    said = {day for rule in rules for day in (days_of(rule) or () if rule.selector else ())}
    left = [day for day in DAYS if day not in said]
    if not said or not left:
        raise NotUnderstood
    return ",".join(left)


def _tidy(time: Time) -> Time:
    """Midnight is 0:00 where something begins and 24:00 where it ends."""
    start = "00:00" if time.start == "24:00" else time.start
    end = "24:00" if time.end in {"00:00", "23:59"} else time.end
    if start == end and not time.loose:
        raise NotUnderstood(f"{start}-{end}")
    return replace(time, start=start, end=end)


def _joined(rules: list[Rule], *, mapped: bool) -> list[Rule]:
    """Of the same days twice with other hours, both count: nobody writes down what does not."""
    found: list[Rule] = []
    for rule in rules:
        before = found[-1] if found else None
        if before and _is_more_of(rule, before, mapped=mapped) and (rule.comment, before.comment) == (None, None):
            before.times += rule.times
            continue
        if before and _is_more_of(rule, before, mapped=mapped):
            rule.joint = ","
        found.append(rule)
    return found


def _is_more_of(rule: Rule, before: Rule, *, mapped: bool) -> bool:
    """Whether a rule says other hours of the very days of the one before; typed ones that overlap are asked later."""
    same = rule.joint == ";" and rule.selector == before.selector and not (rule.state or before.state)
    typed_again = not mapped and rule.joint in ",;" and rule.selector == before.selector and not rule.state
    beside = same and rule.times and before.times and is_beside(rule, before)
    return bool(beside or (typed_again and rule.times and before.times and not before.state and rule.selector))


def _special_last(rules: list[Rule], *, mapped: bool) -> list[Rule]:
    """Dates, seasons, days of the month, school holidays after every week, which would replace them by the letter."""
    groups: list[list[Rule]] = []
    for at, rule in enumerate(rules):
        if rule.joint == "||":
            return rules
        normal_after_special = not mapped and at and is_special(rules[at - 1]) and not is_special(rule)
        closes = rule.state == "off" and not rule.times
        if (
            rule.joint == ";"
            or not groups
            or closes
            or (rule.selector and (normal_after_special or is_apart(rule, rules[:at])))
        ):
            groups.append([replace(rule, joint=";") if normal_after_special else rule])
        else:
            groups[-1].append(rule)
    groups.sort(key=lambda group: is_special(group[0]))
    return [rule for group in groups for rule in group]
