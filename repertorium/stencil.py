"""Templates of which only the words differ, walked through once and filled in from then on.

Django walks through a template each time that it is used: a card in a list takes it half a millisecond, twenty of them
a quarter of a page. A stencil is drawn once for each combination of values that are there, with marks in their places;
after that a card is a `join`. See docs/decisions/0018.
"""

import re
from functools import lru_cache
from html import escape

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

OPENS, CLOSES = "\ue000", "\ue001"  # of the private use area: no text has them, and escaping leaves them as they are
MARK = re.compile(f"{OPENS}(\\w+){CLOSES}")


def fill(template: str, **values: str | bool | None) -> SafeString:
    """This template with these values, as Django would have drawn it; a value that is not marked as safe is escaped.

    The template may show a value, and ask whether it is there (empty is not; give a number as text). It may not look
    into a value, compare it, go through it or put it through a filter: do that before. It knows nothing but its values
    and the language of the page.
    """
    there = tuple([name for name, value in values.items() if value])
    between, names = _cut(template, get_language(), there)
    shown = [escaped(values[name]) for name in names]
    return mark_safe("".join([part for pair in zip(between, shown, strict=False) for part in pair]) + between[-1])  # noqa: S308 - a template, and what was escaped


def escaped(value: object) -> str:
    """A value as it may stand in HTML, like `conditional_escape`, but without looking for lazy arguments first."""
    return value if isinstance(value, SafeString) else escape(str(value))


@lru_cache(maxsize=2_000)
def _cut(template: str, language: str, there: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """What stands between the values that are there, and their names in turn; `language` is the active one."""
    pieces = MARK.split(render_to_string(template, {name: f"{OPENS}{name}{CLOSES}" for name in there}))
    return pieces[::2], pieces[1::2]
