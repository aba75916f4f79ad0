"""Many may read at once; who changes is alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition


class Gate:
    """A lock that readers share and a writer has for itself.

    While a writer waits nobody new comes in, so that readers who overlap without end cannot keep it out.
    """

    def __init__(self):
        self._turn = Condition()
        self._readers = 0
        self._closed = False  # a writer is inside, or next

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Be one of the readers. Not to be nested: a writer that waits in between would wait for ever."""
        with self._turn:
            self._turn.wait_for(lambda: not self._closed)
            self._readers += 1
        try:
            yield
        finally:
            with self._turn:
                self._readers -= 1
                self._turn.notify_all()

    @contextmanager
    def changing(self, patience: float) -> Iterator[bool]:
        """Be alone: whether that came true within `patience` seconds. One writer at a time."""
        with self._turn:
            self._closed = True
            alone = self._turn.wait_for(lambda: not self._readers, timeout=patience)
            if not alone:
                self._open()
        try:
            yield alone
        finally:
            with self._turn:
                if alone:
                    self._open()

    def _open(self) -> None:
        self._closed = False
        self._turn.notify_all()
