"""From text to lexemes: the same road for documents and for queries.

Accents are folded before stemming (the other order stems 16 of 99 French words differently). A lexeme names its
language, `n:schuld` or `f:dett`, because a word is stemmed by the rules of its own language: a document has the
lexemes of the language of each text, a query those of both.
"""

import re
from functools import lru_cache
from itertools import pairwise

import snowballstemmer

from repertorium.folding import fold

LANGUAGES = ("nl", "fr")
PREFIX = {"nl": "n:", "fr": "f:"}
OTHER = "o:"  # before a word of another language, which is known in no other form
LONGEST_QUERY = 300  # characters; what comes after is not searched
MOST_WORDS = 20  # of a query

WORD = re.compile(r"[^\W_]+")  # of any script: some words of other languages are known
SPELT_OUT = re.compile(r"\b(?:[a-z][.&])+[a-z]\b")  # an acronym with a dot or ampersand after each letter
LONGEST_WORD = 80  # letters; the longest that Dutch dictionaries have is of half that
HYPHENATED = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")

# Words without a meaning of their own around one that has it: "mijn bad" is called "bad".
FILLERS = frozenset(
    # Dutch
    "aan als bij dat de den der des die dit door een en er haar heb heeft het hij hoe ik in is je kan me met mij "
    "mijn naar nog of om onze ons ook op over te tot u uit uw van voor waar wat we wie wil word wordt zich zijn "
    "zoek zoeken nodig hebben kunnen iemand mijne "
    # French
    "a ai au aux avec besoin c ce ces cherche chercher d dans de des du elle en est et il ils j je l la le les "
    "leur leurs ma mes mon n ne nous on ou par pour qu que qui s sa se ses si son sur t un une vers vous y".split()
)
# To whom something is done, and how a verb ends that tells it of nobody in particular: "me laver", "mij wassen".
OBJECTS = frozenset("me mij se zich haar hem".split())
INFINITIVE = ("er", "ir", "re", "en")
# For how long or how often: beside a need, or a name, these decide nothing ("tous les jours", "de hele nacht").
TIMES = frozenset(
    "dag dagen nacht nachten week weken maand maanden jaar jaren uur uren jour jours nuit nuits semaine semaines "
    "mois an ans annee annees heure heures".split()
)
# What is not looked for when a whole sentence is typed. Part of a phrase ("wil niet naar school") they mean something.
STOP_WORDS = FILLERS | frozenset(
    # Dutch
    "aanvragen ben bent doen ga gaan gaat gaarne geen graag hallo heel help helpen hem hun jij jou kreeg krijg "
    "krijgen kunt mag moet moeten mogen niet nu dan zo tegen toch vanavond vandaag vind vinden vraag vragen waarom "
    "plaats plaatsen plek wanneer welk welke willen wilt worden ze zij zou zoekt alstublieft aub goedendag svp "
    "hele alle nachts zit zitten maken maakt spreek spreekt sprekend sprekende zie zien laten laat komen komt twee "
    "drie vier vijf "
    # French
    "aider aidez aidee aussi avez avoir avons cela cette chez comment demande demander dois doit donner es etre "
    "etes faire fait fais faut ici lui m moi obtenir oui pas place places peut peuvent peux plait pourquoi pouvoir "
    "quand quel quelle quelqu quelque recevoir sont suis soir svp te toi trouve trouver tu va vais veut veux "
    "tous toutes viens vient venir voudrais bonjour parle parlent parlant deux trois quatre cinq "
    # English
    "an and are at can find for from have hello how my need needs no not of please the this to want where with you "
    # Both: absence is said by the word that follows, see `written_together`
    "zonder sans".split()
)

# Words of a story around what is asked: nothing found for them is no news.
TELLING_WHO = frozenset(
    "mevrouw meneer mijnheer zegt zei vertelt man vrouw mensen persoon client cliente kind kinderen zoon dochter "
    "moeder vader mama papa maandag dinsdag woensdag donderdag vrijdag zaterdag zondag "
    "madame monsieur dit disait raconte homme femme gens personne enfant enfants fils fille mere pere maman "
    "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
)
ABSENCES = ("zonder", "sans")

# Forms that no Dutch stemmer knows. To them ouderen (people of age) and ouders (parents) are one word.
IRREGULAR = {
    "ouderen": "ouderling",
    "oudere": "ouderling",
    "kinderen": "kind",
    "kindje": "kind",
    "steden": "stad",
    "leden": "lid",
    "spullen": "spul",
    "zone": "zonegebied",  # a stem of its own: with that of sons "mijn zoon" found every care zone
    "zones": "zonegebied",
    "zoons": "zoon",
    "zonen": "zoon",
    **dict.fromkeys(("geslagen", "slaat", "sloeg", "sloegen"), "slaan"),  # "slagen" is to pass an examination
}
# Before a noun it says something of that: "oude luiers" are not for old people, who are "oude mensen".
BEFORE_NOUNS = frozenset(("oude",))
# Forms of verbs that the French stemmer does not join: who says "dort" or "dors" means what is listed as "dormir".
FRENCH_VERBS = {
    **dict.fromkeys(("dors", "dort", "dorment"), "dormir"),
    "battre": "battu",  # "bat" says too little: hearts and records are beaten, too
    **dict.fromkeys(("boit", "boivent"), "boire"),
    **dict.fromkeys(("meurs", "meurt"), "mourir"),
    **dict.fromkeys(("perd", "perds", "perdent"), "perdre"),
}
# Who does something is another thing than what is done: the French stemmer takes "habitants" for "habits" and
# "généraliste" for "général".
AGENT = re.compile(r"([a-z]{4,}(?:ant|ist))e?s?")
LATIN_PLURALS = (("centra", "centrum"), ("musea", "museum"), ("ziekenfondsen", "ziekenfonds"))

