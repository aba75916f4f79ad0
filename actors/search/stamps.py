"""How the index learns of changes: database triggers stamp, `refresh` reads what was stamped.

One row per service in `search_stamp` holds the transaction that last touched anything that the service is found
by. A refresh reads the rows stamped since its horizon, and the documents in the same snapshot; the new horizon is
the oldest transaction that was still running, so nothing that commits later can be missed. (A change log with
sequence numbers loses changes, because numbers commit out of order.) Row 0 stands for what all services refer to:
taxonomy, territory, languages. A horizon that lies ahead of the server's time is from before a restore: then all is
read anew.

Bulk writes and raw SQL are caught; models, staff pages and imports need not know of search; there is no log that
grows. After a restore from a backup run `manage.py restamp`: transaction numbers start anew there.
"""

from contextlib import contextmanager

import pgtrigger
from django.db import connection, transaction

from actors import models
from zones import models as territory

BEGINNING = 0  # of time, as a horizon
EVERYTHING = 0  # the row that stands for taxonomy, territory and languages

# Which services a changed row touches, in terms of {row}: the new or the old one.
OF_SERVICE = "SELECT {row}.service_id"
TOUCHED = {
    models.Service: "SELECT {row}.id",
    models.Actor: (  # the names of networks are terms, which every service may refer to
        "SELECT id FROM actors_service WHERE actor_id = {row}.id UNION SELECT 0 WHERE {row}.kind = 'network'"
    ),
    models.Membership: "SELECT id FROM actors_service WHERE actor_id = {row}.member_id",
    models.ServiceTheme: OF_SERVICE,
    models.ServiceTarget: OF_SERVICE,
    models.ServiceLanguage: OF_SERVICE,
    models.ServiceArea: OF_SERVICE,
    models.ServiceAtLocation: OF_SERVICE,
    models.Availability: OF_SERVICE,
    models.Contact: (
        "SELECT id FROM actors_service WHERE id = {row}.service_id OR actor_id = {row}.actor_id "
        "UNION SELECT service_id FROM actors_serviceatlocation WHERE location_id = {row}.location_id"
    ),
    models.Location: "SELECT service_id FROM actors_serviceatlocation WHERE location_id = {row}.id",
    models.Closure: (
        "SELECT service_id FROM actors_serviceatlocation WHERE id = {row}.place_id "
        "UNION SELECT id FROM actors_service WHERE actor_id = {row}.actor_id"
    ),
    models.SchoolHoliday: "SELECT service_id FROM actors_serviceatlocation WHERE position('SH' IN opening_hours) > 0",
    **dict.fromkeys(
        (
            models.Need,
            models.Theme,
            models.TargetGroup,
            models.Language,
            models.AdmissionWords,
            models.CareLevelWord,
            models.CrisisNumber,
            models.UnlistedName,
            territory.CareZone,
            territory.Municipality,
            territory.PostalCode,
            territory.Neighbourhood,
        ),
        f"SELECT {EVERYTHING}",
    ),
}

EVERY_SERVICE = "SELECT id FROM actors_service UNION SELECT 0"
STAMP = """
    INSERT INTO search_stamp (service_id, stamp)
    SELECT touched.id, pg_current_xact_id() FROM ({touched}) AS touched (id)
    ON CONFLICT (service_id) DO UPDATE SET stamp = EXCLUDED.stamp;
"""


def register() -> None:
    """Put the triggers on every model that contributes to the index (called when the app is ready)."""
    for model, touched in TOUCHED.items():
        new, old = (STAMP.format(touched=touched.format(row=row)) for row in ("NEW", "OLD"))
        pgtrigger.register(
            pgtrigger.Trigger(
                name="search_stamp",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                func=f"""
                    IF TG_OP <> 'DELETE' THEN {new} END IF;
                    IF TG_OP <> 'INSERT' THEN {old} END IF;
                    RETURN NULL;
                """,
            )
        )(model)


def changed_since(horizon: int) -> tuple[int, dict[int, int]]:
    """The next horizon, and the rows stamped since this one as {row: stamp}."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint, "
            "array(SELECT array[service_id, stamp::text::bigint] FROM search_stamp WHERE stamp >= %s::text::xid8)",
            [str(horizon)],
        )
        next_horizon, pairs = cursor.fetchone()
    if next_horizon < horizon:  # time runs backwards: a backup was restored under this process
        next_horizon, stamped = changed_since(0)
        return next_horizon, {**stamped, EVERYTHING: horizon}
    return next_horizon, dict(pairs)


def state_of_transaction() -> tuple:
    """What differs as soon as this transaction sees other stamps: its own writes count too, one by one.

    A row that the same transaction stamps again keeps its stamp; the number of the command that wrote it (`cmin`) tells
    the two apart, and is never given twice, not even after a return to a savepoint.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_backend_pid(), pg_current_xact_id_if_assigned()::text, "
            "md5(array(SELECT (service_id, stamp, cmin) FROM search_stamp ORDER BY service_id)::text)"
        )
        return cursor.fetchone()


@contextmanager
def snapshot():
    """A transaction that sees one state of the database in all its queries, and writes nothing."""
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def database() -> str:
    """What tells this database from every other one, and from one that was restored in its place.

    Raises:
        ProgrammingError: this user may not know.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT concat_ws(' ', system_identifier, timeline_id, pg_database.oid, 'search_stamp'::regclass::oid) "
            "FROM pg_control_system(), pg_control_checkpoint(), pg_database WHERE datname = current_database()"
        )
        return cursor.fetchone()[0]


def restamp() -> int:
    """Stamp every service, after a restore; how many there are."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE search_stamp")
        cursor.execute(STAMP.format(touched=EVERY_SERVICE))
        return cursor.rowcount
