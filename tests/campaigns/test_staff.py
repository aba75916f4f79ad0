"""Campaigns as the teams have them: whom, how far, what was answered, who may what."""

import csv
from io import StringIO

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from actors.campaigns import audience
from actors.models import Actor, Campaign, CampaignRequest, Closure, FrontDesk
from tests import factories
from tests.campaigns.conftest import TYPED, Desk, act, answer_of, ask, fill_in, house, in_days, look, write


class TestWriting:
    def test_a_draft_says_whom_it_would_ask_and_asks_nobody(self, staff, anna):
        house("zonder", email="")
        house("elders", zone="nord")
        page = staff.get(write(staff).url).content.decode()
        assert "Vraagt het aan 2 organisaties" in page
        assert "1 krijgt een e-mail." in page
        assert "Huis elders" not in page
        assert not CampaignRequest.objects.exists()

    @pytest.mark.parametrize(("by", "names"), [({"kind": "network"}, ["bert"]), ({"theme": "food"}, ["anna"])])
    def test_a_selection_by_kind_or_theme(self, staff, anna, by, names):
        house("bert", kind="network")
        factories.service(actor=anna, themes=["food"])
        fields = {"actor_kind": by.get("kind", ""), "theme": factories.theme("food").pk if "theme" in by else ""}
        write(staff, **fields)
        assert [actor.slug for actor in audience.audience(Campaign.objects.get())] == names

    def test_of_what_is_not_published_nobody_is_asked(self, staff, anna):
        Actor.objects.update(status="draft")
        write(staff)
        assert "Niemand zit in deze selectie" in look(staff, Campaign.objects.get()).content.decode()

    @pytest.mark.parametrize(
        "wrong",
        [
            {"title_fr": ""},
            {"question_nl": ""},
            {"ends_on": in_days(-1)},
            {"ends_on": in_days(400)},
            {"kind": "x"},
            {"zone": ""},
            {"question_nl": "Vraag het aan mevrouw Peeters"},
        ],
    )
    def test_what_is_wrong_is_said_and_nothing_is_kept(self, staff, anna, wrong):
        response = write(staff, **wrong)
        assert response.status_code == 422
        assert 'class="error"' in response.content.decode()
        assert not Campaign.objects.exists()

    def test_two_who_change_a_draft_at_once(self, staff, anna):
        write(staff)
        campaign = Campaign.objects.get()
        address = reverse("campaign-edit", args=[campaign.pk])
        same = {**TYPED, "zone": campaign.zone_id, "ends_on": in_days(14)}
        staff.post(address, {**same, "title_nl": "Eerst"})
        response = staff.post(address, {**same, "title_nl": "Later"})
        assert "Iemand anders wijzigde deze campagne" in response.content.decode()
        assert Campaign.objects.get().title_nl == "Eerst"

    def test_a_draft_can_be_thrown_away_and_nothing_else(self, staff, anna):
        draft, runs = ask(started=False), ask()
        act(staff, draft, "delete")
        act(staff, runs, "delete")
        assert list(Campaign.objects.all()) == [runs]


class TestStarting:
    def test_nobody_is_asked_who_is_invented(self, staff, anna):
        """An example counted as one that did not answer, and took a place among the calls of a day that nobody saw."""
        house("voorbeeld", is_example=True)
        assert [one.actor for one in ask().requests.all()] == [anna]

    def test_asks_each_once_though_two_start_it(self, staff, anna):
        campaign = ask(started=False)
        for _person in range(2):
            act(staff, campaign, "start", number=1)
        assert CampaignRequest.objects.count() == 1
        assert Campaign.objects.get().is_running

    @pytest.mark.parametrize("number", ["2", "", "x", "-1", "9" * 30])
    def test_not_where_the_selection_is_another_than_was_shown(self, staff, anna, number):
        response = act(staff, ask(started=False), "start", number=number)
        assert "De selectie is intussen veranderd" in response.content.decode()
        assert not CampaignRequest.objects.exists()

    def test_can_be_taken_back_as_long_as_nobody_was_written_to(self, staff, campaign):
        assert "Maak de start ongedaan" in look(staff, campaign).content.decode()
        act(staff, campaign, "take-back")
        assert Campaign.objects.get().is_draft
        assert not CampaignRequest.objects.exists()

    def test_and_not_after(self, staff, campaign):
        CampaignRequest.objects.update(mails=1)
        assert 'role="alert"' in act(staff, campaign, "take-back").content.decode()
        assert CampaignRequest.objects.count() == 1


