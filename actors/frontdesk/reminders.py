"""Mail to front desks: their link, and a reminder when something that they said stops counting or a campaign asks.

One mail per actor and day, whatever the number of its services and questions; after two about its room without an
answer none for a month, but a telephone task in the queue of the team. Safe to run twice, and in two places at once: a
desk is held while its mail goes out.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import BooleanField, Case, Exists, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from actors.campaigns import calls
from actors.frontdesk.links import link_of
from actors.models import Actor, Availability, CampaignRequest, FrontDesk, Refusal, Service
from actors.models.campaign import MOST_MAILS
from actors.models.refusal import TO_HANDLE

MOST_UNANSWERED = 2  # mails; after that somebody calls
AFTER_AN_ANSWER = timedelta(hours=20)  # a desk that answers is asked as often as what it says ends: beds, every day
WITHOUT_AN_ANSWER = timedelta(days=7)  # one that does not, once more after a week
NEW_ROUND = timedelta(days=30)  # after which one that left two unanswered is asked anew: people change
BEFORE = timedelta(days=1)  # that a status ends, its desk is asked
BETWEEN_LINKS = timedelta(minutes=10)  # that staff have sent to one desk


def due(now=None) -> QuerySet[FrontDesk]:
    """The desks that are to be asked by mail now, and that no mail went to today.

    Something of theirs was never said, or ends within a day; they answered the last mail, or it was sent a week ago, or
    a month ago where they left two unanswered. Or so many refusals were reported (`reported`) that somebody is to look
    into it, and they did not leave two unanswered. Or a campaign asks them something (`questioned`); then the same mail
    asks what else there is (`about_room`).
    """
    now = now or timezone.now()
    asked = Service.objects.published().asked_for_room().filter(actor=OuterRef("actor"))
    still = Availability.objects.filter(service=OuterRef("pk"), valid_until__gt=now + BEFORE)
    waits = Q(asked_at=None) | Q(asked_at__lt=now - NEW_ROUND) | Q(unanswered=0, asked_at__lt=now - AFTER_AN_ANSWER)
    waits |= Q(unanswered__lt=MOST_UNANSWERED, asked_at__lt=now - WITHOUT_AN_ANSWER)
    refused = Refusal.objects.to_answer(weight=TO_HANDLE).order_by().values("service")
    few, not_today = Q(unanswered__lt=MOST_UNANSWERED), Q(asked_at=None) | Q(asked_at__lt=_midnight(now))
    ends = Exists(asked.filter(~Exists(still)))
    return (
        FrontDesk.objects.reached_by_mail()
        .filter(not_today, actor__in=Actor.objects.published().values("pk"))
        .annotate(
            reported=_whether(few & Exists(asked.filter(pk__in=refused))),
            questioned=Exists(CampaignRequest.objects.to_mail().filter(actor=OuterRef("actor"))),
        )
        .annotate(about_room=_whether(ends & (waits | Q(questioned=True) & few)))
        .filter(Q(reported=True) | Q(questioned=True) | Q(about_room=True))
    )


def _midnight(now: datetime) -> datetime:
    """When this day began in Brussels."""
    return timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)


def _whether(condition: Q) -> Case:
    return Case(When(condition, then=Value(True)), default=Value(False), output_field=BooleanField())


def remind_all() -> Iterator[tuple[FrontDesk, str]]:
    """Ask every desk that is due, one after the other: the desk, and what came of it (`sent`, `bounced`, `failed`)."""
    for pk in list(due().order_by("pk").values_list("pk", flat=True)):
        with transaction.atomic():
            desk = due().select_for_update(of=("self",), skip_locked=True).filter(pk=pk).first()
            if desk is not None:  # else another run asks it, or it answered meanwhile
                yield desk, _remind(desk)


def _remind(desk: FrontDesk) -> str:
    questions = list(
        CampaignRequest.objects.to_mail().filter(actor=desk.actor_id).select_related("campaign__zone", "actor")
    )
    try:
        _send("frontdesk/email/reminder", desk, questions)
    except SMTPRecipientsRefused:
        note_bounce(desk.email)
        return "bounced"
    except (SMTPException, OSError):
        return "failed"  # the server is away: the next run asks
    desk.asked_at = timezone.now()
    if desk.about_room or desk.reported:
        desk.unanswered = desk.unanswered % MOST_UNANSWERED + 1
    desk.save(update_fields=["asked_at", "unanswered"])
    for one in questions:
        calls.after_mail(one, desk.asked_at)
    return "sent"


def send_link(desk: FrontDesk) -> None:
    """Mail a desk its link, because somebody of the staff wants it now.

    Raises:
        ValidationError: there is no address, it wants no mail, it was sent a moment ago, or the mail did not go out.
    """
    if not desk.email:
        raise ValidationError(_("Give the e-mail address of the front desk."))
    if desk.unsubscribed_at:
        raise ValidationError(_("This front desk wants no mail. Call, or bring the link on paper."))
    if desk.asked_at and timezone.now() - desk.asked_at < BETWEEN_LINKS:
        raise ValidationError(_("This was sent a moment ago. Wait ten minutes before you send it again."))
    try:
        _send("frontdesk/email/link", desk)
    except SMTPRecipientsRefused:
        note_bounce(desk.email)
        raise ValidationError(_("This address takes no mail. Look for another one.")) from None
    except (SMTPException, OSError):
        raise ValidationError(_("The mail did not go out. Try again later.")) from None
    desk.asked_at = timezone.now()
    desk.save(update_fields=["asked_at"])


def note_bounce(email: str) -> int:
    """Mail to this address comes back: nothing more is sent there. How many desks have it."""
    return FrontDesk.objects.filter(email__iexact=email, bounced_at=None).update(bounced_at=timezone.now())


def to_call(actors: QuerySet[Actor]) -> QuerySet[Actor]:
    """Of these actors, those of which something stopped counting and that no mail brings to answer: somebody calls."""
    asked = Service.objects.published().asked_for_room().filter(actor=OuterRef("pk"))
    still = Availability.objects.filter(service=OuterRef("pk"), valid_until__gt=Now())
    mailed = FrontDesk.objects.reached_by_mail().filter(actor=OuterRef("pk"), unanswered__lt=MOST_UNANSWERED)
    return actors.published().filter(Exists(asked.filter(~Exists(still)))).filter(~Exists(mailed))


def _mails_left(desk: FrontDesk, questions: list[CampaignRequest]) -> int:
    """How many mails at most come after this one where nobody answers."""
    asks_room = getattr(desk, "about_room", False) or getattr(desk, "reported", False)
    about_room = MOST_UNANSWERED - 1 - desk.unanswered % MOST_UNANSWERED if asks_room else 0
    return max([about_room, *(MOST_MAILS - 1 - one.mails for one in questions)])


def _send(template: str, desk: FrontDesk, questions: list[CampaignRequest] = ()) -> None:
    """One mail in the language of the desk. Its head lets programs for mail end it with one click (RFC 8058)."""
    with override(desk.language):
        links = {
            "link": link_of(desk.actor, desk.language),
            "stop": link_of(desk.actor, desk.language, "front-desk-mail"),
        }
        headers = {"List-Unsubscribe": f"<{links['stop']}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
        about = {name: getattr(desk, name, False) for name in ("reported", "about_room")}  # of a desk that is due
        more = _mails_left(desk, questions)
        context = {"actor": desk.actor, "site_url": settings.SITE_URL, "questions": questions, "more": more}
        context |= about | links
        get_adapter().render_mail(template, desk.email, context, headers=headers).send()
