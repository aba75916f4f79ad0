"""Putting back what a change changed: worked out first, shown to whoever asks, then written as one transaction.

What was changed again later is never overwritten unseen: it is a question, and stays as it is until answered.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import pghistory
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from actors.enums import Status
from actors.history import scope
from actors.history.changes import Change, RecordChange, Row
from actors.models import Actor, ActorEditor, Availability, Invitation, Location, Service

BACK, KEEP = "back", "keep"
POINT = frozenset({"lat", "lon", "neighbourhood_id", "precision", "territory_checked"})
ORDER = [*scope.BELONGS, ActorEditor, Invitation]  # what others hang on comes first


class Act(StrEnum):
    """What putting a record back comes down to."""

    CHANGE = "change"  # other values
    RESTORE = "restore"  # it comes back
    REMOVE = "remove"
    ARCHIVE = "archive"  # actors and services are never removed
    NOTHING = "nothing"  # it is as it was already, or it cannot be: see `why`


@dataclass
class Step:
    """What happens to one record. `values` are (now, then) by column; `questions` those that changed since."""

    change: RecordChange
    act: Act
    values: dict[str, tuple] = field(default_factory=dict)
    questions: dict[str, list[str]] = field(default_factory=dict)  # name in the form: columns
    why: str = ""

    @property
    def model(self) -> type[Model]:
        return self.change.model


@dataclass
class Plan:
    """What undoing a change would do now."""

    steps: list[Step]

    @property
    def questions(self) -> list[str]:
        return [name for step in self.steps for name in step.questions]

    @property
    def does_something(self) -> bool:
        return any(step.act is not Act.NOTHING for step in self.steps)

    @property
    def fingerprint(self) -> str:
        """Another one as soon as the plan would do anything else than what was shown."""
        told = [(step.change.key, step.act, sorted(step.values.items()), step.questions) for step in self.steps]
        return hashlib.sha256(repr(told).encode()).hexdigest()[:32]


class OtherwiseNowError(Exception):
    """Somebody changed something since the plan was shown, or a question is open: nothing was written."""


def plan(change: Change) -> Plan:
    """Work out how a change would be put back now."""
    now = {model: _rows(model, [one.pk for one in records]) for model, records in _by_model(change).items()}
    steps = [_step(one, now[one.model].get(one.pk)) for one in change.records]
    _spare_what_is_used(steps)
    return Plan(steps)


def _by_model(change: Change) -> dict[type[Model], list[RecordChange]]:
    found = defaultdict(list)
    for one in change.records:
        found[one.model].append(one)
    return found


def _rows(model: type[Model], pks: list[int]) -> dict[int, Row]:
    rows = model._base_manager.filter(pk__in=pks).values("pk", *scope.columns(model))
    return {row.pop("pk"): row for row in rows}


def _step(one: RecordChange, now: Row | None) -> Step:
    if one.before is None:
        return _take_away(one, now)
    if one.after is None:
        values = {name: (None, value) for name, value in one.before.items()}
        return Step(one, Act.NOTHING, why=_("It is there already.")) if now else Step(one, Act.RESTORE, values)
    if now is None:
        return Step(one, Act.NOTHING, why=_("It was removed later: put that back first."))
    return _change_back(one, now)


def _take_away(one: RecordChange, now: Row | None) -> Step:
    if now is None:
        return Step(one, Act.NOTHING, why=_("It was removed already."))
    if one.model in {Actor, Service}:
        if now["status"] in {Status.ARCHIVED, Status.MERGED}:
            return Step(one, Act.NOTHING, why=_("It was archived already."))
        return Step(one, Act.ARCHIVE, {"status": (now["status"], Status.ARCHIVED)})
    since = [name for name, value in now.items() if value != one.after[name]]
    values = {name: (value, None) for name, value in now.items()}
    return Step(one, Act.REMOVE, values, {_question(one): since} if since else {})


def _change_back(one: RecordChange, now: Row) -> Step:
    values = {name: (now[name], one.before[name]) for name in one.fields if now[name] != one.before[name]}
    if not values:
        return Step(one, Act.NOTHING, why=_("It is as it was before already."))
    since = {name for name in values if now[name] != one.after[name]}
    questions: dict[str, list[str]] = {}
    for name in values:
        together = _together(one.model, name)
        if together & since:
            questions.setdefault(_question(one, name, together), []).append(name)
    return Step(one, Act.CHANGE, values, questions)


def _together(model: type[Model], name: str) -> frozenset[str]:
    """The columns that say one thing together, of which nobody should keep half."""
    if model is Availability:
        return frozenset(scope.columns(model))
    return POINT if model is Location and name in POINT else frozenset({name})


def _question(one: RecordChange, name: str = "", together: frozenset[str] = frozenset()) -> str:
    return f"choice-{one.key}" + (f"-{min(together) if len(together) > 1 else name}" if name else "")


def _spare_what_is_used(steps: list[Step]) -> None:
    """Nothing is removed on which others hang; and what is archived keeps what it has."""
    removed = {model: {} for model in ORDER}
    archived = {"actor": set(), "service": set()}
    for step in steps:
        if step.act is Act.REMOVE:
            removed[step.model][step.change.pk] = step
        elif step.act is Act.ARCHIVE:
            archived[step.model._meta.model_name].add(step.change.pk)
    for model in reversed(ORDER):
        used = _used(model, removed)
        for pk, step in list(removed[model].items()):
            if archived["actor"] or step.change.row.get("service_id") in archived["service"]:
                _spare(step, _("It stays with what is archived."))
            elif pk in used:
                _spare(step, _("It stays: something else belongs to it now."))
            else:
                continue
            del removed[model][pk]


def _spare(step: Step, why: str) -> None:
    step.act, step.values, step.questions, step.why = Act.NOTHING, {}, {}, why


def _used(model: type[Model], removed: dict[type[Model], dict[int, Step]]) -> set[int]:
    """Those of the records to remove on which others hang that stay."""
    used: set[int] = set()
    if not removed[model]:
        return used
    for relation in model._meta.related_objects:
        other, name = relation.related_model, relation.field.attname
        if hasattr(other, "pgh_tracked_model"):
            continue  # the history itself
        others = other._base_manager.filter(**{f"{name}__in": list(removed[model])})
        used |= set(others.exclude(pk__in=list(removed.get(other, ()))).values_list(name, flat=True))
    return used


@transaction.atomic
def undo(*, actor: Actor, change: Change, shown: str, chosen: Mapping[str, str]) -> Plan:
    """Put a change back, as one new change that can be undone in its turn.

    `shown` is the fingerprint of the plan that somebody saw; `chosen` what they answered to its questions.

    Raises:
        OtherwiseNowError: it would now do something else, or a question is open.
        ValidationError: a rule of the models forbids it.
    """
    _lock([actor.pk], change)
    now = plan(change)
    if now.fingerprint != shown or any(chosen.get(name) not in {BACK, KEEP} for name in now.questions):
        raise OtherwiseNowError
    _answer(now, chosen)
    _put_back(now, change)
    return now


@transaction.atomic
def undo_unchanged(*, actors: Iterable[int], change: Change, step: Callable[[int], None]) -> list[RecordChange]:
    """Put a change of many listings back, but for what was changed again since: that stays, and is returned, as what
    became of it since.

    `actors` are the listings (primary keys); `step` is told how many records more are done.

    Raises:
        ValidationError: a rule of the models forbids it: then nothing is written.
    """
    _lock(actors, change)
    now = plan(change)
    kept = [_since(one) for one in now.steps if one.questions or one.why]
    _answer(now, dict.fromkeys(now.questions, KEEP))
    _put_back(now, change, step)
    return kept


def _since(step: Step) -> RecordChange:
    """What became of a record after the change: only in the columns that would be put back."""
    asked = {name: step.values[name][0] for names in step.questions.values() for name in names}
    left = step.change.row
    return RecordChange(step.model, step.change.pk, left, {**left, **asked})


def _put_back(now: Plan, change: Change, step: Callable[[int], None] = lambda _number: None) -> None:
    with pghistory.context(act="undo", undoes=change.key):
        try:
            with transaction.atomic():
                _write(now, step)
        except IntegrityError as error:
            raise ValidationError(_("This cannot be put back as the listing is now: a rule forbids it.")) from error


def _lock(listings: Iterable[int], change: Change) -> None:
    """Who else saves these listings waits."""
    actors = {*listings, *(one.pk for one in change.records if one.model is Actor)}
    list(Actor.objects.select_for_update().filter(pk__in=actors).order_by("pk"))
    for model, records in _by_model(change).items():
        list(model._base_manager.select_for_update().filter(pk__in=[one.pk for one in records]).order_by("pk"))


def _answer(now: Plan, chosen: Mapping[str, str]) -> None:
    """Take out of a plan what is to stay as it is now."""
    for step in now.steps:
        for name, columns in step.questions.items():
            if chosen[name] != KEEP:
                continue
            if step.act is Act.REMOVE:
                step.act = Act.NOTHING
            for column in columns:
                step.values.pop(column, None)
    _spare_what_is_used(now.steps)


def _write(now: Plan, done: Callable[[int], None]) -> None:
    """Take away what is in the way, put back what others need first; last go the places that nothing stands at."""
    order = {model: position for position, model in enumerate(ORDER)}
    steps = sorted(now.steps, key=lambda step: order[step.model])
    for step in reversed(steps):
        if step.act is Act.REMOVE and step.model is not Location:
            _remove(step)
    for step in steps:
        done(1)
        if step.act is Act.RESTORE:
            _store(step.model(pk=step.change.pk), step, force_insert=True)
        elif step.act in {Act.CHANGE, Act.ARCHIVE} and step.values:
            record = step.model._base_manager.get(pk=step.change.pk)
            _store(record, step, update_fields=list(step.values))
    for step in steps:
        if step.act is Act.REMOVE and step.model is Location:
            _remove(step)


def _remove(step: Step) -> None:
    step.model._base_manager.filter(pk=step.change.pk).delete()


def _store(record: Model, step: Step, **how) -> None:
    """Write one record through the rules of its model; what is not touched is not judged."""
    for name, (_now, then) in step.values.items():
        setattr(record, name, then)
    check(record, {scope.columns(step.model)[name] for name in step.values})
    record.save(**how)


def check(record: Model, names: set[str]) -> None:
    """Hold a record against the rules of its model; of its fields only those of these names.

    Raises:
        ValidationError: a rule forbids it.
    """
    record.clean_fields(exclude={one.name for one in record._meta.fields} - names)
    record.clean()
    record.validate_unique()
    record.validate_constraints()
