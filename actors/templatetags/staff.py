"""Tags for the pages on which listings are edited."""

from django import template
from django.core.exceptions import ValidationError
from django.forms import BoundField

from actors.staff.helpers import HoursPreview, schedule
from actors.week import DAYS

register = template.Library()


@register.inclusion_tag("staff/pair.html")
def pair(form, name: str, help_text: str = "") -> dict:
    """A text in Dutch and in French, side by side."""
    model_field = form._meta.model._meta.get_field(name)
    fields = [(language, form[f"{name}_{language}"]) for language in ("nl", "fr")]
    return {"label": model_field.verbose_name, "help_text": help_text or model_field.help_text, "fields": fields}


@register.simple_tag
def under(listing, kind: str, owner: str = "actor") -> list:
    """The forms of a kind of record that belong to one record."""
    return listing.under(kind, owner)


@register.simple_tag
def values_of(field: BoundField) -> set[str]:
    """What is chosen in a field of several values."""
    return {str(value) for value in field.value() or ()}


@register.simple_tag
def chosen_names(form, name: str) -> str:
    """What is chosen in a field of several values, in words."""
    chosen = set(form.shown(name))
    return ", ".join(str(label) for value, label in form.fields[name].choices if str(value) in chosen)


@register.simple_tag
def hours_preview(form) -> HoursPreview | None:
    """The hours of a form as people will read them; nothing while they are not understood."""
    values = {name: form[name].value() or "" for name in (*DAYS, "ph", "ph_hours", "rest")}
    try:
        return HoursPreview.of(schedule(values))
    except ValidationError:
        return None


@register.filter
def word(value) -> str:
    """A key as forms post it."""
    return str(value)
