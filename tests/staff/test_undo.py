"""Undoing each kind of change: everything is as it was, and nothing later is overwritten unseen."""

from datetime import date

import pghistory
import pytest
from django.apps import apps
from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse

from actors.history import scope
from actors.models import (
    Actor,
    Availability,
    Closure,
    Contact,
    Location,
    Service,
    ServiceAtLocation,
    ServiceTheme,
    Source,
    SourceReference,
)
from tests import factories
from tests.staff.conftest import Form, service_of


def everything():
    """All that people wrote, table by table."""
    rows = {}
    for model in (apps.get_model("actors", name) for name in [*scope.MODELS, "actoreditor", "invitation"]):
        known = sorted(scope.columns(model))
        rows[model._meta.model_name] = sorted(model._base_manager.values_list("pk", *known), key=repr)
    return rows


def open_form(client, actor):
    return Form(client, reverse("staff-edit", args=[actor.slug]))


def last_change(client, actor, act=""):
    """The address of the newest change that somebody made."""
    page = client.get(reverse("staff-history", args=[actor.slug])).context["page"]
    entry = next(one for one in page.entries if one.change.user and one.change.act == act)
    return reverse("staff-undo", args=[actor.slug, entry.key])


def agree(client, address, **chosen):
    """Open the page and press the button."""
    page = client.get(address).context["page"]
    return client.post(address, {"shown": page.plan.fingerprint, **chosen})


def elsewhere():
    """Somebody else's change: in a test's one transaction a context lasts until the next one."""
    return pghistory.context(url="elsewhere")


@pytest.fixture
def rich(listing):
    """The listing with a row of each kind."""
    service = service_of(listing)
    place = service.places.get()
    Closure.objects.create(actor=listing, days=DateRange(date(2027, 1, 1), date(2027, 1, 8)), reason_nl="Verlof")
    Closure.objects.create(place=place, days=DateRange(date(2027, 5, 1), date(2027, 5, 2)))
    Contact.objects.create(location=place.location, kind="phone", value="+3225100912")
    factories.availability(service=service, place=place)
    return listing


def places_of(actor):
    return f"location-{actor.locations.get().pk}", f"at-{service_of(actor).places.get().pk}"


CHANGES = {
    "a text and a fact": lambda actor: {"actor-name_nl": "Anders", f"service-{service_of(actor).pk}-free": "no"},
    "a new channel": lambda actor: {
        "record": "contact-n9", "contact-n9-of": "actor", "contact-n9-kind": "phone",
        "contact-n9-level": "public", "contact-n9-value": "02 510 09 99",
    },
    "a removed channel": lambda actor: {f"contact-{Contact.objects.get(actor=actor).pk}-remove": "on"},
    "other themes": lambda actor: {f"service-{service_of(actor).pk}-themes": [str(factories.theme("bath").pk)]},
    "other hours": lambda actor: {f"{places_of(actor)[1]}-mo": "10:00-11:00"},
    "a removed place": lambda actor: {f"{key}-remove": "on" for key in places_of(actor)},
    "a status": lambda actor: {
        f"room-service-{service_of(actor).pk}-status": "waiting_list",
        f"room-service-{service_of(actor).pk}-waiting_days": "20",
    },
    "a removed closure": lambda actor: {f"closure-{actor.closures.get().pk}-remove": "on"},
    "a moved closure": lambda actor: {f"closure-{actor.closures.get().pk}-last": "2027-01-20"},
    "an archived listing": lambda actor: {"actor-status": "archived"},
    "a level and its consequences": lambda actor: {"actor-level": "undisclosed"},
}  # fmt: skip


