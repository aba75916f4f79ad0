"""Handling a suggestion: take it over, take it over otherwise, or not; and one answer to who asked for one."""

import logging
from smtplib import SMTPException

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core import signing
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from actors import permissions
from actors.enums import SuggestionField, SuggestionState
from actors.feedback.present import KINDS, NEW, as_written, channels
from actors.history.undo import check
from actors.models import Contact, Service, Suggestion

logger = logging.getLogger(__name__)
SALT = "feedback.refused"
MOST_AT_ONCE = 500  # that are refused with one click


@transaction.atomic
def handle(*, user, suggestion: Suggestion, state: str, words: str = "") -> Suggestion:
    """Say what became of a suggestion; who asked for an answer gets one, with these words, and their address goes.

    Raises:
        ValidationError: somebody handled it already.
    """
    found = _take(user, [suggestion.pk]).first()
    if found is None:
        raise ValidationError(_("Somebody handled this suggestion already."))
    asked, found.email = found.email, ""
    found.state, found.handled_at, found.handled_by = state, timezone.now(), user
    found.save(update_fields=["email", "state", "handled_at", "handled_by"])
    if asked:
        transaction.on_commit(lambda: answer(found, asked, words))
    return found


@transaction.atomic
def apply(*, user, suggestion: Suggestion, target: str, value: str, seen: str, words: str = "") -> Suggestion:
    """Write a value into the listing and handle the suggestion by that.

    `target` is what a `Value` has as its key, or `NEW`; `seen` is what stood there when whoever handles it looked.

    Raises:
        ValidationError: a rule forbids the value, or it was changed or handled meanwhile; nothing was written.
    """
    value = as_written(suggestion.field, value.strip())
    if not value:
        raise ValidationError(_("Write what it should be."))
    if not target:
        raise ValidationError(_("Choose where it is written."))
    write = _rename if suggestion.field == SuggestionField.NAME else _write_channel
    write(suggestion, target, value, seen)
    same = not suggestion.proposed or value == as_written(suggestion.field, suggestion.proposed)
    state = SuggestionState.ACCEPTED if same else SuggestionState.AMENDED
    return handle(user=user, suggestion=suggestion, state=state, words=words)


def _write_channel(suggestion: Suggestion, target: str, value: str, seen: str) -> None:
    kind = KINDS[suggestion.field]
    if target == NEW:
        owner = "service" if isinstance(suggestion.listing, Service) else "actor"
        contact = Contact(**{owner: suggestion.listing}, kind=kind, value=value)
        contact.full_clean()
        contact.save()
        return
    mine = [contact.pk for contact in channels(suggestion.listing, kind)]
    contact = Contact.objects.select_for_update(of=("self",)).filter(pk__in=mine, pk=_key(target)).first()
    if contact is None or contact.value != seen:
        raise ValidationError(_("Somebody changed this meanwhile: look again at what stands there now."))
    contact.value = value
    _save(contact, "value")


def _key(target: str) -> int:
    return int(target) if target.isascii() and target.isdigit() else 0


def _rename(suggestion: Suggestion, target: str, value: str, seen: str) -> None:
    if target not in {"name_nl", "name_fr"}:
        raise ValidationError(_("Choose where it is written."))
    model, pk = type(suggestion.listing), suggestion.listing.pk
    listing = model.objects.select_for_update(of=("self",)).get(pk=pk)
    if (getattr(listing, target) or "") != seen:
        raise ValidationError(_("Somebody changed this meanwhile: look again at what stands there now."))
    setattr(listing, target, value)
    _save(listing, target)


def _save(record: Model, name: str) -> None:
    check(record, {name})
    record.save(update_fields=[name])


@transaction.atomic
def refuse_all(*, user, pks: list[int]) -> str:
    """Refuse many at once, without an answer: for what nobody meant well. A signed note that takes it back."""
    found = list(_take(user, pks[:MOST_AT_ONCE]).values_list("pk", flat=True))
    if not found:
        return ""
    now = timezone.now()
    handled = {"state": SuggestionState.REFUSED, "handled_at": now, "handled_by": user, "email": ""}
    Suggestion.objects.filter(pk__in=found).update(**handled)
    return signing.dumps([len(found), now.isoformat()], salt=SALT)


@transaction.atomic
def take_back(*, user, note: str) -> int:
    """Let what was refused at once wait again; how many. Addresses for an answer went with the refusal."""
    _count, moment = read(note)
    if not moment:
        return 0
    mine = permissions.handleable_suggestions(user).filter(handled_by=user, handled_at=moment)
    waiting = {"state": SuggestionState.WAITING, "handled_at": None, "handled_by": None}
    return Suggestion.objects.filter(pk__in=mine.values("pk")).update(**waiting)


def read(note: str) -> tuple[int, str]:
    """How many were refused at once, and when, by a note; nothing of what is none of ours."""
    try:
        count, moment = signing.loads(note, salt=SALT)
    except signing.BadSignature:
        return 0, ""
    return count, moment


def _take(user, pks: list[int]):
    """Those of these that wait and that somebody may handle; whoever else handles them meanwhile waits."""
    mine = permissions.handleable_suggestions(user).filter(state=SuggestionState.WAITING, pk__in=pks).values("pk")
    return Suggestion.objects.select_for_update(of=("self",)).filter(pk__in=mine).order_by("pk")


def answer(suggestion: Suggestion, email: str, words: str) -> None:
    """Mail what became of it, once: in the language in which it was sent. A mail server that fails is logged."""
    with override(suggestion.language):
        context = {
            "name": suggestion.listing.name,
            "field": suggestion.get_field_display(),
            "proposed": suggestion.proposed,
            "state": suggestion.state,
            "words": words,
            "listing_url": f"{settings.SITE_URL}{suggestion.listing.get_absolute_url()}",
        }
        try:
            get_adapter().send_mail("email/suggestion", email, context)
        except (SMTPException, OSError):
            logger.exception("The answer to a suggestion could not be sent")
