"""Ties with others in the editor: who may say them, how the other is found, and that they merge and come back."""

import pytest
from django.urls import reverse
from django.utils.translation import gettext as _

from actors.models import Competence, Hosting, Membership
from tests import factories
from tests.staff.conftest import Form, service_of
from tests.staff.test_undo import agree, everything, last_change


@pytest.fixture
def network(db):
    return factories.actor(slug="net", kind="network", name_nl="Wijkoverleg", name_fr="Coordination de quartier")


@pytest.fixture
def secret(db):
    """A network that nobody published."""
    return factories.actor(slug="geheim", kind="network", name_nl="Geheim overleg", name_fr="", status="draft")


@pytest.fixture
def house(client, own_editor):
    """A browser of the listing's own editor."""
    client.force_login(own_editor)
    return client


def opened(browser, actor):
    return Form(browser, reverse("staff-edit", args=[actor.slug]))


def new(form, key, owner="actor", **fields):
    """The fields of a new record."""
    form.data["record"] = [*form.data["record"], key]
    return {f"{key}-of": owner, **{f"{key}-{name}": value for name, value in fields.items()}}


class TestMembership:
    def test_the_house_says_its_own_and_their_record_stays(self, house, listing, network):
        form, events = opened(house, listing), network.pgh_event_model.objects.filter(pgh_obj=network).count()
        assert form.send(**new(form, "membership-n1", network=network.pk, role="partner")).status_code == 302
        link = Membership.objects.get()
        assert (link.network, link.member, link.role) == (network, listing, "partner")
        assert network.pgh_event_model.objects.filter(pgh_obj=network).count() == events

    @pytest.mark.parametrize("typed", ["Wijkoverleg", "  coordination DE quartier "])
    def test_a_name_that_one_has_is_enough(self, house, listing, network, typed):
        form = opened(house, listing)
        changes = new(form, "membership-n1", network_find=typed, role="member")
        review = form.send("review", **changes)
        assert any(
            one.field == "network" and "Wijkoverleg" in one.after for one in review.context["editor"].own_changes
        )
        assert form.send(**changes).status_code == 302
        assert Membership.objects.get().network == network

    def test_part_of_a_name_is_asked_and_kept(self, house, listing, network):
        form = opened(house, listing)
        answer = form.send(**new(form, "membership-n1", network_find="wijk", role="member"))
        assert answer.status_code == 422
        page = answer.content.decode()
        assert 'value="wijk"' in page
        assert f'name="membership-n1-network" value="{network.pk}"' in page
        assert not Membership.objects.exists()

    def test_several_of_one_name_are_asked(self, house, listing, network):
        factories.actor(kind="network", name_nl="Wijkoverleg")
        form = opened(house, listing)
        answer = form.send(**new(form, "membership-n1", network_find="Wijkoverleg", role="member"))
        assert answer.status_code == 422
        assert len(answer.context["listing"].forms["membership-n1"].fields["network"].choices) == 2

    def test_found_without_script(self, house, listing, network):
        form = opened(house, listing)
        page = form.send(unfold="membership-n1", **new(form, "membership-n1", network_find="Wijkoverleg"))
        assert f'name="membership-n1-network" value="{network.pk}"' in page.content.decode()
        assert page.context["listing"].errors == []

    def test_only_networks_and_never_itself(self, staff, listing, other):
        listing.kind = "network"
        listing.save()
        form = opened(staff, listing)
        for actor in (listing, other):
            answer = form.send(**new(form, "membership-n1", network=actor.pk, role="member"))
            assert answer.status_code == 422
        assert not Membership.objects.exists()

    def test_role_changed_by_two_is_asked(self, staff, listing, network):
        link = Membership.objects.create(network=network, member=listing)
        first, second = (opened(staff, listing) for _twice in range(2))
        first.send(**{f"membership-{link.pk}-role": "host"})
        answer = second.send(**{f"membership-{link.pk}-role": "funder"})
        assert answer.status_code == 409
        [conflict] = answer.context["editor"].conflicts
        assert (conflict.before, conflict.after) == (_("hosting partner"), _("funds"))

    def test_removed_and_put_back(self, house, listing, network):
        link = Membership.objects.create(network=network, member=listing)
        before = everything()
        opened(house, listing).send(**{f"membership-{link.pk}-remove": "on"})
        assert not Membership.objects.exists()
        assert agree(house, last_change(house, listing)).status_code == 302
        assert everything() == before

    def test_draft_keeps_what_was_typed(self, house, listing, network):
        form = opened(house, listing)
        changes = new(form, "membership-n1", network_find="wijk", role="member")
        house.post(reverse("staff-draft", args=[listing.slug]), {**form.data, **changes})
        assert 'value="wijk"' in house.get(f"{form.address}?draft=1").content.decode()


class TestUnpublished:
    """What somebody may not see is not named, not found and not changed."""

    def test_membership_of_it_stays_unsaid(self, house, listing, secret):
        link = Membership.objects.create(network=secret, member=listing)
        form = opened(house, listing)
        assert "Geheim" not in house.get(form.address).content.decode()
        assert form.send(**{"actor-name_nl": "Nieuw"}).status_code == 302
        assert Membership.objects.get() == link
        form = opened(house, listing)
        form.data["record"].append(f"membership-{link.pk}")
        assert form.send(**{f"membership-{link.pk}-remove": "on"}).status_code == 404

    @pytest.mark.parametrize("field", ["network", "network_find"])
    def test_neither_by_key_nor_by_name(self, house, listing, secret, field):
        form = opened(house, listing)
        value = secret.pk if field == "network" else secret.name_nl
        answer = form.send(**new(form, "membership-n1", role="member", **{field: value}))
        assert answer.status_code == 422
        assert "<span>Geheim" not in answer.content.decode()
        assert not Membership.objects.exists()

    def test_suggestions(self, house, listing, secret, network):
        query = {"field": "membership-n1-network", "membership-n1-network_find": "overleg"}
        found = house.get(reverse("staff-actors"), query).content.decode()
        assert "Wijkoverleg" in found
        assert "Geheim" not in found
        assert "Geheim" not in house.get(reverse("staff-actors"), {**query, query["field"]: secret.pk}).content.decode()

    def test_staff_find_it(self, staff, listing, secret):
        query = {"field": "membership-n1-network", "membership-n1-network_find": "geheim"}
        assert "Geheim overleg" in staff.get(reverse("staff-actors"), query).content.decode()


