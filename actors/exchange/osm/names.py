"""Which language a name is in. A name in one language stays in that one: it is never translated."""

from actors.exchange.osm.places import Place
from actors.search.words import words

LANGUAGES = ("nl", "fr")
MARKS = {  # folded words and beginnings of words that only one of the two languages has
    "nl": (
        "apothe", "huis", "buurt", "jeugd", "gemeenschap", "bibliotheek", "kinder", "kribbe", "wijk", "openbare",
        "tandarts", "ziekenhuis", "kliniek", "het", "centrum", "nederlandstalig", "jh", "gc", "vzw", "dienst",
    ),
    "fr": (
        "pharmac", "maison", "medica", "centre", "creche", "ecole", "les", "la", "le", "du", "des", "polyclin",
        "cliniq", "bibliotheque", "cabinet", "sante", "quartier", "jeunes", "hopital", "dentaire", "asbl", "mj",
    ),
}  # fmt: skip
WHOLE_WORD = 3  # letters
SILENT = frozenset(  # words that two names of one house need not share
    {"vzw", "asbl", "sprl", "bvba", "srl", "bv", "sa", "nv", "de", "la", "le", "les", "het", "du", "des", "van"}
)


def names_of(place: Place) -> tuple[dict[str, str], str]:
    """The name per language, and the language of a name that there is only one of ("" when that is not clear).

    A name of which the language is not clear, like that of a brand, stands under French, the language of most.
    """
    given = {language: place.tags[f"name:{language}"] for language in LANGUAGES if place.tags.get(f"name:{language}")}
    if len(given) > 1:
        return given, ""
    if given:
        return given, next(iter(given))
    language = language_of(place.name)
    return {language or "fr": place.name}, language


def language_of(text: str) -> str:
    """`nl`, `fr`, or "" when its words do not say."""
    found = {language: sum(_marked(word, MARKS[language]) for word in words(text)) for language in LANGUAGES}
    if found["nl"] == found["fr"]:
        return ""
    return max(found, key=found.get)


def split_names(text: str) -> dict[str, str]:
    """A street as the map writes it in Brussels: French first, Dutch after a dash; or in one language."""
    french, dash, dutch = text.partition(" - ")
    if dash:
        return {"fr": french.strip(), "nl": dutch.strip()}
    return {language_of(text) or "fr": text} if text else {}


def _marked(word: str, marks: tuple[str, ...]) -> bool:
    return any(word == mark if len(mark) <= WHOLE_WORD else word.startswith(mark) for mark in marks)


def telling_words(text: str) -> frozenset[str]:
    """A name without order, accents, articles and legal form, to compare by."""
    return frozenset(words(text)) - SILENT
