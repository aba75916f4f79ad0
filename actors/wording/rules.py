"""One rule of opening hours: on which days, at which times, open or not, with which remark."""

from dataclasses import dataclass, field

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
    also: bool = False  # "ook op zaterdag": without hours of its own it has those of the rule before
    is_twin: bool = False  # has the answer of the rule after it: "woensdag en in juli 9-12"
    remarked_late: bool = False  # its remark came after several hours: of all of them, or of the last?
    on_every_day: bool = False  # of its season: so it is meant
    is_apart: bool = False  # a sign stands before it
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
