"""Who has room now. A status that nobody renewed stops counting by itself, at read time."""

from dataclasses import dataclass
from datetime import datetime

import numpy as np
from pyroaring import BitMap

from actors.enums import AvailabilityStatus
from actors.models import Availability
from actors.search.document import Document
from actors.search.postings import bitmap_of

EXPIRED_COUNTS = 30 * 24 * 3600  # seconds; so long an expired good word is worth more than none
DAY = 24 * 3600

# Tiers, the best highest. Honesty pays: who never confirmed anything stands with who honestly says full, and who
# let a "full" expire does not climb by it.
OPEN, LIMITED, WAITING, EXPIRED, FULL_OR_NEVER, PAUSED = 5, 4, 3, 2, 1, 0
TIERS = {
    AvailabilityStatus.OPEN: OPEN,
    AvailabilityStatus.LIMITED: LIMITED,
    AvailabilityStatus.WAITING_LIST: WAITING,
    AvailabilityStatus.FULL: FULL_OR_NEVER,
    AvailabilityStatus.UNKNOWN: FULL_OR_NEVER,
    AvailabilityStatus.PAUSED: PAUSED,
}


def counting(said: list[Availability], now: datetime) -> Availability | None:
    """Of what was said of a service the best that still counts."""
    valid = [status for status in said if status.valid_until > now]
    moment = now.timestamp()
    return max(valid, key=lambda one: tier(one.status, one.valid_until.timestamp(), moment), default=None)


def tier(status: str, until: float, now: float) -> int:
    """The tier of one status at a moment (seconds since 1970)."""
    if until > now:
        return TIERS[AvailabilityStatus(status)]
    once = TIERS[AvailabilityStatus(status)]
    return EXPIRED if once > EXPIRED and until > now - EXPIRED_COUNTS else FULL_OR_NEVER


@dataclass(frozen=True)
class State:
    """The tiers of all services between two moments in which nothing expires."""

    start: float
    end: float
    tiers: np.ndarray
    with_room: BitMap
    without_room: BitMap  # of which it is known
    full: BitMap  # of these the full and the paused ones; the others have a waiting list


@dataclass(frozen=True)
class Statuses:
    """Every status of every service, side by side: whose it is, its tier as long as it counts, and until when."""

    pks: np.ndarray
    tiers: np.ndarray
    untils: np.ndarray
    tells: np.ndarray  # whether it says anything about room

    @classmethod
    def of(cls, said: dict[int, list[tuple[str, float]]]) -> "Statuses":
        rows = [(pk, status, until) for pk, entries in said.items() for status, until in entries]
        statuses = [AvailabilityStatus(status) for _pk, status, _until in rows]
        return cls(
            pks=np.array([pk for pk, _status, _until in rows], dtype=np.int64),
            tiers=np.array([TIERS[status] for status in statuses], dtype=np.int64),
            untils=np.array([until for _pk, _status, until in rows], dtype=np.float64),
            tells=np.array([status != AvailabilityStatus.UNKNOWN for status in statuses], dtype=bool),
        )


class Room:
    """What was said of the room of every service."""

    def __init__(self):
        self._said: dict[int, list[tuple[str, float]]] = {}
        self._statuses: Statuses | None = None
        self._state: State | None = None

    def put(self, document: Document) -> None:
        """Take in what was said of a service, in place of what was known."""
        said = [(status.status, status.until) for status in document.said]
        if self._said.get(document.pk, []) != said:
            self.remove(document.pk)
            if said:
                self._said[document.pk] = said
            self._statuses = self._state = None

    def remove(self, pk: int) -> None:
        """Forget a service."""
        if self._said.pop(pk, None) is not None:
            self._statuses = self._state = None

    def at(self, now: float, size: int) -> State:
        """Tiers and who has room at a moment (seconds since 1970); `size` is the length of arrays."""
        state = self._state
        if state is None or not state.start <= now < state.end or len(state.tiers) != size:
            state = self._state = self._work_out(now, size)
        return state

    def _work_out(self, now: float, size: int) -> State:
        """As `best` has it of one service, of all at once: a search may ask of any moment, each another one."""
        statuses = self._statuses = self._statuses or Statuses.of(self._said)
        counts = statuses.untils > now
        lately = (statuses.tiers > EXPIRED) & (statuses.untils > now - EXPIRED_COUNTS)
        tiers = np.full(size, FULL_OR_NEVER, dtype=np.int64)
        np.maximum.at(tiers, statuses.pks[~counts & lately], EXPIRED)
        tiers[statuses.pks[counts]] = PAUSED  # what counts is all that counts
        np.maximum.at(tiers, statuses.pks[counts], statuses.tiers[counts])
        coming = np.concatenate((statuses.untils, statuses.untils + EXPIRED_COUNTS))
        end = min(now + DAY, coming[coming > now].min(initial=np.inf))
        with_room = bitmap_of(np.flatnonzero(tiers >= LIMITED))
        known = bitmap_of(np.unique(statuses.pks[counts & statuses.tells]))
        full = known & bitmap_of(np.flatnonzero(tiers <= FULL_OR_NEVER))
        return State(now, end, tiers, with_room, known - with_room, full)

    @staticmethod
    def best(said: list[tuple[str, float]], now: float) -> int:
        """The best of a service's statuses that count; where none counts, what the last are worth."""
        counting = [entry for entry in said if entry[1] > now]
        return max(tier(status, until, now) for status, until in counting or said)
