"""Two worlds that differ only in what must stay hidden look the same, to the byte, to everybody who may not know it."""

import re

import pytest
from django.test import Client

from actors.enums import Level, Status
from actors.models import Actor, Availability, Contact
from tests import factories
from zones.models import ZoneMember

pytestmark = pytest.mark.django_db

# A municipality in two zones: which of them must not be told.
HERE = {
    "street_nl": "Geheimstraat 7",
    "street_fr": "Rue Secrète 7",
    "name_nl": "Verborgen huis",
    "name_fr": "Maison cachée",
    "directions_nl": "Bel aan het groene hek",
    "directions_fr": "Sonnez au portail vert",
    "postal_code": "1000",
    "lat": 50.8411,
    "lon": 4.3411,
}
THERE = {
    "street_nl": "Stille Laan 99",
    "street_fr": "Avenue du Silence 99",
    "name_nl": "Andere plek",
    "name_fr": "Autre endroit",
    "directions_nl": "Derde verdieping",
    "directions_fr": "Troisième étage",
    "postal_code": "1020",
    "lat": 50.8999,
    "lon": 4.3599,
}
SEARCHES = [
    "",
    "?all=on",
    "?zone=sud",
    "?zone=nord",
    "?municipality=21004",
    "?neighbourhood=11",
    "?neighbourhood=22",
    "?q=vluchthuis",
    "?q=geheimstraat",
    "?q=silence",
    "?q=geheimstrat",
    "?where=1000",
    "?where=1020",
    "?where=Geheimstraat",
    "?where=Zuidwijk&radius=1000&sort=nearest",
    "?where=Noordwijk&radius=1000&sort=nearest",
    "?theme=shower&room=on",
    "?sort=recent",
]
OF_THE_READING = re.compile(r'(csrfmiddlewaretoken" value|nonce)="[^"]*"|"(made|until)":\d+')


@pytest.fixture
def refuge():
    """A refuge with an undisclosed address and number, and an ordinary service in each of the two zones."""
    city = factories.municipality("21004", name_nl="Stad Brussel", name_fr="Ville de Bruxelles", lat=50.8467, lon=4.36)
    south, north = factories.zone("sud"), factories.zone("nord")
    pieces = {
        "here": factories.neighbourhood(
            "21004-11", name_nl="Zuidwijk", name_fr="Quartier sud", zone=south, municipality=city, lat=50.841, lon=4.341
        ),
        "there": factories.neighbourhood(
            "21004-22", name_nl="Noordwijk", name_fr="Quartier nord", zone=north, municipality=city, lat=50.9, lon=4.36
        ),
    }
    for number, piece in enumerate(pieces.values()):
        factories.service(
            at=factories.location(neighbourhood=piece, lat=piece.lat, lon=piece.lon), slug=f"gewoon-{number}"
        )
    place = factories.location(level=Level.UNDISCLOSED, neighbourhood=pieces["here"], **HERE)
    Actor.objects.filter(pk=place.actor.pk).update(steward=south)
    service = factories.service(
        at=place, actor=place.actor, slug="vluchthuis", name_nl="Vluchthuis", name_fr="Refuge", hours="24/7"
    )
    Availability.objects.create(service=service, status="open")
    Contact.objects.create(service=service, kind="phone", value="+3280030030")
    Contact.objects.create(actor=place.actor, kind="phone", value="+3221234567", level=Level.UNDISCLOSED)
    return place, pieces


def move(place, fields, piece, phone):
    """The same refuge in another place, in the hands of another team, with another hidden number."""
    type(place).objects.filter(pk=place.pk).update(neighbourhood=piece, **fields)
    Actor.objects.filter(pk=place.actor_id).update(steward=piece.zone)
    Contact.objects.filter(level=Level.UNDISCLOSED).update(value=phone)


