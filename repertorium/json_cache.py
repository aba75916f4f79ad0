"""Django's cache in a table of the database, with values as JSON and keys that tell nothing.

Django's own keeps pickles: who can write a row of it runs code in every worker that reads it. And its keys hold what
they are made of, internet addresses among them; here a key is a keyed hash.
"""

import hashlib
import hmac
import json
from datetime import UTC, datetime

from django.conf import settings
from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.db import connection

INSERT = """
    INSERT INTO {table} (cache_key, value, expires) VALUES (%s, %s, %s)
    ON CONFLICT (cache_key) DO UPDATE SET value = EXCLUDED.value, expires = EXCLUDED.expires
"""
FOREVER = datetime.max.replace(tzinfo=UTC)


class JsonDatabaseCache(BaseCache):
    """What JSON can say, until it ends. Every write throws away what has ended."""

    def __init__(self, table: str, params: dict):
        super().__init__(params)
        self._table = connection.ops.quote_name(table)

    def make_key(self, key, version=None):
        """A hash that only this site can make: nobody finds out whose address was counted."""
        plain = super().make_key(key, version)
        return hmac.new(settings.SECRET_KEY.encode(), plain.encode(), hashlib.sha256).hexdigest()

    def get(self, key, default=None, version=None):
        found = self._run(
            "SELECT value FROM {table} WHERE cache_key = %s AND expires > now()", self.make_key(key, version)
        )
        try:
            return json.loads(found[0][0]) if found else default
        except ValueError:  # not written by us
            return default

    def set(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        self._write(key, value, timeout, version, "true")

    def add(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        return bool(self._write(key, value, timeout, version, "{table}.expires <= now()"))

    def touch(self, key, timeout=DEFAULT_TIMEOUT, version=None):
        sql = "UPDATE {table} SET expires = %s WHERE cache_key = %s AND expires > now() RETURNING 1"
        return bool(self._run(sql, self._end(timeout), self.make_key(key, version)))

    def incr(self, key, delta=1, version=None):
        """Add to a whole number, in one step: of two at once both are counted.

        Raises:
            ValueError: there is no such number, or no more.
        """
        sql = """
            UPDATE {table} SET value = (value::bigint + %s)::text WHERE cache_key = %s AND expires > now()
            RETURNING value::bigint
        """
        found = self._run(sql, delta, self.make_key(key, version))
        if not found:
            raise ValueError("nothing is counted there")
        return found[0][0]

    def delete(self, key, version=None):
        return bool(self._run("DELETE FROM {table} WHERE cache_key = %s RETURNING 1", self.make_key(key, version)))

    def clear(self):
        self._run("DELETE FROM {table} RETURNING 1")

    def _write(self, key, value, timeout, version, replace_if: str) -> list:
        row = self.make_key(key, version), json.dumps(value), self._end(timeout)
        self._run("DELETE FROM {table} WHERE expires <= now() RETURNING 1")
        return self._run(f"{INSERT} WHERE {replace_if} RETURNING 1", *row)

    def _end(self, timeout) -> datetime:
        seconds = self.get_backend_timeout(timeout)
        return FOREVER if seconds is None else datetime.fromtimestamp(seconds, UTC)

    def _run(self, sql: str, *values) -> list:
        with connection.cursor() as cursor:
            cursor.execute(sql.format(table=self._table), values)
            return cursor.fetchall()
