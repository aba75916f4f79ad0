"""What somebody typed as a place: words of a name, a postal code, and numbers of houses, which are left aside."""

import re
from dataclasses import dataclass
from functools import lru_cache

from zones.gazetteer.files import rows, streets
from zones.gazetteer.spelling import DUTCH_TYPES, FRENCH_TYPES, key_of, tokens

LONGEST = 100  # characters
MOST = 12  # words
NUMBER = re.compile(r"\d+[a-z]?")
POSTAL_CODE = re.compile(r"1[0-2]\d\d")
HOUSE = frozenset("nr no num numero nummer huisnummer bus bte boite box bis etage verdieping".split())
COUNTRY = frozenset("belgie belgique belgium be".split())
FILLERS = frozenset(  # what people write around a name
    "gemeente commune quartier wijk buurt metro metrostation metrohalte tram tramhalte bushalte halte arret station "
    "gare treinstation ziekenhuis hopital hospitaal hospital clinique kliniek zone regio region centrum centre "
    "bij pres near omgeving environs autour proche cote rond naast stad ville".split()
)


@dataclass(frozen=True)
class Typed:
    """The words of a text without country; `codes` are the postal codes among them."""

    words: tuple[str, ...]
    codes: tuple[str, ...]
    code_is_sure: bool  # it cannot be the number of a house

    @property
    def names(self) -> tuple[str, ...]:
        """The words without any number."""
        return tuple(word for word in self.words if not NUMBER.fullmatch(word) and word not in HOUSE)

    def readings(self) -> list[tuple[str, ...]]:
        """The words that may be a name, the most of them first: a street may have a number in its name."""
        found = [self.words]
        rest = self.words
        while rest and (NUMBER.fullmatch(rest[-1]) or rest[-1] in HOUSE):
            rest = rest[:-1]
            found.append(rest)
        if rest and NUMBER.fullmatch(rest[0]):
            found.append(rest[1:])
        found.append(self.names)
        return [words for words in dict.fromkeys(found) if words]


def typed(text: str) -> Typed:
    """Read a text."""
    words = [word for word in tokens(text[:LONGEST])[:MOST] if word not in COUNTRY]
    at = [number for number, word in enumerate(words) if POSTAL_CODE.fullmatch(word)]
    numbers = [word for word in words if NUMBER.fullmatch(word)]
    # "chaussée de Waterloo 1050" is a house; "…, 1050", "… 12 1050" and "1050 Elsene" are towns.
    sure = "," in text or len(numbers) > 1 or (bool(at) and at[-1] < len(words) - 1) or len(words) == 1
    return Typed(tuple(words), tuple(words[number] for number in reversed(at)), sure)


@lru_cache(maxsize=1)
def numbered_names() -> frozenset[str]:
    """The names that end with a number: "Hoogte 100"."""
    names = {name for row in rows() for name in row.also} | {name for road in streets() for name in (road.nl, road.fr)}
    return frozenset(key_of(name) for name in names if name[-1].isdigit())


def has_name(words: tuple[str, ...]) -> bool:
    """Whether any of these words is more than a number."""
    return any(not NUMBER.fullmatch(word) for word in words)


def without_house_number(text: str) -> str:
    """A text as it was typed, without the number of a house: that need not stand in the address of a page."""
    if key_of(text) in numbered_names():
        return text.strip()
    parts = PARTS.findall(text)
    kept = [part for at, part in enumerate(parts) if not _is_of_a_house(part, at, parts)]
    return " ".join(kept).replace(" ,", ",").strip(" ,") if len(kept) < len(parts) else text.strip()


PARTS = re.compile(r",|[^\s,]+")
HOUSE_NUMBER = re.compile(r"\d{1,4}[a-z]?(?:[-/]\d*[a-z]?)*")
BOX = re.compile(r"(?:bus|bte|bo[iî]te|box|nr?|n[°o])\.?\d*[a-z]?")


def _is_of_a_house(part: str, at: int, parts: list[str]) -> bool:
    """A number after a name and before nothing, a comma or another number: not the 11 of "rue du 11 Novembre"."""
    before, after = parts[:at], parts[at + 1 :]
    if not before and after and tokens(after[0])[:1] and tokens(after[0])[0] in FRENCH_TYPES:
        return bool(HOUSE_NUMBER.fullmatch(part.casefold()))  # "12 rue Haute"
    if not any(any(letter.isalpha() for letter in word) for word in before):
        return False
    small = part.casefold()
    if BOX.fullmatch(small):
        return bool(after[:1] and after[0][0].isdigit()) or small[-1].isdigit()
    if not HOUSE_NUMBER.fullmatch(small) or (
        after and after[0] != "," and not _numeric(after[0]) and not before[-1].endswith(DUTCH_TYPES)
    ):
        return False
    return not POSTAL_CODE.fullmatch(small) or not ("," in before or any(map(_numeric, before)))


def _numeric(part: str) -> bool:
    return bool(HOUSE_NUMBER.fullmatch(part.casefold()) or BOX.fullmatch(part.casefold()))
