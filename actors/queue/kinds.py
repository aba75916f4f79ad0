"""The kinds of work: of which records each is, for whom, and which come first."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from django.contrib.postgres.aggregates import BoolOr
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, FloatField, Max, Model, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce, Extract, Now, TruncDate
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from actors import permissions
from actors.enums import Precision, Status
from actors.frontdesk import reminders
from actors.models import (
    Actor,
    Availability,
    CampaignRequest,
    FrontDesk,
    Location,
    QueueHold,
    Refusal,
    Service,
    Suggestion,
)
from actors.models.listing import in_one_language
from actors.models.location import IN_THE_STREET
from actors.models.refusal import TO_HANDLE
from actors.models.visibility import published
from actors.queue import duplicates
from repertorium.prepared import AnyOf
from zones.models import CareZone

SOON = timedelta(days=1)  # before it ends, a status is to be renewed
FRESH = timedelta(hours=12)  # in which nobody is asked again: beds count no longer than a day
IN_USE = timedelta(days=90)  # over which use is counted
TODAY = TruncDate(Now())  # in Brussels, when it is asked


@dataclass(frozen=True)
class Kind:
    """One kind of work. `records`: what is to be done, from the actors that somebody edits; `in_order`: the same, the
    most urgent first. Apart, because counting needs no order, which costs as much again."""

    code: str
    words: Promise
    why: Promise
    pictogram: str
    records: Callable[[QuerySet[Actor]], QuerySet]
    in_order: Callable[[QuerySet], QuerySet]
    may: Callable[[object], bool] = permissions.edits_something  # who does it
    is_prepared: bool = True  # its statement stays the same, whatever is in the database
    is_told: bool = False  # somebody said something: then an invented listing waits too, so that it can be tried out

    @property
    def is_for_zones(self) -> bool:
        """Whether teams of zones do it too."""
        return self.may is permissions.edits_something

    @cached_property
    def model(self) -> type[Model]:
        """Of which model its records are."""
        return self.records(Actor.objects.all()).model

    def to_do(self, actors: QuerySet[Actor]) -> QuerySet:
        """What is to be done of these actors and was not put off, the most urgent first."""
        return self.in_order(self.waiting(actors))

    def waiting(self, actors: QuerySet[Actor]) -> QuerySet:
        """The same in no order, to be counted."""
        actors = actors if self.is_told else actors.filter(is_example=False)
        return self.records(actors).exclude(pk__in=QueueHold.objects.put_off(self.code)).order_by()


def _refused(actors: QuerySet[Actor]) -> QuerySet[Service]:
    waiting = Refusal.objects.to_answer(_services(actors), weight=TO_HANDLE)
    return Service.objects.filter(pk__in=waiting.order_by().values("service"))


def _by_weight(services: QuerySet[Service]) -> QuerySet[Service]:
    weight = Sum("refusals__weight", filter=Q(refusals__answered_at=None))
    return services.annotate(weight_of_reports=weight).order_by("-weight_of_reports", "pk")


def _to_call(actors: QuerySet[Actor]) -> QuerySet[Actor]:
    """Those whose desk was asked or may not be asked: whoever was never asked at all is another kind of work."""
    asked = FrontDesk.objects.filter(actor=OuterRef("pk")).exclude(email="", answered_at=None)
    return reminders.to_call(actors).filter(Exists(asked))


def _campaign_to_call(actors: QuerySet[Actor]) -> QuerySet[CampaignRequest]:
    return CampaignRequest.objects.to_call().filter(actor__in=actors.values("pk"))


def _by_last_day_of_campaign(asked: QuerySet[CampaignRequest]) -> QuerySet[CampaignRequest]:
    return asked.order_by("campaign__ends_on", "campaign", "pk")


def _by_end(records: QuerySet) -> QuerySet:
    """What ended first; what nobody ever said last."""
    said = Availability.objects.filter(**{"service__actor" if records.model is Actor else "service": OuterRef("pk")})
    ends = Subquery(said.order_by("valid_until").values("valid_until")[:1])
    return records.annotate(first_end=ends).order_by(F("first_end").asc(nulls_last=True), "pk")


def _ending(actors: QuerySet[Actor]) -> QuerySet[Service]:
    """What was said and stops counting within a day, where no mail asks for it."""
    mailed = FrontDesk.objects.reached_by_mail().filter(unanswered__lt=reminders.MOST_UNANSWERED)
    # Where somebody said it, room is a question, unless it was said since that it is none.
    services = _services(actors).filter(Q(asks_room=True) | Q(asks_room=None), pk__in=_soon_unknown())
    return services.exclude(actor__in=mailed.values("actor"))


def _soon_unknown() -> QuerySet:
    """The keys of services of which all that was said ends soon, and nothing was said just now. All of them together,
    because the database asks that quicker than of each service apart."""
    fresh = Q(confirmed_at__gt=Now() - FRESH, valid_until__gt=Now())
    said = Availability.objects.order_by().values("service")
    said = said.annotate(last=Max("valid_until"), is_fresh=BoolOr(fresh))
    return said.filter(last__lte=Now() + SOON, is_fresh=False).values("service")


def _never_asked(actors: QuerySet[Actor]) -> QuerySet[Actor]:
    """Where room is a question, and nobody knows whom to ask it: no front desk, and nothing was ever said."""
    asked = Service.objects.published().asked_for_room()
    said = Availability.objects.filter(service__actor=OuterRef("pk"))
    desk = FrontDesk.objects.filter(actor=OuterRef("pk")).exclude(email="", answered_at=None)
    return actors.published().filter(~Exists(said), ~Exists(desk), pk__in=asked.values("actor"))


def _due(actors: QuerySet[Actor]) -> QuerySet[Actor]:
    """Nobody confirmed it within its rhythm."""
    return actors.published().filter(Q(confirmed_on=None) | Q(due_on__lte=TODAY))


def _by_use_and_age(due: QuerySet[Actor]) -> QuerySet[Actor]:
    """How much it is used times how old its confirmation is (design: `domain.md`)."""
    age = Extract(TODAY - Coalesce("confirmed_on", "entered_on"), "epoch", output_field=FloatField())  # seconds
    return _with_use(due).annotate(urgency=(F("use") + 1) * age).order_by("-urgency", "pk")


def _suggested(actors: QuerySet[Actor]) -> QuerySet[Suggestion]:
    return Suggestion.objects.waiting().of_actors(actors)


def _ended(actors: QuerySet[Actor]) -> QuerySet[Actor]:
    services = Service.objects.past_their_end().filter(actor=OuterRef("pk"))
    return actors.filter(Q(pk__in=Actor.objects.past_their_end()) | Q(Exists(services), status=Status.PUBLISHED))


def _unsure_places(actors: QuerySet[Actor]) -> QuerySet[Location]:
    places = Location.objects.filter(actor__in=actors.published().values("pk"), kind__in=IN_THE_STREET)
    return places.filter(precision=Precision.NEIGHBOURHOOD)


def _one_language(actors: QuerySet[Actor]) -> QuerySet[Actor]:
    services = Service.objects.published().filter(in_one_language(), actor=OuterRef("pk"))
    return actors.published().filter(in_one_language() | Q(Exists(services)))


def _services(actors: QuerySet[Actor]) -> QuerySet[Service]:
    """The published services of these actors; that the actors are published is asked once of each."""
    keys = ArraySubquery(actors.published().order_by().values("pk"))
    return Service.objects.filter(published(), AnyOf(F("actor"), keys))


def _with_use(actors: QuerySet[Actor]) -> QuerySet[Actor]:
    """Actors, with how often their services were opened (`use`)."""
    lately = Q(services__uses__day__gt=timezone.localdate() - IN_USE)
    return actors.annotate(use=Coalesce(Sum("services__uses__count", filter=lately), Value(0)))


def _by_last_day(actors: QuerySet[Actor]) -> QuerySet[Actor]:
    return actors.order_by("ends_on", "pk")


def _by_actor(places: QuerySet[Location]) -> QuerySet[Location]:
    return places.order_by("actor", "pk")


def _as_sent(suggestions: QuerySet[Suggestion]) -> QuerySet[Suggestion]:
    return suggestions.order_by("-by_professional", "sent_at", "pk")


def _by_use(actors: QuerySet[Actor]) -> QuerySet[Actor]:
    return _with_use(actors).order_by("-use", "pk")


# In the order in which they lead somebody to a closed door.
KINDS = {
    kind.code: kind
    for kind in (
        Kind(
            "refused",
            _("Refusals reported"),
            _("People say that they were refused here. Ask how things are, and say it with one click."),
            "hand",
            _refused,
            _by_weight,
            is_told=True,
        ),
        Kind(
            "call",
            _("To call"),
            _("Mail brings no answer here. Call, and say what you hear."),
            "phone",
            _to_call,
            _by_end,
        ),
        Kind(
            "campaign",
            _("Campaigns: to call"),
            _("Mail brings no answer to the question of a campaign. Call, and write down what you hear."),
            "bullhorn",
            _campaign_to_call,
            _by_last_day_of_campaign,
        ),
        Kind(
            "ending",
            _("Status that ends"),
            _("This status ends within a day, or has ended, and nobody gets a mail about it."),
            "hourglass-half",
            _ending,
            _by_end,
        ),
        Kind(
            "suggested",
            _("Suggested corrections"),
            _("Somebody says that this is not right. Compare it with what stands there, and take it over or not."),
            "lightbulb",
            _suggested,
            _as_sent,
            is_told=True,
        ),
        Kind(
            "due",
            _("To confirm"),
            _("Nobody said lately that this is right. The most used and oldest come first."),
            "circle-check",
            _due,
            _by_use_and_age,
        ),
        Kind(
            "ended",
            _("Ended projects"),
            _("Their last day is over. Archive them, or give them a new last day."),
            "flag",
            _ended,
            _by_last_day,
        ),
        Kind(
            "duplicates",
            _("Possible duplicates"),
            _("These look like one and the same. Merge them, or say that they are two."),
            "code-merge",
            duplicates.records,
            duplicates.in_order,
            permissions.can_merge,
            is_prepared=False,
        ),
        Kind(
            "places",
            _("Addresses to verify"),
            _("Their point on the map is only that of the neighbourhood."),
            "location-dot",
            _unsure_places,
            _by_actor,
        ),
        Kind(
            "language",
            _("Missing in one language"),
            _("A name or a description exists in one language only."),
            "language",
            _one_language,
            _by_use,
        ),
        Kind(
            "unasked",
            _("Never asked"),
            _("Nobody was ever asked whether there is room. Find the address of the front desk and send the link."),
            "paper-plane",
            _never_asked,
            _by_use,
        ),
    )
}


def actors_of(user, zone: CareZone | None = None) -> QuerySet[Actor]:
    """The actors whose work is somebody's; of one zone alone, where they are of several."""
    actors = at_work(permissions.editable_actors(user))
    return actors.filter(steward=zone) if zone else actors


def at_work(actors: QuerySet[Actor]) -> QuerySet[Actor]:
    """Nothing is to be done any more of what was archived."""
    return actors.exclude(status=Status.ARCHIVED)
