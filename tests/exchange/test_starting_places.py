"""The places of OpenStreetMap that the product starts with, and what linked listings take over from them."""

import json

import pytest

from actors.enums import ContactKind, Level
from actors.exchange.fixtures.reference import load_taxonomy
from actors.exchange.osm.pack import DECISIONS, PACKED, pack
from actors.exchange.osm.places import read_places
from actors.exchange.osm.privacy import is_mobile, is_private_email
from actors.exchange.osm.run import import_osm
from actors.exchange.osm.start import load_places
from actors.models import Actor, Contact, Service, Source, SourceReference
from actors.models.visibility import Viewer
from actors.search import Query, search
from repertorium.fixtures import FOLDER, Loader, read_csv
from repertorium.management.commands.serve import Command
from tests import factories

PLACE = {
    "name": "Apotheek Bosnië",
    "lat": 50.8291,
    "lon": 4.3441,
    "amenity": "pharmacy",
    "nis": "21013",
    "neighbourhood": "44",
    "contact:phone": "+32 2 538 00 00",
    "contact:website": "https://apotheek-bosnie.be",
    "opening_hours": "Mo-Fr 09:00-18:30",
    "wheelchair": "yes",
}


@pytest.fixture
def ground(db):
    load_taxonomy(Loader(), read_csv(FOLDER / "taxonomy.csv"))
    factories.neighbourhood()
    return Source.objects.create(
        slug="openstreetmap", name_nl="OpenStreetMap", name_fr="OpenStreetMap", is_automatic=True
    )


@pytest.fixture
def run(ground, tmp_path):
    def run(*places):
        path = tmp_path / "places.json"
        path.write_text(json.dumps({"dated": "2026-05-18", "services": places}))
        return import_osm(path, quiet=True)

    return run


@pytest.fixture
def listing(ground):
    """What people keep of the same house: nothing but name and address."""
    actor = factories.actor(name_nl="Apotheek Bosnië", name_fr="Pharmacie Bosnie")
    location = factories.location(actor=actor, lat=50.8291, lon=4.3441)
    return factories.service(actor=actor, at=location, themes=["pharmacy"])


class TestGaps:
    def test_what_is_missing_is_taken_over_with_its_source_and_day(self, run, listing):
        run(PLACE)
        listing.refresh_from_db()
        assert listing.wheelchair is True
        assert listing.places.get().opening_hours == "Mo-Fr 09:00-18:30"
        kept = set(listing.actor.contacts.values_list("kind", "value"))
        assert kept == {("phone", "+3225380000"), ("website", "https://apotheek-bosnie.be")}
        told = SourceReference.objects.exclude(about="").values_list("about", "said_on")
        assert {(about, str(day)) for about, day in told} == {
            (about, "2026-05-18") for about in ("phone", "website", "hours", "admission")
        }

    def test_what_is_there_stays(self, run, listing):
        Contact.objects.create(actor=listing.actor, kind=ContactKind.PHONE, value="+3225100910")
        place = listing.places.get()
        place.opening_hours = "Tu 10:00-12:00"
        place.save()
        Service.objects.filter(pk=listing.pk).update(wheelchair=False)
        run(PLACE)
        listing.refresh_from_db()
        assert list(listing.actor.contacts.filter(kind="phone").values_list("value", flat=True)) == ["+3225100910"]
        assert listing.places.get().opening_hours == "Tu 10:00-12:00"
        assert listing.wheelchair is False

    def test_hours_of_a_house_are_not_those_of_every_service_in_it(self, run, listing):
        location = listing.places.get().location
        other = factories.service(actor=listing.actor, at=location)
        run(PLACE)
        assert other.places.get().opening_hours == ""
        assert listing.places.get().opening_hours == "Mo-Fr 09:00-18:30"

    def test_nothing_is_added_to_what_is_not_public(self, run, listing):
        Actor.objects.filter(pk=listing.actor_id).update(level=Level.PROFESSIONALS)
        run(PLACE)
        assert not listing.actor.contacts.exists()


def test_what_people_keep_stands_before_what_nobody_confirmed(run, ground):
    run({**PLACE, "name": "Apotheek"})  # its name says it twice: stronger than a theme alone
    mine = factories.service(themes=["pharmacy"])
    factories.service(themes=["night-shelter"])
    place = Service.objects.get(is_automatic=True)
    assert search(Query(text="apotheek", viewer=Viewer.PROFESSIONAL)).pks == [mine.pk, place.pk]
    asked = Query(filters={"what": ("need:health",)}, viewer=Viewer.PROFESSIONAL)
    assert search(asked).pks == [mine.pk, place.pk]


class TestPacked:
    def test_is_read_whole_and_holds_nothing_of_a_person(self):
        loader = Loader()
        found = read_places(PACKED, loader)
        assert not loader.problems
        assert not found.unreadable
        assert len(found.places) > 850
        assert str(found.dated) == "2026-05-18"
        assert not any(
            tag.startswith(("phone", "email", "fax", "operator")) for one in found.places for tag in one.tags
        )
        for place in found.places:
            assert not any(is_mobile(number) for number in place.values("contact:phone"))
            assert not any(is_private_email(address, place) for address in place.values("contact:email"))

    def test_packing_leaves_out_what_does_not_come_in(self, run, ground, tmp_path):
        path, target = tmp_path / "given.json", tmp_path / "packed.json.gz"
        named = {**PLACE, "name": "Dr Jan Peeters", "amenity": "dentist", "lat": 50.828}
        mobile = {**PLACE, "contact:phone": "+32 470 12 34 56;+32 2 538 00 00"}
        path.write_text(json.dumps([mobile, named]))
        assert pack(path, dated=read_places(PACKED, Loader()).dated, target=target) == 1
        (only,) = read_places(target, Loader()).places
        assert only.tags["contact:phone"] == "+3225380000"

    def test_is_imported_once(self, ground, tmp_path):
        (tmp_path / DECISIONS.name).write_text("identifier,name,decision\n")
        (tmp_path / PACKED.name).write_bytes(PACKED.read_bytes())
        SourceReference.objects.create(source=ground, identifier="node/1", actor=factories.actor())
        load_places(loader := Loader(), tmp_path)
        assert not loader.created


@pytest.mark.parametrize(
    ("given", "left_out", "imported"), [("0", True, []), ("", False, []), ("x.json", False, ["x.json"])]
)
def test_osm_in_the_environment(db, monkeypatch, given, left_out, imported):
    """0 leaves them out, a path is a file of them; `make run` alone has those of the product."""
    called = {}
    monkeypatch.setenv("OSM", given)
    monkeypatch.setattr(
        "repertorium.management.commands.serve.call_command",
        lambda name, *args, **options: called.update({name: (args, options)}),
    )
    Command()._load_data()
    assert called["load_data"][1]["no_places"] is left_out
    assert [name for name in called if name == "import_osm"] == (["import_osm"] if imported else [])
    assert list(called.get("import_osm", ([], {}))[0]) == imported