class TestPartOf:
    def test_staff_say_it_and_take_it_back(self, staff, listing, other):
        assert opened(staff, listing).send(**{"actor-parent": other.pk}).status_code == 302
        listing.refresh_from_db()
        assert listing.parent == other
        opened(staff, listing).send(**{"actor-parent": None})
        listing.refresh_from_db()
        assert listing.parent is None

    def test_another_by_name(self, staff, listing, other):
        listing.parent = factories.actor(slug="eerst")
        listing.save()
        other.name_nl = "Elders"
        other.save()
        assert opened(staff, listing).send(**{"actor-parent_find": "elders"}).status_code == 302
        listing.refresh_from_db()
        assert listing.parent == other

    def test_not_of_its_own_part(self, staff, listing, other):
        part = factories.actor(slug="deel", parent=factories.actor(slug="tussen", parent=listing))
        assert opened(staff, listing).send(**{"actor-parent": part.pk}).status_code == 422

    def test_not_by_the_house(self, house, listing, other):
        opened(house, listing).send(**{"actor-parent": other.pk, "actor-name_nl": "Nieuw"})
        listing.refresh_from_db()
        assert (listing.name_nl, listing.parent) == ("Nieuw", None)

    def test_who_may_say_it_may_undo_it(self, client, member, own_editor, listing, other):
        client.force_login(member)
        opened(client, listing).send(**{"actor-parent": other.pk})
        change = last_change(client, listing)
        client.force_login(own_editor)
        assert client.get(change).status_code == 404
        client.force_login(member)
        assert agree(client, change).status_code == 302
        listing.refresh_from_db()
        assert listing.parent is None


class TestHosting:
    def test_said_changed_and_put_back(self, house, listing, other):
        service, before = service_of(listing), everything()
        form = opened(house, listing)
        changes = new(form, "hosting-n1", f"service-{service.pk}", host=other.pk, remark_nl="elke dinsdag")
        assert form.send(**changes).status_code == 302
        hosting = Hosting.objects.get()
        assert (hosting.service, hosting.host, hosting.remark_nl) == (service, other, "elke dinsdag")
        assert agree(house, last_change(house, listing)).status_code == 302
        assert everything() == before

    def test_the_other_end_does_not_undo_it(self, client, own_editor, listing, other):
        Hosting.objects.create(service=service_of(other), host=listing)
        client.force_login(own_editor)
        entries = client.get(reverse("staff-history", args=[listing.slug])).context["page"].entries
        told = [one for one in entries if "hosting" in one.change.events]
        assert [one.may_undo for one in told] == [False]


class TestCompetence:
    def test_staff_say_it(self, staff, listing):
        form, zone = opened(staff, listing), listing.steward
        assert form.send(**new(form, "competence-n1", kind="bar-raq", territory=f"zone-{zone.pk}")).status_code == 302
        found = Competence.objects.get()
        assert (found.actor, found.kind, found.zone) == (listing, "bar-raq", zone)
        form = opened(staff, listing)
        piece = factories.neighbourhood()
        form.send(**{f"competence-{found.pk}-territory": f"neighbourhood-{piece.pk}"})
        found.refresh_from_db()
        assert (found.zone, found.neighbourhood) == (None, piece)
        assert agree(staff, last_change(staff, listing)).status_code == 302
        found.refresh_from_db()
        assert (found.zone, found.neighbourhood) == (zone, None)

    def test_without_territory_it_is_asked(self, staff, listing):
        form = opened(staff, listing)
        answer = form.send(**new(form, "competence-n1", kind="chw", territory=""))
        assert (answer.status_code, Competence.objects.count()) == (302, 0)  # left as it was offered
        known = Competence.objects.create(actor=listing, kind="chw", zone=listing.steward)
        assert opened(staff, listing).send(**{f"competence-{known.pk}-territory": None}).status_code == 422

    def test_not_by_the_house(self, house, listing):
        Competence.objects.create(actor=listing, kind="chw", zone=listing.steward)
        form = opened(house, listing)
        changes = new(form, "competence-n1", kind="chw", territory=f"zone-{listing.steward.pk}")
        assert form.send(**changes).status_code == 404
        assert opened(house, listing).send(**{"actor-name_nl": "Nieuw"}).status_code == 302
        assert Competence.objects.count() == 1

    def test_many_are_folded_and_stay(self, staff, listing):
        for kind in ("chw", "bar-raq", "ocmw-cpas", "zone-contact"):
            Competence.objects.create(actor=listing, kind=kind, zone=listing.steward)
        form = opened(staff, listing)
        assert not [key for key in form.data["record"] if key.startswith("competence")]
        assert form.send(**{"actor-name_nl": "Nieuw"}).status_code == 302
        assert Competence.objects.count() == 4
        key = f"competence-{Competence.objects.first().pk}"
        form = opened(staff, listing)
        form.read(form.send(unfold=key))
        assert key in form.data["record"]
