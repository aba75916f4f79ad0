"""What a full service proposes instead: never past a border of need, conditions, consent or cap."""

import pytest
from django.test import Client

from actors.catalogue.alternatives import MOST
from actors.catalogue.service_page import ServicePage
from actors.models import Actor, Contact, Service, ServiceArea, ServiceUse, Viewer
from actors.pictograms.choice import neutral
from tests import factories


@pytest.fixture
def full():
    """A full service in Sint-Gillis, for which no conditions are known."""
    return with_room("full", lat=50.8290)


def with_room(status="open", *, lat=50.8300, **fields):
    """A service with a status, at a place as far north as asked."""
    location = factories.location(lat=lat, neighbourhood=fields.pop("neighbourhood", None))
    service = factories.service(actor=location.actor, at=location, **fields)
    factories.availability(status, service=service)
    return service


def proposed(service, viewer=Viewer.VISITOR):
    return ServicePage(service.slug, viewer).alternatives


def names(service, **options):
    return [other.card.service.pk for other in proposed(service, **options)]


@pytest.mark.django_db
class TestWhich:
    def test_the_nearest_first_and_three_at_most_across_a_zone_border(self, full):
        elsewhere = factories.neighbourhood(code="21004-8", zone=factories.zone("centre-ouest"))
        far, near, middle, too_far = (
            with_room(lat=lat, neighbourhood=elsewhere) for lat in (50.8400, 50.8310, 50.8350, 50.8600)
        )
        assert names(full) == [near.pk, middle.pk, far.pk]
        assert too_far.pk not in names(full)
        assert len(names(full)) == MOST

    @pytest.mark.parametrize("status", ["waiting_list", "paused", "full"])
    def test_only_where_there_is_no_room(self, status):
        other = with_room()
        assert names(with_room(status)) == [other.pk]
        assert names(with_room("limited")) == []
        assert names(factories.service()) == []  # not known is not full

    @pytest.mark.parametrize("status", ["full", "waiting_list", "paused", "unknown"])
    def test_only_to_room(self, full, status):
        with_room(status)
        assert names(full) == []

    def test_the_same_need(self, full):
        with_room(themes=["laundry"])
        assert names(full) == []

    def test_what_the_viewer_may_see(self, full):
        hidden = with_room(level="professionals")
        with_room(is_example=True)
        draft = with_room()
        Service.objects.filter(pk=draft.pk).update(status="draft")
        assert names(full) == []
        assert names(full, viewer=Viewer.PROFESSIONAL) == [hidden.pk]
        assert names(full, viewer=Viewer.STAFF) == [hidden.pk]

    def test_other_target_groups_and_territories_are_left_out(self, full):
        with_room(targets=["women"])
        anyone = with_room(targets=["anyone", "women"])
        elsewhere = with_room(
            territory_limited=True,
            neighbourhood=factories.neighbourhood(
                code="21004-8", municipality=factories.municipality("21004"), zone=factories.zone("centre-ouest")
            ),
        )
        assert names(full) == [anyone.pk]
        ServiceArea.objects.create(service=elsewhere, municipality=factories.municipality())
        assert set(names(full)) == {anyone.pk, elsewhere.pk}


@pytest.mark.django_db
class TestAdmission:
    @pytest.mark.parametrize(
        ("theirs", "mine", "fits"),
        [
            ({"no_papers": True}, {"no_papers": False}, False),
            ({"no_papers": True}, {"no_papers": None}, True),
            ({"no_papers": None}, {"no_papers": False}, True),
            ({"referral_needed": False}, {"referral_needed": True}, False),
            ({"referral_needed": True}, {"referral_needed": False}, True),
            ({"women_only": None}, {"women_only": True}, False),
            ({"women_only": True}, {"women_only": True}, True),
            ({"women_only": True}, {"women_only": False}, True),
            ({"online": True}, {"online": False}, True),
            ({}, {"age_max": 17}, False),
            ({}, {"age_min": 18}, True),
            ({"age_max": 12}, {"age_max": 17}, True),
            ({"age_max": 17}, {"age_min": 12}, False),
        ],
    )
    def test_nobody_is_known_to_be_turned_away(self, theirs, mine, fits):
        full, other = with_room("full", **theirs), with_room(**mine)
        assert (other.pk in names(full)) is fits

    def test_what_is_the_same_and_what_is_unknown(self):
        full = with_room("full", no_papers=True, free=True, dogs=False)
        with_room(no_papers=True, free=None, dogs=True)
        (other,) = proposed(full)
        assert [(fact.code, answer) for fact, answer in other.same] == [("no-papers", True)]
        assert [fact.code for fact in other.unknown] == ["free"]


