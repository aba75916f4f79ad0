"""What is open at a moment. Services share schedules, so each distinct schedule is worked out once a day."""

from datetime import date, datetime, timedelta
from functools import lru_cache

import numpy as np
from pyroaring import BitMap

from actors.opening import BRUSSELS, in_brussels, spans_on
from actors.search.document import Document, Schedule

DAY_MINUTES = 24 * 60
MINUTES_AHEAD = 7 * DAY_MINUTES  # how far "opens soonest" looks
NOT_SOON = 1_000_000  # minutes; for what does not open in that time, or keeps no known hours
MOST_DAYS = 40  # days that are kept worked out
NO_HOURS: Schedule = ("", ())  # that of a service of which no place is known


class Calendar:
    """The schedules of all services, with or without those of places that only professionals see."""

    def __init__(self, *, for_professionals: bool = False):
        self._for_professionals = for_professionals
        self._services: dict[Schedule, BitMap] = {}
        self._schedules: dict[int, tuple[Schedule, ...]] = {}
        self._days: dict[date, DayPlan] = {}

    def put(self, document: Document) -> None:
        """Take in the schedules of a service, in place of those that it had."""
        schedules = tuple(
            dict.fromkeys(
                place.schedule for place in document.places if self._for_professionals or not place.professional
            )
        ) or (NO_HOURS,)
        if schedules == self._schedules.get(document.pk, ()):
            return
        self.remove(document.pk)
        self._schedules[document.pk] = schedules
        for schedule in schedules:
            self._services.setdefault(schedule, BitMap()).add(document.pk)

    def remove(self, pk: int) -> None:
        """Take a service out."""
        for schedule in self._schedules.pop(pk, ()):
            services = self._services[schedule]
            services.discard(pk)
            if not services:
                del self._services[schedule]
        self._days.clear()

    def open_at(self, moment: datetime) -> BitMap:
        """The services that are surely open at a moment."""
        moment = in_brussels(moment)
        return self._day(moment.date()).open_at(minute_of_day(moment))

    def unknown_at(self, moment: datetime) -> BitMap:
        """The services of which nobody knows whether they are open at a moment: neither open nor closed."""
        moment = in_brussels(moment)
        return self._day(moment.date()).unknown_at(minute_of_day(moment))

    def open_during(self, day: date, start: int, end: int) -> BitMap:
        """The services that are surely open at some time between two minutes of a day."""
        return self._day(day).open_during(start, end)

    def unknown_during(self, day: date, start: int, end: int) -> BitMap:
        """Of the others those of which nobody knows it."""
        return self._day(day).unknown_during(start, end)

    def open_on(self, day: date, now: datetime) -> BitMap:
        """The services that are surely open at some time of a day; of today only what is left of it counts."""
        return self.open_during(day, _begins(day, now), DAY_MINUTES)

    def unknown_on(self, day: date, now: datetime) -> BitMap:
        """Of the others those of which nobody knows it."""
        return self.unknown_during(day, _begins(day, now), DAY_MINUTES)

    def soonest(self, moment: datetime, size: int) -> np.ndarray:
        """Minutes until each service is open: 0 for now, NOT_SOON where that is not known."""
        moment = in_brussels(moment)
        wait = np.full(size, NOT_SOON, dtype=np.int64)
        now = minute_of_day(moment)
        for ahead in range(MINUTES_AHEAD // (24 * 60) + 1):
            plan = self._day(moment.date() + timedelta(days=ahead))
            plan.lower(wait, now - ahead * 24 * 60)
        return wait

    def _day(self, day: date) -> "DayPlan":
        plan = self._days.get(day)
        if plan is None:
            if len(self._days) >= MOST_DAYS:
                self._days.clear()
            plan = self._days[day] = DayPlan(day, self._services)
        return plan


class DayPlan:
    """When each schedule is open on one day, in minutes after midnight."""

    def __init__(self, day: date, services: dict[Schedule, BitMap]):
        spans = [
            (span.start, span.end, number, span.open is None)
            for number, (hours, closed) in enumerate(services)
            for span in spans_on(hours, day, closed)
        ]
        table = np.array(spans, dtype=np.int64).reshape(len(spans), 4)
        known = table[:, 3] == 0
        self.start, self.end, self.schedule = table[known, :3].T
        self._unknown = table[~known, :3].T
        self.services = list(services.values())
        self.open_at = lru_cache(maxsize=200)(self._open_at)
        self.unknown_at = lru_cache(maxsize=200)(self._unknown_at)

    def _open_at(self, minute: int) -> BitMap:
        return self._during(minute, self.start, self.end, self.schedule)

    def _unknown_at(self, minute: int) -> BitMap:
        """One place that is open is enough; one of which nothing is known keeps others from being closed."""
        return self._during(minute, *self._unknown) - self.open_at(minute)

    def open_during(self, first: int, last: int) -> BitMap:
        """Open at some time from minute `first` on, before `last`."""
        return self._between(first, last, self.start, self.end, self.schedule)

    def unknown_during(self, first: int, last: int) -> BitMap:
        return self._between(first, last, *self._unknown) - self.open_during(first, last)

    def _during(self, minute: int, start: np.ndarray, end: np.ndarray, schedule: np.ndarray) -> BitMap:
        return self._between(minute, minute + 1, start, end, schedule)

    def _between(self, first: int, last: int, start: np.ndarray, end: np.ndarray, schedule: np.ndarray) -> BitMap:
        found = [self.services[number] for number in schedule[(start < last) & (first < end)]]
        return BitMap.union(*found) if found else BitMap()

    def lower(self, wait: np.ndarray, now: int) -> None:
        """Lower the waits of services that open after minute `now` of this day (may be negative)."""
        for start, end, number in zip(self.start, self.end, self.schedule, strict=True):
            if end > now:
                members = np.array(self.services[number].to_array(), dtype=np.int64)
                wait[members] = np.minimum(wait[members], max(0, start - now))


def _begins(day: date, now: datetime) -> int:
    return minute_of_day(now) if day == in_brussels(now).date() else 0


def open_minutes(schedule: Schedule, day: date) -> tuple[tuple[int, int], ...]:
    """When a schedule is surely open on a day: minutes after midnight, the end may be 1440."""
    hours, closed = schedule
    return tuple((span.start, span.end) for span in spans_on(hours, day, closed) if span.open)


def minute_of_day(moment: datetime) -> int:
    """Minutes after midnight in Brussels."""
    local = moment.astimezone(BRUSSELS)
    return local.hour * 60 + local.minute
