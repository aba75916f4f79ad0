"""Changes of a listing: what was saved together is one change, the newest first."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.db.models import Model, OuterRef, Subquery
from pghistory.models import Context

from actors.history import scope
from actors.history.rows import Row
from actors.models import Actor, ActorEditor, Invitation, Service, Viewer

EMPTY = (None, "")
MOST_DAYS = 10  # that public pages show

# What was saved in one request has one context; outside of requests a transaction is one change.
SAVE = "coalesce(context::text, to_char(at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS'))"
LISTED = """
    SELECT save, max(at), array_agg(model), array_agg(event) FROM (
        SELECT {save} AS save, at, model, event FROM ({events}) AS event
    ) AS saved {which} GROUP BY save ORDER BY max(at) DESC, max(event) DESC, save LIMIT %s OFFSET %s
"""


@dataclass
class RecordChange:
    """One record in one change: its columns before and after. None: it was not there."""

    model: type[Model]
    pk: int
    before: Row | None
    after: Row | None

    @property
    def key(self) -> str:
        return f"{self.model._meta.model_name}-{self.pk}"

    @property
    def row(self) -> Row:
        """The record as it was last known."""
        return self.after if self.after is not None else self.before

    @property
    def fields(self) -> list[str]:
        """The columns that say something else than before; of a new or removed record, those that say something."""
        before, after = self.before or {}, self.after or {}
        known = scope.columns(self.model)
        return [
            name
            for name in known
            if before.get(name, EMPTY[0]) != after.get(name, EMPTY[0])
            and not ((self.before is None or self.after is None) and self.row[name] in EMPTY)
        ]


@dataclass
class Change:
    """What was saved together. `user` is the id of who was logged in, `undoes` the key of a change that it undid.

    `by`: who else wrote, without an account, as a front desk by its link.
    """

    key: str
    at: datetime
    events: dict[str, list[int]]  # name of the model: ids of its events
    user: int | None = None
    act: str = ""
    undoes: str = ""
    by: str = ""
    records: list[RecordChange] = field(default_factory=list)

    @property
    def is_merge(self) -> bool:
        """Whether an actor was merged into another, or set apart again: that is whole or not at all."""
        return any(
            "merged_into_id" in one.fields and one.before for one in self.records if one.key.startswith("actor-")
        )


class Changes:
    """The changes of what belongs to these owners, as a list that a paginator can cut."""

    def __init__(self, owners: scope.Owners):
        self.events, self.values = scope.union_of(scope.events(owners))

    def __len__(self) -> int:
        return self.count()

    def count(self) -> int:
        """How many changes there are."""
        sql = f"SELECT count(DISTINCT {SAVE}) FROM ({self.events}) AS event"  # noqa: S608 - made by the ORM
        with connection.cursor() as cursor:
            cursor.execute(sql, self.values)
            return cursor.fetchone()[0]

    def __getitem__(self, piece: slice) -> list[Change]:
        return load(self._listed("", (), piece.start or 0, piece.stop - (piece.start or 0)))

    def one(self, key: str) -> Change | None:
        """The change of this key, if it is one of these; a merge with all that it touched."""
        found = load(self._listed("WHERE save = %s", (key,), 0, 1))
        if found and found[0].is_merge:
            return whole_change(found[0])
        return found[0] if found else None

    def days(self, number: int) -> list[date]:
        """The last days on which anything changed, the newest first."""
        day = "(at AT TIME ZONE %s)::date"
        sql = f"SELECT DISTINCT {day} FROM ({self.events}) AS event ORDER BY 1 DESC LIMIT %s"  # noqa: S608 - as above
        with connection.cursor() as cursor:
            cursor.execute(sql, [settings.TIME_ZONE, *self.values, number])
            return [row[0] for row in cursor.fetchall()]

    def _listed(self, which: str, values: tuple, start: int, number: int) -> list[Change]:
        sql = LISTED.format(save=SAVE, events=self.events, which=which)
        with connection.cursor() as cursor:
            cursor.execute(sql, [*self.values, *values, number, start])
            return [Change(save, at, _by_model(models, ids)) for save, at, models, ids in cursor.fetchall()]


def _by_model(models: list[str], ids: list[int]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for model, pk in zip(models, ids, strict=True):
        found.setdefault(model, []).append(pk)
    return found


def whole_change(change: Change) -> Change:
    """A change, by its key and moment, with everything that was saved with it and with who made it."""
    return load([_whole(change)])[0]


def _whole(change: Change) -> Change:
    """The same change with everything that was saved with it, whosever it is."""
    models = [*scope.BELONGS, ActorEditor, Invitation]
    same = {model: model.pgh_event_model.objects.filter(**_saved_with(change)) for model in models}
    ids = {model._meta.model_name: list(events.values_list("pgh_id", flat=True)) for model, events in same.items()}
    return Change(change.key, change.at, {name: found for name, found in ids.items() if found})


def _saved_with(change: Change) -> dict:
    if "-" in change.key:
        return {"pgh_context": UUID(change.key)}
    return {"pgh_context": None, "pgh_created_at": change.at}


def load(found: list[Change]) -> list[Change]:
    """The same changes with their records and with who made them: three queries per kind of record."""
    contexts = Context.objects.in_bulk([UUID(change.key) for change in found if "-" in change.key])
    for change in found:
        context = contexts.get(UUID(change.key)) if "-" in change.key else None
        about = context.metadata if context else {}
        change.user, change.act, change.undoes = about.get("user"), about.get("act", ""), about.get("undoes", "")
        change.by = about.get("by", "")
    names = {name for change in found for name in change.events}
    for name in [*scope.MODELS, "actoreditor", "invitation"]:
        if name in names:
            _load_records(scope.model_of(name), found, name)
    return found


def _load_records(model: type[Model], found: list[Change], name: str) -> None:
    event = model.pgh_event_model
    ids = [pk for change in found for pk in change.events.get(name, ())]
    earlier = event.objects.filter(pgh_obj=OuterRef("pgh_obj"), pgh_id__lt=OuterRef("pgh_id")).order_by("-pgh_id")
    events = event.objects.filter(pgh_id__in=ids).annotate(earlier=Subquery(earlier.values("pgh_id")[:1]))
    rows = {row["pgh_id"]: row for row in events.values()}
    known = {row["earlier"] for row in rows.values()} - set(rows) - {None}
    rows |= {row["pgh_id"]: row for row in event.objects.filter(pgh_id__in=known).values()}
    for change in found:
        by_record: dict[int, list[Row]] = {}
        for pk in sorted(change.events.get(name, ())):
            by_record.setdefault(rows[pk]["pgh_obj_id"], []).append(rows[pk])
        change.records += _records(model, by_record, rows)


def _records(model: type[Model], by_record: dict[int, list[Row]], rows: dict[int, Row]) -> Iterable[RecordChange]:
    """From the first and the last event of each record in a change; without what came and went in it."""
    for pk, events in by_record.items():
        first, last = events[0], events[-1]
        before = None if first["pgh_label"] == "insert" else _row(model, rows.get(first["earlier"], last))
        after = None if last["pgh_label"] == "delete" else _row(model, last)
        change = RecordChange(model, pk, before, after)
        if (before is None) != (after is None) or change.fields:
            yield change


def _row(model: type[Model], event: Row) -> Row:
    return {name: event[name] for name in scope.columns(model)}


def days_of_change(listing: Actor | Service, viewer: Viewer) -> list[date]:
    """The last days on which something of it changed, the newest first: for professionals and staff only."""
    if viewer not in {Viewer.PROFESSIONAL, Viewer.STAFF}:
        return []
    owners = scope.of_service(listing) if isinstance(listing, Service) else scope.of_actor(listing)
    return Changes(owners).days(MOST_DAYS)
