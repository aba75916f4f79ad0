"""The usual week of a schedule, taken apart: the ordinary week, and what holds in seasons and on days of the month."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from actors.holidays import unmarked
from actors.schedule import SEASON, SUN, Span, spans_of_evening
from actors.wording.grammar import Grammar
from actors.wording.reading import settle, write
from actors.wording.rules import Rule
from actors.wording.tokens import NotUnderstood, tokens_of
from actors.wording.vocabulary import DAYS

WEEK = 7
ORDINARY_MONDAY = date(2026, 3, 2)  # a week without a public or school holiday, or a change of the clock
NTH = re.compile(rf"({'|'.join(DAYS)})\[([-\d,]+)\]")
SCHOOL = re.compile(r"\bSH\b[ ,]?|,SH\b")


@dataclass(frozen=True)
class Part:
    """What holds in one season, or always where `season`, `nth` and `in_school_holidays` are empty.

    `season` and `nth` are in the syntax ("Nov-Mar", "Mo[1]"); `week` has the spans of each day, Monday first, of
    which with `nth` only that day counts.
    """

    week: tuple[tuple[Span, ...], ...]
    season: str = ""
    nth: str = ""
    in_school_holidays: bool = False

    @property
    def is_ordinary(self) -> bool:
        return not (self.season or self.nth or self.in_school_holidays)

    def counts_on(self, day: date) -> bool:
        """Whether a day is one of those of the month that `nth` says."""
        last = (day + timedelta(days=WEEK)).month != day.month
        return any(
            name == DAYS[day.weekday()]
            and {str((day.day - 1) // WEEK + 1), "-1" if last else ""} & {*numbers.split(",")}
            for name, numbers in NTH.findall(self.nth)
        )


@lru_cache(maxsize=20_000)
def parts_of(text: str) -> tuple[Part, ...]:
    """The parts of a schedule, the ordinary week first where there is one; none of what no week is like.

    That are hours that go by the sun, and seasons that are not taken apart: one week of March says nothing of them.
    """
    rules = _rules(text)
    if SUN.search(text) or (not rules and (SEASON.search(text) or "[" in text)):
        return ()
    keys = [_key(rule) for rule in rules]
    special = list(dict.fromkeys(key for key in keys if any(key)))
    if not special:
        return (Part(_week_of(text)),)
    ordinary = [rule for rule, key in zip(rules, keys, strict=True) if not any(key)]
    found = [Part(_week_of(write(ordinary)))] if _says_something(ordinary) else []
    for season, nth, school in special:
        chosen = [
            replace(rule, dated="", days=_plain_days(rule)) if any(key) else rule
            for rule, key in zip(rules, keys, strict=True)
            if not any(key) or key == (season, nth, school)
        ]
        found.append(Part(_week_of(write(chosen)), season, nth, school))
    return tuple(found)


def otherwise(text: str) -> str:
    """What a schedule says of all other times: the comment of its fallback; empty where there is none."""
    if "||" not in text:
        return ""
    fallback = next((rule for rule in _rules(text) if rule.joint == "||"), None)
    return fallback.comment or "" if fallback and not fallback.selector and not fallback.times else ""


def _rules(text: str) -> list[Rule]:
    """The rules; none where they have something rare of the syntax."""
    try:
        return Grammar(tokens_of(settle(unmarked(text)[0]))).read()
    except NotUnderstood:
        return []


def without_otherwise(text: str) -> str:
    """The schedule without its fallback."""
    rules = _rules(text)
    at = next((number for number, rule in enumerate(rules) if rule.joint == "||"), len(rules))
    return write(rules[:at]) if rules and at else text


def _key(rule: Rule) -> tuple[str, str, bool]:
    """Season, days of the month, school holidays: what makes a rule other than of every week."""
    nth = ",".join(match[0] for match in NTH.finditer(rule.days))
    names = rule.days.replace(" ", ",").split(",")
    only_school = "SH" in names and (rule.days.startswith("SH ") or {*names} <= {"SH", "PH"})
    return rule.dated, nth, only_school


def _plain_days(rule: Rule) -> str:
    days = NTH.sub(r"\1", SCHOOL.sub("", rule.days) if _key(rule)[2] else rule.days)
    return "Mo-Su" if not days or (days == "PH" and "SH" in rule.days) else days.strip(" ,")


def _says_something(rules: list[Rule]) -> bool:
    return any(rule.state != "off" for rule in rules)


def _week_of(text: str) -> tuple[tuple[Span, ...], ...]:
    return tuple(spans_of_evening(text, ORDINARY_MONDAY + timedelta(days=day)) for day in range(WEEK))
