"""Templates of which only the words differ, walked through once and filled in from then on.

Django walks through a template each time that it is used: a card in a list takes it half a millisecond, twenty of them
a quarter of a page. A stencil is drawn once, with marks in the places of its values; which of its parts a combination
of values has is worked out once for each, and after that a card is a `join`. See docs/decisions/0018.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import escape

from django.template import Context
from django.template.base import Node
from django.template.defaulttags import IfNode
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

OPENS, CLOSES = "\ue000", "\ue001"  # of the private use area: no text has them, and escaping leaves them as they are
MARK = re.compile(f"{OPENS}(\\w+){CLOSES}")

# A piece of a template with marks, or the branches of an `if`, each with its condition (none: "else").
Part = str | list[tuple[object, list]]


def fill(template: str, **values: str | bool | None) -> SafeString:
    """This template with these values, as Django would have drawn it; a value that is not marked as safe is escaped.

    The template may show a value, and ask whether it is there (empty is not; give a number as text). It may not look
    into a value, compare it, go through it or put it through a filter: do that before. It knows nothing but its values
    and the language of the page. What it includes may show values, but not ask.
    """
    there = tuple([name for name, value in values.items() if value])
    between, names = _cut(template, get_language(), tuple(values), there)
    shown = [escaped(values[name]) for name in names]
    return mark_safe("".join([part for pair in zip(between, shown, strict=False) for part in pair]) + between[-1])  # noqa: S308 - a template, and what was escaped


def escaped(value: object) -> str:
    """A value as it may stand in HTML, like `conditional_escape`, but without looking for lazy arguments first."""
    return value if isinstance(value, SafeString) else escape(str(value))


@lru_cache(maxsize=2_000)
def _cut(template: str, language: str, names: tuple[str, ...], there: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """What stands between the values that are there, and their names in turn; `language` is the active one."""
    values = Context(dict.fromkeys(there, True))
    kept = {name: f"{OPENS}{name}{CLOSES}" for name in there}
    drawn = "".join(_branches(_parts(template, language, names), values))
    pieces = MARK.split(MARK.sub(lambda mark: kept.get(mark[1], ""), drawn))
    return pieces[::2], pieces[1::2]


def _branches(parts: list[Part], values: Context) -> Iterator[str]:
    """The pieces that stand there with these values: of an `if` those of the first branch that holds."""
    for part in parts:
        if isinstance(part, str):
            yield part
        else:
            held = (inside for condition, inside in part if condition is None or condition.eval(values))
            yield from _branches(next(held, []), values)


@lru_cache(maxsize=200)
def _parts(template: str, language: str, names: tuple[str, ...]) -> list[Part]:
    """The parts of a template with marks for its values; `language` is the active one."""
    marks = Context({name: f"{OPENS}{name}{CLOSES}" for name in names})
    found = get_template(template).template
    with marks.render_context.push_state(found), marks.bind_template(found):
        return _read(found.nodelist, marks)


def _read(nodes: Iterable[Node], marks: Context) -> list[Part]:
    return [
        [(condition, _read(inside, marks)) for condition, inside in node.conditions_nodelists]
        if isinstance(node, IfNode)
        else str(node.render_annotated(marks))
        for node in nodes
    ]
