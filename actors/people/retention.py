"""How long what is known of people with an account is kept. The privacy page says the same in words.

- An account is removed: its name and address go from the history at once, which keeps that somebody did something.
- An invitation that ended (accepted, revoked, expired) goes after a year, with its history.
- What somebody was typing and never saved goes after 90 days; sessions that ended, when the clean-up runs.
- The address of who wants an answer to a suggestion goes with the answer, after thirty days at most; the mark of
  whoever sent it after seven days, the suggestion itself after a year.
- The mark of whoever reported a refusal goes after seven days, the report itself after a year.
- Who of a team handed an item of the work queue to whom goes after a year, or with the account of either.
- Spreadsheets that staff exported or sent go after two weeks; what an import changed is in the history.
- A saved search goes after its last day, ninety days unless somebody prolongs it; it has no history. One that was
  ended from a mail, and a digest that was, goes after a week.
- What is counted against limits on logging in ends by itself (`repertorium/json_cache.py`).

Of residents, and of who searches, nothing is there to remove.
"""

from datetime import timedelta

from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils import timezone

from actors.models import (
    Draft,
    Invitation,
    QueueHandover,
    Refusal,
    SavedForm,
    SavedSearch,
    Spreadsheet,
    StaffDigest,
    Suggestion,
)
from actors.models.queue_handover import KEPT as HANDOVERS_KEPT
from actors.models.refusal import KEPT, PERIOD
from actors.models.spreadsheet import KEPT as SPREADSHEETS_KEPT
from actors.models.subscription import KEPT_STOPPED
from actors.models.suggestion import ADDRESS_KEPT, MARK_KEPT
from actors.models.suggestion import KEPT as SUGGESTIONS_KEPT
from repertorium.accounts.models import User

INVITATIONS = timedelta(days=365)  # after they ended
DRAFTS = timedelta(days=90)
NOBODY = "removed-{pk}@invalid"  # a name that can never be registered (RFC 2606)

UserEvent, InvitationEvent = User.pgh_event_model, Invitation.pgh_event_model


@receiver(post_delete, sender=User)
def forget_person(instance: User, **_kwargs) -> None:
    """Take the name and the address of somebody whose account was removed from all that stays."""
    nobody = NOBODY.format(pk=instance.pk)
    UserEvent.objects.filter(pgh_obj_id=instance.pk).update(name="", email=nobody)
    Invitation.objects.filter(email=instance.email).delete()
    InvitationEvent.objects.filter(email=instance.email).update(email=nobody)


@transaction.atomic
def clean_up() -> dict[str, int]:
    """Remove what is older than the rules allow: how many of each. Running it twice, or in two places, does no harm."""
    now = timezone.now()
    return {
        "invitations that ended": _remove_invitations(now - INVITATIONS),
        "forms that were never saved": Draft.objects.filter(saved_at__lt=now - DRAFTS).delete()[0],
        "notes of forms that were saved": SavedForm.objects.filter(saved_at__lt=now - DRAFTS).delete()[0],
        "marks of who reported a refusal": _forget(Refusal, "reporter", now - PERIOD),
        "reports of refusal": Refusal.objects.filter(reported_at__lt=now - KEPT).delete()[0],
        "addresses for an answer": _forget(Suggestion, "email", now - ADDRESS_KEPT),
        "marks of who sent a suggestion": _forget(Suggestion, "reporter", now - MARK_KEPT),
        "suggestions": Suggestion.objects.filter(sent_at__lt=now - SUGGESTIONS_KEPT).delete()[0],
        "hand-overs in the work queue": QueueHandover.objects.filter(at__lt=now - HANDOVERS_KEPT).delete()[0],
        "spreadsheets": _remove_spreadsheets(now - SPREADSHEETS_KEPT),
        "saved searches that ended": SavedSearch.objects.filter(ends_on__lt=timezone.localdate()).delete()[0],
        "mail that was ended": _remove_stopped(timezone.localdate() - KEPT_STOPPED),
        "sessions that ended": Session.objects.filter(expire_date__lt=now).delete()[0],
        "names of people without an account": _forget_the_gone(),
    }


def _remove_invitations(before) -> int:
    ended = Q(accepted_at__lt=before) | Q(revoked_at__lt=before) | Q(expires_at__lt=before)
    removed = list(Invitation.objects.filter(ended).values_list("pk", flat=True))
    Invitation.objects.filter(pk__in=removed).delete()
    InvitationEvent.objects.filter(~Exists(Invitation.objects.filter(pk=OuterRef("pgh_obj_id")))).filter(
        pgh_created_at__lt=before
    ).delete()
    InvitationEvent.objects.filter(pgh_obj_id__in=removed).delete()
    return len(removed)


def _remove_spreadsheets(before) -> int:
    """Files that went out or came in, with their rows: how many files."""
    return Spreadsheet.objects.filter(made_at__lt=before).delete()[1].get(Spreadsheet._meta.label, 0)


def _remove_stopped(before) -> int:
    """Digests and saved searches that somebody ended from a mail and did not want again within a week."""
    return sum(model.objects.filter(stopped_on__lt=before).delete()[0] for model in (SavedSearch, StaffDigest))


def _forget(model, name: str, before) -> int:
    """Empty a text of what was reported or sent before a moment."""
    moment = "reported_at" if model is Refusal else "sent_at"
    return model.objects.filter(**{f"{moment}__lt": before}).exclude(**{name: ""}).update(**{name: ""})


def _forget_the_gone() -> int:
    """People whose account was removed past Django, by SQL say."""
    gone = UserEvent.objects.filter(~Exists(User.objects.filter(pk=OuterRef("pgh_obj_id"))))
    named = set(gone.exclude(email__endswith="@invalid").values_list("pgh_obj_id", "email"))
    for pk, email in named:
        forget_person(User(pk=pk, email=email))
    return len({pk for pk, _email in named})
