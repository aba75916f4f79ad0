"""The order of cards, against the obvious: every service by itself, each rule written out."""

from datetime import timedelta

import pytest
from django.db.models import Prefetch
from django.utils import timezone

from actors.enums import LocationKind, Serves
from actors.models import Need, Service, ServiceTheme, Viewer
from actors.opening import OpenState
from actors.search import Near, Query, Sort, engine, search
from tests import factories
from zones.geometry import distance_m
from zones.models import Municipality

STEPS = (500, 1_000, 2_000, 5_000, 10_000)  # metres
SERVES = (f"serves:{Serves.PUBLIC}", f"serves:{Serves.BOTH}")


def found(now, *needs, **fields):
    wanted = tuple(f"need:{need}" for need in needs)
    query = Query(
        filters={"what": wanted, "serves": SERVES}, sort=Sort.RESIDENT, viewer=Viewer.RESIDENT, now=now, **fields
    )
    return search(query, limit=1_000, counts=False).pks


def in_obvious_order(now, *needs, near=None):
    """Services as a person would sort them, looking at one after the other."""
    services = Service.objects.visible_to(Viewer.RESIDENT).exclude(serves=Serves.PROFESSIONALS)
    services = services.filter(themes__need__code__in=needs).distinct().select_related("actor", "dispatched_by")
    keys = {service.pk: key_of(service, now, needs, near) for service in services.prefetch_related(*LOOKED_AT)}
    return sorted(keys.values(), reverse=True), keys


# What is looked at, read for all services at once: each by itself took a minute for the twenty needs.
LOOKED_AT = (
    Prefetch("theme_links", ServiceTheme.objects.select_related("theme__need").order_by("pk")),
    "places__location__contacts", "places__location__actor", "places__closures", "availabilities", "contacts",
    "actor__contacts", "actor__closures",
)  # fmt: skip


