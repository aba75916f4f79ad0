"""What a front desk says with one tap, and what everybody then reads."""

from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone

from actors.frontdesk import answers
from actors.history.changes import Changes
from actors.history.scope import of_actor
from actors.models import Availability, FrontDesk
from tests import factories


def said(service, place=None):
    one = Availability.objects.filter(service=service, place=place).first()
    return one and (one.status, one.places_free, one.places_total, one.waiting_days)


def earlier(days, status, **fields):
    """A status that was said so many days ago."""
    moment = timezone.now() - timedelta(days=days)
    return factories.availability(status, confirmed_at=moment, **fields)


def undo_of(answer):
    return answer.context["page"].answer.said.undo


class TestOneTap:
    @pytest.mark.parametrize("status", ["open", "limited", "waiting_list", "full", "paused"])
    def test_says_a_status_as_the_front_desk(self, desk, intake, status):
        assert desk.tap(intake, status=status).status_code == 200
        one = Availability.objects.get()
        assert (one.status, one.confirmed_how, one.confirmed_by) == (status, "desk", None)

    def test_is_read_on_the_page_of_the_service(self, desk, intake, client):
        desk.tap(intake, status="full")
        page = client.get(reverse("service", args=["intake"])).content.decode()
        assert "Volzet" in page
        assert "vandaag bevestigd" in page

    def test_sets_no_cookie(self, desk, intake):
        assert not desk.tap(intake, status="open").cookies

    def test_counts_as_long_as_its_kind_does(self, desk, beds, intake):
        for service, days in ((beds, 1), (intake, 14)):
            desk.tap(service, status="open")
            one = Availability.objects.get(service=service)
            assert (one.valid_until - one.confirmed_at).days == days

    def test_of_a_statutory_service_is_never_full(self, desk, intake):
        type(intake).objects.filter(pk=intake.pk).update(is_statutory=True)
        page = desk.look().content.decode()
        assert page.count('value="paused"') == 1  # of the other service
        assert 'role="alert"' in desk.tap(intake, status="full").content.decode()
        assert said(intake) is None
        desk.tap(intake, status="waiting_list")
        assert said(intake)[0] == "waiting_list"

    def test_of_one_place_alone(self, desk, intake):
        other = factories.location(actor=intake.actor)
        place = intake.places.create(location=other)
        desk.tap(intake, place=place.pk, status="full")
        assert (said(intake), said(intake, place)[0]) == (None, "full")

    def test_what_was_tapped_is_what_is_read_there_whatever_a_place_says(self, desk, intake):
        """The whole is full; one place of two has room of its own, which others read as the best."""
        place = intake.places.create(location=factories.location(actor=intake.actor))
        desk.tap(intake, place=place.pk, status="limited")
        answer = desk.tap(intake, status="full")
        assert answer.context["page"].changed.words.words == "Volzet"
        assert "Voor sommige plaatsen is iets anders gezegd" in answer.content.decode()
        page = desk.tap(intake, place=place.pk, status="").content.decode()
        assert "Vrije plaatsen: niet bekend" not in page.partition('id="intake"')[2]

    def test_of_what_is_no_question_any_more_says_so(self, desk, intake):
        type(intake).objects.filter(pk=intake.pk).update(asks_room=False)
        assert "niet meer gevraagd" in desk.tap(intake, status="full").content.decode()
        assert said(intake) is None

    @pytest.mark.parametrize("status", ["", "nonsense", "unknown\x00", "x" * 5000])
    def test_nothing_but_a_status_is_one(self, desk, intake, status):
        assert desk.tap(intake, status=status).status_code == 200
        assert said(intake) is None

    def test_twice_at_once_is_one_status(self, desk, intake):
        desk.tap(intake, status="full")
        desk.tap(intake, status="full")
        assert Availability.objects.count() == 1


class TestAllUnchanged:
    def test_counts_anew_what_was_said_and_nothing_else(self, desk, beds, intake):
        old = earlier(5, "limited", service=beds, places_total=8, places_free=2)
        answer = desk.tap(act="unchanged")
        one = Availability.objects.get()
        assert (said(beds), one.confirmed_how) == (("limited", 2, 8, None), "desk")
        assert one.confirmed_at > old.confirmed_at
        assert not one.has_expired
        assert "1 status is opnieuw bevestigd" in answer.content.decode()

    def test_is_taken_back_whole(self, desk, beds, intake):
        before = [earlier(3, "full", service=one) for one in (beds, intake)]
        desk.tap(undo=undo_of(desk.tap(act="unchanged")))
        after = Availability.objects.order_by("pk")
        assert [one.confirmed_at for one in after] == [one.confirmed_at for one in before]
        assert [one.confirmed_how for one in after] == [one.confirmed_how for one in before]

    def test_is_not_taken_back_over_what_was_said_meanwhile(self, desk, beds, intake):
        for one in (beds, intake):
            earlier(3, "full", service=one)
        answer = desk.tap(act="unchanged")
        desk.tap(beds, status="open")
        assert 'role="alert"' in desk.tap(undo=undo_of(answer)).content.decode()
        assert said(beds)[0] == "open"

    def test_is_not_offered_before_anything_was_said(self, desk):
        assert 'value="unchanged"' not in desk.look().content.decode()
        assert 'role="alert"' in desk.tap(act="unchanged").content.decode()


