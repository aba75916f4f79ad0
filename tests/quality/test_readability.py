"""Syllables, sentences, and the limit of B1."""

import pytest

from actors.models import Need, Service, Theme, Viewer
from actors.quality.readability import B1_EASE, SAMPLE, Readability, syllables

DUTCH = (
    "bed:1 nieuw:1 hulp:1 eieren:3 milieu:2 geopend:3 België:3 ideeën:3 zee-egel:3 ziekenfonds:3 koffie:2 "
    "maatschappelijk:4 activiteiten:5 uitgeoefend:4 huisarts:2 18:1"
)
FRENCH = (
    "le:1 des:1 que:1 lit:1 marche:1 école:2 l'école:2 idée:2 créer:2 réunion:3 moyen:2 maïs:2 théâtre:2 poésie:3 "
    "travailleur:3 aujourd'hui:3 médecin:3 logement:3 gratuit:2 européen:4 rendez-vous:3 12:1"
)


@pytest.mark.parametrize(
    ("language", "word", "count"),
    [(language, *pair.split(":")) for language, words in (("nl", DUTCH), ("fr", FRENCH)) for pair in words.split()],
)
def test_syllables(language, word, count):
    assert syllables(word, language) == int(count)


class TestCounts:
    def test_sentences_and_words(self):
        counted = Readability.of("Hebt u geen thuis? Bel ons op 02 512 34 56. Wij helpen u.", "nl")
        assert (counted.sentences, counted.words, counted.longest) == (3, 14, 7)

    def test_french_spaces_before_signs_and_elisions(self):
        counted = Readability.of("Vous avez faim ? Ici, on vous aide : c'est gratuit !", "fr")
        assert (counted.sentences, counted.words, counted.longest) == (3, 9, 4)

    def test_nothing(self):
        counted = Readability.of("", "nl")
        assert (counted.words, counted.load, counted.reading_ease) == (0, 0, None)
        assert counted.is_plain


class TestLimit:
    @pytest.mark.parametrize(("words", "plain"), [(13, True), (14, False)])
    def test_longest_sentence(self, words, plain):
        assert Readability.of("een " * words + ". Kom maar.", "nl").is_plain is plain

    def test_one_long_word_is_forgiven_and_many_are_not(self):
        assert Readability.of("U spreekt een maatschappelijk werker.", "nl").is_plain
        hard = Readability.of("Individuele begeleiding bij administratieve verplichtingen.", "nl")
        assert not hard.is_plain
        assert hard.long_words == ("Individuele", "begeleiding", "administratieve", "verplichtingen")
        assert not Readability.of("Accompagnement individuel des bénéficiaires vulnérables.", "fr").is_plain

    def test_limit_is_100_percent(self):
        assert Readability.of("een " * 13, "nl").percent == 100
        assert Readability.of("een " * 14, "nl").percent == 108


class TestEase:
    def test_too_few_words_say_nothing(self):
        assert Readability.of("een " * (SAMPLE - 1), "nl").reading_ease is None

    def test_as_published(self):
        """Ten words a sentence and one syllable a word, by hand."""
        assert Readability.of(["een " * 10] * 10, "nl").reading_ease == pytest.approx(206.84 - 9.3 - 77)
        assert Readability.of(["chat " * 10] * 10, "fr").reading_ease == pytest.approx(207 - 10.15 - 73.6)

    def test_long_text_must_be_easy_too(self):
        """Three syllables a word: no sentence and no word is too long, and together it is hard."""
        text = Readability.of(["ziekenfonds huisartsen " * 4] * 15, "nl")
        assert text.load <= 1
        assert text.reading_ease < B1_EASE
        assert not text.is_plain


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("language", ["nl", "fr"])
class TestRealTexts:
    def texts(self, language):
        field = f"plain_{language}"
        services = Service.objects.visible_to(Viewer.RESIDENT)
        return [
            text
            for records in (services, Need.objects.all(), Theme.objects.all())
            for text in records.order_by("pk").values_list(field, flat=True)
            if text
        ]

    def test_every_text_for_residents_is_plain(self, language):
        texts = self.texts(language)
        assert len(texts) > 300
        assert [text for text in texts if not Readability.of(text, language).is_plain] == []

    def test_together_they_are_easy_and_those_for_professionals_are_not(self, language):
        summaries = Service.objects.order_by("pk").values_list(f"summary_{language}", flat=True)
        assert Readability.of(self.texts(language), language).reading_ease > B1_EASE
        assert Readability.of(filter(None, summaries), language).reading_ease < B1_EASE
