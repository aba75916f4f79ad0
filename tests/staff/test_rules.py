"""Every rule of the models through the form: it is said in both languages, at its field, and nothing typed is lost."""

import pytest
from django.urls import reverse
from django.utils import translation

from actors.models import Availability, Closure, Contact, Hosting, Location, Membership, Service
from tests import factories
from tests.staff.conftest import Form, service_of

TYPED = "Met zorg getypt."

# Where it is said (`-` alone: of the record as a whole), and what was typed.
RULES = {
    "more free than there are": ("room-places_free", {"room-status": "limited", "room-places_total": "40", "room-places_free": "50"}),
    "a century of waiting": ("room-waiting_days", {"room-status": "open", "room-waiting_days": "40000"}),
    "more waiting than a life allows": ("room-waiting_days", {"room-status": "waiting_list", "room-waiting_days": "9999"}),
    "more places than a house has": ("room-places_total", {"room-status": "open", "room-places_total": "9999"}),
    "what looks like a person in a note": ("room-note_nl", {"room-status": "open", "room-note_nl": "bed 12 voor Ahmed El Idrissi"}),
    "a status of ten years": ("service-availability_days", {"service-availability_days": "3650"}),
    "ten thousand proposals": ("service-overflow_cap", {"service-overflow_cap": "10000"}),
    "a note that is too long": ("room-note_nl", {"room-status": "open", "room-note_nl": "x" * 151}),
    "no status": ("room-status", {"room-waiting_days": "4"}),
    "an age below nought": ("service-age_min", {"service-age_min": "-1"}),
    "an age beyond all ages": ("service-age_max", {"service-age_max": "99999"}),
    "lowest above highest age": ("service-age_min", {"service-age_min": "30", "service-age_max": "20"}),
    "free with a price": ("service-free", {"service-free": "yes", "service-by_income": "yes"}),
    "a status of no days": ("service-availability_days", {"service-availability_days": "0"}),
    "a cap beyond counting": ("service-overflow_cap", {"service-overflow_cap": "9" * 5000}),
    "a service without a name": ("service-name_nl", {"service-name_nl": None, "service-name_fr": None}),
    "an actor without a name": ("actor-name_nl", {"actor-name_nl": None, "actor-name_fr": None}),
    "a name that is too long": ("actor-name_fr", {"actor-name_fr": "x" * 300}),
    "a description like a book": ("actor-description_fr", {"actor-description_fr": "x" * 5001}),
    "conditions like a book": ("service-conditions_fr", {"service-conditions_fr": "x" * 5001}),
    "no theme": ("service-themes", {"service-themes": None}),
    "territories without a limit": ("service-territory_limited", {"service-areas": "a zone of the listing"}),
    "practitioner without consent": ("actor-consent_on", {"actor-kind": "practitioner"}),
    "informal group without consent": ("actor-consent_on", {"actor-kind": "informal"}),
    "no review": ("actor-review_months", {"actor-review_months": "0"}),
    "review after two years": ("actor-review_months", {"actor-review_months": "25"}),
    "half a point": ("location-lat", {"location-lat": None}),
    "a point at sea": ("location-lat", {"location-lat": "51.5", "location-lon": "2.5"}),
    "a point nowhere": ("location-lat", {"location-lat": "1e999"}),
    "no neighbourhood": ("location-neighbourhood", {"location-lat": None, "location-lon": None, "location-neighbourhood": None}),
    "help by telephone in a street": ("location-street_nl", {"location-kind": "phone"}),
    "no hours": ("at-mo", {"at-mo": "'s morgens"}),
    "exceptions in no syntax": ("at-rest", {"at-rest": "soms"}),
    "a place that is gone": ("at-location", {"at-location": "location-" + "9" * 5000}),
    "no telephone number": ("contact-value", {"contact-value": "02 12"}),
    "no mail address": ("contact-value", {"contact-kind": "email", "contact-value": "iemand"}),
    "no web address": ("contact-value", {"contact-kind": "website", "contact-value": "http://"}),
    "somebody's own number": ("contact-consent_on", {"contact-is_personal": "on"}),
    "days that end before they begin": ("closure-last", {"closure-first": "2027-07-10", "closure-last": "2027-07-01"}),
    "days without end": ("closure-last", {"closure-first": "2027-07-10", "closure-last": "9999-12-31"}),
    "days without a beginning": ("closure-first", {"closure-last": "2027-07-10"}),
    "a closure twice": ("closure-", {"closure-first": "2027-08-01", "closure-last": "2027-08-02"}),
    "a network twice": ("membership-", {}),
    "a host twice": ("hosting-", {}),
}  # fmt: skip