class TestHowMany:
    def test_one_more_and_one_fewer(self, desk, beds):
        factories.availability("open", service=beds, places_total=10, places_free=4)
        desk.tap(beds, step="-1")
        assert said(beds) == ("open", 3, 10, None)
        desk.tap(beds, step="-1")
        assert said(beds) == ("limited", 2, 10, None), "a quarter of the places or less is little room"
        desk.tap(beds, step="1")
        desk.tap(beds, step="1")
        assert said(beds) == ("open", 4, 10, None)

    def test_the_last_place_makes_it_full_and_the_first_gives_room(self, desk, beds):
        factories.availability("limited", service=beds, places_total=10, places_free=1)
        answer = desk.tap(beds, step="-1")
        assert said(beds) == ("full", 0, 10, None)
        desk.tap(undo=undo_of(answer))
        assert said(beds) == ("limited", 1, 10, None)
        desk.tap(beds, step="-1")
        desk.tap(beds, step="1")
        assert said(beds) == ("limited", 1, 10, None)

    @pytest.mark.parametrize(("free", "step"), [(0, "-1"), (10, "1")])
    def test_never_below_none_or_above_all(self, desk, beds, free, step):
        factories.availability("open" if free else "full", service=beds, places_total=10, places_free=free)
        assert 'role="alert"' in desk.tap(beds, step=step).content.decode()
        assert said(beds)[1] == free

    def test_more_free_than_there_are_is_said_and_what_was_typed_stays(self, desk, beds):
        factories.availability("open", service=beds)
        page = desk.tap(beds, status="open", places_free="12", places_total="10", note="").content.decode()
        assert 'role="alert"' in page
        assert 'name="places_free" type="number" min="0" max="2000" inputmode="numeric" value="12"' in page

    def test_none_free_offers_full(self, desk, beds):
        factories.availability("open", service=beds)
        page = desk.tap(beds, status="open", places_free="0", places_total="10", note="").content.decode()
        assert "“volzet” doorgeven" in page.lower()


class TestNote:
    def test_is_kept_in_the_language_of_the_page(self, desk, beds):
        factories.availability("open", service=beds)
        desk.tap(beds, language="fr", status="open", note="entrée rue Haute")
        said = Availability.objects.get()
        assert (said.note_fr, said.note_nl or "") == ("entrée rue Haute", "")

    @pytest.mark.parametrize("note", ["voor 85.07.30-033.28", "bel mevrouw Peeters"])
    def test_about_a_person_is_asked_back(self, desk, beds, note):
        factories.availability("open", service=beds)
        page = desk.tap(beds, status="open", note=note).content.decode()
        assert 'role="alert"' in page
        assert note in page
        assert not Availability.objects.get().note_nl

    def test_that_looks_like_a_name_is_asked_about_and_kept_with_one_more_tap(self, desk, beds):
        factories.availability("open", service=beds)
        page = desk.tap(beds, status="limited", note="bed 12 voor Fatima B.").content.decode()
        assert 'value="bed 12 voor Fatima B."' in page
        assert 'name="no_person" value="1"' in page
        form = page[page.rindex("<form", 0, page.index('name="no_person"')) :]
        assert form.index('<button type="submit">') < form.index('name="no_person"'), "Enter saves without being asked"
        assert said(beds)[0] == "open"
        desk.tap(beds, status="limited", note="bed 12 voor Fatima B.", no_person="1")
        assert Availability.objects.get().note_nl == "bed 12 voor Fatima B."
        desk.tap(beds, status="full", note="bed 12 voor Fatima B.")  # it was asked before
        assert said(beds)[0] == "full"

    def test_a_number_for_the_register_stays_refused_whatever_is_tapped(self, desk, beds):
        factories.availability("open", service=beds)
        page = desk.tap(beds, status="open", note="voor 85.07.30-033.28", no_person="1").content.decode()
        assert "rijksregisternummer" in page
        assert 'name="no_person"' not in page


class TestNumbers:
    @pytest.mark.parametrize(
        ("language", "field", "words"),
        [
            ("nl", "waiting_days", "Niemand wacht langer dan vijftien jaar"),
            ("fr", "waiting_days", "plus de quinze ans"),
            ("nl", "places_total", "meer dan 2.000 plaatsen"),
            ("fr", "places_free", "plus de 2 000 places"),
        ],
    )
    def test_beyond_sense_are_said_to_be_and_nothing_is_lost(self, desk, beds, language, field, words):
        factories.availability("open", service=beds)
        typed = {"places_total": "9999"} if field == "places_free" else {}
        page = unescape(desk.tap(beds, language=language, status="open", **{**typed, field: "9999"}).content.decode())
        assert words in page
        assert 'value="9999"' in page
        assert Availability.objects.get().waiting_days is None


class TestWhatIsKept:
    def test_the_history_names_the_front_desk_and_nobody(self, desk, beds, member, client, shelter):
        desk.tap(beds, status="full")
        (change,) = [one for one in Changes(of_actor(shelter))[0:10] if one.by]
        assert (change.by, change.user) == ("front-desk", None)
        client.force_login(member)
        page = client.get(reverse("staff-history", args=["nacht"])).content.decode()
        assert "onthaal van de organisatie" in page

    def test_an_answer_begins_the_mails_anew(self, desk, beds, shelter):
        FrontDesk.objects.create(actor=shelter, email="onthaal@nacht.be", unanswered=2, asked_at="2026-01-01T00:00Z")
        desk.tap(beds, status="full")
        assert FrontDesk.objects.get().unanswered == 0

    def test_a_link_that_is_used_without_end_is_stopped(self, desk, beds, monkeypatch):
        monkeypatch.setattr(answers, "MOST_PER_HOUR", 3)
        for status in ("open", "full", "open", "full"):
            answer = desk.tap(beds, status=status)
        assert "heel vaak gebruikt" in answer.content.decode()
        assert said(beds)[0] == "open"
