"""What stands on an editor by the hundred: fields are stencils, and widgets are drawn without templates."""

from django.forms import BoundField
from django.forms.renderers import DjangoTemplates
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from repertorium.stencil import fill


def draw_field(field: BoundField | str, css: str = "") -> SafeString | str:
    """One field with its words, help and errors; nothing where this form has no such field."""
    return field and fill(
        "staff/field.html",
        css=css,
        error=draw_errors(field),
        id=field.id_for_label,
        label=capfirst(field.label),
        widget=str(field),
        help=field.help_text,
        of=field.auto_id,
    )


def draw_errors(field: BoundField) -> SafeString | str:
    """What is wrong with a field, if anything is."""
    errors = field and field.errors
    return fill("staff/field_errors.html", of=field.auto_id, errors=" ".join(errors)) if errors else ""


def pair(form, name: str, help_text: str = "") -> SafeString:
    """A text in Dutch and in French, side by side."""
    model_field = form._meta.model._meta.get_field(name)
    label = capfirst(model_field.verbose_name)
    halves = {language: _half(form[f"{name}_{language}"], language, label) for language in ("nl", "fr")}
    return fill("staff/pair.html", label=label, help=help_text or model_field.help_text, **halves)


def _half(field: BoundField, language: str, label: str) -> SafeString:
    return fill(
        "staff/pair_field.html",
        language=language.upper(),
        label=label,
        error=draw_errors(field),
        id=field.id_for_label,
        widget=str(field),
    )


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
