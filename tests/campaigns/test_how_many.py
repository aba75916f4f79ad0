"""A question to which "yes" is half an answer: how many?"""

import csv
import re
from io import StringIO

import pytest
from django.urls import reverse
from django.utils import timezone

from actors.models import CampaignRequest
from actors.staff.merging import merge_actors
from tests.campaigns.conftest import Desk, answer_of, ask, fill_in, house, look, write
from tests.campaigns.test_answering import undo_of


@pytest.fixture
def heat(anna):
    return ask(kind="number", title_nl="Hitteplan", question_nl="Hebt u een koele kamer? Voor hoeveel mensen?")


class TestTheFrontDesk:
    def test_says_yes_and_how_many_in_one_form(self, desk, heat):
        assert "Zo ja: hoeveel?" in desk.look()
        page = desk.say(heat, answer="yes", number="40").content.decode()
        assert "ja: 40" in page
        assert answer_of(heat, desk.actor).number == 40

    def test_in_french_too(self, desk, heat):
        assert "Si oui" in desk.look("fr")
        assert "oui" in desk.say(heat, language="fr", answer="yes", number="40").content.decode()

    def test_may_not_know_how_many_and_is_asked_once_more(self, desk, heat):
        page = desk.say(heat, answer="yes", number="").content.decode()
        assert (answer_of(heat, desk.actor).answer, answer_of(heat, desk.actor).number) == ("yes", None)
        assert "Laat het leeg als u het niet weet" in page

    def test_no_has_no_number_whatever_was_typed(self, desk, heat):
        desk.say(heat, answer="no", number="veel")
        assert (answer_of(heat, desk.actor).answer, answer_of(heat, desk.actor).number) == ("no", None)

    def test_is_not_stopped_by_the_browser_at_a_number_that_is_none(self, desk, heat):
        """Who typed 0 and then tapped "no" got no further, and read why in the language of the browser."""
        buttons = re.findall(r"<button[^>]*name=\"answer\"[^>]*>", desk.look())
        assert len(buttons) == 2
        assert all("formnovalidate" in button for button in buttons)

    @pytest.mark.parametrize("typed", ["0", "-3", "10000", "veel", "12,5", "9" * 40])
    def test_what_is_no_number_is_asked_back_as_it_was_typed(self, desk, heat, typed):
        page = desk.say(heat, answer="yes", number=typed).content.decode()
        assert "Een getal van 1 tot" in page
        assert f'value="{typed}"' in page
        assert not answer_of(heat, desk.actor).answer

    def test_is_taken_back_whole(self, desk, heat):
        desk.say(heat, answer="yes", number="40")
        answer = desk.say(heat, answer="no")
        assert answer_of(heat, desk.actor).number is None
        desk.client.post(desk.address(), {"question": answer_of(heat, desk.actor).pk, "undo": undo_of(answer)})
        assert (answer_of(heat, desk.actor).answer, answer_of(heat, desk.actor).number) == ("yes", 40)

    def test_a_plain_question_takes_no_number(self, desk):
        plain = ask(kind="yes-no")
        assert "hoeveel" not in desk.look()
        desk.say(plain, answer="yes", number="40")
        assert answer_of(plain, desk.actor).number is None


class TestTheTeam:
    def test_writes_such_a_question(self, staff, anna):
        assert write(staff, kind="number").status_code == 302

    def test_writes_down_what_is_heard_by_telephone(self, staff, heat, anna):
        page = fill_in(staff, heat, anna, answer="yes", number="12").content.decode()
        assert "Ja: 12" in page
        assert answer_of(heat, anna).answered_how == "phone"

    def test_sees_how_many_there_are_together_and_of_how_many_that_is_known(self, staff, db):
        houses = [house(slug) for slug in ("een", "twee", "drie", "vier")]
        heat = ask(kind="number")
        for actor, said in zip(houses, [("yes", "40"), ("yes", "25"), ("yes", ""), ("no", "")], strict=True):
            Desk(staff, actor).say(heat, answer=said[0], number=said[1])
        page = look(staff, heat).content.decode()
        assert "Samen: 65" in page
        assert "van 2 van de 3 die ja zeiden" in page

    def test_has_it_in_the_file(self, staff, desk, heat):
        desk.say(heat, answer="yes", number="40")
        body = staff.get(reverse("campaign-csv", args=[heat.pk])).content.decode("utf-8-sig")
        head, row = csv.reader(StringIO(body), delimiter=";")
        assert dict(zip(head, row, strict=True))["hoeveel"] == "40"

    def test_keeps_it_when_two_listings_become_one(self, region, desk, heat):
        heir = house("erfgenaam")
        desk.say(heat, answer="yes", number="40")
        CampaignRequest.objects.create(campaign=heat, actor=heir, due_at=timezone.now())
        merge_actors(absorbed=desk.actor, heir=heir, taken=set())
        assert answer_of(heat, heir).number == 40
