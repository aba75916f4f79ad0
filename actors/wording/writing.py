"""Rules as a text."""

from actors.wording.rules import Rule
from actors.wording.spans import days_of, span_of


def write(rules: list[Rule]) -> str:
    """Rules as a text."""
    text = str(rules[0]) if rules else ""
    for at, rule in enumerate(rules[1:], start=1):
        joint = rule.joint
        if joint == "," and ((rule.state == "off" and not rule.times) or is_apart(rule, rules[:at])):
            joint = ";"
        text += {"||": " || ", ",": ", ", ";": "; "}[joint] + str(rule)
    return text


def is_apart(rule: Rule, others: list[Rule]) -> bool:
    """Whether no other rule speaks of any day of this one."""
    own, theirs = days_of(rule), [days_of(other) for other in others]
    return own is not None and all(days is not None and not days & own for days in theirs)


def is_beside(rule: Rule, other: Rule) -> bool:
    """Whether the hours of two rules have no minute in common."""
    spans = [[span_of(time) for time in one.times] for one in (rule, other)]
    if any(span is None for one in spans for span in one):
        return False
    return all(last <= start or end <= first for first, last in spans[0] for start, end in spans[1])
