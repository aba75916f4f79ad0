"""What the catalogue asks of PostgreSQL: extensions, and functions that its derived columns use."""

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


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        BtreeGistExtension(),
        TrigramExtension(),
        UnaccentExtension(),
        migrations.RunSQL(FOLD_TEXT, "DROP FUNCTION fold_text(text)"),
        migrations.RunSQL(ADD_MONTHS, "DROP FUNCTION add_months(date, integer)"),
    ]
