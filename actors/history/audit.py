"""Everything that changed anywhere, the newest first: for the regional team.

Cut by the moment and the number of an event, never counted: the millionth change is found as soon as the first.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from django.apps import apps
from django.db import connection
from django.db.models import Model, OuterRef, Q, QuerySet, Subquery
from pghistory.models import Context

from actors.history import rows, scope
from actors.history.changes import RecordChange

A_PAGE = 50
NEWEST = """
    SELECT model, event, at, metadata FROM (
        SELECT context, at, model, event FROM ({events}) AS event {after}
        ORDER BY at DESC, event DESC, model DESC LIMIT %s
    ) AS newest LEFT JOIN pghistory_context ON id = context ORDER BY at DESC, event DESC, model DESC
"""


@cache
def tracked() -> dict[str, type[Model]]:
    """Every model with a history, by its name."""
    return {model._meta.model_name: model for model in apps.get_models() if hasattr(model, "pgh_event_model")}


@dataclass(frozen=True)
class Position:
    """Where a page ended."""

    at: datetime
    event: int
    model: str

    def __str__(self):
        return f"{self.at.isoformat()}~{self.event}~{self.model}"

    @classmethod
    def read(cls, text: str) -> "Position | None":
        """From the address of a page; None if it says nothing that exists."""
        at, _tilde, rest = text.partition("~")
        event, _tilde, model = rest.partition("~")
        try:
            return cls(datetime.fromisoformat(at), int(event), tracked()[model]._meta.model_name)
        except (ValueError, KeyError):
            return None


@dataclass(frozen=True)
class Event:
    """One record that changed. `user`: the id of who was logged in; `command`: which one wrote it, where known."""

    position: Position
    record: RecordChange
    user: int | None
    command: str

    @property
    def at(self) -> datetime:
        return self.position.at


@dataclass(frozen=True)
class Asked:
    """Which changes are to be listed; what is None is not asked."""

    model: type[Model] | None = None
    label: str | None = None
    users: list[int] | None = None
    automatic: bool | None = None
    since: datetime | None = None
    until: datetime | None = None

    def events(self, after: Position | None) -> dict[type[Model], QuerySet]:
        """The events of each model, unordered."""
        models = [self.model] if self.model else tracked().values()
        condition = self._condition()
        if after:
            condition &= Q(pgh_created_at__lte=after.at)
        return {model: model.pgh_event_model.objects.filter(condition) for model in models}

    def _condition(self) -> Q:
        by_people = Q(pgh_context__in=Context.objects.filter(metadata__user__gte=1).values("pk"))
        conditions = {
            "label": Q(pgh_label=self.label),
            "users": Q(pgh_context__in=Context.objects.filter(metadata__user__in=self.users or []).values("pk")),
            "automatic": Q(pgh_context=None) | ~by_people if self.automatic else by_people,
            "since": Q(pgh_created_at__gte=self.since),
            "until": Q(pgh_created_at__lt=self.until),
        }
        return Q(*(condition for name, condition in conditions.items() if getattr(self, name) is not None))


def newest(asked: Asked, after: Position | None = None, number: int = A_PAGE) -> tuple[list[Event], Position | None]:
    """The newest events after this position, and where the next page begins (None: nowhere). Two queries."""
    events, values = scope.union_of(asked.events(after))
    beyond = "WHERE (at, event, model) < (%s, %s, %s)" if after else ""
    sql = NEWEST.format(events=events, after=beyond)
    with connection.cursor() as cursor:
        place = (after.at, after.event, after.model) if after else ()
        cursor.execute(sql, [*values, *place, number + 1])
        found = [(Position(at, pk, model), json.loads(about or "{}")) for model, pk, at, about in cursor.fetchall()]
    shown = found[:number]
    return list(_events(shown)), shown[-1][0] if len(found) > number else None


def _events(found: list[tuple[Position, dict]]) -> Iterable[Event]:
    records = _records([position for position, _about in found])
    for position, about in found:
        record = records[position.model, position.event]
        yield Event(position, record, about.get("user"), about.get("command", ""))


def _records(positions: list[Position]) -> dict[tuple[str, int], RecordChange]:
    """Each event as a change of its record: what it says, and what the event before it of the same record said."""
    querysets = []
    for name in {position.model for position in positions}:
        event = tracked()[name].pgh_event_model.objects.order_by()
        shown = event.filter(pgh_id__in=[position.event for position in positions if position.model == name])
        before = event.filter(pgh_obj=OuterRef("pgh_obj"), pgh_id__lt=OuterRef("pgh_id")).order_by("-pgh_id")
        earlier = event.filter(pgh_id__in=shown.values(before=Subquery(before.values("pgh_id")[:1])))
        querysets += [(tracked()[name], shown), (tracked()[name], earlier)]
    past: dict[tuple, list[rows.Row]] = {}
    for model, row in rows.read(querysets, "pgh_id", "pgh_obj_id", "pgh_label"):
        past.setdefault((model, row["pgh_obj_id"]), []).append(row)
    return {key: change for (model, pk), known in past.items() for key, change in _changes(model, pk, known)}


def _changes(model: type[Model], pk: int, known: list[rows.Row]) -> Iterable[tuple[tuple[str, int], RecordChange]]:
    """The events of one record, each with what it said before. One may be here twice: for itself and for the next."""
    ordered = [row for _key, row in sorted({row["pgh_id"]: row for row in known}.items())]
    for before, row in zip([None, *ordered], ordered, strict=False):
        was = None if row["pgh_label"] == "insert" else before or row
        now = None if row["pgh_label"] == "delete" else row
        yield (model._meta.model_name, row["pgh_id"]), RecordChange(model, pk, was, now)