@pytest.fixture
def network(listing):
    """A network of the actor; there is a closure and a host already too."""
    from datetime import date

    from django.db.backends.postgresql.psycopg_any import DateRange

    Closure.objects.create(actor=listing, days=DateRange(date(2027, 7, 28), date(2027, 8, 5)))
    network = factories.actor(kind="network")
    Membership.objects.create(network=network, member=listing)
    Hosting.objects.create(service=service_of(listing), host=network)
    return network


@pytest.mark.parametrize("language", ["nl", "fr"])
@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_said_and_nothing_is_lost(staff, listing, network, rule, language):
    where, changes = RULES[rule]
    service = service_of(listing)
    keys = {
        "actor": "actor", "service": f"service-{service.pk}", "at": f"at-{service.places.get().pk}",
        "contact": f"contact-{listing.contacts.get().pk}", "location": f"location-{listing.locations.get().pk}",
        "room": f"room-service-{service.pk}", "closure": "closure-n1", "membership": "membership-n1", "hosting": "hosting-n1",
    }  # fmt: skip
    new = {
        "closure": {"closure-of": "actor"},
        "membership": {"membership-of": "actor", "membership-network": network.pk, "membership-role": "member"},
        "hosting": {"hosting-of": keys["service"], "hosting-host": network.pk},
    }
    kind = where.partition("-")[0]

    def spelled(name):
        stem, _dash, field = name.partition("-")
        return f"{keys[stem]}-{field}"

    with translation.override(language):
        form = Form(staff, reverse("staff-edit", args=[listing.slug]))
    if kind in new:
        form.data["record"].append(keys[kind])
    if "service-areas" in changes:
        changes = {"service-areas": f"zone-{listing.steward_id}"}
    typed = {spelled(name): value for name, value in {**new.get(kind, {}), **changes}.items()}
    answer = form.send(**typed, **{"actor-description_nl": TYPED})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert TYPED in page
    errors = [(target, message) for _form, target, message in answer.context["listing"].errors]
    if where.endswith("-"):
        assert keys[kind] in [target for target, _message in errors]
    else:
        assert any(target.startswith(f"id_{spelled(where)}") for target, _message in errors), errors
    kept = [
        value for name, value in changes.items() if value and name != "service-areas" and len(value) < 400
    ]  # what is longer stands there too
    assert all(value.replace("'", "&#x27;") in page for value in kept)
    listing.refresh_from_db()
    assert listing.description_nl != TYPED


def test_a_note_that_looks_like_a_name_is_kept_when_staff_say_that_it_is_none(form, listing):
    room = next(key for key in form.data["record"] if key.startswith("room"))
    typed = {f"{room}-status": "open", f"{room}-note_nl": "ingang voor Fatima B."}
    asked = form.send(**typed)
    assert f'name="{room}-no_person"' in asked.content.decode()
    assert not Availability.objects.exists()
    form.send(**typed, **{f"{room}-no_person": "on"})
    assert Availability.objects.get().note_nl == "ingang voor Fatima B."


def test_messages_are_in_the_language_of_the_page(staff, listing):
    service = service_of(listing)
    said = {}
    for language in ("nl", "fr"):
        with translation.override(language):
            form = Form(staff, reverse("staff-edit", args=[listing.slug]))
        room = f"room-service-{service.pk}"
        answer = form.send(**{f"{room}-status": "open", f"{room}-places_total": "4", f"{room}-places_free": "5"})
        said[language] = [str(message) for _form, _target, message in answer.context["listing"].errors]
    assert said["nl"] != said["fr"]


def test_a_full_service_becomes_statutory_when_that_is_said_first(form, listing):
    service = service_of(listing)
    factories.availability("full", service=service)
    answer = form.send(**{f"service-{service.pk}-is_statutory": "on", "actor-description_nl": TYPED})
    assert answer.status_code == 422
    assert TYPED in answer.content.decode()
    assert not Service.objects.get().is_statutory


def test_a_rule_that_only_the_database_keeps_loses_nothing(form, listing, monkeypatch):
    monkeypatch.setattr(Contact, "full_clean", lambda self, *args, **kwargs: None)
    key = f"contact-{listing.contacts.get().pk}"
    answer = form.send(**{f"{key}-is_personal": "on", f"{key}-consent_on": None, "actor-description_nl": TYPED})
    assert answer.status_code == 422
    assert TYPED in answer.content.decode()