# Two Dutch stemmers, because each knows forms that the other does not: the newer one joins "huisarts" and
# "huisartsen", the older one "schuld" and "schulden".
_stemmers = {
    "nl": [snowballstemmer.stemmer(name).stemWord for name in ("dutch_porter", "dutch")],
    "fr": [snowballstemmer.stemmer("french").stemWord],
}


def words(text: str) -> list[str]:
    """The folded words of a text, in order. Single letters mean nothing; single digits may. C.P.A.S. is one word.

    Of what is longer than any word only the beginning counts: thirty thousand letters in a row, split in all ways, kept
    the index busy for two minutes.
    """
    folded = fold(text)
    if "." in folded or "&" in folded:
        folded = SPELT_OUT.sub(lambda spelt: re.sub("[.&]", "", spelt.group()), folded)
    return [word[:LONGEST_WORD] for word in WORD.findall(folded) if len(word) > 1 or word.isdigit()]


def content_words(text: str) -> list[str]:
    """The words that carry meaning."""
    return [word for word in words(text) if word not in STOP_WORDS]


@lru_cache(maxsize=20_000)
def lexemes(word: str, language: str) -> tuple[str, ...]:
    """The lexemes of a folded word in this language: its stems, with the language before them.

    Of languages other than Dutch and French the word itself.
    """
    if language not in LANGUAGES:
        return (OTHER + word,)
    if language == "nl" and word in BEFORE_NOUNS:
        return (PREFIX[language] + word,)
    if language == "nl":
        word = _singular(word)
    elif word in FRENCH_VERBS:
        word = FRENCH_VERBS[word]
    elif agent := AGENT.fullmatch(word):
        return (PREFIX[language] + agent[1],)
    stems = {PREFIX[language] + _hardened(stem(word), language) for stem in _stemmers[language]}
    return tuple(sorted(stems))


def _singular(word: str) -> str:
    for plural, singular in LATIN_PLURALS:
        if word.endswith(plural):
            return word.removesuffix(plural) + singular
    return IRREGULAR.get(word, word)


def _hardened(stem: str, language: str) -> str:
    """dakloze, daklozen and dakloos are one word: at the end Dutch hardens z to s and v to f."""
    if language == "nl" and stem.endswith(("z", "v")):
        return stem[:-1] + {"z": "s", "v": "f"}[stem[-1]]
    return stem


@lru_cache(maxsize=20_000)
def query_lexemes(word: str) -> tuple[str, ...]:
    """What a word of a query may be: Dutch or French."""
    return tuple(lexeme for language in LANGUAGES for lexeme in lexemes(word, language))


@lru_cache(maxsize=20_000)
def taxonomy_lexemes(word: str) -> tuple[str, ...]:
    """What a word of a query may be in the taxonomy, which knows words of other languages too."""
    return (*query_lexemes(word), OTHER + word)


def named_word(phrase: str) -> str | None:
    """The one word that a phrase is, with nothing but fillers around it: "bad" of "mijn bad"; not a verb that says
    little without whom it is done to: "me bat"."""
    said = words(phrase)
    meaning = [word for word in said if word not in FILLERS] or said
    if len(meaning) != 1 or (not OBJECTS.isdisjoint(said) and not meaning[0].endswith(INFINITIVE)):
        return None
    return meaning[0]


def document_lexemes(text: str, language: str) -> set[str]:
    """Every lexeme under which a text can be found: its words, and what is written together."""
    wanted = {*content_words(text), *written_together(text)}
    return {lexeme for word in wanted for lexeme in lexemes(word, language)}


def written_together(text: str) -> set[str]:
    """`sans-abri` is found as "abri" and as "sansabri", which is also what a query "sans abri" asks for."""
    folded = fold(text)
    together = {whole.replace("-", "") for whole in HYPHENATED.findall(folded)} if "-" in folded else set()
    if any(absence in folded for absence in ABSENCES):
        together |= {absence + after for absence, after in pairwise(WORD.findall(folded)) if absence in ABSENCES}
    return together


def phrase_key(text: str) -> str:
    """One key for spellings of a phrase that differ only in hyphens, spaces, accents and stop words."""
    return "".join(content_words(text)) or "".join(words(text))


def phrase_forms(phrase: list[str], language: str) -> set[str]:
    """Keys that the forms of a phrase share: singular and plural, inflected, written together or apart."""
    if language not in LANGUAGES:
        return set()
    forms = {_shortest("".join(phrase), language)}
    meaning = [word for word in phrase if word not in STOP_WORDS]
    if len(meaning) > 1 and {phrase[0], phrase[-1]} <= set(meaning):
        forms.add(PREFIX[language] + " ".join(_shortest(word, language)[2:] for word in meaning))
    return forms


def _shortest(word: str, language: str) -> str:
    return min(lexemes(word, language), key=len)
