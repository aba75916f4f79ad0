"""Saved searches: what a professional hears by mail, how often, and for how long it is kept."""

from datetime import timedelta
from io import StringIO
from smtplib import SMTPRecipientsRefused
from threading import Barrier, Thread

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from actors.models import SavedSearch, Service
from actors.search import reader
from actors.subscriptions import news, searches
from tests import factories


def run():
    said = StringIO()
    call_command("subscriptions", stdout=said)
    return said.getvalue().splitlines()[1]


@pytest.fixture
def professional(db):
    somebody = factories.user("an@house.be")
    browser = Client()
    browser.force_login(somebody)
    browser.user = somebody
    return browser


@pytest.fixture
def shower(db):
    return factories.service(at=True, slug="douche", name_nl="Douche", name_fr="Douche")


def save(browser, query="theme=shower"):
    return browser.post(reverse("saved-searches"), {"query": query})


def change(browser, **data):
    return browser.post(reverse("saved-search", args=[SavedSearch.objects.get().pk]), data)


def mailed(browser):
    """A search is saved, something new comes, the mail goes out: the address behind its head."""
    save(browser)
    factories.service(at=True, slug="nieuw", name_nl="Nieuw", name_fr="Nouveau")
    a_day_passes()
    run()
    return mail.outbox[0].message()["List-Unsubscribe"].strip("<>").removeprefix("http://localhost:8000")


def a_day_passes():
    SavedSearch.objects.update(mailed_on=timezone.localdate() - timedelta(days=1))


class TestSaving:
    def test_is_offered_to_professionals_where_they_search(self, professional, shower, client):
        address = reverse("search") + "?theme=shower"
        assert "Mail mij wat nieuw is" in professional.get(address).content.decode()
        assert "Mail mij wat nieuw is" not in client.get(address).content.decode()

    def test_has_the_name_of_what_it_asks(self, professional, shower):
        save(professional, "q=douche&theme=shower&room=on")
        page = professional.get(reverse("saved-searches")).content.decode()
        assert "“douche”, shower NL" in page

    def test_looking_saves_nothing(self, professional, shower):
        page = professional.get(reverse("saved-searches") + "?theme=shower").content.decode()
        assert "Deze zoekopdracht bewaren" in page
        assert not SavedSearch.objects.exists()

    @pytest.mark.parametrize("query", ["", "sort=recent", "all=on", "x=y", "q=" + "a" * 2000])
    def test_what_asks_nothing_is_not_saved(self, professional, shower, query):
        assert save(professional, query).status_code == 422
        assert not SavedSearch.objects.exists()

    @pytest.mark.parametrize("words", ["85.07.30-033.28", "mevrouw Peeters", "an@peeters.be"])
    def test_nothing_about_a_person_is_saved(self, professional, shower, words):
        assert save(professional, f"q={words}").status_code == 422
        assert not SavedSearch.objects.exists()

    def test_nor_the_number_of_a_house(self, professional, shower):
        save(professional, "theme=shower&where=Hoogstraat+12")
        assert "12" not in SavedSearch.objects.get().query

    def test_once(self, professional, shower):
        save(professional)
        assert save(professional, "theme=shower&sort=recent").status_code == 422
        assert SavedSearch.objects.count() == 1

    def test_not_one_that_finds_everything(self, professional, shower, monkeypatch):
        monkeypatch.setattr(searches, "WIDEST", 0)
        assert save(professional).status_code == 422

    def test_no_more_than_anybody_reads(self, professional, shower, monkeypatch):
        monkeypatch.setattr(searches, "MOST", 1)
        save(professional)
        assert save(professional, "q=douche").status_code == 422

    def test_of_another_nobody_sees_or_deletes_anything(self, professional, shower):
        save(professional)
        other = Client()
        other.force_login(factories.user())
        assert "shower NL" not in other.get(reverse("saved-searches")).content.decode()
        assert other.post(reverse("saved-search", args=[SavedSearch.objects.get().pk])).status_code == 404

    def test_deleted_is_gone_and_can_be_saved_again(self, professional, shower):
        save(professional)
        page = professional.post(
            reverse("saved-search", args=[SavedSearch.objects.get().pk]), {"delete": "1"}, follow=True
        )
        assert not SavedSearch.objects.exists()
        assert "Deze zoekopdracht bewaren" in page.content.decode()


