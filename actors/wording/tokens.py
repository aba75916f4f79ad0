"""A text cut into the words that count for opening hours."""

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from functools import lru_cache

from actors.wording.vocabulary import (
    DAY_NAMES,
    DAYS,
    DUTCH,
    FRENCH,
    MONTH_NAMES,
    MONTHS,
    ORDINALS,
    PHRASES,
    REMARK,
    TELLING,
)

SEPARATORS = {"comma", "semi", "line", "slash", "and", "or"}  # kinds of tokens
DUTCH_OR_FRENCH = {"ma", "di"}  # Monday and Tuesday in Dutch, Tuesday and Sunday in French
BEFORE, AFTER = r"(?<![a-z0-9])", r"(?![a-z0-9])"
SIGNS = {"–": "-", "—": "-", "‑": "-", "−": "-", "‒": "-", "→": "-", "’": "'", "“": '"', "”": '"', "„": '"', "«": '"',
         "»": '"', "：": ":", "；": ";", "，": ",", "·": ";", "•": ";", "|": "|", "\t": " ", "\r": " ", "\xa0": " ",
         "\u202f": " ", "\u2009": " "}  # fmt: skip
HOUR_WORD = r"(?:uur|u|heures?|hrs?|h)"
COMPOUND = re.compile(
    BEFORE + f"(?:{'|'.join(names.split()[0] for names in DAY_NAMES[DUTCH])})s?"
    r"(?=(?:voormiddag|namiddag|middag|ochtend|morgen|avond|nacht)(?:en|s)?(?![a-z]))"
)
WITH_HYPHEN = re.compile(r"(?<=[a-z])-(?=,| (?:en|et|and|of|ou) )")
SENTENCE_END = re.compile(r"(?<=[^\W\d]{5})\.(?= +[^\W\d])")  # shorter words may be abbreviations
OF_MONTH = r"(?:er|ste|de|e)?"  # after the day of a month: "1er novembre", "1ste mei"
OFFSET = r"(?: ?[+-] ?\d+ ?days?)?"
LEAP_YEAR = 2028  # a year with every day
NOT_HOURS = r"(?! ?- ?\d{1,2}(?:[:.]\d\d)? ?(?:h|u|uur|heures)\b)"  # "in augustus 9-13u"
SUN = r"\(?(?:sunrise|sunset|dawn|dusk)(?: ?[+-] ?\d\d?:\d\d)?\)?"


class NotUnderstood(ValueError):  # noqa: N818 (what happened, not whose fault)
    """A text is no opening hours for us; `word` is where it stopped."""

    def __init__(self, word: str = ""):
        super().__init__(word)
        self.word = word.strip()


class TwoReadings(ValueError):  # noqa: N818 (what happened, not whose fault)
    """A text can mean two things; both are in the syntax of OpenStreetMap."""

    def __init__(self, one: str, other: str):
        super().__init__(one, other)
        self.readings = (one, other)


class EndMissing(NotUnderstood):
    """One clock ("Tuesday at 14.00", "until 16.00"): a beginning without an end, or the reverse."""


class HoursMissing(NotUnderstood):
    """A part of a day ("Wednesday afternoon") of which nobody can know from when to when it is meant."""


class OnlyClosed(NotUnderstood):
    """Hours that are closed ("maandag 9-12 gesloten") of days of which nobody says when they are open."""


@dataclass(frozen=True)
class Token:
    """One word that counts. `loose`: a time of which only the hour was written (`9`), not `09:00`; a remark that is not
    in quotes.
    """

    kind: str
    value: str = ""
    loose: bool = False


def fold(text: str) -> str:
    """Lower case without accents, sign for sign as long as the text."""
    return "".join(unicodedata.normalize("NFD", sign)[0].lower()[:1] or " " for sign in text)


def plain_signs(text: str) -> str:
    """One sign where keyboards and word processors have several."""
    return "".join(SIGNS.get(sign, sign) for sign in unicodedata.normalize("NFC", text)).strip()


def _words(pattern: str) -> str:
    return BEFORE + f"(?:{pattern})" + AFTER