class TestProgress:
    def test_who_answered_what_and_who_was_not_reached(self, staff, desk, campaign):
        silent, unreached, gone = (house(slug, email="" if slug == "cel" else None) for slug in ("bert", "cel", "dirk"))
        for actor in (silent, unreached, gone):
            CampaignRequest.objects.create(campaign=campaign, actor=actor, due_at=timezone.now(), mails=actor == silent)
        Actor.objects.filter(pk=gone.pk).update(status="archived")
        desk.say(campaign, answer="as-usual")
        response = look(staff, campaign)
        page = response.context["page"]
        counted = {words: number for words, _query, _chosen, number, _percent in page.lines}
        assert counted == {
            "gewoon open": 1,
            "enkele dagen gesloten": 0,
            "andere uren": 0,
            "gevraagd per e-mail, nog geen antwoord": 1,
            "niet bereikt: te bellen": 1,
            "niet meer in het repertorium": 1,
        }
        assert "1 van 4 antwoordde" in response.content.decode()
        assert [row.asked.actor.slug for row in look(staff, campaign, show="to-call").context["page"].rows] == ["cel"]

    def test_who_said_so_how_and_when(self, staff, desk, campaign, member):
        desk.say(campaign, answer="as-usual")
        assert "door het onthaal van de actor" in look(staff, campaign).content.decode()
        fill_in(staff, campaign, desk.actor, answer="other-hours", words="Tot 12 uur")
        page = look(staff, campaign).content.decode()
        assert "per telefoon" in page or "telefonisch" in page
        assert str(member) in page

    def test_as_a_file_in_which_no_cell_runs(self, staff, desk, campaign):
        desk.say(campaign, answer="other-hours", words="=cmd|' /C calc'!A0")
        body = staff.get(reverse("campaign-csv", args=[campaign.pk])).content.decode("utf-8-sig")
        head, row = csv.reader(StringIO(body), delimiter=";")
        assert dict(zip(head, row, strict=True))["antwoord in woorden"] == "'=cmd|' /C calc'!A0"

    def test_closed_nobody_answers_and_opened_again_they_do(self, staff, desk, campaign):
        act(staff, campaign, "close")
        assert 'role="alert"' in desk.say(campaign, answer="as-usual").content.decode()
        act(staff, campaign, "open")
        desk.say(campaign, answer="as-usual")
        assert answer_of(campaign, desk.actor).answer == "as-usual"

    def test_one_answer_of_many_is_not_nought_per_cent(self, staff, desk, campaign):
        for number in range(300):
            actor = factories.actor(slug=f"huis-{number}", steward=factories.zone("sud"))
            CampaignRequest.objects.create(campaign=campaign, actor=actor, due_at=timezone.now())
        desk.say(campaign, answer="as-usual")
        percents = {number: percent for *_other, number, percent in look(staff, campaign).context["page"].lines}
        assert percents == {1: 1, 0: 0, 300: 99}

    def test_closed_nobody_is_to_be_called_or_written_to(self, staff, campaign):
        house("cel", email="")
        CampaignRequest.objects.create(campaign=campaign, actor=Actor.objects.get(slug="cel"), due_at=timezone.now())
        act(staff, campaign, "close")
        page = look(staff, campaign).content.decode()
        assert "te bellen" not in page
        assert "binnen het uur" not in page
        assert [row.asked.state for row in look(staff, campaign).context["page"].rows] == ["silent", "silent"]

    def test_another_last_day(self, staff, campaign):
        staff.post(
            reverse("campaign-edit", args=[campaign.pk]), {"ends_on": in_days(60), "version": 0, "title_nl": "X"}
        )
        assert (Campaign.objects.get().ends_on, Campaign.objects.get().title_nl) == (
            in_days(60),
            "Open in de feestdagen",
        )

    @pytest.mark.parametrize("query", [{"show": "x"}, {"page": "x"}, {"page": "99"}, {"show": "gone", "page": "-3"}])
    def test_what_it_does_not_know_it_leaves_out(self, staff, campaign, query):
        assert look(staff, campaign, **query).status_code == 200

    def test_looking_writes_nothing(self, staff, campaign):
        before = list(CampaignRequest.objects.values())
        look(staff, campaign)
        staff.get(reverse("campaign-answer", args=[campaign.pk, CampaignRequest.objects.get().pk]))
        assert list(CampaignRequest.objects.values()) == before

    def test_costs_the_same_number_of_queries_however_many(self, staff, campaign, django_assert_max_num_queries):
        for number in range(20):
            CampaignRequest.objects.create(campaign=campaign, actor=house(f"huis-{number}"), due_at=timezone.now())
        with django_assert_max_num_queries(16):
            look(staff, campaign)


