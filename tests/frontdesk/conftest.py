"""A night shelter whose front desk answers by its link."""

import pytest
from django.urls import reverse
from django.utils import translation

from actors.frontdesk.links import token_of
from actors.models import Service
from tests import factories
from tests.staff.conftest import member  # noqa: F401 - of the team that keeps it


@pytest.fixture
def shelter(db):
    """An actor with two services where room is a question; nothing was said of the second yet."""
    actor = factories.actor(slug="nacht", name_nl="Nachtopvang", name_fr="Accueil de nuit", steward=factories.zone())
    factories.service(actor=actor, at=True, slug="bedden", name_nl="Bedden", name_fr="Lits", availability_kind="beds")
    factories.service(actor=actor, at=True, slug="intake", name_nl="Intake", name_fr="Intake")
    return actor


@pytest.fixture
def beds(shelter):
    return Service.objects.get(slug="bedden")


@pytest.fixture
def intake(shelter):
    return Service.objects.get(slug="intake")


class Desk:
    """A telephone with the link, without cookies."""

    def __init__(self, client, actor):
        self.client, self.actor, self.token = client, actor, token_of(actor)

    def address(self, name="front-desk", language="nl"):
        with translation.override(language):
            return reverse(name, args=[self.token])

    def look(self, **options):
        return self.client.get(self.address(**options))

    def tap(self, service=None, language="nl", **data):
        if service is not None:
            data["service"] = service.pk
        return self.client.post(self.address(language=language), data)


@pytest.fixture
def desk(client, shelter):
    return Desk(client, shelter)