class TestMail:
    def test_a_new_service_that_fits(self, professional, shower):
        save(professional)
        factories.service(at=True, slug="nieuw", name_nl="Nieuwe douche", name_fr="Nouvelle douche")
        factories.service(at=True, slug="anders", themes=["food"], name_nl="Soep", name_fr="Soupe")
        assert run() == "searches: 1 sent"
        (message,) = mail.outbox
        assert message.to == ["an@house.be"]
        assert "Nieuwe douche" in message.body
        assert "Soep" not in message.body
        assert reverse("service", args=["nieuw"]) in message.body

    def test_nothing_new_no_mail(self, professional, shower):
        save(professional)
        a_day_passes()
        assert run() == "searches: 1 nothing"
        assert mail.outbox == []

    def test_room_is_told_the_hour_it_appears_and_once_a_day_at_most(self, professional, shower):
        other = factories.service(at=True, slug="bad", name_nl="Bad", name_fr="Bain")
        save(professional)
        assert run() == "searches: 1 nothing"  # at seven
        factories.availability("open", service=shower)
        assert run() == "searches: 1 sent"  # at two
        factories.availability("open", service=other)
        assert run() == "searches: none due"
        a_day_passes()
        assert run() == "searches: 1 sent"

    def test_room_that_went_and_came_again_is_news(self, professional, shower):
        said = factories.availability("open", service=shower)
        save(professional)
        said.delete()
        assert run() == "searches: 1 nothing"
        factories.availability("open", service=shower)
        assert run() == "searches: 1 sent"

    def test_not_twice_of_the_same(self, professional, shower):
        save(professional)
        factories.service(at=True, slug="nieuw")
        a_day_passes()
        run()
        a_day_passes()
        assert run() == "searches: 1 nothing"

    def test_room_that_appears(self, professional, shower):
        save(professional)
        factories.availability("open", service=shower)
        a_day_passes()
        assert run() == "searches: 1 sent"
        assert "Hier kwamen plaatsen vrij:\n\n- Douche" in mail.outbox[0].body

    def test_what_only_staff_may_see_is_no_news(self, professional, shower):
        save(professional)
        factories.service(at=True, slug="ontwerp", status="draft")
        a_day_passes()
        assert run() == "searches: 1 nothing"

    def test_in_the_language_of_the_person(self, professional, shower):
        save(professional)
        type(professional.user).objects.update(language="fr")
        Service.objects.all().delete()
        factories.service(at=True, slug="nieuw", name_nl="Nieuwe douche", name_fr="Nouvelle douche")
        a_day_passes()
        run()
        assert "Nouvelle douche" in mail.outbox[0].body
        assert '<html lang="fr">' in mail.outbox[0].alternatives[0][0]
        assert mail.outbox[0].subject == "Nouveau\xa0: Nouvelle douche"

    def test_the_subject_says_what_is_new(self, professional, shower):
        save(professional)
        factories.service(at=True, slug="nieuw", name_nl="Nieuwe douche", name_fr="Nouvelle douche")
        a_day_passes()
        run()
        assert mail.outbox[0].subject == "Nieuw: Nieuwe douche"
        for name in ("a", "b"):
            factories.service(at=True, slug=name, name_nl=name, name_fr=name)
        a_day_passes()
        run()
        assert mail.outbox[1].subject == "2 nieuw in uw zoekopdracht: shower NL"

    def test_what_is_new_and_has_room_says_so(self, professional, shower):
        save(professional)
        factories.availability("open", service=factories.service(at=True, slug="nieuw", name_nl="Bad", name_fr="Bain"))
        a_day_passes()
        run()
        assert ": vrije plaatsen\n" in mail.outbox[0].body
        assert mail.outbox[0].subject == "Vrije plaatsen: Bad"

    def test_one_mail_for_all_ones_searches_with_each_service_once(self, professional, shower):
        save(professional)
        save(professional, "q=douche")
        save(professional, "theme=food")
        factories.service(at=True, slug="nieuw", name_nl="Nieuwe douche", name_fr="Nouvelle douche")
        factories.service(at=True, slug="soep", themes=["food"], name_nl="Soep", name_fr="Soupe")
        a_day_passes()
        assert run() == "searches: 1 sent"
        (message,) = mail.outbox
        assert message.body.count("- Nieuwe douche") == 1
        assert "- Soep" in message.body
        assert message.subject == "2 nieuw in uw zoekopdrachten"
        a_day_passes()
        assert run() == "searches: 1 nothing"

    def test_says_where_to_change_it_without_looking_for_it(self, professional, shower):
        save(professional)
        factories.service(at=True, slug="nieuw")
        a_day_passes()
        run()
        assert "http://localhost:8000" + reverse("saved-searches") in mail.outbox[0].body

    def test_as_often_as_one_chose(self, professional, shower):
        save(professional)
        change(professional, rhythm="weekly")
        factories.service(at=True, slug="nieuw")
        a_day_passes()
        assert run() == "searches: none due"
        SavedSearch.objects.update(mailed_on=timezone.localdate() - timedelta(days=7))
        assert run() == "searches: 1 sent"

    def test_no_other_rhythm_is_taken(self, professional, shower):
        save(professional)
        change(professional, rhythm="hourly")
        assert SavedSearch.objects.get().rhythm == "daily"

    def test_an_address_that_the_server_refuses_is_not_tried_again(self, professional, shower, monkeypatch):
        save(professional)
        factories.service(at=True, slug="nieuw")
        a_day_passes()

        def refuse(*args, **kwargs):
            raise SMTPRecipientsRefused({"an@house.be": (550, b"no such user")})

        monkeypatch.setattr(news, "send", refuse)
        assert run() == "searches: 1 bounced"
        assert run() == "searches: none due"


