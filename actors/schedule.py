"""What a schedule says of one day, in three answers: open, not known, and closed for the rest.

The library reads the syntax and the calendar; what people mean is decided here: a night belongs to the evening on
which it begins, a comment is not "open", an appointment is not either, and what is not said is not known.
"""

import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache

from opening_hours import OpeningHours, State

from actors.holidays import calendars, is_legal_holiday, unmarked
from actors.wording.reading import settle
from actors.wording.vocabulary import DAYS

DAY = 24 * 60
CLOCK = r"\d{1,2}:\d\d"
TIMES = rf"{CLOCK}(?:-{CLOCK})?\+?(?:, ?{CLOCK}(?:-{CLOCK})?\+?)*"
RULE = re.compile(
    rf"(?P<days>.*?):?\s*(?P<times>(?<![\d:]){TIMES})?\s*(?P<state>open|closed|off|unknown)?\s*"
    r'(?:"(?P<said>\d+)")?'
)
QUOTED = re.compile(r'"([^"]*)"')
DATED = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) ?\d|easter")
ADDED = re.compile(r'(?:(?<=[\d+"])|(?<=open)|(?<=off)|(?<=closed)|(?<=unknown)), (?=[A-Za-z("\d])')
SEASON = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|week|easter|20\d\d)\b")
WEEKDAYS = re.compile(r"\b(Mo|Tu|We|Th|Fr|Sa|Su)(?:-(Mo|Tu|We|Th|Fr|Sa|Su))?\b")
SUN = re.compile(r"sunrise|sunset|dawn|dusk")
IN_BRUSSELS = 50.847, 4.352  # latitude, longitude
NEAR_HOLIDAY = re.compile(r"PH ([+-]\d+) days?")
HOLIDAY = re.compile(r"(?<!\w)(PH|SH)(?! [+-]\d)(?!\w)")
SUN = re.compile(r"sunrise|sunset|dawn|dusk")
IN_BRUSSELS = 50.847, 4.352  # latitude, longitude
OPEN_END_HOURS = 5  # how long after midnight nobody knows of "20:00+"

# Words of comments with which nobody may simply walk in, or after which nobody knows.
APPOINTMENT = re.compile(
    r"rendez|\brdv|\bafspr|\bop afspraak|appoint|\bappts?\b|sur demande|op (?:aan)?vraag|on request|t[ée]l[ée]phon"
    r"|telefo|\bappel|\bbel(?:len)?\b|\bcall\b|inscri|inschrij|r[ée]serv|contact|\?|confirm|bevestig|variab|wissel|parfois|soms"
    r"|sometimes|peut-[êe]tre|misschien|maybe|convenir|overeen|prendre|aanmeld|unknown|inconnu|onbekend"
    r"|\be?-?mail|courriel|\bsms\b|whatsapp|verwittig|pr[ée]ven|vooraf|pr[ée]alable|avance|beforehand|\bselon|naargelang|afhankelijk|depend|"
    r"voorbehoud|r[ée]serve|demander|verzoek|termin|vereinbarung|absprache",
    re.IGNORECASE,
)
# What is not needed: "sans rendez-vous", "geen afspraak nodig"; but not "jamais sans rendez-vous".
NEEDLESS = re.compile(
    r"(?<!pas )(?<!jamais )(?<!niet )(?<!nooit )(?<!not )(?<!never )"
    r"\b(?:sans|zonder|without|no|geen|(?:pas|plus)(?: besoin)? de|aucune?)\b(?: \w+)?? "
    r"(?:rendez-?\s?vous|rdv|afspraak|appointments?|appts?|inscription|inschrijving|r[ée]servation|reservatie|reservation)\w*",
    re.IGNORECASE,
)


def asks_first(comment: str) -> bool:
    """Whether a remark says that one makes an appointment or asks before coming, or that it may be otherwise."""
    return bool(APPOINTMENT.search(NEEDLESS.sub("", comment)))


Answer = bool | None  # open, closed (False), not known (None)


@dataclass(frozen=True)
class Span:
    """A stretch of a day, in minutes after its midnight (a night ends after 1440): open, or not known (None)."""

    start: int
    end: int
    open: Answer
    comment: str = ""


