"""What an actor answered of its closure, as what the public reads: the same days as a closure of the actor."""

from datetime import date, timedelta

from django.core import signing
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from actors.enums import CampaignAnswer
from actors.models import CampaignRequest, Closure

SALT = "campaigns.closure"
Days = list[str] | None  # first day, and the day on which it is open again


def answered_days(asked: CampaignRequest) -> DateRange | None:
    """The days on which it said that it is closed, as a closure has them."""
    if asked.answer != CampaignAnswer.CLOSED:
        return None
    return DateRange(asked.closed_from, asked.closed_until + timedelta(days=1))


def is_public(asked: CampaignRequest) -> bool:
    """Whether the public reads what was answered here."""
    return (asked.closure.days if asked.closure else None) == answered_days(asked)


@transaction.atomic
def publish(asked: CampaignRequest) -> str:
    """Let the public read what the actor answers now: a closure comes, changes or goes. A note that takes it back.

    Raises:
        ValidationError: on some of these days another closure stands already.
    """
    now = _taken(asked)
    before = _days(now.closure)
    _write(now, answered_days(now))
    return signing.dumps([now.pk, before, _days(now.closure)], salt=SALT)


@transaction.atomic
def take_back(asked: CampaignRequest, note: str) -> None:
    """Let the public read what it read before.

    Raises:
        ValidationError: it reads something else meanwhile, or this is no such note.
    """
    now = _taken(asked)
    try:
        pk, before, after = signing.loads(note, salt=SALT)
    except (signing.BadSignature, ValueError):
        pk, before, after = None, None, None
    if pk != now.pk or _days(now.closure) != after:
        raise ValidationError(_("Somebody said something else meanwhile: nothing was undone."))
    _write(now, DateRange(*map(date.fromisoformat, before)) if before else None)


def _taken(asked: CampaignRequest) -> CampaignRequest:
    return CampaignRequest.objects.select_for_update(of=("self",)).select_related("actor", "closure").get(pk=asked.pk)


def _write(asked: CampaignRequest, days: DateRange | None) -> None:
    if days is None:
        if asked.closure:
            asked.closure.delete()
            asked.closure = None
    else:
        closure = asked.closure or Closure(actor=asked.actor)
        closure.days = days
        closure.full_clean()
        closure.save()
        asked.closure = closure
    asked.save(update_fields=["closure"])


def _days(closure: Closure | None) -> Days:
    return [closure.days.lower.isoformat(), closure.days.upper.isoformat()] if closure else None
