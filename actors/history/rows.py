"""Rows of many models in one query: each as JSON, read back by the fields of its model."""

import json

from django.contrib.postgres.fields import DateRangeField
from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Field, JSONField, Model, QuerySet
from django.utils.dateparse import parse_date

from actors.history import scope

Row = dict[str, object]  # the columns of a record, by their names in the database


def read(querysets: list[tuple[type[Model], QuerySet]], *also: str) -> list[tuple[type[Model], Row]]:
    """Records, or events of records, each with its model; `also`: more names of a queryset that a row is to carry.

    Lines on the map (JSON) are left out: nobody reads them, and each is as large as a page.
    """
    parts, values, models = [], [], {model._meta.label: model for model, _queryset in querysets}
    for model, queryset in querysets:
        sql, params = queryset.values(*also, *fields(model)).query.sql_with_params()
        parts.append(f"(SELECT %s, to_jsonb(one) FROM ({sql}) AS one)")  # noqa: S608 - made by the ORM
        values += [model._meta.label, *params]
    if not parts:
        return []
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), values)
        return [(models[label], _row(models[label], json.loads(row), also)) for label, row in cursor.fetchall()]


def fields(model: type[Model]) -> dict[str, Field]:
    """The columns that people read, with their fields."""
    known = {column: model._meta.get_field(name) for column, name in scope.columns(model).items()}
    return {column: field for column, field in known.items() if not isinstance(field, JSONField)}


def _row(model: type[Model], row: dict, also: tuple[str, ...]) -> Row:
    values = {column: _value(field, row[column]) for column, field in fields(model).items()}
    return {**dict.fromkeys(scope.columns(model)), **values, **{name: row[name] for name in also}}


def _value(field: Field, value):
    if value is None or field.is_relation:
        return value
    if isinstance(field, DateRangeField):
        first, after = value.strip("[)").split(",")
        return DateRange(parse_date(first), parse_date(after))
    return field.to_python(value)
