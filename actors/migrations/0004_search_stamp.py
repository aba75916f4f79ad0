"""The table by which the index learns of changes; `actors.search.stamps` says how."""

from django.db import migrations

CREATE = """
CREATE TABLE search_stamp (
    service_id bigint PRIMARY KEY,
    stamp xid8 NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX search_stamp_stamp ON search_stamp (stamp);
INSERT INTO search_stamp (service_id) SELECT id FROM actors_service UNION SELECT 0;
"""


class Migration(migrations.Migration):
    dependencies = [("actors", "0003_initial")]
    operations = [migrations.RunSQL(CREATE, "DROP TABLE search_stamp")]
