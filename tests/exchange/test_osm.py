"""Places of OpenStreetMap: what becomes of them, twice, and what never comes in."""

import json
from io import StringIO

import pghistory
import pytest
from django.core.management import CommandError, call_command

from actors.enums import ContactKind
from actors.exchange.fixtures.reference import load_taxonomy
from actors.exchange.osm.names import language_of, names_of
from actors.exchange.osm.places import Place
from actors.exchange.osm.privacy import is_named_after_a_person, is_private_email, ordinary_words
from actors.exchange.osm.report import Left, Outcome
from actors.exchange.osm.run import import_osm
from actors.models import Actor, Contact, Location, Service, Source, SourceReference
from actors.models.visibility import Viewer
from actors.search import Query, search
from repertorium.fixtures import FOLDER, FixtureError, Loader, read_csv
from tests import factories

PHARMACY = {
    "name": "Pharmacie du Parvis - Apotheek van het Voorplein",
    "name:nl": "Apotheek van het Voorplein",
    "name:fr": "Pharmacie du Parvis",
    "lat": 50.8291,
    "lon": 4.3441,
    "amenity": "pharmacy",
    "nis": "21013",
    "neighbourhood": "44",
    "contact:phone": "+32 2 538 00 00; +32 470 12 34 56",
    "contact:email": "info@pharmacie-parvis.be;jan.peeters@pharmacie-parvis.com",
    "website": "www.pharmacie-parvis.be",
    "opening_hours": "Mo-Fr 09:00-18:30",
    "wheelchair": "yes",
    "addr:street": "Rue Jourdan - Jourdanstraat",
    "addr:housenumber": "12",
}


def place(**tags):
    """A tagged place of the file, as it is read."""
    tags = {"name": "Huis", **tags}
    return Place(1, tags["name"], 50.83, 4.34, tags)


@pytest.fixture
def ground(db):
    """The taxonomy, one neighbourhood, and the source."""
    load_taxonomy(Loader(), read_csv(FOLDER / "taxonomy.csv"))
    factories.neighbourhood()
    Source.objects.create(slug="openstreetmap", name_nl="OpenStreetMap", name_fr="OpenStreetMap", is_automatic=True)


@pytest.fixture
def run(ground, tmp_path):
    """Import places from a file."""

    def run(*places, **options):
        path = tmp_path / "places.json"
        path.write_text(json.dumps({"services": places}))
        return import_osm(path, quiet=True, **options)

    return run


def outcomes(report):
    return [line.outcome for line in report.lines]


class TestListing:
    def test_everything_that_the_place_says(self, run):
        report = run(PHARMACY)
        assert outcomes(report) == [Outcome.NEW]
        service = Service.objects.get()
        at, actor = service.places.get(), service.actor
        assert (actor.name_nl, actor.name_fr) == ("Apotheek van het Voorplein", "Pharmacie du Parvis")
        assert [link.theme.code for link in service.theme_links.all()] == ["pharmacy"]
        assert (service.name_nl, service.name_fr, service.wheelchair) == ("Apotheek", "Pharmacie", True)
        assert at.opening_hours == "Mo-Fr 09:00-18:30"
        assert (at.location.street_nl, at.location.street_fr) == ("Jourdanstraat 12", "Rue Jourdan 12")
        assert at.location.neighbourhood.code == "21013-44"
        assert set(actor.contacts.values_list("kind", "value")) == {
            (ContactKind.PHONE, "+3225380000"),
            (ContactKind.EMAIL, "info@pharmacie-parvis.be"),
            (ContactKind.WEBSITE, "https://www.pharmacie-parvis.be"),
        }
        assert +report.left == {Left.MOBILE: 1, Left.PRIVATE_EMAIL: 1}
        assert SourceReference.objects.filter(source__slug="openstreetmap").count() == 3

    def test_professionals_see_it_as_unconfirmed_and_residents_do_not(self, run):
        run(PHARMACY)
        assert Service.objects.get().is_unconfirmed
        assert search(Query(viewer=Viewer.VISITOR)).total == 1
        assert search(Query(viewer=Viewer.RESIDENT)).total == 0
        for listing in (Service.objects.get(), Actor.objects.get()):
            listing.confirm()
        assert search(Query(viewer=Viewer.RESIDENT)).total == 1

    @pytest.mark.parametrize(
        ("tags", "names", "language"),
        [
            ({"name": "Pharmacie du Midi"}, {"fr": "Pharmacie du Midi"}, "fr"),
            ({"name": "Apotheek Zuid"}, {"nl": "Apotheek Zuid"}, "nl"),
            ({"name": "Multipharma"}, {"fr": "Multipharma"}, ""),
            ({"name": "De Kat", "name:nl": "De Kat"}, {"nl": "De Kat"}, "nl"),
            ({"name": "X - Y", "name:nl": "Y", "name:fr": "X"}, {"nl": "Y", "fr": "X"}, ""),
        ],
    )
    def test_a_name_in_one_language_stays_in_that_one(self, tags, names, language):
        assert names_of(place(**tags)) == (names, language)

    def test_language_by_whole_words_where_they_are_short(self):
        assert language_of("Lekker") == ""
        assert language_of("Le Kiosque") == "fr"

    def test_hours_that_cannot_be_read_are_a_remark_for_staff(self, run):
        report = run(PHARMACY | {"opening_hours": "when the sun shines"})
        assert Service.objects.get().places.get().opening_hours == ""
        assert SourceReference.objects.to_check().get().doubt_nl.endswith("when the sun shines")
        assert report.left[Left.BAD_HOURS] == 1
        run(PHARMACY | {"opening_hours": "24/7"})
        assert not SourceReference.objects.to_check().exists()


