"""Tags for the work queue."""

from django import template

from actors.queue.drawing import draw_acts, draw_hours

register = template.Library()

for draw in (draw_acts, draw_hours):
    register.simple_tag(draw)
