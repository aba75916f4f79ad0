"""Whom a professional finds in the first five results, story by story and as a whole."""

from collections import Counter

import pytest

from actors.models import Service
from tests.scenarios.stories import KINDS, STORIES

pytestmark = pytest.mark.usefixtures("real")

LEAST_STORIES = 70
LEAST_HIT_RATE = 0.95
MOST_KNOWN_MISSES = 4
SPREAD = {"typo": 8, "accents": 6, "inflection": 8, "compound": 8, "acronym": 6, "cross": 8, "filter": 10}


@pytest.mark.parametrize("story", [pytest.param(story, id=story.id) for story in STORIES])
def test_story(request, story):
    if story.known_miss:
        request.applymarker(pytest.mark.xfail(reason=story.known_miss, strict=True))
    found = story.first_five()
    assert story.is_told_by(found), f"{story.situation} “{story.q}” found {found}"


def rates() -> dict[str, tuple[int, int]]:
    """Hits of stories, in all and by kind."""
    hits, told = Counter(), Counter()
    for story in STORIES:
        names = ("all", story.language, *story.kinds)
        told.update(names)
        hits.update(names if story.is_told_by(story.first_five()) else ())
    return {name: (hits[name], count) for name, count in told.items()}


def test_hit_rate():
    by_kind = rates()
    hits, told = by_kind["all"]
    assert told >= LEAST_STORIES
    assert hits / told >= LEAST_HIT_RATE, by_kind
    assert sum(bool(story.known_miss) for story in STORIES) <= MOST_KNOWN_MISSES


def test_spread():
    told = Counter(kind for story in STORIES for kind in story.kinds)
    assert told.keys() <= KINDS.keys()
    assert not {kind for kind, least in SPREAD.items() if told[kind] < least}
    assert min(Counter(story.language for story in STORIES).values()) >= LEAST_STORIES / 2


def test_stories_are_sound():
    assert len({story.id for story in STORIES}) == len(STORIES)
    wanted = {slug for story in STORIES for slug in (*story.all, *story.any)}
    assert wanted == set(Service.objects.filter(slug__in=wanted).values_list("slug", flat=True))
    assert not [story.id for story in STORIES if not (story.all or story.any)]
    assert not [story.id for story in STORIES if story.asked().errors]
