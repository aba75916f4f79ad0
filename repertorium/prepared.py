"""Questions that are asked on every page: a queryset of which the SQL is made once.

With models of eighty columns that takes longer than to run it. Records are made of its rows as Django makes them;
columns that were not read come from the database when somebody asks for them, one by one.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Field, ForeignObject, Lookup, Model, QuerySet
from django.db.models.functions import JSONObject
from django.utils import timezone

Record = TypeVar("Record", bound=Model)
KEPT = 32  # statements of one question


@dataclass(frozen=True)
class Given:
    """Where values come in that are given with each reading: `filter(pk__any=Given("services"))`."""

    name: str


@Field.register_lookup
@ForeignObject.register_lookup
class AnyOf(Lookup):
    """`field__any=Given(…)`: any of the values of a list; `AnyOf(F(field), ArraySubquery(…))`: of one that the database
    makes once, where a set (`field__in`) becomes a join that it makes for every row."""

    lookup_name = "any"
    prepare_rhs = False

    def as_sql(self, compiler, connection):
        left, params = self.process_lhs(compiler, connection)
        if isinstance(self.rhs, Given):
            return f"{left} = ANY(%s)", [*params, self.rhs]
        right, more = self.process_rhs(compiler, connection)
        return f"{left} = ANY({right})", [*params, *more]


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
    names: dict[str, None]  # in their order, and quick to ask
    where: slice
    owner: str  # the way to the record that has it: "" for the row's own
    tie: Field | None


class Rows:
    """Some columns of a queryset, as tuples."""

    def __init__(self, ask: Callable[..., QuerySet], *names: str):
        """`ask` gives the queryset, `names` are columns and annotations."""
        self._ask, self._names = ask, names
        self._statement = lru_cache(maxsize=KEPT)(self._prepare)

    def read(self, *about, **given: list) -> list[tuple]:
        """The rows, with values as the driver gives them (JSON is text).

        `about` is what `ask` is called with, `given` the lists for each `Given`.
        """
        with connection.cursor() as cursor:
            cursor.execute(*self.statement(*about, **given))
            return cursor.fetchall()

    def statement(self, *about, **given: list) -> tuple[str, list]:
        """The statement that reads them and its values, with what `read` takes."""
        statement, params = self._statement(timezone.localdate(), *about)
        lists = {name: _literal(values) for name, values in given.items()}
        return statement, [lists[param.name] if isinstance(param, Given) else param for param in params]

    def _prepare(self, _today, *about) -> tuple[str, tuple]:
        """What may be seen changes with the day, and the day stands in the parameters."""
        queryset = self._ask(*about)
        plain = queryset.rewrite(False) if hasattr(queryset, "rewrite") else queryset  # not of the active language
        return plain.values_list(*self._names).query.sql_with_params()


class Counts:
    """How many records each of some querysets has, in one statement."""

    def __init__(self, ask: Callable[..., QuerySet]):
        """`ask` gives the queryset of a name, as `Rows` asks it."""
        self._keys = Rows(ask, "pk")

    def read(self, names: Iterable[str], *about, **given: list) -> dict[str, int]:
        """The number for each name; `about` and `given` as `Rows.read` takes them."""
        asked = {name: self._keys.statement(name, *about, **given) for name in names}
        if not asked:
            return {}
        counts = ", ".join(f"(SELECT COUNT(*) FROM ({statement}) AS counted)" for statement, _values in asked.values())
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {counts}", [value for _statement, values in asked.values() for value in values])  # noqa: S608 - made by Django
            return dict(zip(asked, cursor.fetchone(), strict=True))


class Prepared(Generic[Record]):
    """The records of a queryset: which columns of them and of those that they point to are read."""

    def __init__(
        self,
        model: type[Record],
        ask: Callable[..., QuerySet],
        read: tuple[str, ...] = (),
        *,
        annotated: tuple[str, ...] = (),
        **ties: tuple[str, ...],
    ):
        """`ask` gives the queryset, `read` the columns, else all; `annotated` are values that the queryset adds.

        `ties` has the columns of related records by the way to them, as `location__actor`.
        """
        self._annotated = annotated
        self._parts = _parts(model, {"": read or every(model), **ties})
        names = [f"{way}__{name}" if way else name for way, part in self._parts.items() for name in part.names]
        self._rows = Rows(ask, *names, *annotated)

    def read(self, *about, **given: list) -> Iterator[Record]:
        """The records, with what `Rows.read` takes."""
        rows, database = self._rows.read(*about, **given), connection.alias
        return (self._record(database, row) for row in rows)

    def _record(self, database: str, row: tuple) -> Record:
        made = {}
        for way, part in self._parts.items():
            values = row[part.where]
            made[way] = part.model.from_db(database, part.names, values) if values[0] is not None else None
            if part.tie and made[part.owner]:
                part.tie.set_cached_value(made[part.owner], made[way])
        for name, value in zip(self._annotated, row[len(row) - len(self._annotated) :], strict=True):
            setattr(made[""], name, value)
        return made[""]


def every(model: type[Model]) -> tuple[str, ...]:
    """All columns of a model: of records that will be saved."""
    return tuple(field.attname for field in model._meta.concrete_fields)


def rows_of(records: QuerySet, **also: str) -> ArraySubquery:
    """Records that belong to each row of another queryset (by `OuterRef`), read in the same query as JSON.

    `also` are values beside the model's own columns, by their names: `host_name="host__name_nl"`.
    """
    named = {name: name for name in columns(records.model)} | also
    return ArraySubquery(records.annotate(row=JSONObject(**named)).values("row"))


def record_of(model: type[Record], row: dict) -> Record:
    """The record of such a row; columns that were not read come from the database when somebody asks for them."""
    fields = [field for field in model._meta.concrete_fields if field.attname in row]  # in the model's own order
    values = [field.to_python(row[field.attname]) for field in fields]
    return model.from_db(DEFAULT_DB_ALIAS, [field.attname for field in fields], values)


def _literal(values: list) -> list | str:
    """A list of keys as PostgreSQL writes it, made once however often it is asked for: the driver makes each number
    of each mention apart."""
    return f"{{{','.join(map(str, values))}}}" if all(type(value) is int for value in values) else values


def _parts(model: type[Model], columns_of: dict[str, tuple[str, ...]]) -> dict[str, Part]:
    parts, start = {}, 0
    for way, names in columns_of.items():
        owner, _slashes, name = way.rpartition("__")
        tie = parts[owner].model._meta.get_field(name) if way else None
        where = slice(start, start := start + len(names))
        parts[way] = Part(tie.related_model if tie else model, dict.fromkeys(names), where, owner, tie)
    return parts