@pytest.mark.django_db
class TestConsent:
    def test_informal_groups_only_when_they_ask(self, full):
        group = with_room()
        Actor.objects.filter(pk=group.actor_id).update(kind="informal", level="professionals")
        assert names(full, viewer=Viewer.PROFESSIONAL) == []
        Service.objects.filter(pk=group.pk).update(accepts_overflow=True)
        assert names(full, viewer=Viewer.PROFESSIONAL) == [group.pk]

    def test_who_refuses_is_left_alone(self, full):
        with_room(accepts_overflow=False)
        assert names(full) == []

    def test_looking_uses_up_nothing(self, client, full):
        """What was broken: after five people had looked, nobody was told of it any more."""
        capped = with_room(overflow_cap=2, name_nl="Andere douche")
        for _ in range(6):
            html = client.get(f"/nl/aanbod/{full.slug}/").content.decode()
            assert "Andere douche" in html
            assert "vaak voorgesteld" not in html
        assert names(full) == [capped.pk]
        assert not ServiceUse.objects.exists()

    def test_at_its_cap_it_stays_and_says_to_call_first(self, full):
        capped = with_room(overflow_cap=2, name_nl="Andere douche")
        for address in ("10.0.0.1", "10.0.0.1", "10.0.0.2"):  # the second click of one person counts once
            answer = Client(REMOTE_ADDR=address).post(f"/nl/aanbod/{capped.slug}/doorverwijzen/")
            assert (answer.status_code, answer.headers["Location"]) == (303, f"/nl/aanbod/{capped.slug}/")
            assert not answer.cookies
        assert ServiceUse.objects.get().proposed == 2
        for page, words in (
            (f"/nl/aanbod/{full.slug}/", "vaak voorgesteld"),
            (f"/fr/services/{full.slug}/", "souvent"),
        ):
            html = Client().get(page).content.decode()
            assert words in html
            assert capped.slug in html

    def test_who_takes_nobody_unannounced_says_so_at_once(self, client, full):
        with_room(overflow_cap=0, name_nl="Andere douche")
        html = client.get(f"/nl/aanbod/{full.slug}/").content.decode()
        assert "vaak voorgesteld" in html

    def test_nobody_refers_to_what_they_may_not_see(self, client):
        hidden = with_room(level="professionals")
        assert client.post(f"/nl/aanbod/{hidden.slug}/doorverwijzen/").status_code == 404
        assert client.get(f"/nl/aanbod/{hidden.slug}/doorverwijzen/").status_code == 405


def call(service, address="10.0.0.1", path="/nl/aanbod/{}/gebeld/"):
    """Somebody taps the number of a service, from one address."""
    return Client(REMOTE_ADDR=address).post(path.format(service.slug))


@pytest.mark.django_db
class TestCalls:
    """What was broken: a small service was called all day, and its limit counted clicks only."""

    @pytest.mark.parametrize("path", ["/nl/aanbod/{}/gebeld/", "/fr/services/{}/appele/"])
    def test_a_call_counts_once_a_day_for_one_address(self, path):
        capped = with_room(overflow_cap=2)
        for address in ("10.0.0.1", "10.0.0.1", "10.0.0.1", "10.0.0.2"):
            answer = call(capped, address, path)
            assert (answer.status_code, answer.content, dict(answer.cookies)) == (204, b"", {})
        assert ServiceUse.objects.get().proposed == 2

    def test_who_refers_and_then_calls_is_one_person(self):
        capped = with_room(overflow_cap=2)
        Client(REMOTE_ADDR="10.0.0.1").post(f"/nl/aanbod/{capped.slug}/doorverwijzen/")
        call(capped)
        assert ServiceUse.objects.get().proposed == 1

    def test_calls_to_who_set_no_limit_are_not_counted(self):
        assert call(with_room()).status_code == 204
        assert not ServiceUse.objects.exists()

    def test_looking_and_hidden_services_count_nothing(self, client):
        capped, hidden = with_room(overflow_cap=2), with_room(overflow_cap=2, level="professionals")
        assert client.get(f"/nl/aanbod/{capped.slug}/gebeld/").status_code == 405
        assert call(hidden).status_code == 404
        assert not ServiceUse.objects.exists()

    def test_what_is_kept_tells_nobody_who_called(self):
        call(with_room(overflow_cap=2), "192.0.2.77")
        fields = {field.name for field in ServiceUse._meta.get_fields()}
        assert fields == {"id", "service", "day", "count", "proposed"}

    @pytest.mark.parametrize(
        ("page", "words"), [("/nl/privacy/", "tikt op het nummer"), ("/fr/vie-privee/", "touche le numéro")]
    )
    def test_people_are_told_that_it_is_counted(self, client, page, words):
        assert words in client.get(page).content.decode()

    def test_at_the_limit_the_number_stands_beside_call_first(self, full):
        capped = with_room(overflow_cap=1)
        Contact.objects.create(service=capped, kind="phone", value="+3225112233")
        call(capped)
        html = Client().get(f"/nl/aanbod/{full.slug}/").content.decode()
        words = html.partition("vaak voorgesteld")[2].partition("</li>")[0]
        assert f'href="tel:+3225112233" data-called="/nl/aanbod/{capped.slug}/gebeld/"' in words

    @pytest.mark.parametrize("cap", [3, None])
    def test_only_numbers_of_who_set_a_limit_tell_that_they_were_tapped(self, client, cap):
        service = with_room(overflow_cap=cap)
        Contact.objects.create(service=service, kind="phone", value="+3225112233")
        pages = (
            f"/nl/aanbod/{service.slug}/",
            "/nl/zoeken/?theme=shower",
            f"/nl/hulp/adressen/?b={neutral('need:hygiene')}",
        )
        for page in pages:
            html = client.get(page).content.decode()
            assert "tel:+3225112233" in html
            assert (f'data-called="/nl/aanbod/{service.slug}/gebeld/"' in html) is bool(cap), page


@pytest.mark.django_db
class TestPage:
    def test_page_shows_them(self, client, full):
        with_room(no_papers=True, name_nl="Andere douche", overflow_cap=5)
        html = client.get(f"/nl/aanbod/{full.slug}/").content.decode()
        assert "Elders zijn er vrije plaatsen" in html
        assert "Andere douche" in html


def test_page_of_a_full_service_takes_ten_queries_too(real, client, django_assert_max_num_queries):
    address = "/fr/services/voorbeeld-schuldhulp-marolle-bemiddeling/"
    client.get(address)
    with django_assert_max_num_queries(10):
        html = client.get(address).content.decode()
    assert "Il y a des places libres ailleurs" in html
    assert "voorbeeld-schuldhulp-dubrucq-bemiddeling" in html