def key_of(service, now, needs, near):
    """What counts of one service, the weightiest first."""
    themes = [link.theme for link in service.theme_links.all()]
    places = [place for place in service.places.all() if place.location.level in Viewer.RESIDENT.levels]
    said = [one.status for one in service.availabilities.all() if one.valid_until > now]
    room = bool({"open", "limited"} & set(said))
    full = bool(said) and set(said) <= {"full", "paused"}
    points = [place.seen_by(Viewer.RESIDENT).point for place in places]
    metres = [distance_m((near.lat, near.lon), point) for point in points if point] if near else []
    closures = {place.pk: [(c.days.lower, c.days.upper) for c in place.closures.all()] for place in places}
    closures_of_actor = [(c.days.lower, c.days.upper) for c in service.actor.closures.all()]
    is_open = any(
        OpenState.at(hours_of(place, service), now, [*closures[place.pk], *closures_of_actor]).now for place in places
    )
    owners = [service, service.actor, *(place.location for place in places)]
    return (
        not service.is_example,
        covers(needs, {theme.need.code for theme in themes}) if len(needs) > 1 else (0, 0),
        bool(service.dispatched_by or any(one.level == "public" for owner in owners for one in owner.contacts.all())),
        not full,
        not themes[0].can_wait,
        room,
        themes[0].need.code in needs,
        is_open,
        sum(min(metres) <= step for step in STEPS) if metres else 0,
        -(min(metres) // 100) if metres else float("-inf"),
    )


def hours_of(place, service):
    """Of what is only a telephone, those of the number that gives the places."""
    by_phone = place.location.kind == LocationKind.PHONE and service.dispatched_by
    return place.opening_hours or (service.dispatched_by.opening_hours if by_phone else "")


def covers(needs, having):
    """How many of several needs; of as many, the one that was named first."""
    met = [number for number, need in enumerate(needs) if need in having]
    return len(met), -min(met, default=0)


@pytest.mark.usefixtures("real")
class TestOrder:
    @pytest.mark.parametrize(
        "needs", [("hygiene",), ("homelessness",), ("food", "health"), ("rights", "money", "mind")]
    )
    @pytest.mark.parametrize("place", [None, "21013"])
    def test_as_somebody_would_sort_them(self, needs, place):
        now = timezone.now().replace(second=0, microsecond=0)
        municipality = Municipality.objects.get(nis=place) if place else None
        near = Near("", municipality.lat, municipality.lon) if municipality else None
        obvious, keys = in_obvious_order(now, *needs, near=near)
        assert [keys[pk] for pk in found(now, *needs, near=near)] == obvious

    def test_every_need_in_both_views_of_time(self):
        now = timezone.now().replace(second=0, microsecond=0)
        for need in Need.objects.filter(for_residents=True):
            for moment in (now, now + timedelta(days=3, hours=5)):
                obvious, keys = in_obvious_order(moment, need.code)
                assert [keys[pk] for pk in found(moment, need.code)] == obvious


@pytest.mark.usefixtures("real")
def test_doctor_and_care_does_not_open_with_gymnastics():
    first = Service.objects.in_bulk(found(timezone.now(), "health")[:8])
    assert first
    assert not any(service.theme_links.earliest("pk").theme.can_wait for service in first.values())


def at_home():
    return engine().index.terms.territories_of("municipality:21013")


class TestOnlyForPeopleElsewhere:
    @pytest.fixture
    def here(self, db):
        return factories.municipality("21013"), factories.municipality("21001", name_nl="Anderlecht")

    def test_what_is_only_for_another_municipality_is_left_out(self, here):
        home, elsewhere = here
        for_all = factories.service()
        local = factories.service(territory_limited=True)
        local.areas.create(municipality=home)
        foreign = factories.service(territory_limited=True)
        foreign.areas.create(municipality=elsewhere)
        now = timezone.now()
        assert set(found(now, "hygiene", here=at_home())) == {for_all.pk, local.pk}
        assert set(found(now, "hygiene")) == {for_all.pk, local.pk, foreign.pk}

    def test_a_zone_or_neighbourhood_of_it_counts(self, here):
        home, _elsewhere = here
        neighbourhood = factories.neighbourhood(municipality=home)
        of_zone = factories.service(territory_limited=True)
        of_zone.areas.create(zone=neighbourhood.zone)
        of_piece = factories.service(territory_limited=True)
        of_piece.areas.create(neighbourhood=neighbourhood)
        assert set(found(timezone.now(), "hygiene", here=at_home())) == {of_zone.pk, of_piece.pk}


class TestFull:
    def test_a_full_one_stands_last_even_when_it_is_open_and_near(self, db):
        near, far = factories.service(hours="24/7", at=factories.location()), factories.service()
        factories.availability("full", service=near)
        assert found(timezone.now(), "hygiene") == [far.pk, near.pk]

    def test_and_names_the_nearest_that_has_room(self, client, db):
        full, open_ = factories.service(at=factories.location()), factories.service(at=factories.location())
        factories.availability("full", service=full)
        factories.availability("open", service=open_)
        open_.actor.contacts.create(kind="phone", value="+3225100910")
        from tests.pictograms.conftest import code

        html = client.get(f"/nl/hulp/adressen/?b={code('hygiene')}").content.decode()
        assert "Vol vandaag" in html
        assert "Hier zijn wel vrije plaatsen:" in html
        assert html.index("Hier zijn wel vrije plaatsen:") > html.index(open_.actor.name_nl)

    def test_a_volunteer_group_that_did_not_ask_for_it_is_not_named(self, client, db):
        full = factories.service()
        group = factories.actor(kind="informal", consent_on=timezone.localdate())
        volunteers = factories.service(actor=group)
        factories.availability("full", service=full)
        factories.availability("open", service=volunteers)
        from tests.pictograms.conftest import code

        html = client.get(f"/nl/hulp/adressen/?b={code('hygiene')}").content.decode()
        assert "Hier zijn wel vrije plaatsen:" not in html


class TestNearMe:
    """Of two that are alike in all else, the nearer is the one to walk to."""

    HERE = Near("", 50.84, 4.35)

    @pytest.fixture
    def far_and_near(self, db):
        places = [factories.location(lat=50.84 + metres / 111_195, lon=4.35) for metres in (1_900, 1_200)]
        return [factories.service(at=place).pk for place in places]

    def test_the_nearer_stands_first_where_the_person_is(self, far_and_near):
        assert found(timezone.now(), "hygiene", near=self.HERE) == far_and_near[::-1]

    def test_the_middle_of_a_municipality_is_no_place_where_somebody_is(self, far_and_near):
        area = Near("", 50.84, 4.35, is_area=True)
        assert found(timezone.now(), "hygiene", near=area) == found(timezone.now(), "hygiene")
