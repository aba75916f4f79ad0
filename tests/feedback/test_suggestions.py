"""Anyone proposes a correction: nothing typed is lost, nothing of people is kept, spam keeps nobody busy."""

from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from actors.feedback.suggesting import MOST_A_DAY, MOST_WAITING
from actors.models import Location, Suggestion
from actors.people.retention import clean_up
from tests import factories
from tests.feedback.conftest import Sender, addresses

pytestmark = pytest.mark.django_db
SAID = {"field": "phone", "proposed": "02 512 34 56", "email": ""}


@pytest.fixture
def service():
    return factories.service(slug="douches", at=True, name_nl="Douches", name_fr="Douches FR")


def address_of(listing):
    name = "suggest-for-service" if hasattr(listing, "actor_id") else "suggest-for-actor"
    return reverse(name, args=[listing.slug])


def suggest(listing, sender=None, **said):
    return (sender or Sender()).client.post(address_of(listing), {**SAID, **said})


def text_of(answer):
    return unescape(answer.content.decode())


class TestSending:
    @pytest.mark.parametrize("of", ["service", "actor"])
    def test_of_a_service_and_of_an_actor(self, client, service, of):
        listing = service if of == "service" else service.actor
        assert address_of(listing) in client.get(listing.get_absolute_url()).content.decode()
        answer = suggest(listing, proposed="  02 512\r\n34 56 ")
        assert answer.status_code == 303
        kept = Suggestion.objects.get()
        assert (kept.listing, kept.proposed, kept.language) == (listing, "02 512\n34 56", "nl")
        assert (kept.state, kept.by_professional, kept.email) == ("waiting", False, "")
        assert "Dank u" in text_of(client.get(answer.url))

    def test_looking_writes_nothing_and_sets_no_cookie(self, client, service, django_assert_max_num_queries):
        with django_assert_max_num_queries(3) as queries:
            answer = client.get(f"{address_of(service)}?field=hours")
        assert all(query["sql"].lstrip().startswith("SELECT") for query in queries.captured_queries)
        assert (answer.status_code, len(answer.cookies)) == (200, 0)
        assert "public" in answer["Cache-Control"]
        assert answer.context["form"]["field"].value() == "hours"

    @pytest.mark.parametrize(
        ("language", "said", "words"),
        [
            ("nl", {"field": ""}, "Kies wat niet klopt."),
            ("fr", {"field": "secret"}, "Choisissez ce qui n'est pas juste."),
            ("nl", {"field": "other", "proposed": " \u200e "}, "Schrijf wat niet klopt."),
            ("fr", {"proposed": "x" * 1003}, "C'est 3 lettres de trop : 1000 au plus."),
            ("nl", {"email": "nergens"}, "Dit is geen e-mailadres."),
            ("nl", {"proposed": "bel 85.07.30-033.28"}, "Haal het rijksregisternummer weg"),
            ("fr", {"field": "other", "proposed": "Mme Dupont a été refusée"}, "Enlevez le nom de la personne"),
        ],
    )
    def test_what_is_wrong_is_said_and_nothing_typed_is_lost(self, client, service, language, said, words):
        with translation.override(language):
            sent = {**SAID, "email": "ik@example.org", **said}
            answer = client.post(address_of(service), sent)
        text = text_of(answer)
        assert answer.status_code == 422
        assert words in text
        assert sent["email"] in text
        assert sent["proposed"].strip(" \u200e") in text
        assert not Suggestion.objects.exists()

    @pytest.mark.parametrize("field", ["phone", "hours", "address", "name", "conditions"])
    def test_that_it_is_wrong_is_enough(self, client, service, field):
        answer = suggest(service, field=field, proposed="")
        assert answer.status_code == 303
        assert Suggestion.objects.get().proposed == ""

    def test_what_looks_like_a_name_is_asked_about_and_sent_with_one_more_tap(self, client, service):
        typed = {"field": "conditions", "proposed": "niet voor Ahmed El Idrissi", "email": "ik@example.org"}
        page = suggest(service, **typed)
        text = text_of(page)
        assert (page.status_code, Suggestion.objects.count()) == (422, 0)
        assert "lijkt op de naam van een persoon" in text
        assert typed["proposed"] in text
        assert typed["email"] in text
        assert 'name="no_person" value="1"' in text
        assert text.index('class="button primary"') < text.index('name="no_person"'), "Enter sends without being asked"
        assert suggest(service, **typed, no_person="1").status_code == 303
        assert Suggestion.objects.get().proposed == typed["proposed"]

    def test_a_number_and_an_address_may_be_written_where_they_are_asked(self, service):
        for field, text in [
            ("phone", "0470 12 34 56"),
            ("email", "info@example.org"),
            ("address", "rue Madame Curie 1"),
        ]:
            assert suggest(service, field=field, proposed=text).status_code == 303

    def test_what_may_not_be_seen_cannot_be_corrected(self, client):
        for level, status in [("professionals", "published"), ("public", "draft")]:
            for hidden in [factories.service(level=level, status=status), factories.actor(level=level, status=status)]:
                assert client.get(address_of(hidden)).status_code == 404
                assert suggest(hidden).status_code == 404

    def test_a_hidden_address_is_on_no_page_of_it(self, client, service):
        Location.objects.update(level="undisclosed", street_nl="Verborgenstraat 7", street_fr="rue Cachée 7")
        pages = [
            client.get(address_of(service)),
            client.post(address_of(service), {**SAID, "field": "address", "proposed": ""}),
        ]
        assert not any("Verborgenstraat" in text_of(page) or "1060" in text_of(page) for page in pages)

    def test_a_machine_is_thanked_and_not_heard(self, service):
        assert suggest(service, homepage="https://spam.example").status_code == 303
        assert not Suggestion.objects.exists()

    def test_another_site_cannot_let_its_visitors_send(self, service):
        assert suggest(service, Sender(**{"sec-fetch-site": "cross-site"})).status_code == 403


