"""Tags of the residents' screens."""

from django import template
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.utils.html import format_html

from actors.pictograms.interface import Words
from repertorium.pictograms import names_for_residents

register = template.Library()


@register.simple_tag
def sign(name: str) -> str:
    """A pictogram beside words, from the small sprite where it is in it."""
    sprite = static("help.svg" if name in names_for_residents() else "pictograms.svg")
    picture = '<svg class="sign" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>'
    return format_html(picture, sprite, name)


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
