"""What can be done with an item in place, and taking it back."""

from datetime import timedelta

from django.core import signing
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from actors import confirmation
from actors.campaigns import answering
from actors.campaigns.question import answer_words
from actors.enums import ConfirmedHow, Status
from actors.models import Actor, QueueHandover, QueueHold, Service
from actors.models.queue_hold import AT_IT
from actors.queue import duplicates, handing
from actors.queue.items import Item

SALT = "queue.archive"
HANDED = "handed:"  # begins the note that takes a hand-over back
MORNING = 6  # o'clock, at which what was put off comes back


@transaction.atomic
def act(item: Item, user, data) -> None:
    """Do what a form says with an item; what came of it stands in the item.

    Raises:
        ValidationError: it cannot be done, or not any more.
    """
    what = data.get("act", "")
    if what not in ACTS:
        raise ValidationError(_("This cannot be done here."))
    ACTS[what](item, user, data)
    if item.done and what in ENDS:
        QueueHandover.objects.end(item.kind.code, item.record.pk)


def _take(item: Item, user, _data) -> None:
    hold = {"kind": item.kind.code, "record": item.record.pk, "user": user}
    if not QueueHold.objects.hold(**hold, until=timezone.now() + AT_IT):
        raise ValidationError(_("Somebody else is at this."))
    item.held = QueueHold.objects.filter(kind=item.kind.code, record=item.record.pk).first()


def _leave(item: Item, user, _data) -> None:
    QueueHold.objects.let_go(kind=item.kind.code, record=item.record.pk, user=user)
    item.held = None


def _later(item: Item, user, _data) -> None:
    """Not today: it comes back tomorrow morning, for everybody."""
    tomorrow = timezone.localtime() + timedelta(days=1)
    until = tomorrow.replace(hour=MORNING, minute=0, second=0, microsecond=0)
    hold = {"kind": item.kind.code, "record": item.record.pk, "user": user}
    if not QueueHold.objects.hold(**hold, until=until, is_put_off=True):
        raise ValidationError(_("Somebody else is at this."))
    item.done, item.undo = _("Put off until tomorrow."), "later"


def _confirm(item: Item, user, data) -> None:
    part = data.get("part", confirmation.EVERYTHING)
    if part not in confirmation.PARTS:
        raise ValidationError(_("This cannot be done here."))
    item.undo = confirmation.confirm(item.actor, part)
    item.done = _("Confirmed as of today.")
    _leave(item, user, data)


def _answer(item: Item, user, data) -> None:
    """What an organisation said by telephone to the question of a campaign."""
    asked, how = item.record, ConfirmedHow.PHONE
    item.undo = answering.answer(asked=asked, data=data, how=how, user=user, seen=data.get("seen", ""))
    asked.refresh_from_db()
    item.done = _("Written down: %(answer)s.") % {"answer": answer_words(asked)}
    _leave(item, user, data)


def _archive(item: Item, user, data) -> None:
    """What is over leaves the public pages; nothing is lost."""
    over = item.ended
    if not over:
        raise ValidationError(_("This cannot be done here."))
    for record in over:
        record.status = Status.ARCHIVED
        record.save(update_fields=["status"])
    item.undo = signing.dumps([[record._meta.model_name, record.pk] for record in over], salt=SALT)
    item.done = _("Archived.")
    _leave(item, user, data)


def _apart(item: Item, user, data) -> None:
    """The two that look like one are two: they are not proposed again."""
    if item.kind.code != "duplicates":
        raise ValidationError(_("This cannot be done here."))
    item.undo = duplicates.say_apart(item.actor, user)
    item.done = _("They are two, and are not proposed again.")
    _leave(item, user, data)


def _hand(item: Item, user, data) -> None:
    """It becomes a colleague's; whoever hands it over is not at it any more."""
    item.undo = HANDED + handing.hand(item, user, data.get("to", ""))
    item.done = _("Handed to %(person)s.") % {"person": item.handed.to}
    _leave(item, user, data)


def _undo(item: Item, user, data) -> None:
    note = data.get("undo", "")
    if note == "later":
        _leave(item, user, data)
    elif note.startswith(HANDED):
        handing.take_back(item, note.removeprefix(HANDED))
    elif item.kind.code == "campaign":
        answering.take_back(asked=item.record, note=note)
    elif item.kind.code == "ended":
        _take_out_of_the_archive(item, note)
    elif item.kind.code == "duplicates":
        duplicates.take_back(item.actor, note)
    else:
        confirmation.take_back(item.actor, note)
    item.done, item.undo = "", ""


def _take_out_of_the_archive(item: Item, note: str) -> None:
    try:
        archived = signing.loads(note, salt=SALT)
    except signing.BadSignature:
        archived = []
    own = {"actor": Actor.objects.filter(pk=item.actor.pk), "service": Service.objects.filter(actor=item.actor.pk)}
    for name, pk in archived:
        own[name].filter(pk=pk, status=Status.ARCHIVED).update(status=Status.PUBLISHED)
    if not archived:
        raise ValidationError(_("Nothing was undone."))


ACTS = {
    "take": _take,
    "leave": _leave,
    "later": _later,
    "confirm": _confirm,
    "answer": _answer,
    "archive": _archive,
    "apart": _apart,
    "hand": _hand,
    "undo": _undo,
}
ENDS = {"confirm", "answer", "archive", "apart"}  # after which it is nobody's work any more
