"""Addresses that must not be shown."""

import pytest

from actors.enums import ContactKind, Level
from actors.models import Contact, ServiceAtLocation, Viewer
from tests import factories

OTHERS = [viewer for viewer in Viewer if viewer is not Viewer.STAFF]


@pytest.mark.django_db
class TestWhereabouts:
    def test_public_address(self):
        place = factories.location().seen_by(Viewer.RESIDENT)
        assert place.street
        assert place.on_map

    @pytest.mark.parametrize("viewer", OTHERS)
    def test_undisclosed_location_shows_the_municipality_only(self, viewer):
        place = factories.location(level=Level.UNDISCLOSED).seen_by(viewer)
        assert (place.street, place.postal_code, place.name, place.neighbourhood) == ("", "", "", None)
        assert place.municipality.nis == "21013"
        assert place.point == (place.municipality.lat, place.municipality.lon)
        assert not place.on_map

    def test_staff_see_an_undisclosed_address(self):
        assert factories.location(level=Level.UNDISCLOSED).seen_by(Viewer.STAFF).street

    @pytest.mark.parametrize("viewer", OTHERS)
    @pytest.mark.parametrize("hidden", ["service", "actor", "owner"])
    def test_undisclosed_service_or_actor_keeps_the_address_back(self, viewer, hidden):
        undisclosed, public = {"level": Level.UNDISCLOSED}, {}
        owner = factories.actor(**(undisclosed if hidden == "owner" else public))
        giver = factories.actor(**(undisclosed if hidden == "actor" else public))
        given = factories.service(actor=giver, **(undisclosed if hidden == "service" else public))
        place = ServiceAtLocation.objects.create(service=given, location=factories.location(actor=owner))
        assert place.seen_by(viewer).withheld

    def test_zone_of_a_withheld_address_only_where_the_municipality_lies_in_one(self):
        saint_gilles = factories.municipality(zone=factories.zone())
        city = factories.municipality("21004", name_nl="Brussel", name_fr="Bruxelles")
        for municipality, known in ((saint_gilles, True), (city, False)):
            piece = factories.neighbourhood(f"{municipality.nis}-1", municipality=municipality)
            place = factories.location(neighbourhood=piece, level=Level.UNDISCLOSED).seen_by(Viewer.VISITOR)
            assert bool(place.zone) is known

    @pytest.mark.parametrize(
        ("viewer", "seen"),
        [(Viewer.RESIDENT, 0), (Viewer.VISITOR, 0), (Viewer.PROFESSIONAL, 1), (Viewer.STAFF, 1)],
    )
    def test_place_for_professionals(self, viewer, seen):
        factories.service(at=factories.location(level=Level.PROFESSIONALS))
        assert ServiceAtLocation.objects.visible_to(viewer).count() == seen


@pytest.mark.parametrize(
    ("level", "viewers"),
    [
        (Level.PUBLIC, set(Viewer)),
        (Level.PROFESSIONALS, {Viewer.PROFESSIONAL, Viewer.STAFF}),
        (Level.UNDISCLOSED, {Viewer.STAFF}),
    ],
)
@pytest.mark.django_db
def test_contact_channels(level, viewers):
    Contact.objects.create(actor=factories.actor(), kind=ContactKind.PHONE, value="+3225100910", level=level)
    assert {viewer for viewer in Viewer if Contact.objects.visible_to(viewer).exists()} == viewers
