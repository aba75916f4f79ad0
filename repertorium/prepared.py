"""Questions that are asked on every page: a queryset of which the SQL is made once.

With models of eighty columns that takes longer than to run it. Records are made of its rows as Django makes them;
columns that were not read come from the database when somebody asks for them, one by one.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from django.conf import settings
from django.db import connection
from django.db.models import Field, ForeignObject, Lookup, Model, QuerySet
from django.utils import timezone

Record = TypeVar("Record", bound=Model)
KEPT = 16  # statements of one question


@dataclass(frozen=True)
class Given:
    """Where values come in that are given with each reading: `filter(pk__any=Given("services"))`."""

    name: str


@Field.register_lookup
@ForeignObject.register_lookup
class AnyOf(Lookup):
    """`field__any=Given(…)`: any of the values of a list."""

    lookup_name = "any"
    prepare_rhs = False

    def as_sql(self, compiler, connection):
        left, params = self.process_lhs(compiler, connection)
        return f"{left} = ANY(%s)", [*params, self.rhs]


def columns(model: type[Model], *wanted: str) -> tuple[str, ...]:
    """These columns of a model, else all, in the order in which it has them; of a translated one those per language."""
    known = [field.attname for field in model._meta.concrete_fields]
    languages = settings.MODELTRANSLATION_LANGUAGES
    chosen = {*(wanted or known), *(f"{name}_{language}" for name in wanted for language in languages)}
    return tuple(name for name in known if name in chosen and f"{name}_{languages[0]}" not in known)


@dataclass(frozen=True)
class Part:
    """A record in a row: which columns make it, and to which other record it is tied."""

    model: type[Model]
    names: frozenset[str]
    where: slice
    owner: str  # the way to the record that has it: "" for the row's own
    tie: Field | None


class Prepared(Generic[Record]):
    """A queryset, and which columns of its records and of those that they point to are read."""

    def __init__(self, ask: Callable[..., QuerySet], read: tuple[str, ...], **ties: tuple[str, ...]):
        """`ask` gives the queryset; `ties` has the columns of related records by the way to them, `location__actor`."""
        self._ask, self._columns = ask, {"": read, **ties}
        self._statement = lru_cache(maxsize=KEPT)(self._prepare)

    def read(self, *about, **given: list) -> Iterator[Record]:
        """The records; `about` is what `ask` is called with, `given` the lists for each `Given`."""
        statement, params, parts = self._statement(timezone.localdate(), *about)
        values = [given[param.name] if isinstance(param, Given) else param for param in params]
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
            rows = cursor.fetchall()
        database = connection.alias
        return (_record(database, parts, row) for row in rows)

    def _prepare(self, _today, *about) -> tuple[str, tuple, dict[str, Part]]:
        """What may be seen changes with the day, and the day stands in the parameters."""
        queryset = self._ask(*about)
        plain = queryset.rewrite(False) if hasattr(queryset, "rewrite") else queryset  # columns as they are called
        names = [f"{way}__{name}" if way else name for way, chosen in self._columns.items() for name in chosen]
        return *plain.values_list(*names).query.sql_with_params(), self._parts(queryset.model)

    def _parts(self, model: type[Model]) -> dict[str, Part]:
        parts, start = {}, 0
        for way, names in self._columns.items():
            owner, _slashes, name = way.rpartition("__")
            tie = parts[owner].model._meta.get_field(name) if way else None
            where = slice(start, start := start + len(names))
            parts[way] = Part(tie.related_model if tie else model, frozenset(names), where, owner, tie)
        return parts


def _record(database: str, parts: dict[str, Part], row: tuple) -> Model:
    made = {}
    for way, part in parts.items():
        values = row[part.where]
        made[way] = part.model.from_db(database, part.names, values) if values[0] is not None else None
        if part.tie and made[part.owner]:
            part.tie.set_cached_value(made[part.owner], made[way])
    return made[""]
