"""Opening hours: the OpenStreetMap `opening_hours` syntax, with Belgian public holidays and closures.

All times are those of Brussels. A schedule that says nothing of public holidays is *unknown* on them, not
open: nobody should stand before a closed door because a listing was silent.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from opening_hours import OpeningHours, ParserError, State

BRUSSELS = ZoneInfo("Europe/Brussels")
ALWAYS = "24/7"
HORIZON = timedelta(days=14)  # how far ahead we look for the next opening

Days = tuple[date, date]  # first day, and the day after the last
Interval = tuple[datetime, datetime]


@lru_cache(maxsize=20_000)
def parse(text: str) -> OpeningHours:
    """The schedule of this text.

    Raises:
        ParserError: it is not in the syntax.
    """
    silent_on_holidays = "PH" not in text and text != ALWAYS
    full = f"{text}; PH unknown" if silent_on_holidays else text
    return OpeningHours(full, country="BE", timezone=BRUSSELS)


def validate_opening_hours(text: str) -> None:
    """Accept only the syntax of OpenStreetMap.

    Raises:
        ValidationError: it does not parse; a comment, for one, needs double quotes.
    """
    try:
        parse(text)
    except ParserError as error:
        raise ValidationError(
            _("These opening hours are not understood. Example: Mo-Fr 09:00-12:00,13:00-16:00; PH off"),
            code="opening_hours",
        ) from error


def in_brussels(moment: datetime) -> datetime:
    """A moment in the time of Brussels; what clocks skip in the night that summer begins is an hour later."""
    return moment.astimezone(UTC).astimezone(BRUSSELS)


def is_open(text: str, moment: datetime, closed: Iterable[Days] = ()) -> bool | None:
    """Open at this moment? None where the hours are not known. `closed` are dated closures."""
    moment = in_brussels(moment)
    if _is_closed_day(moment.date(), closed):
        return False
    if not text:
        return None
    state = parse(text).state(moment)[0]
    return None if state == State.UNKNOWN else state == State.OPEN


def open_intervals(text: str, start: datetime, end: datetime, closed: Iterable[Days] = ()) -> list[Interval]:
    """When it is surely open between two moments, in order; unknown hours are not in it."""
    return _stretches(State.OPEN, text, start, end, closed)


def unknown_intervals(text: str, start: datetime, end: datetime, closed: Iterable[Days] = ()) -> list[Interval]:
    """When nobody knows whether it is open, between two moments: holidays of which a schedule says nothing."""
    return _stretches(State.UNKNOWN, text, start, end, closed)


def _stretches(wanted: State, text: str, start: datetime, end: datetime, closed: Iterable[Days]) -> list[Interval]:
    if not text:
        return []
    closed = list(closed)
    stretches = parse(text).intervals(in_brussels(start), in_brussels(end))
    intervals = ((first, last) for first, last, state, _comment in stretches if state == wanted)
    return [part for interval in intervals for part in _without(interval, closed)]


def _is_closed_day(day: date, closed: Iterable[Days]) -> bool:
    return any(first <= day < reopening for first, reopening in closed)


def _without(interval: Interval, closed: list[Days]) -> list[Interval]:
    """What is left of an interval when the closed days are cut out."""
    parts = [interval]
    for first, reopening in closed:
        closing, opening = (datetime.combine(day, time.min, BRUSSELS) for day in (first, reopening))
        parts = [
            piece
            for start, end in parts
            for piece in ((start, min(end, closing)), (max(start, opening), end))
            if piece[0] < piece[1]
        ]
    return parts


@dataclass(frozen=True)
class OpenState:
    """Whether something is open at a moment, until when, and when it opens next (within two weeks).

    `now` is None where the hours are not known; then both times may be None too.
    """

    now: bool | None
    until: datetime | None = None
    opens_at: datetime | None = None

    @classmethod
    def at(cls, text: str, moment: datetime, closed: Iterable[Days] = ()) -> "OpenState":
        """The state of this schedule at this moment."""
        return _state(text, moment.replace(second=0, microsecond=0), tuple(closed))

    @classmethod
    def best(cls, states: Iterable["OpenState"]) -> "OpenState":
        """Of several places: open now and longest, else the one that opens first, else unknown."""
        states = list(states)
        far = datetime.max.replace(tzinfo=BRUSSELS)
        if open_now := [state for state in states if state.now]:
            return max(open_now, key=lambda state: state.until or far)
        if opening := [state for state in states if state.opens_at]:
            return min(opening, key=lambda state: state.opens_at)
        unknown = any(state.now is None for state in states) or not states
        return cls(now=None if unknown else False)


@lru_cache(maxsize=10_000)
def _state(text: str, minute: datetime, closed: tuple[Days, ...]) -> OpenState:
    """Schedules are in whole minutes, and many services have the same one."""
    now = is_open(text, minute, closed)
    if text == ALWAYS and now:
        return OpenState(now=True)
    coming = open_intervals(text, minute, minute + HORIZON, closed)
    if now and coming:
        return OpenState(now=True, until=coming[0][1])
    return OpenState(now=now, opens_at=coming[0][0] if coming else None)
