"""Calling those that no mail reaches: when, so that what stands in the queue on a day can be done on it, and at which
number."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from math import ceil

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from actors.enums import ContactKind
from actors.models import Actor, Campaign, CampaignRequest, Contact, Service

A_DAY = 20  # calls that a team makes beside its other work
SATURDAY = 5


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
        if (number == 0 and today) or (number > 0 and day.weekday() < SATURDAY):
            yield day


def _begin(day: date, now: datetime) -> datetime:
    return now if day == timezone.localdate(now) else timezone.make_aware(datetime.combine(day, time.min))


def plan_again(campaign: Campaign) -> None:
    """After another last day: reminders that would come too late come sooner, and the calls of later days are spread
    over those that there are now."""
    now = timezone.now()
    waiting = CampaignRequest.objects.waiting().filter(campaign=campaign)
    next_mail = now + campaign.between_mails
    waiting.filter(mails__gt=0, due_at__gt=next_mail).update(due_at=next_mail)
    later = list(waiting.filter(mails=0, due_at__gt=now))
    actors = Actor.objects.filter(pk__in=[one.actor_id for one in later]).annotate(has_phone=has_phone()).order_by("pk")
    moments = planned(actors, campaign, now, today=False)
    for one in later:
        one.due_at = moments[one.actor_id]
    CampaignRequest.objects.bulk_update(later, ["due_at"])


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
