"""No rule of the database is passed by what is not known: SQL takes a check that is NULL for one that holds."""

from itertools import chain, combinations

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction

from actors.models import Actor, Location, Service
from tests import factories

CHECKS = """
    SELECT con.conname, pg_get_expr(con.conbin, con.conrelid), con.conrelid::regclass::text,
           array_agg(col.attname::text) FILTER (WHERE NOT col.attnotnull)
    FROM pg_constraint con JOIN pg_attribute col ON col.attrelid = con.conrelid AND col.attnum = ANY (con.conkey)
    WHERE con.contype = 'c' AND con.conname NOT LIKE '%%\\_check' AND con.conrelid = ANY (%s::regclass[])
    GROUP BY con.oid, con.conname, con.conbin, con.conrelid
"""
UNKNOWN = "SELECT count(*) FROM (SELECT {columns} FROM {table} AS one) AS one WHERE ({rule}) IS NULL"


def test_no_rule_is_passed_by_what_is_not_known(real):
    """Each rule is asked of every real record, with each of its columns that may be NULL made so, alone and together."""
    tables = [m._meta.db_table for m in apps.get_models() if m._meta.app_label in {"actors", "zones", "accounts"}]
    asked, passed = 0, []
    with connection.cursor() as cursor:
        cursor.execute(CHECKS, [tables])
        for name, rule, table, nullable in cursor.fetchall():
            names = _columns(cursor, table)
            for empty in chain.from_iterable(combinations(nullable or [], n + 1) for n in range(len(nullable or []))):
                columns = [f"NULL::{kind} AS {column}" if column in empty else column for column, kind in names.items()]
                cursor.execute(UNKNOWN.format(columns=", ".join(columns), table=table, rule=rule))
                asked += 1
                if cursor.fetchone()[0]:
                    passed.append(f"{name}: {', '.join(empty)}")
    assert asked > 30
    assert passed == []


def _columns(cursor, table) -> dict[str, str]:
    cursor.execute(
        "SELECT quote_ident(attname), format_type(atttypid, atttypmod) FROM pg_attribute "
        "WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped",
        [table],
    )
    return dict(cursor.fetchall())


@pytest.mark.django_db
class TestNamesThatAreNull:
    @pytest.mark.parametrize("model", [Actor, Service])
    @pytest.mark.parametrize(("dutch", "french"), [(None, None), (None, ""), ("", None), ("", "")])
    def test_a_listing_never_loses_its_name(self, model, dutch, french):
        record = factories.actor() if model is Actor else factories.service()
        with pytest.raises(IntegrityError, match="has_a_name"), transaction.atomic():
            model.objects.filter(pk=record.pk).update(name_nl=dutch, name_fr=french)

    def test_a_name_in_one_language_is_enough(self):
        record = factories.actor()
        assert Actor.objects.filter(pk=record.pk).update(name_nl=None) == 1

    def test_help_by_telephone_has_no_street(self):
        place = factories.location()
        with pytest.raises(IntegrityError, match="at_a_distance"), transaction.atomic():
            Location.objects.filter(pk=place.pk).update(
                kind="phone", lat=None, lon=None, neighbourhood=None, street_nl=None
            )
