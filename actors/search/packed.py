"""Many short byte strings by number, in one piece of memory: as objects of their own they would take twice as much."""

from array import array
from itertools import accumulate


class Packed:
    """Byte strings by number, empty where none was put. What changes stands beside the piece until it is saved."""

    def __init__(self):
        self._content = b""
        self._starts = array("I", [0])  # of each string, and the end of the last
        self._changed: dict[int, bytes] = {}

    def __getitem__(self, number: int) -> bytes:
        changed = self._changed.get(number)
        if changed is not None:
            return changed
        starts = self._starts
        return self._content[starts[number] : starts[number + 1]] if number < len(starts) - 1 else b""

    def __setitem__(self, number: int, content: bytes) -> None:
        self._changed[number] = content

    def __getstate__(self) -> dict:
        self._pack()
        return self.__dict__

    def _pack(self) -> None:
        """Take what changed into the piece."""
        if self._changed:
            size = max(len(self._starts) - 1, max(self._changed) + 1)
            found = [self[number] for number in range(size)]
            self._content, self._changed = b"".join(found), {}
            self._starts = array("I", accumulate(map(len, found), initial=0))