@lru_cache(maxsize=1)
def _patterns() -> list[tuple[re.Pattern, str, str]]:
    month = "|".join(sorted((name for names in MONTH_NAMES for name in names.split()), key=len, reverse=True))
    found = [
        (r'"(?P<said>[^"]*)"?', "comment", ""),
        (r"\n+", "line", ""),
        (r"\s+", "space", ""),
        (_words(r"24/7"), "always", ""),
        (_words(REMARK), "remark", ""),
        (_words(r"week ?\d+(?: ?- ?\d+)?(?:/\d+)?(?:, ?\d+(?: ?- ?\d+)?(?:/\d+)?)*(?![:.hu]\d)"), "other", ""),
        (_words(rf"easter{OFFSET}"), "other", ""),
        (SUN, "time", "sun"),
        (r"\[[-\d, ]+\]" + OFFSET, "nth", ""),
        (r"[+-] ?\d+ ?days?" + AFTER, "offset", ""),
        (_words(r"(?P<on>\d{1,2})[/.-](?P<monthnumber>\d{1,2})[/.-](?P<year>20\d\d)"), "date", ""),
        (
            _words(rf"(?P<on>\d{{1,2}}){OF_MONTH} (?P<monthname>" + month + r")\.? (?P<year>20\d\d)(?! ?- ?\d\d\d\d)"),
            "date",
            "",
        ),
        (
            BEFORE + r"(?<!-)(?<!- )(?P<on>\d{1,2})"
            rf"(?= (?:au|tot en met|t/m|t\.?e\.?m\.?|tot|to) (?:le )?\d{{1,2}}{OF_MONTH} "  # "15 au 31 août"
            rf"(?P<monthname>{month})(?![a-z]))",
            "date",
            "",
        ),
        (BEFORE + r"(?<![-/:.])(?<!- )(?P<on>\d{1,2})/(?P<monthnumber>0\d|1[0-2])"  # "24/12"
         r"(?![\d/:.h])(?! ?- ?\d{1,2}(?!/0\d|/1[0-2]))", "date", ""),
        (
            BEFORE + r"(?<!-)(?<!- )(?P<on>\d{1,2})"
            rf"(?=(?:(?:, ?| (?:en|et|and|&) )(?:le |de |op )?\d{{1,2}})+{OF_MONTH} "  # "24 en 31 december"
            rf"(?P<monthname>{month})(?![a-z]))",
            "date",
            "",
        ),
        (
            _words(rf"(?:(?P<year>(?:19|20)\d\d) )?(?P<on>\d{{1,2}}){OF_MONTH} (?P<monthname>" + month + r")\.?"),
            "date",
            "",
        ),
        *((_words(pattern), "ordinal", str(number)) for pattern, number in ORDINALS),
        (
            BEFORE + r"(?:(?P<year>(?:19|20)\d\d) ?)?(?P<monthname>" + month + r")(?![a-z])\.?"
            r"(?: ?(?P<on>[0-3]?\d)(?![\d:h u.]|\.\d| ?(?:h|u|uur|heures)\b)" + NOT_HOURS + r"| (?P<onspaced>[0-3]?\d)"
            r"(?=[ -]+|,|$)(?! ?- ?\d\d?(?:[:.hu]|$)))?",
            "date",
            "",
        ),
        (r"(?:(?<=\d{4}-)|(?<=\d{4} - ))(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)(?![\d:.])", "clock", ""),  # 1000-2000
        (BEFORE + r"(?P<hour>20)(?P<minute>[0-5]\d)(?= ?- ?(?!19|20)[0-2]\d[0-5]\d(?!\d))", "clock", ""),
        (_words(r"(?:19|20)\d\d(?: ?- ?(?:19|20)\d\d)?(?:/\d)?"), "year", ""),
        *((_words(pattern), kind, value) for pattern, kind, value in PHRASES),
        (BEFORE + r"[dl]'(?=[a-z])", "noise", ""),
        (r"(?:(?<=-)|(?<=- ))" rf"(?P<hour>\d{{1,2}}) ?{HOUR_WORD}(?= \d{{1,2}} ?- ?\d)", "hour", ""),  # "9-12u 13-17u"
        (BEFORE + r"(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?!\d)(?: ?(?P<half>[ap])\.?m\b\.?)?"
         rf"(?: ?{HOUR_WORD}\b)?", "clock", ""),
        (BEFORE + rf"(?P<hour>\d{{1,2}}) ?{HOUR_WORD} ?(?P<minute>\d\d)(?!\d| ?{HOUR_WORD}\b|[:.]\d)", "clock", ""),
        (BEFORE + r"(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)(?![\d:.])", "clock", ""),
        (BEFORE + rf"(?P<hour>\d{{1,2}}) ?(?:{HOUR_WORD}\b|(?P<half>[ap])\.?m\b\.?)", "hour", ""),
        (BEFORE + r"(?P<hour>\d{1,2})(?!\d)", "hour", "bare"),
        (_words(r"ph"), "holiday", "PH"),
        (_words(r"sh"), "holiday", "SH"),
        (BEFORE + r"[a-z]+\.?", "word", ""),
        (r"(?:(?<=[a-z])|(?<=[a-z] ))\+(?= ?[a-z])", "and", ""),  # "di+do"
        (r"-+>?|>", "dash", ""),
        (r",", "comma", ""),
        (r";", "semi", ""),
        (r"\|\|", "or", ""),
        (r"/|\|", "slash", ""),
        (r"\+", "plus", ""),
        (r"[:().]", "noise", ""),
    ]  # fmt: skip
    return [(re.compile(pattern), kind, value) for pattern, kind, value in found]


