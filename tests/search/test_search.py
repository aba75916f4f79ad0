"""What a search finds, in which order, with which counts: small worlds, one rule each."""

from datetime import date, datetime, timedelta

import numpy as np
import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from actors.enums import ActorKind, Level, LocationKind
from actors.models import Closure, Location, Membership, Service, ServiceArea, ServiceAtLocation, Viewer
from actors.opening import BRUSSELS
from actors.search import Near, Query, Sort, search
from actors.search.process import fresh_engine
from actors.search.ranking import distances
from tests import factories

pytestmark = pytest.mark.django_db

NOW = timezone.now()


def found(**asked):
    return search(Query(**asked)).pks


def named(name, **fields):
    return factories.service(name_nl=name, name_fr=name, **fields).pk


class TestText:
    def test_empty_query_finds_everything(self):
        pk = named("Alles")
        assert found() == [pk]

    @pytest.mark.parametrize("text", ["douche", "Douches", "DOUCHE", "douhces", "dus douches", "shower NL"], ids=str)
    def test_finds_by_name_plural_capitals_typo_and_theme(self, text):
        pk = named("Douches voor iedereen")
        assert found(text=text) == [pk]

    def test_french_word_finds_dutch_listing_through_the_theme(self):
        factories.theme("shower", synonyms_fr="se laver|bain")
        pk = factories.service(name_nl="Wasgelegenheid", name_fr="").pk
        assert found(text="bain") == [pk]
        assert found(text="se laver") == [pk]

    def test_accents(self):
        pk = named("Épicerie solidaire")
        assert found(text="epicerie") == found(text="épicerie") == [pk]

    def test_all_words_before_some(self):
        both = named("Juridische hulp voor huurders")
        named("Juridische hulp")
        assert found(text="juridische huurders") == [both]

    def test_some_words_when_nothing_has_all(self):
        pk = named("Juridische hulp")
        assert found(text="juridische olifant") == [pk]

    def test_exact_name_first(self):
        longer = named("De Fontein voor kinderen", themes=["shower"])
        exact = named("De Fontein", themes=["laundry"])
        assert found(text="de fontein") == [exact, longer]

    def test_name_before_description(self):
        mentions = named("Onthaal", description_nl="Er is ook een fietsenstalling")
        named_so = named("Fietsenstalling")
        assert found(text="fietsenstalling") == [named_so, mentions]

    def test_main_theme_before_other_theme(self):
        second = factories.service(themes=["laundry", "shower"]).pk
        first = factories.service(themes=["shower", "laundry"]).pk
        assert found(text="shower") == [first, second]

    def test_compound_is_found_apart_and_together(self):
        together = named("Schuldbemiddeling")
        apart = named("Bemiddeling bij schulden")
        assert set(found(text="schulden bemiddeling")) == {together, apart}
        assert set(found(text="schuldbemiddeling")) == {together, apart}

    def test_correction_is_said_and_can_be_refused(self):
        named("Psycholoog")
        corrected = search(Query(text="psygoloog"))
        assert (corrected.total, corrected.match.corrected) == (1, "psycholoog")
        assert search(Query(text="psygoloog", literal=True)).total == 0

    def test_place_names_are_words_too(self):
        pk = factories.service(at=True).pk
        assert found(text="saint-gilles") == found(text="bosnië") == [pk]

    @pytest.mark.parametrize(
        "text", ["", "   ", "?!", "de het een", "\u202e\ufeff", "'; DROP TABLE x;--", "%", "x" * 10_000]
    )
    def test_strange_texts_do_no_harm(self, text):
        named("Iets")
        search(Query(text=text))


