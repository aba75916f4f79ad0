"""Which actors look like one, and which only share a roof."""

import pytest

from actors.models import Contact
from actors.quality.duplicates import duplicates
from tests import factories

pytestmark = pytest.mark.django_db

PHONE = "+3225123456"


def reasons():
    return [pair.codes for pair in duplicates()]


def call(actor, value=PHONE, kind="phone"):
    Contact.objects.create(actor=actor, kind=kind, value=value)


def named(nl, fr="", **fields):
    return factories.actor(name_nl=nl, name_fr=fr, **fields)


def test_others_are_no_pair():
    for name in ("De Schutting", "Maison Médicale"):
        call(named(name), value=f"+322512345{len(name) % 10}")
    assert reasons() == []


class TestName:
    def test_folded_and_in_either_language(self):
        first, second = named("Huis", "Le Café-Social"), named("LE CAFE SOCIAL")
        (pair,) = duplicates()
        assert (pair.first, pair.second, pair.codes) == (first, second, ("name",))

    def test_drafts_are_no_pair(self):
        named("Huis")
        named("Huis", status="draft")
        assert reasons() == []


class TestChannels:
    def test_same_number_of_actor_and_of_a_service(self):
        call(named("Huis"))
        service = factories.service(actor=named("Tuin"))
        Contact.objects.create(service=service, value=PHONE)
        assert reasons() == [("phone",)]

    @pytest.mark.parametrize(
        ("address", "same"),
        [("http://WWW.huis.be/nl/", True), ("https://huis.be/nl#top", True), ("https://huis.be/nl/?house=2", False)],
    )
    def test_same_page(self, address, same):
        call(named("Huis"), "https://huis.be/nl/", "website")
        call(named("Tuin"), address, "website")
        assert reasons() == ([("website",)] if same else [])

    def test_what_a_whole_chain_shares_says_nothing(self):
        for name in ("Een", "Twee", "Drie", "Vier"):
            call(named(name), "https://keten.be", "website")
        assert reasons() == []

    def test_many_reasons_are_one_pair(self):
        for actor in (named("Huis"), named("huis")):
            call(actor)
        assert reasons() == [("name", "phone")]


class TestRelatives:
    @pytest.fixture
    def parent(self):
        return named("Stad")

    def test_parent_and_part_share_a_switchboard(self, parent):
        for actor in (parent, named("Huis", parent=parent), named("Tuin", parent=parent)):
            call(actor)
        assert reasons() == []

    def test_network_and_member(self):
        call(named("Huis"))
        call(named("Platform", kind="network"))
        assert reasons() == []

    def test_by_the_same_name_they_are_a_pair(self, parent):
        for _ in range(2):
            call(named("Huis", parent=parent))
        assert reasons() == [("name", "phone")]


class TestNear:
    def pair(self, first="Wijkhuis Bosnië", second="Wijkhuis Bosnie vzw", north=0.0005, **fields):
        for name, lat in ((first, 50.82899), (second, 50.82899 + north)):
            factories.location(actor=named(name), lat=lat, lon=4.3381, **fields)
        return reasons()

    def test_near_and_similar(self):
        """Some fifty metres apart, on both sides of the line between two cells."""
        assert self.pair() == [("near",)]

    def test_far(self):
        assert self.pair(north=0.002) == []

    def test_other_name(self):
        assert self.pair(second="Apotheek Dumont") == []

    def test_point_of_a_neighbourhood_proves_nothing(self):
        assert self.pair(precision="neighbourhood") == []
