"""What a listing lacks and a place of OpenStreetMap knows: taken over with its source, never over what is there."""

from datetime import date

from django.db.models import Q

from actors.enums import ContactKind, FactKind, Level
from actors.exchange.osm.listing import Listing, in_order
from actors.exchange.osm.places import Place
from actors.exchange.osm.tags import Rule
from actors.models import Actor, Contact, Location, Service, ServiceAtLocation, Source, SourceReference

CHANNELS = {ContactKind.PHONE: FactKind.PHONE, ContactKind.WEBSITE: FactKind.WEBSITE}


class Gaps:
    """One listing and the place that it is linked to. Nothing is added to what is not public: who hides an address may
    hide its telephone as well."""

    def __init__(self, actor: Actor, place: Place, rule: Rule, listing: Listing, source: Source, said_on: date | None):
        self.actor, self.place, self.rule, self.listing = actor, place, rule, listing
        self.source, self.said_on = source, said_on

    def fill(self) -> list[FactKind]:
        """Take over telephone, web page, opening hours and wheelchair access where they are missing; which ones."""
        location = self._location()
        if self.actor.level != Level.PUBLIC or location is None:
            return []
        return [*self._fill_channels(), *self._fill_hours(location), *self._fill_wheelchair(location)]

    def _location(self) -> Location | None:
        """The place of the listing, when it has one only."""
        locations = list(self.actor.locations.filter(level=Level.PUBLIC)[:2])
        return locations[0] if len(locations) == 1 else None

    def _fill_channels(self) -> list[FactKind]:
        actor = self.actor
        there = Contact.objects.filter(Q(actor=actor) | Q(service__actor=actor) | Q(location__actor=actor))
        missing = CHANNELS.keys() - set(there.values_list("kind", flat=True))
        found = [values for values in in_order(self.listing.contacts) if values["kind"] in missing]
        for values in found:
            Contact.objects.create(actor=actor, **values)
        facts = list(dict.fromkeys(CHANNELS[values["kind"]] for values in found))
        return [self._tell(fact, actor=actor) for fact in facts]

    def _fill_hours(self, location: Location) -> list[FactKind]:
        """Hours are those of a service: of the one that is meant, or the only one. A remark may tell hours already."""
        silent = Q(opening_hours="") & ~Q(hours_remark_nl__gt="") & ~Q(hours_remark_fr__gt="")
        places = ServiceAtLocation.objects.filter(silent, service__actor=self.actor, location=location)
        if self.actor.services.count() > 1:
            places = places.filter(service__themes=self.rule.theme)
        if not self.listing.hours or places.count() != 1:
            return []
        place = places.get()
        place.opening_hours = self.listing.hours
        place.save(update_fields=["opening_hours"])
        return [self._tell(FactKind.HOURS, service=place.service)]

    def _fill_wheelchair(self, location: Location) -> list[FactKind]:
        """Access is that of the house: of every service that is nowhere else."""
        answer = self.listing.service["wheelchair"]
        services = Service.objects.filter(actor=self.actor, wheelchair=None, places__location=location)
        here = [service for service in services.distinct() if answer is not None and service.places.count() == 1]
        for service in here:
            service.wheelchair = answer
            service.save(update_fields=["wheelchair"])
        return [self._tell(FactKind.ADMISSION, service=service) for service in here]

    def _tell(self, fact: FactKind, **record: Actor | Service) -> FactKind:
        name = self.place.name[: SourceReference._meta.get_field("locator").max_length]
        SourceReference.objects.create(
            source=self.source, about=fact, said_on=self.said_on, locator_nl=name, locator_fr=name, **record
        )
        return fact
