"""Reports of refusal stand beside a status, count everybody once, and end with an answer."""

from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from actors.catalogue import cards
from actors.feedback.refusals import MOST_A_DAY, MOST_OF_A_SERVICE
from actors.models import Refusal, ServiceUse
from actors.models.refusal import ANYBODY, reports_on, with_reports
from actors.people.retention import clean_up
from actors.reporters import reporter_mark
from tests import factories
from tests.feedback.conftest import Sender, addresses

pytestmark = pytest.mark.django_db


@pytest.fixture
def service():
    return factories.service(slug="douches", at=True, name_nl="Douches", name_fr="Douches FR")


def page_of(client, service, language="nl"):
    with translation.override(language):
        return unescape(client.get(service.get_absolute_url()).content.decode())


def report(service, count=3, **fields):
    """So many reports by different people."""
    return [
        Refusal.objects.create(service=service, reporter=f"r{n}", **{"reason": "full", **fields}) for n in range(count)
    ]


class TestReporting:
    def test_a_report_has_a_reason_and_nothing_of_who_sends_it(self, client, service):
        answer = Sender("203.0.113.9").refused(service, "language")
        assert answer.status_code == 303
        kept = Refusal.objects.get()
        assert (kept.reason, kept.weight, kept.answered_at) == ("language", 1, None)
        assert "203.0.113.9" not in str(vars(kept))
        assert "Dank u" in client.get(answer.url).content.decode()

    def test_looking_writes_nothing_and_sets_no_cookie(self, client, service, django_assert_max_num_queries):
        with django_assert_max_num_queries(3) as queries:
            answer = client.get(reverse("refused", args=[service.slug]))
        assert all(query["sql"].lstrip().startswith("SELECT") for query in queries.captured_queries)
        assert (answer.status_code, len(answer.cookies)) == (200, 0)
        assert "public" in answer["Cache-Control"]

    @pytest.mark.parametrize(
        ("language", "words"), [("nl", "Kies een van de redenen."), ("fr", "Choisissez une des raisons.")]
    )
    @pytest.mark.parametrize("data", [{}, {"reason": ""}, {"reason": "rude"}, {"reason": "full\x00"}])
    def test_without_a_reason_nothing_is_kept_and_it_is_asked(self, client, service, language, words, data):
        with translation.override(language):
            answer = client.post(reverse("refused", args=[service.slug]), data)
        assert answer.status_code == 422
        assert words in answer.content.decode()
        assert not Refusal.objects.exists()

    def test_what_may_not_be_seen_cannot_be_reported(self, client):
        for level, status in [("professionals", "published"), ("public", "draft")]:
            hidden = factories.service(level=level, status=status)
            assert Sender().refused(hidden).status_code == 404
            assert client.get(reverse("refused", args=[hidden.slug])).status_code == 404
        assert not Refusal.objects.exists()

    def test_a_machine_that_fills_in_what_people_do_not_see_is_thanked_and_not_counted(self, service):
        assert Sender().refused(service, homepage="https://spam.example").status_code == 303
        assert not Refusal.objects.exists()

    @pytest.mark.parametrize(
        ("headers", "status"),
        [
            ({"sec-fetch-site": "cross-site"}, 403),
            ({"sec-fetch-site": "same-site"}, 403),
            ({"origin": "https://elsewhere.example"}, 403),
            ({"sec-fetch-site": "same-origin", "origin": "null"}, 303),
            ({"origin": "http://testserver"}, 303),
        ],
    )
    def test_another_site_cannot_let_its_visitors_report(self, service, headers, status):
        assert Sender(**headers).refused(service).status_code == status
        assert Refusal.objects.exists() == (status == 303)


class TestOnceEach:
    def test_one_reporter_counts_once_however_often(self, service):
        for reason in ["full", "full", "closed"]:
            assert Sender().refused(service, reason).status_code == 303
        assert [kept.reason for kept in Refusal.objects.all()] == ["full"]

    def test_nor_on_the_days_after(self, service, monkeypatch):
        Sender().refused(service)
        later = timezone.now() + timedelta(days=2)
        monkeypatch.setattr(timezone, "now", lambda: later)
        Sender().refused(service)
        assert Refusal.objects.count() == 1

    def test_after_an_answer_it_counts_anew(self, service):
        Sender().refused(service)
        factories.availability(service=service)
        assert not Refusal.objects.open().exists()
        Sender().refused(service, "closed")
        assert [kept.reason for kept in Refusal.objects.open()] == ["closed"]

    def test_the_addresses_of_one_household_are_one(self, service):
        for address in ["2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:3::1"]:
            Sender(address).refused(service)
        for address in ["203.0.113.1", "::ffff:203.0.113.1"]:
            Sender(address).refused(service)
        assert Refusal.objects.count() == 3

    def test_an_account_is_one_reporter_from_wherever_it_comes_and_weighs_more(self, service):
        colleague = factories.user()
        for address in ["203.0.113.1", "203.0.113.2"]:
            Sender(address, colleague).refused(service)
        Sender("203.0.113.1").refused(service)
        assert sorted(Refusal.objects.values_list("weight", flat=True)) == [1, 2]

    def test_an_account_that_nobody_confirmed_weighs_as_anybody(self, service):
        Sender(user=factories.user(confirmed=False)).refused(service)
        assert Refusal.objects.get().weight == ANYBODY

    def test_marks_of_two_services_tell_nothing_of_each_other(self, service):
        other = factories.service()
        for one in (service, other):
            Sender().refused(one)
        assert len(set(Refusal.objects.values_list("reporter", flat=True))) == 2

    def test_a_mark_is_of_a_day_and_cannot_be_made_without_the_key(self, rf, settings, monkeypatch):
        request = rf.get("/")
        first = reporter_mark(request, "refusal", 1)
        settings.SECRET_KEY = "another key"
        assert reporter_mark(request, "refusal", 1) != first


