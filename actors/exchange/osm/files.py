"""What a file of places holds, however it was packed, written or damaged: an entry that is none stays a text.

UTF-8 with or without byte order mark, UTF-16, the Windows signs of Western Europe, packed or not; JSON, or a place on
each line. One damaged entry (a quote or a line break in a name, a comma that is lacking) costs only itself.
"""

import codecs
import gzip
import json
import re
import zlib
from pathlib import Path

from repertorium.spreadsheets import decoded

LISTS = ("services", "elements", "features")  # what the list of entries is called
GZIP = b"\x1f\x8b"  # how a packed file begins, whatever its name
WESTERN = "as western signs"
MOST_DIGITS = 4_000  # of a number: longer ones are refused (and would cost the file), and no measure has so many
TRAILING_COMMA = re.compile(r'("(?:[^"\\]|\\.)*")|,(?=\s*[\]}])')
LIST = re.compile(rf'\A\s*\[|"(?:{"|".join(LISTS)})"\s*:\s*\[')
FIRST_KEY = re.compile(r'\s*\{\s*("[^"\\]*"\s*:)')
BETWEEN = re.compile(r"[\s,]*")  # between two entries; where the comma is lacking they are two all the same
END = re.compile(r"\}(?=\s*,?\s*\][^\[\]{]*\Z)")  # of the last entry, and of the list
OPENS = re.compile(r"[\[{]")
ABOUT = re.compile(r'"(remark|dated)"\s*:\s*"([^"]*)"')  # what the file says beside its list


def _as_western(error: UnicodeDecodeError) -> tuple[str, int]:
    """The bytes that are no UTF-8, as Windows writes them; the rest of the file stays what it is."""
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error(WESTERN, _as_western)


def _number(digits: str) -> int | str:
    return int(digits) if len(digits) <= MOST_DIGITS else digits


DECODER = json.JSONDecoder(strict=False, parse_int=_number)  # not strict: with line breaks and the like within a text


def read_file(path: Path) -> object:
    """The content of a file.

    Raises:
        OSError: it cannot be read.
        ValueError: it is no JSON of any kind, or not whole.
    """
    packed = path.read_bytes()
    try:
        content = gzip.decompress(packed) if packed.startswith(GZIP) else packed
    except (EOFError, zlib.error) as error:
        raise ValueError(f"it is packed, and not whole: {error}") from None
    return _parsed(_decoded(content))


def _decoded(content: bytes) -> str:
    try:
        text = decoded(content)
    except UnicodeDecodeError:
        text = content.decode("utf-8", WESTERN)
    return text.lstrip("\ufeff")


def _parsed(text: str) -> object:
    if not text.strip():
        raise ValueError("the file is empty")
    try:
        return DECODER.decode(text)
    except (ValueError, RecursionError) as error:
        lines = [line for line in (line.strip(" \t\r\x1e") for line in text.split("\n")) if line not in {"", "[", "]"}]
        if len(lines) > 1 and isinstance(_line(lines[0]), dict):
            return [_line(line) for line in lines]
        try:
            return DECODER.decode(TRAILING_COMMA.sub(lambda match: match[1] or "", text))
        except (ValueError, RecursionError):
            return _saved(text, error)


def _line(text: str) -> object:
    try:
        return DECODER.decode(text.removesuffix(","))
    except (ValueError, RecursionError):
        return text


def _saved(text: str, error: Exception) -> dict:
    """The entries of a damaged file, one by one, and what it says beside them.

    Raises:
        ValueError: no entry can be read, or the file stops half way.
    """
    begin = LIST.search(text)
    found, after = _entries(text, begin.end()) if begin else ([], None)
    whole = (
        after is not None and not OPENS.search(after) and ("{" in begin[0] + text[: begin.start()]) == ("}" in after)
    )
    if not whole or not any(isinstance(one, dict) for one in found):
        raise ValueError(f"it is no JSON, or not whole: {error}")
    return {"elements": found, **dict(ABOUT.findall(text[: begin.start()] + after))}


def _entries(text: str, at: int) -> tuple[list[dict | str], str | None]:
    """The entries from here, damaged ones as texts, and what follows their list; None: the list does not end.

    All entries of a file begin with the same key, by which the next one is found after a damaged one.
    """
    found, key = [], FIRST_KEY.match(text, at)
    start = re.compile(rf"[,}}]\s*(?=\{{\s*{re.escape(key[1])})") if key else None
    while start and not text.startswith("]", at := BETWEEN.match(text, at).end()):
        read, end = _entry(text, at)
        if read is None:
            if not (next_one := start.search(text, at + 1) or END.search(text, at)):
                return found, None
            read, end = text[at : next_one.start() + 1], next_one.start() + 1
        found.append(read)
        at = end
    return found, text[at + 1 :] if start else None


def _entry(text: str, at: int) -> tuple[dict | None, int]:
    """The entry that begins here, and where it ends; None: it is damaged."""
    try:
        read, end = DECODER.raw_decode(text, at)
    except (ValueError, RecursionError):
        return None, at
    sound = isinstance(read, dict) and text.startswith(("{", "]"), BETWEEN.match(text, end).end())
    return (read if sound else None), end
