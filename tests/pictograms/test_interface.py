"""Languages that a translation file adds to the residents' screens."""

import re

import polib
import pytest
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext

from actors.management.commands.interface_language import terms, texts
from actors.pictograms.interface import find, interfaces, offered
from tests.pictograms.conftest import code

ARABIC = re.compile(r"[\u0600-\u06ff]")
LATIN = re.compile(r"[a-zà-ÿ]{2,}")  # acronyms are the same in every language
WORDS = {"actors/pictograms/words.py", "actors/walking.py"}
SCREENS = [
    "/nl/hulp/?i=ar",
    "/nl/hulp/?m=1&i=ar",
    f"/nl/hulp/waar/?b={code('food')}&i=ar",
    f"/fr/aide/adresses/?b={code('homelessness')}&g=21004&i=ar",
    f"/fr/aide/adresses/?b={code('food')}&b={code('hygiene')}&i=ar",
    "/fr/aide/numeros/?i=ar",
    "/nl/hulp/pictogrammen/?i=ar",
    f"/nl/hulp/papier/?b={code('safety')}&i=ar",
]


@pytest.fixture
def drafts(settings):
    settings.DRAFT_LANGUAGES = ["ar"]


class TestOffer:
    def test_an_unreviewed_language_is_not_offered(self):
        assert not interfaces()["ar"].is_reviewed
        assert offered() == []
        assert find("ar") is None

    def test_the_languages_of_brussels_are_there_and_say_that_nobody_checked_them(self):
        assert set(interfaces()) == {"ar", "en", "es", "pl", "prs", "ps", "ro", "ti", "tr", "uk"}
        for interface in interfaces().values():
            head = polib.pofile(f"{settings.LOCALE_PATHS[0]}/{interface.code}/LC_MESSAGES/django.po").header
            assert interface.is_reviewed or "Nobody who speaks this language" in head

    @pytest.mark.usefixtures("real")
    @pytest.mark.parametrize(
        ("code", "title"), [("tr", "Ne arıyorsunuz?"), ("prs", "چه می‌پالید؟"), ("ti", "እንታይ ትደልዩ ኣለኹም?")]
    )
    def test_the_owner_may_offer_one_at_once_and_it_says_so(self, see, settings, code, title):
        settings.DRAFT_LANGUAGES = [code]
        shown = see(f"/nl/hulp/?i={code}")
        assert title in shown.text
        assert f'<html lang="{code}"' in shown.html
        with translation.override(code):
            assert gettext("Not yet checked by a translator.") in shown.text

    @pytest.mark.usefixtures("real")
    def test_nor_answered(self, see):
        assert 'dir="ltr"' in see("/nl/hulp/?i=ar").html

    @pytest.mark.usefixtures("drafts", "real")
    def test_a_draft_is_shown_to_who_asks_for_it_by_its_own_name(self, see):
        html = see("/nl/hulp/").html
        assert "العربيّة" in html
        assert 'hreflang="ar"' in html

    def test_every_file_is_whole_and_names_its_review(self):
        """Of a draft what decides is whole: hours, conditions, room and calls. Other new texts may wait for a reader."""
        known, dutch = texts(), polib.pofile(f"{settings.LOCALE_PATHS[0]}/nl/LC_MESSAGES/django.po")
        decisive = [entry for entry in dutch if WORDS & dict(entry.occurrences).keys()]
        assert {"{count} minutes on foot", "Open now"} <= {entry.msgid for entry in decisive}
        assert len(decisive) > 40
        for interface in interfaces().values():
            wanted = known if interface.is_reviewed or interface.code == "ar" else decisive
            expected = {(entry.msgctxt, entry.msgid) for entry in wanted}
            file = polib.pofile(f"{settings.LOCALE_PATHS[0]}/{interface.code}/LC_MESSAGES/django.po")
            assert expected <= {(entry.msgctxt, entry.msgid) for entry in file.translated_entries()}
            assert bool(interface.reviewed_by) == bool(interface.reviewed_on)

    @pytest.mark.usefixtures("real")
    def test_every_need_theme_and_language_is_in_them(self):
        for interface in interfaces().values():
            file = polib.pofile(f"{settings.LOCALE_PATHS[0]}/{interface.code}/LC_MESSAGES/django.po")
            known = {(entry.msgctxt, entry.msgid) for entry in file.translated_entries()}
            assert {(entry.msgctxt, entry.msgid) for entry in terms()} <= known

    def test_what_is_filled_in_stays_in_place(self):
        for interface in interfaces().values():
            for entry in polib.pofile(f"{settings.LOCALE_PATHS[0]}/{interface.code}/LC_MESSAGES/django.po"):
                wanted = set(re.findall(r"\{\w+\}|%\(\w+\)s", entry.msgid))
                assert wanted == set(re.findall(r"\{\w+\}|%\(\w+\)s", entry.msgstr)), entry.msgid


@pytest.mark.usefixtures("drafts", "real")
class TestScreens:
    @pytest.mark.parametrize("address", SCREENS)
    def test_right_to_left_and_nothing_left_untranslated(self, see, address):
        shown = see(address)
        assert '<html lang="ar" dir="rtl"' in shown.html
        left = [
            text
            for language, text in shown.words
            if language == "ar" and LATIN.search(text) and not ARABIC.search(text)
        ]
        assert left == []

    def test_the_choice_of_language_goes_along(self, see):
        shown = see(f"/nl/hulp/waar/?b={code('food')}&i=ar")
        without = [link for link in shown.links if link.startswith("/nl/hulp/") and "b=" in link and "i=ar" not in link]
        assert without == [f"/nl/hulp/waar/?b={code('food')}"]  # the way back to Dutch

    def test_texts_of_services_stay_in_the_language_of_the_site(self, see):
        shown = see(SCREENS[3])
        assert any(language == "fr" and "vous" in text.lower() for language, text in shown.words)

    def test_the_draft_says_that_nobody_read_it_over(self, see):
        assert "لم يراجعها مترجم بعد" in see(SCREENS[0]).text


@pytest.mark.parametrize("language", sorted(interfaces()))
def test_a_translation_is_of_what_dutch_and_french_still_say(language):
    """Each text bears the Dutch and the French that it was made of. Another page that takes a text for another idea
    ("Free": gratis, vrij) changes them under every translation."""

    def read(code):
        return polib.pofile(f"{settings.LOCALE_PATHS[0]}/{code}/LC_MESSAGES/django.po")

    own = [{(one.msgctxt, one.msgid): " ".join(one.msgstr.split()) for one in read(code)} for code in ("nl", "fr")]
    told = [(one, " ".join(one.comment.split())) for one in read(language) if one.comment and not one.msgid_plural]
    assert len(told) > 100
    stale = [
        one.msgid
        for one, comment in told
        if not any(texts.get((one.msgctxt, one.msgid), comment) in comment for texts in own)
    ]
    assert stale == []
