"""Addresses of a search: everything that was asked stands in the query string, and nothing else."""

from django.http import QueryDict

FIELDS = (
    "q", "where", "radius", "need", "theme", "target", "zone", "municipality", "neighbourhood", "language",
    "admission", "level", "kind", "serves", "network", "room", "open", "open_at", "day", "hour", "sort", "literal",
)  # fmt: skip


def tidy(data: QueryDict) -> QueryDict:
    """The fields that ask something, in one order, without empty ones: equal searches have equal addresses."""
    clean = QueryDict(mutable=True)
    for name in FIELDS:
        values = [value for value in dict.fromkeys(data.getlist(name)) if value.strip()]
        if values:
            clean.setlist(name, values)
    for name, needed in (("radius", "where"), ("hour", "day")):
        if needed not in clean:
            clean.pop(name, None)
    if clean.get("sort") == "best":
        del clean["sort"]
    return clean


def without(data: QueryDict, name: str, value: str | None = None) -> str:
    """The query string without one value of a field (without the field, when no value is given)."""
    clean = tidy(data)
    rest = [other for other in clean.getlist(name) if value is not None and other != value]
    if rest:
        clean.setlist(name, rest)
    else:
        clean.pop(name, None)
    return clean.urlencode()


def with_value(data: QueryDict, name: str, value: str) -> str:
    """The query string with a field set to one value."""
    clean = tidy(data)
    clean[name] = value
    return clean.urlencode()
