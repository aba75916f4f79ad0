"""The page and the command: who may see it, what it says, in both languages."""

import csv
import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import translation

from actors.models import Contact
from repertorium.accounts.models import User
from tests import factories
from tests.quality.test_report import QUERIES
from zones.models import ZoneMember

pytestmark = pytest.mark.django_db


def address(language="nl", query=""):
    with translation.override(language):
        return reverse("quality") + query


@pytest.fixture
def member(client):
    """Of the team of zone Sud."""
    user = User.objects.create_user("zone@example.org", "x")
    ZoneMember.objects.create(user=user, zone=factories.zone("sud"))
    client.force_login(user)
    return client


@pytest.fixture
def regional(client):
    client.force_login(User.objects.create_superuser("team@example.org", "x"))
    return client


class TestWhoMaySee:
    def test_anonymous_is_asked_to_log_in_and_comes_back(self, client):
        response = client.get(address(query="?zone=sud"))
        assert response.status_code == 302
        assert response["Location"].startswith(reverse("account_login"))
        assert response["Location"].endswith("zone%3Dsud")

    @pytest.mark.parametrize("query", ["", "?zone=sud", "?measure=nonsense"])
    def test_professional_finds_no_such_page(self, client, query):
        client.force_login(User.objects.create_user("nurse@example.org", "x"))
        assert client.get(address(query=query)).status_code == 404

    def test_staff(self, member):
        assert member.get(address()).status_code == 200

    def test_regional_team(self, regional):
        assert regional.get(address()).status_code == 200

    def test_is_not_kept_or_written(self, member):
        assert "no-store" in member.get(address())["Cache-Control"]
        assert member.post(address()).status_code == 405


class TestPage:
    @pytest.mark.parametrize("language", ["nl", "fr"])
    def test_both_languages(self, regional, language):
        factories.service(at=True)
        text = regional.get(address(language)).content.decode()
        assert f'<html lang="{language}">' in text
        assert f"sud {language.upper()}" in text
        assert 'style="' not in text

    def test_empty(self, regional):
        text = regional.get(address()).content.decode()
        assert "<table" not in text
        assert "notice" in text

    def test_member_sees_the_own_zone_first(self, member):
        for code in ("nord", "sud"):
            place = factories.location(
                neighbourhood=factories.neighbourhood(f"21013-{code}", zone=factories.zone(code))
            )
            factories.service(at=place)
        page = member.get(address()).context["page"]
        assert page.row.code == "sud"
        assert [row.code for row in page.rows] == ["sud", "", "nord", "none"]
        assert member.get(address(query="?zone=")).context["page"].row is not page.row
        assert member.get(address(query="?zone=")).context["page"].row.kind == ""

    def test_number_leads_to_the_services_it_is_about(self, regional):
        wanting, fine = factories.service(at=True), factories.service(at=True)
        Contact.objects.create(service=fine, value="+3225123456")
        assert "zone=sud&amp;measure=no-phone#listings" in regional.get(address()).content.decode()
        response = regional.get(address(query="?zone=sud&measure=no-phone"))
        assert response.context["page"].concerned == [wanting]
        assert reverse("admin:actors_service_change", args=[wanting.pk]) in response.content.decode()
        assert 'id="listings"' in response.content.decode()

    def test_zone_team_gets_no_links_to_the_admin(self, member):
        factories.service(at=True, plain_nl="Kom eten.")
        text = member.get(address(query="?zone=sud&measure=no-phone")).content.decode()
        assert "/admin/" not in text

    @pytest.mark.parametrize("query", ["?zone=mars", "?theme=mars", "?measure=mars"])
    def test_what_is_not_there(self, regional, query):
        assert regional.get(address(query=query)).status_code == 404

    def test_texts_and_pairs(self, regional):
        factories.service(at=True, plain_nl="Kom eten in de tuin van het huis op de hoek van de straat vandaag.")
        factories.need("food", plain_nl="Eten")
        for _ in range(2):
            factories.actor(name_nl="Huis", name_fr="Maison")
        response = regional.get(address())
        page = response.context["page"]
        (pair,) = page.pairs
        assert f"{pair.second.slug}/{pair.first.slug}/" in response.content.decode()  # the page that merges them
        assert [text.language for text in page.hardest] == ["nl", "nl"]
        assert [pair.codes for pair in page.pairs] == [("name",)]
        theme = regional.get(address(query="?theme=shower")).context["page"]
        assert [text.service is not None for text in theme.hardest] == [True]
        assert theme.pairs == []

    def test_queries(self, regional, django_assert_num_queries):
        for code in ("nord", "sud"):
            factories.service(at=True, themes=[code])
        regional.get(address())  # its session says once in ten minutes that it lives
        accounts = 4  # session, user, second factor, zones of the user
        with django_assert_num_queries(QUERIES + accounts):
            regional.get(address(query="?zone=&measure=no-phone"))


class TestCommand:
    @pytest.fixture(autouse=True)
    def services(self):
        factories.service(slug="uit", at=True, plain_nl="Kom eten.", plain_fr="Venez manger.")
        factories.service(slug="thuis", themes=["meals"])
        for _ in range(2):
            factories.actor(name_nl="Huis")

    def run(self, *options):
        out = StringIO()
        call_command("data_quality", *options, stdout=out)
        return out.getvalue()

    def test_table(self):
        lines = self.run().splitlines()
        assert lines[0].split() == ["everything", "sud", "none"]
        assert lines[1].split() == ["Services", "2", "1", "1"]
        assert len({len(line) for line in lines[:5]}) == 1  # aligned
        assert any(line.startswith("Due for review") for line in lines)
        assert "Probable duplicates: 1" in lines
        assert any("nl uit: Kom eten." in line for line in lines)

    def test_limit(self):
        assert "Kom eten." not in self.run("--limit", "0")

    def test_json(self):
        found = json.loads(self.run("--format", "json"))
        assert found["zones"]["sud"]["services"] == 1
        assert found["everything"]["no-phone"] == {"number": 2, "of": 2}
        assert found["everything"]["parity"] == {"number": 20, "of": 20}
        assert found["duplicates"][0]["reasons"] == ["name"]
        assert {text["of"] for text in found["hardest"]} == {"uit"}

    def test_csv_of_one_zone(self):
        rows = list(csv.DictReader(StringIO(self.run("--format", "csv", "--zone", "sud"))))
        assert {row["code"] for row in rows} == {"", "sud", "shower"}
        assert {"kind": "zone", "code": "sud", "measure": "no-phone", "number": "1", "of": "1"} in rows

    @pytest.mark.parametrize("options", [("--zone", "mars"), ("--limit", "-1")])
    def test_refuses(self, options):
        with pytest.raises(CommandError):
            self.run(*options)
