"""Tags that every template may use (they are built in, see settings)."""

from functools import lru_cache

from django import template
from django.conf import settings
from django.db.models import Model
from django.urls import reverse, translate_url
from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from repertorium.pictograms import inner, names
from repertorium.stencil import fill

register = template.Library()
register.simple_tag(fill)  # of what is the same on every page, or differs in a few words only


@register.simple_tag
def pictogram(name: str, label: str = "", css: str = "") -> str:
    """A pictogram. With a label it speaks for itself; without one it stands beside words and is silent."""
    return _drawn(name, label, css)


@lru_cache(maxsize=2_000)
def _drawn(name: str, label: str, css: str) -> str:
    """Some two hundred stand on a page of results, and where the sprite lies changes only with a new version."""
    role = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    return format_html(
        '<svg class="pictogram {}" {} focusable="false">{}</svg>', css, role, inner(name, "pictograms.svg", names())
    )


@register.simple_tag
def text(record: Model, name: str) -> str:
    """A text of a record in the language of the page; what exists only in the other one is marked as such.

    A proper name is the same on every page: it gets the language in which it is to be read aloud.
    """
    language = get_language()
    if own := getattr(record, f"{name}_{language}"):
        spoken = getattr(record, f"{name}_language", "")
        return format_html('<span lang="{}">{}</span>', spoken, own) if spoken not in {"", language} else own
    for other in settings.MODELTRANSLATION_LANGUAGES:
        if found := getattr(record, f"{name}_{other}"):
            return format_html('<span lang="{}" class="other-language">{}</span>', other, found)
    return ""


@lru_cache(maxsize=200)
def _translated(path: str, language: str) -> str:
    """The path of the same page in another language; asked twice on every page, and mostly of the same few."""
    return translate_url(path, language)


@register.simple_tag(takes_context=True)
def in_language(context, language: str) -> str:
    """The address of this page in another language, query included."""
    request = context["request"]
    record = context.get("record")  # what the page is about, where its address differs per language
    query = context["tidy_query"] if "tidy_query" in context else request.GET.urlencode()
    if "way_out" in context:  # of an error: what was asked for may be nowhere
        with translation.override(language):
            return reverse(context["way_out"])
    if language == get_language():
        path = request.path
    elif record is not None:
        with translation.override(language):
            path = record.get_absolute_url()
    else:
        path = _translated(request.path, language)
    return f"{path}?{query}" if query else path


@register.simple_tag(takes_context=True)
def asking(context, query: str) -> str:
    """The address of this page with another query string; without one, the bare page."""
    path = context["request"].path
    return f"{path}?{query}" if query else path


@register.filter
def spaced(number: int) -> str:
    """A large number as it is read in both languages: 319 935."""
    return f"{number:,}".replace(",", "\u202f")
