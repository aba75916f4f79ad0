"""A stencil shows what the template would have shown."""

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import mark_safe

from repertorium import stencil

PARTS = {"tone": "open", "sign": mark_safe("<svg></svg>"), "words": "Plaats", "when": "vandaag", "detail": "2 vrij"}


@pytest.mark.parametrize("left_out", [(), ("when",), ("detail",), ("when", "detail")])
def test_is_the_template_with_its_values(left_out):
    values = {name: "" if name in left_out else value for name, value in PARTS.items()}
    assert stencil.fill("includes/room.html", **values) == render_to_string("includes/room.html", values)


def test_what_is_not_marked_safe_is_escaped():
    nasty = "<script>alert(\"x\")</script> & 'y'"
    drawn = stencil.fill("includes/room.html", **PARTS | {"words": nasty})
    assert "<script>" not in drawn
    assert drawn == render_to_string("includes/room.html", PARTS | {"words": nasty})
    assert "<svg></svg>" in drawn


def test_what_stands_between_is_in_the_language_of_the_page():
    def address():
        return stencil.fill("includes/card.html", name="Kompas", address="x", withheld=True)

    with translation.override("nl"):
        dutch = address()
    with translation.override("fr"):
        french = address()
    assert "Adres op aanvraag" in dutch
    assert "Adresse sur demande" in french
    with translation.override("nl"):
        assert address() == dutch


def test_values_do_not_stay_behind():
    first = stencil.fill("includes/room.html", **PARTS)
    second = stencil.fill("includes/room.html", **PARTS | {"words": "Volzet"})
    assert "Volzet" in second
    assert second.replace("Volzet", "Plaats") == first
