"""What belongs to a person and stays out: practices that bear a name, private e-mail addresses, mobile numbers.

When in doubt it stays out: a listing that is missing can be added, a person's data that was shown cannot be taken back.
"""

import re

import phonenumbers

from actors.exchange.osm.places import Place
from actors.phones import SHORT
from actors.search.words import fold, words
from repertorium.fixtures import FOLDER
from zones.models import Municipality, Neighbourhood

PUBLIC_PROVIDERS = {  # mail for everybody: the address is a person's, whoever it writes for
    "gmail", "hotmail", "outlook", "live", "msn", "yahoo", "icloud", "aol", "gmx", "proton", "protonmail", "riseup",
    "skynet", "telenet", "belgacom", "proximus", "scarlet", "voo", "busmail", "pandora",
}  # fmt: skip
OFFICES = {  # how organisations call the mailbox of nobody in particular
    "info", "infos", "contact", "mail", "hello", "reception", "accueil", "onthaal", "secretariat", "secretariaat",
    "cabinet", "clinique", "creche", "apotheek", "pharmacie", "bib", "bibliotheek", "rdv", "staff", "maison",
    "admin", "kinderopvang", "kinderdagverblijf", "apo",
}  # fmt: skip
TITLES = {"dr", "docteur", "dokter", "dhr", "mme", "mevr", "prof"}
TELLING = 4  # letters; shorter words of a name stand inside too many others
ORDINARY_WORDS = FOLDER / "osm_ordinary_words.txt"


def ordinary_words() -> frozenset[str]:
    """Words that are no one's name: those of the editable list, and of the territory."""
    names = [*Municipality.objects.values_list("name_nl", "name_fr")]
    names += Neighbourhood.objects.values_list("name_nl", "name_fr")
    territory = {word for pair in names for name in pair for word in words(name)}
    return frozenset(territory | set(words(ORDINARY_WORDS.read_text(encoding="utf-8"))))


def is_named_after_a_person(name: str, ordinary: frozenset[str]) -> bool:
    """Whether a practice bears a person's name, or may: some word of it is neither ordinary nor a place."""
    parts = set(words(name))
    return bool(parts & TITLES) or not parts <= ordinary


def is_private_email(address: str, place: Place) -> bool:
    """Whether an address is a person's: at a public provider, or not that of an office or of the place itself."""
    box, _at, domain = fold(address).partition("@")
    if set(domain.split(".")[:-1]) & PUBLIC_PROVIDERS:
        return True
    parts = set(words(box))
    own = {word for word in words(f"{place.name} {domain.rpartition('.')[0]}") if len(word) >= TELLING}
    return not (parts & OFFICES or any(word in box or box in word for word in own))


def is_private_note(note: str, ordinary: frozenset[str]) -> bool:
    """Whether a remark on a number may name a person: it has a title, or a capital and is no ordinary word."""
    parts = [(word, folded) for word in re.findall(r"\w+", note) for folded in words(word)]
    return any(folded in TITLES or (word[0].isupper() and folded not in ordinary) for word, folded in parts)


def is_mobile(number: str) -> bool:
    """Whether a number is that of a mobile telephone."""
    if len(number) <= SHORT:
        return False
    return phonenumbers.number_type(phonenumbers.parse(number)) == phonenumbers.PhoneNumberType.MOBILE
