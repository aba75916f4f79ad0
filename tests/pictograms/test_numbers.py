"""In which order the numbers to call stand."""

from datetime import datetime

import pytest
from django.utils import timezone

from actors.pictograms.numbers import for_needs, help_numbers
from actors.search import engine

SUNDAY, MONDAY = datetime(2026, 11, 29, 15, 0), datetime(2026, 11, 30, 10, 0)

pytestmark = pytest.mark.usefixtures("real")


def slugs(need, language, moment):
    numbers = help_numbers(engine().index.terms, language, "", timezone.make_aware(moment))
    return [number.slug for number in for_needs(numbers, [need])]


def test_who_is_afraid_of_her_husband_calls_a_line_in_her_language():
    assert slugs("safety", "fr", MONDAY)[:3] == ["112", "101", "ecoute-violences-conjugales"]
    assert slugs("safety", "nl", MONDAY)[:3] == ["112", "101", "1712"]


@pytest.mark.parametrize("language", ["nl", "fr"])
def test_what_is_closed_on_sunday_stands_behind_what_may_answer(language):
    found = slugs("safety", language, SUNDAY)
    assert set(found[-2:]) == {"1712", "ecoute-violences-conjugales"}
    assert found[-1] == {"nl": "ecoute-violences-conjugales", "fr": "1712"}[language]


def test_who_wants_to_talk_reads_first_who_speaks_the_language():
    assert slugs("mind", "fr", SUNDAY)[:2] == ["112", "tele-accueil"]
    assert slugs("mind", "nl", SUNDAY)[:2] == ["112", "tele-onthaal"]
