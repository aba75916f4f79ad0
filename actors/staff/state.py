"""The content of an editor as plain data: record, field, values, as a form posts them.

Drafts, locking, merging and "what changed" all work on this one shape, and know nothing of models.
"""

import re
from collections.abc import Iterable
from datetime import date

from django.http import QueryDict

from repertorium.door import plain_text

Record = dict[str, list[str]]  # field: values; empty fields are left out
State = dict[str, Record]  # key of the record, like `service-12`: its fields

RECORD = "record"  # the hidden field that says which records a page showed
OWNER = "of"  # key of the record that a record belongs to
REMOVE = "remove"
NEW = re.compile(r"(?:room-)?[a-z]+-n[0-9a-z]{1,12}")


def as_posted(value) -> list[str]:
    """What a form posts for a value."""
    if value is None or value is False or value == "":
        return []
    if value is True:
        return ["on"]
    if isinstance(value, (list, tuple)):
        return sorted(str(part) for part in value)
    if isinstance(value, date):
        return [value.isoformat()]
    return _tidy([str(value)])


def _tidy(values: Iterable[str]) -> list[str]:
    """Without what browsers and clipboards add and nobody means."""
    return sorted(value for value in map(plain_text, values) if value)


def read(post: QueryDict) -> State:
    """The records that a posted form holds."""
    state: State = {key: {} for key in post.getlist(RECORD)}
    for name, values in post.lists():
        key, dash, field = name.rpartition("-")
        if dash and key in state and (clean := _tidy(values)):
            state[key][field] = clean
    return state


def write(state: State) -> QueryDict:
    """The same as form data."""
    data = QueryDict(mutable=True)
    data.setlist(RECORD, list(state))
    for key, record in state.items():
        for field, values in record.items():
            data.setlist(f"{key}-{field}", values)
    return data


def owner(record: Record) -> str:
    """The key of the record that this one belongs to; empty for those of the actor itself."""
    return (record.get(OWNER) or [""])[0]


def is_new(key: str) -> bool:
    """Whether a key is of a record that is not in the database yet."""
    return NEW.fullmatch(key) is not None


def kind(key: str) -> str:
    """What a record is: `service` of `service-12`, `room` of `room-at-3`."""
    return key.partition("-")[0]