def days_of(spans: list[tuple[str, str]]) -> set[int]:
    """The days of the week between two names, both in it; Monday is 0. A second name may be empty."""
    found: set[int] = set()
    for first, last in spans:
        start, end = DAYS.index(first), DAYS.index(last or first)
        found |= {day % 7 for day in range(start, end + 1 + (7 if end < start else 0))}
    return found


@dataclass(frozen=True)
class _Rule:
    days: str
    times: str
    state: str
    comment: str
    spill: int = 0  # minutes after midnight until which its night lasts

    @property
    def names_holiday(self) -> bool:
        return "PH" in HOLIDAY.findall(self.days)

    @property
    def is_of_date(self) -> bool:
        """Whether it names a date, or holidays in a season."""
        return bool(DATED.search(self.days) or (self.names_holiday and SEASON.search(self.days)))

    def speaks_of(self, holiday: int) -> bool:
        """Whether it says what holds on a public holiday of this weekday; "PH Su" does on Sundays only."""
        if self.days.startswith("24/7"):
            return True
        closes_for_a_while = self.state in {"off", "closed"} and self.times
        if not self.names_holiday or closes_for_a_while or SEASON.search(self.days):
            return False
        return "PH " not in self.days or holiday in days_of(WEEKDAYS.findall(self.days))

    def beats_weekday(self, holiday: int) -> bool:
        """Whether it counts on a public holiday of this weekday because of the holiday alone."""
        named = days_of(WEEKDAYS.findall(self.days))
        only = holiday not in named or "PH " in self.days
        return only and self.names_holiday and self.speaks_of(holiday)

    def text(self, number: int, public: bool, school: bool, near: frozenset[int]) -> str | None:
        """The rule for a day of this kind, marked by its number; None where it does not count on such a day.

        `near`: how many days after a public holiday it is, of the offsets that the schedule names ("PH -1 day").
        """
        if match := NEAR_HOLIDAY.search(self.days):
            days = NEAR_HOLIDAY.sub("Mo-Su", self.days) if int(match[1]) in near else None
        else:
            days = _days_on(self.days, public=public, school=school)
        if days is None:
            return None
        return f'{" ".join(part for part in (days, self.times, self.state) if part)} "{number}"'.strip()


def _days_on(days: str, *, public: bool, school: bool) -> str | None:
    """A selector of days, without its holidays: they hold, or they do not."""
    kept = []
    for part in re.sub(r",\s+", ",", days).split(" "):
        names = part.split(",")
        holidays = [name for name in names if name in {"PH", "SH"}]
        if not holidays:
            kept.append(part)
            continue
        others = [name for name in names if name not in holidays]
        holds = ("PH" in holidays and public) or ("SH" in holidays and school)
        if holds:
            kept += ["Mo-Su"] if others else []
        elif others:
            kept.append(",".join(others))
        else:
            return None
    return " ".join(kept)


