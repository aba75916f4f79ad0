"""Hours as they travel to a device: open intervals of two weeks, which need no calendar and no holidays there.

`29383920-29384400;?29385000-29386440 op%20afspraak` are minutes since 1970; a question mark stands before what nobody
knows, and after it what is said of it. In between it is closed, and after the two weeks nothing is known. `always` is
day and night; nothing at all: unknown.
"""

from datetime import datetime
from functools import lru_cache
from urllib.parse import quote

from actors.hours import comment_words
from actors.opening import ALWAYS, Days, Interval, open_intervals, unknown_intervals
from actors.pictograms.words import horizon

KNOWN_TO_BE_CLOSED = "-"


def minutes(moment: datetime) -> int:
    """Whole minutes since 1970."""
    return int(moment.timestamp() // 60)


def told_hours(hours: str, now: datetime, closed: tuple[Days, ...] = ()) -> str:
    """The hours of a schedule from now on, for the two weeks that `words.horizon` sets."""
    if not hours:
        return ""
    if hours == ALWAYS and not closed:
        return ALWAYS_TOLD
    return _told(hours, now.replace(second=0, microsecond=0), closed)


@lru_cache(maxsize=5_000)
def _told(hours: str, now: datetime, closed: tuple[Days, ...]) -> str:
    """The same of a whole minute: the schedules of a screen are the next screen's too."""
    end = horizon(now)
    known = [_stretch(interval) for interval in open_intervals(hours, now, end, closed)]
    unknown = [_unknown(*stretch) for stretch in unknown_intervals(hours, now, end, closed)]
    return ";".join([*known, *unknown]) or KNOWN_TO_BE_CLOSED


ALWAYS_TOLD = "always"


def _unknown(start: datetime, end: datetime, comment: str) -> str:
    return f"?{_stretch((start, end))} {quote(comment_words(comment))}".rstrip()


def _stretch(interval: Interval) -> str:
    start, end = interval
    return f"{minutes(start)}-{minutes(end)}"
