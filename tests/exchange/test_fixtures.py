"""The data files: what is in them, and what happens when they are wrong."""

import shutil
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from actors.models import Actor, Service, SourceReference, Viewer
from zones.models import CareZone

ACTOR = """
source = "marolles-map"
[[actor]]
slug = "bakkerij"
ref = { nl = "nr. 1", fr = "n° 1" }
name = { nl = "Bakkerij", fr = "Boulangerie" }
%s
[[actor.location]]
street = { nl = "Hoogstraat 1", fr = "Rue Haute 1" }
lat = 50.8369
lon = 4.3456
[[actor.service]]
slug = "brood"
name = { nl = "Brood", fr = "Pain" }
themes = ["food-parcels"]
places = [{ at = "main", hours = "Mo-Fr 09:00-12:00" }]
%s
"""


@pytest.fixture
def folder(tmp_path):
    """A copy of the fixtures with one actor of our own."""

    def write(actor="", service="", text=ACTOR):
        copy = shutil.copytree(settings.BASE_DIR / "fixtures", tmp_path / "fixtures", dirs_exist_ok=True)
        for file in (copy / "actors").glob("*.toml"):
            file.unlink()
        shutil.rmtree(copy / "borders")  # of the whole Region
        (copy / "osm_places.json.gz").unlink()
        _keep_lines_with(copy / "territory.csv", "code,", "Marolles")  # the whole Region takes seconds
        (copy / "actors" / "own.toml").write_text(text % (actor, service) if "%s" in text else text)
        return copy

    return write


def _keep_lines_with(path, *words):
    lines = [line for line in path.read_text().splitlines(keepends=True) if any(word in line for word in words)]
    path.write_text("".join(lines))


def load(folder, *options):
    out = StringIO()
    call_command("load_data", "--folder", str(folder), *options, stdout=out)
    return out.getvalue()


@pytest.mark.django_db
class TestLoading:
    def test_actor_with_place_and_service(self, folder):
        load(folder())
        service = Service.objects.get(slug="brood")
        assert service.actor.steward.code == "centre-ouest"
        assert service.places.get().location.neighbourhood.name_fr == "Marolles"
        assert service.places.get().opening_hours == "Mo-Fr 09:00-12:00"
        assert SourceReference.objects.filter(service=service, source__slug="marolles-map").exists()

    def test_point_from_another_source(self, folder):
        text = ACTOR % ("", "")
        text = text.replace("lat = ", 'source = "openstreetmap"\nref = { nl = "Bakkerij", fr = "Boulangerie" }\nlat = ')
        load(folder(text=text))
        reference = SourceReference.objects.get(location__actor__slug="bakkerij")
        assert reference.source.slug == "openstreetmap"
        assert reference.locator_fr == "Boulangerie"

    def test_a_second_time_changes_nothing(self, folder):
        copy = folder()
        load(copy)
        Actor.objects.filter(slug="bakkerij").update(name_nl="Door een mens veranderd")
        assert "there already" in load(copy)
        assert Actor.objects.get(slug="bakkerij").name_nl == "Door een mens veranderd"

    def test_dry_run(self, folder):
        load(folder(), "--dry-run")
        assert not CareZone.objects.exists()

    @pytest.mark.parametrize(
        ("actor", "service", "message"),
        [
            pytest.param(
                'colour = "red"',
                "",
                "own.toml: actor bakkerij: colour: there is no such field",
                id="unknown field",
            ),
            pytest.param('kind = "shop"', "", "own.toml: actor bakkerij: kind", id="unknown kind"),
            pytest.param('kind = "informal"', "", "own.toml: actor bakkerij: rule", id="broken rule"),
            pytest.param('phones = ["02 510 09 10"]', "", "contact 02 510 09 10: value", id="phone"),
            pytest.param('networks = [{ network = "x" }]', "", "networks: there is no actor 'x'", id="unknown network"),
            pytest.param('steward = "west"', "", "steward: there is no carezone 'west'", id="unknown zone"),
            pytest.param(
                "",
                'targets = ["nobody"]',
                "service brood: targets: there is no targetgroup 'nobody'",
                id="target",
            ),
            pytest.param("", "admission = { papers = true }", "service brood: admission papers", id="unknown fact"),
            pytest.param("", 'admission = { free = "yes" }', "service brood: admission free", id="no yes or no"),
            pytest.param("", "age_min = 30\nage_max = 20", "service brood: rule", id="ages"),
            pytest.param(
                "", 'availability = { status = "plenty" }', "service brood, availability: status", id="status"
            ),
        ],
    )
    def test_problem_is_named_and_nothing_is_written(self, folder, actor, service, message):
        with pytest.raises(CommandError) as refused:
            load(folder(actor, service))
        assert message in str(refused.value)
        assert not Actor.objects.exists()
        assert not CareZone.objects.exists()

    @pytest.mark.parametrize(
        ("wrong", "right", "message"),
        [
            ('hours = "Mo-Fr 09:00-12:00"', 'hours = "9 to 5"', "service brood, place main: opening_hours"),
            ('at = "main"', 'at = "attic"', "service brood: places: there is no location 'attic'"),
            ("lat = 50.8369", "lat = 52.1", "actor bakkerij, location main: lat"),
            ('themes = ["food-parcels"]', "themes = []", "service brood: themes: is missing"),
            ('ref = { nl = "nr. 1", fr = "n° 1" }', "", "actor bakkerij: ref: is missing"),
            ('slug = "bakkerij"', "slug = ", "own.toml: file:"),
        ],
    )
    def test_wrong_value(self, folder, wrong, right, message):
        text = (ACTOR % ("", "")).replace(wrong, right)
        with pytest.raises(CommandError) as refused:
            load(folder(text=text))
        assert message in str(refused.value)

    def test_all_problems_at_once(self, folder):
        with pytest.raises(CommandError, match="2 problems"):
            load(folder('steward = "west"\nauthorities = ["x"]'))


@pytest.mark.usefixtures("real")
class TestWhatIsInThem:
    def test_enough(self):
        assert Actor.objects.count() >= 130
        assert Service.objects.count() >= 190

    def test_every_record_names_its_source(self):
        assert not Actor.objects.filter(references=None).exists()
        assert not Service.objects.filter(references=None).exists()

    def test_both_languages(self):
        for column in ("name", "summary"):
            for language in ("nl", "fr"):
                missing = Service.objects.filter(**{f"{column}_{language}__in": [""]}) | Service.objects.filter(
                    **{f"{column}_{language}__isnull": True}
                )
                assert not missing.exists()

    def test_residents_read_plain_words(self):
        for service in Service.objects.visible_to(Viewer.RESIDENT).exclude(serves="professionals"):
            assert service.plain_nl, service.slug
            assert service.plain_fr, service.slug
