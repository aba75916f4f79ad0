"""How people behave: assumptions, on the pessimistic side, each with where it comes from."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Rates:
    """What is assumed. Shares and chances are from 0 to 1, times in minutes."""

    actors: int = 1_000
    services: tuple[float, ...] = (0.70, 0.18, 0.08, 0.04)  # share of actors with 1, 2, 3, 4 services that are asked
    beds: float = 0.06  # share of services that count beds; in the starting data 5 %
    waiting: float = 0.34  # that have a usual waiting time (doctors, psychologists, debt mediation)

    with_address: float = 0.75  # actors of which the front desk's address is known; 72 % have a general one in the data
    dead_address: float = 0.06  # of these, where mail is never read at all
    reads: float = 0.45  # chance that a mail is opened by somebody who can answer (newsletters of the sector: 35-45 %)
    taps: float = 0.60  # chance that who opened it answers; so a quarter of mails is answered
    second: float = 0.6  # a second mail is answered so much as often as a first
    by_itself: float = 0.01  # chance a day that a desk says something without being asked
    beds_by_itself: float = 0.35  # the same where beds are counted (registers of beds elsewhere: once a day at best)
    never_by_itself: float = 0.4  # of the desks with beds, so many never do (elsewhere: a third to a half)

    people: int = 3
    minutes_a_week: float = 120  # that the three have for this together
    weeks_off: int = 8  # of each, holidays and illness
    reached: float = 0.55  # chance that a call reaches somebody who knows
    call: float = 3.5  # minutes, with finding and saying it; all services of the house in one call
    not_reached: float = 1.0


PESSIMISTIC = Rates()
HOPEFUL = replace(PESSIMISTIC, with_address=0.9, reads=0.6, taps=0.75, reached=0.7)
WORSE = replace(PESSIMISTIC, with_address=0.5, reads=0.3, taps=0.5, reached=0.4)
NAMES = {"pessimistic": PESSIMISTIC, "worse": WORSE, "hopeful": HOPEFUL}