class TestByTelephone:
    def test_the_queue_has_the_number_and_the_answer_is_written_down(self, staff, campaign, anna):
        FrontDesk.objects.update(email="")
        page = staff.get(reverse("staff-home"), {"kind": "campaign"}).content.decode()
        assert "tel:+3225100910" in page
        assert "tussen Kerstmis en Nieuwjaar" in page
        asked = answer_of(campaign, anna)
        address = reverse("queue-item", args=["campaign", asked.pk])
        answer = staff.post(address, {"act": "answer", "answer": "as-usual", "seen": ""}, HTTP_HX_REQUEST="true")
        assert "Genoteerd: gewoon open." in answer.content.decode()
        assert answer_of(campaign, anna).answered_how == "phone"
        undo = answer.context["item"].undo
        staff.post(address, {"act": "undo", "undo": undo}, HTTP_HX_REQUEST="true")
        assert not answer_of(campaign, anna).answer

    def test_what_the_house_said_meanwhile_is_not_overwritten(self, staff, desk, campaign):
        asked = answer_of(campaign, desk.actor)
        desk.say(campaign, answer="other-hours", words="Tot 12 uur")
        address = reverse("campaign-answer", args=[campaign.pk, asked.pk])
        page = staff.post(address, {"act": "answer", "answer": "as-usual", "seen": ""})
        assert "Iemand antwoordde intussen" in page.content.decode()
        assert answer_of(campaign, desk.actor).words == "Tot 12 uur"

    def test_after_the_end_nothing_is_written_down(self, staff, campaign, anna):
        Campaign.objects.update(closed_at=timezone.now())
        assert fill_in(staff, campaign, anna, answer="as-usual").status_code == 409


class TestWhatThePublicReads:
    @pytest.fixture
    def closed(self, desk, campaign):
        desk.say(campaign, answer="closed", closed_from=in_days(3), closed_until=in_days(9))
        return campaign

    def public(self, actor):
        return [(days.lower, days.upper) for days in Closure.objects.filter(actor=actor).values_list("days", flat=True)]

    def test_a_closure_with_one_click_and_back(self, staff, closed, anna):
        asked = answer_of(closed, anna)
        address = reverse("campaign-answer", args=[closed.pk, asked.pk])
        page = staff.post(address, {"act": "publish"})
        assert self.public(anna) == [(in_days(3), in_days(10))]
        assert "Zet de sluiting" not in page.content.decode()
        staff.post(address, {"act": "unpublish", "undo": page.context["row"].said.undo})
        assert self.public(anna) == []

    def test_reads_nothing_before_somebody_says_so(self, closed, anna):
        assert self.public(anna) == []

    def test_another_answer_is_offered_again(self, staff, desk, closed, anna):
        address = reverse("campaign-answer", args=[closed.pk, answer_of(closed, anna).pk])
        staff.post(address, {"act": "publish"})
        desk.say(closed, answer="closed", closed_from=in_days(4), closed_until=in_days(5))
        assert "Zet de sluiting" in look(staff, closed).content.decode()
        staff.post(address, {"act": "publish"})
        assert self.public(anna) == [(in_days(4), in_days(6))]
        desk.say(closed, answer="as-usual")
        assert "Haal de sluiting" in look(staff, closed).content.decode()
        page = staff.post(address, {"act": "publish"})
        assert self.public(anna) == []
        staff.post(address, {"act": "unpublish", "undo": page.context["row"].said.undo})
        assert self.public(anna) == [(in_days(4), in_days(6))]

    def test_not_over_another_closure(self, staff, closed, anna):
        from django.db.backends.postgresql.psycopg_any import DateRange

        Closure.objects.create(actor=anna, days=DateRange(in_days(5), in_days(7)))
        address = reverse("campaign-answer", args=[closed.pk, answer_of(closed, anna).pk])
        assert 'role="alert"' in staff.post(address, {"act": "publish"}).content.decode()
        assert self.public(anna) == [(in_days(5), in_days(7))]

    def test_undo_never_overwrites_what_came_later(self, staff, desk, closed, anna):
        address = reverse("campaign-answer", args=[closed.pk, answer_of(closed, anna).pk])
        first = staff.post(address, {"act": "publish"}).context["row"].said.undo
        desk.say(closed, answer="closed", closed_from=in_days(4), closed_until=in_days(5))
        staff.post(address, {"act": "publish"})
        assert staff.post(address, {"act": "unpublish", "undo": first}).status_code == 409
        assert self.public(anna) == [(in_days(4), in_days(6))]

    def test_stands_in_the_history_of_the_listing(self, staff, closed, anna):
        staff.post(reverse("campaign-answer", args=[closed.pk, answer_of(closed, anna).pk]), {"act": "publish"})
        assert "sluiting" in staff.get(reverse("staff-history", args=["anna"])).content.decode().casefold()

    def test_is_read_on_the_page_of_a_service(self, staff, client, desk, campaign, anna):
        factories.service(actor=anna, at=True, hours="Mo-Su 09:00-17:00", slug="dienst")
        desk.say(campaign, answer="closed", closed_from=in_days(0), closed_until=in_days(2))
        before = Client().get(reverse("service", args=["dienst"])).content.decode()
        staff.post(reverse("campaign-answer", args=[campaign.pk, answer_of(campaign, anna).pk]), {"act": "publish"})
        after = Client().get(reverse("service", args=["dienst"])).content.decode()
        assert before != after


