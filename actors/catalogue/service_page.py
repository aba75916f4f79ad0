"""The page of one service: all that a referral needs, gathered in at most ten queries."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from django.http import Http404
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from actors.catalogue.alternatives import Alternative, compared, proposed_instead
from actors.catalogue.cards import Card, ShownPlace, card
from actors.catalogue.leaving import way_out
from actors.catalogue.service_records import BY_SLUG, HISTORY, HOSTINGS, MEMBERSHIPS, OTHERS, REFERENCES
from actors.catalogue.sources import Told, old_facts, told
from actors.enums import AvailabilityStatus, ConfirmedHow, ContactKind
from actors.helplines import Helpline, helplines
from actors.history.changes import days_of_change
from actors.history.confirmers import confirmed_as
from actors.holidays import calendars
from actors.hours import Week, week_of
from actors.models import (
    Actor,
    Contact,
    Membership,
    ServiceArea,
    SourceReference,
    Viewer,
)
from actors.models.admission import ALL_FACTS, Fact
from actors.models.refusal import reports_on
from actors.records import CONTACTS, add_places_and_room, main_need, of_its_actor
from actors.refusal_words import reason_words
from actors.search import engine
from actors.search.terms import Term


@dataclass(frozen=True)
class PlaceHours:
    """A place with its week."""

    shown: ShownPlace
    week: Week | None


@dataclass(frozen=True)
class PastStatus:
    """A status that was given before: when, what, and how we know."""

    confirmed_at: datetime
    words: str
    how: str


class ServicePage:
    """What the template of a service reads."""

    def __init__(self, slug: str, viewer: Viewer):
        """Raises Http404 when there is no such service for this viewer."""
        self.viewer = viewer
        self.now = timezone.now()
        self.language = translation.get_language()
        self.index = engine().index
        self.service = next(BY_SLUG.read(viewer, slugs=[slug]), None)
        if self.service is None:
            raise Http404
        self._read_with_others(proposed_instead(self.index, self.service.pk, viewer, self.now))
        self.card: Card = card(self.index, self.service, viewer, self.now)

    def _read_with_others(self, proposed: list[int]) -> None:
        """What else the actor offers, what to propose instead, and the places and statuses of all these at once."""
        others = OTHERS.read(self.viewer, self.language, actors=[self.actor.pk], services=proposed)
        found = {service.pk: service for service in others}
        found.pop(self.service.pk, None)
        self.siblings = [service for service in found.values() if service.actor_id == self.actor.pk]
        instead = [found[pk] for pk in proposed if pk in found]
        add_places_and_room(self.viewer, [self.service, *instead])
        self.alternatives: list[Alternative] = compared(self.index, self.service, instead, self.viewer, self.now)

    @property
    def refused_for(self) -> str:
        """The reasons for which people report refusals, where enough of them do."""
        return reason_words(reports_on(self.service)) if self.card.reported else ""

    @property
    def leave(self) -> str:
        """Where "leave this page" leads, on a page about violence."""
        return way_out(self.card.themes)

    @property
    def actor(self) -> Actor:
        return self.service.actor

    @property
    def _own(self) -> dict[str, list[int]]:
        """Of whom contacts and sources are shown."""
        return {"services": [self.service.pk], "actors": [self.actor.pk]}

    @cached_property
    def places(self) -> list[PlaceHours]:
        """Every place with the week of its opening hours."""
        schedules = self.index.schedules(self.service.pk)
        found = []
        for shown in self.card.places:
            hours, closed = schedules.get(shown.place.pk, (shown.place.opening_hours, ()))
            found.append(PlaceHours(shown, week_of(hours, self.now, closed)))
        return found

    @property
    def is_partly_confirmed(self) -> bool:
        """Whether somebody confirmed its hours or its admission, and nobody the whole."""
        hours = any(shown.place.hours_confirmed_on for shown in self.card.places)
        return not self.service.confirmed_on and bool(hours or self.service.admission_confirmed_on)

    @cached_property
    def confirmed_as(self) -> list[tuple[str, str]]:
        """As what somebody confirmed it, or a part of it, for professionals."""
        hours = [(_("hours"), shown.place, "hours_confirmed_on") for shown in self.card.places]
        own = [
            (_("everything"), self.service, "confirmed_on"),
            (_("conditions"), self.service, "admission_confirmed_on"),
        ]
        return confirmed_as([*own, *hours[:1]], self.viewer)

    @cached_property
    def contacts(self) -> list[Contact]:
        """The service's own channels, then those of its places, then the actor's; each once.

        Where their hours name school holidays, those that the service follows are meant.
        """
        locations = [shown.place.location_id for shown in self.card.places if not shown.where.withheld]
        found = list(CONTACTS.read(self.viewer, locations=locations, **self._own))
        for contact in found:
            contact.opening_hours = calendars.marked(contact.opening_hours, self.service.school_calendar)
        nearest_first = sorted(found, key=lambda contact: (contact.service_id is None, contact.location_id is None))
        return list({contact.value: contact for contact in reversed(nearest_first)}.values())[::-1]

    @property
    def own_contacts(self) -> list[Contact]:
        """The channels besides the number that gives its places, which stands before them."""
        number = self.service.dispatched_by and self.service.dispatched_by.number
        return [contact for contact in self.contacts if contact.value != number]

    @property
    def phones(self) -> list[Contact]:
        return [contact for contact in self.contacts if contact.kind == ContactKind.PHONE]

    @cached_property
    def helpline(self) -> Helpline | None:
        """Whom to call where there is no telephone: another service of the organisation, else who can advise. Not of
        an invented example: nobody who exists answers for it."""
        if self.phones or self.service.dispatched_by_id or self.service.is_example:
            return None
        nearby = (shown.where.municipality for shown in self.card.places)
        towns = (municipality.nis for municipality in nearby if municipality)
        need = main_need(self.index, self.service.pk)
        return of_its_actor(self.index, self.service) or helplines().advising(need, self.language, towns)

    @property
    def other_contacts(self) -> list[Contact]:
        return [contact for contact in self.contacts if contact.kind != ContactKind.PHONE]

    @cached_property
    def targets(self) -> list[Term]:
        return [
            term for term in self.index.terms["target"].values() if self.service.pk in self.index.postings[term.key]
        ]

    @property
    def known_facts(self) -> list[tuple[Fact, bool]]:
        return self.service.known_facts

    @property
    def unknown_facts(self) -> list[Fact]:
        """What nobody told us: said as such, because unknown is neither yes nor no."""
        known = {fact.code for fact, _answer in self.known_facts}
        return [fact for fact in ALL_FACTS if fact.code not in known]

    @cached_property
    def areas(self) -> list[str]:
        if not self.service.territory_limited:
            return []
        areas = ServiceArea.objects.filter(service=self.service)
        return [str(area) for area in areas.select_related("zone", "municipality", "neighbourhood__municipality")]

    @cached_property
    def hosts(self) -> list[Actor]:
        return [hosting.host for hosting in HOSTINGS.read(self.viewer, services=[self.service.pk])]

    @cached_property
    def networks(self) -> list[Membership]:
        """The networks of the actor, with its role there."""
        return list(MEMBERSHIPS.read(self.viewer, self.language, "member", actors=[self.actor.pk]))

    @cached_property
    def references(self) -> list[SourceReference]:
        return list(REFERENCES.read(**self._own))

    @property
    def sources(self) -> list[Told]:
        return told(self.references)

    @cached_property
    def old_facts(self) -> dict[str, SourceReference]:
        """What was said long ago and is to be checked, by the kind of fact."""
        return old_facts(self.references)

    @cached_property
    def care_words(self) -> list[tuple[str, str]]:
        """What each sector calls this level of care."""
        if not self.service.care_level:
            return []
        return self.index.terms.care_words(self.service.care_level, self.service.serves, self.language)

    @cached_property
    def changed(self) -> list[date]:
        """The last days on which anything of it changed, for professionals."""
        return days_of_change(self.service, self.viewer)

    @cached_property
    def history(self) -> list[PastStatus]:
        """What was said of the room before, from the history that the database keeps."""
        if not self.service.said:
            return []
        return [
            PastStatus(
                event.confirmed_at,
                str(AvailabilityStatus(event.status).label),
                str(ConfirmedHow(event.confirmed_how).label),
            )
            for event in HISTORY.read(services=[self.service.pk])
        ]
