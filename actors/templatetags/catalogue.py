"""Tags for what the catalogue shows."""

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from actors.catalogue.drawing import draw_card, draw_reported, draw_room, fact_items, theme_items
from actors.catalogue.facet_groups import Value
from actors.enums import ContactKind
from actors.hours import answered_words, state_words, usual_line
from actors.models.contact import mail_link
from actors.opening import OpenState
from actors.phones import display_phone
from actors.walking import distance

register = template.Library()

ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}
CONTACT_PICTOGRAMS = {
    ContactKind.PHONE: "phone",
    ContactKind.EMAIL: "envelope",
    ContactKind.WEBSITE: "globe",
    ContactKind.SOCIAL: "paper-plane",
}


@register.filter
def contact_pictogram(kind: str) -> str:
    """The pictogram of a kind of contact channel."""
    return CONTACT_PICTOGRAMS[ContactKind(kind)]


register.filter(mail_link)


@register.filter
def phone(value: str) -> str:
    """A telephone number as it is written in Belgium."""
    return display_phone(value)


@register.filter
def open_words(hours: str) -> str:
    """A schedule as it stands now: "Open until 16:00"."""
    now = timezone.now()
    return state_words(OpenState.at(hours, now), now)


register.filter(usual_line)
register.filter(distance)


@register.filter
def answered(hours: str) -> str:
    """When a channel is answered, as it stands now: "today 9:00–12:00"."""
    return answered_words(hours, timezone.now())


@register.filter
def term_name(term) -> str:
    """The name of a term in the language of the page."""
    return term.name(get_language())


@register.filter
def plain_name(term) -> str:
    """What a resident reads for a term."""
    return term.plain_name(get_language())


@register.simple_tag
def filter_values(values: list[Value]) -> str:
    """Values of a filter. Some three hundred stand on a page of results, and only their counts differ each time."""
    return mark_safe("".join(_filter_values(values, get_language())))  # noqa: S308 - templates around numbers


def _filter_values(values: list[Value], language: str) -> Iterator[str]:
    for value in values:
        parts = (value.name, value.code, value.label, bool(value.count), value.checked, value.pictogram)
        before, after = _frame(parts, language)
        yield f"{before}{value.count}{after}"


MARK = "|count|"


@lru_cache(maxsize=5_000)
def _frame(parts: tuple, language: str) -> tuple[str, str]:
    """What stands before and after the count of a value; `language` is the active one."""
    drawn = render_to_string("catalogue/filter_value.html", {"value": Value(*parts), "count": MARK})
    before, _mark, after = drawn.partition(MARK)
    return before, after


for draw in (draw_card, draw_reported, draw_room, fact_items, theme_items):
    register.simple_tag(draw)


@register.simple_tag
def options(choices: Iterable[tuple[str, str]], chosen: str) -> str:
    """The options of a list to choose from: values with their labels, and which one is chosen."""
    return _options(tuple((str(value), str(label)) for value, label in choices), chosen)


@lru_cache(maxsize=100)
def _options(choices: tuple[tuple[str, str], ...], chosen: str) -> str:
    """The half hours of a day and such are the same on every page."""
    marked = ((value, mark_safe(" selected") if value == chosen else "", label) for value, label in choices)
    return format_html_join("", '<option value="{}"{}>{}</option>', marked)


@register.simple_tag
def trail(*steps: str) -> list[tuple[str, str]]:
    """Names and addresses, given in turn, as the pairs of a breadcrumb."""
    return list(zip(steps[::2], steps[1::2], strict=True))


@register.simple_tag
def jsonld(value: dict) -> str:
    """A block of JSON-LD; what could end the block early is escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308 - escaped above
