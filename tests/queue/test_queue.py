"""The work queue: what is waiting, for whom, in what order, done in place and taken back."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate

from actors.models import (
    Actor,
    Availability,
    Contact,
    FrontDesk,
    Location,
    NotTheSame,
    QueueHold,
    Refusal,
    Service,
    ServiceUse,
    Suggestion,
)
from actors.people import roles
from actors.queue.kinds import KINDS, actors_of
from actors.queue.work import Work
from tests import factories
from tests.staff.conftest import service_of, user
from zones.models import ZoneMember

YEAR = timedelta(days=365)


def names(client, kind):
    page = client.get(reverse("staff-home"), {"kind": kind}).context["page"]
    return [item.record.slug for item in page.items]


def work(client, kind, record, **data):
    return client.post(reverse("queue-item", args=[kind, record.pk]), data, HTTP_HX_REQUEST="true")


def undo_of(answer):
    return answer.context["item"].undo


@pytest.fixture
def colleague(client):
    """Another of the same team, in a browser of their own."""
    from django.test import Client

    somebody = user("collega")
    ZoneMember.objects.create(user=somebody, zone=factories.zone("sud"))
    browser = Client()
    browser.force_login(somebody)
    return browser


class TestWhatIsWaiting:
    def test_what_nobody_confirmed_lately_the_most_used_and_oldest_first(self, staff, listing):
        def late(slug, days, uses):
            actor = factories.actor(slug=slug, steward=listing.steward, confirmed_on=localdate() - timedelta(days=days))
            service = factories.service(actor=actor, slug=f"{slug}-1")
            ServiceUse.objects.create(service=service, day=localdate(), count=uses)

        late("oud", 700, 1)
        late("veel", 250, 50)
        late("weinig", 250, 1)
        late("pas", 3, 500)
        Actor.objects.filter(pk=listing.pk).update(confirmed_on=localdate())
        assert names(staff, "due") == ["veel", "oud", "weinig"]

    def test_a_status_that_ends_where_no_mail_asks(self, staff, listing):
        service = service_of(listing)
        assert names(staff, "ending") == []  # nothing was ever said
        factories.availability("open", service=service, confirmed_at=timezone.now() - timedelta(days=40))
        assert names(staff, "ending") == ["douches"]
        FrontDesk.objects.create(actor=listing, email="onthaal@douche.be")
        assert names(staff, "ending") == []

    def test_beds_that_were_said_today_are_not_asked_again(self, staff, listing):
        Service.objects.update(availability_kind="beds")
        factories.availability("full", service=service_of(listing))
        assert names(staff, "ending") == []
        Availability.objects.update(confirmed_at=timezone.now() - timedelta(hours=20))
        assert names(staff, "ending") == ["douches"]

    def test_a_house_of_which_mail_brings_no_answer_is_called(self, staff, listing):
        FrontDesk.objects.create(actor=listing, email="onthaal@douche.be", unanswered=2, asked_at=timezone.now())
        page = staff.get(reverse("staff-home"), {"kind": "call"}).content.decode()
        assert "tel:+3225100910" in page
        assert names(staff, "call") == ["douche"]

    def test_what_is_heard_by_telephone_is_kept_as_such(self, staff, listing):
        staff.post(reverse("staff-room", args=["douches"]), {"status": "full", "how": "phone"})
        assert Availability.objects.get().confirmed_how == "phone"
        assert names(staff, "call") == []

    def test_a_house_that_was_never_asked(self, staff, listing):
        assert names(staff, "unasked") == ["douche"]
        Service.objects.update(asks_room=False)
        assert names(staff, "unasked") == []

    def test_what_is_missing_in_which_language_is_said(self, staff, listing):
        Actor.objects.update(name_nl="De Douche", name_fr="La Douche", description_nl="", description_fr="")
        Service.objects.update(name_fr=None, name_nl="Douches", description_nl="", description_fr="")
        page = staff.get(reverse("staff-home"), {"kind": "language"})
        (item,) = page.context["page"].items
        assert [(record.slug, list(map(str, said))) for record, said in item.missing] == [
            ("douches", ["Frans ontbreekt"])
        ]
        assert "Frans ontbreekt" in page.content.decode()

    def test_a_number_of_a_listing_to_confirm_can_be_called(self, staff, listing):
        assert 'href="tel:+3225100910"' in staff.get(reverse("staff-home"), {"kind": "due"}).content.decode()

    def test_invented_listings_are_no_work(self, staff, listing):
        factories.actor(slug="voorbeeld", is_example=True, steward=listing.steward)
        assert names(staff, "due") == ["douche"]
        Actor.objects.filter(pk=listing.pk).update(is_example=True)
        page = staff.get(reverse("staff-home")).context["page"]
        assert page.number == 0

    def test_but_what_somebody_said_of_one_waits_and_is_called_an_example(self, staff, listing):
        Actor.objects.filter(pk=listing.pk).update(is_example=True)
        Suggestion.objects.create(actor=listing, field="hours", proposed="ma-vr")
        page = staff.get(reverse("staff-home"), {"kind": "suggested"})
        assert len(page.context["page"].items) == 1
        assert "Voorbeeld, geen echte dienst" in page.content.decode()

    def test_refusals_one_item_however_many(self, staff, listing):
        for number in range(30):
            Refusal.objects.create(service=service_of(listing), reason="full", reporter=f"x{number}")
        assert names(staff, "refused") == ["douches"]
        factories.availability("full", service=service_of(listing))
        assert names(staff, "refused") == []

    def test_a_correction_that_somebody_suggests(self, staff, listing):
        suggestion = Suggestion.objects.create(actor=listing, field="phone", proposed="02 510 00 00", language="nl")
        page = staff.get(reverse("staff-home"), {"kind": "suggested"})
        assert "02 510 00 00" in page.content.decode()
        assert reverse("suggestion", args=[suggestion.pk]) in page.content.decode()
        work(staff, "suggested", suggestion, act="later")
        assert staff.get(reverse("staff-home")).context["page"].counts["suggested"] == 0

    def test_a_project_that_ended(self, staff, listing):
        factories.actor(slug="winter", steward=listing.steward, ends_on=localdate() - timedelta(days=2))
        factories.actor(slug="zomer", steward=listing.steward, ends_on=localdate())
        assert names(staff, "ended") == ["winter"]

    def test_a_service_that_ended_in_a_house_that_goes_on(self, staff, listing):
        Service.objects.update(ends_on=localdate() - timedelta(days=1))
        assert names(staff, "ended") == ["douche"]

    def test_what_exists_in_one_language(self, staff, listing):
        assert names(staff, "language") == []
        Service.objects.update(description_nl="Een douche.", description_fr="")
        assert names(staff, "language") == ["douche"]

    def test_a_place_of_which_only_the_neighbourhood_is_known(self, staff, listing):
        Location.objects.update(precision="neighbourhood")
        page = staff.get(reverse("staff-home"), {"kind": "places"}).context["page"]
        assert [item.actor.slug for item in page.items] == ["douche"]

    def test_only_ones_own_zone(self, staff, listing, other):
        assert "elders" not in names(staff, "due")

    def test_one_zone_of_the_region(self, client, listing, other):
        regional = get_user_model().objects.create_user("regio@example.org", "x", is_staff=True)
        assert Work(regional).counts["due"] == 2
        assert Work(regional, factories.zone("nord")).counts["due"] == 1
        assert [actor.slug for actor in actors_of(regional, factories.zone("nord"))] == ["elders"]

    def test_nothing_at_all_says_so(self, staff):
        assert "Er wacht niets" in staff.get(reverse("staff-home")).content.decode()

    @pytest.mark.parametrize("query", ["?kind=nonsense", "?zone=nonsense", "?page=x", "?kind=due&page=999999"])
    def test_what_it_does_not_know_it_leaves_out(self, staff, listing, query):
        assert staff.get(reverse("staff-home") + query).status_code == 200

    def test_looking_writes_nothing(self, staff, listing):
        for kind in KINDS:
            staff.get(reverse("staff-home"), {"kind": kind})
        assert not QueueHold.objects.exists()


class TestConfirming:
    def test_everything_with_one_click(self, staff, listing):
        answer = work(staff, "due", listing, act="confirm")
        assert "Vandaag bevestigd." in answer.content.decode()
        assert names(staff, "due") == []
        service, place = service_of(listing), service_of(listing).places.get()
        today = localdate()
        assert [service.confirmed_on, service.admission_confirmed_on, place.hours_confirmed_on] == [today] * 3
        assert Actor.objects.get().contacts_confirmed_on == today

    @pytest.mark.parametrize(
        ("part", "expected"),
        [("hours", (0, 1, 0, 0)), ("admission", (0, 0, 1, 0)), ("contacts", (0, 0, 0, 1))],
    )
    def test_a_part_alone_leaves_the_rest_to_confirm(self, staff, listing, part, expected):
        work(staff, "due", listing, act="confirm", part=part)
        actor, service = Actor.objects.get(), service_of(listing)
        days = actor.confirmed_on, service.places.get().hours_confirmed_on, service.admission_confirmed_on
        assert tuple(int(bool(day)) for day in (*days, actor.contacts_confirmed_on)) == expected
        assert names(staff, "due") == ["douche"]

    def test_is_taken_back_whole(self, staff, listing):
        long_ago = localdate() - YEAR
        Actor.objects.update(confirmed_on=long_ago)
        answer = work(staff, "due", listing, act="confirm")
        work(staff, "due", listing, act="undo", undo=undo_of(answer))
        assert Actor.objects.get().confirmed_on == long_ago
        assert service_of(listing).places.get().hours_confirmed_on is None
        assert names(staff, "due") == ["douche"]

    def test_after_taking_it_back_the_item_says_what_is_so(self, staff, listing):
        answer = work(staff, "due", listing, act="confirm")
        answer = work(staff, "due", listing, act="undo", undo=undo_of(answer))
        assert "nooit bevestigd" in answer.content.decode()

    @pytest.mark.parametrize("note", ["", "x", "a:b:c"])
    def test_nothing_but_our_own_note_takes_back(self, staff, listing, note):
        work(staff, "due", listing, act="confirm")
        assert 'role="alert"' in work(staff, "due", listing, act="undo", undo=note).content.decode()
        assert Actor.objects.get().confirmed_on == localdate()

    def test_without_a_script_the_page_comes_back_with_what_was_done(self, staff, listing):
        page = staff.post(reverse("queue-item", args=["due", listing.pk]), {"act": "confirm"})
        assert page.status_code == 200
        assert "Vandaag bevestigd." in page.content.decode()
        assert 'name="undo"' in page.content.decode()

    def test_of_another_zone_there_is_nothing(self, staff, listing, other):
        assert work(staff, "due", other, act="confirm").status_code == 404
        assert Actor.objects.get(slug="elders").confirmed_on is None


class TestEnded:
    def test_is_archived_and_taken_out_again(self, staff, listing):
        Actor.objects.filter(pk=listing.pk).update(ends_on=localdate() - timedelta(days=2))
        answer = work(staff, "ended", listing, act="archive")
        assert Actor.objects.get().status == "archived"
        assert names(staff, "ended") == []
        work(staff, "ended", listing, act="undo", undo=undo_of(answer))
        assert Actor.objects.get().status == "published"

    def test_what_goes_on_is_not_archived(self, staff, listing):
        assert 'role="alert"' in work(staff, "ended", listing, act="archive").content.decode()
        assert Actor.objects.get().status == "published"

    def test_only_the_service_that_is_over_goes(self, staff, listing):
        factories.service(actor=listing, slug="blijft")
        Service.objects.filter(slug="douches").update(ends_on=localdate() - timedelta(days=2))
        work(staff, "ended", listing, act="archive")
        assert Actor.objects.get().status == "published"
        assert dict(Service.objects.values_list("slug", "status")) == {"douches": "archived", "blijft": "published"}


class TestDuplicates:
    """The regional team, who alone may merge."""

    @pytest.fixture
    def region(self, db, client):
        somebody = user("gewest")
        roles.give(user=somebody, role="regional")
        client.force_login(somebody)
        return client

    @pytest.fixture
    def double(self, listing):
        Contact.objects.create(actor=listing, kind="phone", value="+3225100910")
        double = factories.actor(slug="dubbel", name_nl="Het Dubbel", steward=listing.steward)
        Contact.objects.create(actor=double, kind="phone", value="+3225100910")
        return double

    def test_are_counted_with_the_reason_and_lead_to_both_side_by_side(self, region, listing, double):
        answer = region.get(reverse("staff-home"), {"kind": "duplicates"})
        assert answer.context["page"].counts["duplicates"] == 1
        text = answer.content.decode()
        assert "zelfde telefoonnummer" in text
        assert reverse("duplicates-merge", args=["dubbel", listing.slug]) in text

    def test_that_they_are_two_is_said_in_place_and_taken_back(self, region, listing, double):
        said = work(region, "duplicates", double, act="apart")
        assert "Dit zijn er twee" in said.content.decode()
        assert names(region, "duplicates") == []
        assert "apart" in work(region, "duplicates", double, act="undo", undo=undo_of(said)).content.decode()
        assert names(region, "duplicates") == ["dubbel"]

    @pytest.mark.parametrize("note", ["x", "a:b:c"])
    def test_nothing_but_our_own_note_takes_back(self, region, listing, double, note):
        work(region, "duplicates", double, act="apart")
        assert 'role="alert"' in work(region, "duplicates", double, act="undo", undo=note).content.decode()

    def test_what_is_put_off_is_not_counted(self, region, listing, double):
        work(region, "duplicates", double, act="later")
        assert region.get(reverse("staff-home")).context["page"].counts["duplicates"] == 0

    def test_are_no_work_of_a_zone_team(self, staff, listing, double):
        assert staff.get(reverse("staff-home")).context["page"].counts["duplicates"] == 0
        assert names(staff, "duplicates") == []
        assert work(staff, "duplicates", double, act="apart").status_code == 404
        assert not NotTheSame.objects.exists()

    def test_only_pairs_are_said_to_be_two(self, region, listing):
        assert 'role="alert"' in work(region, "due", listing, act="apart").content.decode()
        assert 'role="alert"' in work(region, "duplicates", listing, act="apart").content.decode()


class TestTogether:
    def test_who_takes_an_item_is_named_to_the_others(self, staff, listing, colleague):
        work(staff, "due", listing, act="take")
        assert "is hiermee bezig" in colleague.get(reverse("staff-home"), {"kind": "due"}).content.decode()
        assert 'role="alert"' in work(colleague, "due", listing, act="take").content.decode()
        assert "is hiermee bezig" not in staff.get(reverse("staff-home"), {"kind": "due"}).content.decode()

    def test_what_was_left_is_free_again(self, staff, listing, colleague):
        work(staff, "due", listing, act="take")
        work(staff, "due", listing, act="leave")
        assert 'role="alert"' not in work(colleague, "due", listing, act="take").content.decode()

    def test_nobody_holds_it_for_longer_than_a_quarter_of_an_hour(self, staff, listing, colleague):
        work(staff, "due", listing, act="take")
        QueueHold.objects.update(until=timezone.now() - timedelta(seconds=1))
        assert 'role="alert"' not in work(colleague, "due", listing, act="take").content.decode()

    def test_nobody_gives_back_what_another_holds(self, staff, listing, colleague):
        work(staff, "due", listing, act="take")
        work(colleague, "due", listing, act="leave")
        assert QueueHold.objects.count() == 1

    def test_put_off_it_comes_back_tomorrow_morning(self, staff, listing, colleague):
        answer = work(staff, "due", listing, act="later")
        assert names(staff, "due") == names(colleague, "due") == []
        held = timezone.localtime(QueueHold.objects.get().until)
        assert (held.date() - localdate(), held.hour) == (timedelta(days=1), 6)
        work(staff, "due", listing, act="undo", undo=undo_of(answer))
        assert names(staff, "due") == ["douche"]

    def test_two_who_confirm_at_once_confirm_once(self, staff, listing, colleague):
        for browser in (staff, colleague):
            assert work(browser, "due", listing, act="confirm").status_code == 200


def test_costs_the_same_number_of_queries_however_long_it_is(staff, listing):
    def queries(kind):
        with CaptureQueriesContext(
            connection,
        ) as found:
            staff.get(reverse("staff-home"), {"kind": kind})
        return len(found)

    staff.get(reverse("staff-home"))
    before = {kind: queries(kind) for kind in KINDS}
    for number in range(12):
        actor = factories.actor(slug=f"huis-{number}", steward=listing.steward)
        service = factories.service(actor=actor, at=True)
        Contact.objects.create(actor=actor, kind="phone", value=f"+32251009{number:02}")
        factories.availability("open", service=service, confirmed_at=timezone.now() - timedelta(days=40))
    after = {kind: queries(kind) for kind in KINDS}
    assert max(after.values()) <= 24
    assert all(after[kind] <= before[kind] + 8 for kind in KINDS)
