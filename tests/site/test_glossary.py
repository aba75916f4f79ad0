"""One term for one idea: nothing that readers see uses a word that the glossary advises against."""

import csv
import re
import tomllib
from pathlib import Path

import polib
import pytest
from django import forms
from django.conf import settings
from django.utils.translation import override

LANGUAGES = ("nl", "fr")
ADDRESS = re.compile(r"^[\w:<>.-]+/[\w/:<>.-]*$")  # the translated path of a page: old links keep working


def _table() -> list[dict[str, str]]:
    lines = (settings.BASE_DIR / "docs" / "glossary.md").read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    return [dict(zip(rows[0], row, strict=True)) for row in rows[2:]]


def _words(cell: str) -> list[str]:
    return [word.strip() for word in cell.split(",") if word.strip()]


def _any_of(words: list[str]) -> re.Pattern:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, longest_first)) + r")(?![\w-])", re.IGNORECASE)


TABLE = _table()
ADVISED = {language: [word for row in TABLE for word in _words(row[f"not ({language})"])] for language in LANGUAGES}
NAMES = _any_of([name for row in TABLE for name in _words(row["except in"])])


def wrong_words(text: str, language: str) -> list[str]:
    """The words of a text for which the glossary has another."""
    return _any_of(ADVISED[language]).findall(NAMES.sub("", text))


def _data(language: str) -> list[tuple[str, str]]:
    """Every text in this language of the data files; other names that people use and search words are free."""
    found = []
    for path in sorted((settings.BASE_DIR / "fixtures").rglob("*.toml")):
        found += [(path.name, text) for text in _texts(tomllib.loads(path.read_text(encoding="utf-8")), language)]
    with open(settings.BASE_DIR / "fixtures" / "taxonomy.csv", encoding="utf-8", newline="") as file:
        found += [
            (row["code"], row[f"{part}_{language}"]) for row in csv.DictReader(file) for part in ("name", "plain")
        ]
    return found


def _texts(value, language: str) -> list[str]:
    if isinstance(value, list):
        return [text for item in value for text in _texts(item, language)]
    if not isinstance(value, dict):
        return []
    if set(value) <= set(LANGUAGES):
        return [value[language]] if language in value else []
    return [text for name, item in value.items() if name not in {"ref", "acronym"} for text in _texts(item, language)]


def _interface(language: str) -> list[tuple[str, str]]:
    entries = polib.pofile(str(settings.BASE_DIR / "locale" / language / "LC_MESSAGES" / "django.po"))
    texts = [(entry.msgid, text) for entry in entries for text in [entry.msgstr, *entry.msgstr_plural.values()]]
    return [(key, text) for key, text in texts if not ADDRESS.match(key)]


def _pages(language: str) -> list[tuple[str, str]]:
    folder = settings.BASE_DIR / "templates" / "site" / language
    return [(path.name, path.read_text(encoding="utf-8")) for path in sorted(Path(folder).glob("*.html"))]


@pytest.mark.parametrize("language", LANGUAGES)
class TestOneTermForOneIdea:
    def test_in_the_interface(self, language):
        texts = _interface(language)
        assert len(texts) > 500
        assert _mistakes(texts, language) == []

    def test_in_the_pages_about_the_site(self, language):
        assert _mistakes(_pages(language), language) == []

    def test_in_the_data(self, language):
        texts = _data(language)
        assert len(texts) > 1000
        assert _mistakes(texts, language) == []

    def test_in_what_django_says_of_a_field(self, language):
        texts = _of_django(language)
        assert any("e-mail" in text for _where, text in texts)
        assert _mistakes(texts, language) == []


def _of_django(language: str) -> list[tuple[str, str]]:
    """What Django's own checks of a field say, as this site says it."""
    with override(language):
        fields = (forms.EmailField(), forms.URLField(), forms.IntegerField(), forms.DateField(), forms.FileField())
        checks = [check for field in fields for check in field.validators]
        said = [text for field in fields for text in field.error_messages.values()]
        return [("", str(text)) for text in [*said, *(check.message for check in checks if hasattr(check, "message"))]]


def _mistakes(texts: list[tuple[str, str]], language: str) -> list[tuple[str, list[str]]]:
    return [(where, wrong) for where, text in texts if (wrong := wrong_words(text, language))]


class TestTheGlossary:
    def test_what_it_advises_it_does_not_forbid(self):
        for row in TABLE:
            assert not wrong_words(row["Nederlands"], "nl"), row["idea"]
            assert not wrong_words(row["français"], "fr"), row["idea"]

    def test_a_name_may_keep_its_word(self):
        assert wrong_words("Denkt u aan zelfmoord?", "nl") == ["zelfmoord"]
        assert wrong_words("Zelfmoordlijn 1813", "nl") == []
        assert wrong_words("Zoom Seniors aide les seniors", "fr") == ["seniors"]
