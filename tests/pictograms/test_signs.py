"""One rule for pictograms: the thing, crossed where it is not needed. No idea has two signs, no sign two ideas."""

import re
from collections import defaultdict
from types import SimpleNamespace

import pytest
from django.conf import settings

from actors.catalogue.drawing import fact_items
from actors.models.admission import ALL_FACTS, FACT_BY_CODE
from actors.pictograms.words import BUTTONS, CONDITIONS, ROOM, sentences
from actors.room_words import SIGNS
from actors.templatetags.catalogue import CONTACT_PICTOGRAMS
from repertorium.fixtures import FOLDER, read_csv
from repertorium.pictograms import FACTS_FOR_RESIDENTS, FOR_FACTS, drawing, names_for_residents

# What is the same idea, though it stands for a need, a condition and a way to reach somebody.
SAME = {
    "by-phone:yes": "phone",
    "contact:phone": "phone",
    "online:yes": "internet",
    "contact:website": "internet",
    "interpreter:yes": "interpreter",
    "theme:interpreting": "interpreter",
    "no-insurance:yes": "health insurance",
    "theme:health-insurance": "health insurance",
    "women-only:yes": "women",
}


def ideas():
    """Every idea of a condition, need, theme, status or way to reach somebody, with its sign."""
    found = [
        (f"{fact.code}:{'yes' if answer else 'no'}", fact.sign(answer))
        for fact in ALL_FACTS
        for answer in (True, False)
    ]
    rows = read_csv(FOLDER / "taxonomy.csv")
    found += [(f"{row['kind']}:{row['code']}", row["pictogram"]) for row in rows if row["kind"] != "target"]
    found += [(f"room:{status}", sign) for status, (sign, *_) in ROOM.items()]
    found += [(f"contact:{kind}", sign) for kind, (sign, _words) in BUTTONS.items()]
    return [(SAME.get(idea, idea), sign) for idea, sign in found]


def test_no_sign_has_two_ideas():
    meant = defaultdict(set)
    for idea, sign in ideas():
        meant[sign].add(idea)
    assert {sign: found for sign, found in meant.items() if len(found) > 1} == {}


def test_no_idea_has_two_signs():
    drawn = defaultdict(set)
    for idea, sign in ideas():
        drawn[idea].add(sign)
    assert {idea: found for idea, found in drawn.items() if len(found) > 1} == {}


@pytest.mark.parametrize(
    ("code", "answer", "sign"),
    [
        ("free", True, "coins-crossed"),
        ("free", False, "coins"),
        ("no-papers", True, "id-card-crossed"),
        ("no-papers", False, "id-card"),
        ("no-appointment", True, "calendar-days-crossed"),
        ("no-appointment", False, "calendar-days"),
        ("anonymous", True, "user-pen-crossed"),
        ("dogs", True, "dog"),
        ("dogs", False, "dog-crossed"),
        ("wheelchair", False, "wheelchair-crossed"),
        ("women-only", False, "mars-and-venus"),
    ],
)
def test_what_is_not_needed_is_crossed(code, answer, sign):
    assert FACT_BY_CODE[code].sign(answer) == sign
    assert "user-secret" not in {one.pictogram for one in ALL_FACTS}  # nobody is a spy


def test_the_same_signs_on_every_page_and_on_the_device():
    for number, condition in enumerate(CONDITIONS):
        for answer, letter in ((True, "y"), (False, "n")):
            sign = condition.fact.sign(answer)
            service = SimpleNamespace(**{condition.fact.field: answer})
            assert condition.sign(service).pictogram == sign
            assert sentences()["facts"][number][letter][0] == sign
            assert f"#{sign}" in fact_items([(condition.fact, answer)])
    assert {kind: SIGNS[kind][0] for kind in ROOM} == {kind: sign for kind, (sign, *_) in ROOM.items()}
    for kind, (sign, _words) in BUTTONS.items():
        assert CONTACT_PICTOGRAMS[kind] == sign


def test_every_condition_is_in_the_sprites_in_both_forms():
    assert {fact.pictogram for fact in ALL_FACTS} == FOR_FACTS
    assert {condition.fact.pictogram for condition in CONDITIONS} == FACTS_FOR_RESIDENTS
    for condition in CONDITIONS:
        assert {condition.fact.sign(True), condition.fact.sign(False)} <= names_for_residents()


def test_a_crossed_sign_is_the_thing_with_a_stroke_through_it():
    box, plain = drawing("person-walking")  # higher than wide: the stroke needs a square
    crossed_box, crossed = drawing("person-walking-crossed")
    assert crossed.startswith(plain)
    assert crossed.count("<path") == plain.count("<path") + 2
    assert box.split()[3] == crossed_box.split()[3] == crossed_box.split()[2]


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("address", ["/nl/hulp/pictogrammen/", "/fr/aide/pictogrammes/"])
def test_the_page_that_explains_them_shows_both_forms(see, address):
    html = see(address).html
    for condition in CONDITIONS:
        for answer in (True, False):
            assert f'#{condition.fact.sign(answer)}"' in html


def test_pages_use_no_sign_of_a_condition_for_something_else():
    """Also in templates, where signs stand by name."""
    for path in (settings.BASE_DIR / "templates").rglob("*.html"):
        used = set(re.findall(r'{% (?:sign|pictogram) "([^"]+)"', path.read_text()))
        assert used & (FACTS_FOR_RESIDENTS | {"user-secret", "calendar-check", "calendar-xmark"}) == set(), path
