"""There is time for few calls: those come first that make most known."""

from datetime import timedelta

from django.utils import timezone

from actors.models import FrontDesk, Service
from tests import factories
from tests.queue.test_queue import names


def house(slug, kinds, steward, **fields):
    actor = factories.actor(slug=slug, steward=steward)
    FrontDesk.objects.create(actor=actor, email=f"onthaal@{slug}.be", unanswered=2, asked_at=timezone.now())
    for kind in kinds:
        service = factories.service(actor=actor, at=True)
        Service.objects.filter(pk=service.pk).update(availability_kind=kind, asks_room=True, **fields)
    return actor


def test_who_gives_most_days_of_most_statuses_is_called_first(staff, listing):
    for slug, kinds in {
        "bedden": ["beds"],
        "twee": ["intake", "intake"],
        "artsen": ["waiting-time"],
        "een": ["intake"],
    }.items():
        house(slug, kinds, listing.steward)
    house("eigen", ["beds"], listing.steward, availability_days=30)
    assert names(staff, "call") == ["artsen", "eigen", "twee", "een", "bedden"]


def test_what_still_counts_gives_nothing(staff, listing):
    one = house("half", ["intake", "intake"], listing.steward)
    house("niets", ["intake", "intake"], listing.steward)
    factories.availability("open", service=one.services.first())
    assert names(staff, "call") == ["niets", "half"]


def test_of_two_that_give_the_same_what_ended_first(staff, listing):
    late, early = (house(slug, ["intake"], listing.steward) for slug in ("laat", "vroeg"))
    for actor, days in ((late, 20), (early, 40)):
        factories.availability("open", service=actor.services.get(), confirmed_at=timezone.now() - timedelta(days=days))
    assert names(staff, "call") == ["vroeg", "laat"]
