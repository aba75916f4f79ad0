"""Opening hours as people read them: in words, and as a small plot of the week."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import groupby

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from actors.holidays import SCHOOL_RULE, calendars, unmarked
from actors.one_day import OneDay
from actors.opening import ALWAYS, BRUSSELS, Days, Interval, OpenState, moment_of, open_intervals, spans_on
from actors.schedule import DAY, OPEN_END_HOURS, Span
from actors.season_words import part_words
from actors.usual import ORDINARY_MONDAY, WEEK, Part, otherwise, parts_of, without_otherwise
from actors.wording.vocabulary import DAYS

DAY_MINUTES = 24 * 60
CLOSURES_AHEAD = 60  # days


@dataclass(frozen=True)
class Bar:
    """An open interval of one day, in per cent of the day's width, for the plot."""

    start: float
    width: float
    words: str


@dataclass(frozen=True)
class DayHours:
    """One coming day: its bars, its hours in words, and whether it is today or a public holiday is unknown."""

    day: date
    bars: list[Bar]
    words: str
    is_today: bool


@dataclass(frozen=True)
class Week:
    """The hours of a place: the usual week in words, the coming seven days as a plot."""

    usual: list[tuple[str, str]]  # days, hours
    days: list[DayHours]

    @property
    def is_empty(self) -> bool:
        return not self.usual and not any(day.bars for day in self.days)


def clock(hour: int, minute: int) -> str:
    """A time of the day as it is read: 9.00 in Dutch, 9h00 in French."""
    return pgettext("time of day", "{hour}:{minute}").format(hour=hour, minute=f"{minute:02}")


def clock_of(moment: datetime) -> str:
    """The time of a moment."""
    return clock(moment.hour, moment.minute)


def week_of(hours: str, now: datetime, closed: tuple[Days, ...] = ()) -> Week | None:
    """The week of a schedule; None where the hours are not known."""
    if not hours:
        return None
    today = now.astimezone(BRUSSELS).date()
    days = [_day(hours, today + timedelta(days=ahead), closed, today) for ahead in range(WEEK)]
    return Week([*usual(hours), *coming_closures(closed, today), *_lacking_calendar(hours, today)], days)


def coming_closures(closed: Iterable[Days], today: date) -> list[tuple[str, str]]:
    """The closures that go on or begin within two months, each with its days: who reads the usual week plans ahead."""
    soon = today + timedelta(days=CLOSURES_AHEAD)
    coming = sorted({(first, after) for first, after in closed if after > today and first <= soon})
    return [(_days_in_words(first, after - timedelta(days=1)), _("closed")) for first, after in coming]


def _days_in_words(first: date, last: date) -> str:
    ends = [date_format(day, "j F Y" if day.year != first.year else "j F") for day in (first, last)]
    return ends[0] if first == last else "{} – {}".format(*ends)


def _lacking_calendar(hours: str, today: date) -> list[tuple[str, str]]:
    """What is said where a schedule follows a school calendar of which the coming days are not loaded."""
    mark = unmarked(hours)[1]
    coming = [calendars.is_holiday(today + timedelta(days=ahead), mark) for ahead in range(WEEK)]
    followed = not mark.startswith(".") and mark
    return [(_("school holidays of these days"), _("not known"))] if followed and None in coming else []


def usual(hours: str) -> list[tuple[str, str]]:
    """The usual week in words: days with the same hours together, as ("Mon–Fri", "9:00–12:00"); seasons after it."""
    return list(_usual(hours, get_language()))


@lru_cache(maxsize=10_000)
def _usual(hours: str, _language: str) -> tuple[tuple[str, str], ...]:
    """The same hours stand on many cards; the language is the active one."""
    if hours == ALWAYS:
        return ((_("Every day"), _("24 hours a day")),)
    lines = said_lines(hours)
    if not lines:  # rare, and better as it is written than as one week of it
        return ((_("In the syntax of OpenStreetMap"), unmarked(hours)[0]),)
    if SCHOOL_RULE.search(hours) and not _community(hours):
        lines.append((_("which school holidays"), _("not known: Flemish or French Community")))
    return tuple(lines)


def _community(hours: str) -> str:
    return unmarked(hours)[1].partition(".")[0]


