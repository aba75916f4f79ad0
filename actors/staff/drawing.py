"""What stands on an editor by the hundred: fields are stencils, and widgets are drawn without templates."""

from django.forms import BoundField
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst

from actors.availability.questions import RoomQuestion
from repertorium.stencil import escaped, fill
from repertorium.templatetags.site import pictogram


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


def draw_choices(room: RoomQuestion, of: object) -> SafeString:
    """What can be said with one click of a service or a place, as buttons; `of`: whose it is, in words."""
    buttons = [
        fill(
            "staff/room_choice.html",
            key=room.key,
            value=value,
            words=str(words),
            sign=pictogram(sign),
            tone=tone,
            chosen=chosen,
            of=str(of),
        )
        for value, words, sign, tone, chosen in room.choices
    ]
    return mark_safe("".join(buttons))  # noqa: S308 - of a template


INPUTS = ("text", "number", "date", "email", "url", "checkbox", "hidden", "input")


class DrawnWidgets(DjangoTemplates):
    """The same HTML as Django's templates for inputs, text areas and lists; anything else is left to those."""

    def render(self, template_name, context, request=None):
        draw = DRAWN.get(template_name)
        return draw(context["widget"]) if draw else super().render(template_name, context, request)


def _input(widget: dict) -> SafeString:
    value = {} if widget["value"] is None else {"value": widget["value"]}
    return _html(f"<input{_said({'type': widget['type'], 'name': widget['name'], **value, **widget['attrs']})}>")


def _textarea(widget: dict) -> SafeString:
    attributes = _said({"name": widget["name"], **widget["attrs"]})
    return _html(f"<textarea{attributes}>\n{escaped(widget['value'] or '')}</textarea>")


def _select(widget: dict) -> SafeString:
    groups = "".join(_group(name, _options(options)) for name, options, _index in widget["optgroups"])
    return _html(f"<select{_said({'name': widget['name'], **widget['attrs']})}>{groups}</select>")


def _options(options: list[dict]) -> str:
    return "".join(
        f"<option{_said({'value': one['value'], **one['attrs']})}>{escaped(one['label'])}</option>" for one in options
    )


def _group(name: str | None, options: str) -> str:
    return f'<optgroup label="{escaped(name)}">{options}</optgroup>' if name else options


def _said(attributes: dict) -> str:
    """Attributes as they stand in a tag; of one that is true its name, of one that is not nothing."""
    return "".join(
        f" {name}" if value is True else f' {name}="{escaped(value)}"'
        for name, value in attributes.items()
        if value is not None and value is not False
    )


def _html(drawn: str) -> SafeString:
    return mark_safe(drawn)  # noqa: S308 - every value was escaped


FOLDER = "django/forms/widgets/"
DRAWN = {
    **{f"{FOLDER}{name}.html": _input for name in INPUTS},
    f"{FOLDER}textarea.html": _textarea,
    f"{FOLDER}select.html": _select,
}
