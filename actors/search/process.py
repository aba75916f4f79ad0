"""The engine of this process, kept up to date with the database.

Before a search, when the last look is older than CHECK_SECONDS, the rows that were stamped since are read again:
no thread, no listening, no clock but the database's. Starting up is the same with the horizon at the beginning of
time and the stamps that are `saved` on disk. A process that is busy reading a large batch lets others go on with what
it had.

Who reads does so in a `reader()`: the index stays as it is until that ends. A request is one reader from its first
search to its answer (`one_state_per_request`), so a list, its counts, its map and its reasons are of one state.

Inside an open transaction (tests, the admin) a throw-away engine is made instead: it sees what the transaction
wrote, and nobody else ever does. It serves until the transaction writes again, in a request that only reads until its
answer.
"""

import ctypes
import gc
import logging
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from threading import Lock, local

from django.db import connection
from django.utils import timezone
from tqdm import tqdm

from actors.search import saved
from actors.search.engine import Engine
from actors.search.gate import Gate
from actors.search.index import Index
from actors.search.reading import load_school_calendars, read_documents, searched_pks
from actors.search.stamps import BEGINNING, EVERYTHING, changed_since, snapshot, state_of_transaction
from actors.search.term_records import load_terms

CHECK_SECONDS = 0.3
BATCH = 2_000  # services read at once
GARBAGE = 50_000  # objects made and not yet gone, before Python looks for garbage; its 700 took a tenth of a page
PATIENCE = 0.2  # seconds that a change waits for readers; what it read is then read again by the next look
WORTH_A_BAR = 5_000  # services; from here on a progress bar is shown
WORTH_SAVING = 0.02  # part of the services; when more were read anew, the next start had better find them on disk

log = logging.getLogger(__name__)


def engine() -> Engine:
    """An engine that knows everything committed before the last third of a second.

    In a request it stays the same until the answer; elsewhere, while others may change it, for a `reader()` only.
    """
    if connection.in_atomic_block:
        return live.of_this_transaction()
    return live.in_this_request()


@contextmanager
def reader() -> Iterator[Engine]:
    """An engine whose index stays as it is while this block runs. In a block within another it is the outer one's."""
    if connection.in_atomic_block:
        yield live.of_this_transaction()
    else:
        with live.reader() as current:
            yield current


def fresh_engine() -> Engine:
    """A new engine over what this transaction sees."""
    index = Index(load_terms())
    index.put(read_documents().values())
    return Engine(index)


def read_into(index: Index, pks: list[int]) -> int:
    """Read these services into an index, with a progress bar when they are many; how many they are."""
    batches = [pks[first : first + BATCH] for first in range(0, len(pks), BATCH)]
    for batch in tqdm(batches, "Search index", disable=None if len(pks) >= WORTH_A_BAR else True):
        index.put(read_documents(batch).values())
    return len(pks)


def differing(stamped: dict[int, int], known: dict[int, int]) -> list[int]:
    """The rows whose stamp is not the known one."""
    return [row for row, stamp in stamped.items() if known.get(row) != stamp]


