"""Rules made of the words of opening hours: on which days, at which times, open or not, with which remark."""

from dataclasses import dataclass, field, replace
from itertools import pairwise

from actors.wording.tokens import EndMissing, HoursMissing, NotUnderstood, Token
from actors.wording.vocabulary import DAYS, EVERY_DAY, WORKWEEK

SEPARATORS = {"comma", "semi", "line", "slash", "and", "or"}
SELECTORS = {"day", "days", "workdays", "holiday", "date", "year", "other", "nth", "offset", "ordinal", "not"}
ALWAYS = "24/7"
WHOLE_DAY = "00:00-24:00"
MORNING, AFTERNOON, EVENING = "morning", "afternoon", "evening"
HALF_DAY = 12  # hours
NOON = "12:00"


@dataclass(frozen=True)
class Time:
    """From one time to another, as written. `loose`: only hours were written, which may mean the afternoon."""

    start: str
    end: str = ""
    open_end: bool = False
    loose: bool = False

    def __str__(self):
        return f"{self.start}-{self.end}" if self.end else self.start + "+"


@dataclass
class Rule:
    """One rule. `joint`: what parts it from the rule before. `dated` and `days` select, times and state answer."""

    joint: str = ";"
    dated: str = ""
    days: str = ""
    times: list[Time] = field(default_factory=list)
    state: str = ""
    comment: str | None = None
    except_for: bool = False  # "sauf", "behalve": closed then
    workdays: bool = False  # in Belgium with or without Saturday
    leads: bool = False  # its answer came before its days: "fermé le lundi"
    is_closed_first: bool = False  # hours after it are those when it is closed: "fermé de 12h à 13h"
    always: bool = False  # "24h/24", on holidays too
    parts: list[str] = field(default_factory=list)  # of the day: "matin", "voormiddag"
    opens: bool = False  # "open" was said of it: without hours it is neither closed nor open all day
    replaces: bool = False  # all that was said of its days before
    until_day: str = ""  # on which its hours end: "from Friday 18.00 until Monday 8.00"

    @property
    def selector(self) -> str:
        return " ".join(part for part in (self.dated, self.days) if part)

    @property
    def is_answered(self) -> bool:
        return bool(self.times or self.state or self.comment is not None)

    def __str__(self):
        said = "" if self.comment is None else f'"{self.comment}"'
        times = ",".join(str(time) for time in self.times)
        if self.always and times == WHOLE_DAY and not self.selector:
            times = ALWAYS
        return " ".join(part for part in (self.selector, times, self.state, said) if part)


