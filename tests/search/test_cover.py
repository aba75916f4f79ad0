"""The fewest places that cover several needs, against trying every combination."""

from datetime import timedelta
from itertools import combinations

import numpy as np
import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from actors.models import Viewer
from actors.search import Near, Query, engine, search
from actors.search.cover import NOT_SURE, WALK, Places, cover, smallest
from tests import factories
from zones.geometry import distance_m

HERE = (50.83, 4.34)
METRE = 1 / 111_195  # degrees of latitude
DISTANCES = (0, 1, 400, 750, 1_400, 1_500, 1_502, 3_000, 3_010)


def north(metres, east=0):
    return (HERE[0] + metres * METRE, HERE[1] + east * METRE)


def way(points, detours, chosen, near):
    """The shortest ways of a combination, or None when it is no walk: from `near`, else from one of its places."""
    middles = [near] if near else [points[place] for place in chosen]
    ways = []
    for middle in middles:
        metres = [distance_m(middle, points[place]) for place in chosen]
        if max(metres) <= WALK:
            ways.append(sum(metres) + sum(detours[place] for place in chosen))
    return min(ways, default=None)


def by_trying(points, masks, detours, needs, near):
    """How many places, whether around `near`, and the ways: the least of all combinations."""
    full = (1 << needs) - 1
    useful = [place for place, mask in enumerate(masks) if mask]
    for size in range(1, needs + 1):
        covering = [
            chosen
            for chosen in combinations(useful, size)
            if np.bitwise_or.reduce([masks[place] for place in chosen]) == full
        ]
        for start in [near, None] if near else [None]:
            ways = [found for chosen in covering if (found := way(points, detours, chosen, start)) is not None]
            if ways:
                return size, start is not None, min(ways)
    return None


REGIONS = st.integers(2, 4).flatmap(
    lambda needs: st.tuples(
        st.just(needs),
        st.lists(
            st.tuples(
                st.builds(north, st.sampled_from(DISTANCES), st.sampled_from((0, 300))),
                st.integers(0, (1 << needs) - 1),
                st.sampled_from((0, NOT_SURE)),
            ),
            max_size=9,
            unique_by=lambda place: place[0],
        ),
        st.none() | st.builds(north, st.sampled_from((0, 700, 2_900))),
    )
)


@given(REGIONS)
def test_as_good_as_trying_every_combination(region):
    needs, rows, near = region
    points, masks, detours = [row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows]
    places = Places(np.array(points).reshape(-1, 2), np.array(masks, dtype=np.int64), np.array(detours))
    chosen = smallest(places, needs, near)
    expected = by_trying(points, masks, detours, needs, near)
    if expected is None:
        assert chosen == []
        return
    size, around, metres = expected
    assert len(set(chosen)) == len(chosen) == size
    assert np.bitwise_or.reduce([masks[place] for place in chosen]) == (1 << needs) - 1
    assert way(points, detours, chosen, near if around else None) == metres


def test_of_places_that_cover_all_the_one_that_is_sure_to_have_room():
    places = Places(np.array([north(0), north(3_000)]), np.array([3, 3]), np.array([NOT_SURE, 0]))
    assert smallest(places, 2) == [1]


@pytest.mark.django_db
class TestOfASearch:
    TWO = {"what": ("theme:shower", "theme:doctor")}

    @pytest.fixture
    def at(self):
        """A service for a theme, so many metres north of here."""

        def make(theme, metres, **fields):
            lat, lon = north(metres)
            place = factories.location(lat=lat, lon=lon, **fields.pop("location", {}))
            return factories.service(themes=[theme], at=place, **fields)

        return make

    def stops(self, **asked):
        query = Query(**{"filters": self.TWO, **asked})
        return [list(stop.services.values()) for stop in cover(engine().index, query, search(query))]

    def test_two_places_a_walk_apart(self, at):
        shower, _far, doctor = at("shower", 0), at("shower", 4_000), at("doctor", 800)
        assert sorted(self.stops()) == sorted([[shower.pk], [doctor.pk]])

    def test_one_place_is_better_than_two_that_are_nearer(self, at):
        at("shower", 0), at("doctor", 10)
        shower, doctor = at("shower", 3_000), at("doctor", 3_000)
        assert self.stops(near=Near("", *HERE)) == [[shower.pk, doctor.pk]]

    def test_around_the_place_that_was_searched_near(self, at):
        for metres in (0, 3_000):
            at("shower", metres), at("doctor", metres + 100)
        stops = cover(engine().index, query := Query(filters=self.TWO, near=Near("", *north(3_100))), search(query))
        assert {round((stop.point[0] - HERE[0]) / METRE) for stop in stops} == {3_000, 3_100}

    def test_only_within_the_radius(self, at):
        at("shower", 0), at("doctor", 900)
        assert self.stops(near=Near("", *HERE, 500)) == []

    def test_full_does_not_count_and_unknown_does(self, at):
        shower, full, _unknown = at("shower", 0), at("doctor", 10), at("doctor", 900)
        factories.availability("full", service=full)
        roomy = at("doctor", 1_000)
        factories.availability("open", service=roomy, valid_until=timezone.now() + timedelta(days=1))
        assert sorted(self.stops()) == sorted([[shower.pk], [roomy.pk]])  # a hundred metres further, but sure

    def test_one_service_for_all_stands_first_in_the_list_already(self, at):
        factories.service(themes=["shower", "doctor"], at=True)
        at("shower", 0), at("doctor", 0)
        assert self.stops() == []

    @pytest.mark.parametrize("level", ["undisclosed", "professionals"])
    def test_place_that_must_not_be_known(self, at, level):
        at("shower", 0), at("doctor", 10, location={"level": level})
        assert self.stops() == []

    def test_place_for_professionals_is_known_to_them(self, at):
        at("shower", 0), at("doctor", 10, location={"level": "professionals"})
        assert len(self.stops(viewer=Viewer.PROFESSIONAL)) == 2

    def test_one_need(self, at):
        at("shower", 0)
        assert self.stops(filters={"what": ("theme:shower",)}) == []

    def test_of_very_many_places_those_with_most_needs_are_looked_at(self, at, monkeypatch):
        monkeypatch.setattr("actors.search.cover.MOST_PLACES", 1)
        at("shower", 0), at("doctor", 10)
        shower, doctor = at("shower", 3_000), at("doctor", 3_000)
        assert self.stops() == [[shower.pk, doctor.pk]]

    def test_needs_in_words(self, at):
        factories.theme("shower", name_nl="douche"), factories.theme("doctor", name_nl="dokter")
        at("shower", 0), at("doctor", 10)
        query = Query("douche dokter")
        stops = cover(engine().index, query, search(query))
        assert {need for stop in stops for need in stop.services} == {"douche", "dokter"}
