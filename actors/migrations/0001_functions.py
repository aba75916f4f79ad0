"""What the catalogue asks of PostgreSQL: extensions, functions for derived columns, and the index's stamps."""

from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension, UnaccentExtension
from django.db import migrations

# unaccent() itself is not IMMUTABLE, because its dictionary can be changed; naming the dictionary makes it so.
FOLD_TEXT = """
CREATE FUNCTION fold_text(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, value)) $$
"""
ADD_MONTHS = """
CREATE FUNCTION add_months(start date, months integer) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$ SELECT (start + make_interval(months => months))::date $$
"""

# By which the search index learns of changes: `actors.search.stamps` says how. Row 0 stands for everything.
SEARCH_STAMP = """
CREATE TABLE search_stamp (
    service_id bigint PRIMARY KEY,
    stamp xid8 NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX search_stamp_stamp ON search_stamp (stamp);
INSERT INTO search_stamp (service_id) VALUES (0);
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        BtreeGistExtension(),
        TrigramExtension(),
        UnaccentExtension(),
        migrations.RunSQL(FOLD_TEXT, "DROP FUNCTION fold_text(text)"),
        migrations.RunSQL(ADD_MONTHS, "DROP FUNCTION add_months(date, integer)"),
        migrations.RunSQL(SEARCH_STAMP, "DROP TABLE search_stamp"),
    ]