class Grammar:
    """Reads tokens from left to right; a separator gets its meaning from what follows it."""

    def __init__(self, tokens: list[Token]):
        self._tokens, self._at = _of_half_days(tokens), 0
        self._opens = False
        self._between: set[str] = set()  # separators since the last word
        self._dash = False
        self._ordinals: list[str] = []
        self._last = ""  # kind of the last selector
        self.rules: list[Rule] = []
        self._rule: Rule | None = None

    def read(self) -> list[Rule]:
        """The rules.

        Raises:
            NotUnderstood: the words make no rules.
        """
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            if token.kind in SEPARATORS:
                self._between.add(token.kind)
            elif token.kind == "dash":
                self._dash = True
            else:
                getattr(self, f"_{token.kind}")(token)
                self._between.clear()
                self._dash = False
        return _paired(self.rules)

    def _start(self) -> Rule:
        if "or" in self._between:
            joint = "||"
        else:
            joint = "," if self._between & {"comma", "and"} and not self._between & {"semi", "line"} else ";"
        self._rule = Rule(joint, opens=self._opens)
        self._opens = False
        self.rules.append(self._rule)
        self._last = ""
        return self._rule

    def _selecting(self) -> Rule:
        """The rule to which a selector belongs: a new one where the last is answered already."""
        rule = self._rule
        if rule is None or "or" in self._between:
            return self._start()
        comes_first = self._between == {"comma"} and len(self.rules) == 1  # "sauf jours fériés, lu-ve 9h-12h"
        if rule.except_for and self._last == "holiday" and (comes_first or not self._between):
            return self._start()  # "hors vacances scolaires lu-ve 9h-12h"
        goes_on = self._dash or "and" in self._between if rule.selector else self._between <= {"and"}  # "fermé en juin"
        if rule.leads and not rule.times and goes_on and "semi" not in self._between:  # "fermé du lundi au mercredi"
            return rule
        if rule.is_answered or ("semi" in self._between and rule.selector):
            return self._start()
        return rule

    def _day(self, token: Token) -> None:
        name = token.value
        if self._ordinals:
            name += f"[{','.join(self._ordinals)}]"
            self._ordinals.clear()
        rule = self._selecting()
        self._add_day(rule, name, "day")

    def _days(self, token: Token) -> None:
        self._add_day(self._selecting(), token.value, "day")

    def _workdays(self, _token: Token) -> None:
        rule = self._selecting()
        rule.workdays = True
        self._add_day(rule, WORKWEEK, "day")

    def _holiday(self, token: Token) -> None:
        self._add_day(self._selecting(), token.value, "holiday")

    def _add_day(self, rule: Rule, name: str, kind: str) -> None:
        if not rule.days:
            rule.days = name
        elif self._dash:
            rule.days += "-" + name
        elif self._last == "holiday" and kind == "day" and not self._between:
            rule.days += " " + name
        else:
            rule.days += "," + name
        self._last = kind

    def _nth(self, token: Token) -> None:
        if self._last != "day":
            raise NotUnderstood(token.value)
        self._rule.days += token.value

    def _offset(self, token: Token) -> None:
        if self._rule is None or not self._last:
            raise NotUnderstood(token.value)
        if self._last == "date":
            self._rule.dated += " " + token.value
        else:
            self._rule.days += " " + token.value

    def _ordinal(self, token: Token) -> None:
        self._ordinals.append(token.value)

    def _date(self, token: Token) -> None:
        rule = self._selecting()
        if rule.dated and rule.days and self._dash:  # "Mar Su[-1]-Oct Su[-1]": kept as it is written
            raise NotUnderstood(token.value)
        if not rule.dated:
            rule.dated = token.value
        else:
            rule.dated += ("-" if self._dash else " " if self._last == "year" else ",") + token.value
        self._last = "date"

    def _year(self, token: Token) -> None:
        rule = self._selecting()
        rule.dated += (" " if rule.dated else "") + token.value
        self._last = "year"

    def _other(self, token: Token) -> None:
        rule = self._selecting()
        rule.dated += ("," if rule.dated and self._between else " " if rule.dated else "") + token.value
        self._last = "other"

    def _not(self, _token: Token) -> None:
        self._start().except_for = True

    def _part(self, token: Token) -> None:
        """A part of the day: its hours follow; of an appointment "in the afternoon" the hours are not known."""
        rule, after = self._rule, self._peek()
        is_closed = after is not None and (after.kind, after.value) == ("state", "off")
        if rule is None or (is_closed and rule.is_answered) or (self._between and rule.state):
            rule = self._start()  # "9-12, namiddag gesloten"
        if rule.comment is not None:
            raise NotUnderstood(rule.comment)
        rule.parts.append(token.value)

    def _from(self, _token: Token) -> None:
        token = self._peek()
        self._at += 1
        self._answering().times.append(Time(token.value, open_end=True))

    def _always(self, _token: Token) -> None:
        rule = self._answering()
        if rule.days == EVERY_DAY and not rule.dated and len(self.rules) == 1:
            rule.days = ""
        rule.times.append(Time("00:00", "24:00"))
        rule.always = True

    def _plus(self, token: Token) -> None:
        if self._rule is None or not self._rule.times:
            raise NotUnderstood("+")
        last = self._rule.times[-1]
        self._rule.times[-1] = Time(last.start, f"{last.end}+" if last.end else "", open_end=True)

    def _answering(self) -> Rule:
        """The rule to which times belong."""
        rule = self._rule
        if rule is None or "or" in self._between:
            return self._start()
        follows_remark = rule.comment is not None and (rule.times or self._between)
        follows_state = rule.state and not (
            rule.is_closed_first and (rule.times or not self._between)
        )  # "fermé de 12h à 13h"
        return self._start() if "semi" in self._between or follows_state or follows_remark else rule

    def _time(self, token: Token) -> None:
        if self._is_day_of_month(token):
            month = self._rule.dated.rpartition(" ")[0].rpartition(",")[2].rpartition("-")[2]
            self._rule.dated += "-" + token.value[:2] if self._dash else f",{month} {token.value[:2]}"
            return
        if token.loose and token.value > "24:00":
            raise NotUnderstood(token.value)
        if self._dash and self._rule and self._rule.times and not self._rule.times[-1].end:
            raise NotUnderstood("-")
        rule = self._answering()
        if (after := self._peek()) and after.kind == "dash":
            end = self._peek(1)
            if end and end.kind == "day" and rule.days in DAYS and self._ends_on(rule, token, end):
                return
            if end is None or end.kind != "time" or (end.loose and end.value > "24:00"):
                raise EndMissing
            self._at += 2
            rule.times.append(Time(token.value, end.value, loose=token.loose and end.loose))
        elif after and after.kind == "plus":
            rule.times.append(Time(token.value, open_end=True))
        else:
            raise EndMissing

    def _ends_on(self, rule: Rule, start: Token, day: Token) -> bool:
        """Whether hours end on another day: "from Friday 18.00 until Monday 8.00"."""
        end, after = self._peek(2), self._peek(3)
        if end is None or end.kind != "time" or (after and after.kind == "dash"):
            return False
        rule.times.append(Time(start.value, end.value))
        rule.until_day = day.value
        self._at += 3
        return True

    def _is_day_of_month(self, token: Token) -> bool:
        joined = self._dash or "comma" in self._between
        rule, after = self._rule, self._peek()
        dated = rule is not None and self._last == "date" and not rule.is_answered and " " in rule.dated
        return dated and joined and token.loose and not (after and after.kind == "dash" and not self._dash)

    def _state(self, token: Token) -> None:
        after = self._peek()
        if token.value == "open" and after is not None and after.kind not in {*SEPARATORS, "comment"}:
            self._opens = True
            return  # "open van 9 tot 12"
        rule = self._rule
        if (
            rule is None
            or "semi" in self._between
            or "or" in self._between
            or (rule.is_answered and (self._between or (after and after.kind in {*SELECTORS, "time"})))
        ):
            rule = self._start()  # "9-17, gesloten van 12 tot 13"
        rule.leads = not rule.selector and not rule.times
        rule.is_closed_first = token.value == "off" and not rule.times
        rule.state = token.value

    def _comment(self, token: Token) -> None:
        rule = self._rule
        if rule is None or self._between & {"semi", "or"} or rule.comment is not None:
            rule = self._start()
        # "Wednesday afternoon by appointment": without its hours the afternoon would be the whole day.
        if rule.parts and (not rule.times or self._is_after_part()):
            raise HoursMissing
        rule.leads = not rule.selector and not rule.times
        rule.comment = token.value

    def _is_after_part(self) -> bool:
        return self._at > 1 and self._tokens[self._at - 2].kind == "part"

    def _peek(self, more: int = 0) -> Token | None:
        at = self._at + more
        return self._tokens[at] if at < len(self._tokens) else None

    def _word(self, token: Token) -> None:
        raise NotUnderstood(token.value)


