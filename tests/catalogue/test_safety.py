"""An address that must not be shown is found nowhere: on no public page, map, file or count."""

import pytest
from django.test import Client

from actors.enums import Level
from actors.models import Contact
from tests import factories

pytestmark = pytest.mark.django_db

STREET_NL, STREET_FR, PLACE, PHONE = "Geheimstraat 7", "Rue Secrète 7", "Verborgen huis", "+3221234567"
LAT, LON = 50.823456, 4.345678
SECRETS = [
    "Geheimstraat",
    "Rue Secr",
    "Verborgen huis",
    "50.8234",
    "4.3456",
    "50,8234",
    "1234567",
    "123 45 67",
]


@pytest.fixture
def refuge():
    """A refuge with an undisclosed address and an undisclosed number, in the neighbourhood Bosnië."""
    factories.municipality(zone=factories.zone())
    place = factories.location(
        level=Level.UNDISCLOSED,
        name_nl=PLACE,
        name_fr=PLACE,
        street_nl=STREET_NL,
        street_fr=STREET_FR,
        lat=LAT,
        lon=LON,
    )
    service = factories.service(at=place, name_nl="Vluchthuis", name_fr="Refuge", actor=place.actor)
    Contact.objects.create(actor=place.actor, kind="phone", value=PHONE, level=Level.UNDISCLOSED)
    Contact.objects.create(service=service, kind="phone", value="+3280030030")
    return service


def public_addresses(service):
    """Every public page and answer that could hold the address."""
    slug, actor = service.slug, service.actor.slug
    whole = "bbox=50,4,51,5"
    yield from ("/", "/robots.txt", "/sitemap.xml")
    for home, search, page, who, zone in (
        ("nl", "zoeken", "aanbod", "actoren", "sud-nl"),
        ("fr", "recherche", "services", "acteurs", "sud"),
    ):
        base = f"/{home}/{search}/"
        yield from (
            f"/{home}/",
            base,
            f"/{home}/{page}/{slug}/",
            f"/{home}/{who}/{actor}/",
            f"/{home}/zones/",
            f"/{home}/zones/{zone}/",
        )
        yield from (
            f"{base}?zone=sud",
            f"{base}?municipality=21013",
            f"{base}?q=vluchthuis+refuge",
            f"{base}?sort=nearest&where=Saint-Gilles",
        )
        kaart = "kaart/plaatsen" if home == "nl" else "carte/lieux"
        yield f"{base}{kaart}/?{whole}"


def test_walk(refuge):
    client = Client()
    found = []
    for address in public_addresses(refuge):
        response = client.get(address)
        assert response.status_code in {200, 302}, address
        body = response.content.decode().lower()
        found += [(address, secret) for secret in SECRETS if secret.lower() in body]
        if refuge.slug in address or refuge.actor.slug in address:
            found += [(address, name) for name in ("bosnië", "bosnie") if name in body]
    assert found == []


def test_no_count_tells_the_neighbourhood(refuge):
    """The list of filters names every neighbourhood, whatever is in it; a count would tell."""
    page = Client().get("/nl/zoeken/?municipality=21013").context["page"]
    assert page.total == 1
    assert page.found.facets["neighbourhood"]["neighbourhood:44"] == 0
    assert page.map_data["counts"]["neighbourhood"] == []


def test_page_says_how_to_make_contact(refuge):
    text = Client().get(refuge.get_absolute_url()).content.decode()
    assert "0800 30 030" in text
    assert "Sint-Gillis" in text


@pytest.mark.parametrize(
    "query",
    [
        "q=Geheimstraat&literal=on",
        "q=Verborgen&literal=on",
        "neighbourhood=44",
        "q=bosnie&literal=on",
        "where=Geheimstraat",
    ],
)
def test_searching_by_the_secret_finds_nothing(refuge, query):
    page = Client().get(f"/nl/zoeken/?{query}").context["page"]
    if query.startswith("where"):
        assert page.query.near is None
    else:
        assert page.total == 0


def test_distance_is_that_of_the_municipality(refuge):
    page = Client().get("/nl/zoeken/?where=Saint-Gilles").context["page"]
    assert page.cards[0].metres == 0
    assert page.map_data["pins"] == []


def test_records_for_professionals_are_nowhere():
    service = factories.service(
        name_nl="Buurtgroep Zonnebloem", name_fr="Groupe Tournesol", level=Level.PROFESSIONALS, at=True
    )
    client = Client()
    assert client.get(service.get_absolute_url()).status_code == 404
    for address in public_addresses(service):
        body = client.get(address).content.decode()
        assert "Zonnebloem" not in body
        assert "Tournesol" not in body
