"""The first page of the staff: how much there is of each kind of work, and the items of one kind."""

from functools import cached_property

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from actors import permissions
from actors.models import Actor, Suggestion
from actors.queue import handing
from actors.queue.items import Handed, Item, handed_over, items, read
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
            (
                kind,
                self.query(kind=code, page="", handed=""),
                kind is self.kind and not self.is_handed,
                self.counts[code],
            )
            for code, kind in KINDS.items()
            if self.counts[code] or kind is self.kind
        ]

    @cached_property
    def _handed(self) -> Handed:
        """What was handed over: all that is this person's, and of what this page shows that of others."""
        return handed_over(Q(to=self.user) | Q(kind=self.kind.code, record__in=self._page_of_kind))

    @cached_property
    def handed(self) -> list[tuple[str, int]]:
        """What waits and was handed to this person, by kind and key; the most urgent of each kind first."""
        return handing.waiting_for(self.user, self.work, self._handed)

    @property
    def is_handed(self) -> bool:
        """Whether what was handed to this person is shown, of all kinds."""
        return bool(self.asked.get("handed"))

    @cached_property
    def _page_of_kind(self) -> list[int]:
        return list(Paginator(self.work.keys(self.kind), A_PAGE).get_page(self.asked.get("page")))

    @cached_property
    def page(self):
        """What this page shows: keys of records, with their kinds."""
        shown = self.handed if self.is_handed else [(self.kind.code, pk) for pk in self.work.keys(self.kind)]
        return Paginator(shown, A_PAGE).get_page(self.asked.get("page"))

    @cached_property
    def items(self) -> list[Item]:
        by_kind: dict[str, list[int]] = {}
        for code, pk in self.page:
            by_kind.setdefault(code, []).append(pk)
        return [item for code, keys in by_kind.items() for item in self._items(KINDS[code], keys)]

    def _items(self, kind: Kind, keys: list[int]) -> list[Item]:
        records = {record.pk: record for record in read(kind, kind.model.objects.filter(pk__in=keys))}
        return items(kind, [records[pk] for pk in keys if pk in records], self._handed)  # unless it went in between

    def kept(self) -> dict[str, str]:
        return {name: self.asked.get(name, "") for name in ("kind", "zone", "handed")}

    @property
    def handed_query(self) -> str:
        """The address of what was handed to this person."""
        return self.query(kind="", page="", handed="1")

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
