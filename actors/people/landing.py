"""Where people begin after they log in, and what the first page of the staff is called for each of them."""

from django.utils.translation import gettext as _

from actors import permissions


def staff_home_name(user: permissions.AnyUser) -> str:
    """What the first page of the staff is called for this person; empty for whom it is closed.

    Teams administer a zone or the Region; who edits their own organisation sees no more than its listings.
    """
    if permissions.is_zone_staff(user):
        return _("Administration")
    return _("My listings") if permissions.edits_something(user) else ""


def first_page(user: permissions.AnyUser) -> str:
    """The name of the address where somebody lands who logged in from nowhere in particular.

    Staff and editors begin at their work, other professionals at what they have an account for: finding a referral.
    """
    return "staff-home" if permissions.edits_something(user) else "search"
