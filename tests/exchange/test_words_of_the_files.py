"""Words of the files reach a database that was loaded before, beside what staff made of the old ones."""

import pghistory
import pytest

from actors.exchange.fixtures.words_of_the_files import bring_up_to_date
from actors.models import CrisisNumber, Language, Theme
from repertorium.fixtures import Loader
from tests import factories


@pytest.fixture
def shower(db):
    return factories.theme("shower", synonyms_nl="stortbad|wasplaats", foreign_words="tr: duş | banyo\npl: prysznic")


def loaded(nl, *, foreign="tr: duş | banyo\npl: prysznic"):
    loader = Loader()
    columns = {"synonyms_nl": nl, "synonyms_fr": "", "foreign_words": foreign}
    with pghistory.context(url="command"):  # in one transaction who was logged in before stays in the history
        bring_up_to_date(loader, {("theme", "shower"): columns})
    return loader.created


def by_staff(nl):
    with pghistory.context(user=7):
        Theme.objects.filter(code="shower").update(synonyms_nl=nl)


def words():
    return Theme.objects.get(code="shower").synonyms_nl


def test_new_words_come_and_what_the_files_dropped_goes(shower):
    assert loaded("stortbad|mij wassen") == {"new word": 1, "word taken out": 1}
    assert words() == "stortbad|mij wassen"
    assert not loaded("stortbad|mij wassen")


def test_what_staff_added_stays_and_what_they_took_out_stays_out(shower):
    by_staff("stortbad|douchecabine")
    loaded("stortbad|wasplaats|mij wassen")
    assert words() == "stortbad|douchecabine|mij wassen"
    loaded("")
    assert words() == "douchecabine"


def test_a_word_that_staff_wrote_again_is_theirs(shower):
    by_staff("stortbad")
    by_staff("stortbad|wasplaats")
    loaded("stortbad")
    assert words() == "stortbad|wasplaats"


def test_a_word_that_the_files_brought_later_goes_with_them(shower):
    by_staff("stortbad|wasplaats|douchecabine")
    loaded("stortbad|wasplaats|mij wassen")
    loaded("stortbad|wasplaats")
    assert words() == "stortbad|wasplaats|douchecabine"


def test_words_of_other_languages_too(shower):
    loaded("stortbad|wasplaats", foreign="tr: duş\npl: prysznic | kąpiel\nuk: душ")
    lines = Theme.objects.get(code="shower").foreign_words.splitlines()
    assert lines == ["tr: duş", "pl: prysznic|kąpiel", "uk: душ"]


def test_what_is_not_in_the_files_is_left_alone(shower):
    factories.theme("sauna", synonyms_nl="zweten")
    loaded("stortbad|wasplaats")
    assert Theme.objects.get(code="sauna").synonyms_nl == "zweten"


def test_crisis_phrases_and_names_of_languages(db):
    number = CrisisNumber.objects.create(slug="112", number="112", name_nl="112", purpose_nl="x", phrases_nl="ziek")
    language = Language.objects.create(code="ar", name_nl="Arabisch", name_fr="arabe")
    wanted = {
        ("crisis", "112"): {"phrases_nl": "wil + sterven - thuis", "phrases_fr": "", "foreign_phrases": ""},
        ("language", "ar"): {"synonyms_nl": "Arabischtalig", "synonyms_fr": ""},
    }
    bring_up_to_date(Loader(), wanted)
    number.refresh_from_db()
    language.refresh_from_db()
    assert number.phrases_nl == "wil + sterven - thuis"
    assert language.synonyms_nl == "Arabischtalig"
