"""The digest for staff: how much of each kind of work there is, and the few most urgent items; never about people."""

from collections.abc import Iterator
from smtplib import SMTPException, SMTPRecipientsRefused

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from actors import permissions
from actors.enums import ActorKind
from actors.models import StaffDigest
from actors.people import bounces
from actors.queue.handing import waiting_for
from actors.queue.items import handed_over, items, read
from actors.queue.kinds import KINDS
from actors.queue.work import Work
from actors.subscriptions.mailing import send, stop_link

WORST, KINDS_WITH_NAMES = 3, 3  # items of a kind, and kinds of which items are named


def due() -> QuerySet[StaffDigest]:
    """The digests that may go out now."""
    return StaffDigest.objects.due()


def send_all() -> Iterator[str]:
    """Send each digest that is due: `sent`, `nothing`, `bounced` or `failed`. Two runs at once send it once."""
    for pk in list(due().order_by("pk").values_list("pk", flat=True)):
        with transaction.atomic():
            digest = (
                due().select_for_update(of=("self",), skip_locked=True).select_related("user").filter(pk=pk).first()
            )
            if digest is not None:
                yield _send(digest)


def _send(digest: StaffDigest) -> str:
    with override(digest.user.language):
        lines = lines_of(digest.user)
        if lines:
            try:
                home = settings.SITE_URL + reverse("staff-home")
                change = settings.SITE_URL + reverse("staff-digest")
                links = {"stop": stop_link("digest", digest.pk), "home": home, "change": change}
                send("subscriptions/email/digest", digest.user.email, lines=lines, **links)
            except SMTPRecipientsRefused:
                bounces.note(digest.user.email)
                return "bounced"
            except (SMTPException, OSError):
                return "failed"  # the next run tries again
            digest.mailed_on = timezone.localdate()
            digest.save(update_fields=["mailed_on"])
    return "sent" if lines else "nothing"


def lines_of(user) -> list[dict]:
    """Each kind of work of which there is any: its words, how much, its address, the names of what is most urgent."""
    if not permissions.is_zone_staff(user):
        return []
    work, home = Work(user), settings.SITE_URL + reverse("staff-home")
    handed = waiting_for(user, work, handed_over(Q(to=user)))
    mine = {"words": _("Handed to you"), "number": len(handed), "link": f"{home}?handed=1", "names": []}
    found = [(KINDS[code], number) for code, number in work.counts.items() if number]
    return [mine] * bool(handed) + [
        {
            "words": kind.words,
            "number": number,
            "link": f"{home}?kind={kind.code}",
            "names": _worst(kind, work) if place < KINDS_WITH_NAMES else [],
        }
        for place, (kind, number) in enumerate(found)
    ]


def _worst(kind, work: Work) -> list[str]:
    """The organisations whose items come first; not those that bear the name of a person."""
    keys = work.keys(kind)[:WORST]
    records = {record.pk: record for record in read(kind, kind.model.objects.filter(pk__in=keys))}
    actors = [item.actor for item in items(kind, [records[pk] for pk in keys if pk in records])]
    return [actor.name for actor in actors if actor.kind != ActorKind.PRACTITIONER]