class TestSkipped:
    @pytest.mark.parametrize(
        ("tags", "outcome"),
        [
            ({"name": "", "name:nl": "", "name:fr": ""}, Outcome.NO_NAME),
            ({"amenity": "police"}, Outcome.NO_THEME),
            ({"amenity": "dentist", "name": "Jan Peeters"}, Outcome.PERSON),
            ({"amenity": "dentist", "name": "Dr. Dental"}, Outcome.PERSON),
            ({"nis": "", "lat": 51.2, "lon": 4.4}, Outcome.OUTSIDE),
        ],
    )
    def test_with_the_reason(self, run, tags, outcome):
        assert outcomes(run(PHARMACY | tags)) == [outcome]
        assert not Actor.objects.exists()

    def test_twice_in_the_file(self, run):
        assert outcomes(run(PHARMACY, PHARMACY | {"lat": 50.8293})) == [Outcome.NEW, Outcome.TWICE]
        assert outcomes(run(PHARMACY | {"lat": 50.8400})) == [Outcome.NEW]  # the same brand elsewhere

    @pytest.mark.parametrize(
        ("name", "person"),
        [
            ("Centre dentaire de Saint-Gilles", False),
            ("Smile Clinic", False),
            ("Cabinet dentaire Van Lint", True),
            ("Peeters", True),
            ("Centre médical Dr Lowy", True),
        ],
    )
    def test_named_after_a_person(self, ground, name, person):
        assert is_named_after_a_person(name, ordinary_words()) is person

    @pytest.mark.parametrize(
        ("address", "private"),
        [
            ("info@huisdezon.be", False),
            ("huisdezon@vgc.be", False),
            ("secretariaat.zon@scholen.be", False),
            ("huisdezon@gmail.com", True),
            ("jan.peeters@scholen.be", True),
            ("lisa@koekelberg.brussels", True),
        ],
    )
    def test_private_addresses(self, address, private):
        assert is_private_email(address, place(name="Huis De Zon - Huisdezon")) is private


class TestAgain:
    def test_the_same_file_changes_nothing(self, run):
        run(PHARMACY)
        before = Contact.objects.values_list("pk", flat=True)[::1]
        assert outcomes(run(PHARMACY)) == [Outcome.SAME]
        assert Contact.objects.values_list("pk", flat=True)[::1] == before

    def test_what_changed_in_the_map_changes_here(self, run):
        run(PHARMACY | {"id": "node/1"})
        moved = PHARMACY | {"id": "node/1", "lat": 50.8299, "opening_hours": "24/7", "contact:phone": "+32 2 538 11 11"}
        assert outcomes(run(moved)) == [Outcome.UPDATED]
        at = Service.objects.get().places.get()
        assert (at.location.lat, at.opening_hours) == (50.8299, "24/7")
        assert Contact.objects.get(kind="phone").value == "+3225381111"

    @pytest.mark.parametrize("edited", ["actor", "service", "contact"])
    def test_what_a_person_edited_is_left_alone(self, run, admin_user, edited):
        run(PHARMACY | {"id": "1"})
        with pghistory.context(user=admin_user.pk):
            if edited == "actor":
                Actor.objects.update(description_nl="Open tot laat")
            elif edited == "service":
                Service.objects.update(wheelchair=False)
            else:
                Contact.objects.filter(kind="phone").delete()
        assert outcomes(run(PHARMACY | {"id": "1", "opening_hours": "24/7", "wheelchair": "yes"})) == [Outcome.EDITED]
        assert Service.objects.get().places.get().opening_hours == "Mo-Fr 09:00-18:30"

    def test_what_left_the_map_is_named_and_stays(self, run):
        run(PHARMACY)
        report = run(PHARMACY | {"name": "Iets anders", "lat": 50.8312})
        assert [actor.name_fr for actor in report.gone] == ["Pharmacie du Parvis"]
        assert Actor.objects.count() == 2

    def test_dry_run_writes_nothing(self, run):
        assert outcomes(run(PHARMACY, dry_run=True)) == [Outcome.NEW]
        assert not Actor.objects.exists()


