"""Which language a name is in. A name in one language stays in that one: it is never translated."""

import re
from functools import cache

from actors.exchange.osm.places import Place
from actors.search.lexicon import ENGLISH, lexicon
from actors.search.words import words
from zones.gazetteer.files import streets
from zones.gazetteer.spelling import key_of

LANGUAGES = ("nl", "fr")
OTHER = {"nl": "fr", "fr": "nl"}
MARKS = {  # folded words and beginnings of words that only one of the two languages has
    "nl": (
        "apothe", "huis", "buurt", "jeugd", "gemeente", "gemeenschap", "bibliotheek", "kinder", "kribbe", "wijk",
        "openbare", "tandarts", "ziekenhuis", "kliniek", "het", "centrum", "nederlandstalig", "jh", "gc", "vzw",
        "dienst", "politie",
    ),
    "fr": (
        "pharmac", "maison", "medica", "centre", "creche", "ecole", "les", "la", "le", "du", "des", "polyclin",
        "cliniq", "bibliotheque", "cabinet", "sante", "quartier", "jeunes", "hopital", "dentaire", "asbl", "mj",
        "communal", "commissariat", "rue", "avenue", "chaussee", "boulevard", "place", "allee", "chemin",
    ),
}  # fmt: skip
ENDINGS = {"nl": ("straat", "laan", "plein", "steenweg", "dreef", "kaai"), "fr": ()}  # of words, as marks
WHOLE_WORD = 3  # letters
DASH = re.compile(r"\s+[-–—/|]\s+")  # between the two names of one thing; dashes within a name have no spaces
SILENT = frozenset(  # words that two names of one house need not share
    {"vzw", "asbl", "sprl", "bvba", "srl", "bv", "sa", "nv", "de", "la", "le", "les", "het", "du", "des", "van"}
)


def names_of(place: Place) -> tuple[dict[str, str], str]:
    """The name per language, and the language of a name that there is only one of ("" when that is not clear).

    A name of which the language is not clear, like that of a brand, stands under French, the language of most.
    """
    given = {language: place.tags[f"name:{language}"] for language in LANGUAGES if place.tags.get(f"name:{language}")}
    if len(given) == 1:
        ((language, name),) = given.items()
        other = _other_name(place.name, name, OTHER[language])
        return ({**given, OTHER[language]: other}, "") if other else (given, language)
    if given := given or halves(place.name):
        return given, ""
    language = language_of(place.name)
    return {language or "fr": place.name}, language


def _other_name(whole: str, known: str, language: str) -> str:
    """The name in this language, of what bears `whole` and is called `known` in the other one; "" if it has none."""
    rest = [part for part in DASH.split(whole) if part != known]
    if len(rest) == 1:
        return "" if language_of(rest[0]) == OTHER[language] else rest[0]
    return halves(whole).get(language, "")


def halves(text: str) -> dict[str, str]:
    """The two names in a text that is in both languages; empty when it is not."""
    found = []
    for dash in DASH.finditer(text):
        one, two = text[: dash.start()], text[dash.end() :]
        if languages := _languages(one, two):
            likely = dash[0].strip() == "-", -abs(len(words(one)) - len(words(two)))  # the map's own sign, the middle
            found.append((likely, dict(zip(languages, (one, two), strict=True))))
    return max(found, key=lambda split: split[0])[1] if found else {}


def _languages(one: str, two: str) -> tuple[str, str] | None:
    """The languages of two halves when they are not the same: a half without marks is looked up in the lexicon.

    Two of those are only believed when they share a word ("Salle Borgval - Zaal Borgval").
    """
    a, b = language_of(one), language_of(two)
    if a or b or set(words(one)) & set(words(two)):
        a, b = likely_language(one), likely_language(two)
    return (a, b) if a and b and a != b else None


def language_of(text: str) -> str:
    """`nl`, `fr`, or "" when its words do not say."""
    return _most({language: sum(_marked(word, language) for word in words(text)) for language in LANGUAGES})


def likely_language(text: str) -> str:
    """`nl`, `fr` or "": by its marks, else by what the lexicon knows of its words."""
    return language_of(text) or _listed_language(text)


def _listed_language(text: str) -> str:
    """The only language of at least half of these words, where none exists in the other one only."""
    found = [_only_language(word) for word in words(text)]
    known = {language for language in found if language}
    return known.pop() if len(known) == 1 and found.count("") * 2 <= len(found) else ""


def _only_language(word: str) -> str:
    exists = [language for language in (*LANGUAGES, ENGLISH) if lexicon().lists(word, language)]
    return exists[0] if len(exists) == 1 and exists[0] in LANGUAGES else ""


def _most(found: dict[str, int]) -> str:
    return "" if found["nl"] == found["fr"] else max(found, key=found.get)


def street_of(place: Place, nis: str) -> dict[str, str]:
    """The street per language: as the tags say, else as it is called in both in this municipality."""
    given = {
        language: place.tags[f"addr:street:{language}"]
        for language in LANGUAGES
        if place.tags.get(f"addr:street:{language}")
    }
    given = {**_split_street(place.tags.get("addr:street", "")), **given}
    if len(given) == 1:
        (name,) = given.values()
        return _streets().get((key_of(name), nis), given)
    return given


def _split_street(text: str) -> dict[str, str]:
    """A street as the map writes it in Brussels: French first, Dutch after a dash; or in one language."""
    if found := halves(text):
        return found
    parts = DASH.split(text)
    if len(parts) == len(LANGUAGES):
        return {"fr": parts[0], "nl": parts[1]}
    return {language_of(text) or "fr": text} if text else {}


@cache
def _streets() -> dict[tuple[str, str], dict[str, str]]:
    """The names of every street in both languages, by either name and the NIS code of the municipality."""
    return {
        (key_of(name), nis): {"nl": street.nl, "fr": street.fr}
        for street in streets()
        for nis in street.nis
        for name in (street.nl, street.fr)
    }


def _marked(word: str, language: str) -> bool:
    marks = (word == mark if len(mark) <= WHOLE_WORD else word.startswith(mark) for mark in MARKS[language])
    return any(marks) or word.endswith(ENDINGS[language])


def telling_words(text: str) -> frozenset[str]:
    """A name without order, accents, articles and legal form, to compare by."""
    return frozenset(words(text)) - SILENT
