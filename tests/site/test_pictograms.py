"""Pictograms on pages: by the sprite, or drawn on the spot where staff chose another one."""

import pytest
from django.template import Context, Template

from repertorium.pictograms import names

OTHERS = ("{% pictogram 'kiwi-bird' %}", "{% load pictograms %}{% sign 'kiwi-bird' %}")


def drawn(template):
    return Template(template).render(Context())


@pytest.mark.parametrize("template", OTHERS)
def test_an_icon_outside_the_sprite_is_drawn_where_it_stands(template):
    assert "kiwi-bird" not in names()
    assert "<path" in drawn(template)
    assert "<use" not in drawn(template)


def test_an_icon_of_the_sprite_is_referred_to():
    assert "pictograms.svg#shower" in drawn("{% pictogram 'shower' %}")
    assert "help.svg#shower" in drawn("{% load pictograms %}{% sign 'shower' %}")
    assert "pictograms.svg#cart-shopping" in drawn("{% load pictograms %}{% sign 'cart-shopping' %}")


def test_a_word_that_is_no_icon_breaks_no_page():
    assert "<use" in drawn("{% pictogram 'no-such-icon' %}")