def said_lines(hours: str) -> list[tuple[str, str]]:
    """What a schedule says in words, and nothing of what it leaves open; empty where it cannot be taken apart."""
    lines = [line for part in usual_parts(hours) for line in _part_lines(part, _community(hours))]
    if lines and (comment := otherwise(hours)):
        lines.append((_("otherwise"), comment_words(comment)))
    return lines


def usual_parts(hours: str) -> tuple[Part, ...]:
    """The parts of a schedule, without what is said of all other times."""
    return parts_of(without_otherwise(hours) if otherwise(hours) else hours)


def _part_lines(part: Part, community: str) -> list[tuple[str, str]]:
    days = [_span_words(spans) for spans in part.week]
    when = part_words(part, community)
    if part.nth:
        day = next(number for number, name in enumerate(DAYS) if part.nth.startswith(name))
        return [(when, days[day] or _("closed"))]
    if when and len({*days}) == 1:
        return [(when, days[0] or _("closed"))]
    lines = []
    for words, same in groupby(range(WEEK), key=lambda day: days[day]):
        run = list(same)
        if words:
            first, last = (_day_name(ORDINARY_MONDAY + timedelta(days=day)) for day in (run[0], run[-1]))
            name = first if len(run) == 1 else f"{first}–{last}"
            lines.append((f"{when}, {name}" if when else name, words))
    return lines


def _day(hours: str, day: date, closed: tuple[Days, ...], today: date) -> DayHours:
    intervals = intervals_of_day(hours, day, closed)
    bars = []
    for start, end in intervals:
        begin, finish = _minute(start, day), _minute(end, day)
        bars.append(
            Bar(
                round(100 * begin / DAY_MINUTES, 2),
                round(100 * (finish - begin) / DAY_MINUTES, 2),
                _interval_words([(start, end)]),
            )
        )
    return DayHours(day, bars, _span_words(spans_on(hours, day, closed)) or _("closed"), day == today)


def intervals_of_day(hours: str, day: date, closed: tuple[Days, ...] = ()) -> list[Interval]:
    """When a schedule is open on one day."""
    midnight = datetime.combine(day, time.min, BRUSSELS)
    return open_intervals(hours, midnight, datetime.combine(day + timedelta(days=1), time.min, BRUSSELS), closed)


def _minute(moment: datetime, day: date) -> int:
    return DAY_MINUTES if moment.date() > day else moment.hour * 60 + moment.minute


def _span_words(spans: tuple[Span, ...]) -> str:
    """The stretches of a day in words; of those of which nobody is sure, what is said of them in brackets."""
    said = [
        _with_comment(list(same), is_open=is_open, comment=comment)
        for (is_open, comment), same in groupby(spans, key=lambda span: (span.open, span.comment))
    ]
    return ", ".join(said)


BY_APPOINTMENT = re.compile(
    r"(?P<only>uniquement|alleen|enkel|only|seulement)? ?(?:sur|op|on|by|na|avec|met|with|after)? ?"
    r"(?:rendez[- ]?vous|r\.?d\.?v\.?|afspraak|appointment)(?P<only2> (?:uniquement|alleen|only|seulement))?",
    re.IGNORECASE,
)


def comment_words(comment: str) -> str:
    """What is said of hours; one of the usual phrases for an appointment in the language that is active."""
    match = BY_APPOINTMENT.fullmatch(comment.strip())
    if not match:
        return comment
    return _("by appointment only") if match["only"] or match["only2"] else _("by appointment")


def _with_comment(spans: list[Span], *, is_open: bool | None, comment: str) -> str:
    comment = comment_words(comment)
    if not is_open and all((span.start, span.end) == (0, DAY) for span in spans):
        return comment or _("not known")
    if not is_open and not comment and spans[-1].end == DAY + OPEN_END_HOURS * 60:  # "09:00+"
        return _("from {time} on, until when is not known").format(time=_clock_at(spans[-1].start))
    times = [_span_times(span) for span in spans]
    remark = comment if is_open or comment else _("not known")
    if remark and not is_open:  # said of each: who reads it must not walk in at the first
        return ", ".join(f"{one} ({remark})" for one in times)
    return ", ".join(times) + (f" ({remark})" if remark else "")


def _span_times(span: Span) -> str:
    """From when to when; a night is said to end on the next day."""
    if (span.start, span.end) == (0, DAY):
        return _("24 hours a day")
    times = f"{_clock_at(span.start)}–{_clock_at(span.end)}"
    return _("{times} (next day)").format(times=times) if span.end > DAY else times


