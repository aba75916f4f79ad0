"""The words of opening hours in the order in which they are read, whatever people write first."""

from dataclasses import replace

from actors.wording.rules import AFTERNOON, EVENING, HALF_DAY
from actors.wording.tokens import SEPARATORS, Token

DAY_WORDS = {"day", "days", "holiday", "ordinal"}
TWO_PAIRS = 4  # runs: hours, days, hours, days


def in_reading_order(tokens: list[Token]) -> list[Token]:
    """Clocks of twelve hours as those of a whole day, and days before their hours."""
    return _days_first(_of_half_days(tokens))


def _days_first(tokens: list[Token]) -> list[Token]:
    """Hours that stand before their days, several times ("9-12 lu, 13-16 ma"), after them; else all as it is."""
    runs: list[tuple[bool, list[Token]]] = []
    for token in tokens:
        is_time = token.kind == "time"
        if token.kind in {*SEPARATORS, "dash"} and runs and token.kind != "or":
            runs[-1][1].append(token)
        elif not is_time and token.kind not in DAY_WORDS:
            return tokens
        elif runs and runs[-1][0] == is_time:
            runs[-1][1].append(token)
        else:
            runs.append((is_time, [token]))
    hours, days = runs[::2], runs[1::2]
    if len(runs) < TWO_PAIRS or len(hours) != len(days) or not runs[0][0]:
        return tokens
    if any(words[-1].kind in SEPARATORS for _is_time, words in hours):  # "9-12, ma 13-16, di"
        return tokens
    found: list[Token] = []
    for (_times, times), (_days, names) in zip(hours, days, strict=True):
        found += [*([Token("semi")] if found else []), *_stripped(names), *times]
    return found


def _stripped(tokens: list[Token]) -> list[Token]:
    """Without what parts them from what comes after."""
    end = len(tokens)
    while end and tokens[end - 1].kind in SEPARATORS:
        end -= 1
    return tokens[:end]


def _of_half_days(tokens: list[Token]) -> list[Token]:
    """Clocks of twelve hours with their part of the day ("5 uur 's avonds") as those of a whole day."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        before, after = found[-1] if found else None, tokens[at + 1] if at + 1 < len(tokens) else None
        ends = len(found) > 1 and found[-2].kind == "dash" and not (after and after.kind in {"state", "comment"})
        if not (token.kind == "part" and before and before.kind == "time" and (ends or _kind(after) == "dash")):
            found.append(token)
            continue
        later = token.value in {AFTERNOON, EVENING}
        start = found[-3] if ends and len(found) > 2 and found[-3].kind == "time" else None  # noqa: PLR2004
        if later and start and start.value < before.value:  # "8 tot 10 uur 's avonds"
            found[-3] = _later(start)
        found[-1] = _later(before) if later else replace(before, loose=False)
    return found


def _kind(token: Token | None) -> str:
    return token.kind if token else ""


def _later(token: Token) -> Token:
    hour = int(token.value[:2])
    if not token.loose and hour >= HALF_DAY:
        return token
    return replace(token, value=f"{hour % HALF_DAY + HALF_DAY:02}{token.value[2:]}", loose=False)
