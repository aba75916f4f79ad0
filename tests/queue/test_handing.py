"""An item is handed to a named colleague of the same team, who finds it first, and it can be taken back."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from actors.models import Actor, QueueHandover
from actors.people import retention
from actors.queue.kinds import KINDS
from actors.subscriptions.digest import lines_of
from tests import factories
from tests.queue.test_queue import names, undo_of, work
from tests.staff.conftest import user
from zones.models import ZoneMember


def browser_of(somebody):
    browser = Client()
    browser.force_login(somebody)
    return browser


def named(address, name):
    somebody = user(address)
    somebody.name = name
    somebody.save()
    return somebody


@pytest.fixture
def lena(db):
    """Of the same team."""
    somebody = named("lena", "Lena")
    ZoneMember.objects.create(user=somebody, zone=factories.zone("sud"))
    return somebody


@pytest.fixture
def karim(db):
    """Of another team."""
    somebody = named("karim", "Karim")
    ZoneMember.objects.create(user=somebody, zone=factories.zone("nord"))
    return somebody


def hand(browser, listing, person, kind="due"):
    return work(browser, kind, listing, act="hand", to=person.pk)


def handed_to(somebody):
    page = browser_of(somebody).get(reverse("staff-home"), {"handed": "1"}).context["page"]
    return [item.actor.slug for item in page.items]


class TestWhoItIsHandedTo:
    def test_finds_it_at_the_top_with_who_handed_it(self, staff, listing, lena):
        factories.actor(slug="andere", steward=listing.steward)
        assert "Doorgegeven aan Lena" in hand(staff, listing, lena).content.decode()
        first = browser_of(lena).get(reverse("staff-home")).content.decode()
        assert "Aan u doorgegeven" in first
        assert handed_to(lena) == ["douche"]
        assert (
            "Aan u doorgegeven door zone@example.org" in browser_of(lena).get("/nl/beheer/?handed=1").content.decode()
        )

    def test_others_see_whose_it_is_and_can_still_do_it(self, staff, listing, lena):
        hand(staff, listing, lena)
        assert "Doorgegeven aan Lena door zone@example.org" in staff.get("/nl/beheer/?kind=due").content.decode()
        assert work(staff, "due", listing, act="confirm").status_code == 200
        assert handed_to(lena) == []
        assert not QueueHandover.objects.now().exists()

    def test_gets_it_in_the_digest(self, staff, listing, lena):
        hand(staff, listing, lena)
        first = lines_of(lena)[0]
        assert (str(first["words"]), first["number"]) == ("Aan u doorgegeven", 1)

    def test_keeps_it_while_they_work_and_go_on(self, staff, listing, lena):
        """The script tells who is at an item and gives it back: that is no hand-over."""
        hand(staff, listing, lena)
        work(browser_of(lena), "due", listing, act="take")
        work(browser_of(lena), "due", listing, act="leave")
        assert handed_to(lena) == ["douche"]

    def test_loses_it_when_it_waits_no_more(self, staff, listing, lena):
        hand(staff, listing, lena)
        Actor.objects.update(confirmed_on=timezone.localdate())
        assert handed_to(lena) == []

    def test_has_it_for_two_weeks_since_people_go_on_leave(self, staff, listing, lena):
        hand(staff, listing, lena)
        QueueHandover.objects.update(at=timezone.now() - timedelta(days=15))
        assert handed_to(lena) == []
        assert hand(staff, listing, lena).context["item"].done

    def test_nobody_sees_it_on_the_page_where_nothing_was_handed(self, staff, listing):
        assert "Aan u doorgegeven" not in staff.get(reverse("staff-home")).content.decode()


class TestPermission:
    def test_the_same_team_alone_may_be_chosen(self, staff, listing, member, lena, karim):
        user("weg", is_active=False)
        page = staff.get(reverse("queue-hand", args=["due", listing.pk]))
        assert set(page.context["people"]) == {member, lena}

    @pytest.mark.parametrize("to", ["", "x", "0", "99999999999999999999", "²"])
    def test_what_is_nobody_is_refused(self, staff, listing, to):
        assert "Kies iemand van het team" in work(staff, "due", listing, act="hand", to=to).content.decode()

    def test_another_team_is_refused_on_the_server(self, staff, listing, karim):
        assert "Kies iemand van het team" in hand(staff, listing, karim).content.decode()
        assert not QueueHandover.objects.exists()

    def test_nobody_hands_over_what_another_team_keeps(self, listing, karim, lena):
        assert hand(browser_of(karim), listing, lena).status_code == 404
        assert browser_of(karim).get(reverse("queue-hand", args=["due", listing.pk])).status_code == 404

    def test_the_regional_team_hands_to_the_zone_or_to_its_own(self, listing, lena, karim):
        regional = user("regio", is_staff=True)
        page = browser_of(regional).get(reverse("queue-hand", args=["due", listing.pk]))
        assert set(page.context["people"]) == {lena, regional}

    def test_merging_is_handed_to_the_regional_team_alone(self):
        assert [kind.code for kind in KINDS.values() if not kind.is_for_zones] == ["duplicates"]

    def test_who_edits_only_their_own_house_has_no_colleagues_here(self, listing, own_editor):
        assert browser_of(own_editor).get(reverse("queue-hand", args=["due", listing.pk])).status_code == 404
        assert hand(browser_of(own_editor), listing, own_editor).context["item"].error


class TestHistoryAndUndo:
    def test_undone_it_is_nobodys_again(self, staff, listing, lena):
        answer = hand(staff, listing, lena)
        work(staff, "due", listing, act="undo", undo=undo_of(answer))
        assert handed_to(lena) == []
        assert names(staff, "due") == ["douche"]

    def test_undone_it_is_whose_it_was_before(self, staff, listing, lena, member):
        hand(staff, listing, lena)
        answer = hand(staff, listing, member)
        assert handed_to(lena) == []
        work(staff, "due", listing, act="undo", undo=undo_of(answer))
        assert handed_to(lena) == ["douche"]

    def test_not_when_it_was_handed_on_meanwhile(self, staff, listing, lena, member):
        answer = hand(staff, listing, lena)
        hand(browser_of(lena), listing, member)
        refused = work(staff, "due", listing, act="undo", undo=undo_of(answer)).content.decode()
        assert "Er werd niets ongedaan gemaakt" in refused
        assert handed_to(member) == ["douche"]

    def test_everything_that_happened_to_it_can_be_read(self, staff, listing, lena, member):
        hand(staff, listing, lena)
        hand(browser_of(lena), listing, member)
        page = staff.get(reverse("queue-hand", args=["due", listing.pk])).content.decode()
        assert "zone@example.org aan Lena" in page
        assert "Lena aan zone@example.org" in page

    def test_it_is_kept_a_year_and_not_longer_than_the_account(self, staff, listing, lena):
        hand(staff, listing, lena)
        QueueHandover.objects.update(at=timezone.now() - timedelta(days=364))
        assert retention.clean_up()["hand-overs in the work queue"] == 0
        QueueHandover.objects.update(at=timezone.now() - timedelta(days=366))
        assert retention.clean_up()["hand-overs in the work queue"] == 1
        hand(staff, listing, lena)
        lena.delete()
        assert not QueueHandover.objects.exists()
