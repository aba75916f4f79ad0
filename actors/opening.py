"""Opening hours: the OpenStreetMap `opening_hours` syntax, with Belgian public holidays and closures.

All times are those of Brussels. There are three answers: open, closed, and not known (None). What a schedule says of
a day stands in `actors.schedule`; a public holiday that it does not name is *not known*: nobody should stand before a
closed door because a listing was silent.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from opening_hours import ParserError

from actors.schedule import DAY, Answer, Span, schedule, spans_of_day

BRUSSELS = ZoneInfo("Europe/Brussels")
ALWAYS = "24/7"
HORIZON = timedelta(days=14)  # how far ahead we look for the next opening
FAR = 400  # days; what stays open so long is always open

Days = tuple[date, date]  # first day, and the day after the last
Interval = tuple[datetime, datetime]


def validate_opening_hours(text: str) -> None:
    """Accept only the syntax of OpenStreetMap.

    Raises:
        ValidationError: it does not parse; a comment, for one, needs double quotes.
    """
    try:
        schedule(text)
    except ParserError as error:
        raise ValidationError(
            _("These opening hours are not understood. Example: Mo-Fr 09:00-12:00,13:00-16:00; PH off"),
            code="opening_hours",
        ) from error


def in_brussels(moment: datetime) -> datetime:
    """A moment in the time of Brussels; what clocks skip in the night that summer begins is an hour later."""
    return moment.astimezone(UTC).astimezone(BRUSSELS)


def spans_on(text: str, day: date, closed: Iterable[Days] = ()) -> tuple[Span, ...]:
    """What is open or not known on a day, in minutes after midnight; the rest is closed. `closed`: dated closures.

    A closure takes the evening and the night that begins on its days, not the end of the night before.
    """
    rests, rested = (_is_closed_day(one, closed) for one in (day, day - timedelta(days=1)))
    if not text:
        return () if rests else (Span(0, DAY, None),)
    return spans_of_day(text, day, rests, rested)


def span_at(text: str, moment: datetime, closed: Iterable[Days] = ()) -> Span | None:
    """The stretch of its day in which a moment lies, with its comment; None where it is closed then."""
    moment = in_brussels(moment)
    minute = moment.hour * 60 + moment.minute
    return next((span for span in spans_on(text, moment.date(), closed) if span.start <= minute < span.end), None)


def is_open(text: str, moment: datetime, closed: Iterable[Days] = ()) -> Answer:
    """Open at this moment? None where the hours are not known. `closed` are dated closures."""
    span = span_at(text, moment, closed)
    return span.open if span else False


def open_intervals(text: str, start: datetime, end: datetime, closed: Iterable[Days] = ()) -> list[Interval]:
    """When it is surely open between two moments, in order; unknown hours are not in it."""
    found: list[Interval] = []
    for first, last, span in _stretches(text, start, end, closed):
        if span.open and found and first <= found[-1][1]:
            found[-1] = found[-1][0], last
        elif span.open:
            found.append((first, last))
    return found


def unknown_intervals(
    text: str, start: datetime, end: datetime, closed: Iterable[Days] = ()
) -> list[tuple[datetime, datetime, str]]:
    """When nobody knows whether it is open, between two moments, and what is said of it ("op afspraak"): by
    appointment, or a holiday that is not named."""
    found: list[tuple[datetime, datetime, str]] = []
    for first, last, span in _stretches(text, start, end, closed):
        if span.open is None and found and first <= found[-1][1] and found[-1][2] == span.comment:
            found[-1] = found[-1][0], last, span.comment
        elif span.open is None:
            found.append((first, last, span.comment))
    return found


def _stretches(
    text: str, start: datetime, end: datetime, closed: Iterable[Days]
) -> Iterator[tuple[datetime, datetime, Span]]:
    """What is open or not known between two moments: from when, until when, and how."""
    start, end, closed = in_brussels(start), in_brussels(end), tuple(closed)
    for day in _days(start.date(), end.date()) if text else ():
        for span in spans_on(text, day, closed):
            first, last = max(moment_of(day, span.start), start), min(moment_of(day, span.end), end)
            if first < last:
                yield first, last, span


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=ahead) for ahead in range((last - first).days + 1))


def moment_of(day: date, minute: int) -> datetime:
    """A minute after midnight as a moment; 1440 is the next midnight."""
    return in_brussels(
        datetime.combine(day + timedelta(days=minute // DAY), time(minute % DAY // 60, minute % 60), BRUSSELS)
    )


def _is_closed_day(day: date, closed: Iterable[Days]) -> bool:
    return any(first <= day < reopening for first, reopening in closed)


def open_until(text: str, moment: datetime, closed: Iterable[Days] = ()) -> datetime | None:
    """When what is open at a moment closes, or is not known any more; None: never, as far as one can see."""
    closed, reached = tuple(closed), in_brussels(moment)
    for day in _days(reached.date(), reached.date() + timedelta(days=FAR)):
        minute = 0 if day > reached.date() else reached.hour * 60 + reached.minute
        for span in spans_on(text, day, closed):
            if span.open and span.start <= minute < span.end:
                minute = span.end
        if minute < DAY:
            return moment_of(day, minute)
    return None


@dataclass(frozen=True)
class OpenState:
    """Whether something is open at a moment, until when, and when it opens next (within two weeks).

    `now` is None where the hours are not known; then both times may be None too, and `comment` may say why.
    """

    now: Answer
    until: datetime | None = None
    opens_at: datetime | None = None
    comment: str = ""

    @property
    def says_nothing(self) -> bool:
        """Whether nothing is known at all: not when it opens, and no word on it."""
        return self.now is None and self.opens_at is None and not self.comment

    @classmethod
    def at(cls, text: str, moment: datetime, closed: Iterable[Days] = ()) -> "OpenState":
        """The state of this schedule at this moment."""
        return _state(text, moment.replace(second=0, microsecond=0), tuple(closed))

    @classmethod
    def best(cls, states: Iterable["OpenState"]) -> "OpenState":
        """Of several places: open now and longest, else not known, else the one that opens first."""
        states = list(states)
        far = datetime.max.replace(tzinfo=BRUSSELS)
        if open_now := [state for state in states if state.now]:
            return max(open_now, key=lambda state: state.until or far)
        unknown = [state for state in states if state.now is None]
        opening = [state for state in states if state.opens_at]
        if opening:
            return min(opening, key=lambda state: state.opens_at)
        return cls(now=None if unknown or not states else False, comment=unknown[0].comment if unknown else "")


@lru_cache(maxsize=10_000)
def _state(text: str, minute: datetime, closed: tuple[Days, ...]) -> OpenState:
    """Schedules are in whole minutes, and many services have the same one."""
    span = span_at(text, minute, closed)
    if span and span.open:
        return OpenState(True, open_until(text, minute, closed), comment=span.comment)
    coming = open_intervals(text, minute, minute + HORIZON, closed)
    return OpenState(
        None if span else False, opens_at=coming[0][0] if coming else None, comment=span.comment if span else ""
    )
