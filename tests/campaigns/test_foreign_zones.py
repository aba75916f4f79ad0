"""Whose a campaign is: another team's is not found, and of one of the Region each team has its own houses."""

from django.urls import reverse

from actors.models import Campaign
from tests import factories
from tests.campaigns.conftest import act, answer_of, ask, fill_in, house, look, write


def test_another_team_finds_no_such_campaign(other_team, campaign, anna):
    assert look(other_team, campaign).status_code == 404
    assert other_team.get(reverse("campaign-csv", args=[campaign.pk])).status_code == 404
    assert fill_in(other_team, campaign, anna, answer="as-usual").status_code == 404
    assert "Open in de feestdagen" not in other_team.get(reverse("campaigns")).content.decode()


def test_no_team_asks_actors_of_another_zone(staff, anna):
    assert write(staff, zone=factories.zone("nord").pk).status_code == 422
    assert not Campaign.objects.exists()


def test_of_a_campaign_of_the_region_each_team_sees_and_answers_for_its_own(other_team, staff, anna):
    theirs = house("noord", zone="nord")
    campaign = ask(zone=None)
    page = look(other_team, campaign)
    assert [row.asked.actor.slug for row in page.context["page"].rows] == ["noord"]
    assert "Afsluiten" not in page.content.decode()
    assert act(other_team, campaign, "close").status_code == 404
    assert fill_in(other_team, campaign, anna, answer="as-usual").status_code == 404
    assert fill_in(other_team, campaign, theirs, answer="as-usual").status_code == 200
    body = other_team.get(reverse("campaign-csv", args=[campaign.pk])).content.decode()
    assert "anna" not in body


def test_the_region_sees_all_of_it(region, anna):
    house("noord", zone="nord")
    campaign = ask(zone=None)
    assert len(look(region, campaign).context["page"].rows) == 2


def test_a_draft_of_the_region_is_nobody_elses(other_team, anna):
    assert look(other_team, ask(zone=None, started=False)).status_code == 404


def test_a_question_that_was_posed_to_another_campaign_is_not_found(staff, campaign, anna):
    other = ask(kind="yes-no")
    address = reverse("campaign-answer", args=[campaign.pk, answer_of(other, anna).pk])
    assert staff.get(address).status_code == 404
