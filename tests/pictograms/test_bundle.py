"""What a device keeps: complete, small, and without what nobody may know."""

import gzip
import json
import posixpath
import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from actors.enums import Level
from actors.models import Service, Viewer
from actors.opening import is_open
from actors.pictograms.bundle import bundle, saved_bundle
from actors.pictograms.choice import REGION, neutral
from actors.pictograms.told import told_hours
from actors.search import engine
from repertorium.pictograms import GENERATED
from tests import factories
from tests.pictograms.conftest import code

MOST_BYTES_A_SERVICE = 120  # compressed; ten thousand services then fit into about a megabyte
FIRST_VIEW = 60_000  # bytes over the wire, all included


@pytest.mark.usefixtures("real")
class TestRegion:
    @pytest.fixture(params=["nl", "fr"])
    def kept(self, request):
        return bundle(REGION, request.param, "", timezone.now())

    def test_every_service_that_residents_see_is_in_it(self, kept):
        expected = Service.objects.visible_to(Viewer.RESIDENT).exclude(serves="professionals")
        assert len(kept["cards"]) == expected.count()
        assert all(card["for"] and card["name"] and card["text"] for card in kept["cards"])

    def test_it_is_small(self):
        data, _version = saved_bundle(REGION, "nl", None)
        services = len(json.loads(data)["cards"])
        assert len(gzip.compress(data)) < services * MOST_BYTES_A_SERVICE

    def test_hours_are_those_of_the_calendar_for_two_weeks(self, kept):
        """At every third hour of two weeks a device says of every schedule what the calendar says."""
        now = timezone.now()
        index = engine().index
        schedules = {schedule for pk in index.all for schedule in index.schedules(pk).values() if schedule[0]}
        for hours, closed in sorted(schedules)[:40]:
            told = told_hours(hours, now, closed)
            for ahead in range(1, 14 * 24, 3):
                moment = now + timedelta(hours=ahead)
                assert as_told(told, moment) is is_open(hours, moment, closed), (hours, moment)

    def test_a_status_travels_with_its_end(self, kept):
        said = [card["room"] for card in kept["cards"] if "room" in card]
        assert said
        assert all(until * 60 > timezone.now().timestamp() for _status, until in said)

    def test_all_needs_are_in_it_alike(self, kept):
        codes = {one for card in kept["cards"] for one in card["for"]}
        assert {code("safety"), code("food"), code("addiction")} <= codes


def as_told(told, moment):
    """What hours that were told say of a moment: the obvious reading of `told`."""
    if told == "always":
        return True
    minute = moment.timestamp() / 60
    for stretch in told.split(";") if told != "-" else ():
        start, end = map(int, stretch.partition(" ")[0].removeprefix("?").split("-"))
        if start <= minute < end:
            return None if stretch.startswith("?") else True
    return False


@pytest.mark.usefixtures("real")
class TestArea:
    def test_a_municipality_is_a_part(self, client):
        region = client.get("/nl/hulp/bewaard/region.json").json()["cards"]
        part = client.get("/nl/hulp/bewaard/21013.json").json()["cards"]
        assert 0 < len(part) < len(region)

    def test_an_unchanged_file_is_not_sent_again(self, client):
        first = client.get("/nl/hulp/bewaard/21013.json")
        again = client.get("/nl/hulp/bewaard/21013.json", headers={"If-None-Match": first["ETag"]})
        assert again.status_code == 304
        assert again.content == b""

    @pytest.mark.parametrize("area", ["99999", "x"])
    def test_unknown_areas_do_not_exist(self, client, area):
        assert client.get(f"/nl/hulp/bewaard/{area}.json").status_code == 404


def test_an_undisclosed_address_is_in_no_bundle(db, client):
    from tests import factories

    place = factories.location(level=Level.UNDISCLOSED, lat=50.81234, lon=4.31234, street_nl="Geheimstraat 7")
    service = factories.service(at=place, level=Level.UNDISCLOSED)
    service.actor.contacts.create(kind="phone", value="+3225100910")
    text = json.dumps(bundle(REGION, "nl", "", timezone.now()))
    assert neutral("theme:shower") in text
    assert "Geheim" not in text
    assert "50.8123" not in text
    assert "+3225100910" in text


@pytest.mark.usefixtures("real")
class TestWeight:
    @pytest.mark.parametrize("address", ["/nl/hulp/", "/fr/aide/"])
    def test_the_first_view_is_light(self, client, address):
        """The page, its styles, scripts and pictograms, compressed; what is kept for later is loaded afterwards."""
        static = settings.BASE_DIR / "static"
        scripts = [static / f"js/help/{name}.js" for name in ("help", "leave", "listen", "near", "save")]
        files = [static / "css/tokens.css", static / "css/help.css", GENERATED / "help.svg", *scripts]
        files += [static / "icons/favicon.svg"]
        pieces = [client.get(address).content, *(file.read_bytes() for file in files)]
        assert sum(len(gzip.compress(piece)) for piece in pieces) < FIRST_VIEW // 2

    def test_queries(self, client, django_assert_max_num_queries):
        client.get("/nl/hulp/")
        with django_assert_max_num_queries(3):
            client.get("/nl/hulp/")
        with django_assert_max_num_queries(9):
            client.get(f"/nl/hulp/adressen/?b={code('homelessness')}&g=21004")


@pytest.mark.usefixtures("real")
class TestApp:
    def test_manifest(self, client):
        manifest = client.get("/nl/hulp/app.webmanifest").json()
        assert manifest["start_url"] == manifest["scope"] == "/nl/hulp/"
        assert {icon["sizes"] for icon in manifest["icons"]} == {"192x192", "512x512"}

    def test_worker_keeps_every_screen(self, client):
        script = client.get("/help-worker.js?l=fr").content.decode()
        for path in ("/fr/aide/", "/fr/aide/ou/", "/fr/aide/adresses/", "/fr/aide/numeros/"):
            assert f'"{path}"' in script

    @pytest.mark.parametrize("query", ["", "?l=de", "?l=nl&i=xx"])
    def test_worker_of_no_language(self, client, query):
        assert client.get(f"/help-worker.js{query}").status_code == (200 if "l=nl" in query else 404)

    def test_every_asset_that_the_worker_keeps_exists(self):
        from django.contrib.staticfiles.finders import find

        from actors.pictograms.offline import ASSETS

        assert [asset for asset in ASSETS if find(asset) is None] == []

    def test_every_script_that_a_kept_script_imports_is_kept(self):
        """What was broken: one was not, and without it none of them runs once the browser's own cache is gone."""
        from django.contrib.staticfiles.finders import find

        from actors.pictograms.offline import ASSETS

        scripts = [Path(asset) for asset in ASSETS if asset.endswith(".js")]
        imports = re.compile(r"""(?:from |import |import\()"(\.{1,2}/[^"]+)\"""")
        wanted = {
            posixpath.normpath(script.parent / name)
            for script in scripts
            for name in imports.findall(Path(find(str(script))).read_text())
        }
        assert len(wanted) > 10
        assert wanted <= set(ASSETS)


@pytest.mark.django_db(transaction=True)
def test_what_was_made_of_another_database_is_not_handed_out(new_engine):
    """What was broken: for a quarter of an hour a device kept nothing, because an empty database had been asked."""
    new_engine()
    assert json.loads(saved_bundle(REGION, "nl", None)[0])["cards"] == []
    factories.service(at=True)
    new_engine()
    assert len(json.loads(saved_bundle(REGION, "nl", None)[0])["cards"]) == 1
