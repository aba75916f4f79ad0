"""Widgets that are drawn without templates say the same as Django's own."""

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.test.html import parse_html

from actors.staff.drawing import DrawnWidgets

CHOICES = [("", "–"), ("a", 'A & "B"'), ("Groep <1>", [("b", "B"), ("c", "C")])]
WIDGETS = {
    "text": (forms.TextInput({"lang": "nl", "maxlength": 100, "required": False}), '<b>"x" & y'),
    "empty text": (forms.TextInput(), None),
    "zero": (forms.NumberInput({"step": "any"}), 0),
    "date": (forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), "2026-11-22"),
    "ticked": (forms.CheckboxInput(), True),
    "not ticked": (forms.CheckboxInput(), False),
    "hidden": (forms.HiddenInput(), "12"),
    "long": (forms.Textarea({"rows": 2, "aria-invalid": "true"}), "een\n</textarea><script>"),
    "list": (forms.Select(choices=CHOICES), "b"),
    "empty list": (forms.Select(choices=CHOICES), ""),
}


@pytest.mark.parametrize("kind", WIDGETS)
def test_as_django_draws_them(kind):
    widget, value = WIDGETS[kind]
    drawn, theirs = (
        widget.render("name", value, {"id": "id_name"}, renderer=one()) for one in (DrawnWidgets, DjangoTemplates)
    )
    assert parse_html(drawn) == parse_html(theirs)
