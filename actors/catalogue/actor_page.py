"""The page of one actor: who it is, how to reach it, what it offers, whom it works with."""

from datetime import date
from functools import cached_property

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from actors.catalogue.cards import Card, cards
from actors.catalogue.leaving import way_out
from actors.catalogue.service_records import MEMBERSHIPS
from actors.catalogue.sources import Told, told
from actors.enums import ActorKind
from actors.history.changes import days_of_change
from actors.history.confirmers import confirmed_as
from actors.models import Actor, Contact, Hosting, Membership, Service, SourceReference, Viewer
from actors.search import engine
from zones.models import CareZone


class ActorPage:
    """What the template of an actor reads."""

    def __init__(self, actor: Actor, viewer: Viewer):
        self.actor, self.viewer = actor, viewer
        self.now = timezone.now()
        self.language = translation.get_language()
        self.index = engine().index

    @property
    def leave(self) -> str:
        """Where "leave this page" leads, where it offers something against violence."""
        return way_out(theme for card in self.cards for theme in card.themes)

    @cached_property
    def cards(self) -> list[Card]:
        """Everything that it offers, in the order of names."""
        services = Service.objects.visible_to(self.viewer).filter(actor=self.actor)
        pks = services.in_name_order(self.language).values_list("pk", flat=True)
        return cards(self.index, pks, self.viewer, self.now)

    @cached_property
    def team(self) -> CareZone | None:
        """The zone team that keeps it."""
        return self.actor.team_known_to(self.viewer)

    @cached_property
    def contacts(self) -> list[Contact]:
        return list(Contact.objects.visible_to(self.viewer).filter(actor=self.actor))

    @cached_property
    def networks(self) -> list[Membership]:
        return list(MEMBERSHIPS.read(self.viewer, self.language, "member", actors=[self.actor.pk]))

    @cached_property
    def members(self) -> list[Membership]:
        if self.actor.kind != ActorKind.NETWORK:
            return []
        return list(MEMBERSHIPS.read(self.viewer, self.language, "network", actors=[self.actor.pk]))

    @cached_property
    def parts(self) -> list[Actor]:
        return list(Actor.objects.visible_to(self.viewer).filter(parent=self.actor).in_name_order(self.language))

    @cached_property
    def parent(self) -> Actor | None:
        parent = self.actor.parent
        return parent if parent and parent.is_visible_to(self.viewer) else None

    @cached_property
    def hosted(self) -> list[Service]:
        """Services of others that have their home here."""
        hosted = Hosting.objects.filter(host=self.actor).values("service")
        return list(
            Service.objects.visible_to(self.viewer)
            .filter(pk__in=hosted)
            .select_related("actor")
            .in_name_order(self.language)
        )

    @cached_property
    def authorities(self) -> list:
        return list(self.actor.authorities.all())

    @cached_property
    def sources(self) -> list[Told]:
        return told(SourceReference.objects.filter(actor=self.actor).select_related("source"))

    @cached_property
    def confirmed_as(self) -> list[tuple[str, str]]:
        """As what somebody confirmed it, or its contact details, for professionals."""
        dates = {_("everything"): "confirmed_on", _("contact details"): "contacts_confirmed_on"}
        return confirmed_as([(words, self.actor, column) for words, column in dates.items()], self.viewer)

    @cached_property
    def changed(self) -> list[date]:
        """The last days on which anything of it changed, for professionals."""
        return days_of_change(self.actor, self.viewer)
