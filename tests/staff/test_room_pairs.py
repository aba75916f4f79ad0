"""A status and its numbers, in every pair that a form can send: kept only where they say the same."""

from itertools import product

import pytest

from actors.models import Availability
from actors.models.contradictions import contradiction
from tests.staff.conftest import service_of

STATUSES = ("open", "limited", "full", "waiting_list", "paused")
PAIRS = [  # status, free, total, days → the field at which it is said, and the status that was perhaps meant
    ("open", "0", "10", "", "places_free", "Volzet"),
    ("limited", "0", "10", "", "places_free", "Volzet"),
    ("full", "4", "", "", "places_free", "weinig vrije plaatsen"),
    ("full", "4", "10", "", "places_free", "heeft vrije plaatsen"),
    ("waiting_list", "2", "10", "", "places_free", "weinig vrije plaatsen"),
    ("open", "3", "", "", "places_total", ""),
    ("waiting_list", "", "", "0", "waiting_days", "heeft vrije plaatsen"),
    ("open", "11", "10", "", "places_free", ""),
]


def sent(form, listing, status, free, total, days):
    room = f"room-service-{service_of(listing).pk}"
    numbers = {"places_free": free, "places_total": total, "waiting_days": days}
    given = {f"{room}-{name}": value or None for name, value in numbers.items()}
    return room, form.send(**{f"{room}-status": status, f"{room}-of": f"service-{service_of(listing).pk}", **given})


@pytest.mark.parametrize(("status", "free", "total", "days", "field", "meant"), PAIRS)
def test_a_contradiction_is_said_at_its_field_with_what_is_meant(
    form, listing, status, free, total, days, field, meant
):
    room, answer = sent(form, listing, status, free, total, days)
    assert answer.status_code == 422
    errors = answer.context["listing"].forms[room].errors
    assert [*errors] == [field]
    assert meant.lower() in errors[field][0].lower()
    assert not Availability.objects.exists()


def test_whatever_is_kept_says_the_same(form, listing):
    for status, free, total, days in product(STATUSES, ("", "0", "4"), ("", "0", "4"), ("", "0", "9")):
        numbers = {"places_free": free, "places_total": total, "waiting_days": days}
        counts = {name: int(value) if value else None for name, value in numbers.items()}
        _room, answer = sent(form, listing, status, free, total, days)
        kept = Availability.objects.first()
        if answer.status_code == 302:
            assert contradiction(kept.status, **{name: getattr(kept, name) for name in counts}) is None
            Availability.objects.all().delete()
            form = type(form)(form.client, form.address)
        else:
            assert answer.status_code == 422
            assert kept is None, (status, numbers)
