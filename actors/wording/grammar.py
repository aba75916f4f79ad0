"""Rules made of the words of opening hours: on which days, at which times, open or not, with which remark."""

from actors.wording.order import in_reading_order
from actors.wording.pairing import paired
from actors.wording.rules import Rule, Time
from actors.wording.tokens import SEPARATORS, EndMissing, HoursMissing, NotUnderstood, Token
from actors.wording.vocabulary import DAYS, EVERY_DAY, WORKWEEK

COLUMNS = {"line", "slash"}  # between the halves of a day in a table
SELECTORS = {"day", "days", "workdays", "holiday", "date", "year", "other", "nth", "offset", "ordinal", "not"}


class Grammar:
    """Reads tokens from left to right; a separator gets its meaning from what follows it.

    `typed`: by people, who write what is closed among the hours ("9-17, 12-13 gesloten").
    """

    def __init__(self, tokens: list[Token], *, typed: bool = False):
        self._tokens, self._at = in_reading_order(tokens), 0
        self._typed = typed
        self._is_also = False
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
                if self._ordinals and token.kind not in {"day", "ordinal"}:
                    self._count_days()
                getattr(self, f"_{token.kind}")(token)
                self._is_also = token.kind == "also"
                self._between.clear()
                self._dash = False
        if self._ordinals:
            self._count_days()
        return paired(self.rules)

    def _start(self) -> Rule:
        if "or" in self._between:
            joint = "||"
        else:
            joint = "," if self._between & {"comma", "and"} and not self._between & {"semi", "line"} else ";"
        self._rule = Rule(joint, opens=self._opens, also=self._is_also, is_apart=bool(self._between))
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
        is_over = self._last == "holiday" or (self._last == "date" and len(self.rules) == 1)
        if rule.except_for and is_over and (comes_first or not self._between) and not self._dash:
            return self._start()  # "hors vacances scolaires lu-ve 9h-12h", "sauf en août: lu-ve 9h-12h"
        if rule.state == "off" and rule.leads and not rule.times and self._between == {"comma"} and self._ends_list():
            return rule  # "gesloten op zaterdag, zondag en 24 december"
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
        if token.value == EVERY_DAY and self._rule and self._rule.always and not self._rule.selector:
            return  # "dag en nacht, 7/7"
        self._add_day(self._selecting(), token.value, "day")

    def _workdays(self, _token: Token) -> None:
        rule = self._selecting()
        rule.workdays = True
        self._add_day(rule, WORKWEEK, "day")

    def _holiday(self, token: Token) -> None:
        self._add_day(self._selecting(), token.value, "holiday")

    def _add_day(self, rule: Rule, name: str, kind: str) -> None:
        if rule.dated and not rule.days and "and" in self._between:
            rule = self._twin(rule)
        narrows = rule.days == EVERY_DAY and "and" not in self._between and name in DAYS and not self._dash
        if not rule.days or narrows:  # "tous les matins du lundi au samedi"
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

    def _count_days(self) -> None:
        """Days of the month whose name stands before them: "Tuesday 18-20 (2nd and 4th)", "except the last"."""
        rule = self._rule
        named = rule if rule is None or rule.selector or len(self.rules) == 1 else self.rules[-2]
        if named is None or named.days not in DAYS or named.dated:
            raise NotUnderstood
        rule.days = f"{named.days}[{','.join(self._ordinals)}]"
        self._ordinals.clear()

    def _twin(self, rule: Rule) -> Rule:
        """Another rule with the same answer: "closed on Wednesday and in July"."""
        twin = self._start()
        twin.joint = ";"
        twin.state, twin.leads, twin.is_closed_first = rule.state, rule.leads, rule.is_closed_first
        twin.except_for = rule.except_for
        rule.is_twin = not rule.is_answered and not rule.except_for
        return twin

    def _also(self, _token: Token) -> None:
        if self._rule and self._rule.selector and not self._rule.is_answered:
            self._rule.also = True

    def _date(self, token: Token) -> None:
        rule = self._selecting()
        if rule.dated and rule.days and self._dash:  # "Mar Su[-1]-Oct Su[-1]": kept as it is written
            raise NotUnderstood(token.value)
        if rule.days and not rule.dated and "and" in self._between:
            rule = self._twin(rule)
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
        if rule.state == "off" and rule.selector and not rule.leads and not rule.times and self._is_next_column():
            rule.state = ""  # a table: closed in the morning, these hours in the afternoon
            return rule
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
        if token.value == "off" and rule and rule.selector and self._is_other_half(rule, after):
            return
        if self._typed and token.value == "off" and rule and len(rule.times) > 1 and not self._between:
            rule, closed = self._start(), rule  # "9-17, 12-13 gesloten"
            rule.joint, rule.dated, rule.days, rule.times = ";", closed.dated, closed.days, [closed.times.pop()]
        if (
            rule is None
            or "semi" in self._between
            or "or" in self._between
            or (rule.is_answered and (self._between or (after and after.kind in {*SELECTORS, "time"})))
        ):
            rule = self._start()  # "9-17, gesloten van 12 tot 13"
        rule.leads = rule.leads or (not rule.selector and not rule.times)
        rule.is_closed_first = token.value == "off" and not rule.times
        rule.state = token.value

    def _ends_list(self) -> bool:
        """Whether nothing but days comes until the sentence ends."""
        for token in self._tokens[self._at :]:
            if token.kind in {"semi", "line", "or"}:
                return True
            if token.kind not in {*SELECTORS, *SEPARATORS, "dash"} or token.kind == "not":
                return False
        return True

    def _is_next_column(self) -> bool:
        return bool(self._between) and self._between <= COLUMNS

    def _is_other_half(self, rule: Rule, after: Token | None) -> bool:
        """Whether "closed" is said of the other half of a day in a table, and changes nothing."""
        ends = after.kind in {*COLUMNS, "semi", "comma"} if after else len(self.rules) > 1
        return self._is_next_column() and ends and (bool(rule.times) or rule.state == "off")

    def _comment(self, token: Token) -> None:
        rule = self._rule
        if rule is None or self._between & {"semi", "or"} or rule.comment is not None:
            rule = self._start()
        # "Wednesday afternoon by appointment": without its hours the afternoon would be the whole day.
        if rule.parts and (not rule.times or self._is_after_part()):
            raise HoursMissing
        rule.leads = not rule.selector and not rule.times
        rule.comment = token.value
        rule.remarked_late = token.loose and len(rule.times) > 1

    def _is_after_part(self) -> bool:
        return self._at > 1 and self._tokens[self._at - 2].kind == "part"

    def _peek(self, more: int = 0) -> Token | None:
        at = self._at + more
        return self._tokens[at] if at < len(self._tokens) else None

    def _word(self, token: Token) -> None:
        raise NotUnderstood(token.value)