class TestEachKind:
    @pytest.mark.parametrize("kind", CHANGES)
    def test_as_before_and_as_after_again(self, staff, rich, kind):
        before, form, changed = everything(), open_form(staff, rich), CHANGES[kind](rich)
        if record := changed.pop("record", None):
            form.data["record"].append(record)
        answer = form.send(**changed)
        assert answer.status_code == 302, answer.context["editor"].listing.errors
        after = everything()
        assert after != before
        address = last_change(staff, rich)
        assert agree(staff, address).status_code == 302
        assert everything() == before
        assert agree(staff, last_change(staff, rich, "undo")).status_code == 302
        assert everything() == after

    def test_new_service_is_archived_with_what_it_has(self, staff, rich):
        form = open_form(staff, rich)
        place = places_of(rich)[0]
        new = {
            "service-n1": ("actor", {"name_nl": "Kapper", "themes": str(factories.theme().pk)}),
            "at-n2": ("service-n1", {"location": place}),
        }
        for key, (owner, values) in new.items():
            form.data["record"].append(key)
            form.data |= {f"{key}-of": owner} | {f"{key}-{name}": value for name, value in values.items()}
        blank = {"status": "published", "level": "public", "serves": "public", "availability_kind": "intake"}
        answer = form.send(**{f"service-n1-{name}": value for name, value in blank.items()})
        assert answer.status_code == 302, answer.context["editor"].listing.errors
        assert agree(staff, last_change(staff, rich)).status_code == 302
        made = Service.objects.get(name_nl="Kapper")
        assert (made.status, made.theme_links.count(), made.places.count()) == ("archived", 1, 1)
        assert agree(staff, last_change(staff, rich, "undo")).status_code == 302
        made.refresh_from_db()
        assert made.status == "published"

    def test_new_listing_is_archived(self, staff, listing, member):
        staff.post(reverse("staff-room", args=["douches"]), {"status": "full"})
        address = reverse("staff-history", args=[listing.slug])
        made = next(one for one in staff.get(address).context["page"].entries if not one.change.user)
        assert not made.change.user
        change = reverse("staff-undo", args=[listing.slug, made.key])
        assert {step.act for step in staff.get(change).context["page"].plan.steps} == {"archive", "nothing"}
        agree(staff, change)
        listing.refresh_from_db()
        assert (listing.status, listing.contacts.count(), listing.locations.count()) == ("archived", 1, 1)


class TestConflicts:
    def changed_twice(self, staff, listing):
        open_form(staff, listing).send(**{"actor-name_nl": "Eerst", "actor-description_nl": "Tekst"})
        address = last_change(staff, listing)
        with elsewhere():
            Actor.objects.filter(pk=listing.pk).update(name_nl="Later")
        return address

    def test_what_changed_again_is_asked_and_stays_until_then(self, staff, listing):
        address = self.changed_twice(staff, listing)
        page = staff.get(address).context["page"]
        (question,) = page.questions
        assert [(one.before, one.after) for one in question.said] == [("Later", "De Douche")]
        assert agree(staff, address).status_code == 409
        listing.refresh_from_db()
        assert (listing.name_nl, listing.description_nl) == ("Later", "Tekst")

    @pytest.mark.parametrize(("choice", "name"), [("keep", "Later"), ("back", "De Douche")])
    def test_the_answer_counts(self, staff, listing, choice, name):
        address = self.changed_twice(staff, listing)
        (question,) = staff.get(address).context["page"].questions
        assert agree(staff, address, **{question.name: choice}).status_code == 302
        listing.refresh_from_db()
        assert (listing.name_nl, listing.description_nl or "") == (name, "")

    def test_what_changes_between_looking_and_pressing_is_asked(self, staff, listing):
        open_form(staff, listing).send(**{"actor-name_nl": "Eerst"})
        address = last_change(staff, listing)
        shown = staff.get(address).context["page"].plan.fingerprint
        with elsewhere():
            Actor.objects.filter(pk=listing.pk).update(name_nl="Ondertussen")
        answer = staff.post(address, {"shown": shown})
        assert answer.status_code == 409
        assert "Ondertussen" in answer.content.decode()
        listing.refresh_from_db()
        assert listing.name_nl == "Ondertussen"

    def test_a_status_is_put_back_whole_or_not_at_all(self, staff, listing):
        factories.availability(service=service_of(listing), waiting_days=3)
        staff.post(reverse("staff-room", args=["douches"]), {"status": "full"})
        address = last_change(staff, listing)
        staff.post(reverse("staff-room", args=["douches"]), {"status": "limited"})
        assert len(staff.get(address).context["page"].questions) == 1

    def test_a_place_that_is_used_since_stays(self, staff, rich):
        form = open_form(staff, rich)
        form.data["record"].append("location-n1")
        new = {"of": "actor", "kind": "fixed", "level": "public", "street_nl": "Straat 2", "street_fr": "Rue 2",
               "neighbourhood": str(factories.neighbourhood().pk), "lat": "50.829", "lon": "4.338", "precision": "exact"}  # fmt: skip
        answer = form.send(**{f"location-n1-{name}": value for name, value in new.items()})
        assert answer.status_code == 302, answer.context["editor"].listing.errors
        address = last_change(staff, rich)
        made = Location.objects.get(street_nl="Straat 2")
        with elsewhere():
            ServiceAtLocation.objects.create(service=service_of(rich), location=made)
        assert [step.act for step in staff.get(address).context["page"].plan.steps] == ["nothing"]

    def test_rules_of_the_models_hold(self, staff, rich):
        open_form(staff, rich).send(**CHANGES["a removed closure"](rich))
        address = last_change(staff, rich)
        with elsewhere():
            Closure.objects.create(actor=rich, days=DateRange(date(2027, 1, 3), date(2027, 1, 4)))
        before = everything()
        answer = agree(staff, address)
        assert answer.status_code == 422
        assert everything() == before

    def test_rules_of_the_database_hold(self, staff, rich):
        service = service_of(rich)
        staff.post(reverse("staff-room", args=["douches"]), {"status": "full"})
        staff.post(reverse("staff-room", args=["douches"]), {"status": "open"})
        address = last_change(staff, rich)
        with elsewhere():
            Service.objects.filter(pk=service.pk).update(is_statutory=True)
        assert agree(staff, address).status_code == 422
        assert Availability.objects.get(place=None).status == "open"


