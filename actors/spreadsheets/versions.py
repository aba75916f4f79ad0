"""What a row was when it was exported: a short print of each column, so that who changed what is known for each cell.

Without it an import would have to refuse a whole record when anybody changed anything of it since.
"""

import base64
import hashlib
from collections.abc import Mapping, Sequence

SIZE = 4  # letters of one print: two of different values are the same once in 17 million
FIRST = "v"  # so that no spreadsheet takes it for a number or a formula


def version_of(record: str, names: Sequence[str], values: Mapping[str, list[str]]) -> str:
    """The version of a record (by its key) with these columns."""
    return FIRST + _print("", *names) + "".join(_print(record, name, *values.get(name, ())) for name in names)


def prints_of(version: str, names: Sequence[str]) -> dict[str, str] | None:
    """The print of each column; None where it is no version of a table with these columns."""
    head = FIRST + _print("", *names)
    if not version.startswith(head) or len(version) != len(head) + SIZE * len(names):
        return None
    body = version[len(head) :]
    return {name: body[place * SIZE : (place + 1) * SIZE] for place, name in enumerate(names)}


def print_of(record: str, name: str, values: list[str]) -> str:
    """The print of one column of a record."""
    return _print(record, name, *values)


def _print(*parts: str) -> str:
    digest = hashlib.blake2b("\x1f".join(parts).encode(), digest_size=3).digest()
    return base64.urlsafe_b64encode(digest).decode()
