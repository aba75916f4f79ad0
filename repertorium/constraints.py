"""Conditions that several models put in their constraints, and a quick way to ask whether a record keeps them."""

from functools import reduce
from operator import and_, or_

from django.db import models, router
from django.db.models import CheckConstraint, F, Q, Value
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


class CheckedAtOnce(models.Model):
    """A record that asks the database about all its check constraints together.

    Django asks about each apart, with a savepoint around it: three statements for each, half the time of a tap at a
    front desk. Only where one is broken is each asked again, so that Django says which, in its words.
    """

    class Meta:
        abstract = True

    _kept: frozenset[str] = frozenset()  # names of those that need not be asked again

    def validate_constraints(self, exclude=None):
        self._kept = self._kept_checks(exclude or set())
        try:
            super().validate_constraints(exclude)
        finally:
            del self._kept

    def get_constraints(self):
        return [
            (model, [one for one in constraints if one.name not in self._kept])
            for model, constraints in super().get_constraints()
        ]

    def _kept_checks(self, exclude: set[str]) -> frozenset[str]:
        """All check constraints that speak of none of the excluded fields, if the record keeps them all; else none."""
        values = self._get_field_expression_map(meta=self._meta, exclude=exclude)
        checks = [
            one
            for one in self._meta.constraints
            if isinstance(one, CheckConstraint)
            and all(name in values for name, *_lookups in self._get_expr_references(one.condition))
        ]
        together = reduce(and_, (Q(one.condition) for one in checks), Q())  # unknown passes, as for each of them
        if not checks or not together.check(values, using=router.db_for_write(type(self), instance=self)):
            return frozenset()
        return frozenset(one.name for one in checks)