class TestMatching:
    @pytest.fixture
    def kept(self, ground):
        """A pharmacy that people keep."""
        location = factories.location(lat=50.8291, lon=4.3442)
        Actor.objects.filter(pk=location.actor_id).update(name_nl="Apotheek van het Voorplein", name_fr="")
        return location

    def test_name_and_place_agree(self, kept, run):
        assert outcomes(run(PHARMACY)) == [Outcome.MATCHED]
        assert SourceReference.objects.get(about="").actor == kept.actor
        assert not Service.objects.exists()
        assert outcomes(run(PHARMACY)) == [Outcome.KNOWN]

    def test_mobile_stop_is_no_house(self, kept, run):
        Location.objects.update(kind="mobile")
        assert outcomes(run(PHARMACY)) == [Outcome.NEW]

    def test_unsure_is_shown_and_waits_for_a_decision(self, kept, run, tmp_path):
        far = PHARMACY | {"lat": 50.8391}  # the same name, a kilometre away
        report = run(far)
        assert outcomes(report) == [Outcome.UNSURE]
        assert report.unsure[0].actor == kept.actor
        for decision, outcome in (("skip", Outcome.REFUSED), (kept.actor.slug, Outcome.MATCHED)):
            report.write(path := tmp_path / "report.csv")
            path.write_text(path.read_text().replace(f"{kept.actor.slug};\n", f"{kept.actor.slug};{decision}\n"))
            assert outcomes(run(far, decisions=path)) == [outcome]

    def test_new_by_decision(self, kept, run, tmp_path):
        (path := tmp_path / "d.csv").write_text('identifier,decision\n"node/7",new\n')
        assert outcomes(run(PHARMACY | {"id": "node/7", "lat": 50.8391}, decisions=path)) == [Outcome.NEW]

    def test_same_telephone_number_is_a_question(self, kept, run):
        Contact.objects.create(actor=kept.actor, kind="phone", value="+3225380000")
        assert outcomes(run(PHARMACY | {"name": "Zonneschijn", "name:nl": "", "name:fr": ""})) == [Outcome.UNSURE]


class TestWrongFiles:
    def test_all_or_nothing_when_asked(self, run):
        with pytest.raises(FixtureError, match="place 2: place: its coordinates lie outside the world"):
            run(PHARMACY, PHARMACY | {"lat": 95}, all_or_nothing=True)
        assert not Actor.objects.exists()

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("{", "places.json: file"),
            ("3", "is no list of places"),
            ('{"a": 1}', "is no list of places"),
        ],
    )
    def test_nothing_is_imported_and_the_problem_is_named(self, ground, tmp_path, text, words):
        (path := tmp_path / "places.json").write_text(text)
        with pytest.raises(FixtureError, match=words):
            import_osm(path, quiet=True)
        assert not Actor.objects.exists()

    def test_unknown_theme_in_the_table(self, run, tmp_path):
        (path := tmp_path / "tags.csv").write_text(
            "key,value,name_contains,theme,kind,practice,name_nl,name_fr\namenity,pharmacy,,pils,practice,,A,B\n"
        )
        with pytest.raises(FixtureError, match=r"tags.csv, line 2: theme: there is no theme 'pils'"):
            run(PHARMACY, tags=path)

    def test_command(self, ground, tmp_path):
        (path := tmp_path / "places.json").write_text(json.dumps([PHARMACY, PHARMACY | {"amenity": "police"}]))
        out = StringIO()
        call_command("import_osm", path, "--report", tmp_path / "r.csv", stdout=out)
        assert "1 new" in out.getvalue()
        assert "1 skipped: its tags mean no theme" in out.getvalue()
        assert len((tmp_path / "r.csv").read_text().splitlines()) == 3
        path.write_text("[1]")
        with pytest.raises(CommandError, match="nothing was imported"):
            call_command("import_osm", path, "--all-or-nothing")
