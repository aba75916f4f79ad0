"""Words as Brussels listings have them: real ones as often as the real fixtures use them, and invented names.

Frequencies of words in the fixtures follow Zipf's law by themselves. What grows with a region are names, so those
are put together from nouns, and from syllables for the long tail.
"""

import re
import tomllib
from collections import Counter
from itertools import accumulate
from random import Random

from repertorium.fixtures import FOLDER

LANGUAGES = ("nl", "fr")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

FORMS = [
    ("Huis", "Maison"), ("Centrum", "Centre"), ("Dienst", "Service"), ("Vereniging", "Association"),
    ("Atelier", "Atelier"), ("Steunpunt", "Relais"), ("Onthaal", "Accueil"), ("Collectief", "Collectif"),
    ("Ruimte", "Espace"), ("Groep", "Groupe"), ("Praktijk", "Cabinet"), ("Fonds", "Fonds"),
]  # fmt: skip
NOUNS = [
    ("Brug", "Pont"), ("Vuurtoren", "Phare"), ("Zonnebloem", "Tournesol"), ("Haven", "Port"), ("Kastanje", "Marron"),
    ("Egel", "Hérisson"), ("Zwaluw", "Hirondelle"), ("Molen", "Moulin"), ("Regenboog", "Arc-en-ciel"),
    ("Sleutel", "Clé"), ("Kompas", "Boussole"), ("Anker", "Ancre"), ("Linde", "Tilleul"), ("Wilg", "Saule"),
    ("Eik", "Chêne"), ("Beuk", "Hêtre"), ("Vlinder", "Papillon"), ("Reiger", "Héron"), ("Uil", "Hibou"),
    ("Merel", "Merle"), ("Mus", "Moineau"), ("Bij", "Abeille"), ("Poort", "Porte"), ("Trap", "Escalier"),
    ("Tuin", "Jardin"), ("Bron", "Source"), ("Vijver", "Étang"), ("Rivier", "Rivière"), ("Oever", "Rive"),
    ("Horizon", "Horizon"), ("Dageraad", "Aurore"), ("Ster", "Étoile"), ("Maan", "Lune"), ("Wolk", "Nuage"),
    ("Schelp", "Coquille"), ("Boot", "Bateau"), ("Zeil", "Voile"), ("Brood", "Pain"), ("Lepel", "Cuillère"),
    ("Ketel", "Chaudron"), ("Naald", "Aiguille"), ("Draad", "Fil"), ("Lantaarn", "Lanterne"), ("Kaars", "Bougie"),
    ("Spiegel", "Miroir"), ("Venster", "Fenêtre"), ("Dak", "Toit"), ("Steen", "Pierre"), ("Rots", "Rocher"),
    ("Berg", "Montagne"), ("Vallei", "Vallée"), ("Weide", "Prairie"), ("Klaver", "Trèfle"), ("Distel", "Chardon"),
    ("Roos", "Rose"), ("Lelie", "Lys"), ("Vlierbes", "Sureau"), ("Hazelaar", "Noisetier"), ("Kers", "Cerise"),
    ("Kwee", "Coing"),
]  # fmt: skip
ONSETS = "B Br C Cl D Del Des F G Gr H J K L M N P Pl R S Sch St T V Van-den W".split()
MIDDLES = "a ae e ee eu i o oo ou u ui y an el er in om or".split()
ENDS = "bert bois camp court dael donck dries ghem goul haut hove laer land lier man mans meir mont nies vaux".split()


def surname(random: Random) -> str:
    """An invented family name, like Delvaux; one in a few thousand."""
    return (
        random.choice(ONSETS)
        + random.choice(MIDDLES)
        + random.choice(["", "", random.choice("lnrst")])
        + random.choice(ENDS)
    )


class Corpus:
    """The words of one language with how often the fixtures use them."""

    def __init__(self, counts: Counter):
        self._words = sorted(counts)
        self._weights = list(accumulate(counts[word] for word in self._words))

    def sentence(self, random: Random, length: int) -> str:
        """Some words, the common ones often; now and then a name that stands nowhere else."""
        chosen = random.choices(self._words, cum_weights=self._weights, k=length)
        if random.random() < 0.1:
            chosen.append(surname(random))
        return " ".join(chosen).capitalize() + "."


def corpora() -> dict[str, Corpus]:
    """The words of the fixtures per language."""
    counts = {language: Counter() for language in LANGUAGES}
    for path in sorted((FOLDER / "actors").glob("*.toml")):
        _count(tomllib.loads(path.read_text(encoding="utf-8")), counts, None)
    return {language: Corpus(counter) for language, counter in counts.items()}


def _count(value, counts: dict[str, Counter], language: str | None) -> None:
    """Count the words of every text under a key `nl` or `fr`."""
    if isinstance(value, dict):
        for key, part in value.items():
            _count(part, counts, key if key in counts else language)
    elif isinstance(value, list):
        for part in value:
            _count(part, counts, language)
    elif isinstance(value, str) and language:
        counts[language].update(WORD.findall(value))
