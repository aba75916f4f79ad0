"""The index on disk between starts, so that a process that starts reads only what changed since.

One file per database in SEARCH_INDEX_DIR (None: nothing is kept), which may be deleted at any time. It is used when it
was written by this code, over this database, and is whole; and of what is in it, only services that still have the
stamp which they had then (see `process`). It never has to be right about what is fresh.
"""

import gc
import hashlib
import logging
import os
import pickle
import sys
import tempfile
from contextlib import contextmanager, suppress
from enum import Enum
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.db import ProgrammingError

from actors.search.index import Index
from actors.search.stamps import EVERYTHING, database
from actors.search.terms import Terms

LIBRARIES = ("Django", "numpy", "pyroaring", "PyStemmer", "snowballstemmer")  # that decide what stands in an index
DIGEST = "blake2b"
DIGEST_SIZE = 64  # bytes; a file is the mark, the digest of what follows, then that: stamps and an index
CLASSES = {  # that an index is made of, besides those of this package
    ("pyroaring", "BitMap"),
    ("array", "_array_reconstructor"),
    ("array", "array"),
    ("collections", "defaultdict"),
    ("builtins", "slice"),
    ("datetime", "date"),
    ("actors.models.visibility", "Viewer"),
}
TERMS = "terms"  # stands for the terms, which are read from the database every time

log = logging.getLogger(__name__)


class Store:
    """The file of this database."""

    def __init__(self, folder: Path):
        identity = database()
        self.path = folder / f"{_digest(identity.encode()).hex()[:16]}.index"
        self._mark = _digest(f"{code()} {identity}".encode())

    def load(self, terms: Terms, horizon: int, stamped: dict[int, int]) -> tuple[Index, dict[int, int]] | None:
        """The saved index and its stamps, when they are of use to a database with this horizon and these stamps.

        A horizon behind that of the file means that the database was set back.
        """
        try:
            with open(self.path, "rb") as file, _without_gc():
                if not self._is_whole(file):
                    return None
                saved_horizon, known = _Reader(file, terms).load()
                if horizon < saved_horizon or known.get(EVERYTHING) != stamped.get(EVERYTHING):
                    return None
                return _Reader(file, terms).load(), known
        except FileNotFoundError:
            return None
        except Exception:  # whatever is wrong with it: what it saves is time
            log.warning("The saved search index %s cannot be read", self.path, exc_info=True)
            return None

    def save(self, index: Index, horizon: int, stamped: dict[int, int]) -> None:
        """Write it in place of what was there, at once or not at all."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            handle, draft = tempfile.mkstemp(dir=self.path.parent, prefix="draft-")
        except OSError as error:
            log.warning("The search index cannot be saved: %s", error)
            return
        try:
            with open(handle, "w+b") as file, _without_gc():
                self._write(file, index, horizon, stamped)
            os.replace(draft, self.path)
        except OSError as error:
            log.warning("The search index cannot be saved: %s", error)
            with suppress(OSError):
                os.unlink(draft)

    def _write(self, file: BinaryIO, index: Index, horizon: int, stamped: dict[int, int]) -> None:
        file.write(self._mark + bytes(DIGEST_SIZE))
        pickle.dump((horizon, stamped), file, protocol=5)
        _Writer(file, index.terms).dump(index)
        file.seek(start := len(self._mark) + DIGEST_SIZE)
        digest = hashlib.file_digest(file, DIGEST).digest()
        file.seek(start - DIGEST_SIZE)
        file.write(digest)

    def _is_whole(self, file: BinaryIO) -> bool:
        """Whether it is ours and nothing of it is lost; then it stands where the stamps begin."""
        mark, digest = file.read(len(self._mark)), file.read(DIGEST_SIZE)
        start = file.tell()
        if mark != self._mark or hashlib.file_digest(file, DIGEST).digest() != digest:
            return False
        file.seek(start)
        return True


class _Writer(pickle.Pickler):
    """Leaves the terms out, and writes the same in every version of Python."""

    def __init__(self, file: BinaryIO, terms: Terms):
        super().__init__(file, protocol=5)
        self._terms = terms

    def persistent_id(self, obj) -> str | None:
        return TERMS if obj is self._terms else None

    def reducer_override(self, obj):
        """A value of a list by its value: Python 3.11 wrote `getattr` at first, which is not to be trusted."""
        return (type(obj), (obj.value,)) if isinstance(obj, Enum) else NotImplemented


class _Reader(pickle.Unpickler):
    """Puts the terms back, and makes nothing but what an index is made of."""

    def __init__(self, file: BinaryIO, terms: Terms):
        super().__init__(file)
        self._terms = terms

    def persistent_load(self, pid: str) -> Terms:
        return self._terms

    def find_class(self, module: str, name: str):
        if module.startswith("actors.search.") or (module, name) in CLASSES:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no part of an index")


def store() -> Store | None:
    """Where the index of this database is kept; None where nothing is."""
    if settings.SEARCH_INDEX_DIR is None:
        return None
    try:
        return Store(Path(settings.SEARCH_INDEX_DIR))
    except ProgrammingError as error:  # some hosted databases do not say who they are
        log.warning("The search index is not saved: %s", error)
        return None


@cache
def code() -> str:
    """Changes with anything that an index is made by: all code of `actors` and `zones`, and the libraries."""
    digest = hashlib.new(DIGEST, sys.version.encode())
    for library in LIBRARIES:
        digest.update(version(library).encode())
    for folder in ("actors", "zones"):
        for path in sorted((settings.BASE_DIR / folder).rglob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _digest(text: bytes) -> bytes:
    return hashlib.new(DIGEST, text).digest()


@contextmanager
def _without_gc():
    """A million objects come and none goes: looking for garbage between them doubles the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
