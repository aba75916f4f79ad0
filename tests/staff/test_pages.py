"""The lists of the staff, one-click room, and what the pages cost."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate

from actors.models import Actor, Availability, Competence, Contact, Hosting, Membership, Service
from actors.staff.saving import free_slug
from tests import factories
from tests.staff.conftest import Form, service_of


class TestHome:
    def test_to_confirm_counts_what_nobody_ever_confirmed(self, staff, listing):
        """With how many there are on each button, and in words which of them were never confirmed."""
        Actor.objects.update(status="published", confirmed_on=None)
        late = factories.actor(slug="laat", steward=factories.zone("sud"), confirmed_on=localdate() - timedelta(400))
        factories.actor(slug="pas", steward=factories.zone("sud"), confirmed_on=localdate())
        page = staff.get(reverse("staff-listings") + "?show=due")
        assert {*self.names(page)} == {listing.slug, late.slug}
        assert "Te bevestigen <span" in page.content.decode()
        assert "1 ervan werd nog nooit bevestigd." in page.content.decode()

    def names(self, page):
        return [actor.slug for actor in page.context["page"].page]

    def test_only_what_one_may_edit(self, staff, listing, other):
        assert self.names(staff.get(reverse("staff-listings"))) == ["douche"]

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("?q=la+douche", ["douche"]),
            ("?q=bad", []),
            ("?show=draft", ["wasserette"]),
            ("?show=published", ["douche"]),
            ("?show=language", ["wasserette"]),
            ("?show=due", ["douche"]),
        ],
    )
    def test_search_and_filters(self, staff, listing, query, found):
        factories.actor(slug="wasserette", status="draft", steward=listing.steward, name_fr="")
        assert self.names(staff.get(reverse("staff-listings") + query)) == found

    def test_professional_finds_no_such_page(self, client, db):
        from tests.staff.conftest import user

        client.force_login(user("nurse"))
        for name in (
            "staff-home",
            "staff-listings",
            "staff-rooms",
            "staff-new",
            "staff-hours",
            "staff-place",
            "staff-street",
        ):
            assert client.get(reverse(name)).status_code == 404


class TestRoom:
    def test_how_it_is_known_stays_when_one_searches(self, staff, listing):
        page = staff.get(reverse("staff-rooms"), {"how": "phone"}).content.decode()
        assert page.count('name="how" value="phone"') >= 2  # in the search, and in what is said

    def test_one_click(self, staff, listing):
        assert staff.post(reverse("staff-room", args=["douches"]), {"status": "full"}).status_code == 200
        said = Availability.objects.get()
        assert (said.status, (said.valid_until - said.confirmed_at).days) == ("full", 14)

    def test_own_period_and_a_new_status_forgets_the_waiting_time(self, staff, listing):
        Service.objects.update(availability_days=3)
        factories.availability("full", service=service_of(listing), waiting_days=20, note_nl="tot mei", places_total=12)
        answer = staff.post(reverse("staff-room", args=["douches"]), {"status": "open"}, HTTP_HX_REQUEST="true")
        said = Availability.objects.get()
        assert ((said.valid_until - said.confirmed_at).days, said.waiting_days, said.note_nl, said.places_total) == (
            3,
            None,
            "",
            12,
        )
        assert 'aria-pressed="true"' in answer.content.decode()

    @pytest.mark.parametrize("status", ["full", "paused", "nonsense", ""])
    def test_what_a_rule_forbids_is_said(self, staff, listing, status):
        Service.objects.update(is_statutory=True)
        answer = staff.post(reverse("staff-room", args=["douches"]), {"status": status}, HTTP_HX_REQUEST="true")
        assert 'class="error"' in answer.content.decode()
        assert not Availability.objects.exists()

    def test_get_changes_nothing(self, staff, listing):
        assert staff.get(reverse("staff-room", args=["douches"]) + "?status=full").status_code == 200
        assert not Availability.objects.exists()


def test_hours_in_words(staff, listing):
    answer = staff.get(reverse("staff-hours"), {"mo": "9-12", "tu": "9-12", "ph": "off"}).content.decode()
    assert "Mo-Tu 09:00-12:00; PH off" in answer
    assert "ma–di" in answer
    assert "lun" in answer
    assert 'class="error"' in staff.get(reverse("staff-hours"), {"mo": "soms"}).content.decode()


def test_point_in_words(staff, listing):
    found = staff.get(reverse("staff-place"), {"lat": "50.829", "lon": "4.338"}).json()
    assert found["neighbourhood"] == factories.neighbourhood().pk
    assert found["certain"] is False
    for query in ({}, {"lat": "x", "lon": "4"}, {"lat": "40", "lon": "4"}):
        assert staff.get(reverse("staff-place"), query).json() == {"neighbourhood": None}


def test_where_a_street_runs(staff, listing):
    long = factories.neighbourhood("21004-8", name_nl="Marollen", name_fr="Marolles")
    short = factories.neighbourhood("21004-7", name_nl="Zavel", name_fr="Sablon")
    one = factories.neighbourhood("21001-53", name_nl="Vogelenzang", name_fr="Vogelenzang")

    def streets(text, postal_code=""):
        found = staff.get(reverse("staff-street"), {"text": text, "postal_code": postal_code}).json()
        return [(street["nl"], street["fr"], street["neighbourhood"]) for street in found["streets"]], found["sure"]

    assert streets("r. haute 12") == (
        [("Hoogstraat", "Rue Haute", long.pk), ("Hoogstraat", "Rue Haute", short.pk)],
        False,
    )
    clairbert = [("Clara Clairbertdreef", "Allée Clara Clairbert", one.pk)]
    assert streets("Clara Clairbertdreef 3") == (clairbert, True)
    assert streets("Clara Clairbertdref") == (clairbert, False)  # a mistake is asked
    for nothing in ("", "xqzzv", "12", "x" * 500):
        assert streets(nothing) == ([], False)


def test_add_and_unfold_without_script(staff, listing):
    factories.service(actor=listing, slug="tweede")
    form = Form(staff, reverse("staff-edit", args=[listing.slug]))
    assert not [key for key in form.data["record"] if key.startswith("service")]
    key = f"service-{Service.objects.get(slug='tweede').pk}"
    page = form.send(unfold=key)
    form.read(page)
    assert key in form.data["record"]
    page = form.send(add=f"contact:{key}", **{f"{key}-name_nl": "Blijft staan"})
    assert "Blijft staan" in page.content.decode()
    assert any(one.startswith("contact-n") for one in page.context["listing"].forms)
    for nonsense in ("contact:service-999999", "user:actor", "x", "service:contact-1"):
        assert form.send(add=nonsense).status_code == 404, nonsense


def test_one_record_for_a_script(staff, listing, form):
    data = {**form.data, "add": "closure:actor"}
    answer = staff.post(form.address, data, HTTP_HX_REQUEST="true")
    assert answer.content.decode().strip().startswith("<li")


def test_first_opening_of_the_editor_takes_at_most_fifteen_queries(staff, listing):
    for number in range(9):
        service = factories.service(
            actor=listing, at=True, themes=("shower", "laundry"), targets=("homeless",), languages=("nl", "fr")
        )
        factories.availability(service=service)
        Contact.objects.create(service=service, kind="phone", value=f"+322510091{number}")
        Hosting.objects.create(service=service, host=factories.actor())
        Membership.objects.create(network=factories.actor(kind="network"), member=listing)
    Competence.objects.create(actor=listing, kind="chw", zone=listing.steward)
    everything = "&".join(f"open=service-{service.pk}" for service in listing.services.all())
    Client().get("/nl/")  # fills what the process keeps for everybody
    with CaptureQueriesContext(connection) as queries:
        page = staff.get(f"{reverse('staff-edit', args=[listing.slug])}?{everything}")
    asked = [one["sql"] for one in queries if not one["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    assert len(asked) <= 15, "\n".join(asked)
    assert page.content.decode().count('class="panel service"') == 10
    assert len(page.context["listing"].of_kind("hosting")) == len(page.context["listing"].of_kind("membership")) == 9


def test_many_places_are_folded_and_stay_as_they_are(staff, listing):
    for _ in range(3):
        factories.service(actor=listing, at=True)
    streets = {place.street_fr for place in listing.locations.all()}
    form = Form(staff, reverse("staff-edit", args=[listing.slug]))
    assert not [key for key in form.data["record"] if key.startswith("location")]
    assert form.send(**{"actor-name_nl": "Nieuw"}).status_code == 302
    assert {place.street_fr for place in listing.locations.all()} == streets
    key = f"location-{listing.locations.first().pk}"
    form = Form(staff, form.address)
    form.read(form.send(unfold=key))
    assert key in form.data["record"]


def test_who_takes_a_slug_makes_others_wait(listing):
    def locks():
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()")
            return cursor.fetchone()[0]

    before = locks()
    assert free_slug(Actor, Actor(name_fr="Douche")) == "douche-2"
    assert locks() == before + 1


class TestFormerAddresses:
    def test_renamed_listings_redirect_for_ever(self, client, listing):
        Actor.objects.filter(pk=listing.pk).update(slug="tweede")
        Actor.objects.filter(pk=listing.pk).update(slug="derde")
        Service.objects.update(slug="baden")
        for slug in ("douche", "tweede"):
            answer = client.get(reverse("actor", args=[slug]))
            assert (answer.status_code, answer["Location"]) == (301, reverse("actor", args=["derde"]))
        assert client.get(reverse("service", args=["douches"]))["Location"] == reverse("service", args=["baden"])

    def test_hidden_ones_give_no_hint(self, client, listing):
        listing.slug, listing.status = "tweede", "draft"
        listing.save()
        assert client.get(reverse("actor", args=["douche"])).status_code == 404

    def test_the_last_one_that_left_an_address_counts(self, client, listing, other):
        Actor.objects.filter(pk=listing.pk).update(slug="een")
        Actor.objects.filter(pk=other.pk).update(slug="douche")
        Actor.objects.filter(pk=other.pk).update(slug="twee")
        assert client.get(reverse("actor", args=["douche"]))["Location"] == reverse("actor", args=["twee"])
