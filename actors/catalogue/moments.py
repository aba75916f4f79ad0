"""The days and hours at which something may have to be open: plain lists, which every keyboard and reader knows."""

from datetime import timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from actors.hours import clock
from actors.search import Query
from actors.search.filters import MORNING

DAYS_AHEAD = 14
STEP = 30  # minutes


class Moments:
    """What can be chosen, and what is."""

    def __init__(self, query: Query):
        self.today = timezone.localdate(query.now)
        moment = query.open_at if query.open_at != query.now else None  # "now" is a choice of its own
        self._chosen = timezone.localtime(moment) if moment else None

    @property
    def days(self) -> list[tuple[str, str]]:
        """The coming two weeks, and the chosen day where it lies further away."""
        days = {self.today + timedelta(days=ahead) for ahead in range(DAYS_AHEAD)}
        if self._chosen:
            days.add(self._chosen.date())
        return [(day.isoformat(), date_format(day, "D j F").lower()) for day in sorted(days)]

    @property
    def hours(self) -> list[tuple[str, str]]:
        """Every half hour of a day, and the chosen minute where it lies between."""
        minutes = {*range(0, 24 * 60, STEP), self._minute}
        return [(f"{m // 60:02}:{m % 60:02}", clock(m // 60, m % 60)) for m in sorted(minutes)]

    @property
    def _minute(self) -> int:
        moment = self._chosen or MORNING
        return moment.hour * 60 + moment.minute

    @property
    def day(self) -> str:
        return self._chosen.date().isoformat() if self._chosen else ""

    @property
    def hour(self) -> str:
        return f"{self._minute // 60:02}:{self._minute % 60:02}"

    @property
    def chosen_words(self) -> str:
        """The chosen moment in words, empty for now."""
        if not self._chosen:
            return ""
        return _("Open on {day}, {time}").format(
            day=date_format(self._chosen, "D j F").lower(), time=clock(self._chosen.hour, self._chosen.minute)
        )
