"""The day on which somebody wants to go: one of the coming seven, by its number in the week (Monday is 1).

The number stands in the address, not the date: a kept address stays good, and a device without connection knows the
days of the week too (`static/js/help/saved-days.js`).
"""

from datetime import datetime, timedelta

from django.utils.text import capfirst

from actors.one_day import OneDay
from actors.opening import Interval, OpenState, in_brussels, moment_of
from actors.pictograms.words import Sign, day_names, day_sentences, hours_sign, plain_time

WEEK = 7


class Day(OneDay):
    """One of the coming seven days; of today what is left of it."""

    @classmethod
    def of(cls, number: int, now: datetime) -> "Day":
        """The coming day with this number in the week; it may be today."""
        return cls.after((number - in_brussels(now).isoweekday()) % WEEK, now)

    @classmethod
    def after(cls, ahead: int, now: datetime) -> "Day":
        """The day that lies so many days ahead."""
        return cls.on(in_brussels(now).date() + timedelta(days=ahead), now)

    @property
    def number(self) -> int:
        return self.date.isoweekday()

    @property
    def words(self) -> str:
        """Today, tomorrow, or the day of the week."""
        said = day_sentences()
        return {0: said["today"], 1: said["tomorrow"]}.get(self.ahead) or capfirst(day_names()[self.date.weekday()])

    def sign(self, state: OpenState, spans: tuple[Interval, ...]) -> Sign:
        """Open on this day, from when until when; else what is known."""
        if spans:
            times = ", ".join(map(self._times, spans))
            return Sign("door-open", day_sentences()["open"].format(day=self.words, times=times), "good")
        if state.now is None:
            return hours_sign(state, self.start)
        return Sign("clock", day_sentences()["closed"].format(day=self.words), "calm")

    def _times(self, span: Interval) -> str:
        """From when until when; of what is open already only until when."""
        said = day_sentences()
        goes_on = span[1] >= self.end
        if span[0] > self.start or not (self.is_begun or goes_on):
            return said["times"].format(start=plain_time(span[0]), end=plain_time(span[1]))
        return said["whole"] if goes_on else said["until"].format(end=plain_time(span[1]))

    @property
    def is_begun(self) -> bool:
        """Whether it is today, and later than midnight."""
        return self.start > moment_of(self.date, 0)


def coming_days(now: datetime) -> list[Day]:
    """Today and the six days after it."""
    return [Day.after(ahead, now) for ahead in range(WEEK)]
