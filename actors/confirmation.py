"""Somebody says that a listing is still right: all of it, or its hours, admission or contact details apart."""

from datetime import date

from django.core import signing
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from actors.models import Actor, Service, ServiceAtLocation

EVERYTHING, HOURS, ADMISSION, CONTACTS = "everything", "hours", "admission", "contacts"
PARTS = (EVERYTHING, HOURS, ADMISSION, CONTACTS)
SALT = "actors.confirmation"

# Which dates a part sets, of whom: (model, its column, the path to the actor).
DATES = {
    "actor": (Actor, "confirmed_on", "pk"),
    "contacts": (Actor, "contacts_confirmed_on", "pk"),
    "service": (Service, "confirmed_on", "actor"),
    "admission": (Service, "admission_confirmed_on", "actor"),
    "hours": (ServiceAtLocation, "hours_confirmed_on", "service__actor"),
}
OF_PART = {EVERYTHING: tuple(DATES), HOURS: ("hours",), ADMISSION: ("admission",), CONTACTS: ("contacts",)}


@transaction.atomic
def confirm(actor: Actor, part: str = EVERYTHING) -> str:
    """Set the dates of a part of a listing (of `PARTS`) to today; a signed note that takes it back."""
    today = timezone.localdate()
    before = {}
    for name in OF_PART[part]:
        records, column = _records(actor, name), DATES[name][1]
        before[name] = {str(pk): day and day.isoformat() for pk, day in records.values_list("pk", column)}
        records.update(**{column: today})
    return signing.dumps([actor.pk, today.isoformat(), before], salt=SALT, compress=True)


@transaction.atomic
def take_back(actor: Actor, note: str) -> None:
    """Put the dates back that this note is of: all of them, or none.

    Raises:
        ValidationError: it is no such note of this actor, or somebody confirmed or changed it since.
    """
    try:
        pk, on, before = signing.loads(note, salt=SALT)
    except signing.BadSignature:
        pk, on, before = None, "", {}
    if pk != actor.pk:
        raise ValidationError(_("Nothing was undone."))
    for name, days in before.items():
        model, column, _path = DATES[name]
        records = {str(one.pk): one for one in model.objects.select_for_update().filter(pk__in=days)}
        if any(getattr(one, column) != date.fromisoformat(on) for one in records.values()):
            raise ValidationError(_("Somebody said something else meanwhile: nothing was undone."))
        for key, record in records.items():
            setattr(record, column, days[key] and date.fromisoformat(days[key]))
            record.save(update_fields=[column])


def _records(actor: Actor, name: str):
    model, _column, path = DATES[name]
    records = model.objects.filter(**{path: actor.pk})
    return records.exclude(opening_hours="") if name == "hours" else records
