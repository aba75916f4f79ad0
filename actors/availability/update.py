"""Saying whether there is room, of a service or of one of its places alone, and taking that back."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from actors import permissions
from actors.enums import ConfirmedHow
from actors.models import Availability, Service, ServiceAtLocation
from actors.models.contradictions import fitting

ROOM_FIELDS = ("status", "waiting_days", "places_total", "places_free", "note_nl", "note_fr")
SILENT = {"waiting_days": None, "note_nl": "", "note_fr": ""}  # what another status says nothing of


@transaction.atomic
def set_availability(
    *, user, service: Service, place: ServiceAtLocation | None = None, how: str = "", **said
) -> Availability:
    """Say whether there is room, as of now and for as long as this kind of service usually counts.

    `user` is None where nobody is logged in, as at a front desk; `how` (a `ConfirmedHow`) then says how it is known.

    What is not in `said` stays where the status stays; of another status only the counted places do, as far as they
    fit it (`contradictions.fitting`).

    Raises:
        ValidationError: a rule of the model forbids it, as "full" of a statutory service.
    """
    take_turns([service.pk])
    found = Availability.objects.filter(service=service, place=place).first()
    record = found or Availability(service=service, place=place)
    if (status := said["status"]) != record.status:
        counted = {"places_total": record.places_total, "places_free": record.places_free}
        said = {**SILENT, **fitting(status, **counted), **said}
    for name, value in said.items():
        setattr(record, name, value)
    return confirm_anew(record, user=user, how=how)


def confirm_anew(record: Availability, *, user, how: str = "") -> Availability:
    """What this status says is so as of now: it counts as long as its kind does. Saves it."""
    record.confirmed_at, record.valid_until = timezone.now(), None
    record.confirmed_by = user
    record.confirmed_how = how or (ConfirmedHow.STAFF if permissions.is_zone_staff(user) else ConfirmedHow.ACTOR)
    record.full_clean()
    record.save()
    return record


def take_turns(services: Iterable[int]) -> None:
    """Who else says something of these services (primary keys) meanwhile waits: of two clicks the later one stays.

    In one order, so that two who click on several never wait for each other crosswise.
    """
    list(Service.objects.select_for_update(no_key=True).filter(pk__in=services).order_by("pk").values_list("pk"))


def take_availability_away(*, service: Service, place: ServiceAtLocation | None = None) -> None:
    """Say nothing any more: of a place, that it is as the whole service. What was said stays in the history."""
    Availability.objects.filter(service=service, place=place).delete()
