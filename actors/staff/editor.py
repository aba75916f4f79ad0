"""What the page of the editor reads: the listing, what both changed, what others did meanwhile."""

from datetime import datetime
from functools import cached_property

from django.http import Http404, HttpRequest, QueryDict
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from actors.models import Actor, Draft
from actors.staff import saving
from actors.staff.changes import Change, change_at, changes
from actors.staff.fields import RecordForm
from actors.staff.finder import Finder
from actors.staff.listing import ACTOR, FORMS, Listing
from actors.staff.lists import Lists
from actors.staff.merge import UnknownRecordError
from actors.staff.saving import Outcome
from actors.staff.service_forms import CONDITIONS
from actors.staff.state import is_new, kind, read, write
from actors.staff.ticket import Ticket
from actors.staff.typed_hours import Understood, settle

CHOICE, ADD, UNFOLD, CONFIRMED, PART = "choice-", "add", "unfold", "confirmed", "part"
AT_ONCE = 6  # services that are unfolded for that
FIRST_RECORDS = (  # key, what it belongs to, values: with these a new listing begins, as most have one of each
    ("contact-n1", ACTOR, {}),
    ("contact-n2", ACTOR, {"kind": ["website"]}),
    ("location-n3", ACTOR, {}),
    ("service-n4", ACTOR, {}),
    ("at-n5", "service-n4", {"location": ["location-n3"]}),
)


def _is_of_hours(form: RecordForm, name: str) -> bool:
    if kind(form.key) == "contact":
        return form.has_hours and name in {"kind", "value", "opening_hours"}
    return kind(form.key) in {"at", "closure"} or kind(form.owner) == "at" or name == "school_calendar"


def _is_of_conditions(form: RecordForm, name: str) -> bool:
    return kind(form.key) == "service" and name in CONDITIONS


SEEN_IN = {"hours": _is_of_hours, "conditions": _is_of_conditions}  # parts that can be looked at alone: their fields


