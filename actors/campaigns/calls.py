"""Calling those that no mail reaches: when, so that what stands in the queue on a day can be done on it, and at which
number."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from math import ceil

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from actors.enums import ContactKind
from actors.models import Actor, Campaign, CampaignRequest, Contact, FrontDesk, Service
from actors.models.campaign import MOST_MAILS, works_on

A_DAY = 20  # calls that a team makes beside its other work


def has_phone() -> Exists:
    """Whether a telephone number of an actor, or of what it offers, is known."""
    own = Q(actor=OuterRef("pk")) | Q(service__actor=OuterRef("pk"))
    return Exists(Contact.objects.filter(own, kind=ContactKind.PHONE))


def planned(actors: Iterable[Actor], campaign: Campaign, now: datetime, *, today: bool = True) -> dict[int, datetime]:
    """When each of these actors (with `has_phone`) is to be called, by key: its team has as many on each working day,
    those with a number first. `today`: whether some are called at once."""
    days = list(_days(campaign.ends_on, now, today=today)) or [timezone.localdate(now)]
    teams: dict[int | None, list[int]] = {}
    for actor in sorted(actors, key=lambda one: not one.has_phone):
        teams.setdefault(actor.steward_id, []).append(actor.pk)
    moments: dict[int, datetime] = {}
    for team in teams.values():
        size = max(A_DAY, ceil(len(team) / len(days)))
        for place, day in enumerate(days):
            moments |= dict.fromkeys(team[place * size : (place + 1) * size], _begin(day, now))
    return moments


def _days(last: date, now: datetime, *, today: bool) -> Iterator[date]:
    """The days until the last one on which somebody calls: no weekends, but today where it is asked."""
    first = timezone.localdate(now)
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        if (number == 0 and today) or (number > 0 and works_on(day)):
            yield day


def _begin(day: date, now: datetime) -> datetime:
    return now if day == timezone.localdate(now) else timezone.make_aware(datetime.combine(day, time.min))


def after_mail(asked: CampaignRequest, now: datetime) -> None:
    """A mail went out: note when the next one is due, or the call, on a day on which its team can make it."""
    due_at = now + asked.campaign.until_next_step(asked.mails + 1, now)
    if asked.mails + 1 == MOST_MAILS:
        due_at = _first_free(asked, due_at)
    CampaignRequest.objects.filter(pk=asked.pk).update(mails=F("mails") + 1, due_at=due_at)


def _first_free(asked: CampaignRequest, earliest: datetime) -> datetime:
    """The first moment from `earliest` on whose day the team has not yet its number of calls; else that of the day with
    the fewest."""
    is_call = Q(mails=MOST_MAILS) | Q(mails=0)  # what waits for its first mail is planned for no later day
    team = CampaignRequest.objects.waiting().filter(is_call, campaign=asked.campaign, due_at__gt=timezone.now())
    moments = team.filter(actor__steward=asked.actor.steward_id).values_list("due_at", flat=True)
    taken = Counter(timezone.localdate(moment) for moment in moments)
    first = timezone.localdate(earliest)
    days = list(_days(asked.campaign.ends_on, earliest, today=works_on(first))) or [first]
    free = next((day for day in days if taken[day] < A_DAY), None)
    return _begin(free or min(days, key=taken.__getitem__), earliest)


@transaction.atomic
def plan_again(campaign: Campaign) -> None:
    """After another last day: what would come too late comes sooner, and the calls to those that no mail reaches are
    spread anew over the days that there are, those first that stand in the queue."""
    now = timezone.now()
    waiting = CampaignRequest.objects.waiting().filter(campaign=campaign)
    for mails in range(1, MOST_MAILS):
        at_latest = now + campaign.until_next_step(mails, now)
        waiting.filter(mails=mails, due_at__gt=at_latest).update(due_at=at_latest)
    at_latest = now + campaign.until_next_step(MOST_MAILS, now)
    _spread(waiting.filter(mails=MOST_MAILS, due_at__gt=at_latest), campaign, at_latest)
    reached = FrontDesk.objects.reached_by_mail().values("actor")
    _spread(waiting.filter(mails=0).exclude(actor__in=reached), campaign, now)


def _spread(waiting: QuerySet[CampaignRequest], campaign: Campaign, now: datetime) -> None:
    """Plan the calls to these from `now` on; on that day itself only where one of them waits on it already."""
    asked = {one.actor_id: one for one in waiting.order_by("due_at", "actor")}
    actors = Actor.objects.filter(pk__in=asked).annotate(has_phone=has_phone()).in_bulk()
    today = any(one.due_at <= now for one in asked.values())
    moments = planned([actors[pk] for pk in asked], campaign, now, today=today)
    for pk, one in asked.items():
        one.due_at = moments[pk]
    CampaignRequest.objects.bulk_update(asked.values(), ["due_at"])


def with_phones(asked: QuerySet[CampaignRequest]) -> QuerySet[CampaignRequest]:
    """What was asked of actors (read along with it), with the numbers at which they are called."""
    contacts = Prefetch("contacts", Contact.objects.all(), to_attr="shown_contacts")
    services = Service.objects.published().prefetch_related(contacts)
    return asked.prefetch_related(
        Prefetch("actor__contacts", Contact.objects.all(), to_attr="shown_contacts"),
        Prefetch("actor__services", services, to_attr="shown_services"),
    )


def phones_of(actor: Actor) -> list[Contact]:
    """The numbers of an organisation and of what it offers (`shown_contacts`, `shown_services`), each once."""
    services = getattr(actor, "shown_services", [])
    contacts = [*actor.shown_contacts, *(one for service in services for one in service.shown_contacts)]
    return list({one.value: one for one in contacts if one.kind == ContactKind.PHONE}.values())
