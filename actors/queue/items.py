"""One item of the work queue as it is shown: what it is about, and what can be done with it in place."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Prefetch, Q, QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from actors.availability.questions import RoomQuestion, asked_services, with_questions
from actors.campaigns.calls import phones_of, with_phones
from actors.campaigns.question import Question
from actors.campaigns.said import Said
from actors.enums import ContactKind
from actors.hours import usual_line
from actors.models import (
    Actor,
    CampaignRequest,
    Contact,
    Location,
    QueueHandover,
    QueueHold,
    Service,
    ServiceAtLocation,
    Suggestion,
)
from actors.queue import duplicates
from actors.queue.kinds import Kind


@dataclass
class Item:
    """A record that waits. `held`: who is at it; `done`: what was just done, with the note that takes it back."""

    kind: Kind
    record: Actor | Service | Location | Suggestion | CampaignRequest
    held: QueueHold | None = None
    handed: QueueHandover | None = None  # whose work it is, where one of the team handed it to another
    rooms: list[RoomQuestion] = field(default_factory=list)
    looks_like: tuple[Actor, list[Promise]] | None = None  # another actor that this one may be, and why
    done: str = ""
    undo: str = ""
    error: str = ""
    is_open: bool = False  # on a phone, where items are folded: something was done in it just now
    typed: QueryDict | None = None  # what was sent, where it was refused
    asks_name: bool = False  # because it looks like the name of a person

    @property
    def actor(self) -> Actor:
        """Whose listing it is in."""
        if isinstance(self.record, Suggestion):
            return self.record.owner
        return self.record if isinstance(self.record, Actor) else self.record.actor

    @property
    def key(self) -> str:
        return f"{self.kind.code}-{self.record.pk}"

    @cached_property
    def address(self) -> str:
        """Where what is done with it is sent."""
        return reverse("queue-item", args=[self.kind.code, self.record.pk])

    @property
    def template(self) -> str:
        """What is shown of it, by kind."""
        return TEMPLATES[self.kind.code]

    @cached_property
    def phones(self) -> list[Contact]:
        """The numbers of the organisation and of what it offers, each once."""
        return phones_of(self.actor)

    @property
    def emails(self) -> list[Contact]:
        """The general addresses of the organisation, which may be that of the front desk."""
        return [one for one in self.actor.shown_contacts if one.kind == ContactKind.EMAIL]

    @property
    def contacts(self) -> list[Contact]:
        """Everything by which the organisation itself is reached."""
        return list(self.actor.shown_contacts)

    @property
    def question(self) -> Question:
        """The question of a campaign, as it is asked of this organisation."""
        said = Said(error=self.error) if self.error else None
        return Question(self.record, said, self.typed, asks_name=self.asks_name)

    @property
    def asks_room(self) -> bool:
        """Whether room is a question at the service that this is about."""
        return getattr(self.record, "room_asked", True)

    @property
    def services(self) -> list[Service]:
        """The published services of the organisation."""
        return getattr(self.actor, "shown_services", [])

    @cached_property
    def hours(self) -> list[tuple[Service, Location, str]]:
        """Where and when: each service, with its place and the usual week in words (empty: not known)."""
        return [
            (service, place.location, usual_line(place.opening_hours))
            for service in self.services
            for place in service.shown_places
        ]

    @cached_property
    def ended(self) -> list[Actor | Service]:
        """What of it is over: the organisation itself, or some of its services."""
        records = [self.actor, *self.actor.all_services] if self.kind.code == "ended" else []
        return [one for one in records if one.is_past_its_end]

    @cached_property
    def missing(self) -> list[tuple[Actor | Service, list[Promise]]]:
        """What of it exists in one language only, and which language is missing."""
        found = [(record, _missing_in(record)) for record in [self.actor, *self.services]]
        return [(record, languages) for record, languages in found if languages]


def _missing_in(record: Actor | Service) -> list[Promise]:
    """The languages in which it has no name, or no description that the other one has."""
    described = record.description_nl or record.description_fr
    return [
        words
        for code, words in MISSING.items()
        if not getattr(record, f"name_{code}") or (described and not getattr(record, f"description_{code}"))
    ]


MISSING = {"nl": _("Dutch is missing"), "fr": _("French is missing")}
TEMPLATES = {
    "refused": "queue/item_rooms.html",
    "call": "queue/item_call.html",
    "campaign": "queue/item_campaign.html",
    "suggested": "queue/item_suggested.html",
    "ending": "queue/item_rooms.html",
    "due": "queue/item_due.html",
    "ended": "queue/item_ended.html",
    "duplicates": "queue/item_duplicates.html",
    "places": "queue/item_places.html",
    "language": "queue/item_language.html",
    "unasked": "queue/item_unasked.html",
}
ROOMS = {"refused", "ending"}  # kinds whose records are services of which the room is said
WITH_ROOMS_OF_ACTOR = {"call"}


def read(kind: Kind, records: QuerySet) -> QuerySet:
    """The records of a kind with all that their items show, in a few queries whatever their number."""
    if records.model is Service:
        return with_questions(records.with_room_asked())
    if records.model is Suggestion:
        return records.select_related("actor__merged_into", "service__actor")
    if records.model is CampaignRequest:
        return with_phones(records.select_related("campaign__zone", "actor"))
    if records.model is Location:
        return records.select_related("actor", "neighbourhood__municipality").prefetch_related(
            Prefetch("actor__contacts", Contact.objects.all(), to_attr="shown_contacts")
        )
    return records.prefetch_related(*_of_actors(kind.code))


def _of_actors(code: str) -> Iterator[Prefetch]:
    """What is read of organisations beside themselves, of which an item of this kind shows something."""
    if code in {"call", "due", "unasked"}:
        yield Prefetch("contacts", Contact.objects.all(), to_attr="shown_contacts")
    if code in {"call", "due", "unasked", "language"}:
        services = Service.objects.published().order_by(f"sort_{get_language()}", "pk")
        if code == "due":
            places = ServiceAtLocation.objects.select_related("location")
            services = services.prefetch_related(Prefetch("places", places, to_attr="shown_places"))
        elif code != "language":
            contacts = Prefetch("contacts", Contact.objects.all(), to_attr="shown_contacts")
            services = services.prefetch_related(contacts)
        yield Prefetch("services", services, to_attr="shown_services")
    if code == "ended":
        yield Prefetch("services", Service.objects.all(), to_attr="all_services")


Handed = dict[tuple[str, int], QueueHandover]  # by kind and key of the record


def handed_over(which: Q) -> Handed:
    """Which items are somebody's now, as one of their team handed them over."""
    found = QueueHandover.objects.now().filter(which).select_related("by", "to")
    return {(one.kind, one.record): one for one in found}


def items(kind: Kind, records: list, handed: Handed | None = None) -> list[Item]:
    """The items of records that were read so. `handed`: what was handed over, where that was read already."""
    keys = [record.pk for record in records]
    held = {
        hold.record: hold
        for hold in QueueHold.objects.now().filter(kind=kind.code, record__in=keys).select_related("user")
    }
    handed = handed_over(Q(kind=kind.code, record__in=keys)) if handed is None else handed
    found = [Item(kind, one, held.get(one.pk), handed.get((kind.code, one.pk))) for one in records]
    if kind.code in ROOMS:
        for item in found:
            item.rooms = [RoomQuestion(item.record)]
    if kind.code == "duplicates":
        others = duplicates.others_of(keys)
        for item in found:
            item.looks_like = others.get(item.record.pk)
    if kind.code in WITH_ROOMS_OF_ACTOR:
        by_actor: dict[int, list[RoomQuestion]] = {}
        for service in asked_services().filter(actor__in=keys):
            by_actor.setdefault(service.actor_id, []).append(RoomQuestion(service))
        for item in found:
            item.rooms = by_actor.get(item.record.pk, [])
    return found
