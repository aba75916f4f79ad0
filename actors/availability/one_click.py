"""One click about room: saying it, how many, "all unchanged", and taking it back. Works with and without a script."""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from actors.availability.update import (
    ROOM_FIELDS,
    confirm_anew,
    set_availability,
    take_availability_away,
    take_turns,
)
from actors.enums import AvailabilityKind, AvailabilityStatus
from actors.models import Availability, Service, ServiceAtLocation
from actors.models.availability import COUNTS
from actors.models.contradictions import ROOM, contradiction, with_places

SALT = "staff.one-click"
KEPT = (*ROOM_FIELDS, "confirmed_by_id", "confirmed_how")
MOMENTS = ("confirmed_at", "valid_until")


class CountsForm(forms.ModelForm):
    """How many places are free, or how long people wait."""

    class Meta:
        model = Availability
        fields = COUNTS

    def _post_clean(self):
        """The rules are kept where it is said."""


@dataclass
class Said:
    """What came of one click: how to take it back, or why it was refused and which status is offered instead."""

    undo: str = ""
    error: str = ""
    offered: str = ""
    counts: dict[str, int | None] | None = None
    confirmed: int = 0  # statuses that were said to be unchanged

    @property
    def offered_words(self) -> str:
        return str(AvailabilityStatus(self.offered).label) if self.offered else ""

    @property
    def offered_counts(self) -> list[tuple[str, int]]:
        """What goes with the offered status, as a form sends it."""
        return [(name, value) for name, value in (self.counts or {}).items() if value is not None]


@transaction.atomic
def say(*, user, service: Service, place: ServiceAtLocation | None, data, how: str = "", **others) -> Said:
    """Say what a posted form says: a status, perhaps with numbers; nothing of a place: that it is as the whole.

    `how`: how it is known, where the account does not tell; `others`: what else is said of it, such as a note.
    """
    take_turns([service.pk])
    before = _found(service, place)
    status = data.get("status", "")
    if place and not status:
        take_availability_away(service=service, place=place)
        return Said(_undo([(service, place, before, None)]))
    counts = {}
    if set(COUNTS) & set(data):
        form = CountsForm(data)
        if not form.is_valid():
            return Said(error=" ".join(message for messages in form.errors.values() for message in messages))
        counts = {name: form.cleaned_data[name] for name in COUNTS if name in data}
        if found := contradiction(status, **counts, is_statutory=service.is_statutory):
            return Said(error=found.message, offered=found.offered, counts=counts)
    said = set_availability(user=user, service=service, place=place, status=status, how=how, **counts, **others)
    return Said(_undo([(service, place, before, said)]))


@transaction.atomic
def step(*, user, service: Service, place: ServiceAtLocation | None, by: int, how: str = "") -> Said:
    """One place (`by`) more or fewer is free than was said last; the status follows where the number says otherwise.

    Raises:
        ValidationError: nobody counted the places, or there are no fewer than none and no more than all.
    """
    take_turns([service.pk])
    before = _found(service, place)
    if before is None or before.places_free is None:
        raise ValidationError(_("Say first how many places are free."))
    counts = {"places_total": before.places_total, "places_free": before.places_free + by}
    if not 0 <= counts["places_free"] <= counts["places_total"]:
        raise ValidationError(_("There are no fewer places free than none, and no more than there are."))
    found = contradiction(before.status, **counts, is_statutory=service.is_statutory)
    status = found.offered if found and found.offered else before.status
    if status in ROOM:
        status = with_places(**{name: counts[name] for name in ("places_free", "places_total")})
    said = set_availability(user=user, service=service, place=place, status=status, how=how, **counts)
    return Said(_undo([(service, place, before, said)]))


@transaction.atomic
def say_unchanged(*, user, services: Iterable[Service], how: str = "") -> Said:
    """All that was ever said of these services is still so: it counts anew from now."""
    take_turns([service.pk for service in services])
    said = Availability.objects.filter(service__in=services).select_related("service", "place").order_by("pk")
    done = []
    for record in said:
        before = copy(record)
        done.append((record.service, record.place, before, confirm_anew(record, user=user, how=how)))
    return Said(_undo(done), confirmed=len(done)) if done else Said(error=_("Nothing was said yet: say it one by one."))


@transaction.atomic
def undo(*, services: Iterable[Service], token: str) -> None:
    """Put back what was said before one click, with who said it and until when it counts: all of it, or nothing.

    Raises:
        ValidationError: somebody said something else meanwhile, or this is no such token of these services.
    """
    known = {service.pk: service for service in services}
    try:
        clicks = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        clicks = []
    if not clicks or any(where[0] not in known for where, _then, _was in clicks):
        raise _too_late()
    take_turns([where[0] for where, _then, _was in clicks])
    for where, then, was in clicks:
        _put_back(known[where[0]], where[1], then, was)


def _put_back(service: Service, place: int | None, then: str, was: dict | None) -> None:
    now = Availability.objects.filter(service=service, place=place).first()
    if then != _moment(now):
        raise _too_late()
    if was is None:
        Availability.objects.filter(service=service, place=place).delete()
        return
    record = now or Availability(service=service, place_id=place)
    for name, value in was.items():
        setattr(record, name, datetime.fromisoformat(value) if name in MOMENTS else value)
    record.full_clean()
    record.save()


def _too_late() -> ValidationError:
    return ValidationError(_("Somebody said something else meanwhile: nothing was undone."))


def asks_places(service: Service, said: Availability | None) -> bool:
    """Whether places are counted there."""
    return service.availability_kind == AvailabilityKind.BEDS or bool(said and said.places_total is not None)


def _found(service: Service, place: ServiceAtLocation | None) -> Availability | None:
    return Availability.objects.filter(service=service, place=place).first()


def _moment(said: Availability | None) -> str:
    return said.confirmed_at.isoformat() if said else ""


def _undo(clicks: list[tuple]) -> str:
    """A signed note of what was said before each of these, good as long as nobody says anything else."""
    notes = []
    for service, place, before, after in clicks:
        was = None
        if before:
            was = {name: getattr(before, name) for name in KEPT}
            was |= {name: getattr(before, name).isoformat() for name in MOMENTS}
        notes.append([[service.pk, place and place.pk], _moment(after), was])
    return signing.dumps(notes, salt=SALT, compress=True)