def _clock_at(minute: int) -> str:
    """The time of a minute after midnight; a night goes on after 1440."""
    return clock(minute // 60 % 24, minute % 60)


def _interval_words(intervals: Iterable[Interval]) -> str:
    return ", ".join(f"{clock_of(start)}–{clock_of(end)}" for start, end in intervals)


def _day_name(day: date) -> str:
    return date_format(day, "D").lower()


def state_words(state: OpenState, now: datetime) -> str:
    """Open or not, in a few words: "Open until 16.00", "Opens tomorrow 9.00", "Opening hours not known"."""
    return _state_words(state, now.astimezone(BRUSSELS).date(), get_language())


def day_words(state: OpenState, spans: tuple[Interval, ...], day: OneDay) -> str:
    """Whether it opens on a day, and when: "Saturday 5 December: 10.00–12.00"; what is not known as ever."""
    if state.now is None:
        return state_words(state, day.start)
    is_whole = spans == ((moment_of(day.date, 0), day.end),)
    times = _("24 hours a day") if is_whole else _interval_words(spans) or _("closed")
    return _("{day}: {times}").format(day=capfirst(date_format(day.date, "l j F").lower()), times=times)


@lru_cache(maxsize=10_000)
def _state_words(state: OpenState, today: date, language: str) -> str:
    """The same state is said on many cards; `language` is the active one."""
    said = comment_words(state.comment)
    if state.now:
        return f"{_open_words(state.until, today)} ({said})" if said else _open_words(state.until, today)
    opens = _opens_words(state.opens_at, today) if state.opens_at else ""
    if state.now is None and (said or opens):
        return " · ".join(filter(None, (capfirst(said) or _("Not known now"), opens)))
    return opens or (_("Closed") if state.now is False else _("Opening hours not known"))


def answered_words(hours: str, now: datetime, closed: tuple[Days, ...] = ()) -> str:
    """When a telephone is answered: "today 9:00–12:00", or from when on; empty where nobody knows."""
    if not hours:
        return ""
    if hours == ALWAYS and not closed:
        return _("24 hours a day")
    local = now.astimezone(BRUSSELS)
    minute = local.hour * 60 + local.minute
    coming = tuple(span for span in spans_on(hours, local.date(), closed) if span.end > minute)
    if coming:
        return _("today {times}").format(times=_span_words(coming))
    opens_at = OpenState.at(hours, now, closed).opens_at
    if opens_at is None:
        return _("not today")
    ahead = (opens_at.date() - local.date()).days
    day = _("tomorrow") if ahead == 1 else date_format(opens_at.date(), "l" if ahead < WEEK else "j F").lower()
    return _("{day} from {time}").format(day=day, time=clock_of(opens_at))


def common_closures(closures: Iterable[tuple[Days, ...]]) -> tuple[Days, ...]:
    """The closures that all places of a service have: those of its actor, during which nobody answers either."""
    every = [set(closed) for closed in closures]
    return tuple(sorted(set.intersection(*every))) if every else ()


def usual_line(hours: str) -> str:
    """The usual week on one line: "Mon–Fri 9:00–12:00, Sat closed"."""
    return ", ".join(f"{days} {times}" for days, times in usual(hours)) if hours else ""


def _open_words(until: datetime | None, today: date) -> str:
    """Until when; with its date where that is later than the coming night."""
    if until is None:
        return _("Open 24 hours a day")
    if (until.date() - today).days > 1:
        return _("Open until {date}, {time}").format(date=date_format(until.date(), "j F"), time=clock_of(until))
    return _("Open until {time}").format(time=clock_of(until))


def _opens_words(opens_at: datetime, today: date) -> str:
    ahead = (opens_at.date() - today).days
    if ahead == 0:
        return _("Opens today at {time}").format(time=clock_of(opens_at))
    if ahead == 1:
        return _("Opens tomorrow at {time}").format(time=clock_of(opens_at))
    if ahead < WEEK:
        day = date_format(opens_at.date(), "l").lower()
        return _("Opens {day} at {time}").format(day=day, time=clock_of(opens_at))
    return _("Opens {date}").format(date=date_format(opens_at.date(), "j F"))
