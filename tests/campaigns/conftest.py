"""A zone with houses, and a campaign that asks them whether they are open in the holidays."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from actors.campaigns.audience import audience, start
from actors.frontdesk.links import token_of
from actors.models import Campaign, CampaignRequest, Contact, FrontDesk
from tests import factories
from tests.staff.conftest import member, staff, user  # noqa: F401 - of the team of zone Sud
from zones.models import ZoneMember

TYPED = {
    "title_nl": "Hitteplan",
    "title_fr": "Plan canicule",
    "question_nl": "Hebt u een koele kamer?",
    "question_fr": "Avez-vous une pièce fraîche ?",
    "kind": "yes-no",
    "theme": "",
    "actor_kind": "",
    "version": "0",
}


def in_days(days):
    return timezone.localdate() + timedelta(days=days)


def ask(zone="sud", kind="closed", days=28, started=True, **fields):
    """A campaign; started, unless said otherwise."""
    texts = {
        "title_nl": "Open in de feestdagen",
        "title_fr": "Ouvert pendant les fêtes",
        "question_nl": "Bent u open tussen Kerstmis en Nieuwjaar?",
        "question_fr": "Êtes-vous ouverts entre Noël et le Nouvel An ?",
    }
    zone = factories.zone(zone) if zone else None
    made = Campaign.objects.create(**{**texts, "zone": zone, "kind": kind, "ends_on": in_days(days), **fields})
    if started:
        start(made, number=audience(made).count())
    return made


def house(slug, zone="sud", email=None, **fields):
    """An actor with a telephone number, and a front desk that mail reaches."""
    actor = factories.actor(
        slug=slug, name_nl=f"Huis {slug}", name_fr=f"Maison {slug}", steward=factories.zone(zone), **fields
    )
    Contact.objects.create(actor=actor, kind="phone", value="+3225100910")
    if email != "":
        FrontDesk.objects.create(actor=actor, email=email or f"onthaal@{slug}.be", language="nl")
    return actor


class Desk:
    """A telephone with the link of a front desk, without cookies."""

    def __init__(self, client, actor):
        self.client, self.actor, self.token = client, actor, token_of(actor)

    def address(self, language="nl"):
        with translation.override(language):
            return reverse("front-desk", args=[self.token])

    def look(self, language="nl"):
        return self.client.get(self.address(language)).content.decode()

    def say(self, campaign, language="nl", **data):
        asked = CampaignRequest.objects.get(campaign=campaign, actor=self.actor)
        return self.client.post(self.address(language), {"question": asked.pk, **data})


@pytest.fixture
def anna(db):
    """A house that mail reaches."""
    return house("anna")


@pytest.fixture
def desk(anna):
    return Desk(Client(), anna)


@pytest.fixture
def campaign(anna):
    """It was started, and nobody got a mail yet."""
    return ask()


def answer_of(campaign, actor):
    return CampaignRequest.objects.get(campaign=campaign, actor=actor)


@pytest.fixture
def region(db):
    somebody = user("regio", is_staff=True)
    browser = Client()
    browser.force_login(somebody)
    return browser


@pytest.fixture
def other_team(db):
    somebody = user("noord")
    ZoneMember.objects.create(user=somebody, zone=factories.zone("nord"))
    browser = Client()
    browser.force_login(somebody)
    return browser


def write(browser, **fields):
    typed = {**TYPED, "zone": factories.zone("sud").pk, "ends_on": in_days(14), **fields}
    return browser.post(reverse("campaign-new"), typed)


def look(browser, campaign, **query):
    return browser.get(reverse("campaign", args=[campaign.pk]), query)


def act(browser, campaign, what, **data):
    return browser.post(reverse("campaign", args=[campaign.pk]), {"act": what, **data})


def fill_in(browser, campaign, actor, **data):
    asked = answer_of(campaign, actor)
    seen = asked.answered_at.isoformat() if asked.answered_at else ""
    address = reverse("campaign-answer", args=[campaign.pk, asked.pk])
    return browser.post(address, {"act": "answer", "seen": seen, **data})
