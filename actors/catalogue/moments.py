"""The days and hours at which something may have to be open: plain lists, which every keyboard and reader knows."""

from datetime import date, timedelta
from functools import cache, lru_cache

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from actors.hours import clock
from actors.search import Query

DAYS_AHEAD = 14
STEP = 30  # minutes


@lru_cache(maxsize=4)
def coming_days(today: date, language: str) -> list[tuple[str, str]]:
    """The coming two weeks in a language, which is the active one: the same on every page of a day."""
    return [_named(today + timedelta(days=ahead)) for ahead in range(DAYS_AHEAD)]


@cache
def half_hours(language: str) -> list[tuple[str, str]]:
    """Every half hour of a day in a language, which is the active one."""
    return [_timed(minute) for minute in range(0, 24 * 60, STEP)]


def _named(day: date) -> tuple[str, str]:
    return day.isoformat(), date_format(day, "D j F").lower()


def _timed(minute: int) -> tuple[str, str]:
    return f"{minute // 60:02}:{minute % 60:02}", clock(minute // 60, minute % 60)


class Moments:
    """What can be chosen, and what is: a day, and perhaps an hour of it."""

    def __init__(self, query: Query):
        self.today = timezone.localdate(query.now)
        moment = query.open_at if query.open_at != query.now else None  # "now" is a choice of its own
        self._chosen = timezone.localtime(moment) if moment else None
        self._day = self._chosen.date() if self._chosen else query.open_on

    @property
    def days(self) -> list[tuple[str, str]]:
        """The coming two weeks, and the chosen day where it lies further away."""
        coming = coming_days(self.today, get_language())
        if self._day and self.day not in dict(coming):
            return sorted([*coming, _named(self._day)])
        return coming

    @property
    def hours(self) -> list[tuple[str, str]]:
        """Every half hour of a day, and the chosen minute where it lies between."""
        every = half_hours(get_language())
        return every if not self.hour or self.hour in dict(every) else sorted([*every, _timed(self._minute)])

    @property
    def _minute(self) -> int:
        return self._chosen.hour * 60 + self._chosen.minute

    @property
    def day(self) -> str:
        return self._day.isoformat() if self._day else ""

    @property
    def hour(self) -> str:
        """The chosen hour; empty for any time of the day."""
        return _timed(self._minute)[0] if self._chosen else ""

    @property
    def chosen_words(self) -> str:
        """That it has to be open at the chosen moment or day, empty for now."""
        return _("Open on {moment}").format(moment=self.words) if self._day else ""

    @property
    def words(self) -> str:
        """The chosen moment or day itself."""
        if not self._day:
            return ""
        day = _named(self._day)[1]
        if not self._chosen:
            return day
        return _("{day}, {time}").format(day=day, time=clock(self._chosen.hour, self._chosen.minute))