class TestLimits:
    def test_the_same_words_wait_once(self, service):
        for _ in range(3):
            suggest(service)
        suggest(service, proposed="02 512 34 57")
        assert Suggestion.objects.count() == 2

    def test_one_sender_may_send_so_many_a_day_and_loses_nothing(self):
        listings = [factories.service() for _ in range(MOST_A_DAY[False] + 1)]
        answers = [suggest(listing) for listing in listings]
        assert [answer.status_code for answer in answers] == [303] * MOST_A_DAY[False] + [429]
        assert SAID["proposed"] in text_of(answers[-1])
        assert Suggestion.objects.count() == MOST_A_DAY[False]

    def test_a_crowd_fills_no_queue_and_professionals_are_heard_first(self, service):
        for number, address in enumerate(addresses(MOST_WAITING + 5)):
            suggest(service, Sender(address), proposed=f"02 512 34 {number + 10}")
        assert Suggestion.objects.count() == MOST_WAITING
        assert suggest(service, Sender(user=factories.user()), proposed="02 511 11 11").status_code == 303
        assert Suggestion.objects.waiting().first().proposed == "02 511 11 11"


def test_addresses_and_marks_go_in_time(service):
    now = timezone.now()
    for days in (1, 8, 31, 366):
        sent = now - timedelta(days=days)
        Suggestion.objects.create(
            service=service, field="other", proposed="x", language="nl", email="a@b.be", reporter="m", sent_at=sent
        )
    done = clean_up()
    assert (done["addresses for an answer"], done["marks of who sent a suggestion"], done["suggestions"]) == (2, 3, 1)
    kept = Suggestion.objects.order_by("-sent_at").values_list("email", "reporter")
    assert list(kept) == [("a@b.be", "m"), ("a@b.be", ""), ("", "")]
