"""The first page of the staff: how much there is of each kind of work, and the items of one kind."""

from functools import cached_property

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

from actors import permissions
from actors.models import Actor, Suggestion
from actors.queue.items import Item, items, read
from actors.queue.kinds import KINDS, Kind, actors_of
from actors.queue.work import Work
from repertorium.paging import Paged
from zones.models import CareZone

A_PAGE = 20


class QueuePage(Paged):
    """The work of one person: of their zones, or of their own organisations."""

    def __init__(self, request: HttpRequest, after: Item | None = None):
        """`after`: an item of which something was done just now, without a script."""
        self.user, self.asked, self.after = request.user, request.GET, after

    @cached_property
    def zones(self) -> list[CareZone]:
        """The zones among which this person may choose: more than one, or none at all."""
        if permissions.is_regional(self.user):
            return list(CareZone.objects.all())
        zones = list(CareZone.objects.filter(members__user=self.user))
        return zones if len(zones) > 1 else []

    @cached_property
    def zone(self) -> CareZone | None:
        """The zone that is chosen."""
        return next((zone for zone in self.zones if zone.code == self.asked.get("zone")), None)

    @cached_property
    def work(self) -> Work:
        return Work(self.user, self.zone)

    @property
    def counts(self) -> dict[str, int]:
        """How much there is of each kind; of a kind that is asked for, what is shown is counted."""
        if asked := KINDS.get(self.asked.get("kind", "")):
            self.work.keys(asked)
        return self.work.counts

    @property
    def number(self) -> int:
        """How much work there is in all."""
        return sum(self.counts.values())

    @cached_property
    def kind(self) -> Kind:
        """The kind that is shown: the one that is asked for, else the first of which there is any."""
        asked = self.asked.get("kind", "")
        first = next((code for code, count in self.counts.items() if count), next(iter(KINDS)))
        return KINDS.get(asked) or KINDS[first]

    @property
    def kinds(self) -> list[tuple[Kind, str, bool, int]]:
        """Each kind of which there is any, with its address, whether it is shown, and how much there is."""
        return [
            (kind, self.query(kind=code, page=""), kind is self.kind, self.counts[code])
            for code, kind in KINDS.items()
            if self.counts[code] or kind is self.kind
        ]

    @cached_property
    def page(self):
        """The keys of the records of this page."""
        return Paginator(self.work.keys(self.kind), A_PAGE).get_page(self.asked.get("page"))

    @cached_property
    def items(self) -> list[Item]:
        model = self.kind.model
        records = {record.pk: record for record in read(self.kind, model.objects.filter(pk__in=list(self.page)))}
        return items(self.kind, [records[pk] for pk in self.page if pk in records])  # unless it went in between

    def kept(self) -> dict[str, str]:
        return {name: self.asked.get(name, "") for name in ("kind", "zone")}

    @property
    def zone_queries(self) -> list[tuple[CareZone | None, str, bool]]:
        """Each zone that may be chosen, and all together, with its address and whether it is chosen."""
        return [(zone, self.query(zone=zone.code if zone else ""), zone == self.zone) for zone in [None, *self.zones]]

    @property
    def may_add(self) -> bool:
        return permissions.is_zone_staff(self.user)

    @property
    def may_merge(self) -> bool:
        return permissions.can_merge(self.user)


def item_of(user, kind: Kind, pk: int) -> Item | None:
    """One item of somebody's work; a record that was done already is there too, so that this can be taken back."""
    actors = actors_of(user) if kind.code != "ended" else permissions.editable_actors(user)
    record = read(kind, _own(kind, actors)).filter(pk=pk).first()
    return items(kind, [record])[0] if record else None


def _own(kind: Kind, actors: QuerySet[Actor]) -> QuerySet:
    """The records of the model of a kind that are of these actors, whether they wait or not."""
    model = kind.model
    if model is Suggestion:
        return Suggestion.objects.of_actors(actors)
    return model.objects.filter(**{"pk__in" if model is Actor else "actor__in": actors.values("pk")})
