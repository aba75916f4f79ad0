"""Many short byte strings in one piece of memory: as objects of their own they would take twice as much."""

from array import array

SEPARATOR = "\0"  # between texts that are kept as one: PostgreSQL has no text with it


class Packed:
    """Byte strings by number (a primary key, or a position), empty where none was put."""

    def __init__(self):
        self._content = bytearray()
        self._starts, self._sizes = array("I"), array("I")
        self._unused = 0  # bytes that something else stood in before

    def __getitem__(self, number: int) -> bytes:
        if number >= len(self._starts):
            return b""
        start = self._starts[number]
        return bytes(self._content[start : start + self._sizes[number]])

    def __setitem__(self, number: int, content: bytes) -> None:
        if missing := number + 1 - len(self._starts):
            for column in (self._starts, self._sizes):
                column.extend([0] * max(missing, 0))
        before = self._sizes[number]
        if len(content) > before:
            self._starts[number] = len(self._content)
            self._content += content
        else:
            start = self._starts[number]
            self._content[start : start + len(content)] = content
        self._sizes[number] = len(content)
        self._unused += before if len(content) > before else before - len(content)
        if self._unused > len(self._content) // 2:
            self._pack()

    def _pack(self) -> None:
        """Leave out what is not used."""
        found = [self[number] for number in range(len(self._starts))]
        self.__init__()
        for number, content in enumerate(found):
            self[number] = content
