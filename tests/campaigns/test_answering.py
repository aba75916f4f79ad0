"""What a front desk answers to the question of a campaign, by its link."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from actors.frontdesk import answers
from actors.models import Actor, Campaign, CampaignRequest, FrontDesk
from tests import factories
from tests.campaigns.conftest import answer_of, ask, in_days


def undo_of(answer):
    return answer.context["page"].answer.said.undo


class TestOnePage:
    def test_the_question_stands_on_it_in_both_languages(self, desk, campaign):
        assert "Bent u open tussen Kerstmis en Nieuwjaar?" in desk.look("nl")
        assert "Êtes-vous ouverts entre Noël et le Nouvel An ?" in desk.look("fr")

    def test_looking_answers_nothing(self, desk, campaign):
        desk.look()
        assert not answer_of(campaign, desk.actor).answer

    def test_one_question_at_a_time_that_ends_first_before_the_other(self, desk, campaign):
        ask(kind="yes-no", days=3, title_nl="Hitteplan", question_nl="Hebt u een koele kamer?")
        page = desk.look()
        assert "Hebt u een koele kamer?" in page
        assert "tussen Kerstmis" not in page

    def test_the_next_question_follows_the_answer(self, desk, campaign):
        heat = ask(kind="yes-no", days=3, question_nl="Hebt u een koele kamer?")
        page = desk.say(heat, answer="yes").content.decode()
        assert "Dank u. We noteerden:" in page
        assert "Bent u open tussen Kerstmis en Nieuwjaar?" in page

    def test_is_small_and_sets_no_cookie(self, desk, campaign):
        for number in range(4):
            factories.service(actor=desk.actor, at=True, slug=f"dienst-{number}")
        response = desk.say(campaign, answer="as-usual")
        assert not response.cookies
        assert len(response.content) < 15_000

    def test_a_museum_that_is_not_asked_for_room_is_asked_this(self, desk, campaign):
        assert "Een vraag voor u" in desk.look()
        assert "Van geen enkele dienst" not in desk.look()

    def test_that_is_over_is_not_asked(self, desk, campaign):
        Campaign.objects.update(ends_on=in_days(-1))
        assert "Kerstmis" not in desk.look()


class TestAnAnswer:
    def test_with_one_tap(self, desk, campaign):
        page = desk.say(campaign, answer="as-usual").content.decode()
        asked = answer_of(campaign, desk.actor)
        assert (asked.answer, asked.answered_how, asked.answered_by) == ("as-usual", "desk", None)
        assert "gewoon open" in page

    def test_closed_on_some_days(self, desk, campaign):
        desk.say(campaign, answer="closed", closed_from=in_days(3), closed_until=in_days(9))
        asked = answer_of(campaign, desk.actor)
        assert (asked.closed_from, asked.closed_until) == (in_days(3), in_days(9))

    @pytest.mark.parametrize("written", ["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d"])
    def test_days_as_people_write_them(self, desk, campaign, written):
        day = in_days(3).strftime(written)
        desk.say(campaign, answer="closed", closed_from=day, closed_until=day)
        assert answer_of(campaign, desk.actor).closed_from == in_days(3)

    @pytest.mark.parametrize(
        ("first", "last"),
        [("", ""), (3, ""), (9, 3), (-9, -3), (3, 9_000), ("morgen", "later"), ("0000-00-00", "9999-99-99")],
    )
    def test_days_that_are_none_are_asked_back_as_they_were_typed(self, desk, campaign, first, last):
        first, last = (in_days(day).isoformat() if isinstance(day, int) else day for day in (first, last))
        page = desk.say(campaign, answer="closed", closed_from=first, closed_until=last).content.decode()
        assert 'role="alert"' in page
        assert f'name="closed_from" value="{first}"' in page
        assert not answer_of(campaign, desk.actor).answer

    def test_other_hours_in_the_language_of_the_page(self, desk, campaign):
        desk.say(campaign, language="fr", answer="other-hours", words="Le 24 jusqu'à midi")
        asked = answer_of(campaign, desk.actor)
        assert (asked.words, asked.language) == ("Le 24 jusqu'à midi", "fr")

    @pytest.mark.parametrize("words", ["", "   ", "bel mevrouw Peeters", "85.07.30-033.28", "x" * 201, "a\x00b"])
    def test_words_that_say_nothing_or_name_a_person_are_asked_back(self, desk, campaign, words):
        assert 'role="alert"' in desk.say(campaign, answer="other-hours", words=words).content.decode()
        assert not answer_of(campaign, desk.actor).answer

    def test_what_looks_like_a_name_is_kept_once_somebody_says_that_it_is_none(self, desk, campaign):
        words = "Vraag naar Fatima Benali"
        page = desk.say(campaign, answer="other-hours", words=words).content.decode()
        assert 'name="no_person"' in page
        assert not answer_of(campaign, desk.actor).answer
        desk.say(campaign, answer="other-hours", words=words, no_person="1")
        assert answer_of(campaign, desk.actor).words == words

    @pytest.mark.parametrize("answer", ["", "yes", "nonsense", "words", "x" * 5000])
    def test_only_what_is_asked_is_an_answer(self, desk, campaign, answer):
        assert desk.say(campaign, answer=answer).status_code == 200
        assert not answer_of(campaign, desk.actor).answer

    def test_begins_the_mails_about_room_anew(self, desk, campaign):
        FrontDesk.objects.update(unanswered=2, asked_at=timezone.now())
        desk.say(campaign, answer="as-usual")
        assert FrontDesk.objects.get().unanswered == 0

    def test_of_a_link_that_is_used_without_end_is_stopped(self, desk, campaign, monkeypatch):
        monkeypatch.setattr(answers, "MOST_PER_HOUR", 3)
        for _time in range(5):
            answer = desk.say(campaign, answer="as-usual")
        assert "heel vaak gebruikt" in answer.content.decode()


class TestAnotherAnswer:
    def test_until_the_end(self, desk, campaign):
        desk.say(campaign, answer="closed", closed_from=in_days(3), closed_until=in_days(9))
        desk.say(campaign, answer="other-hours", words="Enkel in de voormiddag")
        asked = answer_of(campaign, desk.actor)
        assert (asked.answer, asked.closed_from, asked.words) == ("other-hours", None, "Enkel in de voormiddag")
        assert "Enkel in de voormiddag" in desk.look()

    def test_undo_puts_back_what_was_said_before(self, desk, campaign):
        desk.say(campaign, answer="closed", closed_from=in_days(3), closed_until=in_days(9))
        before = CampaignRequest.objects.values().get()
        answer = desk.say(campaign, answer="as-usual")
        desk.say(campaign, undo=undo_of(answer))
        assert CampaignRequest.objects.values().get() == before

    def test_undo_of_the_first_answer_leaves_it_unanswered(self, desk, campaign):
        answer = desk.say(campaign, answer="as-usual")
        page = desk.say(campaign, undo=undo_of(answer)).content.decode()
        assert "Ongedaan gemaakt" in page
        assert not answer_of(campaign, desk.actor).answer

    def test_undo_never_overwrites_what_was_said_meanwhile(self, desk, campaign):
        answer = desk.say(campaign, answer="as-usual")
        desk.say(campaign, answer="other-hours", words="Om 10 uur")
        assert 'role="alert"' in desk.say(campaign, undo=undo_of(answer)).content.decode()
        assert answer_of(campaign, desk.actor).words == "Om 10 uur"

    @pytest.mark.parametrize("note", ["x", "a:b:c", "WzFd:abc:def"])
    def test_nothing_but_our_own_note_undoes(self, desk, campaign, note):
        desk.say(campaign, answer="as-usual")
        assert 'role="alert"' in desk.say(campaign, undo=note).content.decode()


class TestMeanwhile:
    @pytest.mark.parametrize("over", [{"ends_on": date(2026, 1, 1)}, {"closed_at": timezone.now()}])
    def test_the_campaign_ended(self, desk, campaign, over):
        Campaign.objects.update(**over)
        page = desk.say(campaign, answer="as-usual").content.decode()
        assert "Deze vraag is afgelopen" in page
        assert not answer_of(campaign, desk.actor).answer

    def test_the_actor_was_archived(self, desk, campaign):
        Actor.objects.filter(pk=desk.actor.pk).update(status="archived")
        assert desk.say(campaign, answer="as-usual").status_code == 410
        assert not answer_of(campaign, desk.actor).answer

    def test_the_campaign_was_thrown_away(self, desk, campaign):
        asked = answer_of(campaign, desk.actor)
        Campaign.objects.all().delete()
        page = desk.client.post(desk.address(), {"question": asked.pk, "answer": "yes"})
        assert 'role="alert"' in page.content.decode()

    @pytest.mark.parametrize("key", ["", "x", "0", "-1", "9" * 40, "²"])
    def test_of_what_is_no_question_nothing_is_written(self, desk, campaign, key):
        assert desk.client.post(desk.address(), {"question": key, "answer": "as-usual"}).status_code == 200
        assert not answer_of(campaign, desk.actor).answer

    def test_the_question_of_another_house_cannot_be_answered(self, desk, campaign):
        from tests.campaigns.conftest import house

        other = house("bert")
        theirs = CampaignRequest.objects.create(campaign=campaign, actor=other, due_at=timezone.now())
        desk.client.post(desk.address(), {"question": theirs.pk, "answer": "as-usual"})
        theirs.refresh_from_db()
        assert not theirs.answer

    def test_a_merged_house_answers_through_its_heir(self, desk, campaign):
        from actors.staff.merging import merge_actors
        from tests.campaigns.conftest import house

        heir = house("bert")
        desk.say(campaign, answer="as-usual")
        merge_actors(absorbed=desk.actor, heir=heir, taken=set())
        assert answer_of(campaign, heir).answer == "as-usual"

    def test_of_two_that_were_asked_and_merged_the_answer_stays(self, desk, campaign):
        from actors.staff.merging import merge_actors
        from tests.campaigns.conftest import house

        heir = house("bert")
        CampaignRequest.objects.create(campaign=campaign, actor=heir, due_at=timezone.now() - timedelta(days=1))
        desk.say(campaign, answer="as-usual")
        merge_actors(absorbed=desk.actor, heir=heir, taken=set())
        assert answer_of(campaign, heir).answer == "as-usual"
