"""Letters without accents and capitals, the same for words that are searched and for names of places."""

import unicodedata

LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "’": "'", "‘": "'"})


class _Letters(dict):
    """What a letter is folded to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFKD", chr(code))
        self[code] = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
        return self[code]


_letters = _Letters(LIGATURES)


def fold(text: str) -> str:
    """Small letters without accents."""
    small = text.casefold()
    return small if small.isascii() else small.translate(_letters)
