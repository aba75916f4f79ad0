"""New words of the file reach a database that was loaded before, beside what staff made of the old ones."""

import pytest

from actors.exchange.fixtures.new_words import add_words
from actors.models import Theme
from repertorium.fixtures import Loader
from tests import factories


@pytest.fixture
def folder(tmp_path):
    def write(*rows):
        (tmp_path / "words.csv").write_text("kind,code,language,words\n" + "\n".join(rows) + "\n")
        return tmp_path

    return write


def test_what_is_lacking_is_added_and_what_staff_wrote_stays(db, folder):
    factories.theme("shower", synonyms_nl="Stortbad|wasplaats")
    loader = Loader()
    add_words(loader, folder("theme,shower,nl,stortbad|mij wassen", "theme,shower,tr,duş"))
    assert Theme.objects.get().synonyms_nl == "Stortbad|wasplaats|mij wassen"
    assert loader.created["new word"] == 1
    add_words(again := Loader(), folder("theme,shower,nl,stortbad|mij wassen"))
    assert not again.created


def test_words_of_what_is_not_known_are_named(db, folder):
    add_words(loader := Loader(), folder("theme,sauna,nl,sauna"))
    assert [problem.record for problem in loader.problems] == ["words of theme sauna"]