class TestFilters:
    def test_needs_and_themes_are_any_of(self):
        shower = factories.service(themes=["shower"]).pk
        meal = factories.service(themes=[factories.theme("meal", need=factories.need("food")).code]).pk
        factories.service(themes=[factories.theme("debts", need=factories.need("money")).code])
        assert set(found(filters={"what": ("theme:shower", "need:food")})) == {shower, meal}

    def test_admission_is_all_of_and_unknown_is_not_yes(self):
        both = factories.service(free=True, anonymous=True).pk
        factories.service(free=True)
        factories.service(free=True, anonymous=False)
        assert found(filters={"admission": ("admission:free", "admission:anonymous")}) == [both]

    def test_no_referral_asks_for_no(self):
        factories.service(referral_needed=True)
        without = factories.service(referral_needed=False).pk
        assert found(filters={"admission": ("admission:no-referral",)}) == [without]

    @pytest.mark.parametrize(
        ("name", "key"),
        [
            ("zone", "zone:sud"),
            ("municipality", "municipality:21013"),
            ("neighbourhood", "neighbourhood:44"),
            ("target", "target:homeless"),
            ("language", "language:ar"),
            ("level", "level:1"),
            ("kind", "kind:public-body"),
            ("serves", "serves:professionals"),
        ],
    )
    def test_filter(self, name, key):
        named("Iets anders")
        pk = factories.service(
            at=True,
            targets=["homeless"],
            languages=["ar"],
            care_level="1",
            serves="professionals",
            actor=factories.actor(kind=ActorKind.PUBLIC_BODY),
        ).pk
        assert found(filters={name: (key,)}) == [pk]

    def test_network(self):
        network = factories.actor(kind=ActorKind.NETWORK, slug="bar-raq")
        member = factories.service()
        Membership.objects.create(network=network, member=member.actor)
        own = factories.service(actor=network)
        factories.service()
        assert set(found(filters={"network": ("network:bar-raq",)})) == {member.pk, own.pk}

    def test_unknown_value_finds_nothing(self):
        named("Iets")
        assert found(filters={"zone": ("zone:mars",)}) == []


class TestAreas:
    """Who works for a territory is found there, with or without a place in it."""

    def test_zone_municipality_and_neighbourhood(self):
        piece = factories.neighbourhood()
        for area in ({"zone": piece.zone}, {"municipality": piece.municipality}, {"neighbourhood": piece}):
            service = factories.service()
            assert service.pk not in found(filters={"zone": ("zone:sud",)})
            ServiceArea.objects.create(service=service, **area)
            by_municipality = service.pk in found(filters={"municipality": ("municipality:21013",)})
            assert by_municipality is ("zone" not in area)
            assert (service.pk in found(filters={"neighbourhood": ("neighbourhood:44",)})) is ("neighbourhood" in area)
        assert len(found(filters={"zone": ("zone:sud",)})) == 2  # its municipality lies in no one zone


class TestExamples:
    def test_an_invented_service_never_stands_before_a_real_one(self):
        example = named("Douche", is_example=True)
        factories.availability("open", service=Service.objects.get(pk=example))
        real = named("Iets met douche in de buurt")
        assert found(text="douche") == [real, example]

    def test_words_are_relaxed_as_if_it_did_not_exist(self):
        """A real bed, though only the invented one says that dogs may come; the word is said to be not found."""
        example = named("Slapen met hond", is_example=True)
        real = named("Slapen")
        answer = search(Query(text="slapen hond"))
        assert answer.pks == [real, example]
        assert answer.match.unmet(answer.services) == ["hond"]

    @pytest.mark.parametrize("sort", Sort)
    def test_it_stands_last_in_every_order(self, sort):
        example = named("Douche", is_example=True, at=True, hours="24/7", confirmed_on=date(2026, 11, 1))
        real = named("Douche")
        assert found(text="douche", sort=sort, near=Near("hier", 50.83, 4.34)) == [real, example]

    def test_one_that_has_less_of_the_words_is_not_shown(self):
        named("Slapen", is_example=True)
        real = named("Slapen met hond")
        assert found(text="slapen hond") == [real]

    def test_where_nothing_real_has_any_of_it_the_example_is_found(self):
        example = named("Slapen met hond", is_example=True)
        named("Iets anders")
        assert found(text="slapen hond") == [example]


class TestGeographySafety:
    def test_undisclosed_place_is_not_in_its_neighbourhood(self):
        factories.municipality(zone=factories.zone())
        pk = factories.service(at=factories.location(level=Level.UNDISCLOSED)).pk
        assert found(filters={"neighbourhood": ("neighbourhood:44",)}) == []
        assert found(filters={"municipality": ("municipality:21013",)}) == [pk]
        assert found(text="Straat", literal=True) == []

    def test_undisclosed_place_without_municipality_has_no_distance(self):
        """At people's homes a place may have a point and no neighbourhood; the point is as secret as an address."""
        secret = factories.location(kind=LocationKind.HOME, level=Level.UNDISCLOSED)
        Location.objects.filter(pk=secret.pk).update(neighbourhood=None)
        pk = factories.service(at=secret).pk
        near = Near("hier", secret.lat, secret.lon)
        assert distances(fresh_engine().index, Query(near=near), np.array([pk])) == [float("inf")]

    def test_place_for_professionals_is_found_by_them_only(self):
        pk = factories.service(at=factories.location(level=Level.PROFESSIONALS)).pk
        filters = {"zone": ("zone:sud",)}
        assert found(filters=filters) == []
        assert found(filters=filters, viewer=Viewer.PROFESSIONAL) == [pk]


