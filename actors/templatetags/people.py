"""Tags about who is looking. Only for pages of which `may_be_known` says that somebody may be."""

from django import template

from actors.people.landing import staff_home_name

register = template.Library()
register.simple_tag(staff_home_name)