@dataclass
class Schedule:
    """A schedule, taken apart: groups of rules, of which a later one counts where the one before is closed."""

    groups: list[list[tuple[str, _Rule]]] = field(default_factory=list)  # what joins it to the rule before, rule
    names_school: bool = False
    offsets: frozenset[int] = frozenset()  # days before and after public holidays of which it speaks
    only_closes: bool = False  # it says when it is closed, and never when it is open
    calendar: str = ""  # the mark of the school calendar that it follows

    @classmethod
    def read(cls, text: str) -> "Schedule":
        """Take a text apart, of whatever spacing.

        Raises:
            ParserError: it is not in the syntax.
        """
        text, calendar = unmarked(text)
        OpeningHours(text)
        text = settle(text)
        comments: list[str] = []
        bare = QUOTED.sub(lambda match: f'"{comments.append(match[1]) or len(comments) - 1}"', text)
        found = cls(calendar=calendar)
        for group in bare.split("||"):
            rules: list[tuple[str, _Rule]] = []
            for rule in group.split(";"):
                for number, part in enumerate(ADDED.split(rule.strip())):
                    for more, one in enumerate(_rules(part, comments)):
                        rules.append((", " if number or more else "; ", one))
            found.groups.append(rules)
        every = [rule for group in found.groups for _joint, rule in group]
        found.names_school = any("SH" in HOLIDAY.findall(rule.days) for rule in every)
        found.offsets = frozenset(int(match[1]) for rule in every for match in NEAR_HOLIDAY.finditer(rule.days))
        found.only_closes = all(rule.state in {"off", "closed"} for rule in every)
        for holiday in (None, 0):  # in either form it must be something that the library reads
            for school in {False, found.names_school}:
                for number in range(len(found.groups)):
                    for near in {frozenset(), found.offsets}:
                        found.library(number, holiday, school, near)
        return found

    def __post_init__(self):
        self._library: dict[tuple[int, int | None, bool, frozenset[int]], OpeningHours | None] = {}

    def library(
        self, group: int, holiday: int | None, school: bool, near: frozenset[int] = frozenset()
    ) -> OpeningHours | None:
        """The library's reading of one group, for days of this kind; None where nothing is left of it.

        `holiday`: the day of the week (Monday is 0) of a public holiday, None on other days.
        """
        key = group, holiday, school, near
        if key not in self._library:
            text = ""
            for number, (joint, rule) in self._rules_on(group, holiday):
                written = rule.text(number, holiday is not None, school, near)
                if written:
                    text += (joint if text else "") + written
            self._library[key] = _read(text) if text else None
        return self._library[key]

    def _rules_on(self, group: int, holiday: int | None) -> list[tuple[int, tuple[str, _Rule]]]:
        """The rules of a group, numbered. What is said of a holiday itself beats what is said of its weekday."""
        rules = list(enumerate(self.groups[group]))
        if holiday is None or not any(rule.beats_weekday(holiday) for _number, (_joint, rule) in rules):
            return rules
        return [
            (number, (joint, rule))
            for number, (joint, rule) in rules
            if rule.names_holiday or SEASON.search(rule.days)
        ]  # fmt: skip

    def on(self, day: date) -> tuple[Span, ...]:
        """What is open on a day and in the night that begins then, and what nobody knows."""
        school = calendars.is_holiday(day, self.calendar) if self.names_school else False
        if school is not None:
            return self._on(day, school)
        either, other = self._on(day, True), self._on(day, False)
        return either if either == other else (Span(0, DAY, None),)

    def _on(self, day: date, school: bool) -> tuple[Span, ...]:
        holiday = day.weekday() if is_legal_holiday(day) else None
        found, said = self._read_day(0, day, holiday, school)
        if holiday is not None and not said:
            return (Span(0, max([DAY, *(span.end for span in found)]), None),)
        for group in range(1, len(self.groups)):
            others = self._read_day(group, day, holiday, school)[0]
            found += [part for other in others for part in _outside(other, found)]
        return tuple(sorted(found, key=lambda span: span.start))

    def _read_day(self, group: int, day: date, holiday: int | None, school: bool) -> tuple[list[Span], bool]:
        """The spans of a group, and whether a rule speaks of this very date, or of holidays like it."""
        near = frozenset(one for one in self.offsets if is_legal_holiday(day - timedelta(days=one)))
        library = self.library(group, holiday, school, near)
        if library is None:
            return [Span(0, DAY, None)] if self.only_closes else [], False
        midnight = datetime(day.year, day.month, day.day)
        found: list[Span] = []
        said = holiday is not None and any(rule.speaks_of(holiday) for _joint, rule in self.groups[group])
        for start, end, state, mark in library.intervals(midnight, midnight + timedelta(days=1)):
            rule = self.groups[group][int(mark.split(",")[-1])][1] if mark else None
            said = said or bool(holiday is not None and rule and rule.is_of_date)
            is_silent = self.only_closes and not mark  # "Jul-Aug off" says nothing of June
            if state == State.CLOSED and not is_silent:
                continue
            ends = (moment.replace(tzinfo=None) - midnight for moment in (start, end))
            first, last = (int(after.total_seconds()) // 60 for after in ends)
            if last == DAY and rule:
                last += rule.spill
            found.append(Span(first, last, True if state == State.OPEN else None, rule.comment if rule else ""))
        return found, said


def _read(text: str) -> OpeningHours:
    """What the library reads; with the sun of Brussels where the text goes by it."""
    return OpeningHours(text, coords=IN_BRUSSELS, auto_country=False) if SUN.search(text) else OpeningHours(text)


def _rules(part: str, comments: list[str]) -> list[_Rule]:
    """One rule, or two: what follows "20:00+" is not known."""
    match = RULE.fullmatch(part.strip())
    days, times, state = match["days"].strip(), match["times"] or "", match["state"] or ""
    comment = comments[int(match["said"])] if match["said"] else ""
    if comment and not state and (not times and days != "24/7"):
        state = "unknown"
    if comment and state in {"", "open"} and asks_first(comment):
        state = "unknown"
    known, unknown, spill = [], [], 0
    for span in re.split(r", ?", times) if times else []:
        written, beyond, after = _cut(span)
        known += [written] if written else []
        spill = max(spill, beyond)
        unknown += [after] if after else []
    rules = [] if unknown and not known else [_Rule(days, ",".join(known), state, comment, spill)]
    if unknown:
        after = "unknown" if state in {"", "open"} else state
        rules.append(_Rule(days, ",".join(unknown), after, comment, OPEN_END_HOURS * 60))
    return rules


def _cut(span: str) -> tuple[str, int, str]:
    """A span of hours up to midnight, how long it lasts after it, and from when on nobody knows."""
    first, _dash, last = span.rstrip("+").partition("-")
    start, end = _minutes(first), _minutes(last or first)
    unknown = f"{last or first}-24:00" if span.endswith("+") and end < DAY else ""
    if not last:
        return ("" if unknown else span), 0, unknown
    if end > DAY:
        return f"{first}-24:00", end - DAY, unknown
    if end <= start and last != "24:00":
        return f"{first}-24:00", end, ""
    return f"{first}-{last}", 0, unknown


def _minutes(clock: str) -> int:
    hour, _colon, minute = clock.partition(":")
    return int(hour) * 60 + int(minute)


def _outside(span: Span, others: list[Span]) -> list[Span]:
    """What is left of a span where others say something else."""
    parts = [(span.start, span.end)]
    for other in others:
        parts = [
            piece
            for start, end in parts
            for piece in ((start, min(end, other.start)), (max(start, other.end), end))
            if piece[0] < piece[1]
        ]
    return [Span(start, end, span.open, span.comment) for start, end in parts]


@lru_cache(maxsize=20_000)
def schedule(text: str) -> Schedule:
    """The schedule of a text, read once."""
    return Schedule.read(text)


@lru_cache(maxsize=200_000)
def spans_of_evening(text: str, day: date) -> tuple[Span, ...]:
    """What a schedule says of a day, its night with it."""
    return schedule(text).on(day)


@lru_cache(maxsize=200_000)
def spans_of_day(text: str, day: date, rests: bool = False, rested: bool = False) -> tuple[Span, ...]:
    """What is open or not known between two midnights; `rests`: closed on this day, `rested`: on the day before.

    Of the night before the end is in it. Where two say something, open counts, then not known.
    """
    night = () if rested else spans_of_evening(text, day - timedelta(days=1))
    own = () if rests else spans_of_evening(text, day)
    pieces = [Span(0, min(span.end - DAY, DAY), span.open, span.comment) for span in night if span.end > DAY]
    pieces += [Span(span.start, min(span.end, DAY), span.open, span.comment) for span in own]
    known = [span for span in pieces if span.open]
    unknown = [part for span in pieces if not span.open for part in _outside(span, known)]
    return tuple(_joined(sorted([*known, *unknown], key=lambda span: (span.start, span.end))))


def _joined(spans: list[Span]) -> list[Span]:
    """Spans that touch and say the same as one."""
    found: list[Span] = []
    for span in spans:
        last = found[-1] if found else None
        if last and span.start <= last.end and (span.open, span.comment) == (last.open, last.comment):
            found[-1] = Span(last.start, max(last.end, span.end), span.open, span.comment)
        elif last and last.open == span.open and span.end <= last.end:
            continue
        else:
            found.append(span)
    return found
