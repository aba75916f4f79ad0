"""How much is opened and asked: counted in the process, written each minute in aggregate.

A request never writes (what it counts stands in memory), so public pages stay readable from a read-only database and
as fast as before. A worker that ends writes what it has; one that crashes loses a minute at most. Nothing here knows
who asked, when within the day, or in which words.
"""

import atexit
import logging
from collections import Counter
from collections.abc import Iterable
from threading import Event, Lock, Thread

from django.db import DatabaseError, InterfaceError, connection, transaction
from django.utils import timezone

from actors.models import SearchDemand, ServiceUse

MINUTE = 60  # seconds

log = logging.getLogger(__name__)


class Counts:
    """What this process counted and has not written yet."""

    def __init__(self):
        self._lock = Lock()
        self._opened: Counter = Counter()
        self._searched: Counter = Counter()

    def opened(self, service: int) -> None:
        """The page of a service was opened."""
        with self._lock:
            self._opened[service, timezone.localdate()] += 1

    def searched(self, asked: Iterable[tuple[int | None, int | None]], *, had_results: bool) -> None:
        """Needs were searched in zones (primary keys; None: none was named)."""
        with self._lock:
            self._searched.update((timezone.localdate(), need, zone, had_results) for need, zone in asked)

    def flush(self) -> None:
        """Write what was counted. When the database does not take it, it is kept for the next time."""
        with self._lock:
            opened, self._opened = self._opened, Counter()
            searched, self._searched = self._searched, Counter()
        try:
            write(opened=opened, searched=searched)
        except (DatabaseError, InterfaceError) as error:
            log.warning("Counts are kept for the next minute: %s", type(error).__name__)
            with self._lock:
                self._opened += opened
                self._searched += searched

    def keep_writing(self, *, every: float = MINUTE) -> Event:
        """Write every minute and at the end of this process. Setting the event that is returned ends it.

        To be called in a process that serves, after it was split off: threads do not survive that.
        """
        stopped = Event()
        Thread(target=self._write_until, args=(stopped, every), name="counts", daemon=True).start()
        atexit.register(self._flush_and_leave)
        return stopped

    def _write_until(self, stopped: Event, every: float) -> None:
        while not stopped.wait(every):
            self._flush_and_leave()
        atexit.unregister(self._flush_and_leave)

    def _flush_and_leave(self) -> None:
        """Flush without keeping a connection for the minutes in between."""
        try:
            self.flush()
        finally:
            connection.close()


def write(*, opened: Counter, searched: Counter) -> None:
    """Add counts to those of the day, both kinds or neither."""
    if opened or searched:
        with transaction.atomic():
            ServiceUse.objects.add(opened)
            SearchDemand.objects.add(searched)


counts = Counts()