class Live:
    """The engine of this process and how far it has read."""

    def __init__(self):
        self.engine: Engine | None = None
        self._gate = Gate()
        # `held`: the engine that this thread reads; `request`: what ends with its request; `thrown_away`: with its
        # transaction, an engine and what it was made of; `settled`: whether that stands until the answer
        self._thread = local()
        self._reading = Lock()
        self._horizon = BEGINNING
        self._applied: dict[int, int] = {}  # stamps at or after the horizon that this engine knows already
        self._checked = 0.0

    @contextmanager
    def request(self, *, only_reads: bool = False) -> Iterator[None]:
        """In this block, what is read once stays as it is to the end; in a transaction only if it `only_reads`."""
        with ExitStack() as until_answered:
            self._thread.request, self._thread.only_reads = until_answered, only_reads
            try:
                yield
            finally:
                self._thread.request, self._thread.settled = None, False
                if not connection.in_atomic_block:  # else the transaction goes on: a test, with its next request
                    self._thread.thrown_away = None

    def of_this_transaction(self) -> Engine:
        """An engine of what this transaction sees."""
        if getattr(self._thread, "settled", False):
            return self._thread.thrown_away[0]
        state = (timezone.localdate(), *state_of_transaction())
        kept, made_of = getattr(self._thread, "thrown_away", None) or (None, None)
        if made_of != state:
            kept = fresh_engine()
            self._thread.thrown_away = kept, state
        self._thread.settled = bool(getattr(self._thread, "request", None)) and self._thread.only_reads
        return kept

    def in_this_request(self) -> Engine:
        """The engine as this request reads it; outside of requests, as it is now."""
        if request := getattr(self._thread, "request", None):
            return request.enter_context(self.reader())
        with self.reader() as current:
            return current

    @contextmanager
    def reader(self) -> Iterator[Engine]:
        """The engine, unchanged while this block runs."""
        if held := getattr(self._thread, "held", None):
            yield held
            return
        self.refresh()
        with self._gate.reading():
            self._thread.held = self.engine
            try:
                yield self.engine
            finally:
                self._thread.held = None

    def refresh(self, *, force: bool = False) -> None:
        """Read what changed, unless somebody looked just now or is reading already."""
        if not force and time.monotonic() - self._checked < CHECK_SECONDS:
            return
        # The first reader makes everybody wait: without an engine there is nothing to go on with.
        if not self._reading.acquire(blocking=force or self.engine is None):
            return
        try:
            if force or time.monotonic() - self._checked >= CHECK_SECONDS:
                self._read()
                self._checked = time.monotonic()
        finally:
            self._reading.release()

    def _read(self) -> None:
        changed = [EVERYTHING] if self.engine is None else self._look()
        if EVERYTHING in changed:
            self._start()
        elif changed:
            with snapshot():
                # Looked again within the snapshot, so that stamps and documents are of one moment.
                horizon, stamped = changed_since(self._horizon)
                changed = self._unknown(stamped)
                if EVERYTHING in changed:  # since a moment ago: left to the next look
                    return
                if not self._read_changed(changed):
                    return
            self._horizon, self._applied = horizon, stamped

    def _look(self) -> list[int]:
        """The rows that changed; when there are none, the horizon moves on."""
        horizon, stamped = changed_since(self._horizon)
        changed = self._unknown(stamped)
        if not changed:
            self._horizon, self._applied = horizon, stamped
        return changed

    def _unknown(self, stamped: dict[int, int]) -> list[int]:
        """The rows with a stamp that was not applied yet.

        While one long transaction runs, anywhere on the server, the horizon stands still: without this, every look
        would read again whatever was committed since that transaction began.
        """
        return differing(stamped, self._applied)

    def _start(self) -> None:
        """Make an engine of what is saved on disk and what changed since; of everything, where nothing fits."""
        started = time.monotonic()
        store = saved.store()
        with snapshot():
            horizon, stamped = changed_since(BEGINNING)
            load_school_calendars()
            terms, searched = load_terms(), set(searched_pks())
            index, known = (store and store.load(terms, horizon, stamped)) or (Index(terms), {})
            # What is in one of them only changed without a stamp: by TRUNCATE, or a restore of some tables.
            changed = (searched ^ set(index.all)) | set(differing(stamped, known))
            index.remove(changed)
            read = read_into(index, sorted(changed & searched))
        if store and read > len(index) * WORTH_SAVING:
            store.save(index, horizon, stamped)
        self._begin(Engine(index))
        self._horizon, self._applied = horizon, stamped
        log.info("Search index: %d services, %d read, in %.1f s", len(index), read, time.monotonic() - started)

    def _begin(self, engine: Engine) -> None:
        # What was read stays for the life of the process: searching it for garbage would hold up requests for
        # tenths of a second. What a page makes, some fifty thousand objects, goes with it.
        gc.collect()
        gc.freeze()
        gc.set_threshold(GARBAGE)
        _give_back()
        self.engine = engine  # who reads the one before goes on with that

    def _read_changed(self, changed: list[int]) -> bool:
        """Read these services anew; whether it was possible, which it is not while somebody reads for long."""
        documents = {}
        for first in range(0, len(changed), BATCH):
            documents |= read_documents(changed[first : first + BATCH])
        with self._gate.changing(PATIENCE) as alone:
            if alone:
                self.engine.index.remove(set(changed) - documents.keys())
                self.engine.index.put(documents.values())
                self.engine.matcher.learn()
        return alone


live = Live()


def _give_back() -> None:
    """Let the system have the memory that only loading needed, a tenth of all; glibc would keep it."""
    with suppress(AttributeError):  # another library of C, which has no such function
        ctypes.CDLL(None).malloc_trim(0)
