"""Opening hours in schema.org: a specification per day, one across midnight, seasons with their dates.

What is only a comment, or not known, is not in it; what is closed in a season opens and closes at midnight.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from actors.hours import usual_parts
from actors.schedule import DAY, Span, spans_of_evening
from actors.season_words import coming_season
from actors.usual import Part

CONTEXT = "https://schema.org"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
AHEAD = 100  # days; the days of the month are told for so long


def specifications(hours: str, today: date) -> list[dict]:
    """The OpeningHoursSpecification of a schedule; none where nothing is known."""
    found: list[dict] = []
    for part in usual_parts(hours):
        if part.is_ordinary:
            found += _week(part, {})
        elif part.nth:
            found += _days_of_month(hours, part, today)
        elif part.season and (season := coming_season(part.season, today)):
            found += _week(part, dict(zip(("validFrom", "validThrough"), map(str, season), strict=True)))
    return found


def _week(part: Part, valid: dict) -> Iterator[dict]:
    is_closed = valid and not any(part.week)
    for day, spans in enumerate(part.week):
        for opens, closes in [("00:00", "00:00")] if is_closed else _times(spans):
            yield _specification(day, opens, closes) | valid


def _days_of_month(hours: str, part: Part, today: date) -> Iterator[dict]:
    """The coming days that "first Monday of the month" means."""
    for day in (today + timedelta(days=ahead) for ahead in range(AHEAD)):
        if part.counts_on(day):
            for opens, closes in _times(spans_of_evening(hours, day)):
                yield _specification(day.weekday(), opens, closes) | {"validFrom": str(day), "validThrough": str(day)}


def _specification(day: int, opens: str, closes: str) -> dict:
    return {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": f"{CONTEXT}/{DAYS[day]}",
        "opens": opens,
        "closes": closes,
    }


def _times(spans: tuple[Span, ...]) -> Iterator[tuple[str, str]]:
    """When it is surely open; what lasts until midnight closes a minute before, as is the custom there."""
    for span in spans:
        if span.open:
            yield _clock(span.start), "23:59" if span.end == DAY else _clock(span.end)


def _clock(minute: int) -> str:
    return f"{minute // 60 % 24:02}:{minute % 60:02}"
