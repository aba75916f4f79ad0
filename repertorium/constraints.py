"""Conditions that several models put in their constraints."""

from functools import reduce
from operator import or_

from django.db.models import Q


def exactly_one(*fields: str) -> Q:
    """Exactly one of these nullable fields is filled."""
    return reduce(or_, (Q(**{f"{name}__isnull": name != filled for name in fields}) for filled in fields))


def both_or_neither(first: str, second: str) -> Q:
    """These two nullable fields are filled together or not at all."""
    empty = Q(**{f"{first}__isnull": True, f"{second}__isnull": True})
    filled = Q(**{f"{first}__isnull": False, f"{second}__isnull": False})
    return empty | filled