class TestWhoMay:
    def test_not_the_changes_of_others(self, staff, listing, other, client):
        regional = factories.user("region@example.org", is_staff=True)
        client.force_login(regional)
        open_form(client, other).send(**{"actor-name_nl": "Anders"})
        theirs = last_change(client, other)
        client.force_login(listing.steward.members.get().user)
        assert client.get(theirs).status_code == 404
        through_mine = theirs.replace(other.slug, listing.slug)
        assert client.get(through_mine).status_code == 404
        assert client.post(through_mine, {"shown": ""}).status_code == 404

    def test_what_only_the_region_may_change_only_the_region_undoes(self, staff, listing):
        SourceReference.objects.create(
            source=Source.objects.create(slug="s", name_nl="S"), actor=listing, identifier="1"
        )
        before = staff.get(reverse("staff-history", args=[listing.slug])).context["page"].entries
        assert [entry.may_undo for entry in before] == [False]
        assert staff.get(reverse("staff-undo", args=[listing.slug, before[0].key])).status_code == 404

    def test_unknown_change(self, staff, listing):
        assert staff.get(reverse("staff-undo", args=[listing.slug, "nonsense"])).status_code == 404
        assert staff.get(reverse("staff-undo", args=[listing.slug, "1-2"])).status_code == 404


def test_everything_that_hangs_on_an_actor_has_a_history():
    """A new kind of record must be put in `scope.BELONGS`, or it would be left out of history and undo.

    Not a front desk: undoing would give a link that was ended back its power.
    """
    outside = {"ActorEditor", "FrontDesk", "Invitation", "MailDomain", "Draft", "SavedForm", "ServiceUse"}
    outside |= {"CampaignRequest", "Refusal", "Suggestion"}  # what others said; each has an undo of its own
    for model in (Actor, Service, Location, ServiceAtLocation):
        linked = {relation.related_model for relation in model._meta.related_objects}
        missing = {one.__name__ for one in linked if not hasattr(one, "pgh_tracked_model")} - outside
        assert missing <= {one.__name__ for one in scope.BELONGS}
    assert connection.vendor == "postgresql"
    assert ServiceTheme in scope.BELONGS
