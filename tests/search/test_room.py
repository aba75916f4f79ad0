"""Room of all services at once, against the rule for one of them; over moments around the ends of statuses."""

from dataclasses import dataclass
from random import Random

import pytest

from actors.enums import AvailabilityStatus
from actors.search.room import DAY, EXPIRED_COUNTS, FULL_OR_NEVER, LIMITED, Room

NOW = 1_800_000_000.0
SIZE = 80


@dataclass
class Said:
    status: str
    until: float


@dataclass
class Document:
    pk: int
    said: list[Said]


def region(seed):
    """Services of which none to three things are said; they ended, end, or ended so long ago that it tells nothing."""
    chance, room, said = Random(seed), Room(), {}
    for pk in range(SIZE):
        ends = [0, 1, -1, 3600, -3600, 40 * DAY, -EXPIRED_COUNTS, -EXPIRED_COUNTS - 1, -90 * DAY]
        entries = [
            Said(chance.choice(AvailabilityStatus.values), NOW + chance.choice(ends))
            for _one in range(chance.randint(0, 3))
        ]
        room.put(Document(pk, entries))
        said[pk] = [(one.status, one.until) for one in entries]
    return room, said


@pytest.mark.parametrize("seed", range(30))
def test_all_at_once_is_as_one_by_one(seed):
    room, said = region(seed)
    for now in (NOW - DAY, NOW - 1, NOW, NOW + 0.5, NOW + 1, NOW + 3600, NOW + EXPIRED_COUNTS):
        state = room.at(now, SIZE)
        best = {pk: Room.best(entries, now) if entries else FULL_OR_NEVER for pk, entries in said.items()}
        assert dict(enumerate(state.tiers.tolist())) == best
        known = {
            pk for pk, all_of in said.items() if any(u > now and s != AvailabilityStatus.UNKNOWN for s, u in all_of)
        }
        assert set(state.with_room) == {pk for pk, tier in best.items() if tier >= LIMITED}
        assert set(state.without_room) == known - set(state.with_room)
        assert set(state.full) == {pk for pk in known if best[pk] <= FULL_OR_NEVER}
        moments = [moment for all_of in said.values() for _s, u in all_of for moment in (u, u + EXPIRED_COUNTS)]
        assert state.end == min([now + DAY, *(moment for moment in moments if moment > now)])


def test_what_is_said_anew_or_forgotten_counts_at_once():
    room = Room()
    room.put(Document(1, [Said("full", NOW + DAY)]))
    assert set(room.at(NOW, 3).with_room) == set()
    room.put(Document(1, [Said("open", NOW + DAY)]))
    assert set(room.at(NOW, 3).with_room) == {1}
    room.remove(1)
    assert set(room.at(NOW, 3).with_room) == set()