class TestCounts:
    def test_counts_stand_under_the_other_filters(self):
        factories.service(themes=["shower"], free=True, at=True)
        factories.service(themes=["laundry"], free=False)
        counts = search(Query(filters={"what": ("theme:shower",)})).facets
        assert (counts["what"]["theme:shower"], counts["what"]["theme:laundry"]) == (1, 1)  # not under itself
        assert counts["admission"]["admission:free"] == 1
        assert counts["zone"]["zone:sud"] == 1

    def test_counts_of_admission_stand_under_chosen_facts(self):
        factories.service(free=True, anonymous=True)
        factories.service(anonymous=True)
        counts = search(Query(filters={"admission": ("admission:free",)})).facets["admission"]
        assert counts["admission:anonymous"] == 1

    def test_room_and_open(self):
        factories.availability("limited", service=factories.service(at=True, hours="24/7"))
        factories.availability("full")
        counts = search(Query()).facets
        assert (counts["has_room"]["yes"], counts["open_at"]["yes"]) == (1, 1)


class TestRoom:
    def status(self, status, **fields):
        return factories.availability(status, **fields).service.pk

    def test_order_of_honesty(self):
        """open > limited > waiting list > expired less than 30 days ago > full = never confirmed > paused."""
        expired = NOW - timedelta(days=10)
        long_ago = NOW - timedelta(days=60)
        paused = self.status("paused")
        full = self.status("full")
        never = factories.service().pk
        old = self.status("open", confirmed_at=long_ago, valid_until=long_ago + timedelta(days=14))
        lapsed_full = self.status("full", confirmed_at=expired - timedelta(1), valid_until=expired)
        lapsed = self.status("open", confirmed_at=expired - timedelta(1), valid_until=expired)
        waiting = self.status("waiting_list")
        limited = self.status("limited")
        opened = self.status("open")
        order = found()
        assert order[:4] == [opened, limited, waiting, lapsed]
        assert set(order[4:8]) == {full, never, old, lapsed_full}
        assert order[8] == paused

    def test_has_room(self):
        opened, limited = self.status("open"), self.status("limited")
        self.status("waiting_list")
        past = NOW - timedelta(days=3)
        self.status("open", confirmed_at=past, valid_until=past + timedelta(days=1))
        assert set(found(has_room=True)) == {opened, limited}

    def test_status_of_one_place_counts_for_the_service(self):
        service = factories.service(at=True)
        ServiceAtLocation.objects.create(service=service, location=factories.location(actor=service.actor))
        first, second = service.places.all()
        factories.availability("full", service=service, place=first)
        factories.availability("open", service=service, place=second)
        assert found(has_room=True) == [service.pk]

    def test_room_does_not_outrank_the_words(self):
        asked = named("Tandarts")
        self.status("open", service=factories.service(description_nl="Bij de tandarts om de hoek"))
        assert found(text="tandarts")[0] == asked


class TestHours:
    MONDAY = datetime(2026, 11, 23, 10, tzinfo=BRUSSELS)

    def test_open_at(self):
        pk = factories.service(at=True, hours="Mo 09:00-12:00").pk
        factories.service(at=True, hours="Tu 09:00-12:00")
        factories.service(at=True)
        assert found(open_at=self.MONDAY) == [pk]

    @pytest.mark.parametrize("of", ["actor", "place"])
    def test_closure(self, of):
        service = factories.service(at=True, hours="Mo 09:00-12:00")
        days = DateRange(date(2026, 11, 23), date(2026, 11, 24))
        whose = {"actor": service.actor} if of == "actor" else {"place": service.places.get()}
        Closure.objects.create(days=days, **whose)
        assert found(open_at=self.MONDAY) == []

    def test_soonest(self):
        tuesday = factories.service(at=True, hours="Tu 09:00-12:00").pk
        unknown = factories.service().pk
        today = factories.service(at=True, hours="Mo 14:00-15:00").pk
        now = factories.service(at=True, hours="Mo 09:00-12:00").pk
        assert found(sort=Sort.SOONEST, now=self.MONDAY) == [now, today, tuesday, unknown]


