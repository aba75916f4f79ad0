"""Widgets of the editor drawn without templates: a page has thousands, and each template took half a millisecond."""

from django.forms.renderers import DjangoTemplates
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

INPUTS = ("text", "number", "date", "email", "url", "checkbox", "hidden", "input")


class DrawnWidgets(DjangoTemplates):
    """The same HTML as Django's templates for inputs, text areas and lists; anything else is left to those."""

    def render(self, template_name, context, request=None):
        draw = DRAWN.get(template_name)
        return draw(context["widget"]) if draw else super().render(template_name, context, request)


def _input(widget: dict) -> SafeString:
    value = widget["value"]
    said = format_html(' value="{}"', value) if value is not None else ""
    return format_html(
        '<input type="{}" name="{}"{}{}>', widget["type"], widget["name"], said, flatatt(widget["attrs"])
    )


def _textarea(widget: dict) -> SafeString:
    attrs, value = flatatt(widget["attrs"]), widget["value"] or ""
    return format_html('<textarea name="{}"{}>\n{}</textarea>', widget["name"], attrs, value)


def _select(widget: dict) -> SafeString:
    groups = ((_options(options), name) for name, options, _index in widget["optgroups"])
    drawn = format_html_join("", "{}", ((_group(name, options),) for options, name in groups))
    return format_html('<select name="{}"{}>{}</select>', widget["name"], flatatt(widget["attrs"]), drawn)


def _options(options: list[dict]) -> SafeString:
    rows = ((one["value"], flatatt(one["attrs"]), one["label"]) for one in options)
    return format_html_join("", '<option value="{}"{}>{}</option>', rows)


def _group(name: str | None, options: SafeString) -> SafeString:
    return format_html('<optgroup label="{}">{}</optgroup>', name, options) if name else options


FOLDER = "django/forms/widgets/"
DRAWN = {
    **{f"{FOLDER}{name}.html": _input for name in INPUTS},
    f"{FOLDER}textarea.html": _textarea,
    f"{FOLDER}select.html": _select,
}
