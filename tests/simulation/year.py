"""One year, day by day: what is said, what is asked, who calls, and what share of services has a status that counts."""

from dataclasses import dataclass, field
from random import Random

from actors.enums import AvailabilityKind
from actors.frontdesk import reminders
from actors.models.availability import PERIODS
from tests.simulation.rates import Rates

DAYS, WEEK = 365, 7
HOUR = 1 / 24  # times are days since the beginning
ASKED_AGAIN = reminders.WITHOUT_AN_ANSWER.days
AFTER_AN_ANSWER = reminders.AFTER_AN_ANSWER.total_seconds() / 86_400
BEFORE = reminders.BEFORE.total_seconds() / 86_400
MOST, NEW_ROUND = reminders.MOST_UNANSWERED, reminders.NEW_ROUND.days


@dataclass
class House:
    """An actor with its services: until when the status of each counts, and how its desk is asked."""

    periods: list[int]
    ends: list[float]
    mailed: bool
    reads: bool
    counts_beds: bool
    silent: bool
    asked_at: float = -1_000.0
    unanswered: int = 0

    def say(self, now: float) -> None:
        """All its services, with one tap: the page has "all unchanged" as its first button."""
        self.ends = [now + period for period in self.periods]
        self.unanswered = 0

    def waits(self, now: float, before: float = 0.0) -> bool:
        """Whether something of it does not count, or ends so soon."""
        return any(end <= now + before for end in self.ends)

    def gives(self, now: float) -> int:
        """For how many days a call makes statuses known: the order of the queue (`actors/queue/kinds.py`)."""
        return sum(period for end, period in zip(self.ends, self.periods, strict=True) if end <= now)

    def is_due(self, now: float) -> bool:
        """The rule of `reminders.due`."""
        if not self.mailed or not self.waits(now, BEFORE):
            return False
        pause = NEW_ROUND if self.unanswered >= MOST else ASKED_AGAIN if self.unanswered else AFTER_AN_ANSWER
        return now - self.asked_at > pause

    def ask(self, now: float) -> None:
        """One mail, of which two make a round."""
        self.asked_at, self.unanswered = now, self.unanswered % MOST + 1


@dataclass
class Year:
    """What came of it: per week the share of services with a status that counts, mails, taps, minutes of staff."""

    share: list[float] = field(default_factory=list)
    beds: list[float] = field(default_factory=list)
    mails: int = 0
    taps: int = 0
    calls: int = 0
    minutes: list[float] = field(default_factory=list)


def houses(rates: Rates, chance: Random) -> list[House]:
    """The actors on the first day: nothing was ever said."""
    made = []
    for _number in range(rates.actors):
        count = chance.choices(range(1, len(rates.services) + 1), rates.services)[0]
        kinds = [_kind(rates, chance) for _service in range(count)]
        mailed = chance.random() < rates.with_address
        beds = AvailabilityKind.BEDS in kinds
        made.append(
            House(
                periods=[PERIODS[kind] for kind in kinds],
                ends=[0.0] * count,
                mailed=mailed,
                reads=chance.random() >= rates.dead_address,
                counts_beds=beds,
                silent=chance.random() < rates.never_by_itself,
            )
        )
    return made


def _kind(rates: Rates, chance: Random) -> AvailabilityKind:
    weights = (rates.beds, rates.waiting, 1 - rates.beds - rates.waiting)
    return chance.choices([AvailabilityKind.BEDS, AvailabilityKind.WAITING_TIME, AvailabilityKind.INTAKE], weights)[0]


def simulate(rates: Rates, seed: int) -> Year:
    """A year from nothing known, of these people."""
    chance, year = Random(seed), Year()
    all_houses = houses(rates, chance)
    away = _weeks_off(rates, chance)
    for week in range(DAYS // WEEK):
        present = sum(week not in weeks for weeks in away)
        left = rates.minutes_a_week * present / rates.people
        shares, beds, spent = [], [], 0.0
        for day in range(WEEK):
            now = week * WEEK + day + 10 * HOUR
            for house in all_houses:
                _day_of(house, now, rates, chance, year)
            if day < 5:
                spent += _calls(all_houses, now, min(left - spent, left / 4), rates, chance, year)
            shares.append(_share(all_houses, now + 4 * HOUR))
            beds.append(_share([house for house in all_houses if house.counts_beds], now + 4 * HOUR, beds_only=True))
        year.share.append(sum(shares) / WEEK)
        year.beds.append(sum(beds) / WEEK)
        year.minutes.append(spent)
    return year


def _day_of(house: House, now: float, rates: Rates, chance: Random, year: Year) -> None:
    """What a desk says by itself, and what comes of a mail."""
    by_itself = rates.by_itself
    if house.counts_beds:
        by_itself = 0.0 if house.silent else rates.beds_by_itself
    if chance.random() < by_itself:
        house.say(now)
        year.taps += 1
    if house.is_due(now):
        again = rates.second if house.unanswered % MOST else 1.0
        house.ask(now)
        year.mails += 1
        if house.reads and chance.random() < rates.reads * rates.taps * again:
            house.say(now + 2 * HOUR)
            year.taps += 1


def _calls(all_houses: list[House], now: float, minutes: float, rates: Rates, chance: Random, year: Year) -> float:
    """The telephone tasks of a day, those first that give most, as long as there is time. What it took."""
    to_call = [h for h in all_houses if h.waits(now) and (not h.mailed or h.unanswered >= MOST)]
    to_call.sort(key=lambda house: (-house.gives(now), min(house.ends)))
    spent = 0.0
    for house in to_call:
        if spent + rates.call > minutes:
            break
        year.calls += 1
        if chance.random() < rates.reached:
            house.say(now)
            spent += rates.call
        else:
            spent += rates.not_reached
    return spent


def _share(all_houses: list[House], now: float, *, beds_only: bool = False) -> float:
    ends = [
        end
        for house in all_houses
        for end, period in zip(house.ends, house.periods, strict=True)
        if not beds_only or period == PERIODS[AvailabilityKind.BEDS]
    ]
    return sum(end > now for end in ends) / len(ends) if ends else 0.0


def _weeks_off(rates: Rates, chance: Random) -> list[set[int]]:
    return [set(chance.sample(range(DAYS // WEEK), rates.weeks_off)) for _person in range(rates.people)]
