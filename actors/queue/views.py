"""The work queue, and what is done with one of its items."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from actors.campaigns.answering import NAME
from actors.models import QueueHandover
from actors.people.access import only_for
from actors.permissions import edits_something, is_zone_staff
from actors.queue.acts import act
from actors.queue.handing import colleagues
from actors.queue.items import Item
from actors.queue.kinds import KINDS
from actors.queue.page import QueuePage, item_of
from actors.staff.listings_views import listings

CONFLICT = 409


@require_safe
@only_for(edits_something)
def home(request: HttpRequest) -> HttpResponse:
    """For teams what is to be done, the most urgent first; for who edits their own house, its listings and its room."""
    if not is_zone_staff(request.user):
        return listings(request)
    return render(request, "queue/queue.html", {"page": QueuePage(request)})


@require_safe
@only_for(is_zone_staff)
def hand(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """To whom an item can be handed, and to whom it was."""
    item = _item(request, kind, pk)
    history = QueueHandover.objects.of(kind, pk)
    return render(
        request, "queue/hand.html", {"item": item, "people": colleagues(item, request.user), "history": history}
    )


def _item(request: HttpRequest, kind: str, pk: int) -> Item:
    may = kind in KINDS and KINDS[kind].may(request.user)
    item = item_of(request.user, KINDS[kind], pk) if may else None
    if item is None:
        raise Http404
    return item


@require_POST
@only_for(edits_something)
def work(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Do something with one item: in place with a script, else the page again with what was done."""
    item = _item(request, kind, pk)
    status = 200
    try:
        act(item, request.user, request.POST)
        if not item.done:  # as it is now, not as it was before
            item = item_of(request.user, item.kind, pk) or item
    except ValidationError as refused:
        item.error, item.typed, status = refused.messages[0], request.POST, CONFLICT
        item.asks_name = getattr(refused, "code", None) == NAME
    item.is_open = True
    if request.htmx:
        return render(request, "queue/item.html", {"item": item})  # htmx shows an answer only where it is a good one
    return render(request, "queue/queue.html", {"page": QueuePage(request, item)}, status=status)
