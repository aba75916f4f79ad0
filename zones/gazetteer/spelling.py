"""One key for the many spellings of a name of a place.

"Rue de l'Église", "r. eglise" and "RUE DE L EGLISE" are one; so are "Sint-Gillis", "St Gillis" and "sintgillis".
"""

import re

from repertorium.folding import fold

WORD = re.compile(r"[a-z0-9]+")
ARTICLES = frozenset("a au aux d de den der des du het l la le les t te ten ter the van".split())
SAME = {  # abbreviations and their whole words, in the form that keys have
    **dict.fromkeys(("saint", "sainte", "saints", "sint", "sinte", "ste", "sts"), "st"),
    **dict.fromkeys(("r", "ru"), "rue"),
    **dict.fromkeys(("av", "ave"), "avenue"),
    **dict.fromkeys(("bd", "bld", "blvd", "bvd", "boul", "blv"), "boulevard"),
    **dict.fromkeys(("ch", "chee", "chauss"), "chaussee"),
    **dict.fromkeys(("stw", "stwg", "stg", "stnwg"), "steenweg"),
    **dict.fromkeys(("docteur", "dokter"), "dr"),
    **dict.fromkeys(("professeur", "professor"), "prof"),
    **dict.fromkeys(("general", "generaal"), "gen"),
    **dict.fromkeys(("bourgmestre", "burgemeester", "bourg", "burg", "bgm"), "bgm"),
    "pl": "place",
    "pln": "plein",
    "sq": "square",
    "imp": "impasse",
    "all": "allee",
    "str": "straat",
    "ln": "laan",
    "boulv": "boulevard",
    "nd": "notredame",
    "olv": "onzelievevrouw",
}
ENDINGS = (("stwg", "steenweg"), ("stw", "steenweg"), ("str", "straat"), ("pln", "plein"))  # of Dutch streets
FRENCH_TYPES = frozenset(
    "allee avenue boulevard carrefour chaussee chemin clos cours cite dreve esplanade galerie impasse montagne "
    "parvis passage petite place placette porte quai rotonde rue ruelle sentier square venelle".split()
)
DUTCH_TYPES = (
    "steenweg", "straat", "straatje", "laan", "plein", "plaats", "kaai", "dreef", "gang", "weg", "pad", "lei", "markt",
    "square", "galerij", "dries", "hof",
)  # fmt: skip
TELLING = 4  # letters that must remain of a Dutch street without its type; in French it is a word of its own


def tokens(text: str) -> list[str]:
    """The words of a text, folded, abbreviations as their whole words, articles left out."""
    found = [SAME.get(word, word) for word in WORD.findall(fold(text))]
    return [_whole(word) for word in found if word not in ARTICLES] or found


def _whole(word: str) -> str:
    for short, whole in ENDINGS:
        if len(word) > len(short) + 2 and word.endswith(short):
            return word.removesuffix(short) + whole
    return word


def key(words: list[str]) -> str:
    """The key of a name that consists of these tokens."""
    return "".join(words)


def key_of(text: str) -> str:
    """The key of a name."""
    return key(tokens(text))


def without_type(words: list[str]) -> str:
    """The key of a street without "rue" or "straat": many type "Anspach". Empty where too little would remain."""
    if len(words) > 1 and words[0] in FRENCH_TYPES:
        return key(words[1:])
    whole = key(words)
    for ending in DUTCH_TYPES:
        if whole.endswith(ending) and len(whole) - len(ending) >= TELLING:
            return whole.removesuffix(ending)
    return ""
