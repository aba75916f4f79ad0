"""Residents read plain words (B1): no text that they see uses a word of the trade. Names of organisations are free."""

import csv
import re
import tomllib
from collections.abc import Iterator

import polib
import pytest
from django.conf import settings

from actors.management.commands.interface_language import ROOMS

LANGUAGES = ("nl", "fr")
FIXTURES = settings.BASE_DIR / "fixtures"
FOR_RESIDENTS = ("plain", "purpose", "remark")  # fields of the data files that residents' screens show

# Beginnings of words that people who read badly, or learnt the language lately, do not know.
HARD = {
    "nl": (
        "outreach|zorgzone|bassin|niveau|nuldelijn|nulde lijn|eerstelijn|non-take-up|psychosoci|psychisch|geestelijke gezondheid"
        "|ambulant|residentie|multidisciplinair|interventie|traject|intake|dispatch|preventie|laagdrempelig|begeleid|oriënt"
        "|doelgroep|kwetsba|precair|vulnerab|screening|attest|statuut|doorverwijz|verwijst door|juridisch|uitvalsbasis|partners"
        "|kantooruren|administratie|participatie|inclusie|integratie|toeleid|schuldbemiddeling|mutualiteit|hospitalisatie"
        "|inrichting|emancipatie|expertise|zorgtraject|respijt|transmuraal|stadscultuur|sensibiliser|detectie|cliënt"
    ),
    "fr": (
        "outreach|bassin|niveau|première ligne|ligne zéro|non-recours|psychosoci|santé mentale|ambulatoire|résidentiel"
        "|pluridisciplinaire|multidisciplinaire|intervention|parcours|dispatch|prévention|bas seuil|accompagnement|orient"
        "|précari|précaire|vulnérab|dépistage|attestation|statut|dispositif|prise en charge|maraude|juridique|ressourcerie"
        "|insertion|démarche|bénéficiaire|usager|partenaires|social partenaire|provisoirement|en permanence|base de travail"
        "|administrati|participation|inclusion|intégration|médiation de dettes|hospitalisation|installation|émancipation"
        "|expertise|répit|culture urbaine|heures de bureau|sensibilis|détection|clients"
    ),
}


def hard_words(text: str, language: str) -> list[str]:
    """The hard words of a text."""
    return re.findall(rf"(?<!\w)(?:{HARD[language]})\w*", text, re.IGNORECASE)


def _said(value, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every text in a data file, with the names of the fields that lead to it."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield from _said(item, (*path, name))
    elif isinstance(value, list):
        for item in value:
            yield from _said(item, path)
    elif isinstance(value, str):
        yield path, value


def _data(language: str) -> Iterator[tuple[str, str]]:
    for path in sorted(FIXTURES.rglob("*.toml")):
        for names, text in _said(tomllib.loads(path.read_text(encoding="utf-8"))):
            if names[-1] == language and names[-2] in FOR_RESIDENTS:
                yield path.name, text
    with open(FIXTURES / "taxonomy.csv", encoding="utf-8", newline="") as file:
        yield from ((row["code"], row[f"plain_{language}"]) for row in csv.DictReader(file))
    with open(FIXTURES / "elsewhere.csv", encoding="utf-8", newline="") as file:
        yield from ((row["theme"], row[language]) for row in csv.DictReader(file))


def _interface(language: str) -> Iterator[tuple[str, str]]:
    for entry in polib.pofile(str(settings.BASE_DIR / "locale" / language / "LC_MESSAGES" / "django.po")):
        if any(room in where for where, _line in entry.occurrences for room in ROOMS):
            yield from ((entry.msgid, text) for text in (entry.msgstr, *entry.msgstr_plural.values()))


@pytest.mark.parametrize("language", LANGUAGES)
class TestNoWordOfTheTrade:
    """What was broken: residents read "bassin", "dépistage", "uitvalsbasis" and "screening"."""

    def test_in_the_data(self, language):
        texts = list(_data(language))
        assert len(texts) > 400
        assert [(where, text, words) for where, text in texts if (words := hard_words(text, language))] == []

    def test_on_the_screens(self, language):
        texts = list(_interface(language))
        assert len(texts) > 100
        assert [(where, words) for where, text in texts if (words := hard_words(text, language))] == []


def test_what_is_a_hard_word():
    assert hard_words("Vraag het aan de zorgzone. Bij preventie.", "nl") == ["zorgzone", "preventie"]
    assert hard_words("Votre partenaire vous fait du mal ?", "fr") == []
    assert hard_words("On vous oriente vers le bassin.", "fr") == ["oriente", "bassin"]
