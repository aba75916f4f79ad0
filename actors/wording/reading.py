"""From a text to the one way in which opening hours are kept; where it can mean two things, both are said."""

import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from functools import lru_cache

from opening_hours import OpeningHours, ParserError

from actors.wording.alternatives import alternatives
from actors.wording.grammar import Grammar, Rule, Time
from actors.wording.parts import close_hours, close_parts
from actors.wording.spans import NOON, clock, days_of, minutes, span_of, touch
from actors.wording.tokens import EndMissing, HoursMissing, NotUnderstood, plain_signs, tokens_of
from actors.wording.vocabulary import DAYS, DUTCH, FRENCH, OTHERS, WORKWEEK

SPAN = 2  # clocks: from, to
EARLY = 6 * 60  # "2-6" may be in the afternoon
NAMES = r"(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)(?:-(?:Mo|Tu|We|Th|Fr|Sa|Su))?"
SPANS = r"\d\d:\d\d-\d\d:\d\d(?:,\d\d:\d\d-\d\d:\d\d)*"
SETTLED_TEXT = re.compile(rf"24/7|{NAMES}(?:,{NAMES})* (?:{SPANS}|off)(?:; {NAMES}(?:,{NAMES})* (?:{SPANS}|off))*")


class TwoReadings(ValueError):  # noqa: N818 (what happened, not whose fault)
    """A text can mean two things; both are in the syntax of OpenStreetMap."""

    def __init__(self, one: str, other: str):
        super().__init__(one, other)
        self.readings = (one, other)


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
    is_osm = _parses(re.sub(r",(?=[A-Z])", ", ", text))  # "Mo-Fr 10:00-12:00,Th 18:00-20:00" adds, too
    try:
        rules = _rules(text)
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


def _rules(text: str) -> list[Rule]:
    tokens = tokens_of(text)
    if any(token.loose for token in tokens if token.kind == "day"):
        raise TwoReadings(*(_settled(Grammar(tokens_of(text, one)).read()) for one in (DUTCH, FRENCH)))
    return Grammar(tokens).read()


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
    rules, *others = alternatives(rules)
    if others:
        raise TwoReadings(_settled(deepcopy(rules)), *(_settled(deepcopy(other)) for other in others))
    rules = close_parts(_joined(rules, mapped=mapped))
    rules = _special_last(rules if mapped else close_hours(rules))
    for rule in rules:
        rule.times = sorted({str(time): time for time in rule.times}.values(), key=lambda time: time.start)
    for at, rule in enumerate(rules):
        for check in (_check_hours, _check_days, _check_holiday, _check_workdays, _check_afternoon, _check_overlap):
            check(rules, at, rule)
        if not mapped:
            _check_replaced(rules, at, rule)
    return write(rules)


def _other_days(rules: list[Rule]) -> str:
    """The days of the week of which these rules say nothing."""
    said = {day for rule in rules for day in (days_of(rule) or () if rule.selector else ())}
    left = [day for day in DAYS if day not in said]
    if not said or not left:
        raise NotUnderstood
    return ",".join(left)


def write(rules: list[Rule]) -> str:
    """Rules as a text."""
    text = str(rules[0]) if rules else ""
    for at, rule in enumerate(rules[1:], start=1):
        joint = rule.joint
        if joint == "," and ((rule.state == "off" and not rule.times) or _is_apart(rule, rules[:at])):
            joint = ";"
        text += {"||": " || ", ",": ", ", ";": "; "}[joint] + str(rule)
    return text


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
    beside = same and rule.times and before.times and _is_beside(rule, before)
    return bool(beside or (typed_again and rule.times and before.times and not before.state and rule.selector))


def _special_last(rules: list[Rule]) -> list[Rule]:
    """Dates, seasons, days of the month, school holidays after every week, which would replace them by the letter."""
    if any(rule.joint != ";" for rule in rules[1:]):
        return rules
    return sorted(rules, key=lambda rule: bool(rule.dated or "SH" in rule.days or "[" in rule.days))


def _is_beside(rule: Rule, other: Rule) -> bool:
    spans = [[span_of(time) for time in one.times] for one in (rule, other)]
    if any(span is None for one in spans for span in one):
        return False
    return all(last <= start or end <= first for first, last in spans[0] for start, end in spans[1])


def _is_apart(rule: Rule, others: list[Rule]) -> bool:
    """Whether no other rule speaks of any day of this one."""
    own, theirs = days_of(rule), [days_of(other) for other in others]
    return own is not None and all(days is not None and not days & own for days in theirs)


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
        if _is_beside(rule, before):
            raise TwoReadings(_other_way(rules, at, _set(joint=",")), alone)
        if not own < theirs:
            moved = [*rules[:number], *rules[number + 1 : at + 1], before, *rules[at + 1 :]]
            raise TwoReadings(write([replace(one, joint=";") for one in moved]), alone)
        rest = [time for time in before.times if not _touch_any(time, rule.times)]
        if rest and rule.comment != before.comment:
            own_rest = replace(before, joint=";", days=rule.days, times=rest)
            raise TwoReadings(write([*rules[:at], own_rest, replace(rule, joint=","), *rules[at + 1 :]]), alone)
        rule.joint = ";"


def _touch_any(time: Time, times: list[Time]) -> bool:
    spans = [span_of(one) for one in (time, *times)]
    return None in spans or any(touch(spans[0], span) for span in spans[1:])
