"""Changes in words: what a record is called, and what its columns say."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import BooleanField, F, Model
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from actors.history import rows, scope
from actors.history.changes import Change, RecordChange
from actors.history.hidden_names import hidden_from
from actors.history.rows import Row
from actors.hours import usual_line
from actors.models import (
    Actor,
    ActorAuthority,
    ActorEditor,
    Availability,
    Closure,
    Contact,
    Hosting,
    Location,
    Membership,
    ServiceArea,
    ServiceAtLocation,
    ServiceLanguage,
    ServiceTarget,
    ServiceTheme,
    SourceReference,
)
from actors.models.service import Service
from actors.phones import display_phone
from actors.understood import OpeningHoursField
from zones.models import ZoneMember

# Links are called after what they lead to.
LEADS_TO = {
    ActorAuthority: ["authority_id"],
    ActorEditor: ["user_id"],
    ZoneMember: ["user_id", "zone_id"],
    Membership: ["member_id", "network_id"],
    ServiceTheme: ["theme_id"],
    ServiceTarget: ["target_id"],
    ServiceLanguage: ["language_id"],
    ServiceArea: ["zone_id", "municipality_id", "neighbourhood_id"],
    Hosting: ["host_id"],
    ServiceAtLocation: ["location_id"],
    Availability: ["place_id"],
    SourceReference: ["source_id"],
}
ABOVE = ("service_id", "place_id", "location_id")  # whose a record is, where that is not the actor itself
OWNERS = ("actor_id", "service_id", "place_id", "location_id", "member_id")  # what leads to the actor, first of all
NOT_SAID = {"confirmed_by_id", "user_id", "invited_by_id", "accepted_by_id", "replaces_id", "token_hash"}
Wanted = dict[type[Model], set[int]]
ROUNDS = 3  # from a status to its place, from there to the location, whose name is known


@dataclass(frozen=True)
class Said:
    """One column of one record in words; `language` is that of its text."""

    label: str
    before: str
    after: str
    language: str = ""


class Words:
    """The words for these changes. All names that are needed are looked up at once.

    `others`: the ids of more records that will be named. `not_said`: columns that these readers are not told of.
    `reader`: an account that is told only the names that it may know; without it every name is told.
    """

    def __init__(
        self, records: Iterable[RecordChange], *, others: Wanted | None = None, not_said=NOT_SAID, reader=None
    ):
        self.rows: dict[type[Model], dict[int, Row]] = defaultdict(dict)
        self.not_said = not_said
        records = list(records)
        for one in records:
            self.rows[one.model][one.pk] = one.row
        wanted = self._named_in((one.model, row) for one in records for row in (one.before, one.after) if row)
        for model, pks in (others or {}).items():
            wanted[model] |= pks
        for _round in range(ROUNDS):
            wanted = self._named_in(self._look_up(wanted))
        self.hidden = hidden_from(reader, self.rows) if reader else set()

    def _look_up(self, wanted: Wanted) -> list[tuple[type[Model], Row]]:
        """Read these records: as they are, else as they were last. Two queries, whatever their kinds."""
        missing = {model: pks - set(self.rows[model]) for model, pks in wanted.items()}
        found = _current(missing)
        found += _removed(
            {model: pks - {row["key"] for one, row in found if one is model} for model, pks in missing.items()}
        )
        for model, row in found:
            self.rows[model][row["key"]] = row
        return found

    def _named_in(self, found: Iterable[tuple[type[Model], Row]]) -> Wanted:
        """The records whose names stand in these rows."""
        wanted: Wanted = defaultdict(set)
        for model, row in found:
            for field in model._meta.concrete_fields:
                if field.is_relation and field.attname not in self.not_said and row.get(field.attname) is not None:
                    wanted[field.remote_field.model].add(row[field.attname])
        return wanted

    def name(self, model: type[Model], pk: int) -> str:
        """What people call a record."""
        if (model, pk) in self.hidden:
            return _("(not public)")
        row = self.rows[model].get(pk)
        return self.name_of(model, row) if row else f"#{pk}"

    def name_of(self, model: type[Model], row: Row) -> str:
        if model in LEADS_TO:
            ends = {
                model._meta.get_field(scope.columns(model)[name]): row[name]
                for name in LEADS_TO[model]
                if row.get(name)
            }
            names = [self.name(field.remote_field.model, pk) for field, pk in ends.items()]
            return " – ".join(names) or str(model._meta.verbose_name)
        if model is Contact:
            return _contact(row)
        if model is Closure:
            return _days(row["days"])
        own = get_language()
        for name in (f"name_{own}", "name_nl", "name_fr", f"street_{own}", "street_nl", "name", "email", "identifier"):
            if row.get(name):
                return str(row[name])
        if model is Location:
            return str(dict(model._meta.get_field("kind").flatchoices)[row["kind"]])
        return str(row.get("slug") or row.get("code") or model._meta.verbose_name)

    def knows(self, model: type[Model], pk: int) -> bool:
        """Whether there is, or was, such a record."""
        return pk in self.rows[model]

    def actor_of(self, model: type[Model], pk: int | None) -> int | None:
        """The actor in whose listing a record stands; of what leads from one to another, the first."""
        row = self.rows[model].get(pk)
        if model is Actor or row is None:
            return pk if row and not row["merged_into_id"] else None
        column = next((name for name in OWNERS if row.get(name)), None)
        target = column and model._meta.get_field(scope.columns(model)[column]).remote_field.model
        return self.actor_of(target, row[column]) if target else None

    def record(self, one: RecordChange) -> str:
        """What a record is, whose, and its name: "Contact channel of Showers: 02 512 34 56"."""
        return self.record_of(one.model, one.row)

    def record_of(self, model: type[Model], row: Row) -> str:
        name, kind = self.name_of(model, row), capfirst(model._meta.verbose_name)
        words = kind if name == str(model._meta.verbose_name) else f"{kind}{_(':')} {name}"
        above = next(((column, row[column]) for column in ABOVE if row.get(column)), None)
        if above is None:
            return words
        field = model._meta.get_field(scope.columns(model)[above[0]])
        return f"{self._path(field.remote_field.model, above[1])} › {words}"

    def _path(self, model: type[Model], pk: int) -> str:
        row = self.rows[model].get(pk, {})
        if model is ServiceAtLocation and row:
            return f"{self.name(Service, row['service_id'])} › {self.name(model, pk)}"
        return self.name(model, pk)

    def said(self, one: RecordChange) -> list[Said]:
        """Each column that changed, before and after."""
        owner = set(ABOVE) | {"actor_id"} if one.before is None or one.after is None else set()
        names = [name for name in one.fields if name not in self.not_said | owner]
        before, after = one.before or {}, one.after or {}
        found = [self.difference(one, name, before.get(name), after.get(name)) for name in names]
        return [words for words in found if words.before or words.after]  # an empty text and none at all read the same

    def difference(self, one: RecordChange, name: str, before, after) -> Said:
        """Two values of one column; where the record is not there, it says nothing."""
        label, language = label_of(one.model, name)
        first = "" if one.before is None else self.value(one.model, name, before)
        second = "" if one.after is None else self.value(one.model, name, after)
        return Said(label, first, second, language)

    def value(self, model: type[Model], column: str, value) -> str:
        """What a column says."""
        field = model._meta.get_field(scope.columns(model)[column])
        if isinstance(field, BooleanField):
            return _("yes") if value else _("not known") if value is None else _("no")
        if value in (None, ""):
            return ""
        if field.is_relation:
            return self.name(field.remote_field.model, value)
        if field.choices:
            return str(dict(field.flatchoices).get(value, value))
        if isinstance(field, OpeningHoursField):
            value = usual_line(value) or value
        return value if model is Contact and column == "value" else _plain(value)


def label_of(model: type[Model], column: str) -> tuple[str, str]:
    """The name of a column, and the language of its text."""
    stem, _dash, language = column.rpartition("_")
    if stem and language in {"nl", "fr"}:
        return f"{capfirst(model._meta.get_field(stem).verbose_name)} ({language.upper()})", language
    return capfirst(str(model._meta.get_field(scope.columns(model)[column]).verbose_name)), ""


def _plain(value) -> str:
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "j F Y, H:i")
    if isinstance(value, date):
        return date_format(value, "j F Y")
    return _days(value) if isinstance(value, DateRange) else str(value)


def _days(days: DateRange) -> str:
    last = days.upper - timedelta(days=1)
    return date_format(last, "j F Y") if days.lower == last else f"{_plain(days.lower)} – {_plain(last)}"


def _contact(row: Row) -> str:
    return display_phone(row["value"]) if row["kind"] == "phone" else row["value"]


def _current(wanted: Wanted) -> list[tuple[type[Model], Row]]:
    """These records as they are."""
    records = [(model, model._base_manager.filter(pk__in=pks)) for model, pks in wanted.items() if pks]
    return rows.read([(model, found.order_by().annotate(key=F("pk"))) for model, found in records], "key")


def _removed(wanted: Wanted) -> list[tuple[type[Model], Row]]:
    """These records as they were when they were removed, the last time."""
    querysets = []
    for model, pks in wanted.items():
        events = model.pgh_event_model.objects.filter(pgh_label="delete", pgh_obj__in=pks).annotate(key=F("pgh_obj"))
        querysets += [(model, events.order_by("pgh_obj", "-pgh_id").distinct("pgh_obj"))] if pks else []
    return rows.read(querysets, "key")


def in_words(change: Change, words: Words) -> list[tuple[str, str, list[Said]]]:
    """Each record of a change: what was done (`added`, `removed`, `changed`), its name, its columns."""
    found = []
    for one in change.records:
        act = "added" if one.before is None else "removed" if one.after is None else "changed"
        said = words.said(one)
        if said or act != "changed":
            found.append((act, words.record(one), said))
    return found
