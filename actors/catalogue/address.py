"""Addresses of a search: everything that was asked stands in the query string, and nothing else."""

from urllib.parse import urlencode

from django.http import QueryDict

from zones.gazetteer.typed import without_house_number

FIELDS = (
    "q", "where", "radius", "need", "theme", "target", "zone", "municipality", "neighbourhood", "language",
    "admission", "level", "kind", "serves", "network", "room", "open", "open_at", "day", "hour", "box", "sort",
    "any_area", "literal", "all",
)  # fmt: skip
ORDERS = {"all", "sort", "radius", "hour"}  # choose nothing by themselves
NEEDS = {"radius": "where", "hour": "day"}  # means nothing without the other

Asked = dict[str, list[str]]


def tidy(data: QueryDict) -> Asked:
    """The fields that ask something, in one order, without empty ones: equal searches have equal addresses.

    A place is told without the number of a house: that may be somebody's, and it changes nothing.
    """
    asked = {}
    for name in FIELDS:
        values = [value for value in dict.fromkeys(data.getlist(name)) if value.strip()]
        if name == "where":
            values = [without_house_number(value) for value in values]
        if values and not (name == "sort" and values[-1] == "best"):
            asked[name] = values
    if asked.keys() - ORDERS:
        asked.pop("all", None)  # who asks for anything no longer asks for everything
    if "day" in asked or "open_at" in asked:
        asked.pop("open", None)  # of two moments the one that was named counts
    return asked


def query(asked: Asked, **others: str | int) -> str:
    """The query string of what is asked, with fields that are set to one value."""
    fields = {name: values for name, values in asked.items() if NEEDS.get(name, name) in asked}
    return urlencode({**fields, **others}, doseq=True)


def without(asked: Asked, *names: str) -> str:
    """The query string without these fields."""
    return query({name: values for name, values in asked.items() if name not in names})


def without_value(asked: Asked, name: str, value: str) -> str:
    """The query string without one value of a field."""
    rest = [other for other in asked.get(name, []) if other != value]
    return query({**asked, name: rest})
