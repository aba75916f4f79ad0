"""Whom a campaign asks, how many of them mail reaches, and its life: start, take the start back, close, open again."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from actors.campaigns import calls
from actors.models import Actor, Campaign, CampaignRequest, FrontDesk, Service


def audience(campaign: Campaign) -> QuerySet[Actor]:
    """The published actors that a campaign would ask if it began now; `has_mail`: whether mail reaches them;
    `has_phone`: whether they can be called."""
    actors = Actor.objects.published().filter(is_example=False)  # nobody answers for what is invented
    if campaign.zone_id:
        actors = actors.filter(steward=campaign.zone_id)
    if campaign.actor_kind:
        actors = actors.filter(kind=campaign.actor_kind)
    if campaign.theme_id:
        offers = Service.objects.published().filter(actor=OuterRef("pk"), themes=campaign.theme_id)
        actors = actors.filter(Exists(offers))
    mailed = FrontDesk.objects.reached_by_mail().filter(actor=OuterRef("pk"))
    return actors.annotate(has_mail=Exists(mailed), has_phone=calls.has_phone())


@transaction.atomic
def start(campaign: Campaign, *, number: int) -> None:
    """Ask everybody: `manage.py remind` sends the mails, one per actor; those that no mail reaches are called.

    `number`: of how many actors whoever starts it was told.

    Raises:
        ValidationError: it was started already, its last day is over, or the selection is another one by now.
    """
    now = _taken(campaign)
    if not now.is_draft:
        raise ValidationError(_("This campaign was started already."))
    if now.ends_on < timezone.localdate():
        raise ValidationError(_("The last day of this campaign is over: choose another one."))
    actors = list(audience(now).order_by("pk"))
    if not actors:
        raise ValidationError(_("Nobody is in this selection."))
    if len(actors) != number:
        raise ValidationError(_("The selection changed meanwhile. Look again at whom you ask."))
    now.started_at = timezone.now()
    now.save(update_fields=["started_at"])
    called = calls.planned([actor for actor in actors if not actor.has_mail], now, now.started_at)
    CampaignRequest.objects.bulk_create(
        CampaignRequest(campaign=now, actor=actor, due_at=called.get(actor.pk, now.started_at)) for actor in actors
    )


@transaction.atomic
def take_start_back(campaign: Campaign) -> None:
    """It is a draft again, and nobody was asked.

    Raises:
        ValidationError: a mail went out or an answer came already.
    """
    now = _taken(campaign)
    asked = now.requests.select_for_update()
    if any(one.mails or one.answer for one in asked):
        raise ValidationError(_("A mail went out, or somebody answered already. You can close the campaign."))
    now.requests.all().delete()
    Campaign.objects.filter(pk=now.pk).update(started_at=None, closed_at=None)


def close(campaign: Campaign) -> None:
    """Nobody is asked any more, and nobody can answer."""
    Campaign.objects.filter(pk=campaign.pk, closed_at=None, started_at__isnull=False).update(closed_at=timezone.now())


@transaction.atomic
def open_again(campaign: Campaign) -> None:
    """It goes on until its last day; the calls that were not made meanwhile do not all come at once."""
    now = _taken(campaign)
    now.closed_at = None
    now.save(update_fields=["closed_at"])
    if now.is_running:
        calls.plan_again(now)


@transaction.atomic
def save(campaign: Campaign, *, seen: int) -> Campaign:
    """Keep a draft, or the last day of one that runs. `seen`: the version that whoever changed it had before them.

    Raises:
        ValidationError: somebody else changed it meanwhile.
    """
    if campaign.pk and not Campaign.objects.filter(pk=campaign.pk, version=seen).update(version=F("version") + 1):
        raise ValidationError(_("Somebody else changed this campaign meanwhile. Open it again."))
    campaign.version = seen + 1 if campaign.pk else 0
    campaign.save()
    if campaign.is_running:
        calls.plan_again(campaign)
    return campaign


def _taken(campaign: Campaign) -> Campaign:
    """The campaign as it is now; who else starts it meanwhile waits."""
    return Campaign.objects.select_for_update(of=("self",)).get(pk=campaign.pk)
