"""The pieces of an item that stand on a page twenty times and more, as HTML: their templates are stencils."""

from django.urls import reverse
from django.utils.html import mark_safe
from django.utils.safestring import SafeString

from actors.queue.items import Item
from repertorium.stencil import fill
from repertorium.templatetags.site import text

EDITED_FIRST = {"places", "language"}  # kinds of which the listing itself is what is to be mended


def draw_acts(item: Item, user, csrf_token: str) -> SafeString:
    """The buttons of an item: what settles it, the listing, put off, take and give back."""
    code = item.kind.code
    return fill(
        "queue/item_acts.html",
        address=item.address,
        csrf_token=csrf_token,
        name=item.actor.name,
        edit=reverse("staff-edit", args=[item.actor.slug]),
        hand=reverse("queue-hand", args=[code, item.record.pk]),
        is_due=code == "due",
        is_ended=code == "ended",
        is_edited_first=code in EDITED_FIRST,
        looks_like=item.looks_like[0].name if item.looks_like else "",
        is_mine=bool(item.held) and item.held.user_id == user.pk,
        is_free=not item.held,
    )


def draw_hours(item: Item) -> SafeString:
    """Where and when each service is there, as rows of a list of facts."""
    rows = [
        fill("queue/place_hours.html", name=text(service, "name"), place=str(place), hours=hours)
        for service, place, hours in item.hours
    ]
    return mark_safe("".join(rows))  # noqa: S308 - of a template
