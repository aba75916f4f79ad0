"""Merging two actors: everything comes together, the old address leads on, and it can be undone as one change."""

from datetime import date

import pghistory
import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse
from django.utils import translation

from actors.models import (
    Actor,
    ActorAuthority,
    ActorEditor,
    Authority,
    Closure,
    Contact,
    FormerSlug,
    Hosting,
    Membership,
    NotTheSame,
    Source,
    SourceReference,
)
from actors.quality.duplicates import duplicates
from tests import factories
from tests.staff.test_undo import agree, everything, last_change


@pytest.fixture
def region(client, db):
    """A browser of the regional team."""
    client.force_login(factories.user("region@example.org", is_staff=True))
    return client


@pytest.fixture
def pair(listing):
    """`listing` once more, with everything that can point at an actor; some of it both have."""
    heir, absorbed = listing, factories.actor(slug="dubbel", name_nl="De Douche", steward=factories.zone("nord"))
    networks = [factories.actor(slug=f"net-{number}", kind="network") for number in range(2)]
    authorities = [Authority.objects.create(slug=slug, name_nl=slug, name_fr=slug) for slug in ("ggc", "vgc")]
    service = factories.service(actor=absorbed, at=True, slug="was", targets=["homeless"])
    factories.availability(service=service)
    Contact.objects.create(actor=absorbed, kind="phone", value="+3225100910")  # the heir has it too
    Contact.objects.create(actor=absorbed, kind="phone", value="+3225100999")
    for actor in (heir, absorbed):
        Membership.objects.create(network=networks[0], member=actor)
        ActorAuthority.objects.create(actor=actor, authority=authorities[0])
        ActorEditor.objects.create(actor=actor, user=factories.user(f"{actor.slug}@example.org"))
    Membership.objects.create(network=networks[1], member=absorbed)
    ActorAuthority.objects.create(actor=absorbed, authority=authorities[1])
    ActorEditor.objects.create(actor=absorbed, user=heir.editors.get().user)
    Closure.objects.create(actor=absorbed, days=DateRange(date(2027, 1, 1), date(2027, 1, 3)))
    Hosting.objects.create(service=factories.service(actor=networks[0]), host=absorbed)
    SourceReference.objects.create(source=Source.objects.create(slug="s", name_nl="S"), actor=absorbed, identifier="1")
    FormerSlug.objects.create(actor=absorbed, slug="heel-oud")
    factories.actor(slug="deel", parent=absorbed)
    factories.actor(slug="eerder", status="merged", merged_into=absorbed)
    return absorbed, heir


def address(pair):
    return reverse("duplicates-merge", args=[one.slug for one in pair])


def merge(client, pair, **chosen):
    page = client.get(address(pair)).context["page"]
    return client.post(address(pair), {**{one.name: marked for one, marked in page.choices}, **chosen})


def test_everything_comes_together_once(region, pair):
    absorbed, heir = pair
    assert merge(region, pair, **{"take-steward_id": "absorbed"}).status_code == 302
    absorbed.refresh_from_db()
    heir.refresh_from_db()
    assert (absorbed.status, absorbed.merged_into, heir.steward.code) == ("merged", heir, "nord")
    assert sorted(heir.services.values_list("slug", flat=True)) == ["douches", "was"]
    assert sorted(heir.contacts.values_list("value", flat=True)) == ["+3225100910", "+3225100999"]
    assert sorted(heir.network_links.values_list("network__slug", flat=True)) == ["net-0", "net-1"]
    assert sorted(heir.authorities.values_list("slug", flat=True)) == ["ggc", "vgc"]
    assert (heir.editors.count(), heir.closures.count(), heir.hosted.count()) == (2, 1, 1)
    assert (heir.references.count(), heir.former_slugs.count()) == (1, 1)
    assert (heir.parts.get().slug, set(heir.absorbed.values_list("slug", flat=True))) == ("deel", {"dubbel", "eerder"})
    left = {one.name: one.related_model._base_manager.filter(**{one.field.name: absorbed}).count()
            for one in Actor._meta.related_objects if not hasattr(one.related_model, "pgh_tracked_model")}  # fmt: skip
    assert {name for name, number in left.items() if number} == set()


def test_old_addresses_lead_to_the_heir(region, pair):
    merge(region, pair)
    for slug in ("dubbel", "heel-oud", "eerder"):
        answer = region.get(reverse("actor", args=[slug]))
        assert (answer.status_code, answer.url) == (301, pair[1].get_absolute_url())