class TestLimits:
    def test_one_reporter_may_report_so_many_services_a_day(self):
        services = [factories.service() for _ in range(MOST_A_DAY[ANYBODY] + 1)]
        sender = Sender()
        assert [sender.refused(one).status_code for one in services] == [303] * MOST_A_DAY[ANYBODY] + [429]
        assert Refusal.objects.count() == MOST_A_DAY[ANYBODY]
        assert "Probeer morgen opnieuw" in sender.refused(services[-1]).content.decode()

    def test_a_professional_is_heard_where_a_crowd_reported(self, service):
        for address in addresses(MOST_OF_A_SERVICE + 5):
            Sender(address).refused(service)
        assert Refusal.objects.count() == MOST_OF_A_SERVICE
        Sender(user=factories.user()).refused(service, "closed")
        assert Refusal.objects.filter(reason="closed").exists()


def test_a_thousand_false_reports_change_no_status_and_are_one_thing_to_do(client, service):
    """The attack that the design names: 1,000 reports from 50 addresses."""
    factories.availability("open", service=service, confirmed_at=timezone.now() - timedelta(hours=1))
    quiet = factories.service(slug="rustig", at=True)
    before = [client.get(f"/nl/zoeken/?room={room}").context["page"].real for room in ("", "on")]
    senders = [Sender(address) for address in addresses(50)]
    for number in range(1_000):
        senders[number % 50].refused(service, ("full", "closed", "no-answer")[number % 3])
    assert [client.get(f"/nl/zoeken/?room={room}").context["page"].real for room in ("", "on")] == before
    assert service.availabilities.get().current_status == "open"
    assert "Vrije plaatsen" in page_of(client, service)
    assert [row["service"] for row in Refusal.objects.to_answer(weight=3)] == [service.pk]
    assert Refusal.objects.count() <= MOST_OF_A_SERVICE
    assert "weigering" not in page_of(client, quiet).partition("Hier is iemand geweigerd")[0]


class TestWhoReadsIt:
    @pytest.mark.parametrize(
        ("language", "words"),
        [("nl", "3 meldingen van weigering in zeven dagen"), ("fr", "3 refus signalés en sept jours")],
    )
    def test_professionals_from_three_reporters_on_beside_the_status(self, client, service, language, words):
        factories.availability("open", service=service, confirmed_at=timezone.now() - timedelta(days=1))
        report(service, 2)
        assert words[1:] not in page_of(client, service, language)
        Refusal.objects.create(service=service, reason="closed", reporter="r3", weight=2)
        text = page_of(client, service, language)
        assert words in text
        assert {"nl": "Vrije plaatsen", "fr": "Places libres"}[language] in text, "the status stays"
        assert {"nl": "1 door een professional", "fr": "1 par un professionnel"}[language] in text
        assert {"nl": "volzet (2), gesloten (1)", "fr": "complet (2), fermé (1)"}[language] in text

    def test_on_the_card_too_at_no_cost(self, client, service):
        def searched():
            cards.visitors._state = None  # as a minute later
            with CaptureQueriesContext(connection) as queries:
                return client.get("/nl/zoeken/?q=douches").content.decode(), len(queries)

        searched()
        _text, before = searched()
        report(service, 4)
        text, after = searched()
        assert "4 meldingen van weigering in zeven dagen" in text
        assert after == before

    def test_residents_read_nothing_of_it(self, client, service):
        report(service, 5)
        for path in [
            "/nl/hulp/tips/",
            "/nl/hulp/kaarten/?need=hygiene",
            reverse("help-cards"),
            reverse("help-numbers"),
        ]:
            assert "weigering" not in client.get(path).content.decode()
        bundle = reverse("help-bundle", args=["region"])
        assert "refus" not in client.get(bundle).content.decode()

    def test_nor_does_any_machine(self, client, service):
        report(service, 5)
        text = page_of(client, service)
        data = text.partition('<script type="application/ld+json"')[2].partition("</script>")[0]
        assert "weiger" not in data