def addresses():
    """Every page, fragment, file and count that could tell."""
    yield from ("/sitemap.xml", "/nl/zones/", "/nl/zones/sud-nl/", "/fr/zones/nord/", "/nl/", "/fr/")
    for search, pages in (
        ("/nl/zoeken/", ("/nl/aanbod/vluchthuis/", "/nl/aanbod/gewoon-0/", "/nl/aanbod/gewoon-1/")),
        ("/fr/recherche/", ("/fr/services/vluchthuis/",)),
    ):
        yield from pages
        yield from (f"{search}{query}" for query in SEARCHES)
    for text in ("geh", "stil", "zuid", "vlucht", "verb", "1000"):
        yield from (f"/nl/zoeken/suggesties/?q={text}", f"/nl/zoeken/suggesties/?where={text}")
    for box in ("50,4,51,5", "50.84,4.34,50.85,4.35", "50.89,4.35,50.91,4.37"):
        yield f"/nl/zoeken/kaart/plaatsen/?bbox={box}"
    yield from ("/nl/hulp/", "/nl/hulp/adressen/?need=hygiene")
    yield from ("/nl/hulp/adressen/?need=hygiene&municipality=21004", "/nl/hulp/papier/?need=hygiene")
    yield from (f"/nl/hulp/bewaard/{area}.json" for area in ("region", "21004"))


def seen_by(client, actor) -> dict[str, str]:
    """What everything looks like to somebody, whole and as a fragment, without what differs at each reading."""
    found = {}
    for address in (*addresses(), f"/nl/actoren/{actor.slug}/", f"/fr/acteurs/{actor.slug}/"):
        for headers in ({}, {"HX-Request": "true"}) if "zoeken/?" in address else ({},):
            answer = client.get(address, headers=headers)
            assert answer.status_code < 500, address
            found[address, bool(headers)] = OF_THE_READING.sub("", answer.content.decode(errors="replace"))
    return found


def nobody():
    return None


def professional():
    return factories.user()


def editor_of_another():
    user = factories.user()
    factories.actor(slug="ander").editors.create(user=user)
    return user


@pytest.mark.parametrize(
    ("who", "hidden"),
    [(nobody, "place"), (professional, "place"), (editor_of_another, "place"), (nobody, "service"), (nobody, "actor")],
)
def test_nobody_outside_the_teams_can_tell(refuge, who, hidden):
    place, pieces = refuge
    if hidden != "place":  # the level may stand on the service or the actor instead
        record = place.actor if hidden == "actor" else place.actor.services.get()
        type(record).objects.filter(pk=record.pk).update(level=Level.UNDISCLOSED)
    client, user = Client(), who()
    if user:
        client.force_login(user)
    move(place, HERE, pieces["here"], "+3221234567")
    one = seen_by(client, place.actor)
    move(place, THERE, pieces["there"], "+3229999999")
    other = seen_by(client, place.actor)
    assert [address for address in one if one[address] != other[address]] == []


def test_the_worlds_do_differ_for_staff(refuge):
    """What is compared is there to be seen: without this the test above could not fail."""
    place, pieces = refuge
    member = factories.user()
    ZoneMember.objects.create(user=member, zone=pieces["here"].zone)
    client = Client()
    client.force_login(member)
    one = seen_by(client, place.actor)
    move(place, THERE, pieces["there"], "+3229999999")
    assert one != seen_by(client, place.actor)


def test_a_merged_actor_does_not_lead_to_a_hidden_heir():
    heir = factories.actor(slug="geheime-erfgenaam", level=Level.PROFESSIONALS)
    factories.actor(slug="vroeger", status=Status.MERGED, merged_into=heir)
    answer = Client().get("/nl/actoren/vroeger/")
    assert answer.status_code in {404, 410}
    assert "geheime-erfgenaam" not in answer.headers.get("Location", "") + answer.content.decode()
    professional_client = Client()
    professional_client.force_login(factories.user())
    assert professional_client.get("/nl/actoren/vroeger/").headers["Location"].endswith("/geheime-erfgenaam/")