def tokens_of(text: str, language: str = "") -> list[Token]:
    """The words that count, in order; spaces and words without a meaning are gone.

    `language` decides of days that are short for two; without it, the words do.

    Raises:
        NotUnderstood: a word is none of these.
    """
    text = _apart(re.sub(r"[\t ]+", " ", text))
    folded = fold(text)
    language = language or _language(folded)
    found, place, is_between = [], 0, False
    while place < len(folded):
        token, place = _next(text, folded, place, language)
        if token.kind == "between":
            is_between = True
        elif token.kind == "and" and is_between:  # "entre 9h et 12h"
            found.append(Token("dash"))
            is_between = False
        elif token.kind not in {"space", "noise"}:
            found.append(token)
    return found


def _apart(text: str) -> str:
    """Words that are written as one: "woensdagnamiddag", "maandag- en dinsdagvoormiddag"."""
    text = SENTENCE_END.sub(";", text)
    folded = fold(text)
    text = "".join(" " if WITH_HYPHEN.match(folded, at) else sign for at, sign in enumerate(text))
    for at in reversed([match.end() for match in COMPOUND.finditer(folded)]):
        text = f"{text[:at]} {text[at:]}"
    return text


def _next(text: str, folded: str, place: int, language: str) -> tuple[Token, int]:
    for pattern, kind, value in _patterns():
        match = pattern.match(folded, place)
        if match and match.end() > place:
            token = _token(kind, value, match, text, language)
            if token:
                return token, match.end()
    raise NotUnderstood(re.split(r"[\s;,]", text[place:], maxsplit=1)[0] or text[place : place + 1])


def _token(kind: str, value: str, match: re.Match, text: str, language: str) -> Token | None:
    named = match.groupdict()
    if kind in {"clock", "hour"}:
        return _time(named, loose=kind == "hour", bare=value == "bare")
    if kind == "date":
        return None if language == FRENCH and named.get("monthname") == "mar" else _date(named)
    if kind == "word":
        return _day(match[0].rstrip("."), language)
    if kind == "comment":
        value = text[match.start("said") : match.end("said")].strip()
    elif kind == "remark":
        return Token("comment", text[match.start() : match.end()].strip(), loose=True)
    elif kind in {"nth", "year"}:
        value = re.sub(r"(?<=[-,/\[]) | (?=[-,/\]])", "", match[0])
    elif kind in {"other", "offset"} or value == "sun":
        value = match[0]
    return Token(kind, value)


def _time(named: dict, *, loose: bool, bare: bool) -> Token | None:
    hour, minute, half = int(named["hour"]), int(named.get("minute") or 0), named.get("half")
    if half and hour <= 12:  # noqa: PLR2004 (half of the clock)
        hour = hour % 12 + (12 if half == "p" else 0)
    if minute > 59 or hour > (31 if bare else 24 if loose else 48):  # noqa: PLR2004 (26:00: 2 in the night)
        return None
    return Token("time", f"{hour:02}:{minute:02}", loose=loose and not half and (bare or hour < 12))  # noqa: PLR2004


def _date(named: dict) -> Token | None:
    number = int(named.get("monthnumber") or 0) or _month(named.get("monthname") or "")
    day = int(named.get("on") or named.get("onspaced") or 0)
    if number > len(MONTHS) or day > monthrange(LEAP_YEAR, number)[1]:
        return None
    parts = [named.get("year") or "", MONTHS[number - 1], f"{day:02}" if day else ""]
    return Token("date", " ".join(part for part in parts if part))


def _month(name: str) -> int:
    return 1 + next(at for at, names in enumerate(MONTH_NAMES) if name in names.split())


def _day(word: str, language: str) -> Token | None:
    for days in sorted(DAY_NAMES.items(), key=lambda one: one[0] != language):
        for number, names in enumerate(days[1]):
            if word in names.split() or (len(word) > 4 and word.rstrip("s") in names.split()):  # noqa: PLR2004
                return Token("day", DAYS[number], loose=word in DUTCH_OR_FRENCH and not language)
    return None


def _language(folded: str) -> str:
    """The language of a text, where days that are short for two decide; empty where nothing tells."""
    words = set(re.findall(r"[a-z]+", re.sub(r'"[^"]*"', "", folded)))
    names = {
        language: {name for day in days for name in day.split()} - DUTCH_OR_FRENCH - {"mar"}  # March, or mardi
        for language, days in DAY_NAMES.items()
    }
    only = {
        one: len(words & (names[one] - set().union(*(names[other] for other in names if other != one))))
        for one in names
    }
    best = max(only, key=only.get)
    if only[best]:
        return best
    told = {one: len(words & set(TELLING[one].split())) for one in TELLING}
    best = max(told, key=told.get)
    tied = [one for one in told if told[one] == told[best]]
    return best if len(tied) == 1 else ""
