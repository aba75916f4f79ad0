"""A word that exists is never corrected."""

import gzip
import random

import pytest

from actors.search import Query
from actors.search.lexicon import LISTS, lexicon, listed_words
from actors.search.process import engine
from repertorium.fixtures import FOLDER

pytestmark = pytest.mark.usefixtures("real")

SAMPLE = 2_500  # of each language
MISTAKES = ["tandarst", "urgante", "schuldbemidelling", "hopitl", "psycoloog", "alimantaire", "zieknhuis"]
# Once taken for: vrouw, cours, huis, douches, detentie, seuil, kinderopvang.
TAKEN_FOR_OTHERS = ["rouw", "coups", "suis", "couches", "dementie", "deuil", "winteropvang", "psy", "habits", "javel"]


def hunspell(language):
    """The words of Debian's lists that the package lacks."""
    return gzip.decompress((FOLDER / "lexicon" / f"{language}.txt.gz").read_bytes()).decode().split()


def packaged(language):
    return {word for word in listed_words(*LISTS[language]) if len(word) > 3}


@pytest.mark.parametrize("listed", [packaged, hunspell])
@pytest.mark.parametrize("language", ["nl", "fr"])
def test_no_word_that_exists_is_corrected(language, listed):
    every = sorted(listed(language))
    matcher = engine().matcher
    lends = matcher._lends
    sample = random.Random(2026).sample(every, SAMPLE)
    near = {word: matcher.match(word, language=language) for word in sample}
    parts = {
        word: matcher.compounds.parts(word, lends) or (matcher.compounds.known_part(word, lends),) for word in sample
    }
    corrected = {
        word: match.corrected
        for word, match in near.items()
        if match.corrected not in {None, " ".join(map(str, parts[word]))}
    }
    assert not corrected


@pytest.mark.parametrize("word", TAKEN_FOR_OTHERS)
def test_words_that_were_taken_for_others(word):
    assert word in lexicon() or engine().matcher.match(word).groups[0].terms
    assert engine().matcher.match(word).corrected in {None, "opvang"}  # "winteropvang" is a kind of "opvang"


@pytest.mark.parametrize("word", MISTAKES)
def test_mistakes_are_corrected(word):
    assert word not in lexicon()
    assert engine().search(Query(text=word)).match.corrected