class Editor:
    """One listing in somebody's hands; without an actor a new one."""

    def __init__(self, request: HttpRequest, actor: Actor | None):
        self.request, self.user, self.actor = request, request.user, actor
        self.lists = Lists(Finder(request.user, actor and actor.pk))
        self.ticket = Ticket(self.user.pk, actor.pk if actor else None)
        self.listing: Listing | None = None
        self.outcome: Outcome | None = None
        self.added = ""
        self.unseen: list[Understood] = []
        self.confirmed = ""

    # --- how it came to be ----------------------------------------------------------------------------------

    def open(self) -> "Editor":
        """As it is in the database; a new one with the records that most listings have."""
        if self.actor:
            self.listing = Listing(self.actor, self.lists, self.user)
            self.ticket.base = self.listing.state()
            services = self.listing.of_kind("service")
            few = len(services) <= (AT_ONCE if self.asked_part else 1)
            self.listing.fold(keep=services if few else self.request.GET.getlist("open"))
            return self
        state = {ACTOR: Listing(None, self.lists, self.user).forms[ACTOR].state()}
        for key, owner, values in FIRST_RECORDS:
            state[key] = {**self._blank(key, owner), **values}
        self.listing = Listing(None, self.lists, self.user, state, shown=state)
        self.listing.hush()
        return self

    def take(self, data: MultiValueDict, ticket: Ticket) -> "Editor":
        """As a form has it, which may have been kept as a draft."""
        self.ticket, self.mine = ticket, read(data)
        self.unseen = settle(self.mine, ticket.base)
        self.lists.finder.settle(self.mine, ticket.base, asked=data.get(UNFOLD, ""))
        places = {name: name.removeprefix(CHOICE).rpartition("-") for name in data if name.startswith(CHOICE)}
        self.chosen = {(key, field): data[name] for name, (key, _dash, field) in places.items()}
        self.confirmed = data.get(CONFIRMED, "")
        return self

    def save(self) -> Actor | None:
        """Save it; None where it cannot be saved, or hours were understood that nobody saw: then the page says so."""
        if self.unseen:
            self.review()
            return None
        self._do(saving.save_listing, confirmed=self.confirmed)
        self.listing.fold(keep=self.mine)
        return self.outcome.saved

    def review(self) -> bool:
        """Work out what would change; whether it could be saved."""
        self._do(saving.prepare, for_saving=True)
        fine = self.listing.is_valid()
        self.listing.fold(keep=self.mine)
        return fine and not self.conflicts

    def go_on(self, add: str = "", unfold: str = "") -> None:
        """Show the form as it was sent, with one more record (`contact:service-12`) or service where that was asked."""
        self.added = unfold
        if add:
            added, _colon, owner = add.partition(":")
            self.added = f"{added}-n{1 + max((_number(key) for key in self.mine), default=0)}"
            self.mine[self.added] = self._blank(self.added, owner)
        self._do(saving.prepare)
        self.listing.hush()
        self.listing.fold(keep={*self.mine, unfold})

    @property
    def asked_part(self) -> str:
        """The part of the form that somebody wants to see alone."""
        asked = self.request.POST.get(PART) or self.request.GET.get(PART)
        return asked if asked in SEEN_IN and self.actor else ""

    @property
    def part(self) -> str:
        """The part that is shown alone; the rest is there, unseen, unless something is wrong in it."""
        asked = self.asked_part
        if self.outcome is None or not asked:
            return asked
        seen = SEEN_IN[asked]
        return "" if self.conflicts or not all(seen(form, name) for form, name in self.listing.wrong) else asked

    @property
    def is_due(self) -> bool:
        """Whether somebody is to confirm the whole listing: nobody ever did, or it is time again."""
        return self.actor.confirmed_on is None or self.actor.due_on <= timezone.localdate()

    @property
    def given(self) -> dict:
        """What saving needs of a form that was sent."""
        return {"user": self.user, "actor": self.actor, "ticket": self.ticket, "mine": self.mine}

    def _do(self, function, **options) -> None:
        try:
            self.outcome = function(**self.given, chosen=self.chosen, lists=self.lists, **options)
        except UnknownRecordError as error:
            raise Http404 from error  # a record of another listing: no hint that there is one
        self.listing = self.outcome.listing

    def _blank(self, key: str, owner: str) -> dict:
        form = FORMS.get(key.partition("-")[0])
        if form is None:
            raise Http404
        return form(key, self.lists, owner=owner).state()

    # --- what the page reads --------------------------------------------------------------------------------

    @cached_property
    def conflicts(self) -> list[Change]:
        """What both changed: `before` is theirs, `after` mine."""
        if self.outcome is None:
            return []
        outcome = self.outcome
        return [
            change_at(self.as_found, self.listing, place, outcome.before, outcome.merged.state)
            for place in outcome.merged.conflicts
        ]

    @cached_property
    def as_found(self) -> Listing:
        """The listing as it is in the database, for its words."""
        return Listing(self.actor, self.lists, self.user)

    @cached_property
    def own_changes(self) -> list[Change]:
        """What would be saved."""
        return changes(self.as_found, self.outcome.before, self.listing, self.outcome.merged.state)

    @cached_property
    def changes_of_others(self) -> list[Change]:
        """What others saved since this form was opened."""
        if self.outcome is None or self.actor is None:
            return []
        return changes(self.listing, self.ticket.base, self.as_found, self.outcome.before)

    @property
    def next_ticket(self) -> Ticket:
        """The ticket of the form as it is shown now: it starts from what the database has now."""
        if self.outcome is None:
            return self.ticket
        before, merged = self.outcome.before, self.outcome.merged
        gone = {key: self.ticket.base[key] for key in merged.state if key not in before and key in self.ticket.base}
        return Ticket(
            self.ticket.user, self.ticket.actor, {**before, **gone}, merged.conflicts, token=self.ticket.token
        )

    @property
    def hidden_fields(self) -> list[tuple[str, str]]:
        """The form as names and values, for pages that only carry it."""
        state = self.outcome.merged.state
        return pairs(write({key: record for key, record in state.items() if key in self.mine}))

    @property
    def left_at(self) -> datetime | None:
        """When this user left something unsaved."""
        return self.actor.draft_saved_at if self.actor else self.draft and self.draft.saved_at

    @cached_property
    def draft(self) -> Draft | None:
        """What this user left unsaved."""
        return Draft.objects.filter(user=self.user, actor=self.actor).first()


def pairs(data: QueryDict) -> list[tuple[str, str]]:
    """Form data as names and values."""
    return [(name, value) for name, values in data.lists() for value in values]


def unpaired(data: list) -> QueryDict:
    """The reverse of `pairs`."""
    query = QueryDict(mutable=True)
    for name, value in data:
        query.appendlist(name, value)
    return query


def _number(key: str) -> int:
    last = key.rpartition("-n")[2]
    return int(last) if is_new(key) and last.isdecimal() else 0
