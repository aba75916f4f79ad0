"""One day on which somebody wants to go: of today what is left of it, of others the whole."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Self

from actors.opening import Days, Interval, OpenState, in_brussels, moment_of, open_intervals, unknown_intervals


@dataclass(frozen=True)
class OneDay:
    """A day and the two moments between which it is asked about."""

    date: date
    start: datetime
    end: datetime
    ahead: int  # days from today

    @classmethod
    def on(cls, day: date, now: datetime) -> Self:
        """This day, as seen from now."""
        ahead = (day - in_brussels(now).date()).days
        return cls(day, begins(day, now), moment_of(day + timedelta(days=1), 0), ahead)

    def state(self, hours: str, closed: Iterable[Days] = ()) -> tuple[OpenState, tuple[Interval, ...]]:
        """Whether it opens on this day, and when. Where nobody knows some hour of it, it is not said to be closed."""
        if spans := tuple(open_intervals(hours, self.start, self.end, closed)):
            return OpenState.at(hours, spans[0][0], closed), spans
        unknown = unknown_intervals(hours, self.start, self.end, closed)
        if unknown or not hours:
            return OpenState(None, comment=unknown[0][2] if unknown else ""), ()
        return OpenState(False), ()


def begins(day: date, now: datetime) -> datetime:
    """From when on a day counts: of today from now on."""
    return now if day == in_brussels(now).date() else moment_of(day, 0)
