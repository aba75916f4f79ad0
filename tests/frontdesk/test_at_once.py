"""Two desks, or a desk and the team, at the same moment: one status in the end, and nobody gets an error."""

from threading import Barrier, Thread

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import translation

from actors.frontdesk.links import token_of
from actors.models import Availability, FrontDesk
from tests import factories


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "taps",
    [
        [{"status": "open"}, {"status": "full"}],  # nothing was said yet: both make the row
        [{"status": "full"}, {"act": "unchanged"}],
        [{"step": "-1"}, {"step": "-1"}],
    ],
)
def test_two_taps_at_once_are_two_taps(taps):
    actor = factories.actor()
    service = factories.service(actor=actor, at=True, availability_kind="beds")
    if "status" not in taps[-1]:
        factories.availability("open", service=service, places_total=9, places_free=5)
    with translation.override("nl"):
        address = reverse("front-desk", args=[token_of(actor)])
    begin, answers = Barrier(len(taps)), []

    def tap(data):
        begin.wait()
        answers.append(Client().post(address, {"service": service.pk, **data}))
        connection.close()

    desks = [Thread(target=tap, args=[data]) for data in taps]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    assert [answer.status_code for answer in answers] == [200, 200]
    assert all('role="alert"' not in answer.content.decode() for answer in answers)
    said = Availability.objects.get()
    assert FrontDesk.objects.count() == 1
    if "step" in taps[0]:
        assert said.places_free == 3, "no tap is lost"
