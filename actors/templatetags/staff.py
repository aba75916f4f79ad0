"""Tags for the pages on which listings are edited."""

from django import template
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.html import escape
from django.utils.safestring import mark_safe

from actors.staff.drawing import draw_choices, draw_errors, draw_field, pair
from actors.staff.helpers import HoursPreview, schedule
from actors.staff.lists import drawn
from actors.staff.week_fields import WEEK_FIELDS

register = template.Library()


for draw in (draw_choices, draw_field, draw_errors, pair):
    register.simple_tag(draw)


@register.simple_tag
def under(listing, kind: str, owner: str = "actor") -> list:
    """The forms of a kind of record that belong to one record."""
    return listing.under(kind, owner)


@register.simple_tag
def choice_tiles(field: BoundField, choices: list[tuple[str, str]]) -> str:
    """The checkboxes of a field of several values."""
    return _of(field, drawn("staff/choice_tiles.html", choices=tuple(choices)))


@register.simple_tag
def theme_tiles(form) -> str:
    """The checkboxes of the themes, by pictogram."""
    return _of(form["themes"], drawn("staff/theme_tiles.html", needs=form.lists.themes_by_need))


@register.simple_tag
def answers(field: BoundField, css: str = "answer") -> str:
    """The answers of a field of which one is chosen."""
    choices = tuple((value, str(label)) for value, label in field.field.choices)
    return _of(field, drawn("staff/answers.html", choices=choices, css=css))


def _of(field: BoundField, html: str) -> str:
    """What was drawn for every field, for this one: its name, and what is chosen in it."""
    html = html.replace('name="of"', f'name="{field.html_name}"').replace('"id_of_', f'"{field.auto_id}_')
    value = field.value()
    for one in value if isinstance(value, list) else [value or ""]:
        html = html.replace(f'value="{escape(one)}"', f'value="{escape(one)}" checked')
    return mark_safe(html)  # noqa: S308 - nothing but the name of a field of ours was put in


@register.simple_tag
def chosen_names(form, name: str) -> str:
    """What is chosen in a field of several values, in words."""
    chosen = set(form.shown(name))
    return ", ".join(str(label) for value, label in form.fields[name].choices if str(value) in chosen)


@register.simple_tag
def hours_preview(form) -> HoursPreview | None:
    """The hours of a form as people will read them; nothing while they are not understood."""
    values = {name: form[name].value() or "" for name in WEEK_FIELDS}
    try:
        return HoursPreview.of(schedule(values))
    except ValidationError:
        return None
