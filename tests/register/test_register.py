"""The register of beds: what professionals read of it, and what nobody is told."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from actors.models import Location, Service, Viewer
from actors.register.totals import Register
from tests import factories


def shelter(slug, zone="sud", **status):
    """A service that counts its beds, at a place in this zone."""
    place = factories.location(neighbourhood=factories.neighbourhood(f"21013-{zone}", zone=factories.zone(zone)))
    service = factories.service(actor=place.actor, at=place, slug=slug, availability_kind="beds")
    if status:
        factories.availability(status.pop("status", "open"), service=service, **status)
    return service


def rows(viewer=Viewer.PROFESSIONAL):
    return {zone and zone.code: found for zone, found in Register(viewer, "nl").zones}


def row(zone="sud"):
    (found,) = rows()[zone]
    return found.total, found.free, found.told, found.unknown


@pytest.fixture(autouse=True)
def _database(db):
    pass


def test_free_places_of_a_zone_together():
    shelter("een", places_total=10, places_free=4)
    shelter("twee", status="full", places_total=20, places_free=0)
    assert row() == (30, 4, 2, 0)


def test_what_expired_is_not_known_and_not_zero():
    shelter("een", places_total=10, places_free=4, confirmed_at=timezone.now() - timedelta(days=2))
    assert row() == (10, 0, 0, 1)


def test_what_was_never_said_is_counted_as_not_known():
    shelter("een")
    shelter("twee", places_total=10, places_free=4)
    assert row() == (10, 4, 1, 1)


def test_of_several_places_of_which_one_says_nothing_the_sum_is_not_known():
    service = shelter("een")
    other = service.places.create(location=factories.location(actor=service.actor))
    factories.availability("open", service=service, place=service.places.first(), places_total=10, places_free=4)
    factories.availability(
        "full",
        service=service,
        place=other,
        places_total=5,
        places_free=0,
        confirmed_at=timezone.now() - timedelta(days=3),
    )
    assert row() == (15, 0, 0, 1)


def test_each_zone_by_itself_and_no_zone_for_an_address_that_is_withheld():
    shelter("een", "sud", places_total=10, places_free=1)
    shelter("twee", "nord", places_total=20, places_free=2)
    refuge = shelter("vlucht", "nord", places_total=5, places_free=1)
    Location.objects.filter(service_places__service=refuge).update(level="undisclosed")
    assert {zone: [one.total for one in found] for zone, found in rows().items()} == {
        "sud": [10],
        "nord": [20],
        None: [5],
    }


def test_what_is_for_professionals_is_not_for_visitors_and_drafts_for_nobody():
    Service.objects.filter(pk=shelter("een", places_total=10, places_free=4).pk).update(level="professionals")
    Service.objects.filter(pk=shelter("twee", places_total=10, places_free=4).pk).update(status="draft")
    assert row() == (10, 4, 1, 0)
    assert rows(Viewer.VISITOR) == {}


def test_invented_examples_have_no_beds():
    service = shelter("een", places_total=10, places_free=4)
    Service.objects.filter(pk=service.pk).update(is_example=True)
    assert rows() == {}


def test_a_museum_counts_no_beds():
    service = shelter("een", places_total=10, places_free=4)
    Service.objects.filter(pk=service.pk).update(asks_room=False)
    assert rows() == {}


@pytest.mark.parametrize(("language", "words"), [("nl", "niet bekend"), ("fr", "inconnu")])
def test_the_page_says_not_known_in_words(client, language, words):
    shelter("een")
    client.force_login(factories.user("nurse@example.org"))
    from django.utils import translation

    with translation.override(language):
        page = client.get(reverse("register"))
    assert words in page.content.decode()


def test_visitors_are_asked_to_log_in(client):
    assert client.get(reverse("register")).status_code == 302
