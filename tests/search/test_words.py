"""From text to lexemes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from actors.search import words as analysis
from actors.search.compounds import Compounds
from actors.search.spelling import Spelling
from actors.search.words import content_words, document_lexemes, fold, lexemes, query_lexemes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Médecin généraliste", "medecin generaliste"),
        ("cœur", "coeur"),
        ("ÉPICERIE", "epicerie"),
        ("’t Huis", "'t huis"),
    ],
)
def test_fold(text, expected):
    assert fold(text) == expected


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", ["douche", "douches"]),
        ("nl", ["dakloze", "daklozen", "dakloos"]),
        ("nl", ["kind", "kinderen"]),
        ("nl", ["huisarts", "huisartsen"]),
        ("nl", ["gezondheidscentrum", "gezondheidscentra"]),
        ("fr", ["douche", "douches"]),
        ("fr", ["médecin", "médecins"]),
        ("nl", ["schuld", "schulden"]),
        ("fr", ["médical", "médicale"]),
        ("fr", ["avocat", "avocats"]),
    ],
)
def test_forms_of_a_word_share_a_lexeme(language, words):
    assert set.intersection(*(set(lexemes(fold(word), language)) for word in words))


def test_stop_words_say_nothing():
    assert content_words("Ik zoek een douche voor de man") == ["douche", "man"]
    assert content_words("Je cherche une douche pour l'homme") == ["douche", "homme"]


def test_query_word_may_be_either_language():
    assert {lexeme[:2] for lexeme in query_lexemes("douches")} == {"n:", "f:"}


@pytest.mark.parametrize("text", ["les sans-abri", "personnes sans abri"])
def test_absence_is_one_word(text):
    assert set(lexemes("sansabri", "fr")) <= document_lexemes(text, "fr")


@pytest.fixture
def compounds():
    known = Compounds()
    known.learn(["schulden", "bemiddeling", "schuldbemiddeling", "huis", "arts", "buurt", "buurthuis"])
    return known


class TestCompounds:
    @pytest.mark.parametrize(
        ("word", "parts"),
        [
            ("schuldbemiddeling", ("schuld", "bemiddeling")),
            ("schuldenbemiddeling", ("schulden", "bemiddeling")),
            ("buurthuis", ("buurt", "huis")),
            ("bemiddeling", None),
            ("overleg", None),
        ],
    )
    def test_parts(self, compounds, word, parts):
        assert compounds.parts(word, bool) == parts

    def test_longer_words(self, compounds):
        assert set(lexemes("schuldbemiddeling", "nl")) <= compounds.longer("schuld")

    def test_a_new_word_splits_an_old_one(self):
        known = Compounds()
        known.learn(["rechtsbijstand", "gratis"])
        known.learn(["bijstand"])
        known.learn(["recht"])
        assert known.longer("bijstand")

    def test_a_new_form_splits_an_old_word(self):
        known = Compounds()
        known.learn(["begeleidingsdienst", "dienst", "gratis"])
        assert not known.longer("begeleiding")
        known.learn(["begeleidingen"])
        assert set(lexemes("begeleidingsdienst", "nl")) <= known.longer("begeleiding")


class TestSpelling:
    @pytest.fixture
    def spelling(self):
        known = Spelling()
        known.learn(["douche", "psycholoog", "huisarts", "épicerie"])
        return known

    @pytest.mark.parametrize(
        ("typed", "meant"),
        [
            ("douhce", ["douche"]),
            ("psygoloog", ["psycholoog"]),
            ("huisats", ["huisarts"]),
            ("vermist", []),
            ("xyzzy", []),
            ("dou", []),
            ("1000", []),
        ],
    )
    def test_nearest(self, spelling, typed, meant):
        spelling.learn(["verwijst"])
        assert spelling.nearest(typed) == meant

    def test_learns_while_it_is_used(self, spelling):
        assert spelling.nearest("tandarst") == []
        spelling.learn(["tandarts"])
        assert spelling.nearest("tandarst") == ["tandarts"]

    def test_one_mistake_is_nearer_than_two(self, spelling):
        spelling.learn(["psychologe"])
        assert spelling.nearest("psycholog") == ["psychologe", "psycholoog"]
        spelling.learn(["psychologie"])
        assert spelling.nearest("psychologi") == ["psychologe", "psychologie"]

    def test_no_more_than_enough(self, spelling, monkeypatch):
        monkeypatch.setattr("actors.search.spelling.MOST_WORDS", 5)
        spelling.learn(["tandarts", "apotheker"])  # there were four
        assert spelling.nearest("tandarst") == ["tandarts"]
        assert spelling.nearest("apothekr") == []

    @given(st.text("abcde", min_size=4, max_size=10), st.text("abcde", min_size=4, max_size=10))
    def test_finds_every_word_that_is_near(self, one, other):
        known = Spelling()
        known.learn([one])
        assert known.nearest(other) == ([one] if OSA.distance(one, other) <= (1 if len(other) <= 8 else 2) else [])


def test_of_what_is_longer_than_any_word_only_the_beginning_counts():
    """A listing with thirty thousand letters in a row kept the index busy for two minutes."""
    assert analysis.words("douche " + "x" * 30_000) == ["douche", "x" * 80]
