"""The days and hours at which something may have to be open: plain lists, which every keyboard and reader knows."""

from datetime import date, timedelta
from functools import cache, lru_cache

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from actors.hours import clock
from actors.search import Query
from actors.search.filters import MORNING

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
    """What can be chosen, and what is."""

    def __init__(self, query: Query):
        self.today = timezone.localdate(query.now)
        moment = query.open_at if query.open_at != query.now else None  # "now" is a choice of its own
        self._chosen = timezone.localtime(moment) if moment else None

    @property
    def days(self) -> list[tuple[str, str]]:
        """The coming two weeks, and the chosen day where it lies further away."""
        coming = coming_days(self.today, get_language())
        if self._chosen and self.day not in dict(coming):
            return sorted([*coming, _named(self._chosen.date())])
        return coming

    @property
    def hours(self) -> list[tuple[str, str]]:
        """Every half hour of a day, and the chosen minute where it lies between."""
        every = half_hours(get_language())
        return every if self._minute % STEP == 0 else sorted([*every, _timed(self._minute)])

    @property
    def _minute(self) -> int:
        moment = self._chosen or MORNING
        return moment.hour * 60 + moment.minute

    @property
    def day(self) -> str:
        return self._chosen.date().isoformat() if self._chosen else ""

    @property
    def hour(self) -> str:
        return _timed(self._minute)[0]

    @property
    def chosen_words(self) -> str:
        """That it has to be open at the chosen moment, empty for now."""
        return _("Open on {day}, {time}").format(**self._words) if self._chosen else ""

    @property
    def words(self) -> str:
        """The chosen moment itself."""
        return _("{day}, {time}").format(**self._words) if self._chosen else ""

    @property
    def _words(self) -> dict[str, str]:
        day = date_format(self._chosen, "D j F").lower()
        return {"day": day, "time": clock(self._chosen.hour, self._chosen.minute)}
