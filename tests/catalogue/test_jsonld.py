"""What machines read of a page is schema.org, as schema.org defines it, and says no more than the page."""

import json
import re
from itertools import islice

import pytest

from actors.models import Actor, Service, Viewer
from tests import factories
from tests.catalogue.schema_org import problems

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
SAMPLE = 40  # of each kind; all of them would take a minute


def jsonld(client, address):
    found = SCRIPT.search(client.get(address).content.decode())
    return found and json.loads(found[1])


def addresses(model, language):
    found = model.objects.visible_to(Viewer.VISITOR).filter(is_example=False).order_by("pk")
    folder = {(Service, "nl"): "nl/aanbod", (Service, "fr"): "fr/services"}
    folder |= {(Actor, "nl"): "nl/actoren", (Actor, "fr"): "fr/acteurs"}
    slugs = found.values_list("slug", flat=True)
    return [f"/{folder[model, language]}/{slug}/" for slug in islice(slugs, 0, None, max(1, len(slugs) // SAMPLE))]


@pytest.mark.parametrize("language", ["nl", "fr"])
@pytest.mark.parametrize("model", [Service, Actor])
def test_every_page_is_valid_schema_org(real, client, model, language):
    for address in addresses(model, language):
        node = jsonld(client, address)
        assert node["@context"] == "https://schema.org"
        assert problems(node) == [], address


def test_service_of_a_public_body_with_hours_and_a_phone(real, client):
    node = jsonld(client, "/nl/aanbod/la-fontaine-douches/")
    channel = node["availableChannel"][0]
    assert node["@type"] == "Service"
    assert channel["serviceLocation"]["address"]["streetAddress"] == "Hoogstraat 346"
    assert "openingHoursSpecification" not in channel["serviceLocation"], "by appointment is not open"
    fixed = jsonld(client, "/nl/aanbod/ocmw-ukkel-voedsel/")["availableChannel"][0]["serviceLocation"]
    assert fixed["openingHoursSpecification"][0]["opens"] == "09:00"
    government = Service.objects.filter(is_statutory=True, is_example=False).first()
    assert jsonld(client, f"/nl/aanbod/{government.slug}/")["@type"] == "GovernmentService"


@pytest.mark.parametrize(
    ("node", "wrong"),
    [
        ({"@type": "Servce"}, "no type"),
        ({"@type": "Service", "inLanguage": "nl"}, "has no inLanguage"),
        ({"@type": "Service", "name": 5}, "is none of"),
        ({"@type": "Service", "provider": {"@type": "Place"}}, "takes"),
        ({"@type": "OpeningHoursSpecification", "opens": "25:00"}, "is none of"),
        ({"@type": "OpeningHoursSpecification", "dayOfWeek": "Monday"}, "is none of"),
    ],
)
def test_the_check_finds_what_is_wrong(node, wrong):
    assert wrong in problems(node)[0]


@pytest.mark.django_db
def test_invented_examples_are_kept_from_machines(client):
    example = factories.service(is_example=True)
    response = client.get(f"/nl/aanbod/{example.slug}/")
    assert jsonld(client, f"/nl/aanbod/{example.slug}/") is None
    assert '<meta name="robots" content="noindex">' in response.content.decode()
    assert example.slug not in client.get("/sitemap.xml").content.decode()
