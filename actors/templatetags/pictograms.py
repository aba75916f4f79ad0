"""Tags of the residents' screens."""

from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from actors.pictograms.interface import Words
from actors.pictograms.words import Sign
from repertorium.pictograms import inner, names, names_for_residents

register = template.Library()


@register.simple_tag
def sign(name: str) -> str:
    """A pictogram beside words, from the small sprite where it is in it."""
    return _drawn(name)


@lru_cache(maxsize=500)
def _drawn(name: str) -> str:
    """Seventy stand on a screen, and where the sprites lie changes only with a new version."""
    few = names_for_residents()
    drawn = inner(name, "help.svg", few) if name in few else inner(name, "pictograms.svg", names())
    return format_html('<svg class="sign" aria-hidden="true" focusable="false">{}</svg>', drawn)


@register.simple_tag
def conditions(signs: list[Sign]) -> str:
    """The answers on a card; five stand on each, and they are few."""
    language = translation.get_language()
    return mark_safe("".join(_condition(sign, language) for sign in signs))  # noqa: S308 - of a template


@lru_cache(maxsize=500)
def _condition(sign: Sign, language: str) -> str:
    """An answer; `language` is the active one."""
    return render_to_string("pictograms/condition.html", {"sign": sign})


@register.simple_tag
def says(words: Words | str) -> str:
    """Words, marked where they are in another language than the screen."""
    if isinstance(words, Words) and words.lang:
        return format_html('<span lang="{}" dir="ltr">{}</span>', words.lang, words.text)
    return str(words)


@register.simple_tag(takes_context=True)
def site_address(context, name: str) -> str:
    """The address of a page of the site, in the site's language: that of a screen may have no pages of its own."""
    with translation.override(context["page"].content):
        return reverse(name)