def test_undone_as_one_change_and_merged_again(region, pair):
    before = everything()
    merge(region, pair, **{"take-steward_id": "absorbed"})
    after = everything()
    assert after != before
    assert agree(region, last_change(region, pair[1], "merge")).status_code == 302
    assert everything() == before
    assert agree(region, last_change(region, pair[0], "undo")).status_code == 302
    assert everything() == after


def test_what_the_heir_changed_since_is_asked(region, pair):
    merge(region, pair, **{"take-steward_id": "absorbed"})
    with pghistory.context(url="elsewhere"):
        Actor.objects.filter(pk=pair[1].pk).update(steward=factories.zone("centrum-west"))
    change = last_change(region, pair[1], "merge")
    assert len(region.get(change).context["page"].questions) == 1
    assert agree(region, change).status_code == 409


def test_parent_and_part_can_be_one(region, listing):
    part = factories.actor(slug="deel", parent=listing)
    assert merge(region, (listing, part)).status_code == 302
    part.refresh_from_db()
    assert part.parent is None


def test_a_rule_that_forbids_it_is_said_and_nothing_is_merged(region, pair):
    Closure.objects.create(actor=pair[1], days=DateRange(date(2027, 1, 2), date(2027, 1, 5)))
    before = everything()
    answer = merge(region, pair)
    assert answer.status_code == 422
    assert answer.context["page"].error
    assert everything() == before


def test_who_does_not_choose_is_asked(region, pair):
    assert region.post(address(pair)).status_code == 422
    assert not Actor.objects.filter(slug="dubbel", status="merged").exists()


def test_only_the_region(staff, pair):
    assert staff.get(reverse("duplicates")).status_code == 404
    assert staff.get(address(pair)).status_code == 404
    assert staff.post(address(pair)).status_code == 404


def test_zone_team_of_the_heir_cannot_undo_a_merge(region, pair, member):
    merge(region, pair)
    change = last_change(region, pair[1], "merge")
    region.force_login(member)
    assert region.get(change).status_code == 404


@pytest.mark.parametrize("language", ["nl", "fr"])
def test_list_of_pairs_and_not_the_same(region, pair, language):
    with translation.override(language):
        listed = region.get(reverse("duplicates"))
    (found,) = (one for one, _sides in listed.context["page"].pairs if "dubbel" in {one.first.slug, one.second.slug})
    assert found.pks == {one.pk for one in pair}
    for _twice in range(2):
        assert region.post(reverse("duplicates-apart", args=["dubbel", "douche"])).status_code == 302
    assert NotTheSame.objects.get().said_by.email == "region@example.org"
    assert [one for one in duplicates() if pair[0].pk in one.pks] == []


class TestAnyTwo:
    """The machine proposes 233 pairs; whoever knows of another one types both names."""

    def test_what_is_typed_is_found_and_one_on_each_side_is_compared(self, region, pair):
        absorbed, heir = pair
        shown = region.get(reverse("duplicates"), {"absorbed-actor_find": "douche", "heir-actor_find": "douche"})
        assert shown.status_code == 200
        for side in shown.context["page"].choosing:
            assert {str(one.pk) for one in pair} == {key for key, _words in side.choices}
        answer = region.get(reverse("duplicates"), {"absorbed-actor": absorbed.pk, "heir-actor": heir.pk})
        assert (answer.status_code, answer.url) == (302, address(pair))

    def test_a_whole_name_that_only_one_has_needs_no_choice(self, region, pair):
        names = [factories.actor(name_nl=f"Huis {number}", name_fr=f"Maison {number}") for number in ("Een", "Twee")]
        asked = {"absorbed-actor_find": "huis een", "heir-actor_find": "maison twee"}
        answer = region.get(reverse("duplicates"), asked)
        assert (answer.status_code, answer.url) == (302, address(names))

    def test_one_actor_is_not_compared_with_itself(self, region, pair):
        chosen = {"absorbed-actor": pair[1].pk, "heir-actor": pair[1].pk, "heir-actor_find": "x"}
        assert region.get(reverse("duplicates"), chosen).status_code == 200

    def test_while_one_types(self, region, pair):
        found = region.get(
            reverse("staff-actors"), {"field": "heir-actor", "heir-actor_find": "douche"}
        ).content.decode()
        assert found.count('name="heir-actor"') == 2
