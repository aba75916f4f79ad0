"""After one click about room: how many, and taking it back. Works with and without a script."""

from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from actors.enums import AvailabilityKind, AvailabilityStatus
from actors.models import Availability, Service, ServiceAtLocation
from actors.models.availability import COUNTS
from actors.models.contradictions import contradiction
from actors.staff.room import ROOM_FIELDS, set_availability, take_availability_away, take_turns

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

    @property
    def offered_words(self) -> str:
        return str(AvailabilityStatus(self.offered).label) if self.offered else ""

    @property
    def offered_counts(self) -> list[tuple[str, int]]:
        """What goes with the offered status, as a form sends it."""
        return [(name, value) for name, value in (self.counts or {}).items() if value is not None]


@transaction.atomic
def say(*, user, service: Service, place: ServiceAtLocation | None, data) -> Said:
    """Say what a posted form says: a status, perhaps with numbers; nothing of a place: that it is as the whole."""
    take_turns(service)
    before = _found(service, place)
    status = data.get("status", "")
    if place and not status:
        take_availability_away(service=service, place=place)
        return Said(_undo(service, place, before, None))
    counts = {}
    if set(COUNTS) & set(data):
        form = CountsForm(data)
        if not form.is_valid():
            return Said(error=" ".join(message for messages in form.errors.values() for message in messages))
        counts = {name: form.cleaned_data[name] for name in COUNTS if name in data}
        if found := contradiction(status, **counts, is_statutory=service.is_statutory):
            return Said(error=found.message, offered=found.offered, counts=counts)
    said = set_availability(user=user, service=service, place=place, status=status, **counts)
    return Said(_undo(service, place, before, said))


@transaction.atomic
def undo(*, service: Service, place: ServiceAtLocation | None, token: str) -> None:
    """Put back what was said before one click, with who said it and until when it counts.

    Raises:
        ValidationError: somebody said something else meanwhile, or this is no such token of this service.
    """
    take_turns(service)
    now = _found(service, place)
    try:
        where, then, was = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        where, then, was = None, None, None
    if where != _where(service, place) or then != _moment(now):
        raise ValidationError(_("Somebody said something else meanwhile: nothing was undone."))
    if was is None:
        take_availability_away(service=service, place=place)
        return
    record = now or Availability(service=service, place=place)
    for name, value in was.items():
        setattr(record, name, datetime.fromisoformat(value) if name in MOMENTS else value)
    record.full_clean()
    record.save()


def asks_places(service: Service, said: Availability | None) -> bool:
    """Whether places are counted there."""
    return service.availability_kind == AvailabilityKind.BEDS or bool(said and said.places_total is not None)


def _found(service: Service, place: ServiceAtLocation | None) -> Availability | None:
    return Availability.objects.filter(service=service, place=place).first()


def _where(service: Service, place: ServiceAtLocation | None) -> list:
    return [service.pk, place and place.pk]


def _moment(said: Availability | None) -> str:
    return said.confirmed_at.isoformat() if said else ""


def _undo(service, place, before: Availability | None, after: Availability | None) -> str:
    """A signed note of what was said before, good as long as nobody says anything else."""
    was = None
    if before:
        was = {name: getattr(before, name) for name in KEPT}
        was |= {name: getattr(before, name).isoformat() for name in MOMENTS}
    return signing.dumps([_where(service, place), _moment(after), was], salt=SALT, compress=True)