class TestEndingIt:
    def test_with_one_click_and_not_by_looking(self, professional, shower, client):
        address = mailed(professional)
        client.get(address)
        assert SavedSearch.objects.wanted().exists()
        client.post(address)
        assert not SavedSearch.objects.wanted().exists()
        factories.service(at=True, slug="later")
        a_day_passes()
        assert run() == "searches: none due"

    def test_the_page_says_what_is_ended_and_takes_it_back(self, professional, shower, client):
        address = mailed(professional)
        assert "shower NL" in client.get(address).content.decode()
        assert "Ongedaan maken" in client.post(address).content.decode()
        client.post(address, {"again": "1"})
        assert SavedSearch.objects.wanted().exists()

    def test_the_head_of_a_mail_about_several_ends_them_all_and_each_has_a_link_of_its_own(self, professional, shower):
        save(professional, "theme=food")
        factories.service(at=True, slug="soep", themes=["food"])
        address = mailed(professional)
        assert "Geen e-mail meer over al deze zoekopdrachten: " in mail.outbox[0].body
        own = next(line for line in mail.outbox[0].body.splitlines() if line.startswith("Geen e-mail meer over deze"))
        Client().post(own.split()[-1].removeprefix("http://localhost:8000"))
        assert SavedSearch.objects.wanted().count() == 1
        Client().post(address)
        assert not SavedSearch.objects.wanted().exists()

    def test_ones_own_page_says_so_and_one_click_there_starts_it_again(self, professional, shower, client):
        client.post(mailed(professional))
        page = professional.get(reverse("saved-searches")).content.decode()
        assert "U hebt de e-mail hierover stopgezet." in page
        change(professional, resume="1")
        assert SavedSearch.objects.wanted().exists()

    def test_saved_anew_it_is_wanted_again(self, professional, shower, client):
        client.post(mailed(professional))
        assert save(professional).status_code == 302
        assert SavedSearch.objects.wanted().count() == 1

    def test_it_is_gone_after_a_week(self, professional, shower, client):
        client.post(mailed(professional))
        call_command("retention", stdout=StringIO())
        assert SavedSearch.objects.exists()
        SavedSearch.objects.update(stopped_on=timezone.localdate() - timedelta(days=8))
        call_command("retention", stdout=StringIO())
        assert not SavedSearch.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_timers_at_once_send_one_mail_each_person(transactional_db, new_engine):
    """Two machines with the same timer, which began with what is in the database by then."""
    new_engine()
    factories.service(at=True, slug="douche", name_nl="Douche", name_fr="Douche")
    for number in range(4):
        somebody = factories.user(f"collega-{number}@house.be")
        for query in ("theme=shower", "q=douche", "theme=food"):
            searches.save(query, somebody)
    for number in range(3):
        factories.service(at=True, slug=f"nieuw-{number}", name_nl="Douche", name_fr="Douche")
        factories.service(at=True, slug=f"soep-{number}", themes=["food"])
    a_day_passes()
    new_engine()
    with reader() as engine:
        assert len(engine.index) == 7
    begin, came = Barrier(2), []

    def both():
        begin.wait()
        came.extend(news.send_all())
        connection.close()

    runs = [Thread(target=both) for _run in range(2)]
    for one in runs:
        one.start()
    for one in runs:
        one.join()
    assert sorted(came) == ["sent"] * 4
    assert sorted(message.to[0] for message in mail.outbox) == [f"collega-{number}@house.be" for number in range(4)]


class TestHowLongItIsKept:
    def test_ninety_days_unless_prolonged(self, professional, shower):
        save(professional)
        search = SavedSearch.objects.get()
        assert search.ends_on - timezone.localdate() == timedelta(days=90)
        SavedSearch.objects.update(ends_on=timezone.localdate())
        professional.post(reverse("saved-search", args=[search.pk]), {"prolong": "1"})
        assert SavedSearch.objects.get().ends_on == search.ends_on

    def test_after_its_last_day_it_is_deleted(self, professional, shower):
        save(professional)
        call_command("retention", stdout=StringIO())
        assert SavedSearch.objects.exists()
        SavedSearch.objects.update(ends_on=timezone.localdate() - timedelta(days=1))
        a_day_passes()
        assert run() == "searches: none due"
        call_command("retention", stdout=StringIO())
        assert not SavedSearch.objects.exists()

    def test_it_goes_with_the_account(self, professional, shower):
        save(professional)
        professional.user.delete()
        assert not SavedSearch.objects.exists()
