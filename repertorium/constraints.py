"""Conditions that several models put in their constraints."""

from functools import reduce
from operator import or_

from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.db.models.lookups import GreaterThan


def exactly_one(*fields: str) -> Q:
    """Exactly one of these nullable fields is filled."""
    return reduce(or_, (Q(**{f"{name}__isnull": name != filled for name in fields}) for filled in fields))


def both_or_neither(first: str, second: str) -> Q:
    """These two nullable fields are filled together or not at all."""
    empty = Q(**{f"{first}__isnull": True, f"{second}__isnull": True})
    filled = Q(**{f"{first}__isnull": False, f"{second}__isnull": False})
    return empty | filled


def at_most(name: str, most: int) -> Q:
    """This nullable number is not larger than that."""
    return Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__lte": most})


def has_text(name: str) -> Q:
    """This text is there. A translated column may be NULL, and a check of what is unknown passes."""
    return Q(GreaterThan(Coalesce(F(name), Value("")), Value("")))
