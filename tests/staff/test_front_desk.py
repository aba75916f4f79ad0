"""The page on which staff and editors find the link of a front desk."""

from datetime import timedelta
from html import unescape

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone, translation

from actors.frontdesk.links import token_of
from actors.models import FrontDesk
from tests.staff.conftest import service_of

ADDRESS = ("staff-front-desk", ["douche"])


def page(client):
    return client.get(reverse(ADDRESS[0], args=ADDRESS[1])).content.decode()


def send(client, **data):
    return client.post(reverse(ADDRESS[0], args=ADDRESS[1]), {"email": "", "language": "nl", **data}, follow=True)


def test_shows_the_link_as_words_and_as_a_code(staff, listing):
    shown = page(staff)
    assert token_of(listing) in shown
    assert '<svg class="qr"' in shown or 'class="qr"' in shown
    assert not FrontDesk.objects.exists()  # looking writes nothing


def test_a_new_link_ends_the_old_one(staff, listing, client):
    old = token_of(listing)
    assert old not in send(staff, renew="").content.decode()
    assert client.get(reverse("front-desk", args=[old])).status_code == 410


def test_the_address_is_kept_and_gets_the_link_at_once(staff, listing):
    answer = send(staff, email="onthaal@douche.be", language="fr", send="")
    assert "onthaal@douche.be" in answer.content.decode()
    assert FrontDesk.objects.get().language == "fr"
    assert token_of(listing)[:3] in mail.outbox[0].body


def test_another_address_gets_it_at_once(staff, listing):
    send(staff, email="fout@douche.be", send="")
    send(staff, email="onthaal@douche.be", send="")
    assert [message.to for message in mail.outbox] == [["fout@douche.be"], ["onthaal@douche.be"]]


def test_the_title_of_the_page_is_words(staff, listing):
    type(listing).objects.update(name_language="fr")
    title = page(staff).partition("<title>")[2].partition("</title>")[0]
    assert "<" not in title
    assert "&lt;" not in title


def test_it_is_not_sent_twice_in_ten_minutes(staff, listing):
    send(staff, email="onthaal@douche.be", send="")
    send(staff, email="onthaal@douche.be", send="")
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("email", ["geen adres", "a@b\nbcc:c@d.be", "x" * 300 + "@y.be"])
def test_what_is_no_address_is_said_and_stays(staff, listing, email):
    answer = send(staff, email=email, save="")
    assert answer.status_code == 422
    assert not FrontDesk.objects.exists()


def test_sending_without_an_address_says_so(staff, listing):
    assert send(staff, send="").status_code == 422
    assert mail.outbox == []


def test_a_new_address_is_asked_again(staff, listing):
    FrontDesk.objects.create(actor=listing, email="oud@douche.be", bounced_at=timezone.now() - timedelta(days=9))
    send(staff, email="nieuw@douche.be", save="")
    assert FrontDesk.objects.get().bounced_at is None


def test_where_room_is_no_question_there_is_no_link_to_print(staff, listing):
    type(service_of(listing)).objects.update(asks_room=False)
    assert token_of(listing) not in page(staff)


def test_is_for_who_may_edit_the_actor(client, other, staff):
    assert staff.get(reverse("staff-front-desk", args=["elders"])).status_code == 404


@pytest.mark.parametrize(
    ("language", "words", "button"),
    [("nl", "van één persoon", "Dit adres toch gebruiken"), ("fr", "d'une seule personne", "Utiliser quand même")],
)
def test_the_address_of_one_person_is_asked_about_and_taken_with_one_more_click(
    staff, listing, language, words, button
):
    with translation.override(language):
        answer = send(staff, email="jan.peeters@gmail.com", save="")
        shown = unescape(answer.content.decode())
        assert answer.status_code == 422
        assert words in shown
        assert button in shown
        assert 'value="jan.peeters@gmail.com"' in shown
        assert not FrontDesk.objects.exists()
        send(staff, email="jan.peeters@gmail.com", is_shared="1")
    assert FrontDesk.objects.get().email == "jan.peeters@gmail.com"
    assert send(staff, email="jan.peeters@gmail.com", language="fr", save="").status_code == 200  # asked before
    assert FrontDesk.objects.get().language == "fr"
