"""Reads of statuses at random moments, on every surface that Python answers for: does any say "room" that ended?

The truth is one line: a status that says room, and has not ended. Moments lie around the ends of statuses, to the
second, and around the two nights of the year on which the clock changes.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

from actors.enums import AvailabilityStatus
from actors.models import Availability
from actors.models.contradictions import ROOM
from actors.pictograms.told import minutes
from actors.room_words import room_words
from actors.search.room import Room, counting

SERVICES = 200
CLOCKS = (datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC))
SAYING = [status for status in AvailabilityStatus if status is not AvailabilityStatus.UNKNOWN]


@dataclass(frozen=True)
class Document:
    """What the index of the search takes in of one service."""

    pk: int
    said: list


@dataclass(frozen=True)
class Said:
    status: str
    until: float


def stale_reads(wanted: int, seed: int) -> tuple[int, dict[str, int]]:
    """How many reads were made, and how many of them said room where none counts, by surface."""
    chance, reads = Random(seed), 0
    stale = dict.fromkeys(("words on cards and pages", "filter and count", "offline copy"), 0)
    while reads < wanted:
        clock = chance.choice(CLOCKS)
        services = [_statuses(chance, clock) for _number in range(SERVICES)]
        index = Room()
        for pk, said in enumerate(services):
            index.put(Document(pk, [Said(one.status, one.valid_until.timestamp()) for one in said]))
        for now in _moments(chance, services):
            with_room = index.at(now.timestamp(), SERVICES).with_room
            for pk, said in enumerate(services):
                true = any(one.status in ROOM and one.valid_until > now for one in said)
                stale["filter and count"] += pk in with_room and not true
                stale["words on cards and pages"] += room_words(said, now).status in ROOM and not true
                stale["offline copy"] += _offline(said, clock, now) in ROOM and not true
                reads += 3
    return reads, stale


def _statuses(chance: Random, clock: datetime) -> list[Availability]:
    """One to three statuses of a service, which end within two days of a change of the clock."""
    said = []
    for _number in range(chance.randint(1, 3)):
        ends = clock + timedelta(seconds=chance.randint(-172_800, 172_800))
        begins = ends - timedelta(days=chance.choice([1, 14, 90]))
        said.append(Availability(status=chance.choice(SAYING), confirmed_at=begins, valid_until=ends))
    return said


def _moments(chance: Random, services: list[list[Availability]]) -> list[datetime]:
    """Moments in order, as a clock goes: half of them within two seconds of the end of a status."""
    ends = [one.valid_until for said in services for one in said]
    near = [chance.choice(ends) + timedelta(seconds=chance.choice([-2, -1, 0, 1, 2])) for _number in range(10)]
    any_time = [chance.choice(ends) + timedelta(seconds=chance.randint(-90_000, 90_000)) for _number in range(10)]
    return sorted(near + any_time)


def _offline(said: list[Availability], made: datetime, now: datetime) -> str:
    """What the copy on a telephone says, which was made at another moment: `saved-cards.js`, line for line."""
    best = counting(said, made)
    if best is None:
        return ""
    status, until = best.status, minutes(best.valid_until)
    return status if until > int(now.timestamp() // 60) else ""
