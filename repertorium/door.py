"""What is typed or sent, before anybody believes it."""

import re

# Control characters but for tab and line end; spaces without width; and those that turn the direction of text, which
# can make a name read as another one. Nobody types any: they come from a clipboard, or from somebody who means harm.
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u2060\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
KEY = re.compile(r"[0-9]{1,18}")  # as much as a key in PostgreSQL holds


def plain_text(value: str) -> str:
    """A text as it is kept: line ends of one kind, no spaces around, nothing that cannot be seen."""
    return UNSEEN.sub("", value.replace("\r\n", "\n").replace("\r", "\n")).strip()


def key_of(text: str) -> int | None:
    """The primary key that a text says; None where it can be none."""
    return int(text) if KEY.fullmatch(text) else None