def test_a_front_desk_that_both_had_is_one_after_a_merge(db):
    from actors.staff.merging import merge_actors

    gone, heir = house("gone", email="onthaal@gone.be"), house("heir")
    FrontDesk.objects.filter(actor=heir).update(email="")
    merge_actors(absorbed=gone, heir=heir, taken=set())
    assert FrontDesk.objects.get().actor == heir
    assert FrontDesk.objects.get().email == "onthaal@gone.be"
    assert Desk(Client(), heir).client.get(Desk(Client(), heir).address()).status_code == 200


class TestNamesOfPersons:
    """A text goes to many houses: what looks like a name in it is asked about, and never refused for good."""

    def test_in_a_question_is_asked_about(self, staff, anna):
        fields = {"question_nl": "Kunt u vragen naar Ahmed El Idrissi?"}
        page = write(staff, **fields)
        assert page.status_code == 422
        assert "Dit lijkt op de naam van een persoon" in page.content.decode()
        assert "Het is geen naam van een persoon" in page.content.decode()
        assert write(staff, **fields, no_person="on").status_code == 302

    def test_nobody_is_asked_where_there_is_none(self, staff, anna):
        assert "no_person" not in staff.get(reverse("campaign-new")).content.decode()
        assert write(staff).status_code == 302

    def test_a_national_number_is_no_name_and_stays_refused(self, staff, anna):
        assert write(staff, question_nl="Wie kent 85.07.30-033.28?", no_person="on").status_code == 422

    @pytest.mark.parametrize("place", ["page", "queue"])
    def test_in_an_answer_that_staff_write_down(self, staff, anna, place):
        FrontDesk.objects.update(email="")
        campaign = ask(kind="text")
        asked = answer_of(campaign, anna)
        pages = {"page": ["campaign-answer", campaign.pk, asked.pk], "queue": ["queue-item", "campaign", asked.pk]}
        address = reverse(pages[place][0], args=pages[place][1:])
        said = {"act": "answer", "answer": "words", "words": "vraag naar Ahmed El Idrissi", "seen": ""}
        page = staff.post(address, said, HTTP_HX_REQUEST="true").content.decode()
        assert 'name="no_person"' in page
        assert 'value="vraag naar Ahmed El Idrissi"' in page, "it is not typed twice"
        assert answer_of(campaign, anna).answer == ""
        staff.post(address, {**said, "no_person": "1"}, HTTP_HX_REQUEST="true")
        assert answer_of(campaign, anna).words == "vraag naar Ahmed El Idrissi"