def _of_half_days(tokens: list[Token]) -> list[Token]:
    """Clocks of twelve hours with their part of the day ("5 uur 's avonds") as those of a whole day."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        before, after = found[-1] if found else None, tokens[at + 1] if at + 1 < len(tokens) else None
        ends = len(found) > 1 and found[-2].kind == "dash" and not (after and after.kind in {"state", "comment"})
        if not (token.kind == "part" and before and before.kind == "time" and (ends or _kind(after) == "dash")):
            found.append(token)
            continue
        later = token.value in {AFTERNOON, EVENING}
        start = found[-3] if ends and len(found) > 2 and found[-3].kind == "time" else None  # noqa: PLR2004
        if later and start and start.value < before.value:  # "8 tot 10 uur 's avonds"
            found[-3] = _later(start)
        found[-1] = _later(before) if later else replace(before, loose=False)
    return found


def _kind(token: Token | None) -> str:
    return token.kind if token else ""


def _later(token: Token) -> Token:
    hour = int(token.value[:2])
    if not token.loose and hour >= HALF_DAY:
        return token
    return replace(token, value=f"{hour % HALF_DAY + HALF_DAY:02}{token.value[2:]}", loose=False)


def _paired(rules: list[Rule]) -> list[Rule]:
    """Times written before their days ("9h-12h du lundi au vendredi") find their days."""
    found: list[Rule] = []
    for rule in rules:
        before = found[-1] if found else None
        is_bare = rule.selector and not rule.is_answered and not rule.except_for
        if is_bare and before and before.is_answered and not before.selector and rule.joint == ";":
            before.dated, before.days = rule.dated, rule.days
            before.workdays = rule.workdays
        else:
            found.append(rule)
    return _with_exceptions(found)


def _lies_in_part(rule: Rule) -> bool:
    """Whether the hours of a rule are those of the part of the day that it names."""
    if AFTERNOON in rule.parts:
        return all(time.start >= NOON for time in rule.times)
    return MORNING in rule.parts and all(time.end <= NOON for time in rule.times)


def _with_exceptions(rules: list[Rule]) -> list[Rule]:
    """What is excepted is closed, wherever that is said: "tous les jours sauf le mercredi de 9h à 17h"."""
    for before, rule in pairwise(rules):
        if rule.except_for and rule.times and not before.is_answered:
            if _lies_in_part(rule):  # "tous les jours sauf le mercredi après-midi 14h-17h": and on the others?
                raise HoursMissing
            before.times, rule.times = rule.times, []
    exceptions = [rule for rule in rules if rule.except_for]
    for rule in exceptions:
        rule.joint = ";"
        rule.state = rule.state or ("" if rule.is_answered else "off")
    return [*(rule for rule in rules if not rule.except_for), *exceptions]