class TestAnswers:
    @pytest.mark.parametrize(
        ("how", "answers"), [("staff", True), ("actor", True), ("import", False), ("source", False)]
    )
    def test_who_says_whether_there_is_room_answers_an_import_does_not(self, service, how, answers):
        report(service)
        factories.availability(service=service, confirmed_how=how)
        assert Refusal.objects.open().exists() is not answers

    def test_what_was_said_before_answers_nothing(self, service):
        factories.availability(service=service, confirmed_at=timezone.now() - timedelta(hours=1))
        report(service)
        assert Refusal.objects.open().count() == 3

    def test_after_seven_days_it_counts_no_more(self, client, service):
        report(service, reported_at=timezone.now() - timedelta(days=7, minutes=1))
        assert not Refusal.objects.open().exists()
        assert "meldingen" not in page_of(client, service)

    def test_one_row_for_each_service_what_weighs_most_first(self, service):
        other = factories.service()
        report(service, 3)
        report(other, 2, weight=2)
        rows = list(Refusal.objects.to_answer())
        assert [(row["service"], row["reports"], row["total_weight"]) for row in rows] == [
            (other.pk, 2, 4),
            (service.pk, 3, 3),
        ]
        assert len(Refusal.objects.by_service([service])[service.pk]) == 3


def test_a_mark_goes_after_seven_days_and_the_report_after_a_year(service):
    now = timezone.now()
    report(service, 1, reported_at=now - timedelta(days=8))
    Refusal.objects.create(service=service, reason="full", reporter="x", reported_at=now - timedelta(days=366))
    Refusal.objects.create(service=service, reason="full", reporter="y")
    done = clean_up()
    assert (done["marks of who reported a refusal"], done["reports of refusal"]) == (2, 1)
    assert sorted(Refusal.objects.values_list("reporter", flat=True)) == ["", "y"]


def test_a_referral_counts_an_address_once_a_day_as_before(service):
    client = Sender().client
    for _ in range(2):
        client.post(reverse("refer", args=[service.slug]))
    assert ServiceUse.objects.get(service=service).proposed == 1


@pytest.mark.parametrize("how", ["staff", "actor", "desk", "import", "source"])
@pytest.mark.parametrize("earlier", [-1, 0, 1], ids=["said after", "at the same moment", "said before"])
def test_cards_and_queue_agree_on_what_waits(service, how, earlier):
    now = timezone.now() - timedelta(hours=3)
    report(service, 3, reported_at=now)
    Refusal.objects.create(
        service=service, reason="closed", weight=2, reporter="later", reported_at=now + timedelta(hours=2)
    )
    Refusal.objects.create(
        service=service, reason="closed", reporter="done", reported_at=now, answered_at=now + timedelta(minutes=1)
    )
    factories.availability(service=service, confirmed_how=how, confirmed_at=now - timedelta(hours=earlier))
    read = with_reports(type(service).objects.filter(pk=service.pk)).get()
    read.said = list(service.availabilities.all())
    assert reports_on(read) == Refusal.objects.by_service([service]).get(service.pk)


class TestFromTheOrganisation:
    """Somebody comes from the page of the organisation, not of a service."""

    @pytest.mark.parametrize(("language", "words"), [("nl", "Bij welke dienst?"), ("fr", "Dans quel service ?")])
    def test_the_service_is_chosen_and_then_the_reason(self, client, service, language, words):
        other = factories.service(actor=service.actor, slug="kleding", name_nl="Kleding", name_fr="Vêtements")
        with translation.override(language):
            choose = reverse("refused-by-actor", args=[service.actor.slug])
            assert choose in unescape(client.get(service.actor.get_absolute_url()).content.decode())
            page = unescape(client.get(choose).content.decode())
            assert words in page
            assert all(reverse("refused", args=[one.slug]) in page for one in (service, other))
        Sender().refused(other)
        assert Refusal.objects.get().service == other

    def test_where_there_is_one_service_nothing_is_to_be_chosen(self, client, service):
        answer = client.get(reverse("refused-by-actor", args=[service.actor.slug]))
        assert answer.url == reverse("refused", args=["douches"])

    def test_what_one_may_not_see_is_not_offered(self, client, service):
        for slug in ("intern", "concept"):
            hidden = {"level": "professionals"} if slug == "intern" else {"status": "draft"}
            factories.service(actor=service.actor, slug=slug, **hidden)
        factories.service(actor=service.actor, slug="kleding")
        page = client.get(reverse("refused-by-actor", args=[service.actor.slug])).content.decode()
        assert "intern" not in page
        assert "concept" not in page
        draft = factories.actor(status="draft")
        assert client.get(reverse("refused-by-actor", args=[draft.slug])).status_code == 404
