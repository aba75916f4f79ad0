"""Tags of the residents' screens."""

from django import template

from actors.pictograms.choice import path_of
from actors.pictograms.drawing import conditions, draw_card, draw_number, says, sign

register = template.Library()
for draw in (draw_card, draw_number, conditions, says, sign):
    register.simple_tag(draw)


@register.simple_tag(takes_context=True)
def site_address(context, name: str) -> str:
    """The address of a page of the site, in the site's language: that of a screen may have no pages of its own."""
    return path_of(name, context["page"].content)