class TestRemovedMeanwhile:
    """A place removed by one while another adds something to it: the other is asked whether it comes back."""

    def added(self, form, listing, kind, **fields):
        place = listing.locations.get()
        service = service_of(listing)
        service.places.all().delete()
        new = {"at": {"of": f"service-{service.pk}", "location": f"location-{place.pk}"}}
        new["contact"] = {"of": f"location-{place.pk}", "kind": "phone", "level": "public", "value": "02 511 22 33"}
        form, self.key = Form(form.client, form.address), f"location-{place.pk}"
        place.delete()
        form.data["record"].append(f"{kind}-n1")
        return form.send(**{f"{kind}-n1-{name}": value for name, value in {**new[kind], **fields}.items()}), form

    @pytest.mark.parametrize("kind", ["at", "contact"])
    def test_it_is_asked(self, form, listing, kind):
        answer, _form = self.added(form, listing, kind)
        assert answer.status_code == 409
        assert f"choice-{self.key}-remove" in answer.content.decode()

    def test_it_comes_back(self, form, listing):
        answer, form = self.added(form, listing, "at")
        form.data["ticket"] = str(answer.context["editor"].next_ticket)
        done = form.send(**{f"choice-{self.key}-remove": "mine", "at-n1-of": f"service-{service_of(listing).pk}",
                            "at-n1-location": self.key})  # fmt: skip
        assert done.status_code == 302
        assert service_of(listing).places.get().location == Location.objects.get()

    def test_what_was_added_goes_with_it(self, form, listing):
        answer, form = self.added(form, listing, "contact")
        form.data["ticket"] = str(answer.context["editor"].next_ticket)
        fields = {f"contact-n1-{name}": value for name, value in
                  {"of": self.key, "kind": "phone", "level": "public", "value": "02 511 22 33"}.items()}  # fmt: skip
        assert form.send(**{f"choice-{self.key}-remove": "theirs", **fields}).status_code == 302
        assert not Location.objects.exists()
        assert Contact.objects.count() == 1


class TestTheDoor:
    def test_what_cannot_be_seen_is_left_out(self, form, listing):
        assert form.send(**{"actor-name_nl": "De\x00 \u202eDou\u2066che\x07 "}).status_code == 302
        listing.refresh_from_db()
        assert listing.name_nl == "De Douche"

    def test_a_draft_with_a_null_character_is_kept(self, staff, listing, member, form):
        data = {**form.data, "actor-name_nl": "Half\x00 af"}
        answer = staff.post(reverse("staff-draft", args=[listing.slug]), data)
        assert answer.status_code == 200
        assert "Half af" in staff.get(f"{form.address}?draft=1").content.decode()

    @pytest.mark.parametrize("digits", ["9" * 5000, "9" * 19, "١٢", "²"])
    def test_numbers_that_are_none(self, staff, listing, form, digits):
        find = reverse("staff-actors")
        assert staff.get(find, {"field": "a-host", "without": digits, "a-host": digits}).status_code == 200
        assert staff.get(reverse("staff-listings"), {"page": digits}).status_code == 200
        location = f"location-{listing.locations.get().pk}"
        assert form.send(**{f"{location}-neighbourhood": digits}).status_code == 422
        assert form.send(**{"record": [*form.data["record"], f"contact-{digits}"]}).status_code == 404
        assert (
            staff.post(reverse("staff-room", args=["douches"]), {"place": digits, "status": "open"}).status_code == 404
        )

    @pytest.mark.parametrize("value", ["a\x00b" * 12, '"' + "a\\000b" * 12 + '"'])
    def test_a_cookie_with_a_null_character_is_no_session(self, db, client, value):
        answer = client.get("/nl/", headers={"cookie": f"sessionid={value}"})
        assert answer.status_code in {200, 400}


def test_two_clicks_at_once_are_one_status(listing, member):
    """The second waits for the first: it asks for the service before it looks whether there is a status."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from actors.availability.update import set_availability

    with CaptureQueriesContext(connection) as queries:
        set_availability(user=member, service=service_of(listing), status="open")
    asked = [one["sql"] for one in queries]
    locked = next(number for number, sql in enumerate(asked) if "FOR NO KEY UPDATE" in sql)
    looked = next(number for number, sql in enumerate(asked) if 'FROM "actors_availability"' in sql)
    assert locked < looked
    assert Availability.objects.count() == 1
