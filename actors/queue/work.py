"""How much work there is for somebody, and what comes first, by statements that are made once (`repertorium.prepared`).

Which actors are somebody's is asked each time, and given to the statements: what a person may do is never kept.
"""

from functools import cached_property

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import QuerySet, Value

from actors import permissions
from actors.models import Actor
from actors.queue.kinds import KINDS, Kind, actors_of, at_work
from repertorium.prepared import Counts, Given, Rows
from zones.models import CareZone


def _actors(everything: bool) -> QuerySet[Actor]:
    """All actors, or those that are given."""
    return at_work(Actor.objects.filter(**{"merged_into": None} if everything else {"pk__any": Given("actors")}))


_numbers = Counts(lambda code, everything: KINDS[code].waiting(_actors(everything)))
_keys = Rows(lambda code, everything: KINDS[code].to_do(_actors(everything)), "pk")


class Work:
    """The work of one person: of all the actors that they edit, or of those of one zone."""

    def __init__(self, user, zone: CareZone | None = None):
        self._user, self._zone = user, zone
        self._everything = permissions.is_regional(user) and zone is None
        self._read: dict[str, list[int]] = {}  # keys by kind

    @cached_property
    def _given(self) -> list[int]:
        """The keys of their actors, as one row: of hundreds of rows the reading takes longer than the question."""
        if self._everything:
            return []
        return actors_of(self._user, self._zone).aggregate(pks=ArrayAgg("pk", default=Value([])))["pks"]

    def keys(self, kind: Kind) -> list[int]:
        """The primary keys of what waits of a kind, the most urgent first; none of what the person may not do."""
        if kind.code not in self._read:
            self._read[kind.code] = self._ask(kind) if kind.may(self._user) else []
        return self._read[kind.code]

    def _ask(self, kind: Kind) -> list[int]:
        if not kind.is_prepared:
            return list(kind.to_do(actors_of(self._user, self._zone)).values_list("pk", flat=True))
        return [pk for (pk,) in _keys.read(kind.code, self._everything, actors=self._given)]

    @cached_property
    def counts(self) -> dict[str, int]:
        """How much there is of each kind: counted where nothing but the number is wanted, else as was read."""
        counted = [code for code, kind in KINDS.items() if self._is_counted(kind)]
        numbers = _numbers.read(counted, self._everything, actors=self._given) if counted else {}
        return {code: numbers[code] if code in numbers else len(self.keys(kind)) for code, kind in KINDS.items()}

    def _is_counted(self, kind: Kind) -> bool:
        return kind.is_prepared and kind.code not in self._read and kind.may(self._user)