class TestNear:
    HERE = Near("hier", 50.8300, 4.3400)

    def at(self, lat, lon):
        return factories.service(at=factories.location(lat=lat, lon=lon)).pk

    def test_nearest_first(self):
        far, near = self.at(50.88, 4.40), self.at(50.831, 4.341)
        nowhere = factories.service().pk
        assert found(near=self.HERE, sort=Sort.NEAREST) == [near, far, nowhere]

    def test_radius_keeps_what_is_given_at_a_distance(self):
        self.at(50.88, 4.40)
        near = self.at(50.831, 4.341)
        nowhere = factories.service().pk
        assert set(found(near=Near("hier", 50.83, 4.34, 2_000))) == {near, nowhere}

    def test_room_before_a_few_metres_and_not_before_kilometres_of_words(self):
        closer = self.at(50.8302, 4.3402)
        with_room = self.at(50.8310, 4.3410)
        factories.availability("open", service=Service.objects.get(pk=with_room))
        assert found(near=self.HERE) == [with_room, closer]


class TestSeveralNeeds:
    def test_what_covers_most_comes_first(self):
        one = factories.service(themes=["shower"]).pk
        two = factories.service(themes=["laundry", "shower"]).pk
        assert found(filters={"what": ("theme:shower", "theme:laundry")}) == [two, one]

    def test_needs_in_words(self):
        factories.theme("shower", synonyms_nl="douche")
        factories.theme("doctor", need=factories.need("health"), synonyms_nl="dokter")
        shower = factories.service(themes=["shower"]).pk
        doctor = factories.service(themes=["doctor"]).pk
        both = factories.service(themes=["shower", "doctor"]).pk
        assert found(text="douche dokter")[0] == both
        assert set(found(text="douche dokter")) == {both, shower, doctor}

    def test_two_words_for_one_need_are_one_need(self):
        """Else a service that only mentions one of the words would do."""
        factories.theme("shower", synonyms_nl="douche|badkamer")
        shower = factories.service(themes=["shower"]).pk
        named("Badkamer te huur", themes=["laundry"])
        assert found(text="douche badkamer") == [shower]


@pytest.mark.parametrize(("now", "seen"), [("2026-07-01T22:30+00:00", False), ("2026-07-01T21:30+00:00", True)])
def test_the_day_is_that_of_brussels(now, seen):
    """After midnight here it is still yesterday in Greenwich."""
    factories.service(ends_on=date(2026, 7, 1))
    assert bool(found(now=datetime.fromisoformat(now))) is seen


class TestWhatCanBeDoneWithIt:
    def test_what_has_nothing_to_call_or_write_to_stands_last(self):
        silent, full = named("Aaa"), factories.service(name_nl="Bbb")
        full.actor.contacts.create(kind="phone", value="+3225100910")
        factories.availability("full", service=full)
        assert found() == [full.pk, silent]
        assert found(sort=Sort.RESIDENT, filters={"what": ("need:hygiene",)}) == [full.pk, silent]

    @pytest.mark.parametrize("sort", [Sort.BEST, Sort.RESIDENT])
    def test_a_doctor_before_gymnastics_under_one_need(self, sort):
        factories.theme("fitness", can_wait=True)
        gymnastics, doctor = named("Aaa", themes=("fitness", "shower")), named("Bbb")
        factories.availability("open", service=Service.objects.get(pk=gymnastics))
        assert found(sort=sort, filters={"what": ("need:hygiene",)}) == [doctor, gymnastics]
        assert found(sort=sort, filters={"what": ("theme:shower", "theme:fitness")})[0] == gymnastics

    @pytest.mark.parametrize(("language", "order"), [("nl", "Bbb Ccc Aaa"), ("fr", "Aaa Ccc Bbb")])
    def test_the_language_of_the_page_first_among_equals_and_not_known_is_not_no(self, language, order):
        named("Aaa", actor=factories.actor(language_group="fr"))
        named("Bbb", languages=("nl",))
        named("Ccc")
        assert [Service.objects.get(pk=pk).name_nl for pk in found(language=language)] == order.split()
